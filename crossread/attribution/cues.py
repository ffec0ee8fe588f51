"""Reporting cues: verbs that attribute, with the auxiliaries and adverbs that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, cast

from msgspec import Struct
from msgspec.structs import replace

from crossread.attribution.grammar import ADVERBS, AUXILIARIES, DETERMINERS, finite_forms, is_finite
from crossread.attribution.page import Line
from crossread.attribution.roles import DOCUMENTS
from crossread.lexicon import Entry, Match, from_lexicons
from crossread.model import Stance

# After these a form that could be a verb is a noun: "the claim", "his report", "new demands".
_NOUN_SIGNS = frozenset(
    "the a an this that these those his her its their our my your no any some every each such new recent latest first "
    "previous public official false many several few more other of".split()
)
_SUBJECT_PRONOUNS = frozenset(("i", "he", "she", "we", "they", "it", "you", "who", "which"))
_ADJECTIVE_ENDINGS = ("'s", "s'", "ous", "ful", "ive", "al", "ic", "ian", "ish", "ese")
_AFTER_NOUNS = frozenset(
    "of from for by about in on was were is are has have had against to where who which also and or but with as than "
    "just now during".split()
)
_AFTER_VERBS = frozenset(
    "that he she they it the a an his her their this these those there we i you whether how".split()
)
_SPEAKING = frozenset(
    "say tell answer comment respond reply explain elaborate specify disclose reveal mention add".split()
) | {"respond to", "reply to", "comment on", "elaborate on"}
_CATENATIVES = frozenset(
    "continue continues continued stop stops stopped keep keeps kept avoid avoids avoided fail fails failed used "
    "try tries tried trying attempt attempts attempted attempting begin begins began beginning start starts "
    "started starting ready set poised yet quick need needs needed moved moves rushed taken appear appears "
    "appeared seem seems seemed going proceeded dared came able has have had sought seeks managed".split()
)
_GO = frozenset("go goes went gone going".split())
_SPEAKING_FORMS = _SPEAKING | {"speak", "talk", "discuss", "be"}
# Before a participle these make it an act of the clause's subject: "by accusing him", "after praising it".
JOINING = frozenset("and or by while after before without upon besides".split())
_AFTER_AS = frozenset(("put it",))  # speech in "as Lee put it" only: "Lee put it on the shelf"
_AS_WITHIN = 8  # words before a verb among which its "as" stands
_REFUSALS = ("declin", "refus")
_REFUSING = frozenset(("decline", "refuse"))
_TOPIC = frozenset("on about upon for".split())
_COMPOUNDS = frozenset(
    {
        ("think", "tank"), ("think", "tanks"), ("credit", "card"), ("credit", "cards"), ("pledged", "delegates"),
        ("so", "called"),
    }
)  # fmt: skip
_NEGATIONS = frozenset(("not", "never", "nor"))
_BE = frozenset("is are was were be been being".split())
_DEGREES = frozenset(
    "very so more most pretty extremely less deeply feel feels felt seem seems seemed remain remains remained".split()
)
_LINKING = _BE | frozenset(
    "am feel feels felt seem seems seemed become became remain remains remained sound sounded looked i'm he's she's "
    "they're we're isn't aren't wasn't weren't".split()
)
_NO_VERB_AFTER = frozenset(("to", "the", "a", "an", "of", "his", "her", "their", "its", "no"))
_GROUP = AUXILIARIES | ADVERBS
_CARRYING = AUXILIARIES | _CATENATIVES
_PARTICIPLES = ("ed", "en", "wn", "id", "ld", "ht")


class CueWord(Struct, frozen=True, gc=False):
    """A reporting verb at words `first` to `last` of the page, its group beginning at `group`.

    `frames` says what the verb takes: c a clause, q a quotation, o an addressee, n a noun phrase,
    i an infinitive, p an object with "as" or with what it is named, e an object with what it is called;
    a says that it is an adjective ("proud of") and b that the form is a noun too.
    """

    group: int
    first: int
    last: int
    lemma: str
    stance: Stance
    frames: str
    participle: bool
    passive: bool
    silent: bool = False  # "declined to discuss", "did not say": what follows is what nothing was said of


def find_cues(line: Line) -> Iterator[CueWord]:
    """Reporting verbs of a sentence outside quotation marks, in reading order."""
    for match in line.verbs:
        entry = _verb(match.entry)
        if _is_noun(line, match, entry.frames) or (entry.lemma in _AFTER_AS and not _after_as(line, match.first)):
            continue
        cue = _cue(line, match, entry)
        if "a" in cue.frames:
            if _is_predicate(line, cue):
                yield cue
        elif cue.participle and not _has_own_clause(line, cue):
            continue
        elif _denies_speech(line, cue):
            yield replace(cue, silent=True)
        elif not _is_a_wish(line, cue):
            yield _refusal(line, cue)


def _after_as(line: Line, verb: int) -> bool:
    """Whether "as" opens the clause of a verb: "as Lee put it"."""
    return "as" in line.forms[max(line.first, verb - _AS_WITHIN) : verb]


class _Verb(NamedTuple):
    """What the lexicon says of a verb form."""

    lemma: str
    frames: str
    stance: Stance


@from_lexicons
def _verbs() -> dict[str, _Verb]:
    """Term -> what is told of it, for the terms that were met."""
    return {}


def _verb(entry: Entry) -> _Verb:
    """What an entry of the reporting verbs tells; a test holds the file to the stances there are."""
    met = _verbs()
    found = met.get(entry.term)
    if found is None:
        lemma, _, frames = entry.note.partition("; ")
        found = met[entry.term] = _Verb(lemma, frames, cast(Stance, entry.category))
    return found


def infinitive_cue(line: Line, match: Match) -> CueWord | None:
    """The cue of "to praise" where no verb before only carries it on ("continued to praise")."""
    i = match.first
    lemma, frames, stance = _verb(match.entry)
    if line.forms[i - 1] != "to" or i - 1 <= line.first or not line.adjacent(i) or not line.adjacent(i - 1):
        return None
    if "a" in frames or line.forms[i].endswith(("ed", "ing")) or _catenative(line, i - 1) is not None:
        return None
    refused = line.forms[i - 2].startswith(_REFUSALS) and lemma.split(" ")[0] in _SPEAKING_FORMS
    return CueWord(i - 1, i, match.last, lemma, stance, frames, participle=False, passive=False, silent=refused)


def _cue(line: Line, match: Match, entry: _Verb) -> CueWord:
    """The verb with its group, its lemma and what it takes."""
    lemma, frames, stance = entry
    group = _verb_group(line, match.first)
    form, before = line.forms[match.first], line.forms[group : match.first]
    passive = participle = False
    if "a" not in frames:  # an adjective is neither
        passive = bool(before) and form.endswith(_PARTICIPLES) and not _BE.isdisjoint(before)
        participle = form.endswith("ing") and _CARRYING.isdisjoint(before)
    return CueWord(group, match.first, match.last, lemma, stance, frames, participle, passive)


def _is_predicate(line: Line, cue: CueWord) -> bool:
    """Whether an adjective is said of the subject ("is proud of", "seems eager to") with what follows it."""
    if not any(form in _LINKING for form in line.forms[cue.group : cue.first]):
        return False
    if "n" in cue.frames:
        return True
    following = cue.last + 1
    after = line.forms[following] if following < line.stop and line.adjacent(following) else ""
    return after in ("that", "to") or after in _SUBJECT_PRONOUNS


def _denies_speech(line: Line, cue: CueWord) -> bool:
    """ "did not say why", "has not responded": nothing was said."""
    if cue.group == cue.first or cue.lemma not in _SPEAKING:
        return False
    before = line.forms[cue.group : cue.first]
    return any(form.endswith("n't") or form in _NEGATIONS for form in before)


def _refusal(line: Line, cue: CueWord) -> CueWord:
    """ "declined to comment on": one cue, and its topic what nothing was said of; any other cue as it is."""
    last = cue.last + 2
    if cue.lemma not in _REFUSING or last >= line.stop or line.forms[cue.last + 1] != "to":
        return cue
    if line.forms[last] not in _SPEAKING_FORMS:
        return cue
    if last + 1 < line.stop and line.forms[last + 1] in _TOPIC and line.adjacent(last + 1):
        last += 1
    lemma = f"{cue.lemma} to {line.forms[cue.last + 2]}"
    return replace(cue, last=last, lemma=lemma, frames="cn", silent=True)


def _is_a_wish(line: Line, cue: CueWord) -> bool:
    """ "asked not to be named": a wish about oneself, no statement."""
    if cue.lemma not in ("ask", "request"):
        return False
    following = line.forms[cue.last + 1 : cue.last + 4]
    return following[:2] == ["to", "be"] or following == ["not", "to", "be"]


def _verb_group(line: Line, verb: int) -> int:
    """The first word of the group a verb closes: "has repeatedly said"."""
    first, forms = verb, line.forms
    if forms[verb - 1] == "to" and line.adjacent(verb):
        begun = _catenative(line, verb - 1)
        first = verb if begun is None else begun
    while first > line.first:
        form = forms[first - 1]
        if not (form in _GROUP or _belongs(line, first - 1, form)) or not line.adjacent(first):
            break
        first -= 1
    return first


def _belongs(line: Line, i: int, form: str) -> bool:
    """Whether a word that is neither auxiliary nor adverb everywhere belongs to the verb after it."""
    if form in _DEGREES:
        return not (form == "most" and i == line.first)  # "Most believe"
    if form == "yet":
        return line.forms[i - 1] in AUXILIARIES or line.forms[i - 1] in _NEGATIONS
    if form in _CATENATIVES:
        return line.forms[i + 1].endswith("ing")  # "began calling for"
    return form.endswith("ly") and len(form) > 4 and not line.capital(i)  # "Skelly" is a name


def _catenative(line: Line, to: int) -> int | None:
    """The first word of "went on", "continued", "has tried" before word `to`, which is "to"."""
    if line.headline and line.capital(to - 1):
        return to  # "Lee To Call For Wider Efforts"
    k = to - 1
    if k <= line.first or not line.adjacent(to) or line.quoted(k):
        return None
    if line.forms[k] in _CATENATIVES:
        return k
    two = line.forms[k - 1] in _GO and line.forms[k] == "on"
    return k - 1 if two and k - 1 > line.first else None


def _has_own_clause(line: Line, cue: CueWord) -> bool:
    """Whether a participle attributes: after a pause, "and", "by" or a noun, or followed by "that"."""
    group, following = cue.group, cue.last + 1
    if group != cue.last and line.forms[group] in AUXILIARIES:
        return True
    if following < line.stop and line.forms[following] == "that":
        return True
    if not line.adjacent(group):
        return cue.frames != "c"
    before = line.forms[group - 1]
    if before in JOINING or before in DOCUMENTS:
        return True
    named = line.capital(group - 1) or before.endswith("s")
    return named and before not in DETERMINERS | AUXILIARIES and not is_finite(line, group - 1)


def _is_noun(line: Line, match: Match, frames: str) -> bool:
    """Whether a form that may be verb or noun (or part of a name) is no verb here."""
    first, last = match.first, match.last
    form = line.forms[first]
    if first == line.first:
        return not form.endswith("ing")
    if line.capital(first) and not line.headline and not line.text[line.starts[first - 1]].islower():
        return True
    before = line.forms[first - 1]
    if before == "to" and _catenative(line, first - 1) is not None:
        return False
    after = line.forms[last + 1] if last + 1 < line.stop else ""
    if before in _NO_VERB_AFTER and line.adjacent(first):
        return True
    if form.endswith("ed"):
        if before in finite_forms() and line.adjacent(first) and not line.capital(first - 1):
            return True  # "follows repeated warnings"
        if after == "by":  # "remarks reported by": no auxiliary, so no verb of its own
            return before not in _BE
    elif before.endswith(("'s", "s'")) and line.adjacent(first) and not form.endswith("ing"):
        return True  # "the mayor's remarks"
    if (form, after) in _COMPOUNDS or (before, form) in _COMPOUNDS:
        return True
    return "b" in frames and not _verb_company(line, first, after, frames)


def _takes_after(line: Line, first: int, after: str) -> bool:
    """Whether a colon, a quotation or a name after a third person shows a verb: "reads:", "finds Lee ahead"."""
    i = first + 1
    if not after or not line.forms[first].endswith("s"):
        return False
    return ":" in line.gap(i) or line.quoted(i) or (line.capital(i) and line.adjacent(i))


def _has_verb_after(line: Line, i: int) -> bool:
    """Whether a verb follows at word i, or in the "that" clause there: then a noun stands before it."""
    if i + 1 < line.stop and line.forms[i] == "that":
        i += 1
    return i < line.stop and line.adjacent(i) and not line.quoted(i) and is_finite(line, i)


def _verb_company(line: Line, first: int, after: str, frames: str) -> bool:
    """Whether what stands beside a form that is as often a noun shows a verb."""
    group, going = _verb_group(line, first), line.forms[first].endswith("ing")
    if group < first and line.forms[group] in AUXILIARIES and (going or line.forms[group] not in _BE):
        return True
    if group == line.first:
        return False
    before = line.forms[group - 1]
    if not line.adjacent(group):
        return going or line.quoted(group - 1) or after in _AFTER_VERBS or _takes_after(line, first, after)
    if _has_verb_after(line, first + 1):
        return False
    closes = first + 1 >= line.stop or not line.adjacent(first + 1)
    if closes and line.page.piece_at(line.start) and line.forms[first].endswith("s"):
        return True  # "“...,” the document states"
    if before in _SUBJECT_PRONOUNS:
        return True
    if _takes_after(line, first, after):
        return True
    if after == "to" and "i" in frames and line.forms[first].endswith("s") and before not in _NOUN_SIGNS:
        return not before.endswith(_ADJECTIVE_ENDINGS)  # "the bank plans to"
    if before in _NOUN_SIGNS or before.endswith(_ADJECTIVE_ENDINGS) or after in _AFTER_NOUNS:
        return False
    plural = before.endswith("s") and len(before) > 4
    return line.capital(group - 1) or after in _AFTER_VERBS or plural
