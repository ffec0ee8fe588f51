"""Background: how much of each article looks back to a time before the event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from crossread.comparison.coverage import Coverage
from crossread.comparison.looking_back import LookingBack, year_of
from crossread.finding import FindingKind
from crossread.intervals import newcombe_interval, wilson_interval
from crossread.metric import Options
from crossread.model import Cell, Citation, FigureInfo, Finding, FindingRule, Sentence, Span
from crossread.telling import counted, listed
from crossread.text.words import on_one_line

FEWEST = 8  # sentences outside quotations, below which a share says nothing
WORDS = 2  # quoted in the sentence
LETTERS = 4  # articles told one by one


class _Share(Struct, frozen=True):
    """An article's sentences outside quotations, and those of them that look back with the words that say so."""

    article: str
    sentences: int
    found: Sequence[tuple[Sentence, Span]]

    @property
    def hits(self) -> int:
        return len(self.found)


def find(coverage: Coverage, options: Options) -> Iterator[Finding]:
    """One finding over the set: the share of sentences that look back, and whether any two differ by it."""
    latest = year_of(coverage.bodies)
    shares = []
    for analysis, body in zip(coverage.analyses, coverage.bodies, strict=True):
        looking = LookingBack(body, latest)
        if len(looking.sentences) >= FEWEST:
            shares.append(_Share(analysis.id, len(looking.sentences), tuple(looking.found())))
    if len(shares) < 2 or not any(share.hits for share in shares):
        return
    ranked = sorted(shares, key=lambda share: share.hits / share.sentences)
    least, most = ranked[0], ranked[-1]
    gap = newcombe_interval(most.hits, most.sentences, least.hits, least.sentences)
    texts = {analysis.id: analysis.text for analysis in coverage.analyses}
    yield KIND.finding(
        ["share" if gap.low > 0 else "alike"],
        "Background",
        _sentence(coverage, [most, least] if len(shares) > LETTERS else shares, texts, clear=gap.low > 0),
        [_cell(share, texts[share.article]) for share in shares],
        size=(most.hits / most.sentences - least.hits / least.sentences) if gap.low > 0 else 0.0,
    )


def _sentence(coverage: Coverage, shares: Sequence[_Share], texts: Mapping[str, str], *, clear: bool) -> str:
    told = [f"{share.hits} of {share.sentences} in {coverage.letters[share.article]}" for share in shares]
    wordings = {(words := _written(texts[s.article], span)).lower(): words for s in shares for _, span in s.found}
    said = listed([f"“{words}”" for words in list(wordings.values())[:WORDS]])
    end = "" if clear else "; no clear difference"
    return f"Sentences outside quotations that look back ({said}): {listed(told)}{end}."


def _cell(share: _Share, text: str) -> Cell:
    first = share.found[0][0] if share.found else None
    return Cell(
        article=share.article,
        text=_written(text, Span(first.start, first.end)) if first else counted(0, "sentence"),
        spans=tuple(span for _, span in share.found),
        value=round(100 * share.hits / share.sentences, 1),
        interval=wilson_interval(share.hits, share.sentences),
        counts={"sentences": share.sentences, "looking_back": share.hits},
    )


def _written(text: str, span: Span) -> str:
    return on_one_line(text, span.start, span.end)


KIND = FindingKind(
    id="background",
    title="Background given",
    meaning="How many sentences outside quotations look back to a time well before the event: “since 2019”, "
    "“last year”, a year before that of the event.",
    limits=(
        "A sentence that tells what came before without any such words is not counted.",
        "Where no copy has a date of publication, the year of the event is the latest that two articles name.",
        "How the background bears on the event is not read.",
    ),
    rules=(
        FindingRule("share", "more background", "One article has clearly more of it than another.", 0.9),
        FindingRule("alike", "no clear difference", "The shares differ by no more than chance would make them.", 0.9),
    ),
    unit="% of sentences",
    counts=(
        FigureInfo("sentences", "Sentences outside quotations", "sentences"),
        FigureInfo("looking_back", "Sentences that look back", "sentences"),
    ),
    sources=(
        Citation(
            "Newcombe, R. G.",
            1998,
            "Interval estimation for the difference between independent proportions",
            "https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I",
        ),
    ),
    unmeasured="of 56 marks in 75 news articles 52 were right, read by one person",
    find=find,
)
