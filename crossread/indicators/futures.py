"""Words that speak of what has not happened: appointments, predictions, conditions, and the future of a past.

The words are in `lexicons/prediction.tsv`; the rules here say what they mean where they stand: "will" the noun,
"would" as the "will" of indirect speech, "could" as past ability, "expected to" after "is" or after "was".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from crossread.attribution.grammar import ADVERBS, DETERMINERS, NOMINATIVE, TIMES
from crossread.document import Document
from crossread.indicators.backshift import context, is_question, is_shifted
from crossread.indicators.neighbours import earlier, first_of_sentence, joined_after, preceding, stop_of_sentence
from crossread.lexicon import Match
from crossread.model import Voice
from crossread.terms import terms_in_body
from crossread.text.number_words import MONTHS, SHORT_MONTHS
from crossread.text.words import Words

_ADVERBS_WITHIN = 3  # words between "is" and "expected to"
_BEFORE_WITHIN = 8  # words before "could" among which "before" or "so" makes it past ability
_CLAUSE_WITHIN = 7  # words before "would" among which its clause opens
_DATE_AFTER = 14  # words after "will" among which a date is looked for
_DATE_BEFORE = 8  # words before it
_PRESENT = frozenset(
    "is are am be isn't aren't remains remain appears appear seems seem looks look i'm he's she's it's you're we're "
    "they're that's there's who's what's".split()
)
_PAST = frozenset("was were been being wasn't weren't had seemed appeared remained looked".split())
_NEXT = frozenset(("next", "this", "coming", "later"))
_BEFORE_MONTH = frozenset(("in", "on", "by", "until", "early", "late", "mid", "since", "of"))
_NOT_NOUN = frozenset("this that these those all both each some many most few which what who".split())
_CONDITION = "opens a condition"
_FUTURE_NOTES = {
    "will": "tells the future",
    "outlook": "tells the future as an expectation",
    "intention": "tells a plan",
    "open": "tells what is not known yet",
}


class Mark(NamedTuple):
    """Words that speak of what has not happened: under which category, and why."""

    first: int
    last: int
    category: str
    note: str


def find_marks(document: Document) -> Iterator[Mark]:
    """The lexicon's words in the body where they speak of what has not happened."""
    words = document.words
    found = [mark for match in terms_in_body(document, "prediction") if (mark := _judge(words, match)) is not None]
    conditions = {_clause(words, mark) for mark in found if mark.note == _CONDITION}
    for mark in found:
        if mark.category == "prediction" and _clause(words, mark) in conditions:
            mark = mark._replace(category="conditional", note="tells the future under a condition")
        yield mark


def _judge(words: Words, match: Match) -> Mark | None:
    """What a match means in its place; None where it means nothing of the kind."""
    return _JUDGES[match.entry.category](words, match)


def _clause(words: Words, mark: Mark) -> tuple[int, Voice | None]:
    """What a condition rules over: its sentence, in its voice."""
    return words.sentences[mark.first], words.voices[mark.first]


def _will(words: Words, match: Match) -> Mark | None:
    """ "Will" with a verb: in the calendar with a date and a verb for what is arranged, else a prediction."""
    if match.entry.words == ("will",) and _is_noun(words, match.first):
        return None
    verb = _verb_after(words, match.last)
    if (verb in context("arranged") or verb == "take place") and _has_date(words, match):
        return Mark(match.first, match.last, "scheduled", "tells an appointment")
    return Mark(match.first, match.last, "prediction", _FUTURE_NOTES["will"])


def _is_noun(words: Words, i: int) -> bool:
    """Whether "will" is the noun or a name: "his will", "the will to live", "Will Smith"."""
    before = preceding(words, i)
    if not before:
        return i + 1 < len(words) and words.written(i + 1).istitle() and words.forms[i + 1] not in NOMINATIVE
    if before.endswith(("'s", "s'")) or (before in DETERMINERS and before not in _NOT_NOUN):
        return True
    return joined_after(words, i) in context("no verb")


def _outlook(words: Words, match: Match) -> Mark | None:
    """ "Is expected to": what is said of the future now; "was expected to": what was said of it then."""
    be = _be_before(words, match.first)
    if be is None or joined_after(words, match.last) in context("no verb"):
        return None
    if words.forms[be] in _PAST:
        return Mark(be, match.last, "past_future", "tells the future as it was seen then")
    return Mark(be, match.last, "prediction", _FUTURE_NOTES["outlook"])


