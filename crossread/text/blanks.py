"""White space made even, so that a text can be split or counted at its spaces alone."""

from __future__ import annotations

BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)  # all white space but the space itself


def even_blanks(text: str) -> str:
    """The text with a space for every blank, of the same length; to look for each in turn beats one pattern for all."""
    for blank in BLANKS:
        text = text.replace(blank, " ")
    return text
