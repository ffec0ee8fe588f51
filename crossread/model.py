"""The data that travels from stage to stage, and the result as it is saved.

    Article -> Document -> Measurement -> Analysis -> Comparison -> Result

`Article.text` is the only coordinate system: every `start` and `end` here is a Unicode code point
offset into it, `end` exclusive. All types are immutable; a stage makes new values from old ones.
`Document` lives in `crossread.document`: it is the working form and is not saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from msgspec import Struct

SCHEMA = "crossread/result/1"

Voice = Literal["narrator", "quoted", "reported"]
VOICES: tuple[Voice, ...] = ("narrator", "quoted", "reported")

ZoneKind = Literal[
    "kicker", "title", "standfirst", "byline", "date_line", "dateline", "body", "quote_block", "caption",
    "author_bio", "credit", "correction", "related", "comment", "advertisement", "furniture",
]  # fmt: skip
BODY_ZONES: tuple[ZoneKind, ...] = ("body", "quote_block")  # what the story itself says
AROUND_ZONES: tuple[ZoneKind, ...] = ("furniture", "related", "comment", "advertisement")  # what stands around it
Role = Literal["paragraph", "heading", "list_item", "table_row"]
SpeakerKind = Literal[
    "official", "politician", "expert", "business", "civil_society", "media", "state_media", "witness", "person",
    "institution", "document", "poll", "unnamed", "vague_group",
]  # fmt: skip
SpeakerEntity = Literal["person", "body", "group", "document"]
SpeakerBy = Literal["name", "description", "pronoun", "unresolved", ""]
Pronoun = Literal["he", "she"]
Stance = Literal["neutral", "assertive", "doubting", "conceding", "factive", "emotive"]
Form = Literal["direct", "indirect", "mixed"]
QuotationKind = Literal["speech", "scare", "title", "term"]
Status = Literal["measured", "not_applicable", "failed"]
Direction = Literal["more is easier", "more is harder", "descriptive"]
Theme = Literal["sourcing", "certainty", "tone", "framing", "form", "further"]
THEMES: Mapping[Theme, str] = {  # with their titles, in the order reports show them
    "sourcing": "Sourcing",
    "certainty": "Certainty",
    "tone": "Tone and loading",
    "framing": "Framing and naming",
    "form": "Form and origin",
    "further": "Further metrics",
}
WORD_UNITS = frozenset({"name", "wording", "kind of wording"})  # of figures whose value is text: no threshold on them


class Span(Struct, frozen=True, order=True, gc=False):
    """A stretch of the article's text."""

    start: int
    end: int


# ------------------------------------------------------------------------------------ article


class Origin(Struct, frozen=True, gc=False):
    """Where an article came from. `sha256` is of the bytes as read, before decoding.

    `format` is the reader's id ("html", "pdf"). `part` tells which entry, row or record of the input
    it is. `retrieved` is when a server sent or last confirmed the page (ISO 8601, UTC).
    """

    kind: Literal["file", "text", "stdin", "url"]
    locator: str
    sha256: str
    encoding: str = "utf-8"
    format: str = "text"
    part: str = ""
    retrieved: str | None = None

    @property
    def where(self) -> str:
        """The input and the part of it, as messages and reports name it."""
        return f"{self.locator}, {self.part}" if self.part else self.locator


class Found(Struct, frozen=True, gc=False):
    """A piece of metadata with the rule that found it and, when it stands in the text, its span.

    `note` says more of it in the page's own words: an author's job title.
    """

    value: str
    rule: str
    start: int | None = None
    end: int | None = None
    note: str = ""


MetadataField = Literal[
    "title", "author", "publisher", "published", "modified", "section", "genre", "language", "url", "paywall",
    "correction", "based_on", "backstory",
]  # fmt: skip


class Claim(Struct, frozen=True, gc=False):
    """What one place of the page says of the article: of several, the most trusted place is believed."""

    field: MetadataField
    found: Found


class Metadata(Struct, frozen=True, gc=False):
    """What the copy says about itself. None is "not found in this copy", never "absent".

    Dates are as the page has them in text, ISO 8601 where a machine-readable place gives them.
    `conflicts` keeps what less trusted places say otherwise.
    """

    title: Found | None = None
    authors: tuple[Found, ...] = ()
    publisher: Found | None = None
    published: Found | None = None
    modified: Found | None = None
    section: Found | None = None
    genre: Found | None = None
    language: Found | None = None
    url: Found | None = None
    paywall: Found | None = None
    corrections: tuple[Found, ...] = ()
    based_on: tuple[Found, ...] = ()
    backstory: Found | None = None
    conflicts: tuple[Claim, ...] = ()


