"""The commands that tell what crossread has: metrics, kinds of finding, schemas, and what is installed."""

from __future__ import annotations

import click

from crossread.console import FINE, INCOMPLETE, print_lines


@click.command(short_help="List the metrics, or explain one.")
@click.argument("metric_id", metavar="[ID]", required=False)
@click.option("--config", "config_path", metavar="FILE", help="Also the metrics of this configuration's rule packs.")
def metrics(metric_id: str | None, config_path: str | None) -> int:
    """List the metrics, or explain one: what it means, how it is counted, what it cannot show.

    \b
    Example:
      crossread metrics hedging
    """
    from crossread.listings import explain_metric, list_metrics

    packs: set[str] = set()
    if config_path is not None:
        from pathlib import Path

        from crossread.config import load_config

        config = load_config(Path(config_path))
        packs.update(path for settings in config.reports.values() for path in settings.packs)
    own = sorted(packs)
    print_lines(list_metrics(own) if metric_id is None else explain_metric(metric_id, own))
    return FINE


@click.command(short_help="List the kinds of finding, or explain one.")
@click.argument("kind_id", metavar="[ID]", required=False)
def findings(kind_id: str | None) -> int:
    """List the kinds of finding across articles, or explain one: its rules, how often each is right, what it
    cannot show.

    \b
    Example:
      crossread findings quotations
    """
    from crossread.listings import explain_kind, list_kinds

    print_lines(list_kinds() if kind_id is None else explain_kind(kind_id))
    return FINE


@click.command(short_help="Print a JSON Schema.")
@click.argument("which", type=click.Choice(("config", "result")), default="config")
def schema(which: str) -> int:
    """Print the JSON Schema of the configuration or of the result.

    \b
    Example:
      crossread schema result > result.schema.json
    """
    import json

    if which == "config":
        from crossread.config_schema import config_schema

        found = config_schema()
    else:
        from crossread.result import json_schema

        found = json_schema()
    print_lines(json.dumps(found, indent=2, ensure_ascii=False).split("\n"))
    return FINE


@click.command(short_help="Check that everything needed is installed.")
def doctor() -> int:
    """Check that everything crossread needs is installed, and print the command that mends what is not.

    \b
    Example:
      crossread doctor
    """
    from crossread.doctor import examine

    checks = examine()
    print_lines(check.line() for check in checks)
    return FINE if all(check.ok for check in checks) else INCOMPLETE
