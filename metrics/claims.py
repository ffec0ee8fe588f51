"""What a reader may want a source for: the narrator's numbers, accusations and predictions, with and without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossread.document import Document
from crossread.indicators.claim_words import accusations, predictions, words_at
from crossread.indicators.figures_told import told_figures
from crossread.indicators.named_documents import named_documents
from crossread.indicators.sourced import Sources
from crossread.lexicon import context_words
from crossread.metric import Metric, Options, percentage_interval
from crossread.model import Citation, Detail, Evidence, FigureInfo, Interval, Measurement, Voice, VoiceValue
from crossread.quality import ATTRIBUTING, read_by_one

_KINDS = ("number", "accusation", "prediction")
_OPEN = {kind: f"claims.{kind}" for kind in _KINDS}
_SOURCED = {kind: f"claims.{kind}_sourced" for kind in _KINDS}
_NUMBERS = (_OPEN["number"], _SOURCED["number"])
_NOT_FOUND = "no source found in or beside the sentence"
_ON_RECORD = "a court, a charge or a suit is named in the sentence"


class _Claim(NamedTuple):
    """Words that claim something, and the source found for them, "" where none was."""

    start: int
    end: int
    kind: str
    sentence: int
    voice: Voice | None
    source: str


def measure(document: Document, options: Options) -> Measurement:
    """The share of the narrator's sentences with a claim in which, and beside which, no source was found."""
    claims = list(_claims(document))
    told = [claim for claim in claims if claim.voice == "narrator"]
    share, n, interval = _open_share(told)
    return METRIC.measured(
        share,
        n,
        by_voice={"narrator": VoiceValue(share, n)},
        interval=interval,
        details=[*(detail for kind in _KINDS for detail in _of_kind(kind, told)), *_of_numbers(claims)],
        evidence=[_mark(claim) for claim in claims],
    )


def _claims(document: Document) -> Iterator[_Claim]:
    """The narrator's accusations and predictions, and everybody's numbers, in the body."""
    words, matches, context = document.words, document.matches["claims"], context_words("claims_context")
    sources = Sources(
        document,
        named_documents(document, document.matches["documents"], context_words("documents_context")),
        context,
    )
    on_record = words_at(words, context["court"])
    for match in accusations(words, matches, context):
        sentence = words.sentences[match.first]
        source = sources.of(sentence) or (_ON_RECORD if sentence in on_record else "")
        yield _Claim(match.start, match.end, "accusation", sentence, "narrator", source)
    for match in predictions(document, matches, context):
        sentence = words.sentences[match.first]
        yield _Claim(match.start, match.end, "prediction", sentence, "narrator", sources.of(sentence))
    for sentence, number in told_figures(document, context):
        first = words.within(number.start, number.end)[:1]
        voice = words.voices[first[0]] if first else document.sentences[sentence].voice
        yield _Claim(number.start, number.end, "number", sentence, voice, sources.of(sentence))


def _open_share(claims: Sequence[_Claim]) -> tuple[float | None, int, Interval | None]:
    """The % of the sentences of some claims that have one without a source, their number, and an interval."""
    sentences = {claim.sentence: 1 for claim in claims}
    bare = {claim.sentence: 1 for claim in claims if not claim.source}
    if not sentences:
        return None, 0, None
    return 100 * len(bare) / len(sentences), len(sentences), percentage_interval(bare, sentences)


def _of_kind(kind: str, told: Sequence[_Claim]) -> Iterator[Detail]:
    """The narrator's sentences with a claim of a kind, those without a source, and their share."""
    claims = [claim for claim in told if claim.kind == kind]
    share, n, interval = _open_share(claims)
    bare = len({claim.sentence for claim in claims if not claim.source})
    yield Detail(f"{kind}_sentences", n, n=n, rules=(_OPEN[kind], _SOURCED[kind]))
    yield Detail(f"{kind}_open", bare, n=n, rules=(_OPEN[kind],))
    reason = "" if n else f"no {kind} found in the narrator's voice by our rules"
    yield Detail(f"{kind}_open_share", share, n, interval, reason, (_OPEN[kind],))


