"""The words and names around a number that tell what it is a number of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from crossread.comparison.quoting.wording import FUNCTION_WORDS
from crossread.text.amount_words import DAYS
from crossread.text.amounts import Amount, first_atom
from crossread.text.atoms import Atoms
from crossread.text.number_words import MONTHS, NUMBER_WORDS, SCALES, WEEKDAYS
from crossread.text.numbers import is_plural
from crossread.text.stems import stem

_GOVERNING = 4  # words between a number and the one it hangs on
_OWNING = frozenset("has have had".split())
_MORE = frozenset("another more others other additional further extra new".split())
_WEAK = frozenset(
    "year people person time new last first day week month more report official tell told percent million billion"
    " number total count including include man men woman women two three since during near among within between around"
    " across against toward towards without along behind beside beyond according".split()
)
_PERIODS = frozenset("this last past each every recent previous".split())

Names = Sequence[tuple[int, int, str]]
"""Where each entity stands, as (start, end, id), in reading order."""


def period(atoms: Atoms) -> str:
    """The time a sentence sums up, "this year" or "past decade"; empty where it names none."""
    pairs = pairwise(atom.form for atom in atoms.items)
    return next((f"{form} {after}" for form, after in pairs if _sums_up(form, after)), "")


def _sums_up(form: str, after: str) -> bool:
    """ "This year", "past decade": a number beside it need not be of one day."""
    return form in _PERIODS and after in ("year", "years", "decade", "decades", "months", "month")


def tokens_of(atoms: Atoms, names: Names) -> dict[int, str]:
    """What each atom adds to the context: the stem of a content word, or the name it is part of."""
    found = {}
    at_name = 0
    for at, atom in enumerate(atoms.items):
        while at_name < len(names) and names[at_name][1] <= atom.start:
            at_name += 1
        if at_name < len(names) and names[at_name][0] <= atom.start:
            found[at] = names[at_name][2]
        elif _tells(atom.form):
            found[at] = stem(atom.form)
    return found


def _tells(form: str) -> bool:
    return (
        len(form) > 2
        and form.isalpha()
        and form not in FUNCTION_WORDS
        and form not in _WEAK
        and form not in NUMBER_WORDS
        and form not in SCALES
        and form not in MONTHS
        and form not in DAYS
        and form not in WEEKDAYS
    )


def share_of(atoms: Atoms, amount: Amount) -> str:
    """The stem of what a share is taken of: "voter" in "12 percent of likely voters"."""
    if atoms.form(amount.after) != "of":
        return ""
    last = ""
    for at in range(amount.after + 1, min(amount.after + 6, len(atoms))):
        form = atoms.form(at)
        if last and (form in FUNCTION_WORDS or not atoms.continues(at)):
            break
        if form not in FUNCTION_WORDS:
            last = form
        if is_plural(form):
            break
    return stem(last) if last else ""


def governor(atoms: Atoms, amount: Amount, tokens: Mapping[int, str]) -> str:
    """The content word or name before the number, or behind it where a clause begins with the number."""
    begin = first_atom(atoms, amount)
    for at in range(begin - 1, max(begin - _GOVERNING, 0) - 1, -1):
        if atoms.form(at) in _OWNING:
            return "have"
        if not atoms.continues(at + 1) and atoms.gap(at + 1).strip(" $£€"):
            break
        if at in tokens:
            return tokens[at]
    for at in range(amount.after, min(amount.after + _GOVERNING, len(atoms))):
        if not atoms.continues(at):
            break
        if at in tokens:
            return tokens[at]
    return ""


def is_further(atoms: Atoms, amount: Amount) -> bool:
    """True for "another 12" and "12 more", which add to a number told elsewhere."""
    begin = first_atom(atoms, amount)
    inside = [atoms.form(at) for at in range(amount.first, amount.after + 1)]
    others = amount.noun == "other" and amount.value >= 1
    return atoms.form(begin - 1) in _MORE or (not others and not _MORE.isdisjoint(inside))


def whose_age(atoms: Atoms, amount: Amount, names: Names) -> str:
    """Whose age it is: of "Anna Berg, 31," and of "Anna Berg, a 31-year-old teacher"."""
    for _, end, name in reversed(names):
        if end <= amount.start:
            between = atoms.text[end : amount.start].strip()
            return name if between in (",", "(", ", a", ", an", ", now", "is", "was", ", aged") else ""
    return ""
