"""VADER's scores with the words that made them, from VADER's own unmodified rules and lexicon.

`score(text)` is `SentimentIntensityAnalyzer().polarity_scores(text)["compound"]` exactly, for text
that went through `straighten`. It calls the analyzer's own rules word by word and keeps what they
answer; it shows each rule the five words around a word, which is as far as any of them looks, where
the analyzer copies the whole sentence for each and takes quadratic time. A word that no rule speaks
of, with no such word near it, has the lexicon's valence without further asking.
"""

from __future__ import annotations

import math
import re
import string
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import compress
from typing import NamedTuple

from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
    normalize,
)

from crossread.text.words import Words, find_words, fold

CHUNK_TOKENS = 200  # a longer "sentence" has no sense of its own and would only saturate
_TOKEN = re.compile(r"\S+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# VADER knows straight marks only and splits at white space: “good” and war—and would be no words.
_STRAIGHT = {**dict.fromkeys("‘’", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("—–―…", " ")}
_BEFORE, _AFTER = 3, 2  # how many words before and after a word VADER's rules look at
_NEGATING = frozenset(NEGATE) | {"so", "this"}  # "never so" and "never this" are rules of their own
# What may change a word's valence; of each phrase the longest word, without which it is not there.
_RULED = frozenset(
    [*(max(phrase.split(), key=len) for phrase in (*BOOSTER_DICT, *SPECIAL_CASES)), *_NEGATING, "no", "least"]
)


class WordValence(NamedTuple):
    """A word of the scored string, at [start, end), with its valence after VADER's modifiers.

    About −4 to 4 before negation, boosters, capitals and "but" have had their effect.
    """

    start: int
    end: int
    valence: float


class Score(NamedTuple):
    """VADER's compound score of a string, −1 to 1, and the words of some valence behind it."""

    compound: float
    words: tuple[WordValence, ...]


NEUTRAL = Score(0.0, ())


class _Window(NamedTuple):
    """As much of VADER's SentiText as its word rules ask for."""

    words_and_emoticons: list[str]
    is_cap_diff: bool


class _Analyzer(SentimentIntensityAnalyzer):  # type: ignore[misc]
    """VADER's analyzer; it only skips the negation rule where nothing can set it off."""

    @staticmethod
    def _negation_check(valence: float, words: list[str], start_i: int, i: int) -> float:
        near = [word.lower() for word in words[max(0, i - _BEFORE) : i]]
        if _NEGATING.isdisjoint(near) and "n't" not in " ".join(near):
            return valence
        negated: float = SentimentIntensityAnalyzer._negation_check(valence, words, start_i, i)
        return negated


@cache
def _analyzer() -> _Analyzer:
    return _Analyzer()


@cache
def known_words() -> frozenset[str]:
    """Every word VADER's lexicon and rules know, in lower case."""
    return frozenset(_analyzer().lexicon) | frozenset(BOOSTER_DICT) | frozenset(NEGATE)


def straighten(text: str) -> str:
    """The text as VADER can read it, of the same length: straight marks, no dashes, no emoji.

    VADER would spell an emoji out and shift every offset after it.
    """
    emojis = _analyzer().emojis
    for mark in sorted(set(_NOT_ASCII.findall(text))):
        text = text.replace(mark, _STRAIGHT.get(mark, " " if mark in emojis else mark))
    return text


def score(text: str) -> Score:
    """The score of a straightened string, with the words behind it placed in it."""
    analyzer = _analyzer()
    lexicon = analyzer.lexicon
    written = text.split()
    tokens = [token if token.isalnum() else _bare(token) for token in written]
    lower = [token.lower() for token in tokens]
    if lexicon.keys().isdisjoint(lower):
        return NEUTRAL
    found = [i for i, word in enumerate(lower) if word in lexicon]
    shouted = 0 < sum(map(str.isupper, tokens)) < len(tokens)
    if not shouted and _RULED.isdisjoint(lower) and "n't" not in " ".join(lower):
        valences = [lexicon[lower[i]] for i in found]
    else:
        valences = [_valence(analyzer, tokens, lower, i, shouted) for i in found]
    if "but" in lower:
        valences = _around_but(analyzer, valences, bisect_left(found, lower.index("but")))
    return Score(_compound(analyzer, valences, text), _placed(text, written, tokens, found, valences))


def charged_words(text: str, words: Words) -> Sequence[int] | None:
    """Where the words begin that VADER's lexicon may know, in a straightened text with these words.

    A string with none of them in it scores 0. Entries that are no words, emoticons above all, are
    looked for in the text as a whole: with one of them in it the answer is None, anything may count.
    """
    whole, inner = _odd_entries()
    lower = text.lower()
    if not whole.isdisjoint(lower.split()) or any(entry in lower for entry in inner):
        return None
    return list(compress(words.starts, map(_analyzer().lexicon.__contains__, words.forms)))


@cache
def _odd_entries() -> tuple[frozenset[str], tuple[str, ...]]:
    """Lexicon entries that `find_words` does not take for one word: all, and those VADER also finds inside marks."""
    marked = [entry for entry in _analyzer().lexicon if not entry.isalpha() and " " not in entry]
    lower = sorted({e.lower() for e in marked if [fold(e[a:b]) for a, b in find_words(e)] != [e]})
    return frozenset(lower), tuple(entry for entry in lower if entry.strip(string.punctuation) == entry)


def chunks(text: str) -> list[tuple[int, int]]:
    """Spans of at most `CHUNK_TOKENS` tokens that cover the string: one, save for monstrous sentences."""
    if len(text) < 2 * CHUNK_TOKENS:  # too short to hold more, with a blank after each
        return [(0, len(text))]
    starts = [match.start() for match in _TOKEN.finditer(text)][::CHUNK_TOKENS]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _bare(token: str) -> str:
    """VADER's word: without the marks around it, unless too little is left (an emoticon)."""
    word = token.strip(string.punctuation)
    return word if len(word) > 2 else token


def _valence(analyzer: _Analyzer, tokens: list[str], lower: list[str], i: int, shouted: bool) -> float:
    """The valence of word `i`, which the lexicon knows, after the rules on the words around it."""
    word, first, stop = lower[i], max(0, i - _BEFORE), i + _AFTER + 1
    near = lower[first:stop]
    raised = shouted and tokens[i].isupper()
    if not raised and _RULED.isdisjoint(near) and "n't" not in " ".join(near):
        return float(analyzer.lexicon[word])
    if word in BOOSTER_DICT or (word == "kind" and lower[i + 1 : i + 2] == ["of"]):
        return 0.0
    window = _Window(tokens[first:stop], shouted)
    return float(analyzer.sentiment_valence(0, window, tokens[i], i - first, [])[0])


def _around_but(analyzer: _Analyzer, valences: list[float], position: int) -> list[float]:
    """The valences weakened before a "but" at `position` among them, and strengthened after it."""
    words = [*[""] * position, "but"]
    weighed: list[float] = analyzer._but_check(words, [*valences[:position], 0.0, *valences[position:]])
    return weighed[:position] + weighed[position + 1 :]


def _compound(analyzer: SentimentIntensityAnalyzer, valences: list[float], text: str) -> float:
    """The compound of `score_valence`, without the shares it works out beside it."""
    whole = float(sum(valences))
    if whole and ("!" in text or "?" in text):
        whole += math.copysign(analyzer._punctuation_emphasis(text), whole)
    return round(float(normalize(whole)), 4)


def _placed(
    text: str, written: list[str], tokens: list[str], found: list[int], valences: list[float]
) -> tuple[WordValence, ...]:
    """The tokens `found` that have some valence, at their places; `written` is them with their marks.

    The next place of a token as a whole is its own: were the same written before it, that too would be found.
    """
    placed, end = [], 0
    for i, valence in zip(found, valences, strict=True):
        begin = _next_place(text, written[i], end)
        end = begin + len(written[i])
        if valence:
            start = text.index(tokens[i], begin)
            placed.append(WordValence(start, start + len(tokens[i]), valence))
    return tuple(placed)


def _next_place(text: str, token: str, start: int) -> int:
    """Where from `start` on the token next stands between white space or the ends of the text."""
    while True:
        start = text.index(token, start)
        before, after = text[start - 1 : start], text[start + len(token) : start + len(token) + 1]
        if (not before or before.isspace()) and (not after or after.isspace()):
            return start
        start += 1
