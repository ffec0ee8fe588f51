"""Looks for the content words of a headline in the body, in whatever form they stand there.

A word counts as found in the same form, in another form of it ("votes", "voting"), in one derived from
it ("resigns", "resignation") or as one of its listed equivalents ("probe", "investigation").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import compress

from crossread.document import Document
from crossread.lexicon import load_lexicon
from crossread.metrics.headline_terms import ACRONYM, Term, is_value
from crossread.model import BODY_ZONES, Name
from crossread.text.number_words import NUMBER_WORDS, SCALES
from crossread.text.numbers import Number
from crossread.text.spelling import PLACE_SYNONYMS, fold_name, initials
from crossread.text.stems import irregular_forms, root, stem

_PREFIX = 3  # letters in which two forms of a word agree, as far as rules can tell
_MAIN = 3  # names
_SHORTEST_NAME = 4  # letters: what is shorter may be the "R" of "R-Ohio"
_ROUNDED = 0.05  # a headline's "200" stands for the body's 197


@cache
def _clusters() -> dict[str, str]:
    """Form or name -> the cluster of words that headlines use for one another."""
    return {e.term: e.note for e in load_lexicon("crossread.metrics", "headline_equivalents_context").entries}


@cache
def _by_cluster() -> dict[str, set[str]]:
    """Cluster -> its forms."""
    return _grouped((cluster, form) for form, cluster in _clusters().items())


@cache
def _irregular() -> dict[str, set[str]]:
    """Stem -> the irregular forms that have it: "win" -> "won"."""
    return _grouped((stem(form), form) for form in irregular_forms())


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, form in pairs:
        groups[key].add(form)
    return dict(groups)


class Search:
    """Looks for all terms at once: each distinct form of the body is judged at most once.

    After `places`, `other[t]` has the body's word where term t is found as an equivalent only.
    """

    def __init__(self, document: Document, terms: Sequence[Term]) -> None:
        self.document, self.words, self.terms = document, document.words, terms
        self.other = [""] * len(terms)
        self.forms = set(compress(self.words.forms, self.words.voices))  # those of the body
        self.at: dict[str, set[int]] = defaultdict(set)  # form -> terms it stands for
        self.exact: set[int] = set()  # terms found as themselves
        words, names = document.words, document.names
        heads = [bisect_left(words.starts, name.start) for name in names]
        in_body = [words.voices[head] for head in heads]
        self.names = list(compress(names, in_body))  # those of the body, with the word each begins with
        self.heads = list(compress(heads, in_body))
        self.keys = [name.key for name in self.names]

    def places(self) -> list[list[int]]:
        """Per term the indices of the body's words that stand for it."""
        places: list[set[int]] = [set(found) for found in self._named()]
        wanted = [t for t, term in enumerate(self.terms) if term.kind != "number" and not places[t]]
        self._forms_of(wanted)
        words, at = self.words, self.at
        seen: dict[int, list[int]] = defaultdict(list)
        for index in compress(range(len(words)), map(at.__contains__, words.forms)):
            if words.voices[index] is not None:
                for t in at[words.forms[index]]:
                    seen[t].append(index)
        for t, indices in seen.items():
            places[t].update(indices)
        for t, indices in self._counted():
            places[t].update(indices)
        for t, term in enumerate(self.terms):
            if places[t] and t not in self.exact and term.kind != "number":
                self.other[t] = words.written(min(places[t]))
        return [sorted(found) for found in places]

    def _named(self) -> list[list[int]]:
        """Body words that begin a name of the same key, or of another spelling of it."""
        keys = {term.key: t for t, term in enumerate(self.terms) if term.kind == "name"}
        places: list[list[int]] = [[] for _ in self.terms]
        if not keys:
            return places
        known = set(self.keys)
        loose = {key: t for key, t in keys.items() if key not in known or (len(key) <= 2 * ACRONYM and " " not in key)}
        aliases = _aliases(loose, known.difference(keys))
        wanted = keys | aliases
        for key, index in compress(zip(self.keys, self.heads, strict=True), map(wanted.__contains__, self.keys)):
            places[wanted[key]].append(index)
        named = [places[keys[term.key]] if term.kind == "name" else [] for term in self.terms]
        self.exact.update(t for t, found in enumerate(named) if found)
        return named

    def main_names(self) -> list[tuple[Name, int, int]]:
        """The body's most frequent names, each with its first mention and how often it stands."""
        counts = Counter(key for key in self.keys if len(key) >= _SHORTEST_NAME)
        firsts = [(key, count) for key, count in counts.most_common(_MAIN) if count > 1]
        places = [self.keys.index(key) for key, _ in firsts]
        return [(self.names[i], self.heads[i], count) for i, (_, count) in zip(places, firsts, strict=True)]

    def _forms_of(self, wanted: Sequence[int]) -> None:
        """Fills `at` with the forms that stand for these terms, the closest kind of form first."""
        parts = {t: self._parts(self.terms[t]) for t in wanted}
        stems = self._by_stem({stem(part) for found in parts.values() for part in found})
        roots: dict[str, set[str]] = defaultdict(set)
        for stemmed, forms in stems.items():
            roots[root(stemmed)] |= forms
        clusters, groups = _clusters(), _by_cluster()
        for t in wanted:
            same = [stems.get(stem(part)) or roots.get(root(stem(part)), set()) for part in parts[t]]
            alike = [self.forms & groups.get(clusters.get(part, ""), set()) for part in parts[t]]
            if all(same):
                self.exact.add(t)
                self._take(t, same[-1])
            elif all(map(set.union, same, alike)):
                self._take(t, same[-1] or alike[-1])
            if len(parts[t]) == 1:
                self._take(t, alike[0])

    def _take(self, t: int, forms: Iterable[str]) -> None:
        for form in forms:
            self.at[form].add(t)

    def _parts(self, term: Term) -> list[str]:
        """The forms that all have to stand in the body: of a hyphened word and of a name each part."""
        written = self.words.forms[term.first : term.last + 1]
        forms = [part.removesuffix("'s") for form in written for part in form.split("-")]
        joined = "".join(forms)
        if "-" in written[0] and joined in self.forms:
            return [joined]
        return [form for form in forms if len(form) > 1 or form.isdigit()] or [joined]

    def _by_stem(self, stems: set[str]) -> dict[str, set[str]]:
        """Stem -> the body's forms that have it, among those that begin as a wanted stem does."""
        heads = tuple({stem[:_PREFIX] for stem in stems})
        found: dict[str, set[str]] = defaultdict(set)
        for form in [form for form in self.forms if form.startswith(heads)]:
            found[stem(form)].add(form)
        for stemmed in stems & _irregular().keys():
            found[stemmed] |= self.forms & _irregular()[stemmed]
        for form in [form for form in self.forms if "-" in form]:
            for part in (*form.split("-"), form.replace("-", "")):
                if part.startswith(heads):
                    found[stem(part)].add(form)
        for word in stems & NUMBER_WORDS.keys():
            found[word] |= {str(NUMBER_WORDS[word])} & self.forms
        return found

    def _counted(self) -> Iterator[tuple[int, list[int]]]:
        """Terms that are numbers, with the places of the body's numbers of that value."""
        numbers = [(t, term) for t, term in enumerate(self.terms) if term.kind == "number"]
        if not numbers:
            return
        for t, term in numbers:
            value, _, unit = term.key.partition(" ")
            body = self._numbers_like(term, value)
            same = [n for n in body if n.value == value]
            closer = [n for n in same if n.unit == unit or not n.unit or not unit]
            near = closer or same or [n for n in body if n.unit == unit and _is_rounded(value, n.value)]
            if near and not closer:
                self.other[t] = self.document.text[near[0].start : near[0].end]
            places = [bisect_left(self.words.starts, n.start) for n in near]
            yield t, places or self._spelt(value)

    def _numbers_like(self, term: Term, value: str) -> list[Number]:
        """The body's numbers that may be this one: of a round number all, else those with a word of its own."""
        spelt = [word for word, number in NUMBER_WORDS.items() if str(number) == value]
        written = {*self.words.forms[term.first : term.last + 1], value, *spelt, *SCALES}
        found = list(_body_numbers(self.document, written.__contains__))
        if not value.endswith("0") or any(number.value == value for number in found):
            return found
        return list(_body_numbers(self.document, is_value))

    def _spelt(self, value: str) -> list[int]:
        """Where the bare value stands as a word: "four" in "killed four"."""
        forms = {value, *(word for word, number in NUMBER_WORDS.items() if str(number) == value)} & self.forms
        indices = compress(range(len(self.words)), map(forms.__contains__, self.words.forms)) if forms else ()
        return [index for index in indices if self.words.voices[index] is not None]


