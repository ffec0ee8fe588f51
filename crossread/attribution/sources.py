"""Whose words: the noun phrase to the left or right of a cue, with title and apposition."""

from __future__ import annotations

from crossread.attribution.appositions import (
    apposition_end,
    before_bracket,
    before_commas,
    before_dashes,
    before_quotation,
)
from crossread.attribution.grammar import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FRONTED,
    NOMINATIVE,
    OPENERS,
    PREPOSITIONS,
    RELATIVES,
    TIMES,
    is_finite,
)
from crossread.attribution.page import Line, WordSpan
from crossread.attribution.phrases import LONGEST_PHRASE, begins_phrase, has_mark, joins, subject_start, trimmed
from crossread.attribution.roles import ROLE_MODIFIERS, role_heads

# What ends a noun phrase that begins after its verb or after "according to".
_RIGHT_STOPS = frozenset(
    "on in at during after before as when while who that which because since until about to if where whose with and or "
    "but by via through was were is are has have had would will adding saying noting telling last this".split()
)
_PAUSES = frozenset(",—–-")
_LONGEST_SUBJECT = 12  # words before the verb
_ROLE_WORDS = 3  # among which the second of two roles stands
_SHORT = 12  # words of a head that an apposition follows
_NOBODY = frozenset((("nobody",), ("no", "one"), ("none",), ("no-one",)))
_SELF = frozenset("himself herself itself themselves".split())


def left_source(line: Line, group: int) -> WordSpan | None:
    """First and last word of the subject that ends right before word `group`, or None.

    The subject begins where its clause does, after openers and fronted adjuncts; an apposition
    between commas belongs to it, and an aside between commas does not.
    """
    last = group - 1
    if last < line.floor or line.forms[last] in ("and", "but", "or"):
        return None
    between = line.gap(group)
    if line.quoted(last):
        return before_quotation(line, last) if "," in between else None
    if line.forms[last] in RELATIVES and between.isspace():
        return antecedent(line, last)
    if not has_mark(between) and not _PAUSES.isdisjoint(between):
        return _before_pause(line, last, between)
    if not between.isspace() and ")" not in between:
        return None
    if line.forms[last] in NOMINATIVE:
        return last, last
    last = _without_time(line, last)
    if line.forms[last] in _SELF and last > line.first and line.adjacent(last):
        last -= 1
    if line.quoted(last):
        return None
    found = trimmed(line, subject_start(line, last), last)
    return None if found and _is_nobody(line, *found) else found


def _is_nobody(line: Line, first: int, last: int) -> bool:
    """ "Nobody believes it", "let us be clear": words that are given to nobody."""
    return line.forms[first] == "let" or tuple(line.forms[first : last + 1]) in _NOBODY


def _before_pause(line: Line, last: int, between: str) -> WordSpan | None:
    """The subject before a comma, a bracket with a comma, or a dash."""
    if "," in between:
        bracket = between.startswith(")")  # "Ann Lee (D-Norland), said"
        return before_commas(line, last) or (before_bracket(line, last) if bracket else None)
    return before_dashes(line, last) if "—" in between or "–" in between or between == " - " else None


def right_source(line: Line, first: int, *, long: bool) -> WordSpan | None:
    """First and last word of the noun phrase that begins at `first` (said X; according to X).

    `long` lets it run over prepositions to the next comma, as after "according to". An apposition
    after a comma is taken in when it runs to a second comma or, but for a phrase that opens the
    sentence, to its end.
    """
    if first >= line.stop or not begins_phrase(line, first):
        return None
    if line.forms[first] in NOMINATIVE or line.forms[first] in ("him", "her", "them"):
        follows = line.forms[first + 1] if first + 1 < line.stop else ""
        if line.forms[first] != "her" or follows in _RIGHT_STOPS or not follows or not line.adjacent(first + 1):
            return first, first
    last = first
    while last + 1 < line.stop and last - first < LONGEST_PHRASE:
        between, following = line.gap(last + 1), line.forms[last + 1]
        if between != "/" and not between.strip("()").isspace():
            break
        stops = following in (RELATIVES if long else _RIGHT_STOPS) or following in TIMES
        if stops and line.capital(last + 1) and line.capital(last) and following not in TIMES and not long:
            stops = False  # "Al From", "Bob Who": a name
        if stops and not (following == "and" and (joins(line, last + 2) or _two_roles(line, last))):
            break
        last += 1
    while last > first and line.forms[last] in FRONTED and not line.capital(last):  # "a study published | on" Monday
        last -= 1
    end = apposition_end(line, last)
    opens_sentence = long and first == line.first + 2  # "According to X, the roof leaks": no apposition
    return first, last if opens_sentence and (end + 1 >= line.stop or end - last > _SHORT) else end


