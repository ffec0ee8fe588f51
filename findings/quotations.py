"""Quotations: the same words of one speaker in several articles, and how the copies differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from crossread.comparison.coverage import Coverage
from crossread.comparison.quoting.differences import SLIGHT, differences
from crossread.comparison.quoting.paraphrases import Paraphrase, find_paraphrases
from crossread.comparison.quoting.quotations import SharedQuotation, shared_quotations
from crossread.comparison.quoting.saying import Saying, Sayings, cue_of
from crossread.comparison.quoting.sentences import Telling, told
from crossread.comparison.quoting.wording import Passage, read_quotations
from crossread.finding import FindingKind
from crossread.metric import Options
from crossread.model import Analysis, Cell, Cue, Edit, Finding, FindingRule, Quality, Span
from crossread.telling import within_a_sentence
from crossread.text.words import on_one_line

OPENING = 8  # words of the quotation shown in its label and sentence
AGAIN = 0.05  # what each further kind of difference adds to the size
# How much a difference of each kind touches what a reader takes from the quotation.
SIZES: Mapping[str, float] = {
    "speaker": 0.8,
    "changed": 0.45,
    "inserted": 0.4,
    "bracket": 0.2,
    "cue": 0.25,
    "unmarked": 0.35,
    "ellipsis": 0.2,
    "cut": 0.1,
    "moved": 0.15,
    "edge": 0.1,
    "paraphrase": 0.15,
    "punctuation": 0.05,
}
_SLIGHT = 0.2  # words changed that are function words only
_CUT = 0.3  # added to a cut by the share of the words left out


class _Copy(Struct, frozen=True, gc=False):
    """One article's copy with who says it."""

    passage: Passage
    saying: Saying


def find(coverage: Coverage, options: Options) -> Iterator[Finding]:
    """Quotations that differ, the largest difference first, then those alike, in the order of the first article.

    The base is the copy of the article the others are held against, else the fullest.
    """
    sayings = Sayings(coverage.bodies, coverage.voices)
    pairs = zip(coverage.analyses, coverage.wordings, strict=True)
    passages = [passage for analysis, wording in pairs for passage in read_quotations(analysis, wording)]
    against = coverage.orders.get(coverage.against or "")
    shared = shared_quotations(passages, coverage.wordings, sayings, against)
    taken = {
        (o, i, other) for each in shared for o, c in each.copies.items() for i in c.indices for other in each.copies
    }
    reported = find_paraphrases(passages, coverage.wordings, sayings, taken)
    found = [_finding(coverage, sayings, each, reported) for each in [*shared, *_alone(shared, reported)]]
    yield from sorted(found, key=lambda finding: -finding.size)


def _alone(shared: Sequence[SharedQuotation], reported: Sequence[Paraphrase]) -> list[SharedQuotation]:
    """Quotations that one article has in marks and others as indirect speech only."""
    known = {(order, index) for each in shared for order, copy in each.copies.items() for index in copy.indices}
    alone = {}
    for each in reported:
        order, first = each.quotation.wording.order, each.quotation.indices[0]
        if (order, first) not in known:
            alone[order, first] = SharedQuotation(order, {order: each.quotation}, {})
    return [alone[key] for key in sorted(alone)]


def _finding(
    coverage: Coverage, sayings: Sayings, quotation: SharedQuotation, reported: Sequence[Paraphrase]
) -> Finding:
    copies = {order: _Copy(passage, sayings.of(passage)) for order, passage in quotation.copies.items()}
    cells = {order: _cell(coverage, quotation, copies, order, sayings) for order in copies}
    base = quotation.copies[quotation.base]
    held = {(order, index) for order, passage in quotation.copies.items() for index in passage.indices}
    for each in reported:
        if (each.quotation.wording.order, each.quotation.indices[0]) in held and each.order not in cells:
            cells[each.order] = _reported(coverage, each, base)
    ordered = [cells[order] for order in sorted(cells)]
    rules = [rule.id for rule in KIND.rules if any(e.rule == rule.id for cell in ordered for e in cell.edits)]
    whose = _whose(copies.values())
    telling = Telling(
        cells=ordered,
        base=coverage.analyses[quotation.base].id,
        texts={a.id: a.text for a in coverage.analyses},
        letters=coverage.letters,
        speakers={coverage.analyses[order].id: _name(copy.saying) for order, copy in copies.items()},
        bare={coverage.analyses[o].id: _bare(c) for o, c in copies.items() if not c.passage.quotations},
        whose=whose,
        opening=_opening(base),
    )
    return KIND.finding(
        rules or ["same"],
        f"{whose}: “{telling.opening}”" if whose else f"“{telling.opening}”",
        told(telling, rules or ["same"]),
        ordered,
        base=telling.base,
        size=_size(rules, ordered),
    )


