"""The readability formulas, as functions of counts; each equals textstat's for the same counts.

Where textstat departs from a formula's paper (rounded Coleman-Liau constants, no inflection rules
for the Dale-Chall list), textstat is followed, so that figures can be checked against it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from crossread.model import Interval
from crossread.resampling import influence_interval
from crossread.text.syllables import SYLLABLES, unfamiliar_in, unpacked


class Counts(NamedTuple):
    """What the formulas need to know of a text, or of one sentence of it.

    Averages over words are taken over `rated` words: all of them, or all but names. `characters`
    counts everything but white space; the rest are sums of `WordFacts` over the rated words.
    """

    sentences: int
    words: int
    rated: int
    characters: int
    syllables: int
    letters: int
    unfamiliar: int
    complex: int
    polysyllables: int
    long: int
    vowel_groups: int

    @property
    def sentence_length(self) -> float:
        """Mean words a sentence."""
        return self.words / self.sentences


class SentenceCounts(NamedTuple):
    """The counts of one sentence, its `facts` packed (`packed_facts`); `total` makes `Counts` of them."""

    words: int
    rated: int
    characters: int
    facts: int

    @property
    def sentence_length(self) -> float:
        """Words of the sentence."""
        return float(self.words)

    @property
    def syllables(self) -> int:
        """Syllables of the rated words."""
        return self.facts & SYLLABLES

    @property
    def unfamiliar(self) -> int:
        """Words of the sentence that are on no list of easy words."""
        return unfamiliar_in(self.facts)

    def without(self, words: int, characters: int, facts: int) -> SentenceCounts:
        """The same with some of the words, their characters and facts, kept out of the averages over words."""
        return SentenceCounts(self.words, self.rated - words, self.characters - characters, self.facts - facts)


def total(parts: Sequence[SentenceCounts]) -> Counts:
    """The counts of several sentences together."""
    words, rated, characters, facts = map(sum, zip(*parts, strict=True)) if parts else (0, 0, 0, 0)
    return Counts(len(parts), words, rated, characters, *unpacked(facts))


def flesch_reading_ease(c: Counts | SentenceCounts) -> float:
    """Flesch 1948: usually 0 to 100, more is easier; newspapers are often at 40 to 60."""
    return 206.835 - 1.015 * c.sentence_length - 84.6 * (c.syllables / c.rated)


def flesch_kincaid_grade(c: Counts) -> float:
    """Kincaid et al. 1975: years of schooling in the United States."""
    return 0.39 * c.sentence_length + 11.8 * (c.syllables / c.rated) - 15.59


def gunning_fog(c: Counts) -> float:
    """Gunning 1952: years of schooling, from sentence length and complex words."""
    return 0.4 * (c.sentence_length + 100 * c.complex / c.rated)


def automated_readability_index(c: Counts) -> float:
    """Senter & Smith 1967: a grade from characters a word and words a sentence."""
    return 4.71 * (c.characters / c.rated) + 0.5 * c.sentence_length - 21.43


def coleman_liau_index(c: Counts) -> float:
    """Coleman & Liau 1975: a grade from letters and sentences per 100 words."""
    return 0.058 * (c.letters / c.rated * 100) - 0.296 * (c.sentences / c.words * 100) - 15.8


def smog_index(c: Counts) -> float:
    """McLaughlin 1969: a grade from words of three syllables or more; defined on 30 sentences."""
    return 1.043 * math.sqrt(30 * (c.polysyllables / c.sentences)) + 3.1291


def dale_chall_score(c: Counts) -> float:
    """Dale & Chall 1948: 4.9 and below is grade four, 10 and above college."""
    share = 100 * c.unfamiliar / c.rated
    score = 0.1579 * share + 0.0496 * c.sentence_length
    return score + 3.6365 if share > 5 else score


def lix(c: Counts) -> float:
    """Björnsson 1968: words a sentence plus the percentage of words over six letters."""
    return c.sentence_length + 100 * c.long / c.rated


def all_scores(c: Counts) -> dict[str, float]:
    """Every formula's score, by figure id; "flesch" is the reading ease."""
    return {
        "flesch": flesch_reading_ease(c),
        "flesch_kincaid": flesch_kincaid_grade(c),
        "gunning_fog": gunning_fog(c),
        "automated_readability": automated_readability_index(c),
        "coleman_liau": coleman_liau_index(c),
        "smog": smog_index(c),
        "dale_chall": dale_chall_score(c),
        "lix": lix(c),
    }


def flesch_range(c: Counts, sentences: Sequence[int]) -> tuple[float, float]:
    """The lowest and the highest reading ease over ways to count sentences and over both rules for syllables."""
    counts = [count for count in (c.sentences, *sentences) if count]
    weights = (c.syllables / c.rated, c.vowel_groups / c.rated)
    return (
        206.835 - 1.015 * c.words / min(counts) - 84.6 * max(weights),
        206.835 - 1.015 * c.words / max(counts) - 84.6 * min(weights),
    )


def flesch_interval(parts: Sequence[SentenceCounts]) -> Interval | None:
    """95 % interval of the Flesch reading ease, from a bootstrap with sentences as the sampled units.

    A sentence draws the figure by its length and by its words' syllables, each against the mean. None
    below five sentences.
    """
    whole = total(parts)
    if not whole.rated:
        return None
    length, weight = whole.sentence_length, whole.syllables / whole.rated
    long, heavy = 1.015 / whole.sentences, 84.6 / whole.rated
    influences = [
        long * (length - part.words) + heavy * (weight * part.rated - (part.facts & SYLLABLES)) for part in parts
    ]
    return influence_interval(flesch_reading_ease(whole), influences)
