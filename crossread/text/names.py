"""Proper names in running text, by capital letters and the company they keep.

No word list of first names is used: a run of capitalised words is a name, and what stands beside
it (a title, a role, a verb of saying, an acronym in brackets) says of which kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import compress
from operator import not_

from crossread.lexicon import from_lexicons, load_lexicon
from crossread.model import BODY_ZONES, Name, NameKind, Sentence
from crossread.text.namesakes import part_namesakes
from crossread.text.words import Words, fold

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sep sept "
    "oct nov dec easter christmas thanksgiving ramadan".split()
)
# Words with a capital at the head of a sentence and no name's company even before another capital.
_OPENERS = frozenset(
    "the a an this that these those he she it they we you i his her its their our my your who what when where why how "
    "which while as if but and or nor so yet for in on at by to from with without of about after before since until "
    "during under over between among against through into near not no yes there here then now today yesterday also "
    "although though because unless whether both either neither each every all some many most several few other "
    "another such one two three four five six seven eight nine ten more less even only just still perhaps maybe "
    "meanwhile however moreover instead despite according asked speaking former exiled late is are was were be do does "
    "did has have had will would can could may might should must let please thanks dear like unlike than too very "
    "earlier later last next first second once again exclusive breaking watch read see".split()
)
_LINKS = frozenset(("of", "for", "the", "and", "on", "de", "van", "von", "der", "bin", "al", "la", "del", "di", "da"))
_PARTICLES = frozenset(("de", "van", "von", "der", "bin", "al", "la", "del", "di", "da"))
_APPOSED = re.compile(r", (?:(?:an?|the|who)\b|\d)")
_COMMON_WORDS = frozenset("fed salon slate time vice who".split())  # bodies' names that open sentences as words
_LONGEST = 12  # words of one name; a headline in capitals is not a name


def find_names(words: Words, sentences: Sequence[Sentence]) -> tuple[tuple[Name, ...], bytes]:
    """Names of title, byline and body in reading order, and for each word whether it is part of one (0 or 1).

    Names are linked: one `key` for a person, place or body.
    """
    runs = list(_Capitals(words, sentences).runs())
    titled = {last for _, last, title in runs if title}
    pieces = [(first, last) for first, last, _ in runs]
    spans = [(words.starts[first], _end(words, last)) for first, last in pieces]
    linked = _link([" ".join(words.text[start:end].split()) for start, end in spans])
    keys = part_namesakes(words, pieces, linked)
    kinds = _kinds(words, pieces, keys, titled)
    named = bytearray(len(words))
    for first, last in pieces:
        named[first : last + 1] = b"\1" * (last + 1 - first)
    return tuple([Name(*span, key, kinds[key]) for span, key in zip(spans, keys, strict=True)]), bytes(named)


def _end(words: Words, index: int) -> int:
    """Where the name's last word ends, without a possessive."""
    end = words.ends[index]
    return end - 2 if words.forms[index].endswith("'s") else end


def bare(words: Words, index: int) -> str:
    """The word as written, without a possessive."""
    return words.text[words.starts[index] : _end(words, index)]


_NAMED_IN = frozenset({"title", "byline", *BODY_ZONES})  # zones whose names are looked for


