"""Other ways to count a body's sentences."""

from __future__ import annotations

import pytest

from crossread.parse import document_from_text
from crossread.text.splits import plain_rule, whole_quotations


@pytest.mark.parametrize(
    ("body", "ours", "whole", "plain"),
    [
        ("The board met. It chose a pilot.", 2, 2, 2),
        ("“It leaks. It rots. It fell,” said Anna Holt of the harbour board.", 3, 1, 3),
        ("The board met Mr. Lee of the U.S. Navy at the quay.", 1, 1, 3),
        ("The board met at noon on Tuesday.\n\nIt chose a pilot for the northern channel.", 2, 2, 2),
    ],
)
def test_sentences_by_each_way(body: str, ours: int, whole: int, plain: int) -> None:
    document = document_from_text(f"Council meets on the harbour\n\nBy Ada Miller\n\n{body}\n")
    sentences = document.body_sentences
    assert len(sentences) == ours
    assert whole_quotations(sentences, document.quotations) == whole
    assert plain_rule(document.text, document.article.zones) == plain
