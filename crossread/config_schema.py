"""The JSON Schema of the configuration, for editors: completion and checks while typing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from crossread.config import figure_names
from crossread.finding import FindingKind
from crossread.kinds import all_kinds
from crossread.metric import Metric
from crossread.registry import all_metrics
from crossread.settings import REPORT_NAME, FileKeys

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def config_schema(
    metrics: Mapping[str, Metric] | None = None, findings: Mapping[str, FindingKind] | None = None
) -> dict[str, Any]:
    """The schema of a configuration file, with options and figures of these metrics and kinds (all by default)."""
    known = dict(all_metrics() if metrics is None else metrics)
    kinds = dict(all_kinds() if findings is None else findings)
    options_of = [*(metric.options for metric in known.values()), *(kind.options for kind in kinds.values())]
    types = [FileKeys, *options_of]
    (_, *options), definitions = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    for keys in ("DefaultKeys", "ReportKeys"):
        properties = definitions[keys]["properties"]
        properties["metrics"] |= _choice(dict(zip(known, options, strict=False)))
        properties["findings"] |= _choice(dict(zip(kinds, options[len(known) :], strict=True)))
        properties["thresholds"] |= {"propertyNames": {"enum": list(figure_names(known))}}
    file_keys = definitions.pop("FileKeys")
    file_keys["properties"]["reports"] |= {"propertyNames": {"pattern": REPORT_NAME}, "minProperties": 1}
    return {
        "$schema": DIALECT,
        **file_keys,
        "title": "crossread configuration",
        "$defs": dict(sorted(definitions.items())),
    }


def _choice(options: Mapping[str, Any]) -> dict[str, Any]:
    choices = {name: {"anyOf": [{"type": "boolean"}, schema]} for name, schema in options.items()}
    return {"properties": choices, "additionalProperties": False}
