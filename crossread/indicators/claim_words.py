"""Words that accuse and words that foretell, where they do so in their sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import compress

from crossread.document import Document
from crossread.indicators.neighbours import earlier, joined, later
from crossread.lexicon import Match
from crossread.text.words import Words

Context = Mapping[str, Collection[str]]  # category -> the words a rule looks for around another

_BE = frozenset("is are was were be been being got gets seem seems seemed look looks looked feel feels felt".split())
_NO_SUBJECT = frozenset(
    "the a an his her their its our my your these those this of for with by to from any no as at in on about against "
    "between among like into than so more most".split()
)
_OWN_PLANS = frozenset("i we you i'll we'll you'll".split())  # the writer's, or told to the reader
_OWNERS = frozenset("his her their its".split())
_PERIODS = frozenset("century's year's decade's world's country's nation's history's era's state's city's".split())
# Verbs of wrongdoing that need nobody it is done to; after the others a participle stands alone: "an actor kidnapped".
_ALONE = frozenset("lied cheated stole colluded conspired connived".split())
_NAMING = frozenset("call calls called calling label labels labeled labelled labeling brand brands branded as".split())
_OPENING = ("“", "‘", '"')
_CLOSING = "”’\"')] "
_BACK = 10  # words before an accusation that may take it back
_AGENT = 5  # words after a passive within which its "by" stands
_CLAUSE = 12  # words before "will" within which a question or a condition opens
_VERB = 5  # words after "will" among which its verb stands
_BETWEEN = frozenset("not also never still soon almost then again either no longer even just all".split())
_PLAN = 4  # words after "will" within which a planned event is named


def words_at(words: Words, forms: Collection[str]) -> set[int]:
    """The sentences in which one of these words stands."""
    return set(compress(words.sentences, map(forms.__contains__, words.forms)))


def accusations(words: Words, matches: Sequence[Match], context: Context) -> Iterator[Match]:
    """The words by which the narrator says that somebody did wrong."""
    for match in matches:
        category = match.entry.category
        if not category.startswith("accusation") or words.voices[match.first] != "narrator":
            continue
        before = earlier(words, match.first, _BACK)
        if any(form in context["negation"] or form in context["condition"] or form.endswith("n't") for form in before):
            continue
        if category == "accusation noun" and not _is_somebodys(words, match, before, context):
            continue
        if category == "accusation verb" and not _has_doer(words, match, before):
            continue
        if not (words.named[match.first] or _is_asked(words, match) or _is_anothers(words, match, before)):
            yield match


def predictions(document: Document, matches: Sequence[Match], context: Context) -> Iterator[Match]:
    """The words by which the narrator says what is to come, planned events left out."""
    words = document.words
    planned = words_at(words, context["day"])
    planned.update(s for s, numbers in document.numbers.items() if any(number.unit == "date" for number in numbers))
    for match in matches:
        first = match.first
        if match.entry.category != "prediction" or words.voices[first] != "narrator" or words.named[first]:
            continue
        if words.text[match.start].isupper() or _is_asked(words, match):
            continue  # "Will he run?"; a name
        before = earlier(words, first, _CLAUSE)
        if not before or before[-1] in _OWN_PLANS or _is_noun(before[-1]):
            continue
        if any(form in context["question"] or form in context["condition"] for form in before):
            continue
        outcome = len(match.entry.words) > 1 or _is_outcome(words, match.last, context)
        event = any(form in context["event"] for form in later(words, match.last, _PLAN))
        if outcome and not (event or words.sentences[first] in planned or _is_movement(words, match)):
            yield match


def _is_anothers(words: Words, match: Match, before: Sequence[str]) -> bool:
    """Whether the words are marked as somebody else's: "calling the mayor a liar", "found “gross negligence”"."""
    return words.text[match.start - 1 : match.start] in _OPENING or not _NAMING.isdisjoint(before)


def _is_somebodys(words: Words, match: Match, before: Sequence[str], context: Context) -> bool:
    """ "Reed's lies", "his long corruption": a wrong with its doer, and no part of "the corruption inquiry"."""
    if any(form in context["compound"] for form in later(words, match.last, 1)):
        return False
    return any(form in _OWNERS or _is_owner(form) for form in before[-2:])


def _is_owner(form: str) -> bool:
    return form.endswith(("'s", "s'")) and form not in _PERIODS


def _has_doer(words: Words, match: Match, before: Sequence[str]) -> bool:
    """Whether a verb of wrongdoing tells who did it: not so in "was robbed" and "the stolen boat"."""
    if not before or before[-1] in _NO_SUBJECT or before[-1].endswith("'s"):
        return False
    if "by" in later(words, match.last, _AGENT):
        return True
    listed = before[-1] in ("and", "or") and not _BE.isdisjoint(before)  # "are beaten and robbed"
    goes_on = match.last + 1 < len(words) and joined(words, match.last + 1)
    return _BE.isdisjoint(before[-2:]) and not listed and (match.entry.term in _ALONE or goes_on)


def _is_outcome(words: Words, last: int, context: Context) -> bool:
    """Whether what follows "will" is an outcome ("fall", "be hard") and not what somebody means to do."""
    after = [form for form in later(words, last, _VERB) if form not in _BETWEEN and not form.endswith("ly")]
    if after[:1] == ["be"] and len(after) > 1:
        return not after[1].endswith(("ing", "ed", "wn", "en")) and after[1] not in context["event"]
    return bool(after) and (after[0] in context["outcome"] or after[:2] == ["have", "to"])


def _is_movement(words: Words, match: Match) -> bool:
    """ "is going to Iowa", "are going to the polls"."""
    if match.entry.words[-2:] != ("going", "to"):
        return False
    after = later(words, match.last, 1)
    return not after or after[0] in _NO_SUBJECT or words.written(match.last + 1)[0].isupper()


def _is_noun(before: str) -> bool:
    return before in _NO_SUBJECT or before.endswith(("'s", "s'"))


def _is_asked(words: Words, match: Match) -> bool:
    """Whether the sentence is a question."""
    last = words.by_sentence[words.sentences[match.first]][-1]
    return words.text[words.ends[last] : words.ends[last] + 3].strip(_CLOSING)[:1] == "?"
