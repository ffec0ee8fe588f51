"""The JSON Schema of the configuration, for editors: completion and checks while typing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from crossread.config import figure_names
from crossread.metric import Metric
from crossread.registry import all_metrics
from crossread.settings import REPORT_NAME, FileKeys

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def config_schema(metrics: Mapping[str, Metric] | None = None) -> dict[str, Any]:
    """The schema of a configuration file, with the options and figures of `metrics` (all there are by default)."""
    known = dict(all_metrics() if metrics is None else metrics)
    kinds = [FileKeys, *(metric.options for metric in known.values())]
    (_, *options), definitions = msgspec.json.schema_components(kinds, ref_template="#/$defs/{name}")
    for keys in ("DefaultKeys", "ReportKeys"):
        properties = definitions[keys]["properties"]
        properties["metrics"] |= _metrics_schema(dict(zip(known, options, strict=True)))
        properties["thresholds"] |= {"propertyNames": {"enum": list(figure_names(known))}}
    file_keys = definitions.pop("FileKeys")
    file_keys["properties"]["reports"] |= {"propertyNames": {"pattern": REPORT_NAME}, "minProperties": 1}
    return {
        "$schema": DIALECT,
        **file_keys,
        "title": "crossread configuration",
        "$defs": dict(sorted(definitions.items())),
    }


def _metrics_schema(options: Mapping[str, Any]) -> dict[str, Any]:
    choices = {name: {"anyOf": [{"type": "boolean"}, schema]} for name, schema in options.items()}
    return {"properties": choices, "additionalProperties": False}
