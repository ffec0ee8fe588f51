"""The configuration file: what each report reads, measures and writes.

Three layers are laid over one another, key by key: the built-in defaults, the file's `defaults`
and each report's own keys. docs/configuration.md describes every key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
from msgspec import Struct

from crossread.config_files import FINDERS, started
from crossread.config_values import INVALID, Invalid, boolean_hint, describe, read_fields, read_value, unknown
from crossread.errors import ConfigError
from crossread.fetching.settings import FetchSettings
from crossread.finding import FindingKind
from crossread.kinds import all_kinds
from crossread.metric import Metric, Options
from crossread.model import WORD_UNITS
from crossread.packs import read_pack
from crossread.pdf_options import PdfKeys
from crossread.registry import all_metrics
from crossread.settings import (
    REPORT_NAME,
    Config,
    DefaultKeys,
    FileKeys,
    Output,
    ReportKeys,
    ReportSettings,
    Threshold,
    default_settings,
)
from crossread.yaml_source import Mapping, Node, Position, Problems, Scalar, parse_yaml, read_text

__all__ = ["Config", "Output", "ReportSettings", "Threshold", "choose_reports", "load_config"]


def load_config(path: Path) -> Config:
    """The configuration in a YAML file.

    Raises ConfigError with every problem found, one `path:line:column: what` a line.
    """
    problems = Problems(path)
    node = parse_yaml(read_text(path), problems)
    if node is None:
        problems.raise_any()
        raise ConfigError(f'{path}: empty; it needs at least "reports" with one report')
    config = _Reader(problems).config(node, path.parent)
    problems.raise_any()
    return config


def choose_reports(config: Config, names: Iterable[str] = ()) -> list[ReportSettings]:
    """The reports of these names, or all of them when none is named. Raises ConfigError for an unknown one."""
    wanted = list(dict.fromkeys(names))
    wrong = [unknown("report", name, config.reports) for name in wanted if name not in config.reports]
    if wrong:
        raise ConfigError("\n".join(wrong))
    return [config.reports[name] for name in wanted] if wanted else list(config.reports.values())


class _Reader:
    """Lays the layers over one another, noting every problem on the way."""

    def __init__(self, problems: Problems) -> None:
        self.problems = problems
        self.base = Path()
        self.known = all_metrics()
        self.figures = figure_names(self.known)
        self.packs: dict[str, str | None] = {}  # path of every rule pack read -> the metric it makes, if any

    def config(self, node: Node, base: Path) -> Config:
        self.base = base
        sections = self.sections(node, FileKeys)
        defaults = default_settings()
        if "defaults" in sections:
            defaults = self.layer(sections["defaults"], DefaultKeys, defaults, named_only=True)
        reports: dict[str, ReportSettings] = {}
        written: dict[str, str] = {}
        numbered: dict[str, str] = {}
        for key, child in self.entries(sections.get("reports"), node):
            if not re.fullmatch(REPORT_NAME, key.text):
                self.problems.add(key.position, f'the report name "{key.text}" may hold letters, digits, . _ - only')
                continue
            start = msgspec.structs.replace(defaults, name=key.text)
            settings = self.layer(child, ReportKeys, start, named_only=False)
            own, as_one_of = _files(settings)
            over = written.get(own) or written.get(as_one_of) or numbered.get(own)
            if over:
                message = f'would write over the report "{over}"; give "output" another folder or name'
                self.problems.add(key.position, message)
            written.setdefault(own, key.text)
            numbered.setdefault(as_one_of, key.text)
            reports[key.text] = settings
        return Config(base, reports, defaults)

    def sections(self, node: Node, keys: type[Struct]) -> dict[str, Node]:
        """The children of a mapping by key, without the unknown ones."""
        if not isinstance(node, Mapping):
            self.problems.add(node.position, f"expected keys with values, found {describe(node)}")
            return {}
        known = keys.__struct_fields__
        for key, _ in node.entries:
            if key.text not in known:
                self.problems.add(key.position, unknown("key", key.text, known))
        return {key.text: child for key, child in node.entries if key.text in known}

    def entries(self, reports: Node | None, root: Node) -> tuple[tuple[Scalar, Node], ...]:
        if isinstance(reports, Mapping) and reports.entries:
            return reports.entries
        if isinstance(root, Mapping):
            at = reports.position if reports else root.position
            self.problems.add(at, 'no report: "reports" needs at least one name with "inputs" under it')
        return ()

    def layer(self, node: Node, keys: type[Struct], under: ReportSettings, named_only: bool) -> ReportSettings:
        """`under` with the keys `node` gives; `named_only` drops the metrics it does not name."""
        sections = self.sections(node, keys)
        if keys is ReportKeys and isinstance(node, Mapping) and "inputs" not in sections:
            self.problems.add(node.position, 'missing key "inputs": the files, folders, patterns or addresses to read')
        values: dict[str, Any] = {}
        for name, kind in get_type_hints(keys, include_extras=True).items():
            if name in sections and name not in ("metrics", "findings", "output", "pdf", "fetch", "thresholds"):
                value = read_value(sections[name], kind, self.problems)
                if not isinstance(value, Invalid):
                    values[name] = value
        self.find_files(sections, values)
        if "formats" in values:
            values["formats"] = tuple(dict.fromkeys(values["formats"]))
        for name, struct in (("output", Output), ("pdf", PdfKeys), ("fetch", FetchSettings)):
            if name in sections:
                given = read_fields(sections[name], struct, self.problems)
                values[name] = msgspec.structs.replace(getattr(under, name), **given)
        inherited = self.with_packs(under.metrics, values.get("packs", under.packs))
        values["metrics"] = metrics = inherited
        if "metrics" in sections:
            # A pack's metric runs without being named.
            start = {name: o for name, o in inherited.items() if not named_only or name in self.packs.values()}
            values["metrics"] = metrics = self.chosen(sections["metrics"], start, inherited, self.known, "metric")
        if "findings" in sections:
            start = {} if named_only else under.findings
            kinds = all_kinds()
            values["findings"] = self.chosen(sections["findings"], start, under.findings, kinds, "kind of finding")
        own = self.thresholds(sections["thresholds"]) if "thresholds" in sections else {}
        self.check_thresholds_run(sections, under.thresholds, own, metrics, node.position)
        merged = {**under.thresholds, **{name: threshold for name, (_, threshold) in own.items()}}
        values["thresholds"] = {name: threshold for name, threshold in merged.items() if threshold is not None}
        return msgspec.structs.replace(under, **values)

    def find_files(self, sections: dict[str, Node], values: dict[str, Any]) -> None:
        """Start the paths in `values` from the file's folder, and look whether their files can be read."""
        for key, find in FINDERS.items():
            if values.get(key) is not None:
                values[key] = find(self.base, values[key], sections[key].position, self.problems)
        if "packs" in values:
            values["packs"] = self.rule_packs(sections["packs"], values["packs"])

    def rule_packs(self, node: Node, written: Iterable[str]) -> tuple[str, ...]:
        """The rule packs started from the file's folder, their metrics made known."""
        paths = tuple(started(self.base, path) for path in dict.fromkeys(written))
        for path in paths:
            if path in self.packs:
                continue
            try:
                metric = read_pack(Path(path)).metric
            except ConfigError as error:
                for line in str(error).splitlines():
                    self.problems.add(node.position, line)
                continue
            if metric is None:
                self.packs[path] = None
                continue
            if metric.id in self.known:
                self.problems.add(node.position, f'{path}: there is a metric "{metric.id}" already; choose another id')
                continue
            self.packs[path] = metric.id
            self.known[metric.id] = metric
            self.figures.update(figure_names({metric.id: metric}))
        return paths

    def with_packs(self, metrics: dict[str, Options], packs: Iterable[str]) -> dict[str, Options]:
        """The metrics that run, those of the rule packs in force among them and no other pack's."""
        made = {self.packs[path] for path in packs if path in self.packs}
        kept = {name: options for name, options in metrics.items() if name not in self.packs.values()}
        return {**kept, **{name: metrics.get(name, Options()) for name in self.known if name in made}}

    def chosen(
        self,
        node: Node,
        start: dict[str, Options],
        under: dict[str, Options],
        known: dict[str, Metric] | dict[str, FindingKind],
        what: str,
    ) -> dict[str, Options]:
        """`start` with the metrics or kinds of finding that `node` names, in the registry's order.

        Options are laid over those of `under`.
        """
        if not isinstance(node, Mapping):
            self.problems.add(node.position, f"expected {what} ids with options, found {describe(node)}")
            return under
        chosen = dict(start)
        for key, child in node.entries:
            made = known.get(key.text)
            if made is None:
                self.problems.add(key.position, unknown(what, key.text, known))
            elif isinstance(child, Scalar) and child.value is False:
                chosen.pop(key.text, None)
            else:
                chosen[key.text] = self.options(made, child, under.get(key.text, made.options()))
        return {name: chosen[name] for name in known if name in chosen}

    def options(self, metric: Metric | FindingKind, node: Node, under: Options) -> Options:
        if isinstance(node, Scalar) and node.value is True:
            return under
        if isinstance(node, Scalar):
            expected = f'expected true, false or options for "{metric.id}"'
            self.problems.add(node.position, f"{expected}, found {describe(node)}{boolean_hint(node)}")
            return under
        given = read_fields(node, metric.options, self.problems, f"option of {metric.id}")
        try:
            options: Options = msgspec.convert(
                {**msgspec.to_builtins(under), **msgspec.to_builtins(given)}, metric.options
            )
        except msgspec.ValidationError as error:  # a condition between options, checked in __post_init__
            self.problems.add(node.position, f"{metric.id}: {error}")
            return under
        return options

    def thresholds(self, node: Node) -> dict[str, tuple[Position, Threshold | None]]:
        if not isinstance(node, Mapping):
            self.problems.add(node.position, f"expected figures with min or max, found {describe(node)}")
            return {}
        found: dict[str, tuple[Position, Threshold | None]] = {}
        for key, child in node.entries:
            if key.text not in self.figures:
                self.problems.add(key.position, self.no_figure(key.text))
                continue
            value = read_value(child, Threshold | None, self.problems)
            if value is INVALID:
                continue
            if value is not None and value.min is None and value.max is None:
                self.problems.add(child.position, "a threshold needs min, max or both")
            elif value is not None and value.min is not None and value.max is not None and value.min > value.max:
                self.problems.add(child.position, f"min {value.min:g} is above max {value.max:g}")
            else:
                found[key.text] = (key.position, value)
        return found

    def no_figure(self, name: str) -> str:
        """Why there can be no threshold on `name`."""
        metric, _, figure = name.partition(".")
        if metric in self.known and figure in {declared.id for declared in self.known[metric].figures}:
            return f'the figure "{name}" holds words, not a number; a threshold on it is not possible'
        return unknown("figure", name, self.figures)

    def check_thresholds_run(
        self,
        sections: dict[str, Node],
        inherited: dict[str, Threshold],
        own: dict[str, tuple[Position, Threshold | None]],
        metrics: dict[str, Options],
        at: Position,
    ) -> None:
        """A threshold on a metric that does not run would never be crossed: say so."""
        for name, (position, threshold) in own.items():
            if threshold is not None and self.figures[name] not in metrics:
                self.problems.add(
                    position, f'the metric of the threshold "{name}" does not run here; add it to "metrics"'
                )
        at = sections["metrics"].position if "metrics" in sections else at
        for name in inherited:
            if name not in own and self.figures[name] not in metrics:
                message = f'"defaults" sets a threshold on "{name}", whose metric does not run here'
                self.problems.add(at, f"{message}; set it to null under this report's thresholds")


def _files(settings: ReportSettings) -> tuple[str, str]:
    """The file a report writes, and the numbered ones it might be taken for; # stands for the number of any event."""
    target = f"{settings.output.folder}/{settings.file_name()}".casefold()
    target += "-#" * (settings.group == "each")
    return target, re.sub(r"-\d+$", "-#", target)


def figure_names(metrics: dict[str, Metric]) -> dict[str, str]:
    """Every name a threshold can have and its metric: `metric` for its value, `metric.figure` for a further one."""
    figures = [(metric.id, figure) for metric in metrics.values() for figure in metric.figures]
    named = {f"{metric}.{figure.id}": metric for metric, figure in figures if figure.unit not in WORD_UNITS}
    return {**{name: name for name in metrics}, **named}
