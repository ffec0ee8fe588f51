"""A claim and its tellings in one plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from crossread.comparison.claims.excerpts import excerpt, quoted
from crossread.comparison.claims.tellings import Telling
from crossread.model import Edit, Span
from crossread.telling import listed

_WORDS = 60  # characters of the words that differ
_MOST = 3  # details named
_TELLS = 4  # a difference tells as much as so many shared words

Edits = Mapping[str, Sequence[Edit]]  # article -> its edits
Letters = Mapping[str, str]


def sentence_for(rule: str, base: Telling, tellings: Sequence[Telling], found: Edits, letters: Letters) -> str:
    """What the tellings share, in the words of one of them, and how they differ by the rule that leads."""
    if rule == "voice":
        return _voice(tellings, letters)
    words = f"in {letters[base.article]}’s words: {_excerpt(base, rule, found)}"
    if rule == "number":
        figures = _by_words(rule, base, tellings, found, letters)
        return f"{_all(tellings, letters)} give different figures for the same thing: {figures} ({words})."
    same = f"{_all(tellings, letters)} report {'on ' if rule in ('same', 'denial') else ''}the same thing"
    return f"{same} ({words}){_TAILS[rule](base, tellings, found, letters)}."


def alone_sentence(letter: str, words: str, source: str) -> str:
    """What our rules found in one article only, and from whom."""
    return f"Only in {letter}, by our rules{f', from {source}' if source else ''}: {words}."


def _excerpt(telling: Telling, rule: str, found: Edits) -> str:
    """The part of a telling with the difference and the words it shares."""
    start = telling.spans[0].start
    differing = [edit.base for edits in found.values() for edit in edits if edit.rule == rule]
    shared = [telling.wording.span(place, place + 1) for places in telling.words.values() for place in places]
    marks = [Span(span.start - start, span.end - start) for span in (*differing * _TELLS, *shared)]
    return excerpt(telling.wording.text[start : telling.spans[-1].end], marks)


def _by_words(rule: str, base: Telling, tellings: Sequence[Telling], found: Edits, letters: Letters) -> str:
    """ "“nine people” in A and C, “11 people” in B", by the words of the first difference."""
    first = next(edit for edits in found.values() for edit in edits if edit.rule == rule)
    held = {quoted(base.words_at(first.base), _WORDS): [letters[base.article]]}
    for telling in tellings:
        edit = next((e for e in found.get(telling.article, ()) if e.rule == rule and e.base == first.base), None)
        if edit is not None:
            held.setdefault(quoted(telling.words_at(edit.here), _WORDS), []).append(letters[telling.article])
    told = sorted((sorted(which), words) for words, which in held.items())
    return listed([f"{words} in {listed(which)}" for which, words in told])


def _negation(base: Telling, tellings: Sequence[Telling], found: Edits, letters: Letters) -> str:
    return f", one with a negation: {_by_words('negation', base, tellings, found, letters)}"


def _wording(base: Telling, tellings: Sequence[Telling], found: Edits, letters: Letters) -> str:
    change = next(edit for edits in found.values() for edit in edits if edit.rule == "wording")
    if change.base.start == change.base.end or change.here.start == change.here.end:
        return " in nearly the same words"
    return f", in other words: {_by_words('wording', base, tellings, found, letters)}"


def _voice(tellings: Sequence[Telling], letters: Letters) -> str:
    own = [telling for telling in tellings if telling.voice.held == "own"]
    given = [f"{letters[t.article]} attributes to {_source(t)}" for t in tellings if t.voice.held == "attributed"]
    say = "says in its own voice" if len(own) == 1 else "say in their own voice"
    return f"{_all(own, letters)} {say} what {listed(given, _MOST)}: {quoted(own[0].text)}."


def _source(telling: Telling) -> str:
    return quoted(telling.voice.source.name, _WORDS) if telling.voice.source else "somebody"


def _hedge(base: Telling, tellings: Sequence[Telling], found: Edits, letters: Letters) -> str:
    with_it = [f"{letters[t.article]} with {quoted(t.words_at(t.hedges[0]), _WORDS)}" for t in tellings if t.hedges]
    plain = [telling for telling in tellings if not telling.hedges]
    return f", {listed(with_it, _MOST)}, {_all(plain, letters)} without such a word"


def _added(base: Telling, tellings: Sequence[Telling], found: Edits, letters: Letters) -> str:
    """Who has which names and figures that another article has nowhere; a person once under the fullest name."""
    fullest: dict[str, str] = {}
    holders: dict[str, set[str]] = {}
    for telling in tellings:
        for edit in found.get(telling.article, ()):
            if edit.rule == "added":
                here = edit.here.start < edit.here.end
                words = telling.words_at(edit.here) if here else base.words_at(edit.base)
                last = words.split()[-1]
                fullest[last] = max(fullest.get(last, ""), words, key=len)
                holders.setdefault(last, set()).add(letters[telling.article if here else base.article])
    details: dict[tuple[str, ...], list[str]] = {}
    for last, which in holders.items():
        details.setdefault(tuple(sorted(which)), []).append(quoted(fullest[last], _WORDS))
    told = [
        f"{listed(which)} {'adds' if len(which) == 1 else 'add'} {listed(w, _MOST)}" for which, w in details.items()
    ]
    return f"; {listed(told, _MOST)}"


def _denial(base: Telling, tellings: Sequence[Telling], found: Edits, letters: Letters) -> str:
    """Who has words of denial, and who has none."""
    with_it = [f"{letters[t.article]} with {quoted(t.words_at(t.denial), _WORDS)}" for t in tellings if t.denial]
    plain = [telling for telling in tellings if not telling.denies]
    return f", {listed(with_it, _MOST)}, {_all(plain, letters)} without a word of denial"


def _same(base: Telling, tellings: Sequence[Telling], found: Edits, letters: Letters) -> str:
    return "; our rules tell no difference"


def _all(tellings: Iterable[Telling], letters: Letters) -> str:
    return listed([letters[telling.article] for telling in tellings])


_TAILS: Mapping[str, Callable[[Telling, Sequence[Telling], Edits, Letters], str]] = {
    "negation": _negation,
    "denial": _denial,
    "hedge": _hedge,
    "added": _added,
    "wording": _wording,
    "same": _same,
}
