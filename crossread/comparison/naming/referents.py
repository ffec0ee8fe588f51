"""Which uses of competing names mean one thing: told by the names beside them, not by the words themselves.

“The war in Norland” and “Norland’s invasion” may be one thing, a “trade war” and the war abroad are not. A use is
tied to the country, body or person named right before it or, after a preposition, right behind it; one that has
no such name ("the invasion") means the one thing of the kind its article has, or nothing we can tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from crossread.attribution.grammar import finite_forms
from crossread.comparison.names.entities import Entity
from crossread.model import Voice
from crossread.text.spelling import fold_name
from crossread.text.words import Words

ANYWHERE = ""  # the referent of a topic, of which there is one
_BEFORE, _BEHIND = 5, 5  # words looked at on either side
_INTO = frozenset("of in on against into inside across to over at around throughout between with near outside".split())
_OPENS = frozenset("the this that these those its his her their our your my".split())
_ANY = frozenset("any no every each some such more many few".split())
_INDEFINITE = _ANY | frozenset("a an another future possible potential".split())
# Adjectives with a capital that name no one country or body.
_OF_MANY = frozenset(
    "islamic islamist muslim christian jewish catholic protestant sunni shiite western eastern northern southern "
    "european african asian arab latin republican democratic communist marxist".split()
)
_STOPS = (
    _INTO
    | _OPENS
    | _INDEFINITE
    | frozenset(
        "and or but as by for from who which that than if when while after before during is are was were".split()
    )
)


class Use(NamedTuple):
    """Words [first, last] of the article at a place of the set that name a thing, by which of its names.

    `loose` words name it only where a name stands beside them; `common` ones, everyday names in the plural, are
    said of any where they stand without “the”.
    """

    order: int
    first: int
    last: int
    side: str
    voice: Voice
    loose: bool = False
    plural: bool = False
    common: bool = False


class _Tied(NamedTuple):
    """A use with the names it is tied to: who has or does it, and whom or where it befalls.

    `definite`: “the” or the like stands before it; `bare`: nothing does, and it may mean a certain one all the same.
    """

    use: Use
    before: frozenset[str]
    behind: frozenset[str]
    definite: bool
    bare: bool


class NamedWords:
    """Which thing every word of the articles' names means: a country under each of its names, else the linked name."""

    def __init__(self, pages: Sequence[Words], entities: Sequence[Entity], countries: Mapping[str, str]) -> None:
        self.pages = pages
        self._known = countries
        self.titles: dict[str, str] = {}
        self._at: list[dict[int, str]] = [{} for _ in pages]
        for number, entity in enumerate(entities):
            known = [countries[fold_name(form)] for form in entity.forms if fold_name(form) in countries]
            place = bool(known) and entity.kind != "person"
            key = known[0] if place else f"#{number}"
            self.titles.setdefault(key, entity.heading if not place else _title(key))
            for order, spans in entity.spans.items():
                for span in spans:
                    for index in pages[order].within(span.start, span.end):
                        self._at[order][index] = key
        persons = {f"#{number}" for number, entity in enumerate(entities) if entity.kind == "person"}
        self._countries = self._ruled(persons, frozenset(countries.values()))
        self._named = [{self.meant(key) for key in at.values()} for at in self._at]

    def _ruled(self, persons: set[str], countries: frozenset[str]) -> dict[str, str]:
        """Person -> the country named right before the name: “Norland's President Ann Lee” stands for Norland."""
        found: dict[str, str] = {}
        for order, words in enumerate(self.pages):
            for index, key in self._at[order].items():
                if key in persons and key not in found and self._at[order].get(index - 1) != key:
                    before = [each for each in self.before(order, _office(words, index)) if each in countries]
                    if before:
                        found[key] = before[0]
        return found

    def meant(self, key: str) -> str:
        """The country a ruler stands for; otherwise the thing itself."""
        return self._countries.get(key, key)

    def _key(self, order: int, index: int) -> str:
        """What a word names: a country's adjective at the head of a sentence is often no name to the name rules."""
        key = self._at[order].get(index, "")
        if key.startswith("#") and fold_name(self.titles[key]) in _OF_MANY:
            return ""
        if key or not self.pages[order].written(index)[0].isupper():
            return key
        country = self._known.get(self.pages[order].forms[index].removesuffix("'s"), "")
        if country:
            self.titles.setdefault(country, _title(country))
        return country

    def has(self, order: int, key: str) -> bool:
        """Whether an article names a thing."""
        return key in self._named[order]

    def before(self, order: int, first: int) -> list[str]:
        """The things named in the words right before, none of which ends the phrase; the nearest first."""
        words = self.pages[order]
        found: list[str] = []
        for index in range(first - 1, max(first - 1 - _BEFORE, -1), -1):
            if words.sentences[index] != words.sentences[first] or not _joined(words, index, index + 1):
                break
            if key := self._key(order, index):
                if key not in found:
                    found.append(key)
            elif words.forms[index] in _STOPS or words.forms[index] in finite_forms():
                break
        return found

    def behind(self, order: int, last: int) -> list[str]:
        """The things named behind a preposition right after: “in Norland”, “between Norland and Eastmark”."""
        words = self.pages[order]
        found: list[str] = []
        stop = min(last + 2 + _BEHIND, len(words))
        if last + 1 >= stop or words.forms[last + 1] not in _INTO:
            return found
        for index in range(last + 1, stop):
            if words.sentences[index] != words.sentences[last] or not _joined(words, index - 1, index):
                break
            if key := self._key(order, index):
                if key not in found:
                    found.append(key)
            elif (found and words.forms[index] != "and") or words.forms[index] in _ANY | finite_forms():
                break
        return found

    def around(self, order: int, first: int) -> set[str]:
        """Everything named in the sentence."""
        words, at = self.pages[order], self._at[order]
        return {self.meant(at[i]) for i in words.by_sentence[words.sentences[first]] if i in at}


