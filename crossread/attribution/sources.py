"""Whose words: the noun phrase to the left or right of a cue, with title and apposition."""

from __future__ import annotations

from crossread.attribution.cues import ADVERBS, AUXILIARIES
from crossread.attribution.roles import role_heads
from crossread.text.words import Words

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
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight earlier later recently then".split()
)
_LONGEST = 30  # words of a source
_MARKS = frozenset("“”\"„«»`")


def gap(words: Words, i: int) -> str:
    """What stands between word i-1 and word i."""
    return words.text[words.ends[i - 1] : words.starts[i]]


def left_source(words: Words, group: int, start: int, quoted: bytearray) -> tuple[int, int] | None:
    """First and last word of the subject that ends right before word `group`, or None.

    `start` is the first word of the sentence. The subject begins where its clause does, after
    openers and fronted adjuncts; an apposition between commas belongs to it.
    """
    last = group - 1
    if last < start or quoted[last]:
        return None
    between = gap(words, group)
    if words.forms[last] in ("who", "which") and between.isspace():
        return _antecedent(words, last, start, quoted)
    if not _has_mark(between):
        if "," in between:
            return _with_apposition(words, last, start, quoted)
        if "—" in between or "–" in between:
            return _before_dashes(words, last, start, quoted)
    if not between.isspace() and ")" not in between:
        return None
    if words.forms[last] in _NOMINATIVE:
        return last, last
    first = clause_start(words, last, start, quoted)
    return _trim(words, first, last)


def clause_start(words: Words, last: int, start: int, quoted: bytearray) -> int:
    """The first word of the stretch without clause boundary that ends at `last`."""
    first = last
    while first > start and last - first < _LONGEST:
        between = gap(words, first)
        previous = words.forms[first - 1]
        if quoted[first - 1] or _has_mark(between) or any(char in between for char in ",;:—–…"):
            break
        if previous in _CLAUSE_OPENERS and not (previous == "and" and _joins(words, first)):
            break
        first -= 1
    return first


def right_source(words: Words, first: int, stop: int, *, long: bool) -> tuple[int, int] | None:
    """First and last word of the noun phrase that begins at `first` (said X; according to X).

    `long` lets it run over prepositions to the next comma, as after "according to". An apposition
    after a comma is taken in when it runs to the end of the sentence or to a second comma.
    """
    if first >= stop or not _begins_phrase(words, first):
        return None
    if words.forms[first] in _NOMINATIVE or words.forms[first] in ("him", "her", "them"):
        return first, first
    last = first
    while last + 1 < stop and last - first < _LONGEST:
        between, following = gap(words, last + 1), words.forms[last + 1]
        if not between.replace("(", "").replace(")", "").isspace():
            break
        if following in _TIMES or (following in _RIGHT_STOPS and not (long and following not in ("that", "which", "who"))):
            if not (following == "and" and _joins(words, last + 2)):
                break
        last += 1
    return first, _apposition_end(words, last, stop)


def subject_of(words: Words, start: int, stop: int) -> tuple[int, int] | None:
    """The noun phrase a sentence begins with, for cues that share its subject (", saying ...")."""
    first = start
    while first < stop and (words.forms[first] in _CLAUSE_OPENERS or words.forms[first] in ADVERBS):
        first += 1
    if first < stop and words.forms[first] in _PREPOSITIONS:
        while first + 1 < stop and "," not in gap(words, first + 1):
            first += 1
        first += 1
    if first >= stop or not _begins_phrase(words, first):
        return None
    last = first
    if words.forms[first] in _NOMINATIVE:
        return first, first
    while last + 1 < stop and last - first < 12 and gap(words, last + 1).isspace():
        form = words.forms[last + 1]
        capital = words.text[words.starts[last + 1]].isupper()
        if form in AUXILIARIES or form in ADVERBS or form in _RIGHT_STOPS or (not capital and form.endswith(("ed", "ly"))):
            break
        if not capital and words.text[words.starts[last]].isupper() and words.forms[last] not in _STARTERS:
            break
        last += 1
    return first, last


def _antecedent(words: Words, pronoun: int, start: int, quoted: bytearray) -> tuple[int, int] | None:
    """The noun phrase "who" refers to."""
    last = pronoun - 1
    if last < start or quoted[last] or _has_mark(gap(words, pronoun)):
        return None
    return _trim(words, clause_start(words, last, start, quoted), last)


