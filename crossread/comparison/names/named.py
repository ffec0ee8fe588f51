"""The people, bodies and places articles carry: names linked over the set, with the other words that mean the same.

"Russian" is a sign of Russia and "judiciary committee" of the Senate Judiciary Committee: no name may be called
missing where an article has it in other words that our rules know.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crossread.comparison.bodies import Body, word_form
from crossread.comparison.names.carried import Item
from crossread.comparison.names.entities import Entity
from crossread.comparison.names.headlines import in_headline, index_forms
from crossread.comparison.names.same_names import Group, looked_for, merge, places
from crossread.lexicon import from_lexicons, load_lexicon
from crossread.model import Span
from crossread.text.peoples import words_for
from crossread.text.spelling import fold_name
from crossread.text.words import fold

# Pieces of the page and not names: one letter, "R-Ohio" after a politician's name, "Sens" before several.
_PIECE = re.compile(
    r"\w\.?|[RDI]-\w{1,20}\.?|Sens|Reps|.{1,40}-(?:born|based|led|backed|linked)"
    r"|(?:I|You|We|They|He|She|It)['’]\w{1,3}"
)
# Cut at a point or before a name: "Wyoming U", "S Senate", "Arizona Gov".
_CUT = re.compile(r"^\w (?!\.)| (?:\w|Gov|Sen|Rep|Lt|Gen|Sgt)$")
# A headline in capitals within the body says of no word that it is a name.
_TITLE_CASE, _HEADLINE_WORDS = 0.75, 5


def named_items(bodies: Sequence[Body], entities: Sequence[Entity]) -> tuple[Item, ...]:
    """One item per person, body, place and other name over the set, those of the first article first."""
    heard = [_heard(body) for body in bodies]
    shouted = [_shouted(body) for body in bodies]
    groups = []
    for entity in entities:
        speaks = any(_words_of(entity.forms, heard[order]) for order in entity.spans)
        if _is_name(entity, speaks) and not _in_capitals(entity, bodies, shouted):
            groups.append(Group.of(entity, speaks))
    merged = merge(groups)
    for group in merged:
        _look_again(group, bodies)
    titles = _titles(merged, bodies)
    return tuple(
        Item(
            kind=group.kind,
            label=group.label,
            spans={order: sorted(spans) for order, spans in sorted(group.spans.items())},
            titles=titles[index],
            keys=group.keys,
            heard={order: words for order in group.spans if (words := _words_of(group.forms, heard[order]))},
            worth=_worth(group),
            names=frozenset(map(fold_name, group.forms)),
            leads=_worth(group) == 1.0 and places().get(group.home) != "city",
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


# ------------------------------------------------------------------------- what is there in other words


def _look_again(group: Group, bodies: Sequence[Body]) -> None:
    """Adds the words for a place's people, and names of several words inside longer ones or in small letters."""
    forms = [*looked_for(group), *map(str.title, words_for(group.home))]
    wanted = [(word_form(form.split(" ", 1)[0]), fold(form)) for form in dict.fromkeys(forms)]
    for order, body in enumerate(bodies):
        if order not in group.spans:
            found = {span for first, form in wanted if first in body.words for span in _anywhere(body, first, form)}
            if found:
                group.spans[order] = found


def _anywhere(body: Body, first: str, form: str) -> Iterator[Span]:
    """Where a folded form stands that begins with this word, inside names too; one word with its capital only."""
    for start in body.words[first]:
        end = start + len(form)
        if fold(body.text[start:end]) != form or body.text[end : end + 1].isalnum():
            continue
        if body.text.endswith("White ", 0, start):  # the White House is not the House
            continue
        if " " in form or body.text[start].isupper():
            yield Span(start, end)


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


def _worth(group: Group) -> float:
    """A people or party alone, or a word of which nothing tells what it names, is seldom looked for."""
    if group.home and group.kind != "place":
        return 0.3
    return 0.5 if group.kind == "other" and " " not in group.label else 1.0  # most of two words are people


@from_lexicons
def role_words() -> frozenset[str]:
    """What people are called by what they do: a name that ends in one of these is a title and nobody's name."""
    return frozenset(map(fold, load_lexicon("crossread.data", "roles").terms))
