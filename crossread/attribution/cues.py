"""Reporting cues: verbs that attribute, with the auxiliaries and adverbs that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from crossread.lexicon import load_lexicon
from crossread.model import Sentence, Stance
from crossread.text.words import Words

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
    "questions challenge challenges call calls plan plans offer offers order orders estimate estimates project projects "
    "forecast forecasts fear fears hope hopes doubt doubts guess guesses suspect suspects promise promises pledge pledges vow "
    "vows show shows find finds tweet tweets post posts answer answers reply replies address addresses quote quotes "
    "protest protests attack attacks support supports blame praise welcome brand brands label labels rule rules hold read "
    "reads mean means figure figures worry worries voice signal signals express wonder wonders cry cries scream shout "
    "feeling thinking learning meaning understanding warning saying finding reading writing".split()
)
_BE = frozenset("is are was were be been being".split())


@dataclass(frozen=True, slots=True)
class CueWord:
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


def find_cues(words: Words, sentence: Sentence, quoted: bytearray) -> Iterator[CueWord]:
    """Reporting verbs of a sentence outside quotation marks (`quoted[i]` is 1 for a word inside)."""
    within = words.within(sentence.start, sentence.end)
    for match in load_lexicon("crossread.data", "reporting_verbs").find(words, within.start, within.stop):
        if quoted[match.first] or _is_noun(words, match.first, match.last, within):
            continue
        lemma, frames = match.entry.note.split("; ")
        group = verb_group(words, match.first, within.start)
        form = words.forms[match.first]
        participle = form.endswith("ing")
        if participle and not _has_own_clause(words, group, match.last, frames, within):
            continue
        passive = form.endswith(("ed", "en", "wn", "id", "ld", "ht")) and any(
            words.forms[k] in _BE for k in range(group, match.first)
        )
        yield CueWord(
            group, match.first, match.last, lemma, cast(Stance, match.entry.category), frames, participle, passive
        )


def verb_group(words: Words, verb: int, start: int) -> int:
    """The first word of the group a verb closes: "has repeatedly said"."""
    first = verb
    k = verb - 1
    while k >= start and words.text[words.ends[k] : words.starts[k + 1]].isspace():
        form = words.forms[k]
        if form in AUXILIARIES:
            first = k
        elif not (form in ADVERBS or (form.endswith("ly") and len(form) > 4)):
            break
        else:
            first = min(first, k) if form in ADVERBS or form.endswith("ly") else first
        k -= 1
    return first


def _has_own_clause(words: Words, group: int, last: int, frames: str, within: range) -> bool:
    """Whether a participle attributes: it follows a pause, and speaks or is followed by "that"."""
    if group != last and words.forms[group] in AUXILIARIES:
        return True
    after = words.forms[last + 1] if last + 1 < within.stop else ""
    paused = group == within.start or not words.text[words.ends[group - 1] : words.starts[group]].isspace()
    return (paused and "q" in frames) or after == "that"


def _is_noun(words: Words, first: int, last: int, within: range) -> bool:
    """Whether a form that may be verb or noun (or part of a name) is no verb here."""
    form = words.forms[first]
    if first == within.start:
        return not form.endswith("ing")
    if words.text[words.starts[first]].isupper() and not words.text[words.starts[first - 1]].islower():
        return True
    before = words.forms[first - 1]
    adjacent = words.text[words.ends[first - 1] : words.starts[first]].isspace()
    after = words.forms[last + 1] if last + 1 < within.stop else ""
    if adjacent and before in ("to", "the", "a", "an", "of", "his", "her", "their", "its", "no"):
        return True
    if form.endswith("ed") and after == "by":  # "remarks reported by": no auxiliary, so no verb of its own
        return before not in _BE
    if form == "think" and after in ("tank", "tanks"):
        return True
    return form in _BOTH and not _verb_company(words, first, adjacent, after, within)


def _verb_company(words: Words, first: int, adjacent: bool, after: str, within: range) -> bool:
    """Whether what stands beside a form that is as often a noun shows a verb."""
    group = verb_group(words, first, within.start)
    if group < first and words.forms[group] in AUXILIARIES and words.forms[group] not in _BE:
        return True
    if group == within.start:
        return False
    before = words.forms[group - 1]
    if not words.text[words.ends[group - 1] : words.starts[group]].isspace():
        return words.forms[first].endswith("ing")
    if before in _SUBJECT_PRONOUNS:
        return True
    if before in _NOUN_SIGNS or before.endswith(("'s", "s'", "ous", "ful", "ive", "al", "ic", "ian", "ish", "ese")):
        return False
    if after in ("of", "from", "for", "by", "about", "in", "on", "were", "was", "are", "is", "have", "has", "against", "to"):
        return False
    capital = words.text[words.starts[group - 1]].isupper()
    return capital or after in ("that", "he", "she", "they", "it", "the", "a", "an", "his", "her", "their") or (before.endswith("s") and len(before) > 4)
