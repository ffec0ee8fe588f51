"""Common origin: words that articles share outside quotations, credits they share, and how likely one text is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread.comparison.copying.groups import Group, Stretch, find_groups, mentions_of, stretches_of
from crossread.comparison.copying.origins import LADDER, LEAST_OWN, OWN_WORDS, Origins, Pair, find_origins
from crossread.comparison.copying.reasons import RUN, reasons_told
from crossread.comparison.copying.runs import Prose
from crossread.comparison.coverage import Coverage
from crossread.finding import FindingKind
from crossread.metric import Options
from crossread.model import Cell, Citation, FigureInfo, Finding, FindingRule, Span
from crossread.reading.dates import published_day
from crossread.telling import listed
from crossread.text.readable_dates import readable
from crossread.text.words import on_one_line

_GROUPS = 12  # listed, those with the most evidence first
_SHOWN = 160  # characters of a run repeated in a cell
_MOST = 3  # reasons of one sort spelt out
_TOLD_SIZE = 0.05
_LIKELY = 55  # % at the foot of the band
_LIKELY_SIZE = 0.5  # at least, where one text behind two reports is likely: they are no two witnesses
_RULE_SIZE = {"quoted": 0.8, "credit": 0.5, "same_agency": 0.4, "cites": 0.2, "same_source": 0.15}


def find(coverage: Coverage, options: Options) -> Iterator[Finding]:
    """Groups of articles with a common text, weaker links, words told elsewhere, and where nothing was found.

    The base is the article held against, otherwise the one with the most words of its own.
    """
    origins = find_origins(coverage)
    groups = find_groups(origins.pairs.values())
    for group in groups[:_GROUPS]:
        yield _shared(coverage, origins, group)
    yield from _told(coverage, origins)
    alone = [place for place in range(len(origins.proses)) if not any(place in group.places for group in groups)]
    alone = [place for place in alone if _comparable(origins.proses[place])]
    if alone and (groups or len(alone) > 1):
        yield _nothing(coverage, origins, alone, groups)


def _shared(coverage: Coverage, origins: Origins, group: Group) -> Finding:
    stretches = {place: stretches_of(group, place, origins.proses[place]) for place in group.places}
    cells = [_cell(coverage, origins, group, place, stretches[place]) for place in group.places]
    word, low, high = LADDER[group.step]
    verb = "has a" if word.endswith("chance") else "is"
    said = list(reasons_told(group, [coverage.letters[analysis.id] for analysis in coverage.analyses]))
    rules = [rule.id for rule in RULES if group.reasons(rule.id)]
    share = max((cell.value or 0) for cell in cells) / 100
    articles = [coverage.analyses[place].id for place in group.places]
    return KIND.finding(
        rules,
        f"one text behind {coverage.named(articles)}: {word}",
        f"{'; '.join(said)}: one text behind them {verb} {word} ({low}–{high} %).",
        cells,
        base=_base(coverage, origins, group.places),
        note=_dates(coverage, group.places),
        size=max([share**0.5, _LIKELY_SIZE * (low >= _LIKELY), *(_RULE_SIZE.get(rule, 0.0) for rule in rules)]),
        certainty=(low + high) / 200,
    )


def _cell(coverage: Coverage, origins: Origins, group: Group, place: int, stretches: Sequence[Stretch]) -> Cell:
    prose, analysis = origins.proses[place], coverage.analyses[place]
    wording = prose.wording
    shared = sum(sum(prose.own[each.first : each.last]) for each in stretches)
    spans = {wording.span(each.first, each.last) for each in stretches}
    spans |= set(mentions_of(group, place))
    longest = max(stretches, key=lambda each: (each.own, each.last - each.first), default=None)
    shown = wording.span(longest.first, longest.last) if longest else min(spans, default=None)
    return Cell(
        article=analysis.id,
        text=_cut(analysis.text, shown) if shown else "",
        spans=tuple(sorted(spans)),
        value=round(100 * shared / prose.own_words, 1) if _comparable(prose) else None,
        counts={
            "shared_words": shared,
            "runs": len(stretches),
            "longest": longest.own if longest else 0,
            "own_words": prose.own_words,
        },
    )


def _cut(text: str, span: Span) -> str:
    line = on_one_line(text, span.start, span.end)
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"


def _base(coverage: Coverage, origins: Origins, places: Sequence[int]) -> str:
    ids = [coverage.analyses[place].id for place in places]
    if coverage.against in ids:
        return str(coverage.against)
    return coverage.analyses[max(places, key=lambda place: (origins.proses[place].own_words, -place))].id


def _dates(coverage: Coverage, places: Sequence[int]) -> str:
    """When the articles are dated, where that is known of at least two and differs."""
    dated = [(day, place) for place in places if (day := published_day(coverage.analyses[place].metadata))]
    if len({day for day, _ in dated}) < 2:
        return ""
    said = [
        f"{coverage.letters[coverage.analyses[place].id]} {readable(day.isoformat())}" for day, place in sorted(dated)
    ]
    return f"By date: {listed(said)}. That does not tell who took what from whom."


def _told(coverage: Coverage, origins: Origins) -> Iterator[Finding]:
    """Articles that pass on words told to an outlet that is not known to be their own."""
    for place, mentions in enumerate(origins.told):
        analysis = coverage.analyses[place]
        said_already = {key for pair in origins.pairs.values() for key in _keys(pair, place)}
        kept = {m.key: m for m in mentions if m.chained and m.span and m.key not in said_already}
        spans = sorted({m.span for m in kept.values() if m.span})
        if not spans:
            continue
        name = coverage.letters[analysis.id]
        told = listed([f"“{_cut(analysis.text, span)}”" for span in spans], _MOST)
        if analysis.metadata.publisher:
            said = f"{name} passes on words from another outlet ({told})"
        else:
            where = "this one" if len(spans) == 1 else "one of these"
            said = f"{name} has words told to an outlet or passed on from one ({told}); its own outlet was not found "
            said += f"by our rules, and may be {where}"
        yield KIND.finding(
            ["told"],
            f"words from an outlet’s reporting in {name}",
            f"{said}.",
            [Cell(analysis.id, _cut(analysis.text, spans[0]), tuple(spans))],
            only_in=analysis.id,
            size=_TOLD_SIZE,
        )


def _keys(pair: Pair, place: int) -> Iterator[str]:
    """The outlets of the pair's reasons, where it has the article."""
    if place in (pair.left, pair.right):
        for reason in pair.reasons:
            yield from (mention.key for mention in reason.mentions)


