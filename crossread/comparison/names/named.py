"""The people, bodies and places articles carry: names linked over the set, with the other words that mean the same.

"Russian" is a sign of Russia and "judiciary committee" of the Senate Judiciary Committee: no name may be called
missing where an article has it in other words that our rules know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from crossread.comparison.bodies import Body
from crossread.comparison.names.carried import Item
from crossread.comparison.names.entities import Entity, written
from crossread.comparison.names.headlines import in_headline, index_forms
from crossread.comparison.names.otherwise import look_again
from crossread.comparison.names.same_names import SEATS, Group, bare_name, merge, outlets, places
from crossread.lexicon import from_lexicons, load_lexicon
from crossread.model import Span
from crossread.text.peoples import words_for
from crossread.text.spelling import fold_name
from crossread.text.words import fold

# Pieces of the page and not names: one letter, "R-Ohio" after a politician's name, "Sens" before several.
_PIECE = re.compile(
    r"\w\.?|[RDI]-\w{1,20}\.?|Sens|Reps|.{1,40}-(?:born|based|led|backed|linked)"
    r"|(?:I|You|We|They|He|She|It)['’]\w{1,3}|(?:UPDATE|Update)[Dd]?"
)
# Cut at a point or before a name: "Wyoming U", "S Senate", "Arizona Gov".
_CUT = re.compile(r"^\w (?!\.)| (?:\w|Congressional|Gov|Sen|Rep|Lt|Gen|Sgt)$")
# A headline in capitals within the body says of no word that it is a name.
_TITLE_CASE, _HEADLINE_WORDS = 0.75, 5


def named_items(bodies: Sequence[Body], entities: Sequence[Entity]) -> tuple[Item, ...]:
    """One item per person, body, place and other name over the set, those of the first article first."""
    heard = [_heard(body) for body in bodies]
    shouted = [_shouted(body) for body in bodies]
    people = [_people(body) for body in bodies]
    groups = []
    for entity in entities:
        speaks = any(_words_of(entity.forms, heard[order]) for order in entity.spans)
        if _is_name(entity, speaks) and not _in_capitals(entity, bodies, shouted):
            group = Group.of(_outside(entity, bodies, shouted), speaks, _is_heard_person(entity, people))
            groups.append(group)
    merged = merge(groups)
    for group in merged:
        look_again(group, bodies)
    titles = _titles(merged, bodies)
    speaking = {i for i, group in enumerate(merged) if any(_words_of(group.forms, heard[o]) for o in group.spans)}
    return tuple(
        Item(
            kind=group.kind,
            label=group.label,
            spans={order: sorted(spans) for order, spans in sorted(group.spans.items())},
            titles=titles[index],
            keys=group.keys,
            heard={order: words for order in group.spans if (words := _words_of(group.forms, heard[order]))},
            worth=_worth(group, index in speaking),
            names=frozenset(map(fold_name, group.forms)),
            leads=group.kind != "place" and _worth(group, index in speaking) == 1.0,
        )
        for index, group in enumerate(merged)
    )


def _is_name(entity: Entity, speaks: bool) -> bool:
    """False for pieces of names and for titles without a name: "Security Officer", "R-Ohio", "S Senate"."""
    if all(_PIECE.fullmatch(form) or _CUT.search(form) for form in entity.forms):
        return False
    words = fold(entity.heading).split()
    role = words[-1] in role_words() or " ".join(words[-2:]) in role_words()
    return not role or speaks or entity.kind in ("place", "organisation")


def _shouted(body: Body) -> frozenset[int]:
    """The sentences of a body that are written like a headline, by their index."""
    found = set()
    for index, spans in enumerate(body.spans):
        words = [body.text[start] for start, end in spans if end - start > 3]
        if len(words) >= _HEADLINE_WORDS and sum(map(str.isupper, words)) >= _TITLE_CASE * len(words):
            found.add(index)
    return frozenset(found)


def _in_capitals(entity: Entity, bodies: Sequence[Body], shouted: Sequence[frozenset[int]]) -> bool:
    return all(
        bodies[order].index_at(span.start) in shouted[order] for order, spans in entity.spans.items() for span in spans
    )


def _outside(entity: Entity, bodies: Sequence[Body], shouted: Sequence[frozenset[int]]) -> Entity:
    """The entity without the forms only headlines within the body have: "Fill Reed" of "Ann to Fill Reed's Seat"."""
    if not any(shouted[order] for order in entity.spans):
        return entity
    forms = Counter(
        written(bodies[order].analysis, span)
        for order, spans in entity.spans.items()
        for span in spans
        if bodies[order].index_at(span.start) not in shouted[order]
    )
    if set(forms) == set(entity.forms):
        return entity
    return structs.replace(entity, forms=forms)


def _people(body: Body) -> frozenset[str]:
    """The folded names of the persons an article gives words to."""
    return frozenset(fold_name(s.name) for s in body.analysis.speakers if s.named and s.entity == "person")


def _is_heard_person(entity: Entity, people: Sequence[frozenset[str]]) -> bool:
    words = fold(entity.heading).split()
    if words[-1] in role_words() or " ".join(words[-2:]) in role_words():
        return False
    return any(fold_name(form) in people[order] for order in entity.spans for form in entity.forms)


def _heard(body: Body) -> Mapping[str, int]:
    """The speakers of an article by their folded name, with the words they are given."""
    found: dict[str, int] = {}
    for speaker in body.analysis.speakers:
        words = speaker.words_direct + speaker.words_indirect
        if words and speaker.named:
            found[fold_name(speaker.name)] = words
    return found


def _words_of(forms: Iterable[str], heard: Mapping[str, int]) -> int:
    """The words of the speaker one of the forms is the name of, 0 where there is none."""
    return max((heard.get(fold_name(form), 0) for form in forms), default=0)


# ------------------------------------------------------------------------------------- headlines and worth


def _titles(groups: Sequence[Group], bodies: Sequence[Body]) -> list[dict[int, list[Span]]]:
    """Where each group stands in the headlines, by article."""
    forms = index_forms(
        (index, form)
        for index, group in enumerate(groups)
        for form in (*group.forms, *(word.title() for word in words_for(group.home)))
        if len(form) > 2 or form.isupper()
        if " " in form or group.kind != "other"
    )
    titles: list[dict[int, list[Span]]] = [{} for _ in groups]
    for order, body in enumerate(bodies):
        for index, spans in in_headline(body, forms).items():
            titles[index][order] = spans
    return titles


def _worth(group: Group, heard: bool) -> float:
    """A people, party or seat of power, an outlet, or a word of which nothing tells what it names, is seldom missed."""
    name = bare_name(group.label)
    if group.kind == "place":
        return 1.0 if places().get(group.home) == "region" else 0.6
    if group.home or name in SEATS:
        return 0.3
    if name in outlets():
        return 1.0 if heard else 0.4  # "told Fox News" says little of what an article carries
    return 0.3 if group.kind == "other" and " " not in group.label else 1.0  # most of two words are people


@from_lexicons
def role_words() -> frozenset[str]:
    """What people are called by what they do: a name that ends in one of these is a title and nobody's name."""
    return frozenset(map(fold, load_lexicon("crossread.data", "roles").terms))