def _with_apposition(words: Words, last: int, start: int, quoted: bytearray) -> tuple[int, int] | None:
    """The subject before ", said": "X, a Y at the Z, said". None when the comma ends a clause.

    The stretches between commas are read from right to left for as long as each explains the one
    before it; the leftmost that names somebody is the head.
    """
    first = _stretch_start(words, last, start, quoted)
    found = None
    for _ in range(4):
        if first <= start or quoted[first - 1] or "," not in gap(words, first):
            break
        head_last = first - 1
        head = _stretch_start(words, head_last, start, quoted)
        trimmed = _trim(words, head, head_last) if head_last - head < 12 else None
        if trimmed is None or not _explains(words, first, trimmed):
            break
        if _names_someone(words, *trimmed):
            found = trimmed[0], last
        first = head
    return found


def _stretch_start(words: Words, last: int, start: int, quoted: bytearray) -> int:
    """The first word after the comma before `last`, relative clauses included."""
    first = clause_start(words, last, start, quoted)
    while first > start and gap(words, first).isspace() and words.forms[first - 1] in ("that", "who", "which"):
        first = clause_start(words, first - 1, start, quoted) if first - 1 > start else start
        if last - first > _LONGEST:
            break
    return first


def _before_dashes(words: Words, last: int, start: int, quoted: bytearray) -> tuple[int, int] | None:
    """The subject before an insertion between dashes: "Lukashenko — who relies on Moscow — has insisted"."""
    for k in range(last, max(start, last - _LONGEST), -1):
        if any(dash in gap(words, k) for dash in "—–"):
            return _trim(words, clause_start(words, k - 1, start, quoted), k - 1)
    return None


def _explains(words: Words, first: int, head: tuple[int, int]) -> bool:
    """Whether the stretch that begins at `first` is an apposition to the head before it."""
    opener = words.forms[first]
    if opener in _APPOSITION or opener[0].isdigit() or opener in role_heads():
        return True
    return words.text[words.starts[first]].isupper() and words.forms[head[1]] in role_heads()


def _names_someone(words: Words, first: int, last: int) -> bool:
    """Whether a short phrase ends in a name or a role: "Dionis Cenusa", "the deputy minister"."""
    ends_well = words.text[words.starts[last]].isupper() or words.forms[last] in role_heads()
    return last - first < 10 and (ends_well or words.forms[first] in _STARTERS)


def _apposition_end(words: Words, last: int, stop: int) -> int:
    """The end of ", a Y" after a name that ends at `last`, when it is closed by comma or sentence."""
    if last + 1 >= stop or gap(words, last + 1).strip() != ",":
        return last
    if words.forms[last + 1] not in ("a", "an", "the", "who", "whose"):
        return last
    end = last + 1
    while end + 1 < stop and end - last < 20:
        between = gap(words, end + 1)
        if _has_mark(between) or any(char in between for char in ",;:—–"):
            break
        end += 1
    return end


def _trim(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """A subject without what is fronted before it: openers, adverbs, "In a 2013 memo", "On Monday"."""
    while first <= last and (
        words.forms[first] in _CLAUSE_OPENERS or words.forms[first] in ADVERBS or words.forms[first].endswith("ly")
    ):
        first += 1
    if first > last or words.forms[first] == "there":
        return None
    if words.forms[first] in _PREPOSITIONS or words.forms[first] in _TIMES:
        for k in range(last, first, -1):
            inner = words.forms[k - 1]
            restarts = words.forms[k] in _STARTERS or words.text[words.starts[k]].isupper()
            if restarts and inner not in _PREPOSITIONS and inner not in _STARTERS and inner not in ("of", "to", "and"):
                if not (words.text[words.starts[k - 1]].isupper() and inner not in _TIMES):
                    return k, last
        if words.forms[first] in _PREPOSITIONS:
            return None
    for k in range(last, first, -1):  # a finite verb inside means that the phrase begins after it
        if words.forms[k] in AUXILIARIES:
            return (k + 1, last) if k < last and _begins_phrase(words, k + 1) else None
    return first, last


def _begins_phrase(words: Words, i: int) -> bool:
    form = words.forms[i]
    return form not in _PREPOSITIONS and form not in AUXILIARIES and form not in ("to", "not", "be", "and", "or", "but")


def _joins(words: Words, first: int) -> bool:
    """Whether the "and" before word `first` joins two names into one subject."""
    if first < 2 or first >= len(words):
        return False
    left = words.text[words.starts[first - 2]].isupper()
    right = words.text[words.starts[first]].isupper() or words.forms[first] in ("the", "other", "his", "her", "their")
    return left and right and gap(words, first - 1).isspace()


def _has_mark(between: str) -> bool:
    return any(char in _MARKS for char in between) or "''" in between
