"""The headline against the body: what of it the body has and where, its tone, and cues to click."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import fmean

from msgspec import Struct

from crossread.document import Document
from crossread.indicators.headlines.cues import RULES as CUES
from crossread.indicators.headlines.cues import find_cues, list_number
from crossread.indicators.headlines.search import search
from crossread.indicators.headlines.terms import Found, Kind, Term, find_terms
from crossread.indicators.tone import scored
from crossread.metric import Metric, Options
from crossread.model import BODY_ZONES, VOICES, Citation, Detail, Evidence, FigureInfo, Measurement, VoiceValue
from crossread.text.vader import Score, chunks, score, straighten

KINDS: tuple[Kind, ...] = ("name", "number", "word")
_FOUND, _NOT_FOUND = ({kind: f"headline.{rule}.{kind}" for kind in KINDS} for rule in ("found", "not_found"))
_NONE_OF = {kind: f"no {kind} found in the headline" for kind in KINDS}
_REWORDED, _BEST, _TONE = (f"headline.{rule}" for rule in ("reworded", "best_match", "tone"))
_CUES = tuple(dict.fromkeys(CUES.values()))
_LONGEST = 100  # terms: nothing longer is a headline
_LEAD = 3  # sentences
_NOT_TOLD = "the rules tried marked 11 places in 931 articles and were right in 6: left to the reader"


class _Headline(Struct, frozen=True, gc=False):
    """The headline's terms as found; `body` has the indices of the body's sentences, `best` one of them or None."""

    found: Sequence[Found]
    body: Sequence[int]
    best: int | None


def measure(document: Document, options: Options) -> Measurement:
    """Share of the headline's content words that the body has, with where it has them, tone and cues."""
    zone = next((zone for zone in document.article.zones if zone.kind == "title"), None)
    if zone is None:
        return METRIC.without_value("not_applicable", "no headline found in this copy")
    words = document.words
    within = words.within(zone.start, zone.end)
    counted = list_number(words, within)
    terms = find_terms(document, zone, within, counted)[:_LONGEST] if within else []
    if not terms:
        return METRIC.without_value("not_applicable", "the headline has no content word")
    headline = _match(document, terms)
    found, n = headline.found, len(headline.found)
    cues = list(find_cues(document, zone, within, counted))
    tone = _tone(document, zone.start, zone.end)
    heard = [set(map(words.voices.__getitem__, each.places)) for each in found]
    return METRIC.measured(
        100 * sum([bool(each.places) for each in found]) / n,
        n,
        by_voice={voice: VoiceValue(100 * sum([voice in each for each in heard]) / n, n) for voice in VOICES},
        details=[
            *_found_details(document, headline),
            *[Detail(figure, None, reason=_NOT_TOLD) for figure in ("stance", "overstates", "understates")],
            *_tone_details(document, tone),
            Detail("length", len(within)),
            *_cue_details(cues),
        ],
        evidence=[*_evidence(document, headline), *_tone_evidence(zone.start, tone), *cues],
    )


def _match(document: Document, terms: Sequence[Term]) -> _Headline:
    """The terms looked for, and the sentence with the most of them, where it has two and half of all."""
    found, words = search(document, terms), document.words
    counts: dict[int, int] = {}
    for each in found:
        for sentence in set(map(words.sentences.__getitem__, each.places)):
            counts[sentence] = counts.get(sentence, 0) + 1
    most = max(counts.values(), default=0)
    is_close = most >= 2 and 2 * most >= len(found)
    best = min([sentence for sentence, count in counts.items() if count == most]) if is_close else None
    body = [i for i, s in enumerate(document.sentences) if s.zone in BODY_ZONES and words.by_sentence[i]]
    return _Headline(found, body, best)


# ------------------------------------------------------------------------------ what the body has


