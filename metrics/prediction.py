"""Sentences about what has not happened: appointments, predictions and conditions, by voice."""

from __future__ import annotations

from collections.abc import Mapping

from crossread.document import Document
from crossread.indicators.futures import find_marks
from crossread.metric import Metric, Options, percentage_interval
from crossread.model import VOICES, Citation, Detail, Evidence, FigureInfo, Interval, Measurement, VoiceValue
from crossread.quality import UNSEEN, read_by_one

_CATEGORIES = ("scheduled", "prediction", "conditional", "past_future")
_SPECULATIVE = ("prediction", "conditional")
_LEAST = 4  # words a voice has in a sentence that counts for it, where none of them is marked: less is "said Holt"

_Found = dict[tuple[str, str], set[int]]  # category and voice -> sentences


def measure(document: Document, options: Options) -> Measurement:
    """The share of the narrator's sentences that predict or suppose; each category beside it."""
    words = document.words
    sentences = {
        voice: dict.fromkeys((i for i, size in words.sizes[voice].items() if size >= _LEAST), 1) for voice in VOICES
    }
    evidence = []
    found: _Found = {}
    for mark in find_marks(document):
        voice, sentence = words.voices[mark.first], words.sentences[mark.first]
        if voice is None:
            continue
        sentences[voice][sentence] = 1
        found.setdefault((mark.category, voice), set()).add(sentence)
        start, end = words.starts[mark.first], words.ends[mark.last]
        evidence.append(Evidence(start, end, f"prediction.{mark.category}", mark.note, voice))
    by_voice: dict[str, VoiceValue] = {voice: _share(found, _SPECULATIVE, voice, sentences[voice]) for voice in VOICES}
    narrator = sentences["narrator"]
    return METRIC.measured(
        by_voice["narrator"].value,
        len(narrator),
        by_voice=by_voice,
        interval=_interval(found, _SPECULATIVE, narrator),
        details=[_detail(found, category, narrator) for category in _CATEGORIES],
        evidence=evidence,
    )


def _hit(found: _Found, categories: tuple[str, ...], voice: str) -> set[int]:
    return set[int]().union(*(found.get((category, voice), ()) for category in categories))


def _share(found: _Found, categories: tuple[str, ...], voice: str, sentences: Mapping[int, int]) -> VoiceValue:
    n = len(sentences)
    return VoiceValue(100 * len(_hit(found, categories, voice)) / n if n else None, n)


def _interval(found: _Found, categories: tuple[str, ...], sentences: Mapping[int, int]) -> Interval | None:
    """The interval of a share of the narrator's sentences, which are the sampled units."""
    return percentage_interval(dict.fromkeys(_hit(found, categories, "narrator"), 1), sentences)


def _detail(found: _Found, category: str, sentences: Mapping[int, int]) -> Detail:
    share = _share(found, (category,), "narrator", sentences)
    return Detail(
        f"{category}_sentences",
        share.value,
        share.n,
        _interval(found, (category,), sentences),
        "" if share.n else "no sentence in the narrator's voice",
        (f"prediction.{category}",),
    )


METRIC = Metric(
    id="prediction",
    title="Predictions and conditions",
    theme="certainty",
    unit="% of sentences",
    n_unit="sentences",
    direction="descriptive",
    meaning="How much of what the narrator tells has not happened: sentences that predict (“will fall”, “is expected "
    "to”) or suppose (“if the wall falls”, “would flood”). Hedging marks words of doubt; this marks the time a "
    "sentence speaks of, however sure it sounds. Appointments (“will meet on Tuesday”) are told apart.",
    formula="sentences with a prediction or a condition × 100 ÷ sentences, in each voice; the narrator's leads",
    limits=(
        f"A sentence counts for a voice that has {_LEAST} words in it or a mark.",
        "A word list with context rules: futures without such words (“the race next year”) are missed.",
        "“Will” may tell a refusal or a habit, and “would” what used to be.",
        "“May” and “might” are left to hedging: they speak of the present as often.",
        "“Would” in indirect speech is the speaker's “will” and is counted apart, in no share.",
    ),
    sources=(
        Citation(
            "Fan, L., White, M., Sharma, E., Su, R., Choubey, P. K., Huang, R., Wang, L.",
            2019,
            "In Plain Sight: Media Bias Through the Lens of Factual Reporting",
            "https://aclanthology.org/D19-1664/",
        ),
    ),
    quality=(
        read_by_one("appointments", 0.94, 72, "prediction"),
        read_by_one("predictions", 0.98, 100, "prediction"),
        read_by_one("conditions", 0.93, 100, "prediction"),
        read_by_one("the future of a past", 0.92, 38, "prediction"),
        read_by_one("predictions", 0.92, 100, "prediction", UNSEEN),
        read_by_one("conditions", 0.93, 100, "prediction", UNSEEN),
    ),
    figures=(
        FigureInfo("scheduled_sentences", "Appointments", "% of narrator sentences", "Not in the value."),
        FigureInfo(
            "prediction_sentences", "Predictions", "% of narrator sentences", "“Will”, “is expected to”, “plans to”."
        ),
        FigureInfo(
            "conditional_sentences", "Conditions", "% of narrator sentences", "“If”, “unless”, “would”, “could”."
        ),
        FigureInfo(
            "past_future_sentences",
            "The future of a past",
            "% of narrator sentences",
            "“Would” in indirect speech, “was expected to”; not in the value.",
        ),
    ),
    minimum_words=100,
    measure=measure,
)
