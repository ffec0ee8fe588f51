"""What happened to those a number counts: "12 people were killed", "killing at least 12", "a death toll of 12"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from crossread.text.amounts import Amount, first_atom
from crossread.text.atoms import Atoms

Happening = Literal["killed", "hurt", "arrested", "missing", "displaced", "attending", "sentence", "magnitude"]

_FORMS: Mapping[Happening, str] = {
    "killed": "killed dead died dies die perished slain deaths fatalities",
    "hurt": "injured wounded hurt hospitalized hospitalised injuries",
    "arrested": "arrested detained arrests detentions",
    "missing": "missing unaccounted",
    "displaced": "displaced evacuated homeless evacuees",
    "attending": "attended marched protested rallied demonstrated gathered protesters demonstrators marchers"
    " attendees participants spectators",
}
_AFTER: Mapping[str, Happening] = {form: kind for kind, forms in _FORMS.items() for form in forms.split()}
_NOUNS: Mapping[str, Happening] = {
    "death": "killed", "fatality": "killed", "dead": "killed", "injury": "hurt", "wounded": "hurt", "injured": "hurt",
    "missing": "missing", "arrest": "arrested", "detention": "arrested", "evacuee": "displaced",
    "protester": "attending", "demonstrator": "attending", "marcher": "attending", "attendee": "attending",
    "participant": "attending", "spectator": "attending", "protestor": "attending",
}  # fmt: skip
_VERBS: Mapping[Happening, str] = {
    "killed": "killed killing kills kill",
    "hurt": "injured injuring injures wounded wounding wounds hurting injure wound",
    "arrested": "arrested arresting detained detaining detain arrest",
    "displaced": "displaced displacing evacuated evacuating",
    "attending": "drew attracted",
}
_BEFORE: Mapping[str, Happening] = {form: kind for kind, forms in _VERBS.items() for form in forms.split()}
_INTRANSITIVE = frozenset("dead died dies die perished missing deaths fatalities injuries arrests homeless".split())
_FILLERS = frozenset(
    "were was are is have has had been being be reported confirmed believed feared thought known presumed said to also"
    " now still left either seriously critically badly slightly severely reportedly lightly people others more other"
    " immediately later already all both so far then listed as".split()
)
_DETERMINERS = frozenset("a an the his her their its our this that some several many one two three him them it".split())
_ASIDES = ("including", "among", "most", "mostly", "many", "some", "all")
_REACH = 7  # words after a number in which its verb is looked for
_ASIDE = 14  # words of an aside between the two
_TOLL = 7  # words before a number in which "toll" is looked for
_CROWDS = frozenset("crowd turnout audience crowds".split())
_PRISON = frozenset("prison jail bars custody".split())
_TAKING_PART = frozenset(("part", "to"))  # "took part", "took to the streets"
_CHANGED = frozenset("from by".split())

# Nouns that only say that people are meant, or lives.
ANYBODY = frozenset(
    "person people victim life dead death fatality body other wounded injured injury missing arrest detention other"
    " evacuee protester demonstrator marcher attendee participant spectator protestor individual resident".split()
)


def happening(atoms: Atoms, amount: Amount) -> Happening | None:
    """What happened to those counted, where the words beside the number say so and leave no doubt."""
    if amount.kind == "duration":
        return _sentence(atoms, amount)
    if amount.kind != "count" or amount.value < 1:
        return None
    if "magnitude" in (amount.noun, atoms.form(amount.first - 1), atoms.form(amount.first - 2)):
        return "magnitude" if amount.value < 10 else None
    begin = first_atom(atoms, amount)
    if atoms.form(begin - 1) in _CHANGED:
        return "attending" if atoms.form(begin - 2) == "attended" else None
    told = _toll(atoms, amount, begin) or _before(atoms, amount, begin) or _after(atoms, amount)
    return told or _NOUNS.get(amount.noun)


def _toll(atoms: Atoms, amount: Amount, begin: int) -> Happening | None:
    """ "The death toll rose to 12", "the number of injured was 30", "a crowd of 5,000"."""
    if amount.noun and amount.noun not in ANYBODY:
        return None
    before = atoms.form(begin - 1)
    stretch = [atoms.form(index) for index in range(max(0, begin - _TOLL), begin)]
    if any(not atoms.continues(index) for index in range(max(1, begin - 3), begin)):
        return None
    if "toll" in stretch:
        return "hurt" if "injury" in stretch else "killed"
    if before == "of" and stretch[-2:-1] and stretch[-2] in _CROWDS:
        return "attending"
    for index, form in enumerate(stretch[:-2]):
        if form == "number" and stretch[index + 1] == "of":
            return next((_AFTER[each] for each in stretch[index + 2 :] if each in _AFTER), None)
    return None


def _before(atoms: Atoms, amount: Amount, begin: int) -> Happening | None:
    """ "Killing at least 12", "wounded 30 people"; not "killing or wounding 30"."""
    cue = atoms.form(begin - 1)
    if cue == "of" and atoms.form(begin - 2) in ("deaths", "killing", "arrest", "arrests", "killings"):
        return "arrested" if atoms.form(begin - 2).startswith("arrest") else "killed"
    if cue in ("claimed", "claiming", "took", "taking", "cost", "costing") and amount.noun == "life":
        return "killed"
    found = _BEFORE.get(cue)
    if found is None or not atoms.continues(begin):
        return None
    if found == "attending" and amount.noun not in ANYBODY:
        return None
    joined = atoms.form(begin - 2) in ("or", "and") and atoms.form(begin - 3) in _BEFORE
    return None if joined else found


def _after(atoms: Atoms, amount: Amount) -> Happening | None:
    """ "12 people, including three children, were killed", "30 wounded"; not "12 soldiers killed a man"."""
    first = _past_aside(atoms, amount.after)
    for index in range(first, min(first + _REACH, len(atoms))):
        form = atoms.form(index)
        if index > first and atoms.gap(index).strip(" \xa0\n-"):
            return None
        if form == "took" and atoms.form(index + 1) in _TAKING_PART:
            return "attending"
        if form in _AFTER:
            return _read_verb(atoms, amount, index)
        if form not in _FILLERS:
            return None
    return None


def _read_verb(atoms: Atoms, amount: Amount, index: int) -> Happening | None:
    form, after = atoms.form(index), atoms.form(index + 1)
    if after in ("or", "and") and atoms.form(index + 2) in _AFTER:
        return None
    passive = index > amount.after or amount.noun in ANYBODY or not amount.noun
    if form in _INTRANSITIVE or (passive and after not in _DETERMINERS):
        return _AFTER[form]
    active = after in _DETERMINERS or after[:1].isdecimal() or after in ("in", "on", "at")
    return None if active and not passive else _AFTER[form]


def _past_aside(atoms: Atoms, after: int) -> int:
    """The atom behind ", including three children," or `after` itself."""
    if atoms.form(after) not in _ASIDES or not atoms.gap(after).startswith((",", " (", " —", "—", " –")):
        return after
    for index in range(after + 1, min(after + _ASIDE, len(atoms))):
        if atoms.gap(index).strip(" \xa0\n-") and (atoms.form(index) in _FILLERS or atoms.form(index) in _AFTER):
            return index
    return after


def _sentence(atoms: Atoms, amount: Amount) -> Happening | None:
    """ "Sentenced to 12 years", "15 years in prison"."""
    begin = first_atom(atoms, amount)
    before = {atoms.form(index) for index in range(max(0, begin - 4), begin)}
    behind = {atoms.form(index) for index in range(amount.after, amount.after + 3)}
    told = not before.isdisjoint(("sentenced", "jailed", "imprisoned"))
    if not before.isdisjoint(("served", "serving", "spent", "after")):
        return None
    held = not behind.isdisjoint(("in", "behind")) and not behind.isdisjoint(_PRISON)
    return "sentence" if told or held else None
