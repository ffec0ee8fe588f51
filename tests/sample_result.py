"""A result made by hand: two hostile articles, every status, a quotation that differs."""

from __future__ import annotations

from crossread.model import (
    SCHEMA,
    Analysis,
    Attribution,
    Cell,
    Citation,
    Comparison,
    Crossing,
    Cue,
    Detail,
    Edit,
    Evidence,
    FigureComparison,
    FigureInfo,
    Finding,
    FindingKindInfo,
    FindingRule,
    Found,
    FoundKind,
    Interval,
    Measurement,
    Metadata,
    MetricInfo,
    Notice,
    Origin,
    Quality,
    Quotation,
    Result,
    Span,
    Speaker,
    Tool,
    VoiceSpan,
    VoiceValue,
    Zone,
)

FIRST = (
    "Share this page\n\nHarbour bridge stays shut, engineers say\n\nBy Ada Quill\n\n"
    "The harbour bridge may stay shut until March, the port authority said on Tuesday. "
    "“The cables are sound,” chief engineer Tom Hale said. “We will open it when it is safe.”\n\n"
    "Clearly, {{ 7 * 7 }} traders <script>alert('x')</script> are \u202eworried\u202c & angry, "
    "according to a person familiar with the talks.\n\n"
    "| a | `b` | *c* |"
)
SECOND = (
    "Bridge closed over cracked cable\n\n"
    "A cracked cable has closed the harbour bridge, and 40,000 people take the ferry. "
    "Tom Hale, the chief engineer, said the cables were “sound.”\n\n"
    "Mira Osei, who runs a shop on the quay, said trade had “possibly” halved."
)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def marked(text: str, words: str, rule: str, note: str = "", voice: str = "narrator") -> Evidence:
    at = span(text, words)
    return Evidence(at.start, at.end, rule, note, voice)  # type: ignore[arg-type]


def zones(text: str, *rows: tuple[str, str]) -> tuple[Zone, ...]:
    found = []
    for kind, words in rows:
        start = text.index(words)
        end = text.find("\n\n", start)
        found.append(Zone(kind, start, len(text) if end < 0 else end, f"{kind} rule"))  # type: ignore[arg-type]
    return tuple(found)


def first_article() -> Analysis:
    text = FIRST
    body = zones(text, ("body", "The harbour bridge may"), ("body", "Clearly"), ("body", "| a |"))
    quotes = (span(text, "“The cables are sound,”"), span(text, "“We will open it when it is safe.”"))
    hedging = Measurement(
        "hedging",
        "measured",
        2.5,
        "per 100 words",
        40,
        "words",
        {"narrator": VoiceValue(2.5, 40), "quoted": VoiceValue(None, 12)},
        Interval(0.5, 4.5),
        (
            Detail("boosters", 1, 40, None, "", ("booster",)),
            Detail("band", None, None, None, "no probability word in the text"),
        ),
        (
            marked(text, "may", "hedge", "modal"),
            marked(text, "Clearly", "booster"),
            # Crosses the sentence below: neither lies inside the other.
            marked(text, "March, the port authority said on Tuesday. “The", "hedge", "crossing"),
        ),
    )
    sentence = "The harbour bridge may stay shut until March, the port authority said on Tuesday."
    tone = Measurement(
        "sentiment",
        "measured",
        -0.312,
        "mean of sentences",
        4,
        "sentences",
        {},
        None,
        (),
        (
            marked(text, sentence, "hard sentence", "15 words; “wide”"),
            marked(text, "<script>alert('x')</script>", "negative", "<b>bold</b>"),
            marked(text, "\u202eworried\u202c", "negative", "x", "narrator"),
        ),
    )
    attribution = Attribution(
        span(text, "Tom Hale"),
        Cue((span(text, "said. “We"),), "say", "neutral"),
        quotes,
        "s1",
        "direct",
        "neutral",
        "quotation, cue, name",
    )
    return Analysis(
        id="aaaaaaaaaaaa",
        origin=Origin("file", "inbox/first <b>.txt", "0" * 64),
        metadata=Metadata(
            title=Found("Harbour bridge stays shut, engineers say", "first heading"),
            authors=(Found("Ada Quill", "byline"),),
            publisher=Found("The \u202eHerald", "furniture"),
            language=Found("en", "detector"),
        ),
        text=text,
        zones=(
            *zones(text, ("furniture", "Share"), ("title", "Harbour bridge stays"), ("byline", "By Ada")),
            *body,
        ),
        sentences=(),
        voices=(
            VoiceSpan(body[0].start, quotes[0].start, "narrator"),
            VoiceSpan(quotes[0].start, quotes[0].end, "quoted"),
            VoiceSpan(quotes[0].end, quotes[1].start, "narrator"),
            VoiceSpan(quotes[1].start, quotes[1].end, "quoted"),
            VoiceSpan(body[1].start, span(text, "according to").start, "reported"),
            VoiceSpan(span(text, "according to").start, body[1].end, "narrator"),
        ),
        quotations=(Quotation(quotes[0].start, quotes[0].end, (quotes[0],), True, "s1"),),
        names=(),
        speakers=(Speaker("s1", "Tom Hale", "chief engineer", "expert", True, (span(text, "Tom Hale"),)),),
        attributions=(attribution,),
        measurements=(
            hedging,
            tone,
            Measurement("readability", "not_applicable", None, "points", 40, "words", reason="needs 100 words"),
            Measurement("asides", "failed", None, "count", 0, "asides", reason="ValueError: broke on <purpose>"),
        ),
    )