def _whose(copies: Iterable[_Copy]) -> str:
    """The speaker's name, "" where none is known: a person's before a body's, one beside the words, the fullest."""

    def rank(saying: Saying) -> tuple[bool, bool, int, int]:
        name, person = _name(saying), saying.speaker is not None and saying.speaker.entity == "person"
        return person, saying.attribution is not None, len(name.split()), len(name)

    sayings = [copy.saying for copy in copies]
    if {"document", "person"} <= {saying.speaker.entity for saying in sayings if saying.speaker}:
        return ""  # a letter and somebody who says the same are two
    return _name(max((saying for saying in sayings if _name(saying)), key=rank, default=Saying(None, None)))


def _cell(
    coverage: Coverage, quotation: SharedQuotation, copies: Mapping[int, _Copy], order: int, sayings: Sayings
) -> Cell:
    """One article's copy with its differences from the base."""
    passage, saying = copies[order].passage, copies[order].saying
    base, text = copies[quotation.base], coverage.analyses[order].text
    edits: list[Edit] = []
    if order != quotation.base:
        edits += _differences(coverage, quotation, copies, order)
        edits += _other_speaker(base, copies[order], sayings)
        edits += _other_cue(coverage, base, copies[order])
    spans = _marked(coverage, passage)
    cue = cue_of(saying)
    return Cell(
        article=coverage.analyses[order].id,
        text=" / ".join(on_one_line(text, span.start, span.end) for span in spans),
        spans=spans,
        key=saying.speaker.id if saying.speaker else "",
        value=len(passage.indices),
        words={cue.lemma: 1} if cue else {},
        edits=tuple(edits),
        context=_around(coverage, order, spans),
    )


def _differences(
    coverage: Coverage, quotation: SharedQuotation, copies: Mapping[int, _Copy], order: int
) -> Iterator[Edit]:
    """How the words differ; where one copy has no marks, the note says which and whose words they are.

    What stands in another quotation of the article was not left out of it, only divided otherwise.
    """
    one, two = copies[quotation.base].passage, copies[order].passage
    for edit in differences(quotation.alignments[order]):
        if edit.rule == "cut" and (
            two.wording.quotes(one.wording, edit.base, two.quotations)
            or one.wording.quotes(two.wording, edit.here, one.quotations)
        ):
            continue
        if edit.rule == "unmarked":
            bare = quotation.base if copies[order].passage.quotations else order
            letter = coverage.letters[coverage.analyses[bare].id]
            edit = structs.replace(edit, note=f"without marks in {letter}, {_bare(copies[bare])}")
        yield edit


def _reported(coverage: Coverage, paraphrase: Paraphrase, base: Passage) -> Cell:
    """The indirect speech of an article that has a quotation in its own words."""
    analysis, attribution = coverage.analyses[paraphrase.order], paraphrase.attribution
    here = Span(attribution.content[0].start, attribution.content[-1].end)
    words = [len(coverage.wordings[paraphrase.order].within(span)) for span in attribution.content]
    return Cell(
        article=analysis.id,
        text=" / ".join(on_one_line(analysis.text, s.start, s.end) for s in attribution.content),
        spans=attribution.content,
        key=attribution.speaker or "",
        value=sum(words),
        words={attribution.cue.lemma: 1} if attribution.cue else {},
        edits=(Edit("paraphrase", base.span(0, len(base.indices)), here, f"in {coverage.letters[analysis.id]}"),),
        context=_around(coverage, paraphrase.order, attribution.content),
    )


def _marked(coverage: Coverage, passage: Passage) -> tuple[Span, ...]:
    """Where the copy stands, piece by piece, with its quotation marks where a piece has them."""
    wording, quotations = passage.wording, coverage.analyses[passage.wording.order].quotations
    spans = []
    for first, last in passage.runs:
        start, end = wording.starts[first], wording.ends[last]
        opening, closing = wording.inside[first], wording.inside[last]
        if opening >= 0 and (first == 0 or wording.ends[first - 1] <= quotations[opening].start):
            start = min(start, quotations[opening].start)
        if closing >= 0 and (last + 1 == len(wording.starts) or wording.starts[last + 1] >= quotations[closing].end):
            end = max(end, quotations[closing].end)
        spans.append(Span(start, end))
    return tuple(spans)


def _around(coverage: Coverage, order: int, spans: Sequence[Span]) -> Span:
    """The sentences the words stand in, from the first to the last."""
    body = coverage.bodies[order]
    return Span(
        body.around(spans[0]).start, max(spans[-1].end, body.around(Span(spans[-1].end - 1, spans[-1].end)).end)
    )


def _other_speaker(base: _Copy, copy: _Copy, sayings: Sayings) -> Iterator[Edit]:
    if sayings.named_apart(base.passage, copy.passage):
        one, two = base.passage, copy.passage
        names = f"{_name(base.saying)} / {_name(copy.saying)}"
        yield Edit("speaker", one.span(0, len(one.indices)), two.span(0, len(two.indices)), names)