def _found_details(document: Document, headline: _Headline) -> Iterator[Detail]:
    """Shares found by kind, and how much of the headline the lead and the best sentence have."""
    found, n = headline.found, len(headline.found)
    for kind in KINDS:
        hits = [bool(each.places) for each in found if each.term.kind == kind]
        share, reason = (100 * sum(hits) / len(hits), "") if hits else (None, _NONE_OF[kind])
        yield Detail(f"{kind}s_found", share, n=len(hits), reason=reason, rules=(_FOUND[kind], _NOT_FOUND[kind]))
    missing = sum([not each.places for each in found])
    yield Detail("not_found", missing, n=n, rules=tuple(_NOT_FOUND.values()))
    yield Detail("reworded", sum(map(_is_reworded, found)), n=n, rules=(_REWORDED,))
    by_sentence = document.words.by_sentence
    lead = by_sentence[headline.body[:_LEAD][-1]].stop
    yield Detail("lead_found", 100 * sum([each.places[0] < lead for each in found if each.places]) / n, n=n)
    if headline.best is None:
        reason = "no sentence of the body has half of the headline's content words"
        yield Detail("best_match", None, n=n, reason=reason)
        return
    best = set(by_sentence[headline.best])
    has = sum([not best.isdisjoint(each.places) for each in found])
    yield Detail("best_match", 100 * has / n, n=n, rules=(_BEST,))


def _is_reworded(found: Found) -> bool:
    """Whether the body has another word; a name in another spelling is the same name."""
    return bool(found.other) and found.term.kind != "name"


def _evidence(document: Document, headline: _Headline) -> Iterator[Evidence]:
    """Each term in the headline; in the body the sentence that has the most of them."""
    words, total = document.words, len(headline.body)
    for found in headline.found:
        term, places, other = found
        start, end = words.starts[term.first], words.ends[term.last]
        if not places:
            yield Evidence(start, end, _NOT_FOUND[term.kind], f"{term.kind}, not found in the body by our rules")
            continue
        note = f"first in sentence {bisect_left(headline.body, words.sentences[places[0]]) + 1} of {total}"
        rule = _REWORDED if _is_reworded(found) else _FOUND[term.kind]
        yield Evidence(start, end, rule, f"{note}, as “{other}”" if other else note)
    if headline.best is not None:
        sentence = document.sentences[headline.best]
        note = "has the most of the headline's content words"
        yield Evidence(sentence.start, sentence.end, _BEST, note, sentence.voice)


# ---------------------------------------------------------------------------------- tone and cues


def _tone(document: Document, start: int, end: int) -> Score:
    """VADER's score of the headline; names are masked, as "United States" is no praise."""
    text, words = document.text[start:end], document.words
    for index in words.within(start, end):
        if words.named[index]:
            first, last = words.starts[index] - start, words.ends[index] - start
            text = text[:first] + "x" * (last - first) + text[last:]
    return score(straighten(text[: chunks(text)[0][1]]))


def _tone_details(document: Document, tone: Score) -> Iterator[Detail]:
    yield Detail("tone", tone.compound, rules=(_TONE,))
    told = [found.compound for piece, found in document.once(scored) if piece.voice == "narrator"]
    gap = tone.compound - fmean(told) if told else None
    yield Detail("tone_gap", gap, n=len(told), reason="" if told else "no sentence of the narrator's to score")


def _tone_evidence(start: int, tone: Score) -> Iterator[Evidence]:
    for word in tone.words:
        note = f"{word.valence:+.1f} in a headline of {tone.compound:+.2f}".replace("-", "−")
        yield Evidence(start + word.start, start + word.end, _TONE, note)


def _cue_details(cues: Sequence[Evidence]) -> Iterator[Detail]:
    counts = Counter([item.rule for item in cues])
    yield Detail("cues", len(cues), rules=_CUES)
    for rule in _CUES:
        yield Detail(rule.partition(".")[2], counts[rule], rules=(rule,))


_VADER = "VADER compound, −1 to 1"


