"""Reporting cues: verbs that attribute, with the auxiliaries and adverbs that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from msgspec import Struct

from crossread.attribution.page import Line
from crossread.model import Stance

AUXILIARIES = frozenset(
    "has have had is are was were be been being am will would could may might can did does do should must shall "
    "hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't couldn't can't didn't doesn't don't".split()
)
ADVERBS = frozenset(
    "also later then once often never always not now just still again recently previously earlier first even further "
    "instead already ever only long all both today yesterday since sometimes".split()
)
# After these a form that could be a verb is a noun: "the claim", "his report", "new demands".
_NOUN_SIGNS = frozenset(
    "the a an this that these those his her its their our my your no any some every each such new recent latest first "
    "previous public official false many several few more other of".split()
)
_SUBJECT_PRONOUNS = frozenset(("i", "he", "she", "we", "they", "it", "you", "who"))
_BOTH = frozenset(
    "claim claims report reports state states note notes comment comments demand demands request requests question "
    "questions challenge challenges call calls plan plans offer offers order orders estimate estimates project "
    "projects forecast forecasts fear fears hope hopes doubt doubts guess guesses suspect suspects promise promises "
    "pledge pledges vow vows show shows find finds tweet tweets post posts answer answers reply replies address "
    "addresses quote quotes protest protests attack attacks blame praise welcome brand brands label labels rule rules "
    "hold read reads mean means figure figures worry worries voice express wonder wonders cry cries scream shout "
    "feeling thinking learning meaning understanding warning saying finding reading writing".split()
)
_ADJECTIVE_ENDINGS = ("'s", "s'", "ous", "ful", "ive", "al", "ic", "ian", "ish", "ese")
_AFTER_NOUNS = frozenset("of from for by about in on were was are is have has against to".split())
_AFTER_VERBS = frozenset("that he she they it the a an his her their".split())
_SPEAKING = frozenset(
    "say tell answer comment respond reply explain elaborate specify disclose reveal mention add".split()
)
_NEGATIONS = frozenset(("not", "never", "nor"))
_BE = frozenset("is are was were be been being".split())


class CueWord(Struct, frozen=True, gc=False):
    """A reporting verb at words `first` to `last` of the page, its group beginning at `group`.

    `frames` says what the verb takes: c a clause, q a quotation, o an addressee, n a noun phrase,
    i an infinitive, p a quotation after "as".
    """

    group: int
    first: int
    last: int
    lemma: str
    stance: Stance
    frames: str
    participle: bool
    passive: bool


def find_cues(line: Line) -> Iterator[CueWord]:
    """Reporting verbs of a sentence outside quotation marks, in reading order."""
    for match in line.verbs:
        if line.quoted(match.first) or _is_noun(line, match.first, match.last):
            continue
        lemma, _, frames = match.entry.note.partition("; ")
        group = _verb_group(line, match.first)
        form = line.forms[match.first]
        participle = form.endswith("ing")
        if participle and not _has_own_clause(line, group, match.last, frames):
            continue
        if _denies_speech(line, group, match.first, lemma) or _is_a_wish(line, match.last, lemma):
            continue
        passive = form.endswith(("ed", "en", "wn", "id", "ld", "ht")) and any(
            line.forms[k] in _BE for k in range(group, match.first)
        )
        stance = cast(Stance, match.entry.category)  # a test holds the file to the stances there are
        yield CueWord(group, match.first, match.last, lemma, stance, frames, participle, passive)


def _denies_speech(line: Line, group: int, verb: int, lemma: str) -> bool:
    """ "did not say why", "has not responded": nothing was said."""
    return lemma in _SPEAKING and any(form.endswith("n't") or form in _NEGATIONS for form in line.forms[group:verb])


def _is_a_wish(line: Line, last: int, lemma: str) -> bool:
    """ "asked not to be named": a wish about oneself, no statement."""
    following = line.forms[last + 1 : last + 4]
    return lemma in ("ask", "request") and (following[:2] == ["to", "be"] or following == ["not", "to", "be"])


def _verb_group(line: Line, verb: int) -> int:
    """The first word of the group a verb closes: "has repeatedly said"."""
    first = verb
    while line.adjacent(first):
        form = line.forms[first - 1]
        if not (form in AUXILIARIES or form in ADVERBS or (form.endswith("ly") and len(form) > 4)):
            break
        first -= 1
    return first


def _has_own_clause(line: Line, group: int, last: int, frames: str) -> bool:
    """Whether a participle attributes: it follows a pause, and speaks or is followed by "that"."""
    if group != last and line.forms[group] in AUXILIARIES:
        return True
    after = line.forms[last + 1] if last + 1 < line.stop else ""
    return (not line.adjacent(group) and "q" in frames) or after == "that"


def _is_noun(line: Line, first: int, last: int) -> bool:
    """Whether a form that may be verb or noun (or part of a name) is no verb here."""
    form = line.forms[first]
    if first == line.first:
        return not form.endswith("ing")
    if line.capital(first) and not line.words.text[line.words.starts[first - 1]].islower():
        return True
    before = line.forms[first - 1]
    after = line.forms[last + 1] if last + 1 < line.stop else ""
    if line.adjacent(first) and before in ("to", "the", "a", "an", "of", "his", "her", "their", "its", "no"):
        return True
    if form.endswith("ed") and after == "by":  # "remarks reported by": no auxiliary, so no verb of its own
        return before not in _BE
    if form == "think" and after in ("tank", "tanks"):
        return True
    return form in _BOTH and not _verb_company(line, first, after)


def _verb_company(line: Line, first: int, after: str) -> bool:
    """Whether what stands beside a form that is as often a noun shows a verb."""
    group = _verb_group(line, first)
    if group < first and line.forms[group] in AUXILIARIES and line.forms[group] not in _BE:
        return True
    if group == line.first:
        return False
    before = line.forms[group - 1]
    if not line.adjacent(group):
        return line.forms[first].endswith("ing")
    if before in _SUBJECT_PRONOUNS:
        return True
    if before in _NOUN_SIGNS or before.endswith(_ADJECTIVE_ENDINGS) or after in _AFTER_NOUNS:
        return False
    plural = before.endswith("s") and len(before) > 4
    return line.capital(group - 1) or after in _AFTER_VERBS or plural
