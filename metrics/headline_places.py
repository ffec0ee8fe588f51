"""What of the headline the body has, and where: figures and marks for each content word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from crossread.document import Document
from crossread.metrics.headline_match import Headline
from crossread.metrics.headline_terms import Kind, Term
from crossread.model import Detail, Evidence, Name
from crossread.text.stems import stem

KINDS: tuple[Kind, ...] = ("name", "number", "word")
REWORDED, LATE, BEST, MAIN = "headline.reworded", "headline.late", "headline.best_match", "headline.main_name"
NO_MATCH = "no sentence of the body has half of the headline's content words"
_LEAD = 3  # sentences
_SMALL = 10
_LATE_FROM = 8  # sentences of a body whose later half means something


def found_rule(kind: Kind) -> str:
    """The rule that marks a term of this kind in the headline which the body has."""
    return f"headline.found.{kind}"


def not_found_rule(kind: Kind) -> str:
    """The rule that marks a term of this kind in the headline which was not found in the body."""
    return f"headline.not_found.{kind}"


def match_details(document: Document, headline: Headline) -> Iterator[Detail]:
    """Shares found by kind, how much the lead and the best sentence have, and the main names."""
    found = [bool(places) for places in headline.found]
    for kind in KINDS:
        of_kind = [hit for term, hit in zip(headline.terms, found, strict=True) if term.kind == kind]
        reason = "" if of_kind else f"no {kind} found in the headline"
        share = 100 * sum(of_kind) / len(of_kind) if of_kind else None
        rules = (found_rule(kind), not_found_rule(kind))
        yield Detail(f"{kind}s_found", share, n=len(of_kind), reason=reason, rules=rules)
    n = len(found)
    missing = tuple(map(not_found_rule, KINDS))
    yield Detail("not_found", n - sum(found), n=n, rules=missing)
    yield Detail("reworded", sum(map(bool, headline.other)), n=n, rules=(REWORDED,))
    in_lead = sum(any(_place(document, headline, index) < _LEAD for index in places) for places in headline.found)
    yield Detail("lead_found", 100 * in_lead / n, n=n)
    late = len(_late(document, headline)) if len(headline.order) >= _LATE_FROM else None
    yield Detail("late", late, reason="" if late is not None else "too few sentences to tell late", rules=(LATE,))
    yield from _best_details(document, headline)
    named = headline.main
    told = {term.key for term in headline.terms}
    share = 100 * sum(name.key in told for name, _, _ in named) / len(named) if named else None
    reason = "" if named else "no name stands in the body twice"
    yield Detail("main_names", share, n=len(named), reason=reason, rules=(MAIN,))


def _best_details(document: Document, headline: Headline) -> Iterator[Detail]:
    if not headline.best:
        yield Detail("best_match", None, n=len(headline.terms), reason=NO_MATCH)
        return
    within = document.words.by_sentence[headline.best[0]]
    has = sum(any(index in within for index in places) for places in headline.found)
    yield Detail("best_match", 100 * has / len(headline.terms), n=len(headline.terms), rules=(BEST,))


def match_evidence(document: Document, headline: Headline) -> Iterator[Evidence]:
    """Each term in the headline; in the body what comes late, the best sentence and the main names."""
    words, total = document.words, len(headline.order)
    for term, places, other in zip(headline.terms, headline.found, headline.other, strict=True):
        start, end = words.starts[term.first], words.ends[term.last]
        if not places:
            yield Evidence(start, end, not_found_rule(term.kind), f"{term.kind}, not found in the body by our rules")
            continue
        where = f"first in sentence {_place(document, headline, places[0]) + 1} of {total}"
        if other:
            yield Evidence(start, end, REWORDED, f"{where}, as “{other}”")
        else:
            yield Evidence(start, end, found_rule(term.kind), where)
    if total >= _LATE_FROM:
        for term, index in _late(document, headline):
            written = document.text[words.starts[term.first] : words.ends[term.last]]
            note = f"the headline's “{written}”, here for the first time: sentence"
            note += f" {_place(document, headline, index) + 1} of {total}"
            name = _name_at(document, index)
            end = name.end if name and term.kind == "name" else words.ends[index]
            yield Evidence(words.starts[index], end, LATE, note, words.voices[index])
    if headline.best:
        sentence = document.sentences[headline.best[0]]
        note = "has the most of the headline's content words"
        yield Evidence(sentence.start, sentence.end, BEST, note, sentence.voice)
    told = {term.key for term in headline.terms}
    for name, index, count in headline.main:
        note = f"named {count} times; {'in the headline too' if name.key in told else 'not in the headline'}"
        yield Evidence(name.start, name.end, MAIN, note, words.voices[index])


def _place(document: Document, headline: Headline, index: int) -> int:
    return headline.order[document.words.sentences[index]]


def _late(document: Document, headline: Headline) -> list[tuple[Term, int]]:
    """Names and numbers of the headline that the body has in its later half only, with their first place."""
    half = len(headline.order) / 2
    return [
        (term, places[0])
        for term, places in zip(headline.terms, headline.found, strict=True)
        if term.kind != "word" and places and _place(document, headline, places[0]) >= half
        if (term.kind == "number" and _is_figure(document, term)) or _is_named(document, term, places[0])
        if not _stands_before(document, document.words.forms[term.last], places[0])
    ]


def _is_figure(document: Document, term: Term) -> bool:
    """Whether a number is one that readers look for: "two" and "3" stand for too much."""
    value = term.key.partition(" ")[0]
    return not (value.isdigit() and int(value) <= _SMALL) and "-" not in document.words.forms[term.first]


def _name_at(document: Document, index: int) -> Name | None:
    """The name that begins with word `index`."""
    start = document.words.starts[index]
    at = bisect_left(document.names, start, key=lambda name: name.start)
    return document.names[at] if at < len(document.names) and document.names[at].start == start else None


def _is_named(document: Document, term: Term, index: int) -> bool:
    """Whether the name that begins with word `index` is the headline's, and not one that shares a word with it."""
    name = _name_at(document, index)
    return name is not None and name.key == term.key


def _stands_before(document: Document, form: str, index: int) -> bool:
    """Whether the body has a form before word `index`: "marriage" for a "Marriage" that looks like a name."""
    words, form = document.words, stem(form)
    return any(
        stem(found) == form and voice is not None
        for found, voice in zip(words.forms[:index], words.voices, strict=False)
    )
