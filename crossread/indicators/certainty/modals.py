"""Modal verbs: doubt told apart from permission, ability, habit, purpose and a will moved into the past.

"The ferry may be late" is the writer's doubt. "Visitors may not enter", "the hall may be used for
weddings" and "hulls may leak" tell what is allowed, feasible or happens at times, and so do many an
"it could" and "they would". Palmer 2001 calls the first epistemic, the others deontic and dynamic
modality.
"""

from __future__ import annotations

from itertools import pairwise

from crossread.indicators.certainty.around import context, subject
from crossread.indicators.neighbours import earlier, following, later, preceding
from crossread.lexicon import Match
from crossread.text.words import Words

SILENT = ""  # means something else altogether
DOUBT = "hedge"
POSSIBLE = "possibility"  # what is allowed, can be done, or happens at times

_LOOK_BACK = 15  # words before "would" searched for a verb of saying
_NAMES = 30  # words on either side of "may" searched for a name
_PASSED_OVER = frozenset(("also", "often", "then", "generally", "usually", "only", "sometimes", "typically", "both"))
_PEOPLE = frozenset(("people", "women", "men", "children", "police", "fish", "cattle", "sheep"))


def may(words: Words, match: Match) -> str:
    """May the month, a wish, a concession or a purpose; permission and what happens at times; or doubt."""
    if match.last == match.first and _is_month(words, match):
        return SILENT
    before = earlier(words, match.first, 8)
    if not context("concession").isdisjoint(before) or _is_purpose(before):
        return SILENT
    if match.last > match.first and match.entry.words[1] != "not":
        return DOUBT
    after = later(words, match.last, 3)
    if not context("doubt after may").isdisjoint(after[:2]):
        return DOUBT
    if _is_allowed(match, after) or _is_general(words, match, after):
        return POSSIBLE
    return DOUBT


def might(words: Words, match: Match) -> str:
    """The noun of "military might", a concession or a purpose; or doubt."""
    before = preceding(words, match.first)
    if following(words, match.last) == "of" or before in context("before might the noun") or before.endswith("'s"):
        return SILENT
    clause = earlier(words, match.first, 5)
    return SILENT if _is_purpose(clause) or not context("concession").isdisjoint(clause) else DOUBT


def could(words: Words, match: Match) -> str:
    """Whether "could" tells what someone was able to do: "so that he could see", "as well as she could."."""
    if match.last > match.first:
        return DOUBT
    after, before = later(words, match.last, 2), earlier(words, match.first, 5)
    if not after or _is_purpose(before) or not context("ability before could").isdisjoint(before):
        return SILENT
    verb = after[-1] if after[0] in ("be", "still", "also", "even", "now", "hardly", "easily") else after[0]
    return SILENT if verb in context("ability after could") else DOUBT


def would(words: Words, match: Match) -> str:
    """Whether "would" is a "will" of the past, a refusal or a habit, and no condition."""
    if words.voices[match.first] == "reported":
        return SILENT
    after = later(words, match.last, 2)
    if after[:1] and after[0] in context("past after would"):
        return SILENT
    if after[:1] == ["become"] and preceding(words, match.first) in ("what", "who"):
        return SILENT
    if after[:1] == ["not"] and after[-1] in context("refused"):
        return SILENT
    before = earlier(words, match.first, _LOOK_BACK)
    said = any(form in context("past saying") and before[at - 1 : at] != ["if"] for at, form in enumerate(before))
    return SILENT if said else DOUBT


def _is_month(words: Words, match: Match) -> bool:
    """Whether "May" has a capital, or stands beside a number where all is in capitals."""
    if words.written(match.first) != "MAY":
        return words.text[match.start] == "M"
    return following(words, match.last)[:1].isdigit() or preceding(words, match.first)[:1].isdigit()


def _is_purpose(before: list[str]) -> bool:
    """Whether the clause says what something is for: "so that they may", "in order that it could"."""
    return "lest" in before or any(a in ("so", "order") and b == "that" for a, b in pairwise(before))


def _is_allowed(match: Match, after: list[str]) -> bool:
    """Whether "may" permits, forbids or says how a thing is done: "may be used", "may not enter", "may be either"."""
    rest = [form for form in after if form not in _PASSED_OVER]
    if not rest:
        return False
    if rest[0] == "be":
        return len(rest) > 1 and (rest[1] in context("done at will") or rest[1] in ("either", "both"))
    return rest[0] in context("permitted") and (match.last > match.first or "only" in after[:1])


def _is_general(words: Words, match: Match, after: list[str]) -> bool:
    """Whether the sentence is about a kind of thing and tells what it does at times: "Hulls may leak in winter".

    The subject is then a bare plural or begins with "a" or "any", and the sentence names nobody.
    """
    said = subject(words, match.first)
    if not said or (after[:1] == ["be"] and after[-1].endswith("ing")):
        return False
    first, last = words.forms[said.start], words.forms[said.stop - 1]
    if first.endswith("ing") or any(_is_definite(words, index) for index in said):
        return False
    plural = last in _PEOPLE or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    if not plural and first not in ("a", "an", "any", "each", "every"):
        return False
    sentence = words.by_sentence[words.sentences[match.first]]
    low, high = max(sentence.start, match.first - _NAMES), min(sentence.stop, match.first + _NAMES)
    return not any(words.named[low:high])


def _is_definite(words: Words, index: int) -> bool:
    """Whether a word of a subject points at something: "the", "his", "the board's", a name or a number."""
    form = words.forms[index]
    return form in context("definite") or form.endswith("'s") or bool(words.named[index]) or form[:1].isdigit()
