"""Sets of articles with what the kind must find in them, and sets in which it must find nothing."""

from __future__ import annotations

import pytest
from crossread_datelines import KIND

from crossread.comparison.coverage import Coverage
from crossread.finding import run_kind
from crossread.metric import Options
from crossread.model import FoundKind
from crossread.pipeline import analyse
from crossread.reading import article_from_text

BODY = "The ferry left the quay at noon and came back before dark. Nobody was hurt, the harbour master said.\n"


def found(*heads: str) -> FoundKind:
    """What the kind finds in articles that begin with these words and are otherwise much alike."""
    articles = [article_from_text(f"Ferry Back After Storm\n\n{head}{BODY}" + "\n" * i) for i, head in enumerate(heads)]
    return run_kind(KIND, Coverage([analyse(article, {}) for article in articles]), Options())


@pytest.mark.parametrize(
    ("heads", "rule", "sentence"),
    [
        (("NORBY (Reuters) – ", "OSLO (AP) – "), "places", "Datelined: A from NORBY and B from OSLO."),
        (("NORBY (Reuters) – ", "NORBY (AP) – "), "same", "Datelined: A from NORBY and B from NORBY."),
        (
            ("NORBY (Reuters) – ", ""),
            "some",
            "Datelined: A from NORBY; no dateline was found by our rules in B.",
        ),
    ],
)
def test_says_where_each_was_written(heads: tuple[str, ...], rule: str, sentence: str) -> None:
    (finding,) = found(*heads).findings
    assert (finding.rules, finding.sentence) == ((rule,), sentence)
    assert all(cell.spans for cell in finding.cells)


def test_finds_nothing_where_no_article_has_a_dateline() -> None:
    assert found("", "Yesterday, as it rained, ").findings == ()


def test_one_place_everywhere_is_no_difference() -> None:
    (finding,) = found("NORBY (Reuters) – ", "NORBY (AP) – ").findings
    assert finding.size == 0