def _scheduled(words: Words, match: Match) -> Mark | None:
    """ "Is due to open", "scheduled for Tuesday"."""
    be = _be_before(words, match.first)
    if match.entry.words == ("due", "to") and _verb_after(words, match.last) not in context("arranged"):
        return None
    if be is None:
        return None
    if words.forms[be] in _PAST:
        return Mark(be, match.last, "past_future", "tells the future as it was seen then")
    return Mark(be, match.last, "scheduled", "tells an appointment")


def _would(words: Words, match: Match) -> Mark | None:
    """ "Would": the "will" of reported speech or of a story that is past, else a condition."""
    following = joined_after(words, match.last)
    if not following or following in context("no verb"):
        return None
    if (match.entry.words[0] == "wouldn't" or following == "not") and _verb_after(words, match.last) in context(
        "refusing"
    ):
        return None
    if _is_wondered_at(words, match.first):
        return None
    if is_shifted(words, match.first):
        return Mark(match.first, match.last, "past_future", "“will” of indirect speech")
    return Mark(match.first, match.last, "conditional", "tells what would happen, not what did")


def _is_wondered_at(words: Words, i: int) -> bool:
    """Whether "would" tells of what is so, and somebody wonders: "it is strange that they would row"."""
    before = earlier(words, i, _CLAUSE_WITHIN)
    return "that" in before[1:] and before[before.index("that", 1) - 1] in context("wonder")


def _narrative(words: Words, match: Match) -> Mark | None:
    return Mark(match.first, match.last, "past_future", "tells what came later or used to be")


def _could(words: Words, match: Match) -> Mark | None:
    """ "Could" as what may come; past ability is left out."""
    following = joined_after(words, match.last)
    before = earlier(words, match.first, _BEFORE_WITHIN)
    if not following or following in context("no verb") or "before" in before or "so" in before:
        return None
    if following == "be" and joined_after(words, match.last + 1).endswith("ing"):  # "could be waiting": what may be now
        return None
    return Mark(match.first, match.last, "conditional", "tells what could happen")


def _if(words: Words, match: Match) -> Mark | None:
    """ "If" opens a condition, or means "whether" after words of asking."""
    if match.entry.words == ("if",) and is_question(words, match.first):
        return None
    return Mark(match.first, match.last, "conditional", _CONDITION)


def _plain(words: Words, match: Match) -> Mark | None:
    following = joined_after(words, match.last)
    if match.entry.category == "intention" and (not following or following in context("no verb")):
        return None
    return Mark(match.first, match.last, "prediction", _FUTURE_NOTES[match.entry.category])


_JUDGES = {
    "will": _will,
    "outlook": _outlook,
    "scheduled": _scheduled,
    "intention": _plain,
    "open": _plain,
    "if": _if,
    "would": _would,
    "could": _could,
    "narrative": _narrative,
}


def _be_before(words: Words, i: int) -> int | None:
    """The form of be before "expected to", with adverbs between them at most."""
    forms, first = words.forms, first_of_sentence(words, i)
    for k in range(i - 1, max(first, i - 1 - _ADVERBS_WITHIN) - 1, -1):
        if forms[k] in _PRESENT or forms[k] in _PAST:
            return k
        if forms[k] not in ADVERBS and not forms[k].endswith("ly"):
            return None
    return None


def _verb_after(words: Words, i: int) -> str:
    """The verb after "will": the first form that is no adverb, and behind "be" the participle."""
    for k in range(i + 1, min(i + 6, stop_of_sentence(words, i))):
        form = words.forms[k]
        if form not in ("be", "not") and form not in ADVERBS and not form.endswith("ly"):
            return f"{form} place" if joined_after(words, k) == "place" else form
    return ""


def _has_date(words: Words, match: Match) -> bool:
    """Whether a date stands near: "on Tuesday", "next month", "May 5", "in May", "tomorrow"."""
    forms = words.forms
    first = max(first_of_sentence(words, match.first), match.first - _DATE_BEFORE)
    stop = stop_of_sentence(words, match.last)
    for i in range(first, min(stop, match.last + 1 + _DATE_AFTER)):
        form = forms[i]
        if form in context("day") or form in _WEEKDAYS:
            return True
        if i > first and forms[i - 1] in _NEXT and form in context("period"):
            return True
        if (form in MONTHS or form in SHORT_MONTHS) and words.text[words.starts[i]].isupper():
            after = forms[i + 1] if i + 1 < stop else ""
            if after[:1].isdigit() or (i > first and (forms[i - 1] in _BEFORE_MONTH or forms[i - 1][:1].isdigit())):
                return True
    return False


_WEEKDAYS = frozenset(form for form in TIMES if form.endswith("day") and form not in ("yesterday", "today"))
