"""What capitals say of a word: shouted, or part of a name or title; acronyms are neither."""

from __future__ import annotations

import re

from crossread.text.syllables import easy_words
from crossread.text.vader import known_words
from crossread.text.words import Words

# Where words in capitals begin, and few others: letters but a to z, which are quicker to tell from
# capitals in the words found than here.
# The set is written as what it leaves out: its upper ranges would take milliseconds to compile. It
# stands twice because a pattern that begins with a plain set is searched for several times as fast.
_RAISED = re.compile(r"[^\x00-@\[-\xBF\u2000-\u2BFF][^\x00-@\[-\xBF\u2000-\u2BFF]+")
_SHORTEST = 4  # "US", "WHO" and "AIDS" apart, the shorter a word the likelier it is an acronym
# Endings that words have and acronyms have not.
_ENDING = re.compile(r".{2,}(?:ing|ly|ed|tion|sion|ment|ness|ous|ive|able|ible|ful|less|ers|ies|ism|ist)$")

# After these a capital may begin anew: a quotation, an aside, what a colon announces.
_OPENING = frozenset("“\"‘'«„([:—–-")


def in_title(words: Words, index: int) -> bool:
    """Whether a word has a capital first letter in mid-sentence, as in a name, a title or a headline."""
    written = words.written(index)
    if not written[0].isupper() or written.isupper():
        return False
    if index == 0 or words.sentences[index - 1] != words.sentences[index]:
        return False
    return not any(mark in _OPENING for mark in words.text[words.ends[index - 1] : words.starts[index]])


def emphasised(words: Words) -> list[int]:
    """The indices of the page's ordinary words that are written all in capitals.

    A word is ordinary when the article also writes it in lower case, when it is an easy word or one
    that VADER scores (what is shouted is often either), or when it ends as words do ("BREAKING") and
    acronyms do not. A word in brackets or followed by brackets is the acronym it looks like.
    """
    text = words.text
    starts, ends = words.starts, words.ends
    candidates = [
        index
        for run in _RAISED.finditer(text)
        for index in words.within(*run.span())
        if _in_capitals(text[starts[index] : ends[index]])
    ]
    if not candidates:
        return []
    wanted = {words.forms[index] for index in candidates}
    lower = {form for form, start in zip(words.forms, starts, strict=True) if form in wanted and text[start].islower()}
    return [
        index
        for index in candidates
        if _ordinary(words.forms[index], lower) and not _bracketed(text, starts[index], ends[index])
    ]


def _in_capitals(word: str) -> bool:
    letters = word.replace("’", "").replace("'", "").replace("-", "")
    return len(letters) >= _SHORTEST and word.isupper() and letters.isalpha()


def _ordinary(form: str, lower: set[str]) -> bool:
    return form in lower or form in easy_words() or form in known_words() or _ENDING.match(form) is not None


def _bracketed(text: str, start: int, end: int) -> bool:
    """Whether the word stands alone in brackets, or a bracket follows it: "OPEC (the cartel)"."""
    opened = text[start - 1 : start] in ("(", "[")
    return (opened and text[end : end + 1] in (")", "]")) or text[end : end + 2] == " ("
