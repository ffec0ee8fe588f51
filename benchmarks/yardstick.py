"""What crossread's speed is held against: textstat's functions and VADER, called as their manuals show.

Both get the same text as crossread. textstat remembers the answers for the last texts it saw, so a
text must be given to the yardstick only once.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import nltk
import textstat
from sentencex import segment
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

# The CMU dictionary as crossread ships it: without it textstat would try to download one.
DICTIONARY = str(files("crossread.data") / "cmudict")

# The thirteen English functions that score a text or count what a score is made of. text_standard is
# left out: it only calls the others again.
FUNCTIONS: tuple[Callable[[str], Any], ...] = (
    textstat.flesch_reading_ease,
    textstat.flesch_kincaid_grade,
    textstat.gunning_fog,
    textstat.automated_readability_index,
    textstat.coleman_liau_index,
    textstat.smog_index,
    textstat.dale_chall_readability_score,
    textstat.spache_readability,
    textstat.linsear_write_formula,
    textstat.lix,
    textstat.rix,
    textstat.mcalpine_eflaw,
    textstat.difficult_words,
)


class Yardstick:
    """The two reference libraries, ready to score: the dictionary is loaded and VADER is built."""

    def __init__(self) -> None:
        nltk.data.path.insert(0, DICTIONARY)
        textstat.syllable_count("reading")
        self.vader = SentimentIntensityAnalyzer()

    def textstat(self, text: str) -> list[float]:
        """The thirteen figures of a text."""
        return [function(text) for function in FUNCTIONS]

    def sentiment(self, text: str) -> list[float]:
        """VADER's compound score of every sentence, splitting included."""
        sentences = [found for line in text.splitlines() for found in segment("en", line) if found.strip()]
        return [self.vader.polarity_scores(sentence)["compound"] for sentence in sentences]
