"""The clause around a word of certainty: its subject, its agent, what denies it."""

from __future__ import annotations

from crossread.indicators.neighbours import earlier, first_of_sentence, stop_of_sentence
from crossread.lexicon import Match, context_words
from crossread.text.words import Words

_CLAUSE = 10  # words before a verb that are searched for its subject
_BREAKS = frozenset(',;:—–()"“”')
_AGENT = 9  # words after a passive that are searched for "by"


def context(category: str) -> frozenset[str]:
    """The words of one category of `lexicons/hedging_context.tsv`: what the rules look for around a word."""
    return context_words("hedging_context")[category]


def negated(words: Words, match: Match) -> bool:
    """Whether one of the two words before a match denies it."""
    return any(form in context("negation") or form.endswith("n't") for form in earlier(words, match.first, 2))


def subject(words: Words, index: int) -> range:
    """The words of the clause before word `index`, back to a mark or a word that opens a clause."""
    low = max(index - _CLAUSE, first_of_sentence(words, index))
    openers = context("clause opening")
    first = index
    while first > low and words.forms[first - 1] not in openers and not _broken(words, first):
        first -= 1
    return range(first, index)


def agent(words: Words, last: int) -> int | None:
    """The first word after the "by" that names who did what a passive says, as in "seen as a threat by the board"."""
    end = min(last + 1 + _AGENT, stop_of_sentence(words, last))
    for index in range(last + 1, end - 1):
        if _broken(words, index) and index > last + 1:
            return None
        if words.forms[index] == "by":
            first = words.forms[index + 1]
            return None if first[:1].isdigit() or first.endswith("ing") else index + 1
    return None


def _broken(words: Words, index: int) -> bool:
    """Whether a mark stands between a word and the one before it."""
    return any(mark in _BREAKS for mark in words.text[words.ends[index - 1] : words.starts[index]])