def _aliases(keys: Mapping[str, int], others: Iterable[str]) -> dict[str, int]:
    """Body names spelt otherwise than in the headline: "United States" for "U.S.", a body for its acronym."""
    if not keys:
        return {}
    known = {_canonical(key): t for key, t in keys.items()}
    has_acronym = any(name.isalpha() and len(name) <= ACRONYM for name in known)
    found = {}
    for key in others:
        shorter = initials(key.title()) if has_acronym and " " in key else ()
        t = next((known[name] for name in (_canonical(key), *shorter) if name in known), None)
        if t is not None:
            found[key] = t
    return found


def _canonical(key: str) -> str:
    name = fold_name(key)
    name = PLACE_SYNONYMS.get(name, name)
    return _clusters().get(name, name)


def _body_numbers(document: Document, wanted: Callable[[str], bool]) -> Iterator[Number]:
    """The numbers of the body sentences that have a word of some kind."""
    words = document.words
    for number in sorted(set(compress(words.sentences, map(wanted, words.forms)))):
        sentence = document.sentences[number]
        if number >= 0 and sentence.zone in BODY_ZONES:
            yield from document.numbers.get(number, ())


def _is_rounded(value: str, exact: str) -> bool:
    """Whether a headline's round number may stand for one in the body: "200" for 197."""
    if not (value.isdigit() and exact.isdigit()) or not value.endswith("0"):
        return False
    return 0 < abs(int(value) - int(exact)) <= _ROUNDED * int(value)
