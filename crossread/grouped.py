"""What `crossread group` prints: the groups of articles that report one event, and the articles that stand alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from textwrap import wrap

import click
import msgspec

from crossread.console import width
from crossread.errors import InputError
from crossread.events.grouping import group_by_event
from crossread.inputs.collect import collect
from crossread.model import Article, EventGroup, Events, Found, LoneArticle, Notice
from crossread.settings import default_settings
from crossread.telling import counted
from crossread.wrapping import harmless


def describe_groups(
    inputs: Sequence[str], config: str | None, offline: bool, as_json: bool, tell: Callable[[str], None]
) -> tuple[list[str], list[Notice]]:
    """The groups as lines of text, or as JSON, and what of the inputs could not be read.

    Raises InputError when none of them is an article, ConfigError for a faulty configuration.
    """
    settings, base = default_settings(), Path()
    if config is not None:
        from crossread.config import load_config

        loaded = load_config(Path(config))
        settings, base = loaded.defaults, loaded.base
    fetching = settings.changed(offline=offline).fetch_from(base)
    articles, notices = collect(inputs, Path(), fetching, tell)
    if not articles:
        raise InputError("\n".join(f"{n.subject}: {n.message}" for n in notices) or "no article among the inputs")
    tell("grouping")
    events = group_by_event(articles)
    known = {article.id: article for article in reversed(articles)}
    return (_as_json(events, known) if as_json else list(_lines(events, known))), notices


def _as_json(events: Events, articles: Mapping[str, Article]) -> list[str]:
    told = [
        {
            "id": article.id,
            "input": article.origin.where,
            "publisher": _value(article.metadata.publisher) or None,
            "published": _value(article.metadata.published) or None,
            "title": _value(article.metadata.title) or None,
        }
        for article in list(articles.values())[::-1]
    ]
    plain = {"articles": told, "events": events}
    return [msgspec.json.format(msgspec.json.encode(plain), indent=1).decode()]


def _lines(events: Events, articles: Mapping[str, Article]) -> Iterator[str]:
    head = f"{counted(len(articles), 'article')}: {counted(len(events.groups), 'group')}, {len(events.alone)} alone"
    yield f"{head}. Reports of one event have a likeness of {events.threshold:.2f} or more,"
    yield f"any two of them, and are at most {events.days} days apart."
    for number, group in enumerate(events.groups, 1):
        yield ""
        yield from _group(number, group, articles)
    if events.alone:
        yield ""
        yield click.style("── alone", bold=True)
    for lone in events.alone:
        yield from _article(articles[lone.article])
        yield from _indented(_nearest(lone, events, articles), dim=True)


def _group(number: int, group: EventGroup, articles: Mapping[str, Article]) -> Iterator[str]:
    words = ", ".join(harmless(word) for word in group.words)
    yield click.style(f"── group {number}: {counted(len(group.articles), 'article')}", bold=True) + (
        f", least likeness {group.likeness:.2f}"
    )
    if words:
        yield click.style(f"   {words}", fg="bright_cyan")
    for article in group.articles:
        yield from _article(articles[article])


def _article(article: Article) -> Iterator[str]:
    """One article: its input, and below it publisher, day and title as far as the copy has them."""
    yield f"   {harmless(article.origin.where)}"
    metadata = article.metadata
    told = [_value(metadata.publisher), _value(metadata.published)[:10], _value(metadata.title)]
    yield from _indented(" | ".join(filter(None, told)))


def _nearest(lone: LoneArticle, events: Events, articles: Mapping[str, Article]) -> str:
    """What keeps an article from its nearest."""
    if lone.nearest is None or lone.likeness is None:
        return "too few words, or no other article to hold it against"
    said = f"nearest: {articles[lone.nearest].origin.where}, likeness {lone.likeness:.2f}"
    if lone.likeness < events.threshold:
        return f"{said}, {events.threshold - lone.likeness:.2f} too little"
    if lone.days is not None and lone.days > events.days:
        return f"{said}, but {lone.days} days apart"
    return f"{said}, but unlike another article of its group"


def _indented(line: str, dim: bool = False) -> Iterator[str]:
    for part in wrap(harmless(line), max(width() - 6, 20)):
        yield click.style(f"      {part}", dim=True) if dim else f"      {part}"


def _value(found: Found | None) -> str:
    return " ".join(found.value.split()) if found else ""