def _title(country: str) -> str:
    return " ".join(word.capitalize() for word in country.split())


def _joined(words: Words, one: int, other: int) -> bool:
    return words.text[words.ends[one] : words.starts[other]].strip(" \u00a0-") in ("", "’", "'", "s")


_OFFICES = frozenset(
    "president minister premier leader king emir chancellor ruler counterpart dictator strongman".split()
)


def _office(words: Words, index: int) -> int:
    """The office right before a name, whose country stands before that: a comma may part it from the name."""
    at = index - 1
    apart = words.text[words.ends[at] : words.starts[index]].strip(" ,\u00a0") if index else "-"
    return at if not apart and words.forms[at] in _OFFICES else 0


def same_acts(uses: Sequence[Use], names: NamedWords) -> dict[str, list[Use]]:
    """The uses by what the act befalls; of one that tells only who acts, by the one act of that actor."""
    tied = list(_ties(uses, names))
    groups: dict[str, list[Use]] = {}
    actors: dict[str, set[str]] = {}
    rest: list[_Tied] = []
    for each in tied:
        if not each.behind:
            rest.append(each)
            continue
        key = min(each.behind)
        groups.setdefault(key, []).append(each.use)
        for actor in each.before:
            actors.setdefault(actor, set()).add(key)
    untied = []
    for each in rest:
        meant = {key for actor in each.before for key in actors.get(actor, ())} or {
            a for a in each.before if a in groups
        }
        if len(meant) == 1:
            groups[meant.pop()].append(each.use)
        elif each.before and not meant and not each.use.loose:
            groups.setdefault(min(each.before), []).append(each.use)
        elif not each.before:
            untied.append(each)
    return _with_untied(groups, untied, names)


def same_bodies(uses: Sequence[Use], names: NamedWords) -> dict[str, list[Use]]:
    """The uses by the country, body or person they are tied to."""
    groups: dict[str, list[Use]] = {}
    untied = []
    for each in _ties(uses, names, body=True):
        near = each.before or each.behind
        if near:
            groups.setdefault(min(near), []).append(each.use)
        else:
            untied.append(each)
    return _with_untied(groups, untied, names)


def _ties(uses: Sequence[Use], names: NamedWords, *, body: bool = False) -> Iterator[_Tied]:
    """A word for a body without “the” is said of any: “militants” may be, “months of war” seldom is."""
    for use in uses:
        before = frozenset(map(names.meant, names.before(use.order, use.first)[:1]))
        behind = frozenset(map(names.meant, names.behind(use.order, use.last)))
        opener = _opener(names.pages[use.order], use.first)
        bare = not (opener or use.common or body)
        yield _Tied(use, before, behind, opener in _OPENS, bare)


def _opener(words: Words, first: int) -> str:
    """The article or other determiner of the phrase a word ends, if it has one."""
    for index in range(first - 1, max(first - 4, -1), -1):
        if words.sentences[index] != words.sentences[first] or not _joined(words, index, index + 1):
            break
        if words.forms[index] in _OPENS or words.forms[index] in _INDEFINITE:
            return words.forms[index]
        if words.forms[index] in _STOPS or words.forms[index] in finite_forms():
            break
    return ""


def _with_untied(groups: dict[str, list[Use]], untied: Sequence[_Tied], names: NamedWords) -> dict[str, list[Use]]:
    """Adds the uses that no name stands beside to the one thing that their article, or else the set, speaks of."""
    own: dict[int, set[str]] = {}
    for key, uses in groups.items():
        for use in uses:
            if not use.loose:
                own.setdefault(use.order, set()).add(key)
    anywhere = set().union(*own.values())
    found = {key: list(uses) for key, uses in groups.items()}
    for tied in untied:
        use = tied.use
        if use.loose or not (tied.definite or tied.bare):
            continue
        meant = own.get(use.order, set())
        if len(meant) != 1:
            meant = (meant or anywhere) & names.around(use.order, use.first)
        if len(meant) == 1:
            found[next(iter(meant))].append(use)
    if not own and (alone := _in_like_company([tied.use for tied in untied if tied.definite], names)):
        found[ANYWHERE] = alone
    return {key: sorted(uses) for key, uses in found.items()}


def _in_like_company(uses: Sequence[Use], names: NamedWords) -> list[Use]:
    """Of uses no name stands beside in any article, those whose sentences name what another article's name."""
    company: dict[int, set[str]] = {}
    for use in uses:
        company.setdefault(use.order, set()).update(names.around(use.order, use.first))
    like = {
        order
        for order, named in company.items()
        if any(named & others for other, others in company.items() if other != order)
    }
    return [use for use in uses if use.order in like and not use.loose]
