"""Says in one sentence how the copies of a quotation differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.comparison.quoting.differences import OUTSIDE
from crossread.model import Cell, Span
from crossread.telling import counted, listed

PHRASES = 3  # differences spelt out
SHOWN = 8  # words of a difference spelt out

# Differences in the order they are told.
_ORDER = ("changed", "inserted", "bracket", "cue", "unmarked", "ellipsis", "cut", "moved", "edge", "paraphrase",
          "punctuation")  # fmt: skip
_HOW = {
    "changed": "in different words",
    "inserted": "in different words",
    "ellipsis": "at different length",
    "cut": "at different length",
    "cue": "under different verbs",
}


class Telling(Struct, frozen=True, gc=False):
    """What the sentence of a quotation is made of; `texts`, `letters` and `speakers` are by article."""

    cells: Sequence[Cell]
    base: str
    texts: Mapping[str, str]
    letters: Mapping[str, str]
    speakers: Mapping[str, str]  # names, "" where the speaker is not known
    bare: Mapping[str, str]  # articles that have the words without marks, each with how they stand there
    whose: str  # the fullest name of the speaker, or ""
    opening: str  # the first words

    def having(self, rule: str) -> list[Cell]:
        """The copies with a difference of this kind from the base."""
        return [cell for cell in self.cells if any(edit.rule == rule for edit in cell.edits)]

    def letters_of(self, cells: Sequence[Cell]) -> str:
        """The articles of some copies, by letter."""
        return listed([self.letters[cell.article] for cell in cells])


def told(telling: Telling, rules: Sequence[str]) -> str:
    """The sentence: who quotes whom, how the copies differ, and the first differences."""
    reported = telling.having("paraphrase")
    quoting = [cell for cell in telling.cells if cell not in reported]
    letters, phrases = telling.letters_of(quoting), _limited(_phrases(telling))
    words = f"“{telling.opening}”"
    if rules[0] == "speaker":
        return f"{letters} give {words} to different speakers: {'; '.join([_speakers(telling, quoting), *phrases])}."
    if len(quoting) == 1:
        return f"{letters} quotes {telling.whose or 'the words'}: {words}; {'; '.join(phrases)}."
    verb = "have" if telling.bare else "quote"
    whose = f"{'words of ' if telling.bare else ''}{telling.whose} ({words})" if telling.whose else words
    head = f"{letters} {verb} {whose}"
    if rules[0] == "same":
        return f"{head} in the same words."
    how = next((_HOW[rule] for rule in rules if rule in _HOW), "in different form")
    return f"{head} {'in different form' if telling.bare else how}: {'; '.join(phrases)}."


def _limited(phrases: Sequence[str]) -> list[str]:
    rest = len(phrases) - PHRASES
    return [*phrases[:PHRASES], *([counted(rest, "more difference")] if rest > 0 else [])]


def _speakers(telling: Telling, cells: Sequence[Cell]) -> str:
    named: dict[str, list[Cell]] = {}
    for cell in cells:
        if name := telling.speakers[cell.article]:
            named.setdefault(name, []).append(cell)
    return ", ".join(f"{telling.letters_of(own)} to {name}" for name, own in named.items())


def _phrases(telling: Telling) -> list[str]:
    """The differences in words, those that tell most first."""
    found: list[str] = []
    for rule in _ORDER:
        cells = telling.having(rule)
        if not cells or (rule == "punctuation" and found):
            continue  # signs are told where nothing else differs
        if rule in _WHOLE:
            found.append(_WHOLE[rule](telling, cells))
        else:
            found += _by_place(telling, rule, cells)
    return list(dict.fromkeys(found))


def _cut(telling: Telling, cells: Sequence[Cell]) -> str:
    """ "B and C quote 33 words, A 16, without “It provides access to …”"."""
    reported = telling.having("paraphrase")
    lengths: dict[int, list[Cell]] = {}
    for cell in telling.cells:
        if cell not in reported:
            lengths.setdefault(int(cell.value or 0), []).append(cell)
    (words, first), *others = sorted(lengths.items(), reverse=True)
    if not others:  # each leaves out as much of what the others have
        return f"{telling.letters_of(cells)} begins or ends elsewhere"
    verb = "quotes" if len(first) == 1 else "quote"
    shorter = listed([f"{telling.letters_of(own)} {count}" for count, own in others])
    return f"{telling.letters_of(first)} {verb} {words} words, {shorter}{_without(telling, cells, others[-1][1])}"


def _without(telling: Telling, cells: Sequence[Cell], shortest: Sequence[Cell]) -> str:
    """The longest stretch that the shortest copy does not have; "" where several have less than the base."""
    if len(cells) != 1 or len(shortest) != 1:
        return ""
    text, here = telling.texts[telling.base], telling.texts[cells[0].article]
    cuts = [edit for edit in cells[0].edits if edit.rule == "cut"]
    if shortest[0] is cells[0]:
        left_out = [_shown(text, edit.base) for edit in cuts if edit.base.start < edit.base.end]
    else:
        left_out = [_shown(here, edit.here) for edit in cuts if edit.here.start < edit.here.end]
    return f", without “{max(left_out, key=len)}”" if left_out else ""


def _unmarked(telling: Telling, cells: Sequence[Cell]) -> str:
    stated: dict[str, list[Cell]] = {}
    for cell in telling.cells:
        if cell.article in telling.bare:
            stated.setdefault(telling.bare[cell.article], []).append(cell)
    return ", ".join(
        f"{telling.letters_of(own)} {'has' if len(own) == 1 else 'have'} them without quotation marks, {how}"
        for how, own in stated.items()
    )


def _paraphrase(telling: Telling, cells: Sequence[Cell]) -> str:
    said = [f"{telling.letters[cell.article]} reports as indirect speech “{_cell_words(cell)}”" for cell in cells]
    return listed(said)


def _cell_words(cell: Cell) -> str:
    words = cell.text.split()
    return " ".join(words if len(words) <= 2 * SHOWN else [*words[: 2 * SHOWN], "…"])


def _cue(telling: Telling, cells: Sequence[Cell]) -> str:
    """ "A introduces it with “telling”, B and C with “dismissed”"."""
    edits = {cell.article: edit for cell in cells for edit in cell.edits if edit.rule == "cue"}
    cues: dict[str, list[Cell]] = {}
    for cell in telling.cells:
        if cell.article in edits:
            cues.setdefault(_shown(telling.texts[cell.article], edits[cell.article].here), []).append(cell)
        elif cell.article == telling.base:
            cues.setdefault(_shown(telling.texts[cell.article], next(iter(edits.values())).base), []).append(cell)
    (first, own), *others = cues.items()
    verb = "introduces" if len(own) == 1 else "introduce"
    return f"{telling.letters_of(own)} {verb} it with “{first}”, " + listed(
        [f"{telling.letters_of(cells)} with “{cue}”" for cue, cells in others]
    )


_WHOLE: Mapping[str, Callable[[Telling, Sequence[Cell]], str]] = {
    "cut": _cut,
    "unmarked": _unmarked,
    "paraphrase": _paraphrase,
    "cue": _cue,
}


def _by_place(telling: Telling, rule: str, cells: Sequence[Cell]) -> Iterator[str]:
    """A phrase for each place that differs, copies with the same words there said once."""
    places: dict[tuple[Span, str], dict[str, list[Cell]]] = {}
    for cell in cells:
        for edit in cell.edits:
            if edit.rule == rule:
                words = _shown(telling.texts[cell.article], edit.here)
                places.setdefault((edit.base, edit.note), {}).setdefault(words, []).append(cell)
    for (place, note), readings in sorted(places.items(), key=lambda item: item[0]):
        base = _shown(telling.texts[telling.base], place)
        others = [(telling.letters_of(own), words) for words, own in readings.items()]
        yield _phrase(rule, note, (telling.letters[telling.base], base), others)


def _phrase(rule: str, note: str, base: tuple[str, str], others: Sequence[tuple[str, str]]) -> str:
    letter, words = base
    if rule == "moved":
        who = listed([each for each, _ in others])
        inside, outside = (letter, who) if note == OUTSIDE else (who, letter)
        return f"“{words}” stands inside the marks in {inside} and outside them in {outside}"
    if words and all(here for _, here in others):
        (first, shown), *more = sorted([base, *others], key=lambda each: (len(each[0]), each[0]))
        return f"{first} has “{shown}”, " + listed([f"{who} “{here}”" for who, here in more])
    if words:
        return _one_sided(rule, words, letter, listed([who for who, _ in others]))
    return "; ".join(_one_sided(rule, here, who, letter) for who, here in others)


def _one_sided(rule: str, words: str, having: str, lacking: str) -> str:
    if rule == "edge":
        return f"{having} puts “{words}” inside the marks, {lacking} {'do' if ' and ' in lacking else 'does'} not"
    if rule == "bracket":
        return f"{having} puts in “{words}” in brackets"
    if rule == "ellipsis":
        return f"{lacking} has an ellipsis for “{words}”"
    return f"“{words}” stands in {having} and not in {lacking}"


def _shown(text: str, span: Span) -> str:
    """Words of a text on one line, cut after eight."""
    words = text[span.start : span.end].split()
    return " ".join(words) if len(words) <= SHOWN else f"{' '.join(words[:SHOWN])} …"
