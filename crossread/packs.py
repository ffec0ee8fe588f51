"""Rule packs: a metric of a user's own, from one YAML file with its terms and its examples.

A pack names words by category, says in which voice they count and what a mark on them tells, and holds
sentences that must match and sentences that must not, which `crossread check` tries. docs/rule-packs.md
describes the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from msgspec import Meta, Struct

from crossread.config_values import describe, read_value
from crossread.document import Document
from crossread.errors import ConfigError
from crossread.lexicon import Lexicon, Match, parse_lexicon
from crossread.metric import Metric, Options
from crossread.model import Article, Citation, FigureInfo, Measurement, Metadata, Origin, Voice, Zone
from crossread.parse import parse
from crossread.registry import added_metrics
from crossread.terms import EXEMPT, Hit, Tally, counting
from crossread.text.words import find_words
from crossread.yaml_source import Mapping, Node, Position, Problems, parse_yaml, read_text
from crossread.yaml_source import Sequence as YamlSequence

MAX_TERMS = 20_000
_NAME = r"^[a-z][a-z0-9_]{0,39}$"
_LINE = r"^[^\t\n\r]{1,300}$"

Name = Annotated[str, Meta(pattern=_NAME, title="a name of small letters, digits and _")]
Line = Annotated[str, Meta(pattern=_LINE, title="one line of text")]


class Category(Struct, frozen=True, forbid_unknown_fields=True):
    """Terms that tell the same thing."""

    label: Annotated[Line, Meta(description="What the category is called in reports.")]
    message: Annotated[Line, Meta(description="What a mark on one of its terms says.")]
    terms: Annotated[tuple[Line, ...], Meta(description="Words and phrases, every form of them.", min_length=1)]


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence a pack is tried on; `finds` are the words that must be marked, in their order."""

    sentence: Line
    finds: tuple[Line, ...] = ()


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """A published source of the pack."""

    authors: Line
    year: int
    title: Line
    url: Line


