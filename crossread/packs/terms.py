"""The terms of a rule pack with their places in its file: what is wrong with one is told with line and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crossread.text.words import find_words, fold
from crossread.yaml_source import Mapping, Node, Position, Problems
from crossread.yaml_source import Sequence as YamlSequence

MAX_TERMS = 20_000


def children(node: Node | None) -> dict[str, Node]:
    """The values of a mapping by key; of anything else none."""
    return {key.text: child for key, child in node.entries} if isinstance(node, Mapping) else {}


def places(node: Node | None) -> list[Position]:
    """Where the items of a list stand."""
    return [item.position for item in node.items] if isinstance(node, YamlSequence) else []


def placed(group: str, node: Node | None, terms: Sequence[str]) -> Iterator[tuple[str, Position, str]]:
    """The terms of a list, each with its group and its place."""
    for position, term in zip(places(node), terms, strict=True):
        yield group, position, term


def check_terms(terms: Iterable[tuple[str, Position, str]], problems: Problems) -> int:
    """How many terms there are; one without a word and one given twice are problems."""
    first: dict[str, str] = {}
    for group, position, term in terms:
        words = " ".join(fold(term[start:end]) for start, end in find_words(term))
        if not words:
            problems.add(position, f"the term “{term}” holds no word")
        elif words in first:
            problems.add(position, f"the term “{term}” was given before, under {first[words]}")
        else:
            first[words] = group
    return len(first)


def check_size(terms: int, problems: Problems) -> None:
    """A file has a bound on the terms in it."""
    if terms > MAX_TERMS:
        problems.add(Position(1, 1), f"more than {MAX_TERMS:,} terms, which a rule pack may have")
