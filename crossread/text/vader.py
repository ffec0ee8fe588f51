"""VADER's scores with the words that made them, from VADER's own unmodified rules and lexicon.

`score(text)` is `SentimentIntensityAnalyzer().polarity_scores(text)["compound"]` exactly, for text
that went through `straighten`. It calls the analyzer's own rules word by word and keeps what they
answer; it shows each rule the five words around a word, which is as far as any of them looks, where
the analyzer copies the whole sentence for each and takes quadratic time.
"""

from __future__ import annotations

import math
import re
import string
from functools import cache
from typing import NamedTuple

from vaderSentiment.vaderSentiment import BOOSTER_DICT, NEGATE, SentimentIntensityAnalyzer, normalize

CHUNK_TOKENS = 200  # a longer "sentence" has no sense of its own and would only saturate
_TOKEN = re.compile(r"\S+")
# VADER knows straight marks only and splits at white space: “good” and war—and would be no words.
_STRAIGHT = {**dict.fromkeys("‘’", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("—–―…", " ")}
_BEFORE, _AFTER = 3, 2  # how many words before and after a word VADER's rules look at
_NEGATING = frozenset(NEGATE) | {"so", "this"}  # "never so" and "never this" are rules of their own


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
    if text.isascii():
        return text
    for mark, straight in _STRAIGHT.items():
        text = text.replace(mark, straight)
    for emoji in _analyzer().emojis.keys() & set(text):
        text = text.replace(emoji, " ")
    return text


def score(text: str) -> Score:
    """The score of a straightened string, with the words behind it placed in it."""
    analyzer = _analyzer()
    lexicon = analyzer.lexicon
    tokens = _tokens(text)
    lower = [token.lower() for token in tokens]
    found = [i for i, word in enumerate(lower) if word in lexicon]
    if not found:
        return Score(0.0, ())
    shouted = 0 < sum(map(str.isupper, tokens)) < len(tokens)
    valences: list[float] = [0] * len(tokens)
    for i in found:
        if lower[i] in BOOSTER_DICT or (lower[i] == "kind" and lower[i + 1 : i + 2] == ["of"]):
            continue
        window = _Window(tokens[max(0, i - _BEFORE) : i + _AFTER + 1], shouted)
        (valences[i],) = analyzer.sentiment_valence(0, window, tokens[i], min(i, _BEFORE), [])
    valences = analyzer._but_check(tokens, valences)
    return Score(_compound(analyzer, valences, text), _placed(text, tokens, valences))


def chunks(text: str) -> list[tuple[int, int]]:
    """Spans of at most `CHUNK_TOKENS` tokens that cover the string: one, save for monstrous sentences."""
    if len(text) < 2 * CHUNK_TOKENS:  # too short to hold more, with a blank after each
        return [(0, len(text))]
    starts = [match.start() for match in _TOKEN.finditer(text)][::CHUNK_TOKENS]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _tokens(text: str) -> list[str]:
    """VADER's words: without the marks around them, unless too little is left (an emoticon)."""
    written = text.split()
    bare = [token.strip(string.punctuation) for token in written]
    return [word if len(word) > 2 else token for word, token in zip(bare, written, strict=True)]


def _compound(analyzer: SentimentIntensityAnalyzer, valences: list[float], text: str) -> float:
    """The compound of `score_valence`, without the shares it works out beside it."""
    whole = float(sum(valences))
    emphasis: float = analyzer._punctuation_emphasis(text)
    if whole:
        whole += math.copysign(emphasis, whole)
    return round(float(normalize(whole)), 4)


def _placed(text: str, tokens: list[str], valences: list[float]) -> tuple[WordValence, ...]:
    placed, position = [], 0
    for token, valence in zip(tokens, valences, strict=True):
        position = text.index(token, position) + len(token)
        if valence:
            placed.append(WordValence(position - len(token), position, valence))
    return tuple(placed)
