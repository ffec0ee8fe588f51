"""Groups articles by the event they report, as far as their words and days show it.

Measured on English news (docs/evaluation.md); no field that might name the event is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossread.events.likeness import Likenesses
from crossread.events.linkage import complete_linkage
from crossread.events.profiles import Profile, Reported, is_easy, profile
from crossread.model import EventGroup, Events, LoneArticle
from crossread.text.stems import stem

THRESHOLD = 0.22  # least likeness of two reports of one event
DAYS = 7  # reports published further apart are of two events
_LEAST_WORDS = 5  # different ones that can tell an event, without which nothing is said of an article's nearest
_WORDS = 5  # shown of what holds a group together
_MOST_OF = 2 / 3  # of a group's articles have such a word


def group_by_event(articles: Sequence[Reported]) -> Events:
    """The articles in groups, the largest first, of equals in their order; those that stand alone by themselves.

    Articles with the same id are one. Two articles whose days of publication are known are held
    together only within `DAYS`; a day that is not known holds nothing apart. Articles in two
    languages have little but names and numbers in common, and seldom come together.
    """
    distinct = list({article.id: article for article in reversed(articles)}.values())[::-1]
    profiles = [profile(article) for article in distinct]
    likenesses = Likenesses(profiles)
    pairs = {
        (one, other): likeness
        for one, other, likeness in likenesses.pairs(THRESHOLD)
        if not _too_far(profiles[one], profiles[other])
    }
    found = complete_linkage(len(profiles), ((*pair, likeness) for pair, likeness in pairs.items()))
    together = sorted((group for group in found if len(group) > 1), key=lambda group: (-len(group), group))
    return Events(
        threshold=THRESHOLD,
        days=DAYS,
        groups=tuple(
            EventGroup(
                articles=tuple(distinct[place].id for place in group),
                likeness=_told(min(pairs[one, other] for one in group for other in group if one < other)),
                outside=_outside(group, likenesses),
                words=tuple(_words(group, profiles, likenesses)),
            )
            for group in together
        ),
        alone=tuple(_alone(group[0], distinct, profiles, likenesses) for group in found if len(group) == 1),
    )


def apart(one: Profile, other: Profile) -> int | None:
    """Days between two articles' publication; None where one of them has no date."""
    return None if one.day is None or other.day is None else abs(one.day - other.day)


def _too_far(one: Profile, other: Profile) -> bool:
    days = apart(one, other)
    return days is not None and days > DAYS


def _outside(group: Sequence[int], likenesses: Likenesses) -> float | None:
    """The likeness of the most alike two of which one stands outside the group."""
    others = set(range(len(likenesses))).difference(group)
    found = [nearest[1] for place in group if (nearest := likenesses.nearest(place, others))]
    return _told(max(found)) if found else None


def _alone(
    place: int, articles: Sequence[Reported], profiles: Sequence[Profile], likenesses: Likenesses
) -> LoneArticle:
    """A lone article with its nearest: the most alike, or where none is alike enough the most alike near in time."""
    telling = [len(profile.weights) >= _LEAST_WORDS for profile in profiles]
    others = [other for other in range(len(articles)) if telling[other] and other != place]
    within = [other for other in others if not _too_far(profiles[place], profiles[other])]
    found = likenesses.nearest(place, others)
    close = likenesses.nearest(place, within)
    if found is None or not telling[place]:
        return LoneArticle(articles[place].id)
    if close and found[1] < THRESHOLD:
        found = close
    nearest, likeness = found
    return LoneArticle(
        articles[place].id, articles[nearest].id, _told(likeness), apart(profiles[place], profiles[nearest])
    )


def _words(group: Sequence[int], profiles: Sequence[Profile], likenesses: Likenesses) -> Iterable[str]:
    """The words that most of the group have and that weigh most in it, as they are written where they are names."""
    sums: dict[str, float] = {}
    having: dict[str, int] = {}
    for place in group:
        for word, weight in likenesses.vectors[place].items():
            sums[word] = sums.get(word, 0.0) + weight
            having[word] = having.get(word, 0) + 1
    least = max(2.0, _MOST_OF * len(group))
    shared = sorted(
        (word for word in sums if having[word] >= least and not is_easy(word)), key=lambda word: (-sums[word], word)
    )
    told: dict[str, str] = {}
    for word in shared:
        if not word.isdigit():
            told.setdefault(stem(word), word)  # of "ferry" and "ferries" the heavier
    for word in list(told.values())[:_WORDS]:
        yield next((profiles[place].names[word] for place in group if word in profiles[place].names), word)


def _told(likeness: float) -> float:
    """A likeness as it is saved: four decimals, and never 1.0000000002."""
    return round(min(likeness, 1.0), 4)
