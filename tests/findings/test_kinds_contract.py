"""What every kind of finding keeps to, on ordinary sets of articles and on those that could trip it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec
import pytest

from crossread.comparison.coverage import Coverage
from crossread.finding import FindingKind, run_kind
from crossread.kinds import BUILT_IN
from crossread.metric import Options
from crossread.model import Analysis, Cell, Finding, FoundKind
from crossread.pipeline import analyse, compare
from crossread.reading import article_from_text, read

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("0*.txt"))
FLOOD = (
    "Dam Fails Above Norby\n\nBy Ida Moss\n\nThe dam above Norby failed on Tuesday and killed at least 12 people, "
    "Mayor Carl Reed said. “We had no warning at all from the company,” he said. Norby Water denied that "
    "it had known "
    "of any crack before 3 May. The company, which is owned by the state, reported a profit of $4.2 "
    "million in 2024.\n\n"
    "“The wall was inspected in spring and found sound,” said Ann Lee, a spokeswoman for Norby Water. "
    "About 300 people "
    "were moved to a school in Elmstead. The government in Oster called the failure a tragedy.\n"
)
FLOOD_TOO = (
    "Norby Flood: Company Knew of Crack, Mayor Claims\n\nNine people died and hundreds lost their homes "
    "when the regime’s "
    "dam burst above Norby. Reed, the mayor, claimed the company had given “no warning at all.” "
    "Engineers had warned of a "
    "crack on May 3, according to a letter seen by the Elmstead Post.\n\nA spokeswoman, Ann Lee, "
    "insisted that the wall "
    "was “inspected in spring and found sound”. The state-owned Norby Water made $4 million last year. Villagers "
    "blamed President Olaf Brandt, whom opponents call a dictator.\n"
)
BAKERY = (
    "Baker Wins Prize\n\nTessa Quill of Hamble won the county prize for rye bread. She has baked since she was nine. "
    "The judges praised the crust, and the next contest is in autumn.\n"
)
QUOTATION = "“" + FLOOD.partition("\n\nThe dam")[2].replace("“", "‘").replace("”", "’").strip() + "”\n"
QUOTING = f"What the Post Wrote\n\nThe Post reported this on Wednesday: {QUOTATION}\nNobody else confirmed it.\n"
NAMELESS = "it rained for two days and then it stopped. nobody was hurt, and the road is open again.\n"
HOSTILE = (
    "{{ 7 }} <b>Norby</b>\n\n<script>x</script> \u202eNorby\u202c said “"
    + "no " * 400
    + "” | *Reed* 1e999 12,000,00.\n"
)


@cache
def analysed(text: str) -> Analysis:
    return analyse(article_from_text(text))


@cache
def seed(index: int) -> Analysis:
    return analyse(read(str(SEEDS[index])))


def failed(found: Analysis) -> Analysis:
    """The analysis as it is when every metric broke on it."""
    broken = [
        msgspec.structs.replace(
            each, status="failed", value=None, interval=None, by_voice={}, details=(), evidence=(), rows=(), reason="x"
        )
        for each in found.measurements
    ]
    return msgspec.structs.replace(found, measurements=tuple(broken))


def in_german(text: str) -> Analysis:
    made = analysed(text)
    (language,) = [made.metadata.language] if made.metadata.language else [None]
    metadata = msgspec.structs.replace(
        made.metadata, language=language and msgspec.structs.replace(language, value="de")
    )
    return msgspec.structs.replace(made, metadata=metadata)


SETS = {
    "two reports": (FLOOD, FLOOD_TOO),
    "two reports and a stranger": (FLOOD, BAKERY, FLOOD_TOO),
    "the same article twice and another": (FLOOD, FLOOD, FLOOD_TOO),
    "nothing in common": (FLOOD, BAKERY),
    "an article that is one quotation": (QUOTATION, FLOOD_TOO),
    "one that quotes another whole": (FLOOD, QUOTING),
    "no names": (NAMELESS, "it snowed, and the road is shut.\n"),
    "no body": ("Title Only\n", FLOOD),
    "hostile text": (HOSTILE, FLOOD, HOSTILE.replace("12,000", "13,000")),
    "ten": tuple(f"{text}\nReport number {n} was filed late.\n" for n in range(5) for text in (FLOOD, FLOOD_TOO)),
}


@cache
def coverage(name: str) -> Coverage:
    if name == "the seeds":
        return Coverage([seed(0), seed(1)])
    if name == "all metrics failed in one":
        return Coverage([analysed(FLOOD), failed(analysed(FLOOD_TOO))])
    if name == "two languages":
        return Coverage([analysed(FLOOD), in_german(FLOOD_TOO), analysed(BAKERY)])
    return Coverage([analysed(text) for text in SETS[name]])


NAMES = (*SETS, "the seeds", "all metrics failed in one", "two languages")
each_kind = pytest.mark.parametrize("kind", BUILT_IN, ids=lambda kind: str(kind.id))
each_set = pytest.mark.parametrize("name", NAMES)


@cache
def run(kind_id: str, name: str) -> FoundKind:
    (kind,) = [kind for kind in BUILT_IN if kind.id == kind_id]
    return run_kind(kind, coverage(name), kind.options())


def cells(found: FoundKind) -> Iterator[tuple[Finding, Cell]]:
    for finding in found.findings:
        for cell in finding.cells:
            yield finding, cell


@each_kind
@each_set
def test_it_never_fails(kind: FindingKind, name: str) -> None:
    found = run(kind.id, name)
    assert found.status in ("measured", "not_applicable"), found.reason
    assert found.status == "measured" or found.reason


@each_kind
@each_set
def test_sentences_can_be_read_alone(kind: FindingKind, name: str) -> None:
    for finding in run(kind.id, name).findings:
        assert re.fullmatch(r"\S[^\n\r]{8,600}\.", finding.sentence), finding.sentence
        assert "  " not in finding.sentence
        assert not re.search(
            r"\b(?:wrong|omits|omitted|absent|biased|false)\b", re.sub("“[^”]*”", "", finding.sentence)
        )
        assert re.search(r"\b[A-J]\b|articles", finding.sentence), finding.sentence


@each_kind
@each_set
def test_every_cell_leads_to_words_of_its_article(kind: FindingKind, name: str) -> None:
    texts = {analysis.id: analysis.text for analysis in coverage(name).analyses}
    for finding, cell in cells(run(kind.id, name)):
        assert cell.spans or cell.value is not None, finding.sentence
        for span in cell.spans:
            assert 0 <= span.start < span.end <= len(texts[cell.article])
        for edit in cell.edits:
            assert finding.base in texts
            assert 0 <= edit.base.start <= edit.base.end <= len(texts[finding.base or ""])
            assert 0 <= edit.here.start <= edit.here.end <= len(texts[cell.article])


@each_kind
@each_set
def test_findings_keep_to_what_the_kind_declares(kind: FindingKind, name: str) -> None:
    rules = {rule.id for rule in kind.rules}
    counts = {count.id for count in kind.counts}
    orders = coverage(name).orders
    for finding in run(kind.id, name).findings:
        assert finding.rules
        assert set(finding.rules) <= rules
        assert {edit.rule for cell in finding.cells for edit in cell.edits} <= rules
        assert 0 <= finding.size <= 1
        assert 0 < finding.certainty <= 1
        found_in = [orders[cell.article] for cell in finding.cells]
        assert found_in == sorted(set(found_in))
        assert finding.only_in is None or finding.only_in == finding.cells[0].article
        assert all(set(cell.counts) <= counts for cell in finding.cells)


@each_kind
def test_findings_are_numbered_in_order(kind: FindingKind) -> None:
    found = run(kind.id, "the seeds").findings
    assert [finding.id for finding in found] == [f"{kind.id}-{n}" for n in range(1, len(found) + 1)]


@each_kind
def test_the_same_articles_give_the_same_findings(kind: FindingKind) -> None:
    again = run_kind(kind, Coverage([seed(0), seed(1)]), kind.options())
    assert again == run(kind.id, "the seeds")


@each_kind
def test_the_order_of_the_articles_changes_the_letters_and_not_what_is_found(kind: FindingKind) -> None:
    turned = run_kind(kind, Coverage([seed(1), seed(0)]), kind.options())
    here = run(kind.id, "the seeds")
    for one, other in ((turned, here), (here, turned)):
        labels = {(finding.rules, finding.only_in) for finding in other.findings}
        missing = [finding.sentence for finding in one.findings if (finding.rules, finding.only_in) not in labels]
        assert missing == []


@each_kind
def test_a_chosen_article_is_the_base_of_what_it_has(kind: FindingKind) -> None:
    for against in coverage("ten").orders:
        part = Coverage(coverage("ten").copies[:4], against=against)
        if against not in part.orders:
            continue
        for finding in run_kind(kind, part, kind.options()).findings:
            if any(cell.edits for cell in finding.cells) and against in [cell.article for cell in finding.cells]:
                assert finding.base == against


def test_one_text_given_twice_is_no_comparison() -> None:
    found = compare([analysed(FLOOD), analysed(FLOOD)]).found
    assert {kind.status for kind in found} == {"not_applicable"}


def test_options_are_declared_types_with_defaults() -> None:
    assert all(isinstance(kind.options(), Options) for kind in BUILT_IN)
