"""How sure the text sounds: hedges, boosters, distancing words and probability words, by voice.

The words are in `lexicons/hedging.tsv`; the code says when one of them does not count: "May" the
month, "military might", "could" as past ability, a word inside a name or a title.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from crossread.document import Document
from crossread.lexicon import Match, load_lexicon
from crossread.metric import Metric, Options
from crossread.model import Citation, Detail, FigureInfo, Measurement
from crossread.terms import Hit, Tally, terms_in_body
from crossread.text.words import Words

# ICD 203's bands as the lexicon's notes write them, and the figure and rule of each.
_BANDS = {f"{low}–{high} %": f"band_{low}_{high}" for low, high in (
    ("01", "05"), ("05", "20"), ("20", "45"), ("45", "55"), ("55", "80"), ("80", "95"), ("95", "99"),
)}  # fmt: skip
_BAND_RULES = tuple(f"hedging.{band}" for band in _BANDS.values())
_RULES = {
    "hedge": ("hedging.hedge", *_BAND_RULES),
    "booster": ("hedging.booster",),
    "distancing": ("hedging.distancing",),
    "unspecific": ("hedging.unspecific",),
}

_LOOK_BACK = 15  # words before "would" searched for a verb of saying
_BEFORE_SURE = ("for", "make", "made", "is", "are", "was", "were", "be", "been", "am")
_DETERMINERS = frozenset("a an another any each every her his its my our the their this your".split())


def measure(document: Document, options: Options) -> Measurement:
    """Hedges per 100 narrator words; the other categories and the probability words beside them."""
    tally = Tally(document, _hits(document))
    by_voice = tally.rates(("hedge",))
    return METRIC.measured(
        by_voice["narrator"].value,
        tally.total,
        by_voice=by_voice,
        interval=tally.interval(("hedge",)),
        details=_details(tally),
        evidence=tally.evidence,
    )


def _details(tally: Tally) -> list[Detail]:
    """The narrator's counts and rates by category, then the probability words by band."""
    details = []
    for category, rules in _RULES.items():
        details.append(tally.count(category, rules))
        if category != "hedge":
            details.append(tally.rate(category, rules))
    details.append(tally.sentences("hedged_sentences", ("hedge",), _RULES["hedge"]))
    probability = tally.of_rules("probability_words", _BAND_RULES)
    details.append(probability)
    for band, rule in zip(_BANDS.values(), _BAND_RULES, strict=True):
        details.append(tally.of_rules(band, (rule,), n=int(probability.value or 0)))
    return details


def _hits(document: Document) -> Iterator[Hit]:
    """The lexicon's words in the body, less those that mean something else here."""
    for match in terms_in_body(document, "hedging"):
        hit = _judge(document.words, match)
        if hit is not None:
            yield hit


def _judge(words: Words, match: Match) -> Hit | None:
    """What a match counts as in its context; None when it does not count."""
    entry, word = match.entry, match.entry.words[0]
    if entry.category == "approximation":
        if _number_follows(words, match.last):
            return Hit(match, "hedge", "hedging.hedge", "approximation")
        if word == "some":
            return Hit(match, "unspecific", "hedging.unspecific", "leaves open who or how many")
        return None
    silenced = _SILENCED.get("… as" if entry.words[-1] == "as" else word)
    if silenced is not None and silenced(words, match):
        return None
    if entry.category == "probability":
        band = entry.note.partition(",")[0]
        if _negated(words, match):
            return Hit(match, "hedge", "hedging.hedge", "negated probability word, outside ICD 203's bands")
        return Hit(match, "hedge", f"hedging.{_BANDS[band]}", f"probability word, ICD 203: {entry.note}")
    if entry.category == "booster" and _negated(words, match):
        return Hit(match, "hedge", "hedging.hedge", "negated booster")
    return Hit(match, entry.category, f"hedging.{entry.category}", entry.note)


@cache
def _context(category: str) -> frozenset[str]:
    """The words of one category of `lexicons/hedging_context.tsv`: what the rules look for around a word."""
    entries = load_lexicon("crossread.metrics", "hedging_context").entries
    return frozenset(entry.words[0] for entry in entries if entry.category == category)


def _earlier(words: Words, index: int, count: int) -> list[str]:
    """Up to `count` forms before word `index`, in its sentence."""
    low = max(0, index - count)
    sentence = words.sentences[index]
    return [words.forms[i] for i in range(low, index) if words.sentences[i] == sentence]


def _following(words: Words, index: int) -> str:
    """The form after word `index`, or "" at the end of its sentence."""
    after = index + 1
    return words.forms[after] if after < len(words) and words.sentences[after] == words.sentences[index] else ""


def _negated(words: Words, match: Match) -> bool:
    return any(form in _context("negation") or form.endswith("n't") for form in _earlier(words, match.first, 2))


def _number_follows(words: Words, last: int) -> bool:
    following = _following(words, last)
    if following in ("a", "an"):
        following = _following(words, last + 1)
        return following in _context("unit after a") or following in _context("number")
    return following[:1].isdigit() or following in _context("number")


def _is_month(words: Words, match: Match) -> bool:
    """Whether "May" has a capital, or stands beside a number where all is in capitals."""
    if words.written(match.first) != "MAY":
        return words.text[match.start] == "M"
    return _following(words, match.last)[:1].isdigit() or any(f[:1].isdigit() for f in _earlier(words, match.first, 1))


def _is_strength(words: Words, match: Match) -> bool:
    """Whether "might" is the noun, as in "military might"."""
    before = _earlier(words, match.first, 1)
    return _following(words, match.last) == "of" or any(
        f in _context("before might the noun") or f.endswith("'s") for f in before
    )