def _two_roles(line: Line, last: int) -> bool:
    """Whether "and" joins two roles of one person: "lobbyist and party strategist Ann Lee"."""
    after = range(last + 2, min(last + 2 + _ROLE_WORDS, line.stop))
    return line.forms[last] in role_heads() and any(line.forms[k] in role_heads() for k in after)


def subject_of(line: Line, stop: int) -> WordSpan | None:
    """The subject of the clause a cue at `stop` continues (", saying ...", "and said ..."): that of the verb before."""
    forms = line.forms
    for k in range(stop - 1, max(line.first, stop - 60), -1):
        if line.quoted(k) or not is_finite(line, k):
            continue
        group = k
        while line.adjacent(group) and (
            forms[group - 1] in AUXILIARIES or forms[group - 1] in ADVERBS or forms[group - 1].endswith("ly")
        ):
            group -= 1
        if group <= line.first or forms[group - 1] in ("and", "but", "to") or forms[group - 1] in RELATIVES:
            continue
        floor, line.floor = line.floor, line.first
        found = left_source(line, group)
        line.floor = floor
        if found and forms[found[0]] not in ("it", "there") and found[1] < group:
            return found
    return None


def subject_after(line: Line, first: int) -> WordSpan | None:
    """The subject that begins at word `first`: up to the first verb after it."""
    for k in range(first + 1, min(line.stop, first + _LONGEST_SUBJECT)):
        if line.quoted(k) or not line.adjacent(k):
            return None
        if is_finite(line, k) or line.forms[k].endswith("ly"):
            last = k - 1
            while last > first and line.forms[last] in ADVERBS:
                last -= 1
            return (first, last) if line.capital(first) or line.forms[first] in DETERMINERS | NOMINATIVE else None
    return None


def antecedent(line: Line, pronoun: int) -> WordSpan | None:
    """The noun phrase "who" refers to."""
    last = pronoun - 1
    if last < line.floor or line.quoted(last) or has_mark(line.gap(pronoun)):
        return None
    if line.forms[pronoun] == "that" and (line.gap(pronoun) != " " or is_finite(line, last)):
        return None
    if line.forms[last] in PREPOSITIONS or line.forms[last] in OPENERS:
        return None
    if not line.capital(last):
        found = trimmed(line, subject_start(line, last), last)
        return found and _after_preposition(line, *found)
    first = last  # "They met Minister Ann Lee, who": the name with its role, without the verb before it
    while line.adjacent(first) and (
        line.capital(first - 1) or line.forms[first - 1] in role_heads() or line.forms[first - 1] in ROLE_MODIFIERS
    ):
        first -= 1
    return trimmed(line, first - 1 if line.adjacent(first) and line.forms[first - 1] in DETERMINERS else first, last)


def _after_preposition(line: Line, first: int, last: int) -> WordSpan:
    """ "talks with voters who": the phrase "who" stands beside, but "members of the panel who" is one."""
    for k in range(last, first, -1):
        if line.forms[k - 1] in PREPOSITIONS and line.forms[k - 1] not in ("of", "for", "from", "in", "at"):
            return k, last
    return first, last


def _without_time(line: Line, last: int) -> int:
    """The word before "on Monday", "last week", "this month" between subject and verb."""
    forms = line.forms
    if last - 1 <= line.first or not line.adjacent(last):
        return last
    if forms[last] in TIMES and forms[last] != "then":
        return last - 2 if forms[last - 1] == "on" and line.adjacent(last - 1) else last - 1
    if forms[last] in ("week", "month", "year", "night", "summer", "fall", "spring") and forms[last - 1] in (
        "last",
        "this",
    ):
        return last - 2 if line.adjacent(last - 1) else last
    return last
