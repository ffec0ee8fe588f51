"""Superlatives in the narrator's voice, and whether the text says what they are measured against."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Meta

from crossread.document import Document
from crossread.lexicon import Match, load_lexicon
from crossread.metric import Metric, Options, rate_by_voice, rate_interval
from crossread.model import VOICES, Citation, Detail, Evidence, FigureInfo, Measurement
from crossread.text.words import Words

SCOPED, OPEN = "superlatives.scoped", "superlatives.open"


class SuperlativesOptions(Options, frozen=True):
    """`reach` is how many words after a superlative are searched for its range."""

    reach: Annotated[int, Meta(ge=1, le=20)] = 6


def measure(document: Document, options: SuperlativesOptions) -> Measurement:
    """Superlatives per 100 words in each voice; the narrator's with and without a range beside them."""
    words = document.words
    evidence = list(_superlatives(words, options.reach))
    sizes = Counter(words.voices)
    hits = Counter[str](item.voice or "" for item in evidence)
    told = [item for item in evidence if item.voice == "narrator"]
    by_voice = rate_by_voice(hits, {voice: sizes[voice] for voice in VOICES})
    open_count = sum(item.rule == OPEN for item in told)
    share = 100 * open_count / len(told) if told else None
    reason = "" if told else "no superlative in the narrator's voice"
    per_sentence = Counter(words.sentences[words.within(item.start, item.end)[0]] for item in told)
    lengths = Counter(s for s, voice in zip(words.sentences, words.voices, strict=True) if voice == "narrator")
    return METRIC.measured(
        by_voice["narrator"].value,
        sizes["narrator"],
        by_voice=by_voice,
        interval=rate_interval(per_sentence, lengths),
        details=[
            Detail("count", len(told), n=sizes["narrator"], rules=(SCOPED, OPEN)),
            Detail("open_count", open_count, n=len(told), rules=(OPEN,)),
            Detail("open_share", share, n=len(told), reason=reason, rules=(OPEN,)),
        ],
        evidence=evidence,
    )


def _superlatives(words: Words, reach: int) -> Iterator[Evidence]:
    """Superlatives of the body with what they are measured against, if that is said."""
    matches = list(load_lexicon("crossread_superlatives", "superlatives").find(words, 0, len(words)))
    ranges = [match for match in matches if match.entry.category == "range"]
    for match in matches:
        voice = words.voices[match.first]
        last = _last_word(words, match)
        if voice is None or last is None or not _is_definite(words, match.first):
            continue
        said = _range_after(words, last, reach, ranges)
        rule, note = (SCOPED, f"range: “{said}”") if said else (OPEN, f"no range within {reach} words")
        yield Evidence(match.start, words.ends[last], rule, note, voice)


def _last_word(words: Words, match: Match) -> int | None:
    """The superlative's last word: "largest" itself, the word after "most"; None when it is none."""
    if match.entry.category == "superlative":
        return match.last
    after = match.last + 1
    if match.entry.category != "degree" or not _goes_on(words, after):
        return None
    return after if words.text[match.end : words.starts[after]].isspace() else None


def _is_definite(words: Words, first: int) -> bool:
    """Whether "the", "its" or "Leeds's" stands before it: not so in "at best" and "most people"."""
    if first == 0 or words.sentences[first - 1] != words.sentences[first]:
        return False
    before = words.forms[first - 1]
    return before in ("the", "its", "their", "our", "his", "her", "my", "your") or before.endswith(("'s", "s'"))


def _range_after(words: Words, last: int, reach: int, ranges: Sequence[Match]) -> str | None:
    """The words that begin the range, as in "the oldest bridge in the county"."""
    for match in ranges:
        if last < match.first <= last + reach and words.sentences[match.first] == words.sentences[last]:
            return match.entry.term
    return None


def _goes_on(words: Words, index: int) -> bool:
    return index < len(words) and words.sentences[index] == words.sentences[index - 1]


METRIC = Metric(
    id="superlatives",
    title="Superlatives",
    unit="per 100 words",
    n_unit="words",
    direction="descriptive",
    meaning="How often the narrator ranks something above or below all others (“the largest”, “the most expensive”), "
    "and whether a range follows that a reader could check (“in the county”, “since 1990”).",
    formula="superlatives in the narrator's voice × 100 ÷ narrator words",
    limits=(
        "A superlative can be a plain fact: the metric does not know whether it holds.",
        "The range is sought after the word; one given before it, or a sentence away, is missed.",
        "A short word list: rarer superlatives are not found.",
    ),
    sources=(
        Citation(
            "Rashkin, H., Choi, E., Jang, J. Y., Volkova, S., Choi, Y.",
            2017,
            "Truth of Varying Shades: Analyzing Language in Fake News and Political Fact-Checking",
            "https://aclanthology.org/D17-1317/",
        ),
    ),
    figures=(
        FigureInfo("count", "Superlatives", "words", "In the narrator's voice."),
        FigureInfo("open_count", "Without a range", "words", "Narrator's, nothing said to measure them against."),
        FigureInfo("open_share", "Share without a range", "% of superlatives", "Narrator's."),
    ),
    options=SuperlativesOptions,
    minimum_words=50,
    decimals=2,
    measure=measure,
)