def _is_ability(words: Words, match: Match) -> bool:
    """Whether "could" tells what someone was able to do: "so that he could see", "as well as she could."."""
    if _following(words, match.last) == "":
        return True
    return any(a == "so" and b == "that" for a, b in pairwise(_earlier(words, match.first, 5)))


def _is_gain(words: Words, match: Match) -> bool:
    """Whether what is claimed is a thing won ("claimed his third victory") and not a statement."""
    following = words.forms[match.last + 1 : match.last + 5]
    return not _context("won by claiming").isdisjoint(following)


def _is_shifted(words: Words, match: Match) -> bool:
    """Whether "would" is "will" in indirect speech, or after a past verb or noun of saying."""
    if words.voices[match.first] == "reported":
        return True
    return not _context("past saying").isdisjoint(_earlier(words, match.first, _LOOK_BACK))


def _is_sureness(words: Words, match: Match) -> bool:
    """Whether "certain" means "sure", as in "certain of it" and "for certain", and not "some"."""
    if match.last > match.first:
        return False
    before = set(_earlier(words, match.first, 1))
    return _following(words, match.last) in ("", "of", "about", "in") or not before.isdisjoint(_BEFORE_SURE)


def _is_figure(words: Words, match: Match) -> bool:
    """Whether "estimate" is the noun, as in "a first estimate by the board": a figure, with or without doubt."""
    before = _earlier(words, match.first, 3)
    if before and (before[-1] in _DETERMINERS or before[-1].endswith("'s")):
        return True
    following = _following(words, match.last)
    ends = following == "" or not words.text[match.end : words.starts[match.last + 1]].isspace()
    return not _DETERMINERS.isdisjoint(before) and (ends or following in _context("after estimate the noun"))


def _is_no_view(words: Words, match: Match) -> bool:
    """Whether "as" opens no view: "seen as early as 2018", "seen as far north as the cape", "seen as he left"."""
    first = _following(words, match.last)
    second = _following(words, match.last + 1) if first else ""
    return first in ("", "far") or second == "as" or first in _context("subject")


# By the term's first word, or for those that end in "as" by that.
_SILENCED = {
    "may": _is_month,
    "might": _is_strength,
    "could": _is_ability,
    "would": _is_shifted,
    "certain": _is_sureness,
    "claimed": _is_gain,
    "claiming": _is_gain,
    "estimate": _is_figure,
    "estimates": _is_figure,
    "… as": _is_no_view,
}


def _figures() -> tuple[FigureInfo, ...]:
    def rate(category: str, label: str, meaning: str) -> tuple[FigureInfo, ...]:
        return (
            FigureInfo(f"{category}_count", label, "words", f"{meaning}; narrator's voice."),
            FigureInfo(f"{category}_rate", f"{label}, rate", "per 100 words", f"{meaning}; per 100 narrator words."),
        )

    return (
        FigureInfo("hedge_count", "Hedges", "words", "Hedges and probability words in the narrator's voice."),
        *rate("booster", "Boosters", "Words that close off doubt (“clearly”, “undoubtedly”)"),
        *rate("distancing", "Distancing words", "Words that hold a statement at arm's length (“reportedly”)"),
        *rate("unspecific", "Unspecific words", "Words that leave open who, how many or how often (“some”, “widely”)"),
        FigureInfo("hedged_sentences", "Sentences with a hedge", "% of narrator sentences"),
        FigureInfo(
            "probability_words", "Probability words", "words", "Words with a band in ICD 203; narrator's voice."
        ),
        *(
            FigureInfo(rule, f"Probability {band}", "words", "Narrator's words that ICD 203 gives this band.")
            for band, rule in _BANDS.items()
        ),
    )


METRIC = Metric(
    id="hedging",
    title="Hedging",
    unit="per 100 words",
    n_unit="words",
    direction="descriptive",
    meaning="How often the narrator leaves a statement open (“may”, “appears to”, “unlikely”), apart from the "
    "people quoted. Hedging is calibration: it can be care or evasion, and the number does not tell which.",
    formula="hedges and probability words × 100 ÷ words, in each voice; the narrator's leads",
    limits=(
        "A word list with context rules: irony, tense and legal usage escape it.",
        "Writers are not analysts: a probability word in a news text need not mean its ICD 203 band.",
        "“Alleged” is often a legal duty, not a stance.",
        "Counts words, not how much of the sentence they cover.",
    ),
    sources=(
        Citation(
            "Hyland, K.",
            2005,
            "Stance and engagement: a model of interaction in academic discourse",
            "https://doi.org/10.1177/1461445605050365",
        ),
        Citation(
            "Farkas, R., Vincze, V., Móra, G., Csirik, J., Szarvas, G.",
            2010,
            "The CoNLL-2010 Shared Task: Learning to Detect Hedges and their Scope in Natural Language Text",
            "https://aclanthology.org/W10-3001/",
        ),
        Citation(
            "Vincze, V.",
            2013,
            "Weasels, Hedges and Peacocks: Discourse-level Uncertainty in Wikipedia Articles",
            "https://aclanthology.org/I13-1044/",
        ),
        Citation(
            "Recasens, M., Danescu-Niculescu-Mizil, C., Jurafsky, D.",
            2013,
            "Linguistic Models for Analyzing and Detecting Biased Language",
            "https://aclanthology.org/P13-1162/",
        ),
        Citation(
            "Office of the Director of National Intelligence",
            2015,
            "Intelligence Community Directive 203: Analytic Standards",
            "https://www.dni.gov/files/documents/ICD/ICD%20203%20Analytic%20Standards.pdf",
        ),
    ),
    figures=_figures(),
    minimum_words=100,
    measure=measure,
)
