"""Measuring by a word list: which words found count, and the counts and rates they come to by voice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from crossread.document import Document
from crossread.lexicon import Match
from crossread.metric import rate_by_voice, rate_interval
from crossread.model import VOICES, Detail, Evidence, Interval, Voice, VoiceValue
from crossread.resampling import percent, share_interval
from crossread.text.capitals import in_title
from crossread.text.words import Words

T = TypeVar("T")
EXEMPT = "exempt"  # the category of phrases in which a listed word means something else


class Hit(NamedTuple):
    """Words that count: in which category, under which rule, and why."""

    match: Match
    category: str
    rule: str
    note: str


def terms_in_body(document: Document, lexicon: str, as_names: str = "") -> Iterator[Match]:
    """What a lexicon of the metrics finds in the body, in reading order, where its words mean what the list says."""
    return counting(document.words, document.matches[lexicon], as_names)


def counting(words: Words, matches: Iterable[Match], as_names: str = "") -> Iterator[Match]:
    """The matches that count.

    Left out are what is no part of the body, phrases a list exempts, words that are part of a name or a
    title, and terms in a voice in which they do not count. A term that a list writes with a capital is a
    name itself: it counts where the text writes it so. Terms of the category `as_names` are written either
    way, and are left out only as part of a longer name.
    """
    text, voices, named = words.text, words.voices, words.named
    for match in matches:
        entry, first = match.entry, match.first
        voice = voices[first]
        if voice is None or entry.category == EXEMPT or (entry.voice and entry.voice != voice):
            continue
        capital = text[match.start].isupper()
        if entry.term[0].isupper():
            counts = capital
        elif named[first] or (capital and in_title(words, first)):
            counts = entry.category == as_names and not _in_longer_name(words, match)
        else:
            counts = True
        if counts:
            yield match


def _in_longer_name(words: Words, match: Match) -> bool:
    """Whether the word before or after belongs to a name as well ("Deep State Productions")."""
    sentence = words.sentences[match.first]
    for at in (match.first - 1, match.last + 1):
        if 0 <= at < len(words) and words.sentences[at] == sentence and (words.named[at] or in_title(words, at)):
            return True
    return False


class Tally:
    """Hits counted by category, voice and sentence.

    `evidence` has one piece a hit. The figures are those of one voice, the narrator's unless another is
    asked for: `total` is its words, sentences are the sampled units of an interval.
    """

    def __init__(self, document: Document, hits: Iterable[Hit], voice: Voice = "narrator") -> None:
        words = document.words
        voices, sentences = words.voices, words.sentences
        self._sizes: dict[str, int] = {voice: words.size(voice) for voice in VOICES}
        self._voice = voice
        self._lengths = words.sizes[voice]
        self._by_voice: dict[str, dict[str, int]] = {}
        self._by_sentence: dict[str, dict[int, int]] = {}
        self._by_rule: dict[str, int] = {}
        self.total = self._sizes[voice]
        self._silence = "no words in the narrator's voice" if voice == "narrator" else f"no {voice} words"
        self.evidence: list[Evidence] = []
        for match, category, rule, note in hits:
            speaking = voices[match.first]
            self.evidence.append(Evidence(match.start, match.end, rule, note, speaking))
            _add(self._by_voice.setdefault(category, {}), speaking or "")
            if speaking == voice:
                _add(self._by_rule, rule)
                _add(self._by_sentence.setdefault(category, {}), sentences[match.first])

    def rates(self, categories: Collection[str]) -> dict[str, VoiceValue]:
        """Hits of these categories per 100 words in each voice."""
        return rate_by_voice(_together(self._by_voice, categories), self._sizes)

    def interval(self, categories: Collection[str]) -> Interval | None:
        """95 % interval of the voice's hits per 100 words."""
        return rate_interval(self._found(categories), self._lengths)

    def count(self, category: str, rules: Sequence[str]) -> Detail:
        """How often a category was found, as the detail `<category>_count`."""
        found = sum(self._found((category,)).values())
        return Detail(f"{category}_count", found, self.total, None, "", tuple(rules))

    def rate(self, category: str, rules: Sequence[str]) -> Detail:
        """A category's hits per 100 words, as the detail `<category>_rate`."""
        reason = "" if self.total else self._silence
        found = self._found((category,))
        value = 100 * sum(found.values()) / self.total if self.total else None
        interval = rate_interval(found, self._lengths)
        return Detail(f"{category}_rate", value, self.total, interval, reason, tuple(rules))

    def sentences(self, figure: str, categories: Collection[str], rules: Sequence[str]) -> Detail:
        """The share of the voice's sentences with a hit of these categories, in %."""
        n = len(self._lengths)
        reason = "" if n else self._silence
        found = self._found(categories)
        hit = [int(sentence in found) for sentence in self._lengths]
        interval = percent(share_interval(hit, [1] * n))
        return Detail(figure, 100 * sum(hit) / n if n else None, n, interval, reason, tuple(rules))

    def of_rules(self, figure: str, rules: Sequence[str], n: int | None = None) -> Detail:
        """How often rules fired in the voice; `n` is its words where it is not said."""
        found = sum([self._by_rule.get(rule, 0) for rule in rules])
        return Detail(figure, found, self.total if n is None else n, None, "", tuple(rules))

    def _found(self, categories: Collection[str]) -> Mapping[int, int]:
        """Hits by sentence."""
        return _together(self._by_sentence, categories)


def _add(counts: dict[T, int], key: T) -> None:
    counts[key] = counts.get(key, 0) + 1


def _together(counts: Mapping[str, Mapping[T, int]], categories: Collection[str]) -> Mapping[T, int]:
    """The counts of some categories added up; plain dictionaries, since a Counter takes three times as long."""
    found = [counts[category] for category in categories if category in counts]
    if len(found) == 1:
        return found[0]
    added: dict[T, int] = {}
    for each in found:
        for key, count in each.items():
            added[key] = added.get(key, 0) + count
    return added
