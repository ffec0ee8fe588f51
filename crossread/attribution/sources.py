"""Whose words: the noun phrase to the left or right of a cue, with title and apposition."""

from __future__ import annotations

from crossread.attribution.cues import ADVERBS, AUXILIARIES
from crossread.attribution.page import Line, WordSpan
from crossread.attribution.roles import ROLE_MODIFIERS, role_heads

_CLAUSE_OPENERS = frozenset(
    "that but because while although though if when whereas as after before since until so than which who where whose "
    "what how whether then or nor yet unless even however meanwhile instead moreover and".split()
)
_NOMINATIVE = frozenset(("he", "she", "they", "we", "i", "it", "you"))
_PREPOSITIONS = frozenset(
    "in on at during after before by for with from under over through within without despite following since until "
    "amid among against about into upon like unlike earlier late early speaking asked".split()
)
_STARTERS = frozenset(
    "the a an this that these those his her its their our my some many several most few all both one two three four "
    "five six another other no any each every more dozens hundreds thousands".split()
)
_APPOSITION = frozenset("a an the who whose which now then once formerly one".split())
# What ends a noun phrase that begins after its verb or after "according to".
_RIGHT_STOPS = frozenset(
    "on in at during after before as when while who that which because since until about to if where whose with and or "
    "but by via through was were is are has have had would will adding saying noting telling last this".split()
)
_RELATIVES = frozenset(("that", "which", "who"))
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier later recently "
    "then".split()
)
_LONGEST = 30  # words of a source
_BREAKS = frozenset(",;:—–…")
_MARKS = frozenset('“”"„«»`')


def left_source(line: Line, group: int) -> WordSpan | None:
    """First and last word of the subject that ends right before word `group`, or None.

    The subject begins where its clause does, after openers and fronted adjuncts; an apposition
    between commas belongs to it.
    """
    last = group - 1
    if last < line.floor or line.quoted(last) or line.forms[last] in ("and", "but", "or"):
        return None
    between = line.gap(group)
    if line.forms[last] in ("who", "which") and between.isspace():
        return _antecedent(line, last)
    if not _has_mark(between):
        if "," in between:
            return _with_apposition(line, last)
        if "—" in between or "–" in between:
            return _before_dashes(line, last)
    if not between.isspace() and ")" not in between:
        return None
    if line.forms[last] in _NOMINATIVE:
        return last, last
    first = clause_start(line, last)
    return _trim(line, first, last)


def clause_start(line: Line, last: int) -> int:
    """The first word of the stretch without clause boundary that ends at `last`."""
    first = last
    while first > line.floor and last - first < _LONGEST:
        between = line.gap(first)
        previous = line.forms[first - 1]
        if line.quoted(first - 1) or (between != " " and (_has_mark(between) or not _BREAKS.isdisjoint(between))):
            break
        if previous in _CLAUSE_OPENERS and not (previous == "and" and _joins(line, first)):
            break
        first -= 1
    return first


def right_source(line: Line, first: int, *, long: bool) -> WordSpan | None:
    """First and last word of the noun phrase that begins at `first` (said X; according to X).

    `long` lets it run over prepositions to the next comma, as after "according to". An apposition
    after a comma is taken in when it runs to a second comma or, but for a phrase that opens the
    sentence, to its end.
    """
    if first >= line.stop or not _begins_phrase(line, first):
        return None
    if line.forms[first] in _NOMINATIVE or line.forms[first] in ("him", "her", "them"):
        return first, first
    last = first
    while last + 1 < line.stop and last - first < _LONGEST:
        between, following = line.gap(last + 1), line.forms[last + 1]
        if not between.strip("()").isspace():
            break
        stops = following in (_RELATIVES if long else _RIGHT_STOPS) or following in _TIMES
        if stops and not (following == "and" and _joins(line, last + 2)):
            break
        last += 1
    while last > first and line.forms[last] in _PREPOSITIONS:  # "a study published | on" Monday
        last -= 1
    end = _apposition_end(line, last)
    opens_sentence = long and first == line.first + 2  # "According to X, the roof leaks": no apposition
    return first, last if opens_sentence and end + 1 >= line.stop else end


def subject_of(line: Line, stop: int) -> WordSpan | None:
    """The noun phrase a sentence begins with, for cues that share its subject (", saying ...")."""
    first = line.first
    while first < stop and (line.forms[first] in _CLAUSE_OPENERS or line.forms[first] in ADVERBS):
        first += 1
    if first < stop and line.forms[first] in _PREPOSITIONS:
        while first + 1 < stop and "," not in line.gap(first + 1):
            first += 1
        first += 1
    if first >= stop or not _begins_phrase(line, first):
        return None
    last = first
    if line.forms[first] in _NOMINATIVE:
        return first, first
    while last + 1 < stop and last - first < 12 and line.gap(last + 1).isspace():
        form = line.forms[last + 1]
        capital = line.capital(last + 1)
        if form in AUXILIARIES or form in ADVERBS or form in _RIGHT_STOPS:
            break
        if not capital and form.endswith(("ed", "ly")):
            break
        if not capital and line.capital(last) and line.forms[last] not in _STARTERS:
            break
        last += 1
    return first, last


