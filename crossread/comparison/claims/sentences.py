"""A claim and its tellings in one plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from crossread.comparison.claims.tellings import Telling
from crossread.model import Edit
from crossread.telling import listed

_SNIPPET = 130  # characters of a sentence quoted
_WORDS = 60  # and of the words that differ
_MOST = 3  # details named
_INNER = str.maketrans({"“": "‘", "”": "’", '"': "'"})

Edits = Mapping[str, Sequence[Edit]]  # article -> its edits
Letters = Mapping[str, str]


def quoted(text: str, most: int = _SNIPPET) -> str:
    """Words in curly marks, marks inside them made single, cut at a word."""
    line = " ".join(text.translate(_INNER).split()).rstrip(".")
    if len(line) > most:
        line = line[:most].rpartition(" ")[0] or line[:most]
        line = line.rstrip(" ,;:–—-") + " …"
    return f"“{line}”"


def sentence_for(rule: str, base: Telling, tellings: Sequence[Telling], found: Edits, letters: Letters) -> str:
    """What the tellings share and how they differ by the rule that leads."""
    if rule == "voice":
        return _voice(tellings, letters)
    both = f"{_all(tellings, letters)} {'both' if len(tellings) == 2 else 'all'} report {quoted(base.text)}"
    return f"{both}{_TAILS[rule](base, tellings, found, letters)}."


def alone_sentence(letter: str, text: str, source: str, others: str) -> str:
    """What one article reports and our rules found in no other; from whom, where the words do not tell."""
    given = f", attributed to {quoted(source, _WORDS)}" if source else ""
    return f"{letter} reports {quoted(text)}{given}; not found by our rules in {others}."


def _by_words(rule: str, base: Telling, tellings: Sequence[Telling], found: Edits, letters: Letters) -> str:
    """ "“nine people” in A and C, “11 people” in B", by the words of the first difference."""
    first = next(edit for edits in found.values() for edit in edits if edit.rule == rule)
    held = {quoted(base.words_at(first.base), _WORDS): [letters[base.article]]}
    for telling in tellings:
        edit = next((e for e in found.get(telling.article, ()) if e.rule == rule and e.base == first.base), None)
        if edit is not None:
            held.setdefault(quoted(telling.words_at(edit.here), _WORDS), []).append(letters[telling.article])
    return ", ".join(f"{words} in {listed(sorted(which))}" for words, which in held.items())


def _number(base: Telling, tellings: Sequence[Telling], found: Edits, letters: Letters) -> str:
    return f", with different figures: {_by_words('number', base, tellings, found, letters)}"


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
    """Who has which names and figures that another article has nowhere."""
    details: dict[str, dict[str, None]] = {}
    for telling in tellings:
        for edit in found.get(telling.article, ()):
            if edit.rule == "added":
                here = edit.here.start < edit.here.end
                holder, span = (telling, edit.here) if here else (base, edit.base)
                details.setdefault(letters[holder.article], {})[quoted(holder.words_at(span), _WORDS)] = None
    told = [f"{which} adds {listed(list(words), _MOST)}" for which, words in details.items()]
    return f"; {listed(told, _MOST)}"


def _same(base: Telling, tellings: Sequence[Telling], found: Edits, letters: Letters) -> str:
    return ""


def _all(tellings: Iterable[Telling], letters: Letters) -> str:
    return listed([letters[telling.article] for telling in tellings])


_TAILS: Mapping[str, Callable[[Telling, Sequence[Telling], Edits, Letters], str]] = {
    "number": _number,
    "negation": _negation,
    "hedge": _hedge,
    "added": _added,
    "wording": _wording,
    "same": _same,
}
