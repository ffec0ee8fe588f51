"""Says of articles that were to be compared that they do not look like reports of one event, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from crossread.model import Analysis, EventGroup, Events, LoneArticle, Notice
from crossread.telling import letter

_TOLD = 10  # articles named one by one

Articles = Mapping[str, tuple[int, Analysis]]
"""Each article with its place in the set, by id."""


def set_apart(events: Events | None, analyses: Sequence[Analysis]) -> list[Notice]:
    """A warning for each group and lone article where there is more than one event; none where there is one."""
    if events is None or len(events.groups) + len(events.alone) < 2:
        return []
    articles = {analysis.id: (place, analysis) for place, analysis in reversed(list(enumerate(analyses)))}
    return [Notice("warning", "comparison", message) for message in _messages(events, articles)]


def _messages(events: Events, articles: Articles) -> Iterator[str]:
    if len(articles) == 2:
        one, other = events.alone
        both = f"{_where(one.article, articles)} and {_where(other.article, articles)}"
        if one.nearest is None or other.nearest is None:
            yield f"{both} have too few words to say whether they report one event"
        else:
            yield f"{both} do not look like reports of one event: their likeness {_how_far(one, events, articles)}"
        return
    if len(events.groups) > 1:
        groups = "; ".join(_group(group, articles) for group in events.groups[:_TOLD])
        more = len(events.groups) - _TOLD
        yield f"these look like reports of {len(events.groups)} events: {groups}" + (f"; {more} more" * (more > 0))
    for lone in events.alone[:_TOLD]:
        name = _where(lone.article, articles)
        if lone.nearest is None:
            yield f"{name} has too few words to say which event it reports"
            continue
        nearest, how_far = _where(lone.nearest, articles), _how_far(lone, events, articles)
        yield f"{name} stands apart: its likeness to the nearest, {nearest}, {how_far}"
    if len(events.alone) > _TOLD:
        yield f"{len(events.alone) - _TOLD} more articles stand apart; `crossread group` lists them"


def _group(group: EventGroup, articles: Articles) -> str:
    """The group's articles with the words that hold it together, and how alike it is within and to others."""
    names = ", ".join(_where(each, articles) for each in group.articles)
    figures = f"likeness {group.likeness:.2f} or more among them"
    if group.outside is not None:
        figures += f", at most {group.outside:.2f} to others"
    return f"{names} ({', '.join(group.words)}: {figures})"


def _how_far(lone: LoneArticle, events: Events, articles: Articles) -> str:
    """How far a likeness is from that of one event; or in days, where those keep two articles apart."""
    if lone.likeness is None or lone.likeness < events.threshold:
        said = f"is {lone.likeness or 0:.2f}{_languages(lone, articles)}"
        return f"{said}; reports of one event have {events.threshold:.2f} or more"
    if lone.days is not None and lone.days > events.days:
        said = f"is {lone.likeness:.2f}, but they were published {lone.days} days apart"
        return f"{said}; reports of one event seldom are more than {events.days}"
    return f"is {lone.likeness:.2f}, but others of that group are less like it than {events.threshold:.2f}"


def _languages(lone: LoneArticle, articles: Articles) -> str:
    """A word on two languages, which leave little to be alike."""
    one, other = (articles[each][1].metadata.language for each in (lone.article, lone.nearest or lone.article))
    if one is None or other is None or one.value == other.value:
        return ""
    return f" (“{one.value}” and “{other.value}” are two languages: hardly more than names and numbers can agree)"


def _where(article: str, articles: Articles) -> str:
    """An article by the letter it has in the briefing, with the name of its file or its address."""
    place, analysis = articles[article]
    origin = analysis.origin
    name = origin.locator if origin.kind == "url" else PurePath(origin.locator).name
    return f"{letter(place)} ({name}, {origin.part})" if origin.part else f"{letter(place)} ({name})"
