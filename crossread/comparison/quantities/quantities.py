"""The quantities of an article: each number with what it counts, the words and names around it, and who says so."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from crossread.comparison.bodies import Body
from crossread.comparison.names.entities import Entity
from crossread.comparison.quantities.contexts import Names, governor, is_further, period, share_of, tokens_of, whose_age
from crossread.comparison.quantities.when import Days, days_of, published_on, years_back
from crossread.model import Sentence, Span
from crossread.text.amounts import Amount, first_atom, read_amounts
from crossread.text.atoms import Atoms
from crossread.text.dates import month_number
from crossread.text.happenings import ANYBODY, Happening, happening
from crossread.text.number_words import SHORT_MONTHS, WEEKDAYS
from crossread.text.numbers import may_hold_number
from crossread.text.stems import stem

_NEAR = 7  # words either side of a number that tell most about it
_BESIDE = 3  # words either side of a date that say what was then
_LEADING = 2  # sentences that tell what an article is about
_MOST = 400  # quantities of an article looked at: bounds the work on a table of figures
_LONGEST = 4000  # characters of a sentence: a list without a full stop says nothing of what stands together
_WEEKDAY = re.compile("|".join(day.capitalize() for day in WEEKDAYS))
_ROLES = frozenset(("from", "by", "to"))


class Quantity(Struct, frozen=True, gc=False, eq=False):
    """An amount of the article at place `order` of the set, in its `sentence`.

    `subject` is what must be alike in two quantities for them to be compared at all. `governor` is the stem of the
    word it hangs on, most often a verb ("cost $3 million", "fired 12 rockets"); `beside` are the stems right beside
    it, `near` and `around` stems and names within a few words and in the whole sentence; `last` is the nearest name
    before the number. `years` and `months` are those the sentence names beside it, `period` is the time it sums up
    ("this year"), `role` is "from", "by" or "to" where one stands before it, `more` tells a further twelve from twelve.
    `place` is where in the body it stands, 0 to 1; `days` are the days a date may mean.
    """

    order: int
    amount: Amount
    sentence: int
    subject: tuple[str, ...]
    happening: Happening | None
    governor: str
    beside: frozenset[str]
    near: frozenset[str]
    around: frozenset[str]
    last: str
    of: str
    years: frozenset[int]
    months: frozenset[int]
    period: str
    role: str
    more: bool
    place: float
    days: Days | None = None

    @property
    def span(self) -> Span:
        """The number with its bound and its noun."""
        return Span(self.amount.start, self.amount.end)


class Reading(Struct, frozen=True, gc=False):
    """The quantities of one article, how often each stem or name is in its body, and those of its first sentences."""

    quantities: Sequence[Quantity]
    counts: Mapping[str, int]
    lead: frozenset[str]


def read_quantities(bodies: Sequence[Body], entities: Sequence[Entity]) -> list[Reading]:
    """The quantities of each article, in reading order."""
    return [_read(order, body, _named(order, entities)) for order, body in enumerate(bodies)]


def _named(order: int, entities: Sequence[Entity]) -> Names:
    """Where each entity stands in an article, as (start, end, id), in reading order."""
    found = [(s.start, s.end, f"#{number}") for number, e in enumerate(entities) for s in e.spans.get(order, ())]
    return sorted(found)


def _read(order: int, body: Body, names: Names) -> Reading:
    counts: Counter[str] = Counter(name for _, _, name in names)
    for form, places in body.words.items():
        counts[stem(form)] += len(places)
    page = _Page(order, body, names, published_on(body.analysis))
    found: list[Quantity] = []
    for index, sentence in enumerate(body.sentences):
        if len(found) < _MOST and _may_hold(body.text, sentence.start, sentence.end):
            found.extend(_of_sentence(page, index, sentence))
    return Reading(found[:_MOST], counts, _lead(body, names))


def _lead(body: Body, names: Names) -> frozenset[str]:
    """The stems and names of the first sentences."""
    found: set[str] = set()
    for sentence in body.sentences[:_LEADING]:
        if sentence.end - sentence.start <= _LONGEST:
            first = bisect_left(names, (sentence.start, 0, ""))
            inside = names[first : bisect_left(names, (sentence.end, 0, ""))]
            found.update(tokens_of(Atoms.of(body.text, sentence.start, sentence.end), inside).values())
    return frozenset(found)


def _may_hold(text: str, start: int, end: int) -> bool:
    return end - start <= _LONGEST and (
        may_hold_number(text, start, end) or _WEEKDAY.search(text, start, end) is not None
    )


class _Page(Struct, frozen=True):
    """An article as its sentences are read: its place in the set, its names and its day."""

    order: int
    body: Body
    names: Names
    published: date | None

    @property
    def this_year(self) -> frozenset[int]:
        """The year of publication, which tells no more than a sentence without one."""
        return frozenset((self.published.year,)) if self.published else frozenset()


class _Around(Struct, frozen=True):
    """A sentence as its quantities are read."""

    index: int
    atoms: Atoms
    names: Names
    tokens: Mapping[int, str]
    taken: frozenset[int]  # atoms of quantities, which are no context
    years: frozenset[int]
    months: frozenset[int]
    period: str


def _of_sentence(page: _Page, index: int, sentence: Sentence) -> Iterator[Quantity]:
    atoms = Atoms.of(page.body.text, sentence.start, sentence.end)
    amounts = read_amounts(atoms)
    if not amounts:
        return
    first = bisect_left(page.names, (sentence.start, 0, ""))
    inside = page.names[first : bisect_left(page.names, (sentence.end, 0, ""))]
    around = _Around(
        index,
        atoms,
        inside,
        tokens_of(atoms, inside),
        frozenset(at for amount in amounts for at in range(amount.first, amount.after) if amount.kind != "count"),
        frozenset(int(a.date[:4]) for a in amounts if a.date[:4].isdecimal()) - page.this_year,
        frozenset(
            filter(None, (month_number(atoms, at) for at, a in enumerate(atoms.items) if a.form[:3] in SHORT_MONTHS))
        ),
        period(atoms),
    )
    for amount in amounts:
        happened = happening(atoms, amount)
        subject = _subject(atoms, amount, happened, inside)
        if subject:
            days = days_of(amount, atoms, page.published) if amount.kind == "date" else None
            yield _quantity(page, around, amount, subject, happened, days)
        if amount.kind == "duration" and (back := years_back(amount, atoms, page.published)):
            yield _quantity(page, around, replace(amount, kind="date"), ("date", ""), None, back)


def _quantity(
    page: _Page, around: _Around, amount: Amount, subject: tuple[str, ...], happened: Happening | None,
    days: Days | None,
) -> Quantity:  # fmt: skip
    atoms, tokens = around.atoms, around.tokens
    own = around.taken.union(range(amount.first, amount.after))
    near = range(amount.first - _NEAR, amount.after + _NEAR)
    beside = range(amount.first - _BESIDE, amount.after + _BESIDE)
    before = [name for _, end, name in around.names if end <= amount.start]
    return Quantity(
        order=page.order,
        amount=amount,
        sentence=around.index,
        subject=subject,
        happening=happened,
        governor=governor(atoms, amount, tokens),
        beside=frozenset(token for at, token in tokens.items() if at in beside and at not in own and token[0] != "#"),
        near=frozenset(token for at, token in tokens.items() if at in near and at not in own),
        around=frozenset(token for at, token in tokens.items() if at not in own),
        last=before[-1] if before else "",
        of=share_of(atoms, amount),
        years=around.years,
        months=around.months,
        period=around.period,
        role=role if (role := atoms.form(first_atom(atoms, amount) - 1)) in _ROLES else "",
        more=is_further(atoms, amount),
        place=around.index / max(1, len(page.body.sentences) - 1),
        days=days,
    )


def _subject(atoms: Atoms, amount: Amount, happened: Happening | None, names: Names) -> tuple[str, ...]:
    """The key two quantities must share; empty for a number of which too little is known."""
    if amount.kind == "age":
        return ("age", name) if (name := whose_age(atoms, amount, names)) else ()
    if happened in ("sentence", "magnitude"):
        return ("happening", happened)
    if happened:
        return "happening", happened, "" if amount.noun in ANYBODY or not amount.noun else stem(amount.noun)
    if amount.kind == "count":
        return ("count", stem(amount.noun)) if amount.noun else ()
    return amount.kind, "" if amount.kind == "date" else amount.unit
