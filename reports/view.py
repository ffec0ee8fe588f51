"""The one view model that HTML, PDF and Markdown print: plain data, already worded and linked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import PurePath

from msgspec import Struct

from crossread.model import Analysis, Crossing, Found, Measurement, Metadata, Notice, Origin, Result
from crossread.reports.anchors import Anchors
from crossread.reports.annotated import (
    Block,
    EvidenceList,
    Layer,
    Stretch,
    annotate,
    evidence_list,
    layers,
    stretches,
)
from crossread.reports.body import Body
from crossread.reports.course import Course, course_of
from crossread.reports.figures import MetricView, Theme, figure_labels, in_order, metric_view, themes
from crossread.reports.kinds import Difference, KindView, key_differences, kind_views, no_clear_difference
from crossread.reports.messages import language_name, t
from crossread.reports.methods import Methods, methods
from crossread.reports.passages import Places, places_of
from crossread.reports.quotations import QuotationView, quotation_views
from crossread.reports.reservations import reservations, with_language_names
from crossread.reports.selection import OnlyIn, only_in, shared_count
from crossread.reports.shares import ArticleShares, shares_of
from crossread.reports.standings import note_on, outsiders, standings
from crossread.reports.visible import shortened
from crossread.reports.voices import VoicesView, voices_view
from crossread.telling import letter, listed, number
from crossread.text.readable_dates import readable
from crossread.text.words import body_words

# What a briefing cannot tell, in this order.
LIMITS = ("truth", "politics", "omitted", "genre", "length", "interval", "lists", "more")


class ArticleView(Struct, frozen=True, gc=False):
    """One article: its label, what the copy says about itself, and its annotated text."""

    label: str
    prefix: str  # "a1": the head of every anchor in this article
    short: str  # publisher, else the head of the title, else the file name
    file: str  # without its folders
    title: str
    authors: str
    published: str
    publisher: str
    language: str
    words: int
    kind: str  # "opinion", "not free to read"; "" where the copy is a report or says nothing
    locator: str
    blocks: tuple[Block, ...]
    evidence: tuple[EvidenceList, ...]

    @property
    def stretches(self) -> tuple[Stretch, ...]:
        """The annotated text with long runs of page furniture folded."""
        return stretches(self.blocks)

    @property
    def signed(self) -> bool:
        """Whether the copy names an author."""
        return self.authors != t("not_found_here")

    @property
    def titled(self) -> bool:
        """Whether the copy has a title."""
        return self.title != t("not_found_here")

    @property
    def published_by(self) -> bool:
        """Whether the copy names its publisher."""
        return self.publisher != t("not_found_here")

    @property
    def dated(self) -> bool:
        """Whether the copy says when it was published."""
        return self.published != t("not_found_here")


class NoticeView(Struct, frozen=True, gc=False):
    """Something the run could not do, in a reader's words."""

    level: str  # "Left out", "Failed", "Note"
    subject: str
    message: str


