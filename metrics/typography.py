"""Emphasis by type and mark: exclamation marks, words in capitals, the headline's punctuation."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from crossread.document import Document
from crossread.metric import Metric, Options, rate_by_voice, rate_interval
from crossread.model import VOICES, Citation, Detail, Evidence, FigureInfo, Interval, Measurement, Zone

_MARKS = re.compile(r"[!?]+")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)[\"'”’)\]]?$")
_BODY = ("exclamation", "question", "mark_run", "capitals")
_HEADLINE = ("headline_exclamations", "headline_questions", "headline_ellipsis", "headline_capitals")
# What the rate counts.
_EMPHASIS = ("typography.exclamation", "typography.mark_run", "typography.capitals")


def measure(document: Document, options: Options) -> Measurement:
    """Emphatic marks and words in capitals per 100 narrator words; questions and headline apart."""
    capitals = document.emphasised
    body = [*_marks(document), *_capitals(document, capitals)]
    titles = [zone for zone in document.article.zones if zone.kind == "title"]
    headline = [item for zone in titles for item in _headline(document, zone, capitals)]
    hits = Counter(item.voice for item in body if item.rule in _EMPHASIS)
    spoken: dict[str, int] = {voice: document.words.size(voice) for voice in VOICES}
    rates = rate_by_voice({voice: hits[voice] for voice in VOICES}, spoken)
    counts = Counter(item.rule for item in body if item.voice == "narrator")
    details = [_detail(f"typography.{name}", counts, spoken["narrator"]) for name in _BODY]
    if titles:
        in_headline = Counter(item.rule for item in headline)
        details += [_detail(f"typography.{name}", in_headline, None) for name in _HEADLINE]
    else:
        details += [Detail(name, None, reason="no headline found in this copy") for name in _HEADLINE]
    return METRIC.measured(
        rates["narrator"].value,
        spoken["narrator"],
        by_voice=rates,
        interval=_interval(document, body, spoken["narrator"]),
        details=details,
        evidence=[*body, *headline],
    )


def _detail(rule: str, counts: Counter[str], n: int | None) -> Detail:
    return Detail(rule.partition(".")[2], counts[rule], n=n, rules=(rule,))


def _marks(document: Document) -> Iterator[Evidence]:
    """Runs of "!" and "?" in the body: one mark counts as itself, a run of several as one run."""
    text = document.text
    if "!" not in text and "?" not in text:
        return
    for run in document.voices:
        for match in _MARKS.finditer(text, run.start, run.end):
            rule, note = _mark_rule(match.group())
            yield Evidence(match.start(), match.end(), rule, note, run.voice)


def _mark_rule(marks: str) -> tuple[str, str]:
    if marks == "!":
        return "typography.exclamation", "exclamation mark"
    if marks == "?":
        return "typography.question", "question mark"
    return "typography.mark_run", f"{len(marks)} marks in a row"


def _capitals(document: Document, capitals: Sequence[int]) -> Iterator[Evidence]:
    words = document.words
    for index in capitals:
        if words.voices[index] is not None:
            note = "ordinary word in capitals"
            yield Evidence(words.starts[index], words.ends[index], "typography.capitals", note, words.voices[index])


def _headline(document: Document, zone: Zone, capitals: Sequence[int]) -> Iterator[Evidence]:
    """Marks and words in capitals of the headline; they belong to no voice."""
    text, words = document.text, document.words
    for match in _MARKS.finditer(text, zone.start, zone.end):
        marks = match.group()
        rule = "headline_exclamations" if "!" in marks else "headline_questions"
        yield Evidence(match.start(), match.end(), f"typography.{rule}", f"“{marks}” in the headline")
    end = zone.start + len(text[zone.start : zone.end].rstrip())
    ellipsis = _ELLIPSIS.search(text, max(zone.start, end - 4), end)
    if ellipsis:
        note = "the headline breaks off"
        yield Evidence(ellipsis.start(), ellipsis.end(), "typography.headline_ellipsis", note)
    within = words.within(zone.start, zone.end)
    for index in capitals:
        if index in within:
            note = "ordinary word in capitals in the headline"
            yield Evidence(words.starts[index], words.ends[index], "typography.headline_capitals", note)


def _interval(document: Document, body: Sequence[Evidence], narrator: int) -> Interval | None:
    """Sentences as the sampled units; where nothing was found, the rule of three bounds the rate."""
    emphatic = [item for item in body if item.voice == "narrator" and item.rule in _EMPHASIS]
    if not emphatic:
        return Interval(0.0, min(100.0, 300 / narrator)) if narrator else None
    starts = [sentence.start for sentence in document.sentences]
    hits = Counter(bisect_right(starts, item.start) - 1 for item in emphatic)
    return rate_interval(hits, document.words.sizes["narrator"])


METRIC = Metric(
    id="typography",
    title="Typographic emphasis",
    theme="form",
    unit="per 100 words",
    n_unit="words",
    direction="descriptive",
    meaning=(
        "How often the narrator raises the voice on the page: exclamation marks, runs of marks (“?!”) and ordinary "
        "words in capitals. News writing has next to none. The headline's marks are listed apart; an ellipsis or a "
        "question there holds something back."
    ),
    formula=(
        "100 × (single exclamation marks + runs of two or more ! and ? + ordinary words of four letters or more in "
        "capitals) ÷ narrator words of the body. Question marks are counted apart and are not in the rate. A word is "
        "ordinary when the article also writes it in lower case, when it is on the Dale-Chall list of easy words or in "
        "VADER's lexicon, or by its ending; so acronyms and names in capitals do not count."
    ),
    limits=(
        "Capitals may be the page's design and not the writer's; an all-capitals headline often is.",
        "An ordinary word on neither list that stands in capitals only is missed.",
        "An acronym spelt like an ordinary word is counted unless it stands in brackets or is explained in them.",
        "A headline cut short by the site ends with an ellipsis too.",
    ),
    sources=(
        Citation(
            "Hanley, J. A. & Lippman-Hand, A.",
            1983,
            "If nothing goes wrong, is everything all right? Interpreting zero numerators",
            "https://doi.org/10.1001/jama.1983.03330370053031",
        ),
        Citation(
            "Horne, B. D. & Adalı, S.",
            2017,
            "This just in: fake news packs a lot in title, uses simpler, repetitive content in text body",
            "https://doi.org/10.1609/icwsm.v11i1.14976",
        ),
    ),
    unmeasured="not measured against annotations: most of what it counts is a character",
    figures=(
        FigureInfo("exclamation", "Exclamation marks", "count", "Narrator, single marks."),
        FigureInfo("question", "Question marks", "count", "Narrator, single marks; not in the rate."),
        FigureInfo("mark_run", "Runs of marks", "count", "Narrator: “?!”, “!!” and longer."),
        FigureInfo("capitals", "Ordinary words in capitals", "count", "Narrator."),
        FigureInfo("headline_exclamations", "Headline exclamations", "count", "Runs of marks with “!” in them."),
        FigureInfo("headline_questions", "Headline questions", "count"),
        FigureInfo("headline_ellipsis", "Headline ends with an ellipsis", "count"),
        FigureInfo("headline_capitals", "Headline words in capitals", "count", "Ordinary words only."),
    ),
    minimum_words=50,
    decimals=2,
    measure=measure,
)
