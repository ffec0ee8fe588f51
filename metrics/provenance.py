"""What the copy says of its own origin: byline, date, dateline, publisher, credit, correction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from crossread.document import Document
from crossread.lexicon import Match
from crossread.metric import Metric, Options
from crossread.model import BODY_ZONES, Citation, Detail, Evidence, FigureInfo, Found, Measurement, ZoneKind
from crossread.text.readable_dates import readable

MISSING = "not found in this copy"
_ITEMS = {
    "byline": "Byline",
    "date": "Date",
    "dateline": "Dateline",
    "publisher": "Publisher",
    "credit": "Reprint or agency credit",
    "correction": "Correction or editor's note",
}
_SHOWN = 80  # characters of an item repeated in its figure
_HEAD = 80  # characters at a paragraph's head where an agency in brackets is a dateline's
_DASHES = ("–", "—", "-")
_FRAME = " ()[]—–-.©"
_BEFORE_AGENCY = ("by", " of", " for", " and", " the", ",", "|", "/", "(", *_DASHES)
# What scraping leaves of a dateline, "( –", shows that there was one but neither place nor agency.
_DAMAGED = "dateline.damaged"


def measure(document: Document, options: Options) -> Measurement:
    """How many of the six items the copy carries, each with its words and place."""
    details: list[Detail] = []
    evidence: list[Evidence | None] = []
    count = 0
    for item, places in _places(document).items():
        sound = [place for place in places if place.rule != _DAMAGED]
        count += bool(sound)
        if sound:
            value = f"found: {_shorten(readable(sound[0].value))}"
        else:
            value = f"{MISSING}; damaged: {_shorten(places[0].value)}" if places else MISSING
        details.append(Detail(item, value, rules=(f"provenance.{item}",)))
        evidence.extend(_mark(document, item, place) for place in places)
    return METRIC.measured(count, len(_ITEMS), details=details, evidence=[e for e in evidence if e is not None])


def _places(document: Document) -> dict[str, list[Found]]:
    """Where each item stands, the surest place first."""
    metadata = document.article.metadata
    matches = document.matches["provenance"]
    dates = [found for found in (metadata.published, metadata.modified) if found is not None]
    return {
        "byline": list(_zones(document, "byline")) or list(metadata.authors),
        "date": dates or list(_zones(document, "date_line")),
        "dateline": list(_zones(document, "dateline")),
        "publisher": [metadata.publisher] if metadata.publisher is not None else [],
        "credit": _without_overlap(_zones(document, "credit"), _credits(document, matches)),
        "correction": _without_overlap(_zones(document, "correction"), _phrases(document, matches, "correction"))
        or list(metadata.corrections),
    }


def _zones(document: Document, kind: ZoneKind) -> Iterator[Found]:
    for zone in document.article.zones:
        if zone.kind == kind:
            yield Found(document.text[zone.start : zone.end], zone.rule, zone.start, zone.end)


def _without_overlap(zones: Iterable[Found], phrases: Iterable[Found]) -> list[Found]:
    """Zones, then the phrases that stand in none of them."""
    kept = list(zones)
    covered = [(zone.start or 0, zone.end or 0) for zone in kept]
    kept.extend(p for p in phrases if not any(start <= (p.start or 0) < end for start, end in covered))
    return kept


def _phrases(document: Document, matches: Sequence[Match], category: str) -> Iterator[Found]:
    """The lexicon's phrases of a category, anywhere but in a title or inside quotation marks."""
    for match in matches:
        if match.entry.category == category and document.words.voices[match.first] != "quoted":
            yield Found(document.text[match.start : match.end], f"phrase.{category}", match.start, match.end)


def _credits(document: Document, matches: Sequence[Match]) -> Iterator[Found]:
    """Credit phrases, republications "of this article", and agencies credited by their place."""
    yield from _phrases(document, matches, "credit")
    words = document.words
    itself = {
        words.sentences[match.first]
        for match in matches
        if match.entry.category == "text noun" and match.first > 0 and words.forms[match.first - 1] == "this"
    }
    for match in matches:
        category = match.entry.category
        speaks_of_itself = category == "republication" and words.sentences[match.first] in itself
        if (speaks_of_itself and words.voices[match.first] != "quoted") or (
            category == "agency" and _is_credited(document, match)
        ):
            yield Found(document.text[match.start : match.end], f"phrase.{category}", match.start, match.end)


def _is_credited(document: Document, match: Match) -> bool:
    """Whether an agency stands where a credit stands: a byline, "(Reuters)" at an edge, a line of its own."""
    text, term = document.text, match.entry.term
    zone = next((zone for zone in document.article.zones if zone.start <= match.start < zone.end), None)
    if zone is None or text[match.start : match.end] != term:
        return False
    before, after = text[zone.start : match.start].rstrip(), text[match.end : zone.end]
    if zone.kind == "byline":
        return before.lower().endswith(_BEFORE_AGENCY)
    if zone.kind not in (*BODY_ZONES, "dateline"):
        return False
    alone = not before.strip(_FRAME) and not after.strip(_FRAME)
    at_head = zone.kind == "dateline" or (len(before) < _HEAD and after[1:].lstrip()[:1] in _DASHES)
    at_end = len(after) <= len(").")
    return alone or (before.endswith("(") and after.startswith(")") and (at_head or at_end))


def _mark(document: Document, item: str, place: Found) -> Evidence | None:
    """The evidence for a place; None for what stands outside the text, as metadata of a page may."""
    if place.start is None or place.end is None:
        return None
    within = document.words.within(place.start, place.end)
    voice = document.words.voices[within[0]] if within else None
    return Evidence(place.start, place.end, f"provenance.{item}", place.rule, voice)


def _shorten(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"


METRIC = Metric(
    id="provenance",
    title="Provenance",
    theme="form",
    unit="of 6 items found",
    n_unit="items",
    direction="descriptive",
    meaning="Which marks of origin this copy carries: who wrote it, when, where, for whom, from whose material, "
    "and whether it was corrected. They let a reader check where a text comes from.",
    formula="number of the six items found",
    limits=(
        "Scraped and pasted copies lose bylines, datelines and corrections: absence is absence in this copy.",
        "No correction found says nothing about whether one was needed.",
        "A damaged dateline, its place gone, is shown but not counted as found.",
        "Credits and notes are looked for in English wording.",
    ),
    sources=(
        Citation("The Trust Project", 2017, "The 8 Trust Indicators", "https://thetrustproject.org/trust-indicators/"),
        Citation(
            "Zhang, A. X. et al.",
            2018,
            "A Structured Response to Misinformation: Defining and Annotating Credibility Indicators in News Articles",
            "https://doi.org/10.1145/3184558.3188731",
        ),
    ),
    unmeasured="not measured against annotations; the zones it reads are, as asides and body of docs/evaluation.md",
    figures=tuple(FigureInfo(item, label, "wording", f"“found: …” or “{MISSING}”.") for item, label in _ITEMS.items()),
    minimum_words=1,
    languages=(),
    decimals=0,
    measure=measure,
)