class Briefing(Struct, frozen=True, gc=False):
    """Everything a template prints."""

    title: str
    articles: tuple[ArticleView, ...]
    layers: tuple[Layer, ...]
    differences: tuple[Difference, ...]
    no_clear_difference: str  # of how many figures that is all that can be said
    crossings: tuple[str, ...]
    reservations: tuple[str, ...]  # copies too short, in another language or of another kind than the reference
    notices: tuple[NoticeView, ...]
    metrics: tuple[MetricView, ...]
    compared: bool
    looked_for: frozenset[str]  # kinds of finding
    kinds: tuple[KindView, ...]
    voices: VoicesView
    shares: tuple[ArticleShares, ...]
    places: Places
    quotations: tuple[QuotationView, ...]
    exclusive: tuple[OnlyIn, ...]
    shared_items: int
    cannot_tell: tuple[str, ...]
    figures_note: str
    methods: Methods
    version: str
    dates: str

    @property
    def labels(self) -> tuple[str, ...]:
        """The articles' labels, in order."""
        return tuple(article.label for article in self.articles)

    @property
    def tone(self) -> Course | None:
        """How the tone runs through each article: the first metric that has a course."""
        return next((metric.course for metric in self.metrics if metric.course), None)

    @property
    def themes(self) -> tuple[Theme, ...]:
        """The metrics under their headings."""
        return themes(self.metrics)

    @property
    def quoted_beside(self) -> bool:
        """Whether the report looked for quotations in several articles."""
        return "quotations" in self.looked_for

    @property
    def carried_beside(self) -> bool:
        """Whether the report looked for what each article carries."""
        return "selection" in self.looked_for

    @property
    def telling(self) -> tuple[KindView, ...]:
        """The kinds with a finding that differs."""
        return tuple(kind for kind in self.kinds if kind.differing)

    @property
    def quiet(self) -> tuple[KindView, ...]:
        """The kinds that were looked for and show no difference."""
        return tuple(kind for kind in self.kinds if not kind.differing)

    @property
    def sections(self) -> tuple[tuple[str, str], ...]:
        """(anchor, title) of what the briefing has, in the order it is printed."""
        named = [
            ("differences", self.compared),
            ("metrics", bool(self.metrics)),
            ("voices", bool(self.voices.rows)),
            ("quotations", self.quoted_beside),
        ]
        found = [(anchor, t(f"{anchor}.title")) for anchor, there in named if there]
        found += [(kind.anchor, kind.title) for kind in self.telling]
        last = [
            ("quiet", bool(self.quiet)),
            ("exclusive", self.carried_beside),
            ("texts", True),
            ("figures", bool(self.metrics)),
            ("limits", True),
            ("methods", True),
        ]
        found += [(anchor, t(f"{anchor}.title")) for anchor, there in last if there]
        alone = ("metrics", t("metrics.title_alone"))
        return tuple(alone if each[0] == "metrics" and not self.compared else each for each in found)

    @property
    def hidden_marks(self) -> bool:
        """Whether the page shows some metric's marks only when they are switched on."""
        return not all(layer.shown for layer in self.layers)

    @property
    def columns(self) -> int:
        """Articles beside one another in a printed table: at most five, in tables of like width."""
        count = max(len(self.articles), 1)
        tables = -(-count // 5)
        return -(-count // tables)


def build(result: Result) -> Briefing:
    """The view of a result. Reads nothing but the result; the same result gives the same view."""
    labels = [letter(index) for index in range(len(result.articles))]
    analyses = [with_language_names(analysis, result.metrics) for analysis in result.articles]
    infos = in_order(result.metrics)
    found_layers = layers(infos)
    comparison = result.comparison if len(result.articles) > 1 else None
    anchors = Anchors(analyses)
    bodies = [Body(analysis) for analysis in analyses]
    voices = voices_view(comparison, anchors, labels)
    quotations = quotation_views(comparison, anchors, labels) if comparison else ()
    exclusive = only_in(comparison, anchors, labels) if comparison else ()
    kinds = kind_views(comparison, anchors, labels) if comparison else ()
    differences = key_differences(comparison, anchors, labels) if comparison else ()
    evidence = [_evidence(analysis, index, found_layers) for index, analysis in enumerate(analyses)]
    beside = [standings(result.reference, analysis.id) for analysis in analyses]
    metrics = tuple(
        metric_view(
            info,
            layer,
            analyses,
            labels,
            [lists[layer.index] for lists in evidence],
            comparison,
            beside,
            course_of(info, bodies, anchors, labels),
        )
        for info, layer in zip(infos, found_layers, strict=True)
    )
    shares = shares_of(bodies, anchors, labels)
    places = places_of(bodies, comparison, anchors, labels)
    articles = tuple(
        _article(analysis, index, labels[index], found_layers, evidence[index], anchors)
        for index, analysis in enumerate(analyses)
    )
    return Briefing(
        title=result.title,
        articles=articles,
        layers=found_layers,
        differences=differences,
        no_clear_difference=no_clear_difference(comparison) if comparison else "",
        crossings=tuple(_crossing(crossing, result, labels) for crossing in result.crossings),
        reservations=(
            *reservations(analyses, result.metrics, labels),
            *outsiders(result.reference, {a.id: label for a, label in zip(analyses, labels, strict=True)}),
        ),
        notices=tuple(_notice(notice, {"against", *(m.id for m in result.metrics)}) for notice in result.warnings),
        metrics=metrics,
        compared=comparison is not None,
        looked_for=frozenset(found.kind for found in comparison.found) if comparison else frozenset(),
        kinds=kinds,
        voices=voices,
        shares=shares,
        places=places,
        quotations=quotations,
        exclusive=exclusive,
        shared_items=shared_count(comparison) if comparison else 0,
        cannot_tell=tuple(t(f"limits.{each}") for each in LIMITS),
        figures_note=" ".join(filter(None, (t("figures.note") if comparison else "", note_on(result.reference)))),
        methods=methods(result, labels),
        version=result.tool.version,
        dates=_dates(analyses),
    )


def _evidence(analysis: Analysis, index: int, found_layers: Sequence[Layer]) -> tuple[EvidenceList, ...]:
    by_metric = {measurement.metric: measurement for measurement in analysis.measurements}
    return tuple(
        evidence_list(analysis, f"a{index + 1}", layer, _rule_order(by_metric.get(layer.metric)))
        for layer in found_layers
    )


def _rule_order(measurement: Measurement | None) -> list[str]:
    """The rules in the order of the figures that count them."""
    return [rule for detail in measurement.details for rule in detail.rules] if measurement else []


def _article(
    analysis: Analysis,
    index: int,
    label: str,
    found_layers: Sequence[Layer],
    evidence: tuple[EvidenceList, ...],
    anchors: Anchors,
) -> ArticleView:
    metadata = analysis.metadata
    prefix = f"a{index + 1}"
    file = file_name(analysis.origin)
    short = (
        metadata.publisher.value if metadata.publisher else shortened(metadata.title.value) if metadata.title else ""
    )
    return ArticleView(
        label=label,
        prefix=prefix,
        short=short or file,
        file=file,
        title=_value(metadata.title),
        authors=listed([author.value for author in metadata.authors]) or t("not_found_here"),
        published=readable(_value(metadata.published)),
        publisher=_value(metadata.publisher),
        language=language_name(_value(metadata.language)),
        words=body_words(analysis.text, analysis.zones),
        kind=_kind(metadata),
        locator=analysis.origin.where,
        blocks=annotate(analysis, prefix, found_layers, anchors.wanted[index]),
        evidence=evidence,
    )


def _notice(notice: Notice, tasks: Collection[str]) -> NoticeView:
    """A notice as printed; what concerns no task of the run, a metric or the like, concerns an input."""
    failed = t("level.failed" if notice.subject in tasks else "level.left_out")
    subject = t("input.stdin") if notice.subject == "-" else notice.subject
    return NoticeView(failed if notice.level == "error" else t("level.note"), subject, notice.message)


def _kind(metadata: Metadata) -> str:
    """What a reader should know of the copy beside its name: that it is no report, that it is not free."""
    genre = metadata.genre.value if metadata.genre and metadata.genre.value != "report" else ""
    closed = t("kind.not_free") if metadata.paywall and metadata.paywall.value != "free" else ""
    return ", ".join(filter(None, (genre, closed)))


def file_name(origin: Origin) -> str:
    """What an input is called in a table: a file without its folders, an address without its query."""
    if origin.kind == "url":
        return shortened(origin.locator.partition("://")[2].partition("?")[0].rstrip("/"))
    if origin.kind == "stdin":
        return t("input.stdin")
    name = PurePath(origin.locator).name
    return f"{name}, {origin.part}" if origin.part else name


def _value(found: Found | None) -> str:
    return found.value if found else t("not_found_here")


def _crossing(crossing: Crossing, result: Result, labels: Sequence[str]) -> str:
    """ "Sourcing – unnamed share: 0.42 in A, above the maximum of 0.30"."""
    metric, _, figure = crossing.figure.partition(".")
    known = figure_labels(result.metrics).get((metric, figure or None), (crossing.figure, "", 2))
    label, unit, decimals = known
    where = next((labels[i] for i, a in enumerate(result.articles) if a.id == crossing.article), crossing.article)
    whole = crossing.value.is_integer() and crossing.limit.is_integer()
    value = number(crossing.value, 0 if whole else max(decimals, 2))
    limit = number(crossing.limit, 0 if whole else max(decimals, 2))
    value = f"{value} {unit}".strip()
    return t(f"crossing.{crossing.side}", figure=label, value=value, label=where, limit=limit)


def _dates(analyses: Sequence[Analysis]) -> str:
    """When the articles were published: each day, or of more than two the first and the last."""
    found = sorted({a.metadata.published.value for a in analyses if a.metadata.published})
    days = list(dict.fromkeys(readable(each) for each in found))
    return t("opening.span", first=days[0], last=days[-1]) if len(days) > 2 else listed(days)
