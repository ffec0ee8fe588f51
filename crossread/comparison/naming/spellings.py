"""How an article spells a name that others may spell otherwise: “Kyiv” and “Kiev”, “Qaddafi” and “Gaddafi”."""

from __future__ import annotations

from collections import Counter

from crossread.comparison.bodies import Body
from crossread.comparison.names.entities import Entity, written
from crossread.text.persons import PersonName
from crossread.text.spelling import PLACE_SYNONYMS, fold_name, loose_skeleton

_SHORTEST = 4  # letters: “US” is no spelling of “United States”


def spelling(body: Body, entity: Entity, order: int) -> str:
    """The surname of a person, or the name of a place that goes by several, as the article mostly has it; else ""."""
    forms = Counter(written(body.analysis, span) for span in entity.spans[order])
    if entity.kind == "person":
        return _surname(forms, entity)
    synonyms = [form for form in forms if fold_name(form) in PLACE_SYNONYMS and form.isalpha()]
    return max(synonyms, key=lambda form: forms[form], default="") if _is_spelt(entity) else ""


def _surname(forms: Counter[str], entity: Entity) -> str:
    """The last name, in an entity whose fullest names end in one name spelt in several ways."""
    full = [form for form in entity.forms if len(form.split()) > 1] or list(entity.forms)
    sounds = {loose_skeleton(PersonName.parse(form).surname) for form in full}
    if len(sounds) != 1:
        return ""
    surnames: Counter[str] = Counter()
    for form, count in forms.items():
        folded = PersonName.parse(form).surname
        if loose_skeleton(folded) in sounds:
            surnames[folded] += count
    if not surnames:
        return ""
    most = max(surnames, key=lambda name: surnames[name])
    return most.title() if "-" in most else most.capitalize()


def _is_spelt(entity: Entity) -> bool:
    """Whether the names a place goes by are words of some length, not letters or a description of the state."""
    return all(len(form) >= _SHORTEST and form.isalpha() for form in entity.forms if fold_name(form) in PLACE_SYNONYMS)
