"""What a report's settings are: the keys of the configuration file, and their resolved form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from typing import Annotated, Any, Literal, get_args, get_type_hints

import msgspec
from msgspec import Meta, Struct

from crossread.baseline import DEFAULT
from crossread.errors import ConfigError
from crossread.fetching.settings import FetchSettings
from crossread.inputs.settings import Input, Locator, PathText, is_address
from crossread.kinds import all_kinds
from crossread.metric import Options
from crossread.pdf_options import Page, PdfKeys, PdfOptions
from crossread.reading.decode import whole_characters
from crossread.registry import all_metrics

Format = Literal["html", "pdf", "json", "markdown", "csv"]
Grouping = Literal["together", "each"]
FORMATS: tuple[Format, ...] = get_args(Format)
UNLESS_SAID: tuple[Format, ...] = ("html", "pdf", "json", "markdown")
MEDIAN = "median"

REPORT_NAME = r"^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$"
# `$` alone would let a final newline through.
_NAME_PATTERN = r"^(?!\.)(?:[\w .-]|\{report\}|\{title\}){1,100}$(?!\n)"
_PLACEHOLDER = re.compile(r"\{(report|title)\}")

NamePattern = Annotated[
    str,
    Meta(
        pattern=_NAME_PATTERN,
        title="a file name of letters, digits, spaces, . _ - and the placeholders {report} and {title}",
    ),
]


class Output(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a briefing is written."""

    folder: Annotated[PathText, Meta(description="Folder, made when it is missing.")] = "briefings"
    name: Annotated[NamePattern, Meta(description="File name without its ending.")] = "{report}"


