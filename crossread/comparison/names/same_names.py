"""Names that mean one thing though they are spelt apart: "Russian" is of Russia, "Donald" is Donald Reed.

What `crossread.comparison.names.linking` joins by spelling is joined further here by what is known of peoples, parties
and bodies, and by who is alone in bearing a surname.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.comparison.names.entities import Entity
from crossread.lexicon import from_lexicons, load_lexicon
from crossread.model import NameKind, Span
from crossread.text.entities import is_no_person
from crossread.text.peoples import PARTIES, home_of, words_for
from crossread.text.persons import PersonName
from crossread.text.spelling import PLACE_SYNONYMS, fold_name, organisation_key, strip_titles
from crossread.text.words import fold

KNOWN_BODIES = frozenset("house senate congress parliament kremlin pentagon treasury".split())
# Names that stand for a government or chamber as such: any article on politics has one, and another the other.
SEATS = KNOWN_BODIES | {"white house", "capitol hill", "downing street", "administration"}
_ALIASES = {"house representatives": "house"}  # as `organisation_key` has it
# Last words a body's name is known without: "Wal-Mart Stores Inc", "Georgetown University".
_LAST = frozenset("university college inc corp corporation co company ltd plc llc stores".split())
_OUTGROWN = 3
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_OF_SEVERAL = frozenset(
    "presidents senators representatives governors mayors judges".split()
)  # "Presidents Reed and Hale"
_COUNTRY = ("united states ", "us ", "american ")


class Group(Struct):
    """Entities that are one thing; `home` is the place or party it is, folded."""

    kind: NameKind
    label: str
    forms: Counter[str]
    spans: dict[int, set[Span]]
    keys: dict[int, list[str]]
    home: str

    @classmethod
    def of(cls, entity: Entity, speaks: bool, person: bool = False) -> Group:
        """A group of one entity; `speaks` says that words are attributed to it, `person` that they are a person's."""
        kind, home, label = entity.kind, _home(entity), _bare(entity)
        key = fold(label)
        if kind == "other" and person and 1 <= label.count(" ") <= 3 and not label.endswith("s"):
            kind = "person"
        if home in PARTIES or (kind == "person" and " " in key and is_no_person(key, speaks)):
            kind = "other"
        spans = {order: set(found) for order, found in entity.spans.items()}
        keys = {order: list(found) for order, found in entity.keys.items()}
        return cls(kind, label, Counter([*entity.forms.elements(), label]), spans, keys, home)

    def take(self, other: Group) -> None:
        """Makes another group part of this one."""
        self.forms.update(other.forms)
        for order, spans in other.spans.items():
            self.spans.setdefault(order, set()).update(spans)
        for order, keys in other.keys.items():
            self.keys.setdefault(order, []).extend(keys)


def merge(groups: Sequence[Group]) -> list[Group]:
    """The groups with those joined that are one thing, in the order of the first of each."""
    merged = _by_key(groups, lambda group: group.home, _place_first)
    merged = _by_key(merged, _plain, _known_kind)
    return _merge_short(_merge_people(merged))


def _bare(entity: Entity) -> str:
    """The name without party or people before it ("GOP House") and the place behind a person ("Ann Lee of Ohio")."""
    head, _, rest = entity.heading.partition(" ")
    of_people = bool(home_of(head)) and fold_name(head) not in places()  # "Texan Ann Lee", "Democrat Ann Lee"
    if (fold(rest) in KNOWN_BODIES and home_of(head) in PARTIES) or (rest and fold(head) in _OF_SEVERAL):
        return rest
    if entity.kind == "person" and " " in rest and of_people:
        return rest
    name, _, place = entity.heading.partition(" of ")
    return name if entity.kind == "person" and " " in name and fold_name(place) in places() else entity.heading


def _home(entity: Entity) -> str:
    """The place or party a name stands for, folded: "Russian", "Missouri Republicans", "Controversial Arizona"."""
    folded = fold_name(entity.heading)
    last = folded.rpartition(" ")[2]
    if entity.kind == "place":
        return PLACE_SYNONYMS.get(folded) or home_of(folded) or folded
    if home_of(last) in PARTIES or (entity.kind != "person" and folded in PARTIES):
        return home_of(last) or folded
    if entity.kind == "person":
        return ""
    if entity.kind == "other" and last in places():
        return PLACE_SYNONYMS.get(last, last)
    return home_of(folded) or (folded if words_for(folded) else "")


