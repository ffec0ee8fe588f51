"""The words beside a word in its sentence: what the rules of the indicators look at."""

from __future__ import annotations

from crossread.text.words import Words


def first_of_sentence(words: Words, index: int) -> int:
    """The first word of the sentence of word `index`."""
    return words.by_sentence[words.sentences[index]].start


def stop_of_sentence(words: Words, index: int) -> int:
    """The end of the sentence of word `index`, exclusive."""
    return words.by_sentence[words.sentences[index]].stop


def earlier(words: Words, index: int, count: int) -> list[str]:
    """Up to `count` forms before word `index`, in its sentence."""
    return list(words.forms[max(first_of_sentence(words, index), index - count) : index])


def later(words: Words, index: int, count: int) -> list[str]:
    """Up to `count` forms after word `index`, in its sentence."""
    return list(words.forms[index + 1 : min(index + 1 + count, stop_of_sentence(words, index))])


def preceding(words: Words, index: int) -> str:
    """The form before word `index`, or "" at the beginning of its sentence."""
    return words.forms[index - 1] if index > first_of_sentence(words, index) else ""


def following(words: Words, index: int) -> str:
    """The form after word `index`, or "" at the end of its sentence."""
    return words.forms[index + 1] if index + 1 < stop_of_sentence(words, index) else ""


def joined(words: Words, index: int) -> bool:
    """Whether nothing but space stands between word `index` and the one before it."""
    return words.text[words.ends[index - 1] : words.starts[index]].isspace()


def joined_before(words: Words, index: int) -> str:
    """The form before word `index` with no mark between them, or ""."""
    before = preceding(words, index)
    return before if before and joined(words, index) else ""


def joined_after(words: Words, index: int) -> str:
    """The form after word `index` with no mark between them, or ""."""
    after = following(words, index)
    return after if after and joined(words, index + 1) else ""
