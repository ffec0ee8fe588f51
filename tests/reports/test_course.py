"""The strip of paragraphs: which readings stand where, what is silent, and how long articles are grouped."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from msgspec.structs import replace

from crossread.model import Analysis, Measurement, MetricInfo, Reading, Voice
from crossread.reports.anchors import Anchors
from crossread.reports.body import Body
from crossread.reports.course import MOST, Course, course_of
from crossread.reports.templating import environment

Build = Callable[..., Analysis]
INFO = MetricInfo("tone", "Tone", "compound, −1 to 1", "descriptive", "", "", (), (), (), 0, ("en",), 2)
TEXT = "The quay is old.\n\nIt is a fine wall. It is a bad wall.\n\nNobody spoke."


def article(build: Build, text: str, *readings: tuple[str, Voice, float]) -> Analysis:
    series = tuple(
        Reading(text.index(words), text.index(words) + len(words), voice, value) for words, voice, value in readings
    )
    found = Measurement("tone", "measured", 0.0, "compound, −1 to 1", len(series), "sentences", series=series)
    return build(text, measurements=[found])


def course(*articles: Analysis, info: MetricInfo = INFO) -> Course | None:
    bodies = [Body(each) for each in articles]
    return course_of(info, bodies, Anchors(articles), "ABCD"[: len(articles)])


def made(*articles: Analysis) -> Course:
    found = course(*articles)
    assert found is not None
    return found


def drawn(found: Course, *, paper: bool = False) -> str:
    return str(environment().get_template("parts/charts.svg.j2").module.course(found, paper))  # type: ignore[attr-defined]


def three(build: Build) -> Analysis:
    return article(
        build, TEXT, ("The quay", "narrator", -0.5), ("It is a fine", "quoted", 0.6), ("It is a bad", "quoted", -0.2)
    )


def test_a_column_has_the_mean_of_each_voice_in_its_paragraph(build: Build) -> None:
    found = made(three(build))
    assert found.voices == ("narrator", "quoted")
    heights = [[cell and cell.height for cell in column.cells] for column in found.strips[0].columns]
    assert heights == [[-0.5, None], [None, 0.2], [None, None]]
    assert [column.text for column in found.strips[0].columns] == [
        "Paragraph 1: narrator −0.50 (n = 1)",
        "Paragraph 2: quoted +0.20 (n = 2)",
        "Paragraph 3: nothing scored",
    ]


def test_a_column_leads_to_its_paragraph(build: Build) -> None:
    analysis = three(build)
    anchors = Anchors([analysis])
    found = course_of(INFO, [Body(analysis)], anchors, "A")
    assert found is not None
    offsets = [int(column.href.rpartition("-")[2]) for column in found.strips[0].columns]
    assert offsets == [zone.start for zone in analysis.zones]
    assert set(offsets) <= set(anchors.wanted[0])


def test_bars_go_up_or_down_and_a_silent_voice_has_no_line(build: Build) -> None:
    source = drawn(made(three(build)))
    assert source.count('class="s-soft"') == 2  # of six cells two speak
    assert source.count('class="f-narrator"') == source.count('class="f-quoted"') == 1
    assert 'class="f-narrator" x="23%" width="4.56%" y="15.0"' in source  # below the middle of the first row
    assert 'class="f-quoted" x="29%" width="4.56%" y="42.2" height="2.8"' in source  # up to that of the second, 45


def test_the_screen_links_each_column_and_paper_none(build: Build) -> None:
    found = made(three(build))
    assert drawn(found).count("<a href=") == 3
    assert 'aria-label="Paragraph 2: quoted +0.20 (n = 2)"' in drawn(found)
    assert 'role="group" aria-label="Article A: Tone in 3 paragraphs, by voice"' in drawn(found)
    assert "<a " not in drawn(found, paper=True)
    assert 'role="img"' in drawn(found, paper=True)


@pytest.mark.parametrize(("paragraphs", "columns", "grouped"), [(MOST, MOST, 1), (MOST + 1, 25, 2), (200, 40, 5)])
def test_a_long_article_is_drawn_in_groups(build: Build, paragraphs: int, columns: int, grouped: int) -> None:
    text = "\n\n".join(f"This is wall {number:03d}." for number in range(paragraphs))
    found = made(article(build, text, (f"This is wall {paragraphs - 1:03d}.", "narrator", 0.4)))
    assert (len(found.strips[0].columns), found.grouped) == (columns, grouped)
    last = found.strips[0].columns[-1]
    assert last.cells[0] is not None
    assert last.number == paragraphs
    if grouped > 1:
        first = paragraphs - (paragraphs % grouped or grouped) + 1
        head = f"Paragraphs {first} to {paragraphs}" if first < paragraphs else f"Paragraph {paragraphs}"
        assert last.text == f"{head}: narrator +0.40 (n = 1)"


def test_an_article_without_readings_says_so(build: Build) -> None:
    found = made(three(build), build("Another text."))
    assert found.strips[1].columns == ()
    assert found.strips[1].text == "Article B: Tone, no paragraph scored"
    assert ">no paragraph scored</text>" in drawn(found)


def test_a_metric_without_a_course_has_none(build: Build) -> None:
    assert course(article(build, TEXT)) is None
    assert course(build(TEXT)) is None


def test_a_metric_without_a_stated_scale_has_one_that_holds_its_means(build: Build) -> None:
    analysis = article(build, TEXT, ("The quay", "narrator", 7.2), ("It is a bad", "narrator", -3.0))
    found = course(analysis, info=replace(INFO, unit="points"))
    assert found is not None
    assert found.reach == "8"
    assert [column.cells[0].height for column in found.strips[0].columns if column.cells[0]] == [0.9, -0.375]


def test_readings_outside_the_body_do_no_harm(build: Build) -> None:
    analysis = article(build, TEXT, ("Nobody", "narrator", 0.1))
    wild: Sequence[Reading] = (Reading(900, 950, "narrator", 0.5), Reading(-5, 2, "quoted", 0.5))
    found = made(replace(analysis, measurements=(replace(analysis.measurements[0], series=tuple(wild)),)))
    assert len(found.strips[0].columns) == 3


def test_a_page_without_a_body_is_drawn_as_one_without_readings(build: Build) -> None:
    found = made(replace(three(build), zones=()))
    assert ">no paragraph scored</text>" in drawn(found)
