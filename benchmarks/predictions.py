"""What crossread finds in one corpus row, in the form the scorer asks for.

Each task is one function from a row or its document to a prediction; spans are those of the
document, and `quality.py` carries them back to the row's own text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

from msgspec.structs import replace

from crossread.document import Document
from crossread.errors import InputError
from crossread.events.grouping import group_by_event
from crossread.metrics import asides as aside_metric
from crossread.metrics import hedging, loading
from crossread.model import BODY_ZONES, Article, Attribution, Found, Metadata, Origin, Span, Zone
from crossread.parse import document_from_text, parse
from crossread.reading import article_from_text
from crossread.reading.compose import compose
from crossread.reading.formats.html import read_any
from crossread.reading.page import Raw

Row = Mapping[str, Any]
Carry = Callable[[int, int], tuple[int, int] | None]

# What the corpus calls an aside: the author's bio, "follow us" lines, editor's notes, section furniture.
ASIDE_ZONES = frozenset(
    {"author_bio", "correction", "furniture", "credit", "related", "caption", "advertisement", "date_line"}
)
CALL = "asides.call"  # "sign up here", "follow us": the corpus marks the whole sentence
# The corpus marks who is not named and what is not vouched for. Boosters and absolutes say the writer is sure;
# words of degree, round numbers, "often" and the "may" of permission say how much, how often and what can be done.
NOT_A_HEDGE = (
    "hedging.booster",
    "hedging.absolute",
    "hedging.degree",
    "hedging.rounding",
    "hedging.frequency",
    "hedging.possibility",
)
QUOTED_WEIGHT = 0.2
# Corpora of lone sentences: each is taken as body text, since nothing on it could tell a title.
SENTENCES = ("babe-", "wiki-hedges")


@dataclass(frozen=True, slots=True)
class Task:
    """A scored task: the corpora it is asked of, and how its prediction is made.

    `predict` is given the row's document; `predict_row` is given the row itself, where that is no
    text, and `predict_all` all rows of a corpus, where it is about them together. `scored_as` names the
    task this is another answer to.
    """

    name: str
    corpora: tuple[str, ...]
    predict: Callable[[Document, Carry], dict[str, Any]] | None = None
    predict_row: Callable[[Row], dict[str, Any]] | None = None
    predict_all: Callable[[Sequence[Row]], Iterable[dict[str, Any]]] | None = None
    scored_as: str = ""

    @property
    def asked(self) -> str:
        """The name of the task for the scorer."""
        return self.scored_as or self.name


def read_row(text: str, *, whole_page: bool) -> Document:
    """The document of a row: read as a page with its zones found, or taken as body throughout."""
    if whole_page:
        return document_from_text(text)
    digest = sha256(text.encode()).hexdigest()
    zones = (Zone("body", 0, len(text), "corpus sentence"),) if text.strip() else ()
    return parse(Article(digest[:12], Origin("text", "corpus", digest), Metadata(), text, zones))


def attribution(document: Document, carry: Carry) -> dict[str, Any]:
    """Source, cue and content of every attribution.

    Where nobody is named beside the words but the speaker is known from before, the source is the
    speaker's nearest mention before the content: see `nearest_mention`.
    """
    found = []
    for item in document.attributions:
        source = item.source or nearest_mention(document, item)
        if item.rule == "relative" and source and item.cue:
            source = relative_pronoun(document, source.end, item.cue.spans[0].start) or source
        roles = {
            "source": _carried([source] if source else [], carry),
            "cue": _carried(item.cue.spans if item.cue else [], carry),
            "content": _carried(item.content, carry),
        }
        if any(roles.values()):
            found.append(roles)
    return {"attributions": found}


def relative_pronoun(document: Document, start: int, end: int) -> Span | None:
    """The "who" between a source and its cue: the corpus marks that, and not the name it stands for."""
    found = list(re.finditer(r"\b(?:who|which|that)\b", document.text[start:end]))
    return Span(start + found[-1].start(), start + found[-1].end()) if found else None


def nearest_mention(document: Document, item: Attribution) -> Span | None:
    """Where the text last named the speaker of an attribution that has no source beside it."""
    start = item.content[0].start if item.content else item.cue.spans[0].start if item.cue else 0
    mentions = (span for speaker in document.speakers if speaker.id == item.speaker for span in speaker.mentions)
    return max((span for span in mentions if span.end <= start), default=None)


def asides(document: Document, carry: Carry) -> dict[str, Any]:
    """The blocks of the page that are not the story itself, and sentences in it that call to act."""
    metric = aside_metric.METRIC
    calls = [item for item in metric.measure(document, metric.options()).evidence if item.rule == CALL]
    spans = [Span(zone.start, zone.end) for zone in document.article.zones if zone.kind in ASIDE_ZONES]
    for sentence in document.sentences:
        if any(sentence.start <= call.start < sentence.end for call in calls):
            spans.append(Span(sentence.start, sentence.end))
    return {"asides": _carried(spans, carry)}


def voice(document: Document, carry: Carry) -> dict[str, Any]:
    """Speech inside quotation marks, paragraph by paragraph; titles, terms and scare quotes are the outlet's words."""
    speech = (quotation for quotation in document.quotations if quotation.kind == "speech")
    return {"quoted": _carried((span for quotation in speech for span in quotation.spans), carry)}


