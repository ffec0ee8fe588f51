"""The options that several commands of `crossread` share."""

from __future__ import annotations

import click

# Those of crossread.settings, which would import msgspec.
FORMATS = ("html", "pdf", "json", "markdown", "csv")
PAGES = ("A4", "Letter")
GROUPINGS = ("together", "each")


def _set_quiet(context: click.Context, option: click.Parameter, value: bool) -> None:
    """Note `--quiet` in the context, which commands inherit, so that it works before a command and after it."""
    context.obj = bool(context.obj) or value


quiet_option = click.option(
    "--quiet",
    "-q",
    is_flag=True,
    expose_value=False,
    callback=_set_quiet,
    help="No progress and no warnings; errors are still told.",
)


config_option = click.option(
    "--config", "config_path", metavar="FILE", default="config.yaml", show_default=True, help="The configuration."
)
format_option = click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="What to write; may be repeated."
)
offline_option = click.option(
    "--offline", is_flag=True, help="Take web pages from the cache alone, never from the network."
)
page_option = click.option("--page", type=click.Choice(PAGES), help="Page size of the PDF.")
variant_option = click.option(
    "--variant", type=click.Choice(("ua-1", "a-3u")), help="Follow PDF/UA-1, or PDF/A-3u, in the PDF."
)
templates_option = click.option(
    "--templates", metavar="FOLDER", help="Templates of your own in place of the shipped ones."
)
brand_option = click.option("--brand", metavar="FILE", help="A brand file: name, logo, colours and fonts.")
fetch_option = click.option(
    "--config", "config_path", metavar="FILE", help="Take the settings for fetching from this configuration."
)
group_option = click.option(
    "--group", type=click.Choice(GROUPINGS), help="One briefing of all articles, or one for each event they report."
)
against_option = click.option(
    "--against", metavar="INPUT", help="Hold the others against this one of the inputs, not against the median."
)