class Threshold(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Bounds for a figure, in its unit; a figure outside them makes the exit code 1."""

    min: Annotated[float | None, Meta(description="The lowest value that is fine.")] = None
    max: Annotated[float | None, Meta(description="The highest value that is fine.")] = None


class DefaultKeys(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys `defaults` may have, and every report too."""

    metrics: Annotated[dict[str, Any], Meta(description="What is measured: metric ids with their options.")] = {}
    findings: Annotated[
        dict[str, Any], Meta(description="What is looked for across articles: kinds of finding with their options.")
    ] = {}
    against: Annotated[
        PathText,
        Meta(description="What articles are held against: median, or one of the inputs by file or address."),
    ] = MEDIAN
    formats: Annotated[tuple[Format, ...], Meta(description="What is written.", min_length=1)] = UNLESS_SAID
    output: Output = Output()
    page: Annotated[Page, Meta(description="Page size of the PDF.")] = "A4"
    pdf: PdfKeys = PdfKeys()
    templates: Annotated[
        PathText | None, Meta(description="A folder of templates of your own, in place of the shipped ones.")
    ] = None
    brand: Annotated[PathText | None, Meta(description="A brand file: name, logo, colours and fonts.")] = None
    group: Annotated[
        Grouping, Meta(description="All articles in one briefing, or one briefing for each event they report.")
    ] = "together"
    fetch: FetchSettings = FetchSettings()
    thresholds: Annotated[dict[str, Threshold | None], Meta(description="Bounds for figures, by their name.")] = {}
    lexicons: Annotated[
        tuple[PathText, ...], Meta(description="Word lists of your own: outlets, bodies, roles and cues.")
    ] = ()
    packs: Annotated[tuple[PathText, ...], Meta(description="Rule packs: metrics and contrast sets of your own.")] = ()
    baseline: Annotated[
        PathText, Meta(description="What figures are held against: a file of `crossread baseline`, default or none.")
    ] = DEFAULT


class ReportKeys(DefaultKeys, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The keys of one report: its own two and everything `defaults` may have."""

    title: Annotated[str | None, Meta(description="Title of the briefing.")] = None
    inputs: Annotated[
        tuple[Locator | Input, ...], Meta(description="Files, folders, patterns and addresses.", min_length=1)
    ]


class FileKeys(Struct, frozen=True, forbid_unknown_fields=True):
    """The keys of the file itself."""

    reports: Annotated[dict[str, ReportKeys], Meta(description="The briefings to write, by name.")]
    defaults: DefaultKeys = DefaultKeys()


class ReportSettings(Struct, frozen=True, kw_only=True):
    """All that one report needs to run, every default filled in.

    `inputs` are as written; files, folders and patterns are relative to `Config.base`. `lexicons`, `packs`,
    `baseline`, `templates` and `brand` are paths already started from there.
    """

    name: str
    title: str | None = None
    inputs: tuple[str | Input, ...]
    metrics: dict[str, Options]
    findings: dict[str, Options] = {}
    against: str = MEDIAN
    formats: tuple[Format, ...] = UNLESS_SAID
    output: Output = Output()
    page: Page = "A4"
    pdf: PdfKeys = PdfKeys()
    templates: str | None = None
    brand: str | None = None
    group: Grouping = "together"
    fetch: FetchSettings = FetchSettings()
    thresholds: dict[str, Threshold] = {}
    lexicons: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    baseline: str = DEFAULT

    def file_name(self) -> str:
        """The briefing's file name without its ending; never holds a path separator."""
        parts = {"report": self.name, "title": _file_words(self.title or self.name)}
        return _PLACEHOLDER.sub(lambda match: parts[match[1]], self.output.name)

    def changed(
        self,
        *,
        inputs: Sequence[str] = (),
        title: str | None = None,
        folder: str | None = None,
        name: str | None = None,
        formats: Sequence[str] = (),
        page: str | None = None,
        templates: str | None = None,
        brand: str | None = None,
        group: str | None = None,
        against: str | None = None,
        offline: bool = False,
    ) -> ReportSettings:
        """These settings with what is given in place of theirs. Raises ConfigError for what no config may hold."""
        output = {"folder": folder or self.output.folder, "name": name or self.output.name}
        given = {"inputs": inputs, "title": title, "formats": tuple(dict.fromkeys(formats)), "page": page}
        given |= {"templates": templates, "brand": brand, "group": group, "against": against}
        try:
            return msgspec.structs.replace(
                self,
                output=msgspec.convert(output, Output),
                fetch=msgspec.structs.replace(self.fetch, offline=self.fetch.offline or offline),
                pdf=msgspec.structs.replace(self.pdf, page=None if page else self.pdf.page),
                **{key: msgspec.convert(value, _KINDS[key]) for key, value in given.items() if value},
            )
        except msgspec.ValidationError:
            allowed = "letters, digits, spaces, . _ - and the placeholders {report} and {title}"
            raise ConfigError(f'the file name "{name}" may hold {allowed} only') from None

    def changed_metrics(self) -> frozenset[str]:
        """The metrics that run with other options than their own."""
        known = all_metrics()
        return frozenset(n for n, options in self.metrics.items() if n in known and options != known[n].options())

    def pdf_options(self) -> PdfOptions:
        """What the PDF is like."""
        return PdfOptions(self.pdf.page or self.page, self.pdf.variant, self.pdf.attach)

    def fetch_from(self, base: Path) -> FetchSettings:
        """How pages are fetched, a relative cache folder started from `base`."""
        cache = self.fetch.cache
        if cache is None or cache.startswith("~"):
            return self.fetch
        return msgspec.structs.replace(self.fetch, cache=str(base / cache))

    def effective(self) -> dict[str, Any]:
        """The settings as plain values, for the result.

        Without `output`, `pdf`, the cache of `fetch`, `templates` and `brand`, so that where a briefing lies and how it
        looks do not change what it says; of absolute paths, word lists and rule packs only the last part, so
        that it tells nothing of the machine.
        """
        inputs = [
            _told(item) if isinstance(item, str) else msgspec.structs.replace(item, from_=_told(item.from_))
            for item in self.inputs
        ]
        plain: dict[str, Any] = msgspec.json.decode(
            msgspec.json.encode(msgspec.structs.replace(self, inputs=tuple(inputs)))
        )
        for key in ("output", "pdf", "templates", "brand"):
            del plain[key]
        del plain["fetch"]["cache"]
        plain["lexicons"] = [PurePath(path).name for path in self.lexicons]
        plain["packs"] = [PurePath(path).name for path in self.packs]
        plain["baseline"] = PurePath(self.baseline).name
        plain["against"] = _told(self.against)
        return plain


_KINDS = get_type_hints(ReportSettings, include_extras=True)


class Config(Struct, frozen=True):
    """A configuration file: its reports by name, in the order written.

    `base` is the file's folder, which relative paths start from; `defaults` are the settings a
    report without keys of its own would have.
    """

    base: Path
    reports: dict[str, ReportSettings]
    defaults: ReportSettings


def default_settings(inputs: Iterable[str] = (), title: str | None = None) -> ReportSettings:
    """The built-in defaults: every metric and kind of finding with its default options, the usual formats, A4."""
    metrics = {name: metric.options() for name, metric in all_metrics().items()}
    findings = {name: kind.options() for name, kind in all_kinds().items()}
    return ReportSettings(name="comparison", title=title, inputs=tuple(inputs), metrics=metrics, findings=findings)


def _told(locator: str) -> str:
    locator = whole_characters(locator)
    absolute = not is_address(locator) and PurePath(locator).is_absolute()
    return PurePath(locator).name if absolute else locator


def _file_words(title: str) -> str:
    """A title as part of a file name: letters and digits with - between, at most 80 characters."""
    return "-".join(re.findall(r"\w+", title))[:80].strip("-") or "untitled"