def hedges(document: Document, carry: Carry) -> dict[str, Any]:
    """Hedges, words of probability and distancing words; `measure` is called without the minimum length."""
    metric = hedging.METRIC
    evidence = metric.measure(document, metric.options()).evidence
    spans = [Span(item.start, item.end) for item in evidence if not item.rule.startswith(NOT_A_HEDGE)]
    return {"hedges": _carried(spans, carry)}


def loaded(document: Document, carry: Carry) -> dict[str, Any]:
    """Loaded words with their weights; words inside quotation marks are the speaker's and weigh less."""
    found = []
    for hit, weight in loading.loaded_words(document):
        moved = carry(hit.match.start, hit.match.end)
        if moved:
            quoted = document.words.voices[hit.match.first] == "quoted"
            found.append([*moved, round(weight * (QUOTED_WEIGHT if quoted else 1), 3)])
    return {"loaded": found}


def body(row: Row) -> dict[str, Any]:
    """The story on a web page, a line for each of its blocks; "" where the page shows none.

    A page that shows only the opening of its story is answered with that, though crossread refuses it
    as an article.
    """
    raw = Raw(row["html"].encode(), row["id"], media_type="text/html", charset="utf-8", url=row.get("url", ""))
    try:
        page, _ = read_any(raw)
        article = compose(page, raw, "html")
    except InputError:
        return {"body": ""}
    return {"body": "\n".join(article.text[z.start : z.end] for z in article.zones if z.kind in BODY_ZONES)}


def groups(rows: Sequence[Row], *, dated: bool) -> Iterator[dict[str, Any]]:
    """The group of each row, from its text, its title and, where `dated`, its date; a lone row is its own group."""
    found = [_reported(row, dated) for row in rows]
    events = group_by_event(found)
    numbers = {article: number for number, group in enumerate(events.groups) for article in group.articles}
    for article in found:
        yield {"group": numbers.get(article.id, f"alone {article.id}")}


def _reported(row: Row, dated: bool) -> Article:
    """The row as crossread reads it from a table of articles."""
    article = article_from_text(row["text"])
    told = {"title": row.get("title"), "published": row.get("date") if dated else None}
    found = {field: Found(value, f"row.{field}") for field, value in told.items() if value}
    return replace(article, metadata=replace(article.metadata, **({"published": None} | found)))


def _carried(spans: Iterable[Span], carry: Carry) -> list[list[int]]:
    return [list(moved) for span in spans if (moved := carry(span.start, span.end))]


TASKS: tuple[Task, ...] = (
    Task("attribution", ("polnear-",), attribution),
    Task("asides", ("polnear-",), asides),
    Task("voice", ("basil-",), voice),
    Task("hedging", ("wiki-hedges",), hedges),
    Task("loaded", ("babe-", "basil-"), loaded),
    Task("grouping", ("basil-",), predict_all=partial(groups, dated=True)),
    Task("grouping-undated", ("basil-",), predict_all=partial(groups, dated=False), scored_as="grouping"),
    Task("body", ("pages",), predict_row=body),
)