def _antecedent(line: Line, pronoun: int) -> WordSpan | None:
    """The noun phrase "who" refers to."""
    last = pronoun - 1
    if last < line.floor or line.quoted(last) or _has_mark(line.gap(pronoun)):
        return None
    if not line.capital(last):
        return _trim(line, clause_start(line, last), last)
    first = last  # "They met Minister Ann Lee, who": the name with its role, without the verb before it
    while line.adjacent(first) and (
        line.capital(first - 1) or line.forms[first - 1] in role_heads() or line.forms[first - 1] in ROLE_MODIFIERS
    ):
        first -= 1
    return _trim(line, first - 1 if line.adjacent(first) and line.forms[first - 1] in _STARTERS else first, last)


def _with_apposition(line: Line, last: int) -> WordSpan | None:
    """The subject before ", said": "X, a Y at the Z, said". None when the comma ends a clause.

    The stretches between commas are read from right to left for as long as each explains the one
    before it; the leftmost that names somebody is the head.
    """
    first = _stretch_start(line, last)
    found = None
    for _ in range(4):
        if first <= line.floor or line.quoted(first - 1) or "," not in line.gap(first):
            break
        head_last = first - 1
        head = _stretch_start(line, head_last)
        trimmed = _trim(line, head, head_last) if head_last - head < 12 else None
        if trimmed is None or not _explains(line, first, trimmed):
            break
        if _names_someone(line, *trimmed):
            found = trimmed[0], last
        first = head
    return found


def _stretch_start(line: Line, last: int) -> int:
    """The first word after the comma before `last`, relative clauses included."""
    first = clause_start(line, last)
    while first > line.first and line.gap(first).isspace() and line.forms[first - 1] in ("that", "who", "which"):
        first = clause_start(line, first - 1) if first - 1 > line.first else line.first
        if last - first > _LONGEST:
            break
    return first


def _before_dashes(line: Line, last: int) -> WordSpan | None:
    """The subject before an insertion between dashes: "Lukashenko — who relies on Moscow — has insisted"."""
    for k in range(last, max(line.floor, last - _LONGEST), -1):
        if any(dash in line.gap(k) for dash in "—–"):
            return _trim(line, clause_start(line, k - 1), k - 1)
    return None


def _explains(line: Line, first: int, head: WordSpan) -> bool:
    """Whether the stretch that begins at `first` is an apposition to the head before it."""
    opener = line.forms[first]
    if opener in _APPOSITION or opener[0].isdigit() or opener in role_heads():
        return True
    return line.capital(first) and (line.forms[head[1]] in role_heads() or line.forms[head[0]] in _STARTERS)


def _names_someone(line: Line, first: int, last: int) -> bool:
    """Whether a short phrase ends in a name or a role: "Dionis Cenusa", "the deputy minister"."""
    ends_well = line.capital(last) or line.forms[last] in role_heads()
    return last - first < 10 and (ends_well or line.forms[first] in _STARTERS)


def _apposition_end(line: Line, last: int) -> int:
    """The end of ", a Y" after a name that ends at `last`, when it is closed by comma or sentence."""
    if last + 1 >= line.stop or line.gap(last + 1).strip() != ",":
        return last
    if line.forms[last + 1] not in ("a", "an", "the", "who", "whose"):
        return last
    end = last + 1
    while end + 1 < line.stop and end - last < 20:
        between = line.gap(end + 1)
        if _has_mark(between) or any(char in between for char in ",;:—–"):
            break
        end += 1
    return end


def _trim(line: Line, first: int, last: int) -> WordSpan | None:
    """A subject without what is fronted before it: openers, adverbs, "In a 2013 memo", "On Monday"."""
    while first <= last and (
        line.forms[first] in _CLAUSE_OPENERS or line.forms[first] in ADVERBS or line.forms[first].endswith("ly")
    ):
        first += 1
    if first > last or line.forms[first] == "there":
        return None
    if line.forms[first] in _PREPOSITIONS or line.forms[first] in _TIMES:
        for k in range(last, first, -1):
            inner = line.forms[k - 1]
            inside_phrase = inner in _PREPOSITIONS or inner in _STARTERS or inner in ("of", "to", "and")
            inside_name = line.capital(k - 1) and inner not in _TIMES
            if (line.forms[k] in _STARTERS or line.capital(k)) and not inside_phrase and not inside_name:
                return k, last
        if line.forms[first] in _PREPOSITIONS:
            return None
    for k in range(last, first, -1):  # a finite verb inside means that the phrase begins after it
        if line.forms[k] in AUXILIARIES:
            return (k + 1, last) if k < last and _begins_phrase(line, k + 1) else None
    return first, last


def _begins_phrase(line: Line, i: int) -> bool:
    form = line.forms[i]
    return form not in _PREPOSITIONS and form not in AUXILIARIES and form not in ("to", "not", "be", "and", "or", "but")


def _joins(line: Line, first: int) -> bool:
    """Whether the "and" before word `first` joins two names into one subject."""
    if first - 2 < line.first or first >= line.stop:
        return False
    left = line.capital(first - 2)
    right = line.capital(first) or line.forms[first] in ("the", "other", "his", "her", "their")
    return left and right and line.gap(first - 1).isspace()


def _has_mark(between: str) -> bool:
    return not _MARKS.isdisjoint(between) or "''" in between
