"""He and she: what the text itself shows of a person's pronoun, and whom a pronoun means.

Nothing is guessed from first names. A title (Mr, Ms), a noun of the role (spokeswoman, king) or the
pronouns used where only one person can be meant say which of the two a person goes by.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from crossread.attribution.naming import Naming
from crossread.attribution.page import Page
from crossread.model import Name, Pronoun
from crossread.text.genders import NOUNS, SHOWN_BY, TITLES
from crossread.text.words import fold

HE_SHE: Final[dict[str, Pronoun]] = {"he": "he", "him": "he", "she": "she", "her": "she"}
_OWN = frozenset(("his", "her", "himself", "herself"))
_NEARBY = 8  # names of one sentence a pronoun is counted for
_MENTIONS = 12  # mentions of one person looked at for a title


class Pronouns:
    """The pronoun each person goes by, as far as the text shows it."""

    def __init__(self, page: Page, naming: Naming) -> None:
        self._page = page
        self._naming = naming
        self._known: dict[str, Pronoun | None] = {}
        self._votes: dict[str, dict[Pronoun, int]] | None = None

    def of(self, key: str, role: str | None = None) -> Pronoun | None:
        """The pronoun of the person with this key: by title or role, else by the pronouns used nearby."""
        if key not in self._known:
            self._known[key] = self._by_noun(key, role) or self._by_use(key)
        return self._known[key]

    def learn(self, key: str, pronoun: Pronoun) -> None:
        """Note the pronoun of a person whom one was found to mean, where nothing else had shown it."""
        self._known[key] = self._known.get(key) or pronoun

    def in_sentence(self, sentence: int, most: int) -> Sequence[Name]:
        """The first names of a sentence in reading order."""
        sentences, naming = self._page.sentences, self._naming
        first = bisect_left(naming.starts, sentences[sentence].start)
        if sentence + 1 == len(sentences):
            return naming.names[first : first + most]
        return naming.names[first : min(first + most, bisect_left(naming.starts, sentences[sentence + 1].start, first))]

    def _by_noun(self, key: str, role: str | None) -> Pronoun | None:
        nouns = {word.rstrip(".,") for word in fold(role).split()} if role else set()
        words = self._page.words
        for name in self._naming.by_key.get(key, ())[:_MENTIONS]:
            first = bisect_left(words.starts, name.start)
            if first and words.text[words.ends[first - 1] : name.start].strip(" \u00a0.") == "":
                nouns.add(words.forms[first - 1].rstrip("."))
        shown = {told[noun] for told in (NOUNS, TITLES) for noun in nouns if noun in told}
        return shown.pop() if len(shown) == 1 else None

    def _by_use(self, key: str) -> Pronoun | None:
        """The pronoun that at least twice as many places show as show the other."""
        if self._votes is None:
            self._votes = self._count()
        votes = self._votes.get(key, {})
        he, she = votes.get("he", 0), votes.get("she", 0)
        if he >= 2 * she and he:
            return "he"
        return "she" if she >= 2 * he and she else None

    def _count(self) -> dict[str, dict[Pronoun, int]]:
        """Votes of the pronouns outside quotation marks.

        Two for the one person named before it in the sentence, or in the sentence before; where there are several,
        one of "his" and "her" for the nearest.
        """
        words, page = self._page.words, self._page
        votes: dict[str, dict[Pronoun, int]] = {}
        for i in page.pronouns():
            sentence = words.sentences[i]
            if sentence < 0:
                continue
            before = [
                n.key for n in self.in_sentence(sentence, _NEARBY) if n.start < words.starts[i] and n.kind == "person"
            ]
            if not before and sentence and self._same_paragraph(sentence):
                before = [name.key for name in self.in_sentence(sentence - 1, _NEARBY) if name.kind == "person"]
                before = before if len(set(before)) == 1 else []
            alone = len(set(before)) == 1
            if before and (alone or words.forms[i] in _OWN):
                shown = votes.setdefault(before[-1], {})
                shown[SHOWN_BY[words.forms[i]]] = shown.get(SHOWN_BY[words.forms[i]], 0) + (2 if alone else 1)
        return votes

    def _same_paragraph(self, sentence: int) -> bool:
        sentences = self._page.sentences
        return sentences[sentence].paragraph == sentences[sentence - 1].paragraph