class Zone(Struct, frozen=True, gc=False):
    """One block of the page (a paragraph, a line of furniture) and what it is.

    Blocks never overlap; blank lines belong to none. A dateline is the head of the first body
    paragraph and a zone of its own. `level` is that of a heading (1 to 6) or a nested list (from 1).
    """

    kind: ZoneKind
    start: int
    end: int
    rule: str
    role: Role = "paragraph"
    level: int = 0


class Link(Struct, frozen=True, gc=False):
    """A link in the story and where it leads; `own_site` when to the page's own site."""

    start: int
    end: int
    url: str
    own_site: bool


class Cut(Struct, frozen=True, gc=False):
    """Blocks of one kind left out of the text because the page has more of them than anyone reads."""

    kind: ZoneKind
    blocks: int
    characters: int


class Article(Struct, frozen=True, gc=False):
    """One page as text, nothing thrown away but what `cut` counts.

    `id` is the first 12 hex digits of the text's sha256.
    """

    id: str
    origin: Origin
    metadata: Metadata
    text: str
    zones: tuple[Zone, ...]
    links: tuple[Link, ...] = ()
    cut: tuple[Cut, ...] = ()
    warnings: tuple[str, ...] = ()


# ----------------------------------------------------------------------------------- document


class Sentence(Struct, frozen=True, gc=False):
    """A sentence in one zone; `voice` is that of most of its words, None outside the body."""

    start: int
    end: int
    zone: ZoneKind
    paragraph: int  # index into Article.zones
    voice: Voice | None


class VoiceSpan(Struct, frozen=True, gc=False):
    """A run of the body in one voice. The runs cover every body zone without gap or overlap."""

    start: int
    end: int
    voice: Voice


class Quotation(Struct, frozen=True, gc=False):
    """Words inside quotation marks, marks included, or set off from the story as a block or a line of speech.

    `spans` has one piece a paragraph: a quotation that runs on has one in each and is closed once.
    `closed` is False when no closing mark was found and the quotation was taken to end with its
    paragraph, or before the words that tell who said it. `kind` says what the words are: somebody's
    speech, the title of a work, a term, name or nickname, or scare quotes, by which the writer keeps a
    distance. Only speech has a speaker and is in the quoted voice.
    """

    start: int
    end: int
    spans: tuple[Span, ...]
    closed: bool
    speaker: str | None = None
    kind: QuotationKind = "speech"


class Cue(Struct, frozen=True, gc=False):
    """The words that attribute ("has said", "according to"), their lemma and its stance."""

    spans: tuple[Span, ...]
    lemma: str
    stance: Stance


class SecondHand(Struct, frozen=True, gc=False):
    """The outlet whose reporting is passed on: "told the BBC", "according to Tass".

    `chain` names who passed the words to whom, the first speaker first and the outlet last; the outlet
    alone where it is the source itself.
    """

    start: int
    end: int
    outlet: str
    state_media: bool  # only when the text itself says so
    chain: tuple[str, ...] = ()


NO_ANSWER = "no_answer"  # the rule of an attribution that nothing was said of: "declined to discuss the leak"


class Attribution(Struct, frozen=True, gc=False):
    """Source, cue and content in PolNeAR's sense (Newell, Margolin & Ruths 2018).

    `source` is None where nobody is named beside the words; `speaker` may still be known from
    the sentences before. `speaker_by` says what led to the speaker: a name, a description ("the
    minister") or a pronoun; "unresolved" when a pronoun led to nobody, "" when there was nothing to go by.
    Under the rule `NO_ANSWER` the content is what somebody did not speak of, and stays the narrator's words.
    """

    source: Span | None
    cue: Cue | None
    content: tuple[Span, ...]
    speaker: str | None
    form: Form
    stance: Stance
    rule: str
    second_hand: SecondHand | None = None
    speaker_by: SpeakerBy = ""


class Speaker(Struct, frozen=True, gc=False):
    """Someone or something words are attributed to, under the fullest name the article gives.

    `forms` are the wordings used for the speaker, pronouns left out; `pronoun` is the one the text uses
    of a person, None where it shows neither. `first` is where the first attribution begins. A word in two
    attributions of one speaker counts once. `cues` counts the cue words by lemma, in order of use.
    """

    id: str
    name: str
    role: str | None
    kind: SpeakerKind
    named: bool
    mentions: tuple[Span, ...]
    entity: SpeakerEntity = "person"
    pronoun: Pronoun | None = None
    forms: tuple[str, ...] = ()
    first: int | None = None
    attributions: int = 0
    words_direct: int = 0
    words_indirect: int = 0
    cues: Mapping[str, int] = {}


