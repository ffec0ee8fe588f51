"""Whether "would" is the "will" of indirect speech or of a story that is past, and so no condition."""

from __future__ import annotations

from functools import cache

from crossread.indicators.neighbours import earlier, first_of_sentence
from crossread.lexicon import context_words, from_lexicons, load_lexicon
from crossread.text.words import Words

_LOOK_BACK = 15  # words before "would" searched for a verb of saying
_TELLING_WITHIN = 6  # words before "that" among which what is told by it stands
_COORDINATING = frozenset(("and", "but", "or"))
_JOINTS = frozenset("that whether how what why".split())
_OPENING = frozenset("how why where when before until by".split())  # with a past verb before, "would" is past too
_SAYING = frozenset("saying thinking predicting believing hoping claiming arguing knowing adding insisting".split())
_IRREGULAR = frozenset("said told wrote thought knew seemed".split())
_PAST_AUXILIARIES = ("was", "were", "had", "did")
_CLAUSE_WITHIN = 7  # words before "would" among which its clause opens
_ASKING_WITHIN = 12  # words before "if" among which a word of asking makes it "whether"


def is_shifted(words: Words, i: int) -> bool:
    """Whether "would" at word `i` is the "will" of indirect speech: "said it would", "his promise that it would"."""
    if words.voices[i] == "reported":
        return True
    forms, first, joint = words.forms, first_of_sentence(words, i), i
    for k in range(i - 1, max(first, i - _LOOK_BACK) - 1, -1):
        form = forms[k]
        if form in _past_saying():
            return True
        if form == "which" or (k == i - 1 and form in ("that", "what")):  # "a plan that would": its own clause
            return k > first and forms[k - 1] in _past_saying()
        if form == "if":
            return is_question(words, k)
        if form in _JOINTS:
            if form == "that" and k > first and _tells_of_past(words, k):
                return True
            joint = k
        elif form in _telling() and (joint - k <= _TELLING_WITHIN if joint < i else k >= i - 3 and form in _SAYING):
            return True
    return _is_in_story(words, i)


def _tells_of_past(words: Words, that: int) -> bool:
    """Whether "that" goes on with what was told or known: "it became clear that it would", "and that it would"."""
    before = earlier(words, that, _TELLING_WITHIN)
    return before[-1] in _COORDINATING or any(form in _past_verbs() for form in before)


def _is_in_story(words: Words, i: int) -> bool:
    """Whether "would" is in a clause of a story that is past: "they left before it would rain", "when we would row"."""
    forms, first = words.forms, first_of_sentence(words, i)
    if not context("habit").isdisjoint(earlier(words, i, _CLAUSE_WITHIN)):
        return True
    joint = next((k for k in range(i - 1, max(first - 1, i - _CLAUSE_WITHIN), -1) if forms[k] in _OPENING), None)
    if joint is None:
        return False
    if joint == first:
        return forms[joint] == "when"
    return any(form in _past_verbs() for form in earlier(words, joint, _LOOK_BACK))


def is_question(words: Words, i: int) -> bool:
    """Whether "if" means "whether", after a word of asking."""
    before = earlier(words, i, _ASKING_WITHIN)
    return not context("asking").isdisjoint(before)


def context(category: str) -> frozenset[str]:
    """The words of one category of `lexicons/prediction_context.tsv`."""
    return context_words("prediction_context")[category]


@cache
def _past_saying() -> frozenset[str]:
    """The past verbs of saying that make "would" the "will" of indirect speech, as `hedging` has them."""
    said = context_words("hedging_context")["past saying"]
    return frozenset(form for form in said if form.endswith("ed") or form in _IRREGULAR)


@from_lexicons
def _past_verbs() -> frozenset[str]:
    """Past forms of common verbs and of be and have."""
    entries = load_lexicon("crossread.data", "verb_forms").entries
    return frozenset((*(entry.term for entry in entries if entry.category.startswith("past")), *_PAST_AUXILIARIES))


@from_lexicons
def _telling() -> frozenset[str]:
    """What may come before "that ... would": nouns, participles and adjectives of saying and thinking."""
    nouns = {entry.term for entry in load_lexicon("crossread.data", "attribution_nouns").entries}
    verbs = load_lexicon("crossread.data", "reporting_verbs").entries
    told = (e.term for e in verbs if e.term.endswith(("ed", "ing")) or "a" in e.note.partition("; ")[2])
    return frozenset((*nouns, *told))