def _by_key(
    groups: Sequence[Group], key: Callable[[Group], str], settle: Callable[[Group, Group], None]
) -> list[Group]:
    """Joins groups of one key; `settle` decides under which name and kind."""
    kept: list[Group] = []
    first: dict[str, Group] = {}
    for group in groups:
        known = first.setdefault(found, group) if (found := key(group)) else group
        if known is group:
            kept.append(group)
        else:
            settle(known, group)
            known.take(group)
    return kept


def _place_first(known: Group, group: Group) -> None:
    """A place goes by its name; otherwise the form used more often leads."""
    if known.kind != "place" and group.kind == "place":
        known.kind, known.label = "place", group.label
    elif known.kind == group.kind != "place":
        known.label = max((known.label, group.label), key=lambda name: (known.forms[name] + group.forms[name], name))


def _known_kind(known: Group, group: Group) -> None:
    """A body that is one in any article is one; the plain name leads."""
    if "organisation" in (known.kind, group.kind) and known.kind != "place":
        known.kind = "organisation"
    elif known.kind == "other":
        known.kind = group.kind
    known.label = min((known.label, group.label), key=lambda name: (len(name.split()), name))


def _plain(group: Group) -> str:
    """A name without country, party and origin before it; persons and places of one name stay apart."""
    if group.home:
        return f"place {group.home}"
    name = bare_name(group.label)
    if group.kind == "organisation":
        name = organisation_key(name)
    else:
        head, _, rest = name.partition(" ")
        name = rest if " " in rest and home_of(head) else name
    return f"name {_ALIASES.get(name, name)}"


def bare_name(label: str) -> str:
    """A name folded, without the country before it: "senate" of "United States Senate"."""
    name = fold_name(label)
    for country in _COUNTRY:
        name = name.removeprefix(country)
    return name


# ------------------------------------------------------------------------------------- people


def _merge_people(groups: Sequence[Group]) -> list[Group]:
    """Joins the names of one surname that may be one person's: of unknown kind, or where one is the surname alone."""
    bearers: dict[str, list[Group]] = {}
    for group in groups:
        if group.kind in ("person", "other") and (surname := _parsed(group).surname):
            bearers.setdefault(surname, []).append(group)
    gone: set[int] = set()
    for same in bearers.values():
        if _one_person(same):
            same[0].kind, same[0].label = "person", _surname(same[0].label.split())
            for group in same[1:]:
                same[0].take(group)
                gone.add(id(group))
            continue
        for index, group in enumerate(same):
            alone = len(same) == 2
            fits = [each for each in same[:index] if id(each) not in gone and _may_be_one(each, group, alone)]
            if len(fits) == 1:
                _settle_person(fits[0], group)
                fits[0].take(group)
                gone.add(id(group))
    return [group for group in groups if id(group) not in gone]


def _one_person(same: Sequence[Group]) -> bool:
    """Whether one article has the surname alone and none has two who bear it: a person all take for known."""
    orders = [order for group in same for order in group.spans]
    alone = any(not _parsed(group).given and group.kind == "person" for group in same)
    return alone and len(set(orders)) == len(orders)


def _parsed(group: Group) -> PersonName:
    return PersonName.parse(group.label)


def _may_be_one(one: Group, other: Group, alone: bool) -> bool:
    """Whether two names fit; a bare surname fits one it stands beside only where nobody else bears it."""
    first, second = _parsed(one), _parsed(other)
    if not first.given or not second.given:
        return "person" in (one.kind, other.kind) and (alone or one.spans.keys().isdisjoint(other.spans))
    return first.compatible(second)


def _settle_person(known: Group, group: Group) -> None:
    known.label = max((known.label, group.label), key=lambda name: (len(_parts(name)), len(name), name))
    if "person" in (known.kind, group.kind):
        known.kind = "person"


def _parts(name: str) -> tuple[str, ...]:
    return PersonName.parse(name).given


# ------------------------------------------------------------------------------------- short names