def _nothing(coverage: Coverage, origins: Origins, places: Sequence[int], groups: Sequence[Group]) -> Finding:
    """That these articles share no wording and no credit with another."""
    articles = [coverage.analyses[place].id for place in places]
    here = coverage.named(articles)
    where = f"between {here} and the others" if len(places) == 1 or groups else f"in {here}"
    return KIND.finding(
        ["none"],
        "no shared wording",
        f"No shared {RUN} was found by our rules {where}: one text behind them is unlikely (20–45 %).",
        [
            Cell(
                article=coverage.analyses[place].id,
                text="",
                value=0.0,
                counts={"shared_words": 0, "runs": 0, "longest": 0, "own_words": origins.proses[place].own_words},
            )
            for place in places
        ],
        note="An article that tells another's, or an agency's, text in words of its own leaves no run.",
    )


def _comparable(prose: Prose) -> bool:
    """Whether an article has words enough of its own for a share of them to say something."""
    return prose.own_words >= LEAST_OWN


RULES = (
    FindingRule("copy", "near-copy", "Half of an article's words outside quotation marks stand in another.", 0.97),
    FindingRule("quoted", "quoted whole", "Half of an article's words stand in another's quotation marks.", 0.97),
    FindingRule("credit", "credited", "An article names another's outlet as the source of its text.", 0.9),
    FindingRule(
        "shared_runs",
        "shared runs",
        f"Runs of {OWN_WORDS} or more words outside quotation marks, three of which are no names, titles, days, "
        "numbers, stock phrases or function words; words of indirect speech count half.",
        0.85,
    ),
    FindingRule("same_agency", "same agency", "Both name one agency or outlet as a source of their text.", 0.8),
    FindingRule("cites", "cites", "An article passes on what was told to, or reported by, another's outlet.", 0.6),
    FindingRule(
        "same_source", "same outlet passed on", "Both pass on the same outlet's reporting, or words given to it.", 0.5
    ),
    FindingRule("told", "told elsewhere", "An article has words told to an outlet not known as its own.", 0.95),
    FindingRule("none", "none found", "No shared run, credit or outlet was found by our rules.", 0.7),
)

KIND = FindingKind(
    id="origin",
    title="Common origin",
    meaning="Words that articles share outside quotation marks, credits and outlets they have in common, and how "
    "likely these make one text behind them: one taken from the other, or both from a third.",
    limits=(
        "A text told anew in other words, or translated, leaves no run of shared words.",
        "Who took from whom, and whether it was agreed, cannot be seen in the words.",
        "Copies lose credits and datelines; credits, stock phrases and titles are known in English only.",
        "The likelihood is read off a table of evidence, not estimated from texts of known origin.",
    ),
    rules=RULES,
    unit="% of own words",
    counts=(
        FigureInfo("shared_words", "Shared words", "words", "Outside quotation marks, in a run another article has."),
        FigureInfo("runs", "Shared runs", "runs"),
        FigureInfo("longest", "Longest run", "words", "Its words outside quotation marks."),
        FigureInfo("own_words", "Own words", "words", "The body's words outside quotation marks."),
    ),
    sources=(
        Citation(
            "Broder, A. Z.",
            1997,
            "On the resemblance and containment of documents",
            "https://doi.org/10.1109/SEQUEN.1997.666900",
        ),
        Citation(
            "Clough, P., Gaizauskas, R., Piao, S. S. L., Wilks, Y.",
            2002,
            "METER: MEasuring TExt Reuse",
            "https://aclanthology.org/P02-1020/",
        ),
        Citation(
            "Office of the Director of National Intelligence",
            2015,
            "Intelligence Community Directive 203: Analytic Standards",
            "https://www.dni.gov/files/documents/ICD/ICD%20203%20Analytic%20Standards.pdf",
        ),
    ),
    unmeasured="there were no texts of known origin; docs/evaluation.md has what it says of copies made by degrees "
    "and of reports by different outlets",
    languages=(),
    find=find,
)