def _other_cue(coverage: Coverage, base: _Copy, here: _Copy) -> Iterator[Edit]:
    """Cues of two stances, or two of one that is not neutral: "said" and "told" are no difference."""
    one, two = cue_of(base.saying), cue_of(here.saying)
    if one is None or two is None or one.lemma == two.lemma:
        return
    for cue, copy in ((one, base), (two, here)):
        if not _stands_by(cue, copy.passage, coverage.analyses[copy.passage.wording.order]):
            return
    if one.stance != two.stance or one.stance != "neutral":
        spans = Span(one.spans[0].start, one.spans[-1].end), Span(two.spans[0].start, two.spans[-1].end)
        yield Edit("cue", *spans, f"{one.lemma} ({one.stance}) / {two.lemma} ({two.stance})")


def _stands_by(cue: Cue, passage: Passage, analysis: Analysis) -> bool:
    """Whether no other cue, and no other quotation, stands between this one and the quotation."""
    start, end = passage.wording.starts[passage.indices[0]], passage.wording.ends[passage.indices[-1]]
    first, last = cue.spans[-1].end, cue.spans[0].start
    others = [each.cue.spans[0].start for each in analysis.attributions if each.cue and each.cue.spans != cue.spans]
    others += [each.start for number, each in enumerate(analysis.quotations) if number not in passage.quotations]
    return not any(first <= place < start or end < place < last for place in others)


def _name(saying: Saying) -> str:
    return within_a_sentence(saying.speaker.name) if saying.speaker and saying.speaker.named else ""


def _bare(copy: _Copy) -> str:
    """How words without marks stand in an article."""
    name = _name(copy.saying)
    return f"as indirect speech of {name}" if name else "and by our rules without a speaker"


def _opening(passage: Passage) -> str:
    span = passage.span(0, min(OPENING, len(passage.indices)))
    text = passage.wording.text
    bracket = text[span.start - 1 : span.start] == "["  # "[W]e"
    words = on_one_line(text, span.start - bracket, span.end)
    return words if len(passage.indices) <= OPENING else f"{words} …"


def _size(rules: Sequence[str], cells: Sequence[Cell]) -> float:
    """The size of the largest difference, and a little for each further kind."""
    if not rules:
        return 0.0
    sizes = {rule: SIZES[rule] for rule in rules}
    for rule in ("changed", "inserted"):
        if rule in sizes and all(e.note == SLIGHT for cell in cells for e in cell.edits if e.rule == rule):
            sizes[rule] = _SLIGHT
    if "cut" in sizes:
        lengths = [cell.value for cell in cells if cell.value and not _has(cell, "paraphrase")]
        sizes["cut"] += _CUT * (1 - min(lengths) / max(lengths))
    return max(sizes.values()) + AGAIN * (len(sizes) - 1)


def _has(cell: Cell, rule: str) -> bool:
    return any(edit.rule == rule for edit in cell.edits)


KIND = FindingKind(
    id="quotations",
    title="Quotations",
    meaning="The same quotation as several articles print it, and how the copies differ.",
    limits=(
        "Quotations translated from another language differ in words from one translator to the next.",
        "A quotation of fewer than three words, or with few words in common, is not recognised as the same.",
        "Two articles may quote two occasions on which somebody said nearly the same.",
        "Which copy is what was said cannot be told from the articles.",
    ),
    unit="words",
    quality=(
        Quality(
            "findings right when read against the articles",
            "precision",
            0.909,
            44,
            "findings",
            "US political news in which events are told by three outlets, read by one reader",
        ),
    ),
    rules=(
        FindingRule("speaker", "other speaker", "The words are given to two named people.", 0.6),
        FindingRule("changed", "words changed", "Words stand for others inside the quotation.", 0.7),
        FindingRule(
            "inserted", "words in one copy only", "Words inside the quotation stand in one copy only, unmarked.", 0.9
        ),
        FindingRule("cue", "other cue", "The words that introduce it differ in stance.", 0.75),
        FindingRule("unmarked", "no quotation marks", "One copy has the words without quotation marks.", 0.8),
        FindingRule("bracket", "brackets", "Words in brackets were put in, or stand in place of others.", 0.9),
        FindingRule("ellipsis", "ellipsis", "An ellipsis stands for words another copy has, or in one copy only.", 0.9),
        FindingRule("cut", "quoted at different length", "One copy quotes less.", 0.9),
        FindingRule(
            "moved", "moved across the marks", "Words stand inside the marks in one copy and outside in another.", 0.9
        ),
        FindingRule(
            "edge", "joining words inside the marks", "One copy has function words at its edge inside the marks.", 0.9
        ),
        FindingRule(
            "paraphrase",
            "indirect speech elsewhere",
            "Another article reports it as indirect speech of the same speaker.",
            0.7,
        ),
        FindingRule("punctuation", "punctuation or spelling", "Signs, hyphens or spelling differ.", 0.9),
        FindingRule("same", "the same words", "All copies have the same words.", 0.95),
    ),
    find=find,
)
