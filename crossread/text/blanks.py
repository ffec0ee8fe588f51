"""White space put in the place of what a reader of the text should not see."""

from __future__ import annotations

_BLANKS = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)  # all white space but the space itself


def even_blanks(text: str) -> str:
    """The text with a space for every blank, so that it can be split or counted at its spaces alone."""
    return without(text, _BLANKS)


def without(text: str, characters: str) -> str:
    """The text with a space for each of these characters; to look for one after the other beats one pattern for all."""
    for character in characters:
        text = text.replace(character, " ")
    return text
