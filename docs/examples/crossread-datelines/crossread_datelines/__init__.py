"""Datelines: where each article says it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.comparison.coverage import Coverage
from crossread.finding import FindingKind
from crossread.metric import Options
from crossread.model import Analysis, Cell, Finding, FindingRule, Span
from crossread.telling import listed

# The place stands before the agency in brackets, the dash or the date: "MINSK, Nov 22 (Reuters) –".
_PLACE = re.compile(r"[^\W\d_][^\d,(–—:]{1,40}")


def find(coverage: Coverage, options: Options) -> Iterator[Finding]:
    """One finding over the set: which articles have a dateline, and whether they name the same place."""
    cells = [cell for analysis in coverage.analyses if (cell := _cell(analysis))]
    if not cells:
        return
    told = listed([f"{coverage.letters[cell.article]} from {cell.text}" for cell in cells])
    silent = coverage.others({cell.article for cell in cells})
    rest = f"; no dateline was found by our rules in {silent}" if silent else ""
    places = {cell.text.casefold() for cell in cells}
    rule = "places" if len(places) > 1 else "some" if silent else "same"
    yield KIND.finding(
        [rule],
        "Datelines",
        f"Datelined: {told}{rest}.",
        cells,
        size={"places": 0.5, "some": 0.3, "same": 0.0}[rule],
    )


def _cell(analysis: Analysis) -> Cell | None:
    """The first dateline of an article, as one word or several."""
    for zone in analysis.zones:
        if zone.kind == "dateline":
            place = _PLACE.search(analysis.text, zone.start, zone.end)
            if place:
                text = place[0].strip()
                return Cell(analysis.id, text, spans=(Span(place.start(), place.start() + len(text)),))
    return None


KIND = FindingKind(
    id="datelines",
    title="Datelines",
    meaning="Where each article says it was written: a reporter at the place, or a desk elsewhere.",
    limits=("A dateline tells where the text was filed, not how much of it was seen there.",),
    rules=(
        FindingRule("places", "other places", "The articles are datelined from different places.", 0.95),
        FindingRule("some", "some without", "Our rules found a dateline in some of the articles only.", 0.8),
        FindingRule("same", "same place", "All are datelined from one place.", 0.95),
    ),
    find=find,
    languages=(),
)
