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
from functools import cache, cached_property
from itertools import chain, compress
from operator import not_
from typing import NamedTuple

from msgspec import Struct
from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
    normalize,
)

from crossread.text.blanks import even_blanks, without

CHUNK_TOKENS = 200  # a longer "sentence" has no sense of its own and would only saturate
_TOKEN = re.compile(r"\S+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
# VADER knows straight marks only and splits at white space: “good” and war—and would be no words.
_STRAIGHT = {**dict.fromkeys("‘’", "'"), **dict.fromkeys("“”„«»", '"'), **dict.fromkeys("—–―…", " ")}
_BEFORE, _AFTER = 3, 2  # how many words before and after a word VADER's rules look at
_NEGATING = frozenset(NEGATE)
_NEVER = ("so", "this")  # "never so" and "never this" are rules of their own; VADER needs no "never" for one
# What may change the valence of a word after it; of each phrase the longest word, without which it is not there.
_MODIFYING = _NEGATING | {*_NEVER, "no", "least"} | {max(phrase.split(), key=len) for phrase in BOOSTER_DICT}
_IDIOMATIC = frozenset(max(phrase.split(), key=len) for phrase in SPECIAL_CASES)
_OWN_RULES = frozenset(("no", "kind", *BOOSTER_DICT))
_RULING = _MODIFYING | _IDIOMATIC | _OWN_RULES
_IN_PHRASES = _IDIOMATIC | {max(phrase.split(), key=len) for phrase in BOOSTER_DICT if " " in phrase}


class WordValence(Struct, frozen=True, gc=False):
    """A word of the scored string, at [start, end), with its valence after VADER's modifiers.

    About −4 to 4 before negation, boosters, capitals and "but" have had their effect.
    """

    start: int
    end: int
    valence: float


class Score(Struct, frozen=True, gc=False):
    """VADER's compound score of a string, −1 to 1, and the words of some valence behind it."""

    compound: float
    words: tuple[WordValence, ...]


NEUTRAL = Score(0.0, ())


class _Window(NamedTuple):
    """As much of VADER's SentiText as its word rules ask for."""

    words_and_emoticons: list[str]
    is_cap_diff: bool


class _Analyzer(SentimentIntensityAnalyzer):  # type: ignore[misc]
    """VADER's analyzer; it only skips the rules for which the words around have no cause.

    Its two files are read more quickly, and the one of emoji when a text may hold one.
    """

    def make_lex_dict(self) -> dict[str, float]:
        """Word -> valence, by one split of the whole file where each line has its four fields."""
        lines = self.lexicon_full_filepath.rstrip("\n")
        fields = lines.replace("\n", "\t\n\t").split("\t")
        if set(fields[4::5]) != {"\n"} or len(fields) % 5 != 4:
            found: dict[str, float] = super().make_lex_dict()
            return found
        return dict(zip(map(str.strip, fields[::5]), map(float, fields[1::5]), strict=True))

    def make_emoji_dict(self) -> dict[str, str]:
        """Nothing: `emoji` has them, and texts are straightened with it before VADER sees them."""
        return {}

    @cached_property
    def emoji(self) -> frozenset[str]:
        """The emoji VADER would spell out."""
        return frozenset(super().make_emoji_dict())

    @staticmethod
    def _negation_check(valence: float, words: list[str], start_i: int, i: int) -> float:
        if not _negates(words[i - start_i - 1].lower()) and (start_i < 2 or words[i - 1].lower() not in _NEVER):
            return valence
        negated: float = SentimentIntensityAnalyzer._negation_check(valence, words, start_i, i)
        return negated

    @staticmethod
    def _special_idioms_check(valence: float, words: list[str], i: int) -> float:
        if _IN_PHRASES.isdisjoint(map(str.lower, words)):
            return valence
        special: float = SentimentIntensityAnalyzer._special_idioms_check(valence, words, i)
        return special


def _negates(word: str) -> bool:
    return word in _NEGATING or "n't" in word


@cache
def _analyzer() -> _Analyzer:
    return _Analyzer()


@cache
def known_words() -> frozenset[str]:
    """Every word VADER's lexicon and rules know, in lower case."""
    return frozenset(_analyzer().lexicon) | frozenset(BOOSTER_DICT) | frozenset(NEGATE)


def straighten(text: str) -> str:
    """The text as VADER can read it, of the same length: straight marks, no dashes, no emoji, one kind of blank.

    VADER would spell an emoji out and shift every offset after it.
    """
    text = even_blanks(text)
    for mark, straight in _STRAIGHT.items():
        text = text.replace(mark, straight)
    if text.isascii():
        return text
    emojis = _analyzer().emoji & set(_NOT_ASCII.findall(text))
    return without(text, "".join(emojis))


def score(text: str) -> Score:
    """The score of a straightened string, with the words behind it placed in it."""
    return scores((text,))[0]


def scores(texts: Sequence[str]) -> list[Score]:
    """The scores of several straightened strings: VADER's words are looked for in all of them at once."""
    tokens = [text.lower().split() for text in texts]
    words = _bare(list(chain.from_iterable(tokens)))
    known = list(compress(range(len(words)), map(_analyzer().lexicon.__contains__, words)))
    found, first, begun = [], 0, 0
    for text, own in zip(texts, tokens, strict=True):
        end = first + len(own)
        stop = bisect_left(known, end, begun)
        at = [i - first for i in known[begun:stop]]
        found.append(_score(text, words[first:end], at) if at else NEUTRAL)
        first, begun = end, stop
    return found


def _score(text: str, lower: list[str], found: list[int]) -> Score:
    """The score of a string by its bare words and the places of those that VADER knows."""
    analyzer = _analyzer()
    written = text.split()
    valences = _valences(analyzer, written, lower, found)
    if "but" in lower:
        valences = _around_but(analyzer, valences, bisect_left(found, lower.index("but")))
    return Score(_compound(analyzer, valences, text), _placed(text, written, found, valences))


def chunks(text: str) -> list[tuple[int, int]]:
    """Spans of at most `CHUNK_TOKENS` tokens that cover the string: one, save for monstrous sentences."""
    if len(text) < 2 * CHUNK_TOKENS:  # too short to hold more, with a blank after each
        return [(0, len(text))]
    starts = [match.start() for match in _TOKEN.finditer(text)][::CHUNK_TOKENS]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _bare(tokens: list[str]) -> list[str]:
    """VADER's words: without the marks around them, unless too little is left (an emoticon)."""
    words = tokens.copy()
    for i in compress(range(len(tokens)), map(not_, map(str.isalnum, tokens))):
        word = tokens[i].strip(string.punctuation)
        if len(word) > 2:
            words[i] = word
    return words


def _valences(analyzer: _Analyzer, written: list[str], lower: list[str], found: list[int]) -> list[float]:
    """The valences of the words `found`, which the lexicon knows, after the rules on the words around them."""
    lexicon = analyzer.lexicon
    calm = _RULING.isdisjoint(lower) and "n't" not in " ".join(lower)  # no word is one that changes others
    shouted: bool | None = None  # whether capitals are emphasis: some words have them, not all
    valences = []
    for i in found:
        raised = written[i].isupper()
        if not raised and (calm or not _ruled(lower, i)):
            valences.append(lexicon[lower[i]])
            continue
        if shouted is None:
            shouted = 0 < sum(map(str.isupper, written)) < len(written)
        valences.append(_valence(analyzer, written, lower, i, shouted))
    return valences


def _ruled(lower: list[str], i: int) -> bool:
    """Whether VADER has rules on word `i` or on what stands around it, capitals apart."""
    before = lower[max(0, i - _BEFORE) : i]
    return (
        not _MODIFYING.isdisjoint(before)
        or lower[i] in _OWN_RULES
        or not _IDIOMATIC.isdisjoint(lower[max(0, i - _BEFORE) : i + _AFTER + 1])
        or "n't" in " ".join(before)
    )


def _valence(analyzer: _Analyzer, written: list[str], lower: list[str], i: int, shouted: bool) -> float:
    word, first = lower[i], max(0, i - _BEFORE)
    if word in BOOSTER_DICT or (word == "kind" and lower[i + 1 : i + 2] == ["of"]):
        return 0.0
    window = _Window(_bare(written[first : i + _AFTER + 1]), shouted)
    return float(analyzer.sentiment_valence(0, window, window.words_and_emoticons[i - first], i - first, [])[0])


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


def _placed(text: str, written: list[str], found: list[int], valences: list[float]) -> tuple[WordValence, ...]:
    """The tokens `found` of those `written` that have some valence, at their places and without their marks.

    The next place of a token as a whole is its own: were the same written before it, that too would be found.
    """
    placed, end = [], 0
    blanked = f" {text} "  # the blank before a token stands where the token does in `text`
    for i, valence in zip(found, valences, strict=True):
        token = written[i]
        start = blanked.index(f" {token} ", end)
        end = start + len(token) + 1
        if valence:
            if not token.isalnum():
                (word,) = _bare([token])
                start, token = start + token.index(word), word
            placed.append(WordValence(start, start + len(token), valence))
    return tuple(placed)
