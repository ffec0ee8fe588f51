"""How one telling of a claim differs from another: figures, negations, voices, reservations, details, words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from crossread.comparison.claims.clue_words import is_faint, same_thing
from crossread.comparison.claims.details import Background
from crossread.comparison.claims.differing_figures import differing_figures
from crossread.comparison.claims.tellings import Telling
from crossread.comparison.quoting.wording import FUNCTION_WORDS
from crossread.model import Edit, Span, Speaker
from crossread.text.spelling import fold_name
from crossread.text.stems import stem
from crossread.text.words import fold

# Share of what the shorter telling can be recognised by that the other has too: below it the two may
# differ in sense, voice or figures because they tell of different parts of a thing.
_CLOSE, _CLOSE_FIGURES = 0.6, 0.45
_NEAR_COPY = 0.6  # share of words in common from which two tellings are compared word by word
_STEM = 4  # letters that show two words to be forms of one
_PRONOUNS = frozenset("he she it they him her them who that this his their its".split())
_LONGEST = 120  # words compared so: bounds the work on a sentence without end


def edits(base: Telling, here: Telling, background: Background) -> tuple[Edit, ...]:
    """The differences of a telling from the base, in reading order of the former."""
    found = [Edit("added", span, here.end) for span in background.lacking(base, here)]
    found += [Edit("added", base.end, span) for span in background.lacking(here, base)]
    close = _closeness(base, here)
    if close >= _CLOSE_FIGURES:
        found += differing_figures(base, here)
    if close >= _CLOSE:
        found += [*_negations(base, here), *_voices(base, here), *_hedges(base, here)]
    if close >= _CLOSE_FIGURES and not any(edit.rule == "negation" for edit in found):
        found += _denials(base, here)
    found += _words(base, here, found)
    return tuple(sorted(found, key=lambda edit: (edit.here, edit.base, edit.rule)))


def _closeness(base: Telling, here: Telling) -> float:
    ours, theirs = base.weights, here.weights
    shared = sum(min(ours[clue], theirs[clue]) for clue in ours.keys() & theirs.keys())
    return shared / (min(sum(ours.values()), sum(theirs.values())) or 1.0)


def _negations(base: Telling, here: Telling) -> Iterator[Edit]:
    """A word both have before the same next word, negated in one of them: "don't pass this bill", "to pass this bill".

    The other has no negation at all: one that is said the other way round would turn its sense too.
    """
    for one, other in ((base, here), (here, base)):
        for clue, negated in one.negated.items() if not other.denies else ():
            there = [place for place in other.words.get(clue, ()) if other.following(place) == negated.following != ""]
            if there:
                span = other.wording.span(there[0], there[0] + 1)
                yield Edit("negation", *((negated.span, span) if one is base else (span, negated.span)))
                return


def _denials(base: Telling, here: Telling) -> Iterator[Edit]:
    """Words of denial before what both share, where the other has none at all: "ruled out a public inquiry"."""
    if base.denial and not here.denies:
        yield Edit("denial", base.denial, here.end)
    elif here.denial and not base.denies:
        yield Edit("denial", base.end, here.denial)


def _voices(base: Telling, here: Telling) -> Iterator[Edit]:
    """What one says itself and the other gives somebody for."""
    if {base.voice.held, here.voice.held} == {"own", "attributed"}:
        own, given = (base, here) if base.voice.held == "own" else (here, base)
        if given.voice.source and given.voice.cue and given.voice.says and not _is_in(given.voice.source, own):
            yield Edit("voice", base.voice.cue or base.spans[0], here.voice.cue or here.spans[0])


def _is_in(source: Speaker, telling: Telling) -> bool:
    """Whether a telling speaks of the source itself: "Mr. Reed resigned" is no less Reed's word than "he said"."""
    named = {same_thing(word) for word in fold(source.name).split()} - FUNCTION_WORDS
    return any(same_thing(telling.wording.forms[place]) in named for place in telling.places)


def _hedges(base: Telling, here: Telling) -> Iterator[Edit]:
    """A word in one of them that leaves it open."""
    if bool(base.hedges) != bool(here.hedges):
        if base.hedges:
            yield Edit("hedge", base.hedges[0], here.end)
        else:
            yield Edit("hedge", base.end, here.hedges[0])


def _words(base: Telling, here: Telling, found: Sequence[Edit]) -> Iterator[Edit]:
    """Words that differ: in near copies any, otherwise those that our list has for one thing."""
    ours, theirs = base.places[:_LONGEST], here.places[:_LONGEST]
    one = [base.wording.forms[place] for place in ours]
    other = [here.wording.forms[place] for place in theirs]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.quick_ratio() >= _NEAR_COPY and matcher.ratio() >= _NEAR_COPY:
        yield from _rewordings(base, here, matcher, found)
    else:
        yield from _equivalents(base, here)


def _rewordings(base: Telling, here: Telling, matcher: SequenceMatcher[str], found: Sequence[Edit]) -> Iterator[Edit]:
    """What stands between equal words; who said it stands before or after them and is no rewording."""
    ours, theirs = base.places, here.places
    for tag, a, b, c, d in matcher.get_opcodes()[1:-1]:
        if tag == "equal" or _set_in(base, ours[a - 1 : b + 1]) or _set_in(here, theirs[c - 1 : d + 1]):
            continue
        one, other = _span(base, ours, a, b), _span(here, theirs, c, d)
        marked = any(_touch(edit.base, one) or _touch(edit.here, other) for edit in found)
        if not marked and _tells(base.words_at(one), here.words_at(other)):
            yield Edit("wording", one, other)


def _span(telling: Telling, places: Sequence[int], first: int, last: int) -> Span:
    """The words [first, last) of a telling; an empty span where there are none."""
    if first < last:
        return Span(telling.wording.starts[places[first]], telling.wording.ends[places[last - 1]])
    return telling.wording.span(places[first], places[first])


def _set_in(telling: Telling, places: Sequence[int]) -> bool:
    """Whether words stand outside the marks between two that stand inside: “Is it true,” the judge asked, “that ..."""
    inside = [telling.wording.inside[place] >= 0 for place in places]
    return len(inside) > 2 and inside[0] and inside[-1] and not all(inside)


def _equivalents(base: Telling, here: Telling) -> Iterator[Edit]:
    """ "killed" for "died", where each stands once."""
    for clue in sorted(base.words.keys() & here.words.keys()):
        one_at, other_at = base.words[clue][0], here.words[clue][0]
        one_form, other_form = base.wording.forms[one_at], here.wording.forms[other_at]
        once = len(base.words[clue]) == len(here.words[clue]) == 1
        if (
            once
            and clue[2:].isupper()
            and one_form[:_STEM] != other_form[:_STEM]
            and stem(one_form) != stem(other_form)
        ):
            yield Edit("wording", base.wording.span(one_at, one_at + 1), here.wording.span(other_at, other_at + 1))


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _tells(ours: str, theirs: str) -> bool:
    """Whether words that differ are more than grammar or spelling: "F.B.I." for "FBI", "he" for "Mr. Reed"."""
    if _plain(ours) == _plain(theirs):
        return False
    words = _plain(ours).split(), _plain(theirs).split()
    if any(each and set(each) <= _PRONOUNS for each in words):
        return False
    return any(word not in FUNCTION_WORDS and not is_faint(word) for word in (*words[0], *words[1]))


def _plain(words: str) -> str:
    """Words without what spelling alone may differ in: "same-sex" and "same sex", "he's" and "he is"."""
    return fold_name(fold(words).replace("-", " ").replace("'s ", " is ").replace("'re ", " are "))