def _merge_short(groups: Sequence[Group]) -> list[Group]:
    """Puts a short name with the one longer name it may stand for: "Judiciary Committee", "the Journal", "Donald"."""
    longer: dict[str, list[Group]] = {}
    for group in groups:
        for short in _short_names(group):
            longer.setdefault(short, []).append(group)
    kept = []
    for group in groups:
        name = fold_name(group.label)
        is_short = group.kind in ("organisation", "other") and name not in _listed()
        meant = longer.get(name, []) if is_short else []
        if len(meant) == 1 and meant[0] is not group and not _outgrown(group, meant[0]):
            meant[0].take(group)
        else:
            kept.append(group)
    return [group for group in kept if not is_generic(group.label)]


def _outgrown(group: Group, longer: Group) -> bool:
    """Whether a name is used too often to be the longer one cut: "Tea Party" and "Norby Tea Party"."""
    return " " in group.label and group.forms.total() > _OUTGROWN * longer.forms.total()


def _short_names(group: Group) -> Iterator[str]:
    """What a name may be cut to: a body's to its first or last words, a person's to the first."""
    words = fold_name(group.label).split()
    if group.kind == "person":
        yield from words[:1] if len(words) > 1 else ()
    elif group.kind in ("organisation", "other"):
        yield from (" ".join(words[:size]) for size in _sizes(words))
        if is_generic(words[-1]) and len(words) > 1:
            yield words[-1]
            yield from words[-2:-1] if len(words) > 2 else ()  # "Oversight" of the House Oversight Committee
        for size in range(2, len(words)):
            if " ".join(words[:-size]) not in places():
                yield " ".join(words[-size:])


def _sizes(words: Sequence[str]) -> Iterator[int]:
    """How many words of a body's name may do: "Wal-Mart" of "Wal-Mart Stores Inc"."""
    size = len(words)
    if size == 2 and words[1] == "news":
        yield 1  # "NBC", "Fox"
    while size > 1 and words[size - 1] in _LAST:
        size -= 1
        yield size


def looked_for(group: Group) -> Iterator[str]:
    """Forms that are a sign of the thing wherever they stand, inside longer names too."""
    for form in sorted(group.forms):
        words = form.split()
        acronym = form.isupper() and len(form) > 2  # "NBC" of "NBC News"
        if len(words) > 1 or group.kind == "place" or acronym or fold(form) in KNOWN_BODIES:
            yield form
        if group.kind == "organisation":
            yield from (" ".join(words[:size]) for size in _sizes(fold(form).replace(".", "").split()))
        elif group.kind in ("person", "other") and len(words) > 2:
            given = [word for word in strip_titles(words)[:-1] if len(word.rstrip(".")) > 1]
            yield f"{given[0]} {_surname(words)}" if given else form


def _surname(words: Sequence[str]) -> str:
    return next((word for word in reversed(words) if fold(word).rstrip(".") not in _SUFFIXES), words[-1])


def is_generic(name: str) -> bool:
    """Whether a name of one word is what any body of its kind is called: "Department", not "Senate"."""
    word = fold(name)
    return word in _generic() and word not in KNOWN_BODIES


@from_lexicons
def _listed() -> frozenset[str]:
    listed = load_lexicon("crossread.data", "organisations")
    bodies = zip(listed.terms, listed.categories, strict=True)
    return frozenset(fold_name(term) for term, category in bodies if category != "head")


@from_lexicons
def outlets() -> frozenset[str]:
    """The listed outlets, folded."""
    listed = load_lexicon("crossread.data", "organisations")
    known = zip(listed.terms, listed.categories, strict=True)
    return frozenset(fold_name(term) for term, category in known if category == "outlet")


@from_lexicons
def _generic() -> frozenset[str]:
    listed = load_lexicon("crossread.data", "organisations")
    return frozenset(term for term, category in zip(listed.terms, listed.categories, strict=True) if category == "head")


@from_lexicons
def places() -> Mapping[str, str]:
    """The listed places: folded name -> city, country or region."""
    listed = load_lexicon("crossread.data", "places")
    return {fold_name(term): category for term, category in zip(listed.terms, listed.categories, strict=True)}
