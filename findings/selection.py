"""Selection: the people, bodies, places, numbers and dates that all, some or one of the articles carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from crossread.comparison.bodies import Body
from crossread.comparison.coverage import Coverage
from crossread.comparison.names.carried import Item
from crossread.finding import FindingKind
from crossread.metric import Options
from crossread.model import Cell, FigureInfo, Finding, FindingRule
from crossread.telling import counted, listed
from crossread.text.words import on_one_line

WORDINGS = 3  # ways a cell is written out
AROUND = 36  # characters shown on either side of a number
LETTERS = 4  # articles told one by one
_HEARD = 0.2  # what is left of the size of one who is heard, and heard in one article only: `voices` tells that


def find(coverage: Coverage, options: Options) -> Iterator[Finding]:
    """A finding for each thing carried: what differs first, the most prominent before the others."""
    told = []
    for index, item in enumerate(coverage.items):
        found = _finding(coverage, item)
        made_of = max(item.prominence(order, coverage.bodies[order]) for order in item.orders)
        told.append((-found.size, -made_of, index, found))
    for *_, found in sorted(told, key=lambda each: each[:3]):
        yield found


def _finding(coverage: Coverage, item: Item) -> Finding:
    articles = [coverage.analyses[order].id for order in item.orders]
    share = _apart(len(articles), len(coverage.analyses))
    made_of = [item.prominence(order, coverage.bodies[order]) for order in item.orders]
    if len(articles) == 1 and item.heard:
        share *= _HEARD
    return KIND.finding(
        [_rule(len(articles), len(coverage.analyses)), item.kind],
        item.label,
        _sentence(coverage, item, articles),
        [_cell(coverage, item, order) for order in item.orders],
        only_in=articles[0] if len(articles) == 1 else None,
        size=share * sum(made_of) / len(made_of),
        certainty=_CERTAINTY[item.kind],
    )


def _rule(having: int, articles: int) -> str:
    if having == articles:
        return "all"
    if having == 1:
        return "only"
    return "all_but_one" if having == articles - 1 else "some"


def _apart(having: int, articles: int) -> float:
    """1 where one article stands against all others, less the more evenly they are divided, 0 where all have it."""
    return 0.0 if having == articles else max(having, articles - having) / (articles - 1)


def _cell(coverage: Coverage, item: Item, order: int) -> Cell:
    body = coverage.bodies[order]
    spans = item.places(order)
    words = Counter(on_one_line(body.text, span.start, span.end) for span in spans)
    sentences = item.sentences(order, body)
    return Cell(
        article=coverage.analyses[order].id,
        text=listed([f"“{form}”" for form, _ in words.most_common()], WORDINGS),
        spans=spans,
        key=next(iter(item.keys.get(order, ())), ""),
        value=len(sentences),
        counts={
            "first": sentences[0] + 1 if sentences else 0,
            "headline": len(item.titles.get(order, ())),
            "words": item.heard.get(order, 0),
        },
        words=dict(words.most_common()),
    )


# ------------------------------------------------------------------------------------- the sentence


def _sentence(coverage: Coverage, item: Item, articles: list[str]) -> str:
    lacking = coverage.others(articles)
    if not lacking:
        return f"{item.label} is in {_all(coverage)}: {_where(coverage, item)}."
    head = _named(item) if item.kind not in ("number", "date") else f"“{item.label}” is"
    where = _where(coverage, item)
    if len(articles) == 1:
        where += _context(item, coverage.bodies[item.orders[0]])
    return f"{head} in {where}, not found by our rules in {lacking}."


def _named(item: Item) -> str:
    if not item.heard:
        return f"{item.label} is named"
    return f"{item.label} is named" + (" and heard" if len(item.heard) == len(item.orders) else "")


def _all(coverage: Coverage) -> str:
    return "both articles" if len(coverage.analyses) == 2 else f"all {len(coverage.analyses)} articles"


def _where(coverage: Coverage, item: Item) -> str:
    """ "3 sentences of A and the headline of B"; with many articles only which they are."""
    orders = item.orders
    if len(orders) > LETTERS:
        return (
            f"{len(orders)} of {len(coverage.analyses)} articles"
            if len(orders) < len(coverage.analyses)
            else (f"{counted(sum(len(item.sentences(o, coverage.bodies[o])) for o in orders), 'sentence')} altogether")
        )
    return listed([_standing(item, order, coverage) for order in orders])


def _standing(item: Item, order: int, coverage: Coverage) -> str:
    count = len(item.sentences(order, coverage.bodies[order]))
    letter = coverage.letters[coverage.analyses[order].id]
    if not count:
        return f"the headline of {letter}"
    headline = " and in its headline" if item.titles.get(order) else ""
    return f"{counted(count, 'sentence')} of {letter}{headline}"


def _context(item: Item, body: Body) -> str:
    """The words around a number: it says little without them."""
    if item.kind not in ("number", "date"):
        return ""
    span = item.places(item.orders[0])[0]
    around = body.around(span)
    start, end = max(around.start, span.start - AROUND), min(around.end, span.end + AROUND)
    before, after = body.text[start : span.start], body.text[span.end : end]
    if start > around.start:
        before = f"…{before.partition(' ')[2]}"
    if end < around.end:
        after = f"{after.rpartition(' ')[0]} …"
    return f" (“{' '.join(f'{before}{body.text[span.start : span.end]}{after}'.split())}”)"


_CERTAINTY = {"person": 0.85, "organisation": 0.65, "place": 0.5, "number": 0.65, "date": 0.65, "other": 0.5}

KIND = FindingKind(
    id="selection",
    title="Who and what each carries",
    meaning="People, organisations, places, numbers and dates that are in all, some or one of the articles.",
    limits=(
        "A person whom one article names and another only describes (“a 34-year-old man”) counts as not found there.",
        "A body or place meant by other words than its name (“the lower chamber”) counts as not found.",
        "Which of these matter is no question of counting: a name may be left out for good reason.",
    ),
    rules=(
        FindingRule("only", "in one only", "Found in one article and by our rules in no other.", 0.75),
        FindingRule("all_but_one", "in all but one", "Found in every article but one.", 0.75),
        FindingRule("some", "in some", "Found in several articles and not in several others.", 0.75),
        FindingRule("all", "in all", "Found in every article.", 0.95),
        FindingRule("person", "person", "A person, by name.", _CERTAINTY["person"]),
        FindingRule("organisation", "organisation", "A body or outlet, by name.", _CERTAINTY["organisation"]),
        FindingRule(
            "place", "place", "A place, by its name or by a word for its people: “Russian”.", _CERTAINTY["place"]
        ),
        FindingRule("number", "number", "A number with what it counts or measures.", _CERTAINTY["number"]),
        FindingRule("date", "date", "A date or year; a weekday counts where its date can be told.", _CERTAINTY["date"]),
        FindingRule("other", "other name", "A name whose kind our rules do not know.", _CERTAINTY["other"]),
    ),
    unit="sentences",
    counts=(
        FigureInfo("first", "first sentence", "number", "Which sentence of the body has it first; 0 for none."),
        FigureInfo("headline", "in the headline", "times", "How often it stands in the headline."),
        FigureInfo("words", "words", "words", "Words attributed to it, in quotation marks or reported."),
    ),
    find=find,
)
