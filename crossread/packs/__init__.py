"""Rule packs: what a user adds in one YAML file, a metric of their own or contrast sets, with its examples.

A pack names words, says what a mark on them tells, and holds sentences that must match and sentences that
must not, which `crossread check` tries. docs/rule-packs.md describes the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from msgspec import convert, to_builtins

from crossread.config_values import describe, read_value
from crossread.contrast_sets import ContrastSet, added_sets, shelf_of, terms_of_sets
from crossread.document import Document
from crossread.errors import ConfigError
from crossread.metric import Metric
from crossread.model import Article, Metadata, Origin, Zone
from crossread.packs.fields import ContrastKeys, Example, SetKeys
from crossread.packs.metrics import PackKeys, metric_of
from crossread.packs.terms import check_size, check_terms, children, placed, places
from crossread.parse import parse
from crossread.registry import added_metrics
from crossread.terms import EXEMPT
from crossread.yaml_source import Mapping as YamlMapping
from crossread.yaml_source import Node, Position, Problems, parse_yaml, read_text

_SETS = "contrast_sets"  # the key that makes a file one of contrast sets


class Pack(NamedTuple):
    """A pack as read: the metric it makes or the contrast sets it adds, its file's sha256, its examples with places."""

    metric: Metric | None
    sets: Mapping[str, ContrastSet]
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
    if not isinstance(node, YamlMapping):
        problems.add(node.position, f"expected the keys of a rule pack, found {describe(node)}")
    sections = children(node)
    keys: PackKeys | ContrastKeys = read_value(node, ContrastKeys if _SETS in sections else PackKeys, problems)
    problems.raise_any()
    if isinstance(keys, PackKeys):
        metric, sets = metric_of(keys, sections, problems), {}
    else:
        metric, sets = None, _sets(keys, sections, problems)
    return Pack(
        metric,
        sets,
        path,
        sha256(text.encode()).hexdigest(),
        tuple(zip(places(sections["should_match"]), map(_example, keys.should_match), strict=True)),
        tuple(zip(places(sections["should_not_match"]), keys.should_not_match, strict=True)),
    )


@contextmanager
def rule_packs(paths: Sequence[str]) -> Iterator[dict[str, str]]:
    """Within it the packs' metrics and contrast sets are known; gives each file's sha256 by name. Raises ConfigError.

    Of two sets with the same id that of the later pack counts.
    """
    packs = [read_pack(Path(path)) for path in paths]
    sets = {name: contrast for pack in packs for name, contrast in pack.sets.items()}
    with added_metrics([pack.metric for pack in packs if pack.metric]), added_sets(sets):
        yield {pack.path.name: pack.sha256 for pack in packs}


def failing_examples(pack: Pack) -> Iterator[str]:
    """What a pack's examples show to be wrong, each as `path:line:column: what`."""
    for position, example in pack.matching:
        found = _marked(pack, example.sentence)
        wanted = [words.casefold() for words in example.finds]
        at = f"{pack.path}:{position.line}:{position.column}"
        if not found:
            yield f"{at}: should match, but no term was found in “{example.sentence}”"
        elif wanted and [words.casefold() for words in found] != wanted:
            yield f"{at}: should find {_listed(example.finds)}; found {_listed(found)}"
    for position, sentence in pack.silent:
        found = _marked(pack, sentence)
        if found:
            yield f"{pack.path}:{position.line}:{position.column}: should not match, but found {_listed(found)}"


def _sets(keys: ContrastKeys, sections: dict[str, Node], problems: Problems) -> dict[str, ContrastSet]:
    """The contrast sets of a file; `sections` has the nodes its keys were read from."""
    terms = 0
    for name, node in children(sections[_SETS]).items():
        terms += _check_set(keys.contrast_sets[name], children(node), problems)
    check_size(terms, problems)
    problems.raise_any()
    return {name: convert(to_builtins(written), ContrastSet) for name, written in keys.contrast_sets.items()}


def _check_set(written: SetKeys, parts: dict[str, Node], problems: Problems) -> int:
    """What no type tells: everyday names are among the sides, and no term stands in the set twice. Counts the terms."""
    sides = children(parts["sides"])
    if EXEMPT in sides:
        message = f"no side can be called {EXEMPT}: phrases that do not count stand beside the sides"
        problems.add(sides[EXEMPT].position, message)
    for _, position, everyday in placed("", parts.get("everyday"), written.everyday):
        if everyday not in sides:
            problems.add(position, f"there is no side “{everyday}”; the set has {_listed(sides)}")
    listed = [each for side, at in sides.items() for each in placed(side, at, written.sides[side])]
    return check_terms([*listed, *placed(EXEMPT, parts.get("exempt"), written.exempt)], problems)


def _example(written: str | Example) -> Example:
    return Example(written) if isinstance(written, str) else written


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{each}”" for each in words)


def _marked(pack: Pack, sentence: str) -> list[str]:
    """The words of a lone sentence that the pack marks; of contrast sets every name that counts, everyday or not."""
    document = _alone(sentence)
    if pack.metric:
        marks = [(each.start, each.end) for each in pack.metric.measure(document, pack.metric.options()).evidence]
    else:
        found = terms_of_sets(document.words, shelf_of(pack.sets)).values()
        marks = sorted({(match.start, match.end) for matches in found for match in matches})
    return [sentence[start:end] for start, end in marks]


def _alone(sentence: str) -> Document:
    """A sentence as an article of its own."""
    digest = sha256(sentence.encode()).hexdigest()
    zones = (Zone("body", 0, len(sentence), "example of a rule pack"),)
    return parse(Article(digest[:12], Origin("text", "example", digest), Metadata(), sentence, zones))