class _Capitals:
    """The capitalised words of a page and which of them begin names."""

    def __init__(self, words: Words, sentences: Sequence[Sentence]) -> None:
        text, forms, numbers = words.text, words.forms, words.sentences
        self.words = words
        self.named = [sentence.zone in _NAMED_IN for sentence in sentences]
        self.capital = list(map(str.isupper, map(text.__getitem__, words.starts)))
        self.lower = set(compress(forms, map(not_, self.capital)))
        self.forms = {i: forms[i].removesuffix("'s") for i in compress(range(len(forms)), self.capital)}
        headlines = [words.by_sentence[number] for number, s in enumerate(sentences) if s.zone == "title"]
        shouting = {i for within in headlines if self._is_title_case(within) for i in within}
        # Forms written with a capital in mid-sentence: names wherever they stand.
        self.inner = {
            form
            for i, form in self.forms.items()
            if i
            and numbers[i] == numbers[i - 1]
            and text[words.ends[i - 1] : words.starts[i]] in (" ", "\u00a0", ", ")
            and i not in shouting
        }
        for i in shouting:  # a headline in title case says nothing of its own about names
            if self.forms.get(i) not in self.inner:
                self.capital[i] = False
                self.forms.pop(i, None)

    def _is_title_case(self, within: range) -> bool:
        longer = [i for i in within if len(self.words.forms[i]) > 3]
        return sum(self.capital[i] for i in longer) * 4 >= 3 * len(longer)

    def runs(self) -> Iterator[tuple[int, int, bool]]:
        """(first word, last word, whether a title stands before) of every name."""
        past = 0
        for i in self.forms:
            sentence = self.words.sentences[i]
            if i < past or sentence < 0 or not self.named[sentence] or not self._starts(i, sentence):
                continue
            last = self._run_end(i, sentence)
            if last - i < _LONGEST:
                yield from _cut_titles(self.words, i, last)
            past = last + 1

    def _starts(self, i: int, sentence: int) -> bool:
        form, words = self.forms[i], self.words
        if form in CALENDAR or form == "i" or form.startswith("i'"):
            return False
        opens = i == 0 or words.sentences[i - 1] != sentence
        if not opens and words.text[words.ends[i - 1] : words.starts[i]].isspace():
            return True
        if form in _OPENERS:
            return False
        if form in self.inner:
            return form not in self.lower or not form.isalpha() or not opens
        if form in self.lower or form.endswith(("ly", "ing", "ed")):
            return False
        listed = form in place_forms() or form in _titles() or (form in _body_forms() and form not in _COMMON_WORDS)
        if not opens or listed or bare(words, i).isupper() or _apposed_body(words, i):
            return True
        if not (i + 1 in self.forms and words.sentences[i + 1] == sentence):
            return False
        return words.text[words.ends[i] : words.starts[i + 1]].isspace()

    def _run_end(self, first: int, sentence: int) -> int:
        """The last word of the run of capitals that begins at `first`."""
        words, text, last = self.words, self.words.text, first
        stop = words.by_sentence[sentence].stop
        while last + 1 < stop and (self.capital[last + 1] or words.forms[last + 1] in _LINKS):
            if words.forms[last].endswith("'s"):
                break
            gap = text[words.ends[last] : words.starts[last + 1]]
            if not (gap.isspace() or (gap in (". ", ".\u00a0") and words.ends[last] - words.starts[last] <= 3)):
                break
            ahead = last + 1
            while ahead < stop and ahead - last <= 2 and not self.capital[ahead] and words.forms[ahead] in _LINKS:
                ahead += 1
            if ahead >= stop or not self.capital[ahead] or self.forms[ahead] in CALENDAR:
                break
            if ahead > last + 1 and not self._links(first, last, ahead):
                break
            last = ahead
        return last

    def _links(self, first: int, last: int, ahead: int) -> bool:
        """Whether the small words between two capitals belong to one name: "for the" in a body's name."""
        words = self.words
        links = words.forms[last + 1 : ahead]
        if "and" in links or not all(
            words.text[words.ends[k] : words.starts[k + 1]].isspace() for k in range(last, ahead)
        ):
            return False
        return all(link in _PARTICLES for link in links) or _heads_body(words, first, last)


def _heads_body(words: Words, first: int, last: int) -> bool:
    """Whether a run can go on with "of" or "for the": Institute, Department, Secretary, Bank."""
    return not _body_heads().isdisjoint(words.forms[first : last + 1])


def _cut_titles(words: Words, first: int, last: int) -> list[tuple[int, int, bool]]:
    """A run without the titles in it: "Russian President Vladimir Putin" is two names and a title."""
    found = []
    start, titled = first, False
    titles, forms = _titles(), words.forms
    if not titles.keys().isdisjoint(forms[first : last + 1]):  # in most runs none begins
        i = first
        while i <= last:
            size = _title_size(words, i, last) if forms[i] in titles else 0
            if size and (i + size <= last or start == i):
                if start < i:
                    found.append((start, i - 1, titled))
                start, titled = i + size, True
            i += max(size, 1)
    while start <= last and (forms[start] in _LINKS or forms[start].endswith(("-based", "-born", "-led"))):
        start += 1
    return [*found, (start, last, titled)] if start <= last else found


def _title_size(words: Words, i: int, last: int) -> int:
    """How many words from `i` on, which begins titles, are one: 3 for "Secretary of State", 0 for none."""
    for size, titles in _titles()[words.forms[i]]:
        if i + size - 1 <= last and tuple(words.forms[i : i + size]) in titles:
            # "Secretary of Health" is no title we know, but part of a longer one: leave it whole.
            return 0 if i + size <= last and words.forms[i + size] in ("of", "for") else size
    return 0


