"""Where on the page the story stands: which elements hold it, where it begins and ends, its headline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from crossread.reading.html.body import Run, find_body, is_too_large, runs_of, shares_by_look, shares_in, words_of
from crossread.reading.html.dom import Outline, outline
from crossread.reading.html.signals import Hint

if TYPE_CHECKING:
    from lxml.html import HtmlElement

COVERED = 0.5  # share of a block's runs of words that trafilatura's text must have
_MOST = 0.6  # share of the story that the element called the story's holds
_NAMED = 0.4  # share of the story beyond which an element's name is not believed
_PARAGRAPH = 20  # words: what is less is hardly a story, and the page is looked through once more
_SMALL = 50  # words: a story of fewer says nothing against a name
_ALIKE = 0.1  # share of the story that elements of one name hold
_BRANCH = 0.15  # share of the story that a second part of it holds at least
_COPY = 0.8  # share of a block's runs of words that stand in the story already
_SAME_TITLE = 0.85  # words two titles share, of those of both
_TITLE_WORDS = 60
_TITLE_WITHIN = 30  # blocks from the top, or from where the story begins
# What is a part of a story and never the element that holds it.
_PARTS = frozenset("table tbody thead tr ul ol dl li dd dt blockquote p pre figure h1 h2 h3 h4 h5 h6".split())
_RANKS = {1: 2.0, 2: 1.0}  # what a heading of that level has over other blocks as a title


def find_story(tree: HtmlElement, titles: Sequence[str]) -> Story:
    """The story of a page; `titles` are what the page's head says it is called.

    What stands in `noscript` is looked at only where there is no story without it.
    """
    page = outline(tree)
    words = [words_of(block.text) for block in page.blocks]
    found = [] if is_too_large(page) else find_body(tree)
    shares = shares_in(found, words) if found else []
    if sum(len(own) for own, share in zip(words, shares, strict=False) if share >= COVERED) < _PARAGRAPH:
        by_look = shares_by_look(page, words)
        shares = by_look if any(by_look) else shares
    if not any(share >= COVERED for share in shares):
        page = outline(tree, without_script=True)
        words = [words_of(block.text) for block in page.blocks]
        shares = shares_by_look(page, words)
    return Story(page, words, shares, titles)


class Story:
    """The story on a page of blocks, of each of which `shares` says how much of it was taken for the story.

    `node` is the element that holds most of it, `first` and `last` its outermost blocks and `title` its
    headline, as indices; `last` is -1 where there is no story and `title` where there is no headline.
    """

    def __init__(
        self, page: Outline, words: Sequence[list[str]], shares: Sequence[float], titles: Sequence[str]
    ) -> None:
        self.page, self.words, self.shares = page, words, shares
        self._titles = [known for title in titles if (known := set(words_of(title)))]
        self._weights = self._sum(
            [len(own) if share >= COVERED else 0 for own, share in zip(words, shares, strict=True)]
        )
        self._total = max(self._weights[0] if self._weights else 0, 1)
        self.node = max(
            (
                i
                for i, weight in enumerate(self._weights)
                if weight > _MOST * self._total and page.nodes[i].tag not in _PARTS
            ),
            default=0,
        )
        self._around = set(page.path(self.node)) if page.nodes else set()
        self._in_story, self._articles = self._inherit()
        self.title = -1
        self._inside = self._find_inside()
        self.first, self.last = (self._inside[0], self._inside[-1]) if self._inside else (len(words), -1)
        self._runs = Counter[Run](run for i in self._inside for run in runs_of(words[i]))
        self._sizes = self._sum([1] * len(page.blocks))
        self._pictures = self._sum([], [node.pictures for node in page.nodes])
        self._places = Counter[tuple[str, ...]]()
        for i in self._inside:
            self._places[self._place(i)] += len(words[i])
        self.hints = self._find_hints()
        below = range(self.last + 1, len(page.blocks))
        self._next_headline = next(
            (i for i in below if page.blocks[i].role == "heading" and page.blocks[i].level == 1), -1
        )

    def _sum(self, of_blocks: Sequence[int], of_nodes: Sequence[int] = ()) -> list[int]:
        """For each node the sum over the blocks in it, or over the nodes in it and itself."""
        nodes = self.page.nodes
        sums = list(of_nodes) or [0] * len(nodes)
        for block, value in zip(self.page.blocks, of_blocks, strict=bool(of_blocks)):
            sums[block.node] += value
        for i in range(len(sums) - 1, 0, -1):
            if nodes[i].parent >= 0:
                sums[nodes[i].parent] += sums[i]
        return sums

    def _inherit(self) -> tuple[list[bool], list[int]]:
        """For each node whether it is in the story's element, and the article around it, -1 where there is none."""
        in_story: list[bool] = []
        articles: list[int] = []
        for i, node in enumerate(self.page.nodes):
            in_story.append(i == self.node or (node.parent >= 0 and in_story[node.parent]))
            around = articles[node.parent] if node.parent >= 0 else -1
            articles.append(i if node.tag in ("article", "main") else around)
        return in_story, articles

    def _find_hints(self) -> list[tuple[Hint, ...]]:
        """For each node what it and those around it say they hold, the outermost first.

        A name is not believed of an element that holds much of the story, alone or with others of its
        name or rule, nor of the header that holds the headline.
        """
        nodes, title = self.page.nodes, self.page.path(self.page.blocks[self.title].node) if self.title >= 0 else []
        by_name, by_rule = Counter[tuple[str, str]](), Counter[str]()
        for node, weight in zip(nodes, self._weights, strict=True):
            if node.hint:
                by_name[node.tag, node.names] += weight
                nested = node.parent >= 0 and nodes[node.parent].hint == node.hint
                by_rule[node.hint[1]] += 0 if nested else weight
        most = _NAMED * self._total if self._total >= _SMALL else self._total
        hints: list[tuple[Hint, ...]] = []
        for i, node in enumerate(nodes):
            around = hints[node.parent] if node.parent >= 0 else ()
            believed = (
                node.hint and node.hint not in around and max(self._weights[i], by_name[node.tag, node.names]) <= most
            )
            if believed and node.hint and not (self._in_story[i] and by_rule[node.hint[1]] > most and self._weights[i]):
                around = around if node.tag == "header" and i in title else (*around, node.hint)
            hints.append(around)
        return hints

    def _find_inside(self) -> list[int]:
        """The blocks of the story in its element, below the headline: what little stands above is no part of it."""
        inside = [i for i, share in enumerate(self.shares) if share >= COVERED and self.holds(i)]
        self.title = self._find_title(inside[0] if inside else len(self.words))
        below = [i for i in inside if i > self.title and not self.repeats_title(i)]
        if sum(len(self.words[i]) for i in below) > _MOST * sum(len(self.words[i]) for i in inside):
            return below
        self.title = -1 if inside and self.title > inside[0] else self.title
        return [i for i in inside if i != self.title]

    def holds(self, i: int) -> bool:
        """Whether the block stands in the element that holds most of the story."""
        return self._in_story[self.page.blocks[i].node]

    def is_near(self, i: int, blocks: int) -> bool:
        """Whether the block stands no more than so many blocks from the story and its headline."""
        top = self.title if 0 <= self.title < self.first else self.first
        return top - blocks <= i <= self.last + blocks

    def in_title_header(self, i: int) -> bool:
        """Whether the block stands in the `header` element of the headline."""
        around = set(self.page.path(self.page.blocks[self.title].node))
        path = self.page.path(self.page.blocks[i].node)
        return any(node in around and self.page.nodes[node].tag == "header" for node in path)

    def is_alike(self, i: int) -> bool:
        """Whether the block stands in an element named as those that hold the story, in the same article."""
        above = self.title if self.title >= 0 else self.first
        if not self._inside or i <= above or len(self.words[i]) < 3 or 0 <= self._next_headline <= i:
            return False
        alike = self._places[self._place(i)] > _ALIKE * self._total
        return alike and self._article(i) == self._article(self.last)

    def _place(self, i: int) -> tuple[str, ...]:
        """The names of the block's element and of the two around it."""
        names: list[str] = []
        node = self.page.blocks[i].node
        while node >= 0 and len(names) < 3:
            names.append(f"{self.page.nodes[node].tag}.{self.page.nodes[node].names}")
            node = self.page.nodes[node].parent
        return tuple(names)

    def _article(self, i: int) -> int:
        return self._articles[self.page.blocks[i].node]

    def is_branch(self, i: int) -> bool:
        """Whether the block stands in a second part of the story, apart from the element that holds most of it."""
        apart = [node for node in self.page.path(self.page.blocks[i].node) if node not in self._around]
        return bool(apart) and self._weights[apart[0]] > _BRANCH * self._total

    def is_copy(self, i: int) -> bool:
        """Whether the block only repeats what another block of the story says."""
        own, times = runs_of(self.words[i]), int(self.first <= i <= self.last and self.shares[i] >= COVERED)
        return bool(own) and sum(self._runs[run] > times for run in own) > _COPY * len(own)

    def beside_picture(self, i: int) -> bool:
        """Whether the block is all the text of an element that shows a picture."""
        node = self.page.blocks[i].node
        while node >= 0 and self._sizes[node] == 1:
            if self._pictures[node]:
                return True
            node = self.page.nodes[node].parent
        return False

    def repeats_title(self, i: int) -> bool:
        """Whether the block says the headline once more."""
        own = set(self.words[i])
        if i == self.title or not 3 <= len(own) <= _TITLE_WORDS:
            return False
        known = [*self._titles, set(self.words[self.title])] if self.title >= 0 else self._titles
        return any(len(own & title) > _SAME_TITLE * len(own | title) for title in known)

    def _find_title(self, first: int) -> int:
        """The heading that is most like what the page's head calls the story; -1 when none is."""
        best, found = 0.0, -1
        for i, block in enumerate(self.page.blocks[: max(first, _TITLE_WITHIN) + 8]):
            own, hint = set(self.words[i]), self.page.nodes[block.node].hint
            rank = _RANKS.get(block.level, 0.5) if block.role == "heading" else 0.0
            rank += 0.5 if hint and hint[0] == "title" else 0.0
            if not own or not rank or len(self.words[i]) > 2 * _TITLE_WORDS:
                continue
            like = max((len(own & title) / len(own | title) for title in self._titles), default=0.0)
            within = max((len(own & title) / len(own) for title in self._titles), default=0.0) if len(own) > 2 else 0.0
            unlike = bool(self._titles) and like < 0.3 and within < 0.8
            if not unlike and rank + 2 * like + within > best:
                best, found = rank + 2 * like + within, i
        return found
