"""What a verb takes: a clause, a plain object, or an object with what it is called; and where that ends."""

from __future__ import annotations

from crossread.attribution.cues import CueWord
from crossread.attribution.grammar import ADVERBS, AUXILIARIES, NOMINATIVE, PREPOSITIONS, RELATIVES, TIMES, is_finite
from crossread.attribution.page import Line, WordSpan
from crossread.text.names import place_forms

CONTENT_OPENERS = frozenset("that whether if to why how what when where who which".split())
_OBJECT_STOPS = frozenset("after when amid despite following since although though".split())
_AFTER_OBJECTS = frozenset("saying calling adding but while as and which who where even the a an one with".split())
_OCCASIONS = frozenset(
    "interview interviews speech statement letter email emails tweet tweets memo rally debate post remarks appearance "
    "appearances news conference briefing hearing editorial article column op-ed ad facebook twitter instagram week "
    "month year night morning afternoon wake event recent".split()
)
# With a plain object these tell a deed or a state: "added a wing", "maintained its lead", "accepted the keys".
_OTHER_SENSES = frozenset("add maintain accept feel reflect respond remark answer see hold project underscore".split())
_NAMED_PRONOUNS = frozenset("it him her them this that himself herself itself themselves".split())
_OBJECT_RELATIVES = frozenset(("what", "whom", "who", "which"))
_QUALITIES = ("ful", "ous", "less", "able", "ible", "ist", "ive", "ent", "ant")
_NO_OBJECTS = frozenset("in on over by of to at and or from with but now last as after before during because".split())
# Said of forces or of ground these are fought, not spoken: "attacked the port", "troops defended the bridge".
_FOUGHT = frozenset("attack assail blast bash challenge defend threaten slam target pound".split())
_FORCES = frozenset(
    "army navy forces troops soldiers rebels militants militia militias insurgents fighters gunmen drones drone "
    "missiles missile rockets artillery tanks warplanes jets storm fire flames".split()
)
_GROUND = frozenset(
    "city cities town towns village villages bridge bridges base bases border convoy convoys ship ships vessel vessels "
    "airport airfield port ports plant building buildings house houses hospital hospitals position positions troops "
    "forces line lines coast island territory capital depot depots grid infrastructure airspace lives life".split()
)
_FATAL = frozenset(("lives", "life"))
_HEAD = 4  # words of an object among which its noun stands
_CLOSE = 2  # words from a cue within which "that" is its own
_LONGEST_OBJECT = 150  # words among which the end of an object is looked for
_LONGEST_NAMED = 14  # words of an object that is called something


def taken_until(line: Line, cue: CueWord, after: int, limit: int) -> int:
    """The word before which the clause or object at word `after` ends; `after` itself where the verb takes neither."""
    said_of = {"e", "p"} & set(cue.frames) and (_is_named(line, after, limit) or "as" in line.forms[after:limit])
    takes_object = "n" in cue.frames or bool(said_of)
    takes_clause = "c" in cue.frames or (line.forms[after] == "that" and after - cue.last <= _CLOSE)
    if not (takes_object or takes_clause or "o" in cue.frames):
        return after
    if after == cue.last + 1 and "," in line.gap(after) and line.forms[after] != "that":
        return after
    if takes_clause or not takes_object:
        other = limit - after < 2 or (cue.lemma in _OTHER_SENSES and not _is_clause(line, after, limit))
        return after if other and not takes_object else limit
    return after if line.forms[after] in _NO_OBJECTS else object_stop(line, after, limit)


def is_fought(line: Line, cue: CueWord, source: WordSpan, after: int, limit: int) -> bool:
    """Whether a verb that may be an attack in words is one of force: by who does it, or to what it is done."""
    if cue.lemma not in _FOUGHT or after >= limit:
        return cue.lemma == "claim" and not _FATAL.isdisjoint(line.forms[after : min(limit, after + _HEAD)])
    who = line.forms[source[0] : source[1] + 1]
    if not _FORCES.isdisjoint(who):
        return True
    head = next((k for k in range(after + 1, limit) if line.forms[k] in PREPOSITIONS), limit)
    what = line.forms[after:head]
    states = who[-1] in place_forms() or who[-1] == "it"
    return not _GROUND.isdisjoint(what) or (states and not place_forms().isdisjoint(what))


