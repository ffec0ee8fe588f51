"""Whether a subject can say or think what a verb says of it, and whether the verb introduces that."""

from __future__ import annotations

from crossread.attribution.cues import CueWord
from crossread.attribution.grammar import DETERMINERS, NOMINATIVE, RELATIVES
from crossread.attribution.objects import CONTENT_OPENERS
from crossread.attribution.page import Line, WordSpan
from crossread.attribution.roles import DOCUMENTS, GROUPS, role_heads
from crossread.lexicon import from_lexicons
from crossread.text.names import body_nouns

_ALWAYS_SPEECH = frozenset(("say", "tell", "claim", "argue", "insist", "deny"))
# These report what is found or known; without "that" they need a poll, a study or the like to find it.
_FINDING = frozenset(
    "find show learn discover know demonstrate prove remember recognize recognise realize realise".split()
)
_PEOPLE = frozenset(
    "community nation country companies agencies parties personnel percent men women parents families couple "
    "public man woman everyone nobody crowd children".split()
)
# Only who has a mind does these, whatever the noun: "the city wants", "it intends".
_MINDED = frozenset(
    "want intend wish hope plan expect believe think know oppose favor favour prefer decide refuse agree disagree "
    "regret aim vow urge criticize criticise praise condemn denounce complain worry doubt balk reject desire "
    "dislike hate admire comment resent mourn applaud embrace endorse".split()
) | {"comment on", "focus on", "object to", "balk at", "call for"}
_NO_MIND = frozenset(("it", "this", "that", "you", "one", "which"))
_AGENT_ENDINGS = ("ers", "ors", "ists", "ist", "ians", "ees", "eers", "ants", "men", "women")


def introduces(line: Line, after: int, limit: int) -> bool:
    """Whether what is said is introduced as such: by "that", a colon or a quotation mark."""
    if after >= limit:
        return False
    return line.forms[after] == "that" or line.quoted(after) or ":" in line.gap(after)


def stands_alone(line: Line, cue: CueWord, source: WordSpan, after: int) -> bool:
    """Whether a cue that introduces nothing attributes by itself.

    Inside what another cue reports, "inspectors had found a crack" and "he expected rain" tell
    events and what the speaker thinks; findings need somebody whose business they are, and
    attitudes somebody who can have them.
    """
    if cue.lemma in _FINDING:
        asks = after < line.stop and line.forms[after] in CONTENT_OPENERS and can_mean(line, source)
        return asks or any(form in DOCUMENTS for form in line.forms[source[0] : source[1] + 1])
    reported = line.floor > line.first and 0 <= source[0] - line.floor <= 1
    if reported and cue.lemma not in _ALWAYS_SPEECH and (cue.group != cue.first or "q" not in cue.frames):
        return False
    if "q" in cue.frames:
        return True
    restricts = line.forms[cue.group - 1] in RELATIVES and line.adjacent(cue.group - 1)  # "those who want peace"
    if restricts:
        return False
    return cue.lemma in _MINDED or can_mean(line, source)


def can_mean(line: Line, source: WordSpan) -> bool:
    """Whether a source can hold an attitude: a name, a pronoun, a person, a group, a body, a document."""
    forms = line.forms[source[0] : source[1] + 1]
    if len(forms) == 1 and forms[0] in _NO_MIND:
        return False
    minds = _minds()
    return any(
        form in minds or line.capital(source[0] + k) or form.endswith(_AGENT_ENDINGS)
        for k, form in enumerate(forms)
        if k or len(forms) == 1 or form not in DETERMINERS
    )


@from_lexicons
def _minds() -> frozenset[str]:
    """Nouns and pronouns of who can mean something, roles and bodies in the plural too."""
    nouns = role_heads() | body_nouns()
    return NOMINATIVE | GROUPS | DOCUMENTS | _PEOPLE | nouns | {f"{noun}s" for noun in nouns}
