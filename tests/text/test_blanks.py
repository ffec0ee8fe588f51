"""Every kind of white space is one space, and nothing moves."""

from __future__ import annotations

import sys

from crossread.text.blanks import even_blanks, without


def test_every_blank_becomes_a_space() -> None:
    blanks = "".join(filter(str.isspace, map(chr, range(sys.maxunicode + 1))))
    assert even_blanks(blanks) == " " * len(blanks)


def test_all_else_stays_in_its_place() -> None:
    assert even_blanks("a\u00a0b\tc\u200bd\n") == "a b c\u200bd "
    assert without("“Rain”, she said", "“”") == " Rain , she said"
