"""Where speakers' words stand: places in the body, marks in them, speakers linked or each article's own."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from crossread.model import Analysis, Cell, Comparison, Finding, FoundKind
from crossread.reports.anchors import Anchors
from crossread.reports.body import Body
from crossread.reports.passages import MOST, Places, places_of
from crossread.reports.templating import environment

Build = Callable[..., Analysis]
# Nineteen words; the five of Holt’s begin with the twelfth, three of them in quotation marks.
TEXT = "One two three four five.\n\nSix seven eight nine ten.\n\nHolt’s wall “will hold on” and stand.\n\nLast words."
FIRST = "wall “will hold on” and"


def article(build: Build, name: str = "Holt", words: str = FIRST, text: str = TEXT) -> Analysis:
    return build(text, said=[(name, "expert", words)])


def compared(*articles: Analysis, name: str = "Holt", only: int | None = None) -> Comparison:
    cells = tuple(Cell(each.id, name, key=f"id of {name}") for each in articles[: only or len(articles)])
    return Comparison(found=(FoundKind("voices", "measured", (Finding("voices-1", "voices", (), name, "", cells),)),))


def places(comparison: Comparison | None, *articles: Analysis) -> Places:
    return places_of([Body(each) for each in articles], comparison, Anchors(articles), "ABCD"[: len(articles)])


def drawn(found: Places, *, paper: bool = False) -> str:
    module = environment().get_template("parts/voices.svg.j2").module
    return str(module.passages(found, paper))  # type: ignore[attr-defined]


def test_a_passage_stands_where_its_words_do_with_those_in_marks_inside_it(build: Build) -> None:
    analysis = article(build)
    body = Body(analysis)
    total = len(body.starts)
    assert total == 19
    (speaker,) = places(None, analysis).speakers
    (passage,) = speaker.lines[0].passages
    assert (passage.start, passage.width) == (round(100 * 11 / total, 2), round(100 * 5 / total, 2))
    assert passage.quoted == ((round(100 * 12 / total, 2), round(100 * 3 / total, 2)),)
    assert passage.href == f"#at-a1-{TEXT.index('wall')}"
    assert passage.text == "Holt in A: 5 words, 58\u202f% into the body"


def test_one_article_alone_has_its_own_speakers_and_nobody_is_missing(build: Build) -> None:
    (speaker,) = places(None, article(build)).speakers
    assert (speaker.name, [line.label for line in speaker.lines], speaker.missing) == ("Holt", ["A"], "")


def test_linked_speakers_have_a_line_in_each_article_and_where_not_found_it_is_said(build: Build) -> None:
    first, second = article(build), article(build, text=TEXT.replace("Last", "Final"))
    (both,) = places(compared(first, second), first, second).speakers
    assert ([line.label for line in both.lines], both.missing) == (["A", "B"], "")
    (alone,) = places(compared(first, second, only=1), first, second).speakers
    assert ([line.label for line in alone.lines], alone.missing) == (["A"], "not found by our rules in B")


def test_speakers_that_were_not_linked_are_missing_nowhere(build: Build) -> None:
    analysis = article(build)
    unlinked = Comparison(found=(FoundKind("voices", "not_applicable", reason="one text"),))
    found = places(unlinked, analysis, analysis).speakers
    assert [(each.name, len(each.lines), each.missing) for each in found] == [("Holt", 1, "")]


def test_voices_the_configuration_leaves_out_are_not_placed(build: Build) -> None:
    first, second = article(build), article(build, text=TEXT.replace("Last", "Final"))
    assert places(Comparison(), first, second) == Places()


def test_what_somebody_did_not_speak_of_is_not_their_words(build: Build) -> None:
    analysis = build("Reed declined to discuss the plan.", said=[("Reed", "person", "the plan")])
    silent = replace(analysis, attributions=(replace(analysis.attributions[0], rule="no_answer"),))
    assert places(None, analysis).speakers
    assert places(None, silent).speakers == ()


def test_speakers_not_drawn_are_counted(build: Build) -> None:
    text = "\n\n".join(f"Then {chr(65 + n)}{n} spoke of quay {n}." for n in range(MOST + 2))
    found = places(None, build(text, said=[(f"Name {n}", "person", f"quay {n}") for n in range(MOST + 2)]))
    assert len(found.speakers) == MOST
    assert found.more == "2 more speakers not drawn"
    assert "2 more speakers not drawn" in drawn(found)


def test_the_screen_links_every_passage_and_paper_none(build: Build) -> None:
    found = places(None, article(build))
    source = drawn(found)
    assert f'<a href="#at-a1-{TEXT.index("wall")}" aria-label="Holt in A: 5 words, 58\u202f% into the body">' in source
    assert 'role="group" aria-label="Holt in A: 1 passage"' in source
    assert "<a " not in drawn(found, paper=True)


def test_a_hostile_name_stays_text(build: Build) -> None:
    source = drawn(places(None, article(build, name='"><img src=x>')))
    assert "<img" not in source
    assert "&lt;img src=x&gt;" in source
