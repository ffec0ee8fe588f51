"""Loaded wording: words that judge, colour or press as well as tell, by voice.

The words are in `lexicons/loading.tsv`, each with a strength: 3 is loaded on its face ("cronies"), 2
in most uses ("controversial"), 1 only colours ("praised") and stays out of the rate. The code says
when a word does not count, and which sentences carry most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossread.document import Document
from crossread.lexicon import context_words
from crossread.metric import Metric, Options
from crossread.model import Citation, Detail, Evidence, FigureInfo, Measurement, Quality
from crossread.terms import Hit, Tally, terms_in_body
from crossread.text.words import Words

CATEGORIES = {
    "attack": "Harsh verbs (“slammed”, “vilify”)",
    "colour": "Vivid or judging verbs (“touted”, “squander”)",
    "evaluation": "Evaluative words (“disgraceful”, “brilliantly”)",
    "judgement": "Judging nouns (“debacle”, “witch hunt”)",
    "person": "Loaded words for people (“cronies”, “zealot”)",
    "label": "Names that take a side (“regime”, “death tax”)",
    "intensifier": "Intensifiers (“utterly”, “whopping”)",
    "rhetoric": "Stock phrases of argument (“tip of the iceberg”)",
}
FAINT = "faint"  # the category of words that only colour
_EMPHASIS = "emphasis"  # words that are never marked: they tell how much a sentence presses
_WEIGHTS = {1: 0.4, 2: 1.0, 3: 1.5}
_PRESSING = 0.5  # what each word of emphasis adds to the weight of its sentence's loaded words
_MOST_LOADED = 3  # sentences listed
_LEAST_WEIGHT = 2.0  # of a sentence that is listed
_SENTENCES = "political news and opinion, biased words annotated, faint words counted"
_ARTICLES = "political news, slanted words annotated, faint words counted, length alone .659"
_LEGAL = frozenset(("judgement", "person"))


class Loaded(NamedTuple):
    """A loaded word or phrase and what it weighs in its sentence."""

    hit: Hit
    weight: float


def measure(document: Document, options: Options) -> Measurement:
    """Loaded words per 100 narrator words, the categories and the sentences that carry most."""
    found = list(loaded_words(document))
    tally = Tally(document, (item.hit for item in found))
    by_voice = tally.rates(tuple(CATEGORIES))
    details = [tally.rate(category, _rules(category)) for category in CATEGORIES]
    every_rule = tuple(rule for category in CATEGORIES for rule in _rules(category))
    details += [
        tally.sentences("loaded_sentences", tuple(CATEGORIES), every_rule),
        tally.rate(FAINT, _rules(FAINT)),
    ]
    heaviest = _most_loaded(document, found)
    details.append(Detail("most_loaded", len(heaviest), n=tally.total, rules=("loading.most_loaded",)))
    return METRIC.measured(
        by_voice["narrator"].value,
        tally.total,
        by_voice=by_voice,
        interval=tally.interval(tuple(CATEGORIES)),
        details=details,
        evidence=[*tally.evidence, *heaviest],
    )


def loaded_words(document: Document) -> Iterator[Loaded]:
    """Every loaded word of the body with its weight: its strength, more where its sentence presses the point."""
    words = document.words
    emphasis = Counter[int]()
    hits = []
    for match in terms_in_body(document, "loading", as_names="label"):
        entry = match.entry
        if entry.category == _EMPHASIS:
            emphasis[words.sentences[match.first]] += 1
        elif not (entry.category in _LEGAL and _is_legal(words, match.first)):
            category = FAINT if entry.strength == 1 else entry.category
            hits.append(Hit(match, category, f"loading.{category}", f"{entry.note}, strength {entry.strength}"))
    for hit in hits:
        pressing = 1 + _PRESSING * emphasis[words.sentences[hit.match.first]]
        yield Loaded(hit, _WEIGHTS[hit.match.entry.strength] * pressing)


def _rules(category: str) -> tuple[str, ...]:
    return (f"loading.{category}",)


def _is_legal(words: Words, index: int) -> bool:
    """Whether a charge is named and not made: "charged with fraud", not "the trial was a fraud"."""
    context = context_words("loading_context")
    for at in range(index - 1, max(index - 5, -1), -1):
        form = words.forms[at]
        if words.sentences[at] != words.sentences[index] or form in context["verdict"]:
            return False
        if form in context["charge"]:
            return True
    return False


def _most_loaded(document: Document, found: Sequence[Loaded]) -> list[Evidence]:
    """The narrator's sentences that weigh most, heaviest first of equals the earlier; told by length as well."""
    words = document.words
    weights: dict[int, float] = {}
    for hit, weight in found:
        if words.voices[hit.match.first] == "narrator":
            sentence = words.sentences[hit.match.first]
            weights[sentence] = weights.get(sentence, 0.0) + weight
    heavy = [(-weight, sentence) for sentence, weight in weights.items() if weight >= _LEAST_WEIGHT]
    evidence = []
    for weight, number in sorted(heavy)[:_MOST_LOADED]:
        sentence_at = document.sentences[number]
        note = f"weighs {-weight:.1f} by its loaded words and its words of emphasis"
        evidence.append(Evidence(sentence_at.start, sentence_at.end, "loading.most_loaded", note, "narrator"))
    return evidence


