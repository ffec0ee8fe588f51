"""The commands that write briefings: from inputs, from a configuration, from a saved result."""

from __future__ import annotations

import click

from crossread import console
from crossread.commands.options import (
    against_option,
    brand_option,
    config_option,
    format_option,
    group_option,
    offline_option,
    page_option,
    quiet_option,
    templates_option,
    variant_option,
)
from crossread.console import FINE, INCOMPLETE, print_lines, tell_look, write


@click.command(short_help="Compare articles and write a briefing.")
@click.argument("files", nargs=-1, required=True, metavar="INPUT...")
@click.option("--title", help='Title of the briefing.  [default: "Comparison of N articles"]')
@click.option("--output", metavar="FOLDER", help="Where to write it.  [default: briefings]")
@click.option(
    "--name", help="File name without its ending, {report} and {title} filled in.  [default: {title}, else comparison]"
)
@click.option("--config", "config_path", metavar="FILE", help="Take the defaults from this configuration.")
@format_option
@page_option
@templates_option
@brand_option
@group_option
@against_option
@offline_option
@quiet_option
@click.pass_obj
def compare(
    quiet: bool,
    files: tuple[str, ...],
    title: str | None,
    output: str | None,
    name: str | None,
    config_path: str | None,
    formats: tuple[str, ...],
    page: str | None,
    templates: str | None,
    brand: str | None,
    group: str | None,
    against: str | None,
    offline: bool,
) -> int:
    """Compare articles and write a briefing. Briefings of the same name are replaced.

    An INPUT is a file of any format crossread reads (a saved page, a PDF, a mail, a feed, ...), a folder, a
    pattern, an http or https address, or - for standard input.

    \b
    Examples:
      crossread compare first.txt second.html --title "The visit" --format html --output out
      crossread compare https://example.org/one https://example.com/two
    """
    from pathlib import Path

    from crossread.settings import default_settings

    settings = default_settings()
    if config_path is not None:
        from crossread.config import load_config

        config = load_config(Path(config_path))
        settings = config.defaults
        output = output or str(config.base / settings.output.folder)
    if title and not name and settings.output.name == "{report}":
        name = "{title}"  # the report has no name of its own, and one title's briefing should not replace another's
    settings = settings.changed(
        inputs=files,
        title=title,
        folder=output,
        name=name,
        formats=formats,
        page=page,
        templates=templates,
        brand=brand,
        group=group,
        against=against,
        offline=offline,
    )
    return console.run_reports([settings], Path(), quiet)


@click.command(short_help="Write the reports of a configuration.")
@click.argument("reports", nargs=-1, metavar="[REPORT...]")
@config_option
@offline_option
@quiet_option
@click.pass_obj
def run(quiet: bool, reports: tuple[str, ...], config_path: str, offline: bool) -> int:
    """Write the reports of a configuration: those named, or all of them.

    \b
    Example:
      crossread run --config weekly.yaml monday
    """
    from pathlib import Path

    from crossread.config import choose_reports, load_config

    config = load_config(Path(config_path))
    chosen = [settings.changed(offline=offline) for settings in choose_reports(config, reports)]
    return console.run_reports(chosen, config.base, quiet)


@click.command(short_help="Write a saved result again.")
@click.argument("result_path", metavar="RESULT.json")
@click.option("--output", metavar="FOLDER", help="Where to write it.  [default: the folder of RESULT.json]")
@format_option
@page_option
@variant_option
@templates_option
@brand_option
@quiet_option
@click.pass_obj
def render(
    quiet: bool,
    result_path: str,
    output: str | None,
    formats: tuple[str, ...],
    page: str | None,
    variant: str | None,
    templates: str | None,
    brand: str | None,
) -> int:
    """Write a saved result again, as HTML, PDF and Markdown unless --format says otherwise.

    \b
    Example:
      crossread render briefings/seeds.json --format pdf --page Letter
    """
    from pathlib import Path

    from crossread.branding import make_look
    from crossread.pdf_options import PdfOptions
    from crossread.result import load

    path = Path(result_path)
    result, folder = load(path), Path(output) if output else path.parent
    options = PdfOptions(page or result.config.get("page", "A4"), variant or "none")  # type: ignore[arg-type]  # checked there
    look = make_look(options, templates, brand)
    tell_look(look, quiet)
    paths, complete = write(result, folder, formats or ("html", "pdf", "markdown"), path.stem, look, quiet)
    print_lines(paths)
    return FINE if complete else INCOMPLETE
