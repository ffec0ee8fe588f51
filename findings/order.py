"""Order: what leads in one article and comes late in another, whom each hears first, and what headlines name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from crossread.comparison.bodies import Body
from crossread.comparison.coverage import Coverage
from crossread.comparison.names.carried import Item
from crossread.comparison.names.named import role_words
from crossread.finding import FindingKind
from crossread.metric import Options
from crossread.model import Attribution, Cell, FigureInfo, Finding, FindingRule, Span
from crossread.telling import listed
from crossread.text.spelling import fold_name
from crossread.text.words import fold, on_one_line

SHIFT = 1 / 3  # of the body, at least
SENTENCES = 5  # at least
SLIGHT = 0.15  # prominence below which only a first paragraph tells anything
NAMES = 4  # named in a sentence
LETTERS = 4  # articles told one by one
_LEADS = {"person": 0.9, "organisation": 0.5, "place": 0.5, "number": 0.7, "date": 0.5, "other": 0.5}
_BODY = 0.6  # a body is named where the one who speaks for it is
# Emphasis, not matter: what is told, both articles tell.
_EMPHASIS = 0.3
_LEADING, _EARLIER = 0.7, 0.5


def find(coverage: Coverage, options: Options) -> Iterator[Finding]:
    """Headlines, then the first voices, then what stands elsewhere, the largest shift first."""
    yield from _headlines(coverage)
    yield from _first_voices(coverage)
    moved = [found for item in coverage.items if (found := _moved(coverage, item)) is not None]
    yield from sorted(moved, key=lambda found: -found.size)


# ------------------------------------------------------------------------------------- headlines


def _headlines(coverage: Coverage) -> Iterator[Finding]:
    """What some headlines name and others do not, though their articles have it: one finding for the set."""
    headed = [order for order, body in enumerate(coverage.bodies) if _title(body)]
    uneven = [
        item for item in coverage.items if item.leads and _is_named(item) and item.titles and _text_alone(item, headed)
    ]
    if len(headed) < 2 or not uneven:
        return
    uneven.sort(key=lambda item: -_made_of(coverage, item))
    uneven = uneven[:NAMES]
    named = {order: [item for item in uneven if order in item.titles] for order in headed}
    told = [
        f"{item.label} is in the {_titles_of(coverage, item.titles)} and only in the text of "
        f"{coverage.named(_ids(coverage, _text_alone(item, headed)))}"
        for item in uneven
    ]
    yield KIND.finding(
        ["headline"],
        "Headlines",
        f"{'; '.join(told)}.",
        [_headline_cell(coverage, order, items) for order, items in named.items()],
        size=_EMPHASIS * max(_made_of(coverage, item) for item in uneven),
    )


def _is_named(item: Item) -> bool:
    """Whether it is a person or body by name: "America's Toughest Sheriff" names nobody."""
    return item.kind in ("person", "organisation") and fold(item.label).split()[-1] not in role_words()


def _text_alone(item: Item, headed: Sequence[int]) -> list[int]:
    """The articles that have it, and not in their headline."""
    return [order for order in headed if order not in item.titles and order in item.spans]


def _titles_of(coverage: Coverage, orders: Collection[int]) -> str:
    return f"{'headline' if len(orders) == 1 else 'headlines'} of {coverage.named(_ids(coverage, orders))}"


def _ids(coverage: Coverage, orders: Collection[int]) -> set[str]:
    return {coverage.analyses[order].id for order in orders}


def _headline_cell(coverage: Coverage, order: int, items: Sequence[Item]) -> Cell:
    title = _title(coverage.bodies[order])
    spans = sorted(span for item in items for span in item.titles[order])
    text = coverage.bodies[order].text[title.start : title.end] if title else ""
    return Cell(coverage.analyses[order].id, " ".join(text.split()), tuple(spans) or ((title,) if title else ()))


def _title(body: Body) -> Span | None:
    """The first headline of an article."""
    return next((Span(zone.start, zone.end) for zone in body.analysis.zones if zone.kind == "title"), None)


def _made_of(coverage: Coverage, item: Item) -> float:
    return max(item.prominence(order, coverage.bodies[order]) for order in item.orders)


# ------------------------------------------------------------------------------------- voices


def _first_voices(coverage: Coverage) -> Iterator[Finding]:
    """The first person each article hears by name, where that is not the same, and where the others hear them.

    A body is left out: "the White House said" is its spokesman in another article.
    """
    speakers = [_speakers(coverage, order) for order in range(len(coverage.bodies))]
    first = {
        order: found
        for order, body in enumerate(coverage.bodies)
        if (found := _first_heard(body, speakers[order])) is not None
    }
    voices = {order: speakers[order][found.speaker or ""] for order, found in first.items()}
    if len(set(voices.values())) < 2:
        return
    starts = {order: _starts(coverage.bodies[order], speakers[order]) for order in first}
    hearing: dict[int, list[int]] = {}
    for order, voice in voices.items():
        hearing.setdefault(voice, []).append(order)
    told = [
        f"{coverage.items[voice].label} in {coverage.named(_ids(coverage, orders))} "
        f"({_heard_elsewhere(coverage, orders, voice, starts)})"
        for voice, orders in hearing.items()
    ]
    late = [starts[other].get(voice, 1.0) for order, voice in voices.items() for other in starts if other != order]
    yield KIND.finding(
        ["first_voice"],
        "First voice",
        f"The first person heard by name is {listed(told[:LETTERS])}.",
        [_voice_cell(coverage, order, found, voices[order]) for order, found in first.items()],
        size=_EMPHASIS * sum(late) / len(late),
    )


def _speakers(coverage: Coverage, order: int) -> Mapping[str, int]:
    """The speakers of an article that are people by name -> the item each is, by its index."""
    names = {
        name: index
        for index, item in enumerate(coverage.items)
        if item.kind == "person" and order in item.heard and _is_named(item)
        for name in item.names
    }
    found = {speaker.id: names.get(fold_name(speaker.name)) for speaker in coverage.analyses[order].speakers}
    return {speaker: index for speaker, index in found.items() if index is not None}


def _first_heard(body: Body, speakers: Mapping[str, int]) -> Attribution | None:
    """The first attribution of an article to one of the speakers."""
    told = [a for a in body.analysis.attributions if a.speaker in speakers and a.content and body.holds(a.content[0])]
    return min(told, key=lambda a: a.content[0].start, default=None)


def _starts(body: Body, speakers: Mapping[str, int]) -> Mapping[int, float]:
    """Each voice of an article -> how much of the body stands before its first words, 0 to 1."""
    found: dict[int, float] = {}
    for attribution in body.analysis.attributions:
        at = body.index_at(attribution.content[0].start) if attribution.content else None
        voice = speakers.get(attribution.speaker or "")
        if voice is not None and at is not None:
            found[voice] = min(found.get(voice, 1.0), at / len(body.sentences))
    return found


def _heard_elsewhere(
    coverage: Coverage, orders: Collection[int], voice: int, starts: Mapping[int, Mapping[int, float]]
) -> str:
    """ "after 40 % of B and 90 % of D; not heard by our rules in C"."""
    others = [order for order in starts if order not in orders]
    late = [order for order in others if voice in starts[order]]
    places = [f"{100 * starts[o][voice]:.0f} % of {coverage.letters[coverage.analyses[o].id]}" for o in late]
    told = [f"after {listed(places)}"] if places else []
    silent = set(others) - set(late)
    if silent:
        told.append(f"not heard by our rules in {coverage.named(_ids(coverage, silent))}")
    return "; ".join(told)


def _voice_cell(coverage: Coverage, order: int, found: Attribution, voice: int) -> Cell:
    body = coverage.bodies[order]
    at = body.index_at(found.content[0].start) or 0
    source = (found.source,) if found.source else ()
    return Cell(
        article=coverage.analyses[order].id,
        text=coverage.items[voice].label,
        spans=(*source, *found.content),
        key=found.speaker or "",
        value=round(100 * at / len(body.sentences), 1),
        counts={"sentence": at + 1, "sentences": len(body.sentences)},
    )


# ------------------------------------------------------------------------------------- places in the text


def _moved(coverage: Coverage, item: Item) -> Finding | None:
    """A shared thing that stands early in one article and a third of the body or more later in another."""
    first = {order: found[0] for order in item.spans if (found := item.sentences(order, coverage.bodies[order]))}
    if len(first) < 2 or not item.leads:
        return None
    shares = {order: at / len(coverage.bodies[order].sentences) for order, at in first.items()}
    early, late = min(shares, key=lambda o: (shares[o], o)), max(shares, key=lambda o: (shares[o], -o))
    shift = shares[late] - shares[early]
    if shift < SHIFT or first[late] - first[early] < SENTENCES or late in item.titles:
        return None
    leads = first[early] < coverage.bodies[early].lead
    if not leads and _made_of(coverage, item) < SLIGHT:
        return None
    return KIND.finding(
        ["lead" if leads else "later"],
        item.label,
        _moved_sentence(coverage, item, first, early, late),
        [_place_cell(coverage, item, order, at) for order, at in first.items()],
        base=coverage.analyses[early].id,
        size=(_LEADING if leads else _EARLIER)
        * (1.0 if item.kind == "person" else _BODY)
        * shift
        * _made_of(coverage, item),
        certainty=_LEADS[item.kind],
    )


def _moved_sentence(coverage: Coverage, item: Item, first: Mapping[int, int], early: int, late: int) -> str:
    label = f"“{item.label}”" if item.kind == "number" else item.label
    told = sorted(first, key=lambda order: (first[order] / len(coverage.bodies[order].sentences), order))
    if len(told) > LETTERS:
        told = [early, late]
    places = [
        f"in sentence {first[order] + 1} of {len(coverage.bodies[order].sentences)} in "
        f"{coverage.letters[coverage.analyses[order].id]}"
        for order in told
    ]
    return f"{label} first comes {listed(places)}."


def _place_cell(coverage: Coverage, item: Item, order: int, at: int) -> Cell:
    body = coverage.bodies[order]
    span = item.spans[order][0]
    return Cell(
        article=coverage.analyses[order].id,
        text=on_one_line(body.text, span.start, span.end),
        spans=(span,),
        key=next(iter(item.keys.get(order, ())), ""),
        value=round(100 * at / len(body.sentences), 1),
        counts={"sentence": at + 1, "sentences": len(body.sentences)},
    )


KIND = FindingKind(
    id="order",
    title="What leads and what comes last",
    meaning="What the headlines name, whom each article hears first, and what one has early and another late.",
    limits=(
        "The order of an article follows its outlet's house style as well as its view of what matters.",
        "Someone described before being named stands earlier than our rules tell.",
        "Places are told by sentence: long ones count as much as short ones.",
    ),
    rules=(
        FindingRule(
            "headline", "headlines", "A headline names whom another does not, though both texts have them.", 0.7
        ),
        FindingRule(
            "lead", "leads in one", "In the first paragraph of one, a third of the body later in another.", 0.85
        ),
        FindingRule("later", "earlier in one", "A third of the body and five sentences earlier in one.", 0.85),
        FindingRule("first_voice", "first voice", "The first person heard by name is not one in all.", 0.8),
    ),
    unit="% of the body before it",
    counts=(
        FigureInfo("sentence", "sentence", "number", "Which sentence of the body it is."),
        FigureInfo("sentences", "of sentences", "sentences", "How many sentences the body has."),
    ),
    find=find,
)