def _of_numbers(claims: Sequence[_Claim]) -> Iterator[Detail]:
    """The share of the body's numbers, in every voice, that stand in a sentence with a source."""
    numbers = [claim for claim in claims if claim.kind == "number"]
    n = len(numbers)
    sourced = sum(bool(claim.source) for claim in numbers)
    reason = "" if n else "no number found in the body by our rules"
    by_sentence = Counter(claim.sentence for claim in numbers)
    found = Counter(claim.sentence for claim in numbers if claim.source)
    interval = percentage_interval(found, by_sentence)
    yield Detail("numbers", n, n=n, rules=_NUMBERS)
    yield Detail("sourced_numbers", 100 * sourced / n if n else None, n, interval, reason, (_SOURCED["number"],))


def _mark(claim: _Claim) -> Evidence:
    rule = (_SOURCED if claim.source else _OPEN)[claim.kind]
    return Evidence(claim.start, claim.end, rule, f"{claim.kind}; {claim.source or _NOT_FOUND}", claim.voice)


def _figures() -> Iterator[FigureInfo]:
    for kind, plural, what in (
        ("number", "Numbers", "a number that is no date, age, time, address or score"),
        ("accusation", "Accusations", "words that say somebody did wrong"),
        ("prediction", "Predictions", "words that foretell"),
    ):
        yield FigureInfo(f"{kind}_sentences", f"{plural}, sentences", "sentences", f"Narrator's, with {what}.")
        yield FigureInfo(f"{kind}_open", f"{plural} without a source found", "sentences", "Of these sentences.")
        yield FigureInfo(
            f"{kind}_open_share", f"{plural}, share without a source found", "% of such sentences", "The narrator's."
        )
    yield FigureInfo("numbers", "Numbers in the body", "numbers", "In every voice; dates, ages and times left out.")
    yield FigureInfo(
        "sourced_numbers", "Numbers with a source", "% of numbers", "In a sentence for which a source was found."
    )


METRIC = Metric(
    id="claims",
    title="Claims without a source found",
    theme="sourcing",
    unprinted=("claims.number_sourced",),
    unit="% of claim sentences",
    n_unit="sentences with a claim",
    direction="descriptive",
    meaning="Of the narrator's sentences that hold a number, an accusation or a prediction, how many have no source "
    "that our rules find: nobody it is attributed to, no link, no document, nor a sentence beside it that names one.",
    formula="sentences of the narrator with a claim and no source found × 100 ÷ sentences of the narrator with a claim",
    limits=(
        "Common knowledge needs no source: the height of a mountain, the result of a past vote.",
        "What a reporter saw, counted or lived through, as a dateline may tell, has no other source.",
        "Rules find most attributions, not all: a source further off, or worded otherwise, is missed.",
        "A source in the sentence need not be the number's own.",
        "Numbers below ten are left out unless they measure something or count the dead, hurt or arrested; so are "
        "dates, ages, durations, times, scores, addresses and numbers in names.",
        "“Will” before a planned event, or in a sentence with a day, is no prediction here.",
        "A copy without links shows fewer sources than the page had.",
    ),
    sources=(
        Citation(
            "Zhang, A. X. et al.",
            2018,
            "A Structured Response to Misinformation: Defining and Annotating Credibility Indicators in News Articles",
            "https://doi.org/10.1145/3184558.3188731",
        ),
        Citation(
            "Redi, M., Fetahu, B., Morgan, J., Taraborelli, D.",
            2019,
            "Citation Needed: A Taxonomy and Algorithmic Assessment of Wikipedia's Verifiability",
            "https://doi.org/10.1145/3308558.3313618",
        ),
    ),
    quality=(
        read_by_one("numbers without a source found", 0.85, 40, "claims"),
        read_by_one("accusations without a source found", 0.67, 9, "claims"),
        read_by_one("predictions without a source found", 0.78, 40, "claims"),
        *ATTRIBUTING,
    ),
    figures=tuple(_figures()),
    minimum_words=100,
    measure=measure,
)
