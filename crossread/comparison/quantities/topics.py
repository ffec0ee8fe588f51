"""What a quantity is called in a sentence: "the number of people killed", "the age of Anna Berg"."""

from __future__ import annotations

from collections.abc import Mapping

from crossread.comparison.coverage import Coverage
from crossread.comparison.quantities.disagreement import Matter
from crossread.comparison.quantities.quantities import Quantity
from crossread.telling import listed
from crossread.text.happenings import ANYBODY, Happening
from crossread.text.numbers import is_plural
from crossread.text.stems import stem
from crossread.text.words import find_words, fold

_HAPPENED: Mapping[Happening, str] = {
    "killed": "killed",
    "hurt": "injured",
    "arrested": "arrested or detained",
    "missing": "missing",
    "displaced": "displaced",
    "attending": "attending",
}
_PLAIN: Mapping[str, str] = {
    "money": "sum of money",
    "percent": "percentage",
    "points": "difference in percentage points",
    "duration": "length of time",
    "measure": "measure",
    "date": "date",
}
_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "life": "lives", "foot": "feet"}
_SHOWN = 3  # words of the context


def topic(coverage: Coverage, matter: Matter) -> str:
    """What the quantities of a matter are of, in words; a reader needs no heading above it."""
    held = [quantity for quantities in matter.quantities.values() for quantity in quantities]
    first = held[0]
    if first.subject[0] == "age":
        return f"the age of {coverage.entities[int(first.subject[1][1:])].heading}"
    if first.happening == "sentence":
        return "the length of a sentence"
    if first.happening == "magnitude":
        return "the magnitude"
    if first.happening:
        noun = _noun(coverage, first) if first.amount.noun not in ANYBODY else ""
        return f"the number of {noun or 'people'} {_HAPPENED[first.happening]}"
    beside = _context(coverage, matter)
    if first.amount.kind == "count":
        return f"the number of {_noun(coverage, first)}{beside}"
    plain = _PLAIN[first.amount.kind]
    return f"the {plain}{beside}" if beside else f"a {plain}"


def _noun(coverage: Coverage, quantity: Quantity) -> str:
    """The counted noun in the plural, as written where it is one."""
    text = coverage.bodies[quantity.order].text
    words = [fold(text[a:b]) for a, b in find_words(text, quantity.amount.start, quantity.amount.end)]
    if words and is_plural(words[-1]):
        return words[-1]
    noun = quantity.amount.noun
    if noun in _PLURALS or noun in _PLURALS.values() or not noun:
        return _PLURALS.get(noun, noun)
    if noun.endswith("y") and noun[-2:-1] not in "aeou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def _context(coverage: Coverage, matter: Matter) -> str:
    """ " given with “bridge” and “repair”": the most telling words that the sentences share."""
    first = next(iter(matter.quantities.values()))[0]
    words = list(dict.fromkeys(filter(None, (_word(coverage, first, token) for token in matter.shared))))[:_SHOWN]
    return f" given with {listed([f'“{word}”' for word in words])}" if words else ""


def _word(coverage: Coverage, quantity: Quantity, token: str) -> str:
    """How the sentence of a quantity writes a name or the word of a stem."""
    if token.startswith("#"):
        return coverage.entities[int(token[1:])].heading
    body = coverage.bodies[quantity.order]
    sentence = body.sentences[quantity.sentence]
    words = (body.text[a:b] for a, b in find_words(body.text, sentence.start, sentence.end))
    return next((part for word in words for part in word.split("-") if stem(fold(part)) == token), "")