def second_article() -> Analysis:
    text = SECOND
    body = zones(text, ("body", "A cracked"), ("body", "Mira Osei"))
    quote = span(text, "“sound.”")
    hedging = Measurement(
        "hedging",
        "measured",
        9.75,
        "per 100 words",
        30,
        "words",
        {"narrator": VoiceValue(9.75, 30), "quoted": VoiceValue(3.0, 2)},
        Interval(6.0, 13.0),
        (Detail("boosters", 0, 30, None, "", ("booster",)),),
        (marked(text, "possibly", "hedge", "adverb", "quoted"),),
    )
    return Analysis(
        id="bbbbbbbbbbbb",
        origin=Origin("file", "inbox/second.txt", "1" * 64),
        metadata=Metadata(
            title=Found("Bridge closed over cracked cable", "first heading"), published=Found("4 May 2031", "date line")
        ),
        text=text,
        zones=(*zones(text, ("title", "Bridge closed")), *body),
        sentences=(),
        voices=(
            VoiceSpan(body[0].start, quote.start, "narrator"),
            VoiceSpan(quote.start, quote.end, "quoted"),
            VoiceSpan(body[1].start, body[1].end, "narrator"),
        ),
        quotations=(Quotation(quote.start, quote.end, (quote,), True, "s1"),),
        names=(),
        speakers=(
            Speaker("s1", "Tom Hale", "chief engineer", "expert", True, (span(text, "Tom Hale"),)),
            Speaker("s2", "Mira Osei", None, "person", True, (span(text, "Mira Osei"),)),
        ),
        attributions=(),
        measurements=(
            hedging,
            Measurement("sentiment", "measured", -0.0001, "mean of sentences", 3, "sentences"),
            Measurement("readability", "measured", 61.24, "points", 1200, "words"),
            Measurement("asides", "measured", 0, "count", 0, "asides"),
        ),
    )


QUOTED = FindingKindInfo(
    "quotations", "Quotations", "Quotations of <several>.", (), (FindingRule("cut", "quoted at different length", ""),)
)


def alone(finding: str, kind: str, label: str, article: Analysis, place: Span) -> Finding:
    """A thing that one article only carries."""
    sentence = f"{label} is in 1 sentence of B, not found by our rules in A."
    cell = Cell(article.id, f"“{label}”", (place,), value=1)
    return Finding(finding, "selection", ("only", kind), label, sentence, (cell,), only_in=article.id, size=0.1)


