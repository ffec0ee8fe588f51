"""What a result says in a few lines, for a terminal: the articles by letter and the key differences between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crossread.model import Analysis, Result
from crossread.reports.kinds import no_clear_difference
from crossread.reports.messages import t
from crossread.reports.reservations import reservations
from crossread.reports.view import file_name
from crossread.reports.visible import shortened
from crossread.telling import letter
from crossread.text.words import body_words
from crossread.wrapping import wrapped

ARTICLES = 12  # told apart; of more, how many more there are

Emphasis = Callable[[str], str]


def summary(result: Result, width: int, strong: Emphasis) -> Iterator[str]:
    """Lines of at most `width` columns, without control characters but those that `strong` puts around a heading."""
    yield from (strong(line) for line in wrapped(shortened(result.title, 2 * width), width))
    yield ""
    for index, analysis in enumerate(result.articles[:ARTICLES]):
        yield from _item(letter(index), _article(analysis, width), width, strong)
    if len(result.articles) > ARTICLES:
        yield "   " + t("terminal.more_articles", n=len(result.articles) - ARTICLES)
    yield ""
    yield from _differences(result, width, strong)
    labels = [letter(index) for index in range(len(result.articles))]
    told = reservations(result.articles, result.metrics, labels)
    if told:
        yield ""
    for sentence in told:
        yield from wrapped(f"{sentence}.", width)


def one_line(result: Result) -> str:
    """What is said of one result among several: "seeds: 2 articles, 5 key differences"."""
    found = len(result.comparison.key) if result.comparison else 0
    counts = t("count.articles", n=len(result.articles)), t("terminal.differences", n=found)
    return " ".join(wrapped(f"{result.report}: {', '.join(counts)}", 10_000))


def _differences(result: Result, width: int, strong: Emphasis) -> Iterator[str]:
    """The key differences, numbered as in the briefing."""
    comparison = result.comparison
    if comparison is None or len(result.articles) < 2:
        yield from wrapped(t("terminal.alone"), width)
        return
    titles = {info.id: info.title for info in comparison.kinds}
    findings = {finding.id: finding for found in comparison.found for finding in found.findings}
    leading = [findings[each] for each in comparison.key if each in findings]
    for place, finding in enumerate(leading, 1):
        title = titles.get(finding.kind, finding.kind)
        yield from _item(f"{place}.", f"{title}: {finding.sentence}", width, strong)
    if not leading:
        yield from wrapped(t("differences.none"), width)
    sentence = no_clear_difference(comparison)
    if sentence:
        yield ""
        yield from wrapped(sentence, width)


def _article(analysis: Analysis, width: int) -> str:
    """ "The Daily: Bridge shut (479 words)"; the file's name where the copy names no publisher."""
    metadata = analysis.metadata
    by = metadata.publisher.value if metadata.publisher else file_name(analysis.origin)
    title = f": {shortened(metadata.title.value, 2 * width)}" if metadata.title else ""
    count = body_words(analysis.text, analysis.zones)
    words = t("count.words", n=count, words=f"{count:,d}")
    return f"{shortened(by, width)}{title} ({words})"


def _item(mark: str, text: str, width: int, strong: Emphasis) -> Iterator[str]:
    """A paragraph that hangs from its mark."""
    indent = max(len(mark) + 1, 3)
    for place, line in enumerate(wrapped(text, max(width - indent, 1))):
        yield f"{strong(mark)}{' ' * (indent - len(mark))}{line}" if place == 0 else f"{' ' * indent}{line}"