class PackKeys(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of a rule pack."""

    id: Annotated[Name, Meta(description="The metric's id: a noun, never a verdict.")]
    title: Annotated[Line, Meta(description="The metric's title in reports.")]
    meaning: Annotated[str, Meta(description="What the figure tells, for a reader of the report.", max_length=2000)]
    categories: Annotated[dict[Name, Category], Meta(description="The terms by category.", min_length=1)]
    should_match: Annotated[
        tuple[Line | Example, ...], Meta(description="Sentences with words it must mark.", min_length=1)
    ]
    should_not_match: Annotated[tuple[Line, ...], Meta(description="Sentences it must not mark.", min_length=1)]
    voice: Annotated[
        Literal["any", "narrator", "quoted", "reported"], Meta(description="The voice its terms count in.")
    ] = "any"
    exempt: Annotated[tuple[Line, ...], Meta(description="Phrases in which a term means something else.")] = ()
    limits: Annotated[tuple[Line, ...], Meta(description="What it cannot show.")] = ()
    sources: Annotated[tuple[Source, ...], Meta(description="What it is based on.")] = ()
    minimum_words: Annotated[int, Meta(description="Words of body text it needs.", ge=0, le=100_000)] = 100
    languages: Annotated[tuple[Line, ...], Meta(description="Languages it is made for, as en.")] = ("en",)


class Pack(NamedTuple):
    """A pack as read: the metric it makes, its file's sha256, and its examples with their places."""

    metric: Metric
    path: Path
    sha256: str
    matching: tuple[tuple[Position, Example], ...]
    silent: tuple[tuple[Position, str], ...]


def read_pack(path: Path) -> Pack:
    """The rule pack in a YAML file. Raises ConfigError with every problem, one `path:line:column: what` a line."""
    problems = Problems(path)
    text = read_text(path)
    node = parse_yaml(text, problems)
    if node is None:
        problems.raise_any()
        raise ConfigError(f"{path}: empty; a rule pack needs at least an id, a title and categories with terms")
    if not isinstance(node, Mapping):
        problems.add(node.position, f"expected the keys of a rule pack, found {describe(node)}")
    keys: PackKeys = read_value(node, PackKeys, problems)
    problems.raise_any()
    sections = _children(node)
    lexicon = _lexicon(keys, sections, problems)
    problems.raise_any()
    return Pack(
        _metric(keys, lexicon),
        path,
        sha256(text.encode()).hexdigest(),
        tuple(zip(_places(sections["should_match"]), map(_example, keys.should_match), strict=True)),
        tuple(zip(_places(sections["should_not_match"]), keys.should_not_match, strict=True)),
    )


@contextmanager
def rule_packs(paths: Sequence[str]) -> Iterator[dict[str, str]]:
    """Within it the packs' metrics are known; gives each file's sha256 by name. Raises ConfigError."""
    packs = [read_pack(Path(path)) for path in paths]
    with added_metrics([pack.metric for pack in packs]):
        yield {pack.path.name: pack.sha256 for pack in packs}


def failing_examples(pack: Pack) -> Iterator[str]:
    """What a pack's examples show to be wrong, each as `path:line:column: what`."""
    for position, example in pack.matching:
        found = _marked(pack.metric, example.sentence)
        wanted = [words.casefold() for words in example.finds]
        at = f"{pack.path}:{position.line}:{position.column}"
        if not found:
            yield f"{at}: should match, but no term was found in “{example.sentence}”"
        elif wanted and [words.casefold() for words in found] != wanted:
            yield f"{at}: should find {_listed(example.finds)}; found {_listed(found)}"
    for position, sentence in pack.silent:
        found = _marked(pack.metric, sentence)
        if found:
            yield f"{pack.path}:{position.line}:{position.column}: should not match, but found {_listed(found)}"


def _example(written: str | Example) -> Example:
    return Example(written) if isinstance(written, str) else written


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{each}”" for each in words)


def _marked(metric: Metric, sentence: str) -> list[str]:
    """The words of a lone sentence that the pack marks."""
    digest = sha256(sentence.encode()).hexdigest()
    zones = (Zone("body", 0, len(sentence), "example of a rule pack"),)
    document = parse(Article(digest[:12], Origin("text", "example", digest), Metadata(), sentence, zones))
    return [sentence[item.start : item.end] for item in metric.measure(document, metric.options()).evidence]


def _children(node: Node | None) -> dict[str, Node]:
    return {key.text: child for key, child in node.entries} if isinstance(node, Mapping) else {}


def _places(node: Node | None) -> list[Position]:
    return [item.position for item in node.items] if isinstance(node, YamlSequence) else []


def _lexicon(keys: PackKeys, sections: dict[str, Node], problems: Problems) -> Lexicon:
    """The pack's terms; a term without a word and one given twice are problems."""
    voice = "" if keys.voice == "any" else keys.voice
    if EXEMPT in keys.categories:
        at = _children(sections["categories"])[EXEMPT].position
        problems.add(at, f"no category can be called {EXEMPT}: phrases that do not count stand beside the categories")
    lines = ["term\tcategory\tnote\tstrength\tvoice"]
    first: dict[str, str] = {}
    for category, position, term in _terms(keys, sections):
        spans = find_words(term)
        folded = " ".join(term[start:end] for start, end in spans).casefold()
        if not spans:
            problems.add(position, f"the term “{term}” holds no word")
        elif folded in first:
            problems.add(position, f"the term “{term}” was given before, under {first[folded]}")
        else:
            first[folded] = category
            lines.append(f"{term}\t{category}\t\t0\t{voice}")
    if len(first) > MAX_TERMS:
        problems.add(Position(1, 1), f"more than {MAX_TERMS:,} terms, which a rule pack may have")
    return parse_lexicon(keys.id, "\n".join(lines))


def _terms(keys: PackKeys, sections: dict[str, Node]) -> Iterator[tuple[str, Position, str]]:
    """Every term with its category and its place in the file."""
    for category, node in _children(sections["categories"]).items():
        places = _places(_children(node).get("terms"))
        for position, term in zip(places, keys.categories[category].terms, strict=True):
            yield category, position, term
    for position, term in zip(_places(sections.get("exempt")), keys.exempt, strict=True):
        yield EXEMPT, position, term


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
    for match in counting(document, matches):
        category = match.entry.category
        yield Hit(match, category, f"{keys.id}.{category}", keys.categories[category].message)