def comparison(first: Analysis, second: Analysis) -> Comparison:
    left, right = span(first.text, "“The cables are sound,”"), span(second.text, "“sound.”")
    number = span(second.text, "40,000")
    person = span(second.text, "Mira Osei")
    return Comparison(
        figures=(
            FigureComparison(
                "hedging",
                None,
                (2.5, 9.75),
                (Interval(0.5, 4.5), Interval(6.0, 13.0)),
                6.125,
                (-3.625, 3.625),
                "differs",
            ),
            FigureComparison(
                "sentiment", None, (-0.312, -0.0001), (None, None), -0.156, (-0.156, 0.156), "no interval"
            ),
            FigureComparison("readability", None, (None, 61.24), (None, None), None, (None, None), "not comparable"),
        ),
        kinds=(QUOTED,),
        found=(
            FoundKind("voices", "measured", voices(first, second)),
            FoundKind(
                "quotations",
                "measured",
                (
                    Finding(
                        "quotations-1",
                        "quotations",
                        ("cut",),
                        "Tom Hale: “The cables are sound”",
                        "A and B quote Tom Hale at different length: A quotes 4 words, B 1.",
                        (
                            Cell(first.id, "“The cables are sound,”", (left,), "s1", 4, words={"say": 1}),
                            Cell(
                                second.id,
                                "“sound.”",
                                (right,),
                                "s1",
                                1,
                                edits=(
                                    Edit(
                                        "cut",
                                        span(first.text, "The cables are "),
                                        Span(right.start + 1, right.start + 1),
                                    ),
                                ),
                            ),
                        ),
                        base=first.id,
                        size=0.3,
                    ),
                ),
            ),
            FoundKind(
                "selection",
                "measured",
                (
                    alone("selection-1", "person", "Mira Osei", second, person),
                    alone("selection-2", "number", "40,000", second, number),
                ),
            ),
        ),
        key=("quotations-1", "voices-2"),
    )


def voices(first: Analysis, second: Analysis) -> tuple[Finding, ...]:
    def cell(article: Analysis, speaker: str, words: str, share: float, direct: int, indirect: int) -> Cell:
        counts = {"attributions": 1, "words_direct": direct, "words_indirect": indirect}
        return Cell(article.id, words, (span(article.text, words),), speaker, share, counts=counts)

    both = (
        cell(first, "s1", "“The cables are sound,”", 100.0, 12, 0),
        cell(second, "s1", "the cables were “sound.”", 50.0, 1, 3),
    )
    alone = cell(second, "s2", "trade had “possibly” halved", 50.0, 1, 3)
    return (
        Finding("voices-1", "voices", ("shared",), "Tom Hale", "Heard in A and B: Tom Hale.", both, note="expert"),
        Finding(
            "voices-2",
            "voices",
            ("only",),
            "Mira Osei",
            "Heard in B only: Mira Osei.",
            (alone,),
            only_in=second.id,
            note="person",
            size=0.4,
        ),
    )


QUALITY = Quality("hedges <marked>", "F1", 0.8, 1200, "sentences", "a made-up book")


def info(
    metric: str,
    title: str,
    unit: str,
    decimals: int,
    figures: tuple[FigureInfo, ...] = (),
    quality: tuple[Quality, ...] = (),
) -> MetricInfo:
    return MetricInfo(
        metric,
        title,
        unit,
        "descriptive",
        f"What {metric} means.",
        "hits / words",
        (f"What {metric} cannot show.",),
        (Citation("Writer, A.", 1999, "A study <of> things", "https://example.org/study"),),
        figures,
        20,
        ("en",),
        decimals,
        quality=quality,
    )


def make_result() -> Result:
    """Two articles compared, with a crossing and a warning."""
    first, second = first_article(), second_article()
    figures = (FigureInfo("boosters", "boosters", "count", "certainly"), FigureInfo("band", "probability band", ""))
    return Result(
        SCHEMA,
        Tool("0.1.0", "3.11", {"jinja2": "3.1.6"}, {"hedges.tsv": "2" * 64}),
        "harbour",
        "Harbour bridge <closed> & {{ open }}",
        {"inputs": ["inbox/*.txt"], "title": "</pre><script>1</script>"},
        (
            info("hedging", "Hedging", "per 100 words", 1, figures, (QUALITY,)),
            info("sentiment", "Sentiment", "mean of sentences", 2),
            info("readability", "Readability", "points", 1),
            info("asides", "Asides", "count", 0),
        ),
        (first, second),
        comparison(first, second),
        (Crossing("hedging.boosters", "aaaaaaaaaaaa", 1.0, 0.5, "max"),),
        (Notice("warning", "inbox/third.txt", "left out: the file is empty"),),
    )
