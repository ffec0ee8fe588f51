"""The metric a rule pack makes: its terms by category, per 100 words of the voice they count in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from msgspec import Meta, Struct

from crossread.document import Document
from crossread.lexicon import HEADER, Lexicon, Match, parse_lexicon
from crossread.metric import Metric, Options
from crossread.model import Citation, FigureInfo, Measurement, Voice
from crossread.packs.fields import Exempt, Line, Matching, Name, Silent, Sources
from crossread.packs.terms import check_size, check_terms, children, placed
from crossread.terms import EXEMPT, Hit, Tally, counting
from crossread.yaml_source import Node, Position, Problems


class Category(Struct, frozen=True, forbid_unknown_fields=True):
    """Terms that tell the same thing."""

    label: Annotated[Line, Meta(description="What the category is called in reports.")]
    message: Annotated[Line, Meta(description="What a mark on one of its terms says.")]
    terms: Annotated[tuple[Line, ...], Meta(description="Words and phrases, every form of them.", min_length=1)]


class PackKeys(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a rule pack."""

    id: Annotated[Name, Meta(description="The metric's id: a noun, never a verdict.")]
    title: Annotated[Line, Meta(description="The metric's title in reports.")]
    meaning: Annotated[str, Meta(description="What the figure tells, for a reader of the report.", max_length=2000)]
    categories: Annotated[dict[Name, Category], Meta(description="The terms by category.", min_length=1)]
    should_match: Matching
    should_not_match: Silent
    voice: Annotated[
        Literal["any", "narrator", "quoted", "reported"], Meta(description="The voice its terms count in.")
    ] = "any"
    exempt: Exempt = ()
    limits: Annotated[tuple[Line, ...], Meta(description="What it cannot show.")] = ()
    sources: Sources = ()
    minimum_words: Annotated[int, Meta(description="Words of body text it needs.", ge=0, le=100_000)] = 100
    languages: Annotated[tuple[Line, ...], Meta(description="Languages it is made for, as en.")] = ("en",)


def metric_of(keys: PackKeys, sections: dict[str, Node], problems: Problems) -> Metric:
    """The metric a pack makes; `sections` has the nodes its keys were read from. What is wrong goes to `problems`."""
    if EXEMPT in keys.categories:
        at = children(sections["categories"])[EXEMPT].position
        problems.add(at, f"no category can be called {EXEMPT}: phrases that do not count stand beside the categories")
    check_size(check_terms(_terms(keys, sections), problems), problems)
    problems.raise_any()
    voice = "" if keys.voice == "any" else keys.voice
    lines = [f"{term}\t{category}\t\t0\t{voice}" for category, _, term in _terms(keys, sections)]
    return _metric(keys, parse_lexicon(keys.id, "\n".join(["\t".join(HEADER), *lines])))


def _terms(keys: PackKeys, sections: dict[str, Node]) -> Iterator[tuple[str, Position, str]]:
    """Every term with its category and its place in the file."""
    for category, node in children(sections["categories"]).items():
        yield from placed(category, children(node).get("terms"), keys.categories[category].terms)
    yield from placed(EXEMPT, sections.get("exempt"), keys.exempt)


def _metric(keys: PackKeys, lexicon: Lexicon) -> Metric:
    """The metric a pack makes: its terms per 100 narrator words, and each category apart."""
    leading: Voice = "narrator" if keys.voice == "any" else keys.voice

    def measure(document: Document, options: Options) -> Measurement:
        words = document.words
        tally = Tally(document, _hits(keys, document, lexicon.find(words, 0, len(words))), leading)
        by_voice = tally.rates(tuple(keys.categories))
        details = []
        for category in keys.categories:
            rules = (f"{keys.id}.{category}",)
            details += [tally.count(category, rules), tally.rate(category, rules)]
        return metric.measured(
            by_voice[leading].value,
            tally.total,
            by_voice=by_voice,
            interval=tally.interval(tuple(keys.categories)),
            details=details,
            evidence=tally.evidence,
        )

    metric = Metric(
        id=keys.id,
        title=keys.title,
        marks_shown=True,
        unit="per 100 words",
        n_unit="words",
        direction="descriptive",
        meaning=keys.meaning,
        formula=f"100 × terms of the rule pack “{keys.id}” ÷ words, in each voice; {_leading_words(leading)}",
        limits=(
            *keys.limits,
            "A word list of the user's own: what it misses and what it takes wrongly is not measured.",
        ),
        sources=tuple(Citation(source.authors, source.year, source.title, source.url) for source in keys.sources),
        figures=tuple(_figures(keys)),
        minimum_words=keys.minimum_words,
        languages=keys.languages,
        decimals=2,
        measure=measure,
    )
    return metric


def _figures(keys: PackKeys) -> Iterator[FigureInfo]:
    for name, category in keys.categories.items():
        voice = "narrator" if keys.voice == "any" else keys.voice
        yield FigureInfo(f"{name}_count", category.label, "words", f"{category.message}; {voice} voice.")
        yield FigureInfo(f"{name}_rate", f"{category.label}, rate", "per 100 words", f"Per 100 {voice} words.")


def _leading_words(voice: Voice) -> str:
    return "the narrator's leads" if voice == "narrator" else f"only {voice} words count"


def _hits(keys: PackKeys, document: Document, matches: Iterable[Match]) -> Iterator[Hit]:
    for match in counting(document.words, matches):
        category = match.entry.category
        yield Hit(match, category, f"{keys.id}.{category}", keys.categories[category].message)
