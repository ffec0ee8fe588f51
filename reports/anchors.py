"""Where findings point into the texts."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.model import Analysis


class Anchors:
    """Where findings point into the texts; the annotated articles draw each as an anchor."""

    def __init__(self, articles: Sequence[Analysis]) -> None:
        self.articles = articles
        self.numbers = {analysis.id: index for index, analysis in reversed(list(enumerate(articles)))}
        self.wanted: list[dict[int, list[str]]] = [{} for _ in articles]

    def at(self, index: int, offset: int) -> str:
        """The link to an offset of an article, asking for an anchor there."""
        name = f"at-a{index + 1}-{offset}"
        self.wanted[index][offset] = [name]
        return f"#{name}"