def _link(texts: Sequence[str]) -> list[str]:
    """A key for each name: the fullest form it is linked to by surname or by acronym."""
    places, bodies = place_forms(), _organisation_forms()
    folded = {name: fold(name) for name in texts}
    by_surname: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    for name, count in (counts := Counter(texts)).items():
        parts = folded[name].split(" ")
        if len(parts) == 1 or folded[name] in places:
            continue
        body = not bodies.isdisjoint(parts) or folded[name] in _body_forms()
        surname = name.rsplit(" ", 1)[1]
        if not body and parts[-1] not in places and count > counts.get(by_surname.get(surname, ""), 0):
            by_surname[surname] = name
        initials = "".join([word[0] for word in name.split(" ") if word[0].isupper()])
        if len(initials) > (1 if body else 2):
            acronyms.setdefault(initials, name)
    keys = {}
    for name, form in folded.items():
        full = acronyms.get(name) if name.isupper() and len(name) > 1 else by_surname.get(name)
        keys[name] = form if full is None or form in places else folded[full]
    return [keys[name] for name in texts]


def _kinds(
    words: Words, pieces: Sequence[tuple[int, int]], keys: Sequence[str], titled: set[int]
) -> dict[str, NameKind]:
    """The kind of each key, from the name itself and from what stands beside any occurrence."""
    kinds: dict[str, NameKind] = {}
    occurrences = Counter(keys)
    short = {key for (first, last), key in zip(pieces, keys, strict=True) if first == last}
    for (first, last), key in zip(pieces, keys, strict=True):
        if kinds.get(key, "other") == "other":
            kinds[key] = _kind(words, first, last, key, last in titled, key in short and occurrences[key] > 1)
    return kinds


def _kind(words: Words, first: int, last: int, key: str, titled: bool, surname_used: bool) -> NameKind:
    parts = key.split()
    if key in place_forms():
        return "place"
    if key in _body_forms() or not _organisation_forms().isdisjoint(parts) or _apposed_body(words, last):
        return "organisation"
    if titled:
        return "person"
    written = bare(words, first)
    if len(parts) == 1:
        return "organisation" if written.isupper() and len(written) > 2 and written.isalpha() else "other"
    before = words.forms[first - 1] if first else ""
    apposed = _APPOSED.match(words.text, words.ends[last])
    if len(parts) <= 4 and (before in _title_forms() or surname_used or apposed):
        return "person"
    return "other"


def _apposed_body(words: Words, last: int) -> bool:
    """Whether an apposition calls the name a body: "Hajun, a watchdog that monitors"."""
    if words.text[words.ends[last] : words.ends[last] + 2] != ", " or last + 2 >= len(words):
        return False
    if words.forms[last + 1] not in ("a", "an", "the"):
        return False
    called = False
    for k in range(last + 2, min(last + 7, len(words))):
        if words.forms[k] in _title_forms():
            return False  # "the White House counsel" is what a person is called
        if words.forms[k] in body_nouns():
            called = True
        if words.forms[k] in _LINKS or words.forms[k] in ("that", "who", "which"):
            break
        if not words.text[words.ends[k] : words.ends[k] + 1].isspace():
            break
    return called


@from_lexicons
def body_nouns() -> frozenset[str]:
    """The nouns bodies are called by in running text: "ministry", "watchdog", "think tank"."""
    return _organisation_forms() | {"watchdog", "tank", "monitor", "nonprofit", "charity", "publisher", "firm"}


@from_lexicons
def _title_forms() -> frozenset[str]:
    return frozenset(load_lexicon("crossread.data", "roles").terms)


@from_lexicons
def _titles() -> dict[str, tuple[tuple[int, frozenset[tuple[str, ...]]], ...]]:
    """First word -> the titles that begin with it, by their number of words, longest first."""
    found: dict[str, dict[int, set[tuple[str, ...]]]] = {}
    for entry in load_lexicon("crossread.data", "roles").entries:
        found.setdefault(entry.words[0], {}).setdefault(len(entry.words), set()).add(entry.words)
    return {
        word: tuple((size, frozenset(terms)) for size, terms in sorted(lengths.items(), reverse=True))
        for word, lengths in found.items()
    }


@from_lexicons
def place_forms() -> frozenset[str]:
    return frozenset(map(fold, load_lexicon("crossread.data", "places").terms))


@from_lexicons
def _organisation_forms() -> frozenset[str]:
    listed = load_lexicon("crossread.data", "organisations")
    return frozenset(term for term, category in zip(listed.terms, listed.categories, strict=True) if category == "head")


@from_lexicons
def _body_heads() -> frozenset[str]:
    return _organisation_forms() | {"secretary", "study", "minister", "head", "republic", "kingdom", "state", "bank"}


@from_lexicons
def _body_forms() -> frozenset[str]:
    listed = load_lexicon("crossread.data", "organisations")
    return frozenset(
        fold(term) for term, category in zip(listed.terms, listed.categories, strict=True) if category != "head"
    )