def _figures() -> tuple[FigureInfo, ...]:
    figures = []
    for category, label in (*CATEGORIES.items(), (FAINT, "Faintly coloured words (“praised”, “battle”)")):
        apart = "; not in the rate" if category == FAINT else ""
        figures.append(FigureInfo(f"{category}_rate", label, "per 100 words", f"Per 100 narrator words{apart}."))
    return (
        *figures,
        FigureInfo(
            "loaded_sentences",
            "Sentences with a loaded word",
            "% of narrator sentences",
            "Sentences with a word of strength 2 or 3 in the narrator's voice.",
        ),
        FigureInfo(
            "most_loaded",
            "Most loaded sentences",
            "sentences",
            "Up to three of the narrator's, by the weight of their loaded words.",
        ),
    )


METRIC = Metric(
    id="loading",
    title="Loaded wording",
    theme="tone",
    unprinted=("loading.faint",),
    marks_shown=True,
    unit="per 100 words",
    n_unit="words",
    direction="descriptive",
    meaning=(
        "How often the narrator uses words that judge, colour or press as well as tell. Opinion writing is made of "
        "them, reports have few. A loaded word can be the right one: look at the words, and at what the other "
        "articles call the same thing."
    ),
    formula=(
        "100 × loaded words and phrases of strength 2 or 3 ÷ words, in each voice; the narrator's leads. Words of "
        "strength 1, which only colour, are counted apart. A sentence's weight is the sum of .4, 1 or 1.5 for each of "
        "its words of strength 1, 2 or 3, times 1 + half the number of its words of emphasis or spoken address "
        "(“even”, “must”, “you”), which are not marked."
    ),
    limits=(
        "A word list: irony, understatement and a slant by what is chosen or left out escape it.",
        "Words are judged by their common use; in a story on racism “racist” names the subject.",
        "Words of favour and of blame count alike, and so do those for either side of politics, as far as the list's "
        "authors could see to it.",
        "Sport, reviews and obituaries judge by trade.",
    ),
    sources=(
        Citation(
            "Recasens, M., Danescu-Niculescu-Mizil, C., Jurafsky, D.",
            2013,
            "Linguistic Models for Analyzing and Detecting Biased Language",
            "https://aclanthology.org/P13-1162/",
        ),
        Citation(
            "Fan, L., White, M., Sharma, E., Su, R., Choubey, P. K., Huang, R., Wang, L.",
            2019,
            "In Plain Sight: Media Bias Through the Lens of Factual Reporting",
            "https://aclanthology.org/D19-1664/",
        ),
        Citation(
            "Spinde, T., Plank, M., Krieger, J.-D., Ruas, T., Gipp, B., Aizawa, A.",
            2021,
            "Neural Media Bias Detection Using Distant Supervision With BABE",
            "https://aclanthology.org/2021.findings-emnlp.101/",
        ),
    ),
    quality=(
        Quality("biased sentences ranked within their outlet", "AUC", 0.763, 1546, "sentences", _SENTENCES),
        Quality("opinion ranked above report", "AUC", 0.809, 1546, "sentences", _SENTENCES),
        Quality("words marked as biased", "F1", 0.363, 1546, "sentences", _SENTENCES),
        Quality("sentences with slanted words of the outlet's own", "AUC", 0.740, 3765, "sentences", _ARTICLES),
    ),
    figures=_figures(),
    minimum_words=100,
    decimals=2,
    measure=measure,
)