NameKind = Literal["person", "place", "organisation", "other"]


class Name(Struct, frozen=True, gc=False):
    """One occurrence of a proper name. `key` is equal for occurrences linked to one another."""

    start: int
    end: int
    key: str
    kind: NameKind


# -------------------------------------------------------------------------------- measurement


class Interval(Struct, frozen=True, gc=False):
    """A 95 % interval for a figure, in the figure's unit."""

    low: float
    high: float


class Evidence(Struct, frozen=True, gc=False):
    """Words that stand behind a number: the rule that fired and, in `note`, why it matters."""

    start: int
    end: int
    rule: str
    note: str = ""
    voice: Voice | None = None


class VoiceValue(Struct, frozen=True, gc=False):
    """A metric's value in one voice; `n` counts what the value is taken over."""

    value: float | int | None
    n: int


class Detail(Struct, frozen=True, gc=False):
    """One further figure of a metric; its label and unit are declared in `MetricInfo.figures`.

    `rules` names the evidence behind it (evidence whose rule is listed). `value` is None with a
    `reason` where nothing can be said.
    """

    id: str
    value: float | int | str | None
    n: int | None = None
    interval: Interval | None = None
    reason: str = ""
    rules: tuple[str, ...] = ()


class TableRow(Struct, frozen=True, gc=False):
    """One line of a metric's table: a speaker, a person or a subject, with a value for each of `MetricInfo.columns`.

    The first value leads: `n` is what it is taken over, `interval` is its own, and where it is None,
    `reason` says why. `key` is the `Speaker.id` or `Name.key` that is meant, or a subject's id; `spans` the evidence.
    """

    key: str
    label: str
    values: tuple[float | int | str | None, ...]
    n: int
    interval: Interval | None = None
    reason: str = ""
    spans: tuple[Span, ...] = ()


class Reading(Struct, frozen=True, gc=False):
    """One stretch of the text with a metric's value there and whose words it is: a point of its course."""

    start: int
    end: int
    voice: Voice
    value: float


