"""Claims: what several articles report, sentence beside sentence, and what was found in one of them only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Meta

from crossread.comparison.claims.alone import Alone, names_source, telling_alone
from crossread.comparison.claims.details import Background
from crossread.comparison.claims.excerpts import excerpt, quoted
from crossread.comparison.claims.retelling import edits
from crossread.comparison.claims.sentences import alone_sentence, sentence_for
from crossread.comparison.claims.telling_reader import TellingReader, read_tellings
from crossread.comparison.claims.tellings import Telling
from crossread.comparison.coverage import Coverage
from crossread.finding import FindingKind
from crossread.metric import Options
from crossread.model import Cell, Citation, Finding, FindingRule, Quality, Span, Speaker
from crossread.text.words import on_one_line

# How much a reader would want to know of a difference of each kind, where it stands at the head of the articles.
_SIZES = {
    "number": 0.8,
    "negation": 0.5,
    "denial": 0.65,
    "voice": 0.5,
    "hedge": 0.4,
    "added": 0.2,
    "wording": 0.1,
    "same": 0.0,
}
_LATE = 0.5  # share of its size that a difference at the end of the articles keeps
_WORDS_ONLY = 0.5  # share of its size that somebody's words keep: who is heard where is another kind's
_LABEL = 70  # characters
_INVENTED = "reports invented for this project, kept aside while the rules were made"


class ClaimOptions(Options, frozen=True):
    """How much is listed: claims that several articles report, and sentences of one article only."""

    most: Annotated[int, Meta(ge=0, le=1000)] = 60
    most_alone: Annotated[int, Meta(ge=0, le=100)] = 8


def find(coverage: Coverage, options: ClaimOptions) -> Iterator[Finding]:
    """The claims of several articles, the largest difference first, then what is in one only, article by article.

    The base is the article chosen; where that has no telling of a claim, the telling with the most in it.
    """
    background = Background(coverage.bodies, coverage.entities)
    readers = [
        TellingReader(order, body, wording)
        for order, (body, wording) in enumerate(zip(coverage.bodies, coverage.wordings, strict=True))
    ]
    shared = [_shared(coverage, read_tellings(claim, readers), background) for claim in coverage.claims.shared]
    yield from sorted(shared, key=lambda finding: -finding.size)[: options.most]
    found = telling_alone(coverage.claims.alone, coverage.bodies, coverage.entities)
    kept: Counter[int] = Counter()
    for one in found:
        kept[one.sentence.order] += 1
        if kept[one.sentence.order] <= options.most_alone:
            yield _alone(coverage, one)


def _shared(coverage: Coverage, tellings: Sequence[Telling], background: Background) -> Finding:
    base = _base(coverage, tellings)
    found = {each.article: edits(base, each, background) for each in tellings if each is not base}
    differing = {edit.rule for each in found.values() for edit in each}
    rules = [rule for rule in _SIZES if rule in differing] or ["same"]
    return KIND.finding(
        rules,
        quoted(base.text, _LABEL),
        sentence_for(rules[0], base, tellings, found, coverage.letters),
        [Cell(each.article, each.text, each.spans, edits=found.get(each.article, ())) for each in tellings],
        base=base.article,
        size=_SIZES[rules[0]] * _place(coverage, tellings),
    )


def _base(coverage: Coverage, tellings: Sequence[Telling]) -> Telling:
    chosen = [telling for telling in tellings if telling.article == coverage.against]
    return chosen[0] if chosen else max(tellings, key=lambda telling: (telling.weight, telling.article))


def _place(coverage: Coverage, tellings: Sequence[Telling]) -> float:
    """From 1 for a claim at the head of an article down to what is kept at the end of all of them."""
    earliest = min(_share(coverage, each.order, each.sentences[0].index) for each in tellings)
    return 1 - (1 - _LATE) * earliest


def _share(coverage: Coverage, order: int, index: int) -> float:
    return index / max(1, len(coverage.bodies[order].sentences) - 1)


def _alone(coverage: Coverage, one: Alone) -> Finding:
    article, sentence = coverage.analyses[one.sentence.order], one.sentence
    body = coverage.bodies[sentence.order]
    early = 1 - _share(coverage, sentence.order, sentence.index)
    shown = one.quoted or Span(sentence.start, sentence.end)
    facts = [Span(fact.start - shown.start, fact.end - shown.start) for fact in one.facts]
    words = excerpt(article.text[shown.start : shown.end], facts)
    size = 0.1 + 0.15 * early + 0.15 * min(1.0, one.weight / 6)
    return KIND.finding(
        ["alone_fact" if one.facts else "alone"],
        quoted(article.text[shown.start : shown.end], _LABEL),
        alone_sentence(coverage.letters[article.id], words, "" if names_source(body, one) else _who(one.source)),
        [
            Cell(
                article.id,
                on_one_line(article.text, sentence.start, sentence.end),
                (Span(sentence.start, sentence.end), *one.facts),
            )
        ],
        only_in=article.id,
        size=size * (_WORDS_ONLY if one.quoted or not one.facts else 1.0),
    )


def _who(source: Speaker | None) -> str:
    if source is None:
        return ""
    return source.name if source.named else quoted(source.name, _LABEL)


KIND = FindingKind(
    id="claims",
    title="Claims side by side",
    meaning=(
        "Sentences of different articles that report the same thing, with what differs marked, and sentences whose "
        "like was found in no other article."
    ),
    limits=(
        "Sentences are aligned by the names, figures and telling words they share: the same thing in quite other "
        "words is not found.",
        "A sentence found in one article only may be in another in other words, or in its pictures and links.",
        "A long sentence holds several claims; it is set beside the sentence that has the most of them.",
    ),
    rules=(
        FindingRule("number", "figures differ", "Both report it, with different figures of one unit.", 0.75),
        FindingRule("negation", "a negation in one", "A word both have is negated in one of them.", 0.6),
        FindingRule(
            "denial", "a denial in one", "One has a word of denial before what both share, the other none.", 0.5
        ),
        FindingRule("voice", "own voice or attributed", "One says it itself, the other gives a source.", 0.75),
        FindingRule("hedge", "a reservation in one", "One says it with a word that leaves it open.", 0.75),
        FindingRule("added", "a detail in one", "A name or figure that the other article has nowhere.", 0.8),
        FindingRule("wording", "other words", "It is told in words that stand for one another.", 0.85),
        FindingRule("same", "no difference found", "Our rules tell no difference; read them.", 0.9),
        FindingRule("alone_fact", "in one only, a fact", "It has a name or figure found in no other article.", 0.8),
        FindingRule("alone", "in one only", "Somebody's words, and nothing like them in another article.", 0.85),
    ),
    sources=(
        Citation(
            "Barzilay, R. & Elhadad, N.",
            2003,
            "Sentence alignment for monolingual comparable corpora",
            "https://aclanthology.org/W03-1004/",
        ),
    ),
    quality=(
        Quality("pairs of sentences that report the same", "precision", 0.889, 36, "pairs", _INVENTED),
        Quality("pairs of sentences that report the same", "recall", 0.653, 49, "pairs", _INVENTED),
        Quality("sentences in one article only", "precision", 0.919, 62, "sentences", _INVENTED),
    ),
    options=ClaimOptions,
    find=find,
)
