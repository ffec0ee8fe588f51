"""How sure the text sounds: hedges, boosters, absolutes, distancing and probability words, by voice.

The words are in `lexicons/hedging.tsv`; `crossread.indicators.certainty` says when one of them does not count:
"May" the month, "military might", "could" as past ability, a word inside a name or a title.
"""

from __future__ import annotations

from crossread.document import Document
from crossread.indicators.certainty.judging import BANDS, hits
from crossread.metric import Metric, Options
from crossread.model import Citation, Detail, FigureInfo, Measurement, Quality
from crossread.terms import Tally

_BAND_RULES = tuple(f"hedging.{band}" for band in BANDS.values())
_RULES = {
    "hedge": ("hedging.hedge", "hedging.degree", "hedging.rounding", *_BAND_RULES),
    "booster": ("hedging.booster",),
    "absolute": ("hedging.absolute",),
    "distancing": ("hedging.distancing",),
    "unspecific": ("hedging.unspecific",),
    "rating": ("hedging.rating",),
    "frequency": ("hedging.frequency",),
    "possibility": ("hedging.possibility",),
}
_WIKIPEDIA = "Wikipedia, each sentence annotated as uncertain or not"
_PLAIN = 3  # the strength of a hedge that is plain on its face


def measure(document: Document, options: Options) -> Measurement:
    """Hedges per 100 narrator words; the other categories and the probability words beside them."""
    found = list(hits(document))
    tally = Tally(document, found)
    by_voice = tally.rates(("hedge",))
    voices = document.words.voices
    plain = sum(
        hit.category == "hedge" and hit.match.entry.strength == _PLAIN and voices[hit.match.first] == "narrator"
        for hit in found
    )
    return METRIC.measured(
        by_voice["narrator"].value,
        tally.total,
        by_voice=by_voice,
        interval=tally.interval(("hedge",)),
        details=_details(tally, plain),
        evidence=tally.evidence,
    )


def _details(tally: Tally, plain: int) -> list[Detail]:
    """The narrator's counts and rates by category, then the probability words by band."""
    details = []
    for category, rules in _RULES.items():
        details.append(tally.count(category, rules))
        if category != "hedge":
            details.append(tally.rate(category, rules))
    hedges = int(details[0].value or 0)
    details.append(Detail("plain_hedges", plain, n=hedges, rules=_RULES["hedge"]))
    details.append(tally.of_rules("degree_hedges", ("hedging.degree", "hedging.rounding"), n=hedges))
    details.append(tally.sentences("hedged_sentences", ("hedge",), _RULES["hedge"]))
    probability = tally.of_rules("probability_words", _BAND_RULES)
    details.append(probability)
    for band, rule in zip(BANDS.values(), _BAND_RULES, strict=True):
        details.append(tally.of_rules(band, (rule,), n=int(probability.value or 0)))
    return details


def _figures() -> tuple[FigureInfo, ...]:
    def rate(category: str, label: str, meaning: str) -> tuple[FigureInfo, ...]:
        return (
            FigureInfo(f"{category}_count", label, "words", f"{meaning}; narrator's voice."),
            FigureInfo(f"{category}_rate", f"{label}, rate", "per 100 words", f"{meaning}; per 100 narrator words."),
        )

    return (
        FigureInfo("hedge_count", "Hedges", "words", "Hedges and probability words in the narrator's voice."),
        *rate("booster", "Boosters", "Words that close off doubt (“clearly”, “undoubtedly”)"),
        *rate("absolute", "Absolutes", "Words that leave no exception (“always”, “nobody” in a general claim)"),
        *rate("distancing", "Distancing words", "Words that hold a statement at arm's length (“reportedly”)"),
        *rate("unspecific", "Unspecific words", "Words that leave open who, how many or how often (“some”, “widely”)"),
        *rate(
            "rating", "Ratings without a measure", "Words that rate without saying by whose measure (“one of the best”)"
        ),
        *rate("frequency", "Frequency words", "How often, with no figure (“usually”)"),
        *rate("possibility", "Non-epistemic “may”", "“May” for what is allowed, feasible or happens at times"),
        FigureInfo(
            "plain_hedges", "Hedges plain on their face", "words", "Narrator's hedges of strength 3 in our list."
        ),
        FigureInfo(
            "degree_hedges",
            "Softened degrees and numbers",
            "words",
            "Hedges that soften how much, not whether (“about 40”).",
        ),
        FigureInfo("hedged_sentences", "Sentences with a hedge", "% of narrator sentences"),
        FigureInfo(
            "probability_words", "Probability words", "words", "Words with a band in ICD 203; narrator's voice."
        ),
        *(
            FigureInfo(rule, f"Probability {band}", "words", "Narrator's words that ICD 203 gives this band.")
            for band, rule in BANDS.items()
        ),
    )


METRIC = Metric(
    id="hedging",
    title="Hedging",
    theme="certainty",
    marks_shown=True,
    unit="per 100 words",
    n_unit="words",
    direction="descriptive",
    meaning="How often the narrator leaves a statement open (“may”, “appears to”, “unlikely”), apart from the "
    "people quoted. Hedging is calibration: it can be care or evasion, and the number does not tell which.",
    formula="hedges, with softened degrees and numbers and probability words, × 100 ÷ words, in each voice; "
    "the narrator's leads",
    limits=(
        "A word list with context rules: irony, tense and legal usage escape it.",
        "Writers are not analysts: a probability word in a news text need not mean its ICD 203 band.",
        "“Alleged” is often a legal duty, not a stance.",
        "The “may” of permission and of what happens at times is told from doubt by its sentence alone.",
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
            "Lakoff, G.",
            1973,
            "Hedges: A study in meaning criteria and the logic of fuzzy concepts",
            "https://doi.org/10.1007/BF00262952",
        ),
        Citation("Palmer, F. R.", 2001, "Mood and Modality", "https://doi.org/10.1017/CBO9781139167178"),
        Citation(
            "Office of the Director of National Intelligence",
            2015,
            "Intelligence Community Directive 203: Analytic Standards",
            "https://www.dni.gov/files/documents/ICD/ICD%20203%20Analytic%20Standards.pdf",
        ),
    ),
    quality=(
        Quality("sentences with a hedge", "precision", 0.728, 1500, "sentences", _WIKIPEDIA),
        Quality("sentences with a hedge", "recall", 0.892, 1500, "sentences", _WIKIPEDIA),
        Quality("sentences with a hedge", "F1", 0.801, 1500, "sentences", _WIKIPEDIA),
        Quality("sentences ranked by their number of hedges", "AUC", 0.804, 1500, "sentences", _WIKIPEDIA),
    ),
    figures=_figures(),
    minimum_words=100,
    measure=measure,
)
