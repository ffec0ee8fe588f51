"""The parse and the analysis: whatever the text, every offset lies inside it and nothing raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.document import Document
from crossread.errors import InputError
from crossread.model import Analysis
from crossread.parse import document_from_text, parse
from crossread.pipeline import analyse, choose_metrics
from crossread.reading import article_from_text, read
from crossread.registry import all_metrics

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
PHRASES = (
    "Ann Lee said ", "according to ", "“", "”", "‘", "’", '"', "'", "«", "»", "\n", "\n\n", ", ", ". ", "; ",
    ": ", " — ", "that ", "who ", "told ", "President ", "the BBC ", "It ", "she said", "saying ", "and ",
    "was rejected by ", "(", ")", "U.S. ", "By Ann Lee\n", "Updated: ", "BRILL (AP) – ", "1,000 ", "State ",
    "\x00", "\x1b", "\u202e", "\u00ad", "\N{ROCKET}", "\N{MATHEMATICAL BOLD CAPITAL A}", "İ", "ß", "e\u0301",
    "\u0301", "\r\n", "\u2028", "\u3000", "»,", "``", "''",
)  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PHRASES), st.text(max_size=6)), max_size=40).map("".join)


def spans(value: Any) -> Iterator[tuple[int, int]]:
    """Every (start, end) anywhere in a value of the model."""
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))
        start, end = getattr(value, "start", None), getattr(value, "end", None)
        if start is not None and end is not None:
            yield start, end
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans(item)


def parts(document: Document) -> list[Any]:
    return [
        document.article,
        document.sentences,
        document.voices,
        document.quotations,
        document.names,
        document.speakers,
        document.attributions,
    ]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_is_parsed_and_every_span_lies_inside_it(text: str) -> None:
    try:
        document = document_from_text(text)
    except InputError:
        assert not re.sub(r"[\s\u00ad\u200b\u2060\ufeff]", "", text)
        return
    length = len(document.text)
    assert all(0 <= start < end <= length for start, end in spans(parts(document)))
    for run in (document.article.zones, document.sentences, document.voices, document.quotations, document.names):
        places = [(item.start, item.end) for item in run]
        assert all(a[1] <= b[0] for a, b in pairwise(places))
    speakers = {speaker.id for speaker in document.speakers}
    mentioned = {a.speaker for a in document.attributions} | {q.speaker for q in document.quotations}
    assert mentioned <= speakers | {None}
    assert all(attribution.content for attribution in document.attributions)


@settings(max_examples=60, deadline=None)
@given(TEXTS.filter(lambda text: any(map(str.isalpha, text))))
def test_any_text_is_measured_the_same_twice(text: str) -> None:
    article = article_from_text(text)
    once = analyse(article)
    assert not [(m.metric, m.reason) for m in once.measurements if m.status == "failed"]
    assert all(0 <= start < end <= len(once.text) for start, end in spans(once.measurements))
    assert msgspec.json.encode(once) == msgspec.json.encode(analyse(article))


@pytest.mark.parametrize(
    "unit",
    [
        "a", "A", "1", "said ", "A ", "He said ", "Ann said, ", "“", "“ ", "“x” ", '"', '" ', '"a b c d e" ',
        "'", "' ", "‘", "„", "«", "`", ",", ", ", "(", "( ", "[", "[]", "—", "Ann — said ", ".", ". ", "…",
        "-", "a-", "a'", "a''", "&", "A&", "U.S.", "U.S. ", "Mr. ", "President ", "Bank of ", "Ann and ",
        "according to ", "according to Ann, ", "who said ", ", saying ", "told Ann ", "said that ",
        "was rejected by ", "“x,” said Ann. ", "“x,” said Ann, ", "“a b c d e,” he said, ", "“pa\n\n", "A\n",
        "Ann said so.\n\n", "By Ann\n\n", "\u0301\u0316", "İ ", "\x07", "http://", "@a ", "10:", "1,", "x;",
        "Updated: ", "Share ", "© ", "is a writer ", "Tuesday ",
    ],
)  # fmt: skip
def test_a_hundred_thousand_characters_of_anything_are_parsed(unit: str) -> None:
    document = document_from_text("x" + unit * (100_000 // len(unit)) + "x")
    assert document.sentences
    assert document.voices or not [zone for zone in document.article.zones if zone.kind == "body"]


def test_many_names_and_speakers_are_each_kept() -> None:
    names = [f"Ann L{a}{b}{c}e" for a in "bcdfghjklm" for b in "bcdfghjklm" for c in "bcdfghjklm"]
    document = document_from_text("\n\n".join(f"The minister, {name}, said the old wall leaked." for name in names))
    assert len(document.speakers) == len(names)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_the_parts_of_a_document_carry_over_into_the_analysis(path: Path) -> None:
    article = read(path)
    document, analysis = parse(article), analyse(article)
    assert isinstance(analysis, Analysis)
    for name in ("sentences", "voices", "quotations", "names", "speakers", "attributions"):
        assert getattr(analysis, name) == getattr(document, name)
    for name in ("id", "origin", "metadata", "text", "zones"):
        assert getattr(analysis, name) == getattr(article, name)


def test_metrics_are_measured_in_the_registrys_order_and_only_those_chosen() -> None:
    known = all_metrics()
    article = read(SEEDS[0])
    assert [m.metric for m in analyse(article).measurements] == list(known)
    chosen = {name: known[name].options() for name in ("typography", "hedging")}
    assert [m.metric for m in analyse(article, chosen).measurements] == [i for i in known if i in chosen]
    assert analyse(article, {}).measurements == ()
    assert [metric.id for metric, _ in choose_metrics(None)] == list(known)


def test_the_same_text_has_the_same_id_wherever_it_came_from(tmp_path: Path) -> None:
    text = "The wall fell at noon on Monday."
    (tmp_path / "a.txt").write_bytes(text.encode("utf-16"))
    (tmp_path / "b.txt").write_bytes(text.encode())
    first, second = read("a.txt", tmp_path), read("b.txt", tmp_path)
    assert first.id == second.id == article_from_text(text).id
    assert first.origin.sha256 != second.origin.sha256
