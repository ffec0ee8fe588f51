"""How far crossread's figures are from those of the libraries they are defined by.

textstat finds words and sentences its own way, so the formulas are compared on textstat's counts:
given the same counts they must give the same score.
"""

from __future__ import annotations

from collections.abc import Sequence

import textstat
from textstat.backend.counts._count_difficult_words import count_difficult_words
from textstat.backend.counts._count_words import count_words
from yardstick import Yardstick

from crossread.indicators.tone import pieces
from crossread.parse import document_from_text
from crossread.text.formulas import Counts, all_scores
from crossread.text.textstat_engine import textstat_scores
from crossread.text.vader import score

LANGUAGE = "en_US"


def counted_by_textstat(text: str, rated: int) -> Counts:
    """What the formulas need to know of a text, in textstat's counting; averages are over `rated` words."""
    return Counts(
        sentences=textstat.sentence_count(text),
        words=textstat.lexicon_count(text),
        rated=rated,
        syllables=textstat.syllable_count(text),
        letters=textstat.letter_count(text),
        characters=textstat.char_count(text),
        unfamiliar=count_difficult_words(text, LANGUAGE, 0),
        complex=count_difficult_words(text, LANGUAGE, 3),
        polysyllables=textstat.polysyllabcount(text),
        long=textstat.long_word_count(text),
        vowel_groups=0,  # no formula of textstat counts them
    )


def our_scores(text: str) -> dict[str, float]:
    """Our formulas on textstat's counts; for the ARI textstat counts a lone dash as a word too."""
    scores = all_scores(counted_by_textstat(text, textstat.lexicon_count(text)))
    with_dashes = all_scores(counted_by_textstat(text, count_words(text, rm_punctuation=False)))
    return scores | {"automated_readability": with_dashes["automated_readability"]}


def formula_difference(texts: Sequence[str]) -> tuple[float, str]:
    """The largest difference of any formula on any text, and what was compared."""
    largest, compared = 0.0, 0
    for text in texts:
        ours, theirs = our_scores(text), textstat_scores(text)
        for name in sorted(ours.keys() & theirs.keys()):
            largest, compared = max(largest, abs(ours[name] - theirs[name])), compared + 1
    return largest, f"{compared} scores of {len(texts)} texts"


def sentiment_difference(yardstick: Yardstick, texts: Sequence[str]) -> tuple[float, str]:
    """The largest difference to VADER on the very strings the metric scores, and what was compared."""
    largest, compared = 0.0, 0
    for text in texts:
        for piece in pieces(document_from_text(text)):
            theirs = yardstick.vader.polarity_scores(piece.text)["compound"]
            largest, compared = max(largest, abs(score(piece.text).compound - theirs)), compared + 1
    return largest, f"{compared} pieces of sentences"