class Measurement(Struct, frozen=True, gc=False):
    """What one metric found in one article. Never 0.0 for "cannot say": then value is None.

    `n` is the number of things looked at, in `n_unit` ("words", "sentences"). `series` is how the metric
    runs through the body, in reading order, where it can be told stretch by stretch.
    """

    metric: str
    status: Status
    value: float | int | None
    unit: str
    n: int
    n_unit: str
    by_voice: Mapping[str, VoiceValue] = {}
    interval: Interval | None = None
    details: tuple[Detail, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reason: str = ""
    rows: tuple[TableRow, ...] = ()
    series: tuple[Reading, ...] = ()


class Citation(Struct, frozen=True, gc=False):
    """A published source of a metric."""

    authors: str
    year: int
    title: str
    url: str


class FigureInfo(Struct, frozen=True, gc=False):
    """The declaration of one `Detail`, or of one column of a table: what it counts and in which unit."""

    id: str
    label: str
    unit: str
    meaning: str = ""


class Quality(Struct, frozen=True, gc=False):
    """How often a metric, or what it stands on, was right where that was measured.

    `page` of the documentation has the figure and how it was made. Marks judged by one reader say so in `corpus`.
    """

    measured: str  # what was to be found: "sentences with a hedge"
    figure: Literal["precision", "recall", "F1", "AUC"]
    value: float  # 0 to 1
    n: int
    n_unit: str
    corpus: str  # in words: texts and corpora are no part of this project
    page: str = "docs/evaluation.md"


class MetricInfo(Struct, frozen=True, gc=False):
    """A metric's declaration as it travels with the result; reports explain metrics from this.

    `unprinted` are the rules, or the heads of rules ("sourcing.named"), whose marks are left out on paper.
    `marks_shown` says whether the marks show in a page's text before a reader switches them on.
    """

    id: str
    title: str
    unit: str
    direction: Direction
    meaning: str
    formula: str
    limits: tuple[str, ...]
    sources: tuple[Citation, ...]
    figures: tuple[FigureInfo, ...]
    minimum_words: int
    languages: tuple[str, ...]
    decimals: int
    columns: tuple[FigureInfo, ...] = ()  # of `Measurement.rows`
    quality: tuple[Quality, ...] = ()
    unmeasured: str = "not measured against annotations"  # why `quality` is empty, where it is
    theme: Theme = "further"
    unprinted: tuple[str, ...] = ()
    marks_shown: bool = False


class Analysis(Struct, frozen=True, gc=False):
    """An article with everything found in it: one entry of the result's `articles`."""

    id: str
    origin: Origin
    metadata: Metadata
    text: str
    zones: tuple[Zone, ...]
    sentences: tuple[Sentence, ...]
    voices: tuple[VoiceSpan, ...]
    quotations: tuple[Quotation, ...]
    names: tuple[Name, ...]
    speakers: tuple[Speaker, ...]
    attributions: tuple[Attribution, ...]
    measurements: tuple[Measurement, ...]
    links: tuple[Link, ...] = ()
    cut: tuple[Cut, ...] = ()


# --------------------------------------------------------------------------------- comparison


class FigureComparison(Struct, frozen=True, gc=False):
    """One figure over all articles, in their order, against the median of the set or the article chosen.

    `figure` is None for the metric's main value. `verdict` is "no clear difference" when all
    intervals overlap, "differs" when two do not, "no interval" when only the values are known,
    "not comparable" when fewer than two articles have a value. `differences` are from the value at the
    place `base`, where an article was chosen, else from the median.
    """

    metric: str
    figure: str | None
    values: tuple[float | None, ...]
    intervals: tuple[Interval | None, ...]
    median: float | None
    differences: tuple[float | None, ...]
    verdict: Literal["differs", "no clear difference", "no interval", "not comparable"]
    base: int | None = None


class FindingRule(Struct, frozen=True, gc=False):
    """The declaration of one way a finding can be: what was found, and how far that can be trusted.

    `certainty` is the share of such findings expected to be right, 0 to 1: measured where the kind's
    `quality` says so, otherwise set by those who read them on news.
    """

    id: str
    label: str
    meaning: str
    certainty: float = 0.9


class FindingKindInfo(Struct, frozen=True, gc=False):
    """A kind of finding as it travels with the result; reports explain findings from this.

    `unit` is that of a cell's value; `counts` declares its further numbers.
    """

    id: str
    title: str
    meaning: str
    limits: tuple[str, ...]
    rules: tuple[FindingRule, ...]
    unit: str = ""
    counts: tuple[FigureInfo, ...] = ()
    sources: tuple[Citation, ...] = ()
    quality: tuple[Quality, ...] = ()
    unmeasured: str = "not measured against annotations"
    languages: tuple[str, ...] = ()


class Edit(Struct, frozen=True, gc=False):
    """A difference between the wording of the base and that of another article; an empty span: no words there."""

    rule: str
    base: Span
    here: Span
    note: str = ""


class Cell(Struct, frozen=True, gc=False):
    """What one article has of a finding, with the places that show it.

    `text` is how it reads there, in the article's own words where it can be. `key` is the `Speaker.id` or
    `Name.key` that is meant. `value` is in the kind's unit, `counts` what the kind declares, `words` counts
    wordings ("said": 3). `edits` are its differences from the finding's base, in reading order; `context` is what
    the words stand in there, its sentences, where the kind gives it.
    """

    article: str
    text: str
    spans: tuple[Span, ...] = ()
    key: str = ""
    value: float | int | None = None
    interval: Interval | None = None
    counts: Mapping[str, int] = {}
    words: Mapping[str, int] = {}
    edits: tuple[Edit, ...] = ()
    context: Span | None = None


class Finding(Struct, frozen=True, gc=False):
    """One thing the articles share, say differently, or one of them has alone.

    `cells` are those of the articles that have it, in the set's order: not listed means not found by our
    rules. `rules` are the kind's, the most telling first. `sentence` says it in plain words; articles are called
    by letter, A the first of the result's. `base` is the article the edits are measured from. `size` says how
    much of the coverage is touched, 0 to 1, and `certainty` how sure the finding is.
    """

    id: str
    kind: str
    rules: tuple[str, ...]
    label: str
    sentence: str
    cells: tuple[Cell, ...]
    base: str | None = None
    only_in: str | None = None
    note: str = ""
    size: float = 0.0
    certainty: float = 0.9


class FoundKind(Struct, frozen=True, gc=False):
    """All that one kind found, or why it could not be looked for. `reason` also says which articles were left out."""

    kind: str
    status: Status
    findings: tuple[Finding, ...] = ()
    reason: str = ""


class EventGroup(Struct, frozen=True, gc=False):
    """Articles that look like reports of one event.

    `likeness` is that of the least alike two, 0 to 1; `outside` that of the most alike two of which one
    stands outside the group, None where none does. `words` are what most of them have and weighs most.
    """

    articles: tuple[str, ...]
    likeness: float
    outside: float | None
    words: tuple[str, ...]


class LoneArticle(Struct, frozen=True, gc=False):
    """An article that looks like no other's event.

    `nearest` is the article most like it, `likeness` theirs; `days` apart were they published, None
    where a copy has no date. All three are None where there is no other article, or too few words to say.
    """

    article: str
    nearest: str | None = None
    likeness: float | None = None
    days: int | None = None


class Events(Struct, frozen=True, gc=False):
    """The articles grouped by event, from their words and days of publication.

    Any two of a group have a likeness of `threshold` or more, and were not published more than `days` apart.
    """

    threshold: float
    days: int
    groups: tuple[EventGroup, ...]
    alone: tuple[LoneArticle, ...]


class Comparison(Struct, frozen=True, gc=False):
    """Analyses side by side; every finding points at articles and spans.

    `against` is the article the others are held against, None where that is the median of the set. `key`
    are the ids of the findings that matter most, the first the most.
    """

    figures: tuple[FigureComparison, ...] = ()
    against: str | None = None
    kinds: tuple[FindingKindInfo, ...] = ()
    found: tuple[FoundKind, ...] = ()
    key: tuple[str, ...] = ()
    events: Events | None = None


# ---------------------------------------------------------------------------------- reference


class Standing(Struct, frozen=True, gc=False):
    """Where a figure of one article stands among those of the reference.

    `below` is the share of the reference's articles with a lower value, in %, those with an equal one
    counted half; `equal` that of those with an equal one. `n` of them have the figure. `figure` is None
    for the metric's main value.
    """

    metric: str
    figure: str | None
    below: float
    equal: float
    n: int


class Placement(Struct, frozen=True, gc=False):
    """One article's standings; none where it is of another kind than the reference, which `outside` then says."""

    article: str
    outside: str
    standings: tuple[Standing, ...]


class Lengths(Struct, frozen=True, gc=False):
    """Body words of the reference's articles: the shortest, the 1st and 99th percentile, the longest."""

    least: int
    low: int
    high: int
    most: int


class Quantiles(Struct, frozen=True, gc=False):
    """How a metric's main value is spread over the reference: the values that 5, 25, 50, 75 and 95 % stay below.

    `n` of its articles have the value, in the metric's unit.
    """

    metric: str
    n: int
    p5: float
    p25: float
    p50: float
    p75: float
    p95: float


class Reference(Struct, frozen=True, gc=False):
    """The articles an article's figures are held against, and where they stand there.

    `of` is what they are called ("news reports"), `note` what should be known of them, `genres` how many
    are of each, `language` that of most, `version` the crossread that measured them. `quantiles` has the
    metrics that were held against them.
    """

    name: str
    of: str
    note: str
    articles: int
    language: str | None
    genres: Mapping[str, int]
    words: Lengths
    version: str
    placements: tuple[Placement, ...]
    quantiles: tuple[Quantiles, ...] = ()


# ------------------------------------------------------------------------------------- result


class Notice(Struct, frozen=True, gc=False):
    """Something the run could not do, or did with a reservation. `error` makes the exit code 2."""

    level: Literal["warning", "error"]
    subject: str  # an input, a metric, a format
    message: str


class Crossing(Struct, frozen=True, gc=False):
    """A figure beyond a threshold of the config; makes the exit code 1."""

    figure: str  # "sourcing.unnamed_share"
    article: str
    value: float
    limit: float
    side: Literal["min", "max"]


class Tool(Struct, frozen=True, gc=False):
    """What made the result: enough to make it again."""

    version: str
    python: str
    packages: Mapping[str, str]
    lexicons: Mapping[str, str]  # file name -> sha256


class Result(Struct, frozen=True, gc=False):
    """The saved outcome of a run; reports are rendered from this alone."""

    schema: str
    tool: Tool
    report: str  # the report's name in the config
    title: str
    config: Mapping[str, Any]
    metrics: tuple[MetricInfo, ...]
    articles: tuple[Analysis, ...]
    comparison: Comparison | None
    crossings: tuple[Crossing, ...] = ()
    warnings: tuple[Notice, ...] = ()
    reference: Reference | None = None