def _figures() -> tuple[FigureInfo, ...]:
    """What the body has, tone and cues; the meaning names the sub-type of Zhang et al. it bears on."""
    return (
        FigureInfo("names_found", "Names found", "% of names", "However spelt: “U.S.” for “United States”."),
        FigureInfo("numbers_found", "Numbers found", "% of numbers", "By value; a round one stands for one near it."),
        FigureInfo("words_found", "Other words found", "% of other content words", "In any form, or an equivalent."),
        FigureInfo("not_found", "Not found in the body", "content words", "Marked in the headline."),
        FigureInfo("reworded", "Found in other words", "content words", "Equivalents: “inquiry” for “probe”."),
        FigureInfo("lead_found", "Found in the lead", "% of content words", "Emphasis: in the first three sentences."),
        FigureInfo("best_match", "In the best-matching sentence", "% of content words", "The sentence with most."),
        FigureInfo("stance", "Another stance", "kind of wording", "Not told: a reader has to compare the two."),
        FigureInfo(
            "overstates", "Overstates the body", "kind of wording", "Not told: a reader has to compare the two."
        ),
        FigureInfo(
            "understates", "Understates the body", "kind of wording", "Not told: a reader has to compare the two."
        ),
        FigureInfo("tone", "Tone of the headline", _VADER, "Names masked."),
        FigureInfo(
            "tone_gap", "Tone against the body", _VADER, "The headline's less the mean of the narrator's sentences."
        ),
        FigureInfo("length", "Length", "words", "All words of the headline."),
        FigureInfo("cues", "Cues to click", "cues", "All that follow. A cue is shown, not judged."),
        FigureInfo("forward_reference", "Forward reference", "cues", "“This is why”, “here's what”."),
        FigureInfo("curiosity", "Curiosity gap", "cues", "“You won't believe”, “what happened next”."),
        FigureInfo("second_person", "Second person", "cues", "“You”, “your” outside quotation marks."),
        FigureInfo("superlative", "Superlative", "cues", "“Biggest”, “of all time”."),
        FigureInfo("hyperbole", "Hyperbole", "cues", "“Jaw-dropping”, “slams”, “unbelievable”."),
        FigureInfo("list_number", "List number", "cues", "“7 things”; not “4 killed”."),
        FigureInfo("question", "Question", "cues", "The word that opens it; typography counts the mark."),
        FigureInfo("explainer", "Explainer opening", "cues", "“How”, “why” or “what” opens it and it does not ask."),
    )


METRIC = Metric(
    id="headline",
    title="Headline in body",
    theme="framing",
    unprinted=("headline.found", "headline.main_name"),
    unit="% of content words found",
    n_unit="content words",
    direction="descriptive",
    meaning="How much of what the headline names the body has: names, numbers and other content words, with the "
    "sentence that has most of them to read beside the headline, its tone, and wording that draws a reader in. "
    "A low share can mean other words for the same thing as well as another topic.",
    formula="content words of the headline found in the body × 100 ÷ content words of the headline. A name or a number "
    "counts as one. Found is a word in any inflection, one derived from it, or a listed equivalent.",
    limits=(
        "Of six ways not to represent a text (Zhang et al. 2018) figures bear on three: topic (the share), emphasis "
        "(the lead) and information (the cues; the metric prominence tells whom the body names most). Stance, over- "
        "and understatement need a reader: rules for doubt, attribution and negation on one side only were tried, and "
        "nearly half of what they marked was wrong.",
        "Short headlines: one word more or less moves the share by ten points.",
        "In a headline in title case a name is known as one only where the body has it too.",
        "Equivalents are a list of ours; a paraphrase outside it counts as not found.",
        "Many outlets let an editor write the headline, and change it later.",
    ),
    sources=(
        Citation(
            "Zhang, A. X. et al.",
            2018,
            "A Structured Response to Misinformation: Defining and Annotating Credibility Indicators in News Articles",
            "https://doi.org/10.1145/3184558.3188731",
        ),
        Citation(
            "Chakraborty, A., Paranjape, B., Kakarla, S., Ganguly, N.",
            2016,
            "Stop Clickbait: Detecting and Preventing Clickbaits in Online News Media",
            "https://doi.org/10.1109/ASONAM.2016.7752207",
        ),
        Citation(
            "Blom, J. N. & Hansen, K. R.",
            2015,
            "Click bait: Forward-reference as lure in online news headlines",
            "https://doi.org/10.1016/j.pragma.2014.11.010",
        ),
        Citation(
            "Ecker, U. K. H., Lewandowsky, S., Chang, E. P., Pillai, R.",
            2014,
            "The effects of subtle misinformation in news headlines",
            "https://doi.org/10.1037/xap0000028",
        ),
    ),
    figures=_figures(),
    minimum_words=50,
    decimals=2,
    measure=measure,
)