def calls_something(line: Line, cue: CueWord, after: int, limit: int) -> bool:
    """Whether "called" is followed by somebody or something and what that is called."""
    return _is_named(line, after, limit) or _calls_what(line, cue, after)


def _is_clause(line: Line, first: int, limit: int) -> bool:
    """Whether what follows is a clause, not an object: it has a conjunction, a verb or a quotation."""
    if line.forms[first] in CONTENT_OPENERS or ":" in line.gap(first):
        return True
    return any(line.quoted(i) or is_finite(line, i) for i in range(first, limit))


def _is_named(line: Line, first: int, limit: int) -> bool:
    """Whether an object is called something: "it a disgrace", "the plan “reckless”", "the vote lawful"."""
    if line.quoted(first) or line.forms[first] in PREPOSITIONS:
        return False
    for k in range(first + 1, min(limit, first + _LONGEST_NAMED)):
        before, form = line.forms[k - 1], line.forms[k]
        if line.quoted(k) or line.gap(k) in (" ‘", " '"):  # single marks, as headlines have them
            return True
        if not line.gap(k).isspace() or form in _OBJECT_STOPS or form in PREPOSITIONS:
            return False
        if form in ("a", "an", "the", "his", "her", "one") and before not in ("and", "or"):
            return True
        if before in _NAMED_PRONOUNS or form.endswith(_QUALITIES):
            return not (form in TIMES or form in ADVERBS or form.endswith("ly"))
    return False


def _calls_what(line: Line, cue: CueWord, after: int) -> bool:
    """Whether the marks after "called" hold the name of what stands before: "what Lee called “a mistake”"."""
    before = line.forms[max(line.first, cue.group - _LONGEST_NAMED) : cue.group]
    return line.quoted(after) and not _OBJECT_RELATIVES.isdisjoint(before)


def object_stop(line: Line, first: int, limit: int) -> int:
    """Where an object ends: before an adjunct of time or occasion, or a clause that gives reason or time."""
    for i in range(first + 1, min(limit, first + _LONGEST_OBJECT)):
        form = line.forms[i]
        if line.quoted(i):
            continue
        following = line.forms[i + 1] if i + 1 < limit else ""
        if form in _OBJECT_STOPS or (form in ("on", "in", "at", "during") and is_occasion(line, i + 1, limit)):
            return i
        if form == "by" and following.endswith("ing"):
            return i
        if form == "even" and following in ("as", "though", "if"):
            return i
        if "," in line.gap(i) and form in _AFTER_OBJECTS:
            return i
        if form in ("and", "but", "as") and _goes_on(line, i + 1, limit):
            return i
    return limit


def _goes_on(line: Line, i: int, limit: int) -> bool:
    """Whether the sentence goes on with another deed: "praised the plan and | left", "but also | met the mayor"."""
    if i < limit and line.forms[i] in ADVERBS:
        i += 1
    return i < limit and line.forms[i - 1] not in NOMINATIVE and (line.forms[i] in NOMINATIVE or is_finite(line, i))


def is_occasion(line: Line, i: int, limit: int) -> bool:
    """Whether the phrase after "on", "in", "at" names a day or an occasion to speak."""
    for k in range(i, min(i + 5, limit)):
        form = line.forms[k]
        if form in TIMES or form in _OCCASIONS:
            return True
        if form in PREPOSITIONS or not line.gap(k).isspace():
            return False
    return False


def phrase_stop(line: Line, first: int, limit: int) -> int:
    """Where a phrase ends for a verb whose subject it belongs to: "on immigrants | drew fire"."""
    owed = False  # verbs of the relative clauses and subjects inside the phrase
    for k in range(first + 1, limit):
        if line.forms[k] in NOMINATIVE or line.forms[k] in RELATIVES:
            owed = True
        elif not line.quoted(k) and is_finite(line, k):
            if not owed:
                return k
            owed = line.forms[k] in AUXILIARIES  # "who have fled": one verb of two words
    return limit
