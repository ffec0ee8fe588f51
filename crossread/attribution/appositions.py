"""What stands between a name and its verb: appositions, asides between commas, insertions between dashes."""

from __future__ import annotations

import re

from crossread.attribution.grammar import DETERMINERS, NOMINATIVE, OPENERS, TIMES
from crossread.attribution.page import Line, WordSpan
from crossread.attribution.phrases import LONGEST_PHRASE, has_mark, subject_start, trimmed
from crossread.attribution.roles import DOCUMENTS, GROUPS, ROLE_MODIFIERS, role_heads

_APPOSITION = frozenset(
    "a an the who who's who've who'd who'll whose which now then once formerly one both each all another".split()
)
_ASIDES = frozenset(
    "however though too meanwhile for in on at by at as like instead moreover also again perhaps speaking asked "
    "still already not to including particularly especially despite unlike appearing citing referring responding "
    "standing talking quoting while when with after during of".split()
)
_IN_PARTY = re.compile(r"[RDI]-[A-Z]")  # "Ann Lee, D-Norland,"
_SHORT = 12  # words of a head that an apposition follows
_BREAKS = frozenset(",;:—–…")


def before_commas(line: Line, last: int) -> WordSpan | None:
    """The subject before ", said": "X, a Y at the Z, said". None when the comma ends a clause.

    The stretches between commas are read from right to left for as long as each explains the one
    before it or is an aside; the leftmost that names somebody is the head.
    """
    first, end = _stretch_start(line, last), last
    found = None
    for _ in range(6):
        if first <= line.floor or line.quoted(first - 1):
            break
        between = line.gap(first)
        if "," not in between or has_mark(between):
            break
        head_last = first - 1
        head = _stretch_start(line, head_last)
        explains = _explains(line, first, head, head_last)
        if not explains:
            opener = line.forms[first]
            aside = (
                opener in _ASIDES
                or opener.endswith(("ly", "ing"))
                or (opener.endswith("ed") and not line.capital(first))
            )
            if not aside:
                break
            if found is None:
                end = head_last
            elif line.forms[first] != "of":
                break
        start = subject_start(line, head_last)
        phrase = trimmed(line, start, head_last) if head_last - start < LONGEST_PHRASE else None
        if phrase and _names_someone(line, *phrase):
            found = phrase[0], end
            if start <= line.floor or line.forms[start - 1] in OPENERS:
                break
        first = head
    return found


def _stretch_start(line: Line, last: int) -> int:
    """The first word after the comma before `last`, relative clauses included."""
    first = last
    floor = max(line.floor, last - LONGEST_PHRASE)
    while first > floor:
        between = line.gap(first)
        if between != " " and (has_mark(between) or not _BREAKS.isdisjoint(between)):
            break
        first -= 1
    return first


def before_quotation(line: Line, last: int) -> WordSpan | None:
    """The subject before an aside that ends in marks: "Ann Lee, citing “old fears,” said"."""
    piece = line.page.piece_at(line.starts[last])
    first = line.words.within(piece.start, piece.end).start if piece else line.first
    for k in range(first - 1, max(line.floor, first - _SHORT), -1):
        if line.quoted(k) or has_mark(line.gap(k)):
            return None
        if "," in line.gap(k):
            aside = line.forms[k].endswith(("ing", "ed")) or line.forms[k] in _ASIDES
            phrase = trimmed(line, subject_start(line, k - 1), k - 1) if aside else None
            return phrase if phrase and _names_someone(line, *phrase) else None
    return None


def before_bracket(line: Line, last: int) -> WordSpan | None:
    """The subject with its bracket before a comma: "Ann Lee (D-Norland), said"."""
    for k in range(last, max(line.floor, last - _SHORT), -1):
        if "(" in line.gap(k):
            phrase = trimmed(line, subject_start(line, k - 1), k - 1)
            return (phrase[0], last) if phrase and _names_someone(line, *phrase) else None
    return None


def before_dashes(line: Line, last: int) -> WordSpan | None:
    """The subject before an insertion between dashes: "Lukashenko — who relies on Moscow — has insisted"."""
    for k in range(last, max(line.floor, last - LONGEST_PHRASE), -1):
        between = line.gap(k)
        if "—" in between or "–" in between or between == " - ":
            return trimmed(line, subject_start(line, k - 1), k - 1)
    return None


def _explains(line: Line, first: int, head: int, head_last: int) -> bool:
    """Whether the stretch that begins at `first` is an apposition to the head before it."""
    opener = line.forms[first]
    if opener in _APPOSITION or opener[0].isdigit() or opener in role_heads() or opener in ROLE_MODIFIERS:
        return True
    if not line.capital(first):
        following = line.forms[first + 1] if first + 1 < line.stop else ""
        return opener == "of" or following in role_heads() or (opener in ("and", "director", "head", "founder"))
    if not line.capital(head_last) and line.forms[head_last] not in TIMES and head_last > head:
        return True  # "the mayor's aides, Ann and Bo Lee,"
    if _IN_PARTY.match(line.text, line.starts[first]):
        return True
    if line.capital(head_last) and (
        line.forms[head_last - 1 if head_last > head else head_last] in ("of", "in", "from")
    ):
        return True  # a place: "of Meridian, Ind.,"
    return (
        line.forms[head_last] in role_heads()
        or line.forms[head] in DETERMINERS
        or any(line.forms[k] in role_heads() for k in range(first, min(first + 6, line.stop)))
    )


def _names_someone(line: Line, first: int, last: int) -> bool:
    """Whether a short phrase ends in a name or a role: "Dionis Cenusa", "the deputy minister"."""
    form = line.forms[last]
    ends_well = line.capital(last) or form in role_heads() or form in GROUPS or form in DOCUMENTS
    return last - first < _SHORT and (ends_well or line.forms[first] in DETERMINERS or line.forms[first] in NOMINATIVE)


def apposition_end(line: Line, last: int) -> int:
    """The end of ", a Y" after a name that ends at `last`, when it is closed by comma or sentence."""
    end = last
    while end + 1 < line.stop and line.gap(end + 1).strip(") ") == "," and _explains_after(line, end + 1):
        end += 1
        while end + 1 < line.stop and end - last < LONGEST_PHRASE:
            between = line.gap(end + 1)
            if has_mark(between) or any(char in between for char in ",;:—–"):
                break
            end += 1
    return end


def _explains_after(line: Line, first: int) -> bool:
    """Whether what follows ", " after a name explains it: "a builder", "29", "Norland's envoy", "director of"."""
    form = line.forms[first]
    if line.capital(first) and not line.capital(first - 1) and line.forms[first - 1] in role_heads():
        return True  # "the mayor's deputy, Ann Lee"
    if form == "one" or (form.endswith(("'s", "s'")) and not line.quoted(first)):
        return True
    if form in ("a", "an", "the", "who", "whose") or form in role_heads():
        return True
    short = line.ends[first] - line.starts[first] <= 5  # "Fla.", "29"
    closed = first + 1 >= line.stop or line.gap(first + 1).strip()[:1] in (",", ".")
    if short and closed and (line.capital(first) or form.isdigit()):
        return True
    return form in ROLE_MODIFIERS or (first + 1 < line.stop and line.forms[first + 1] in role_heads())
