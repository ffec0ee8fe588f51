"""The command `crossread`.

Only click is imported here: everything else is imported by the command that needs it, so that
`crossread --help` answers at once. Results go to standard output, one path a line; progress and
notices go to standard error.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from crossread import console
from crossread.cli_options import (
    config_option,
    fetch_option,
    format_option,
    group_option,
    offline_option,
    page_option,
    quiet_option,
)
from crossread.console import FINE, INCOMPLETE, INTERRUPTED, Progress, fail, print_lines, tell_notices, write
from crossread.errors import CrossreadError

if TYPE_CHECKING:
    from collections.abc import Sequence

_OBJECTS = 100_000  # made between two looks for garbage; Python's 700 have it look through all modules again and again


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command and exit: 0 fine, 1 a threshold was crossed, 2 incomplete or invalid, 130 interrupted."""
    gc.set_threshold(_OBJECTS)
    try:
        code = commands.main(arguments, prog_name="crossread", standalone_mode=False)
    except click.UsageError as error:
        if error.ctx is not None:
            click.echo(error.ctx.get_usage(), err=True)
        code = fail(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        code = fail("interrupted; nothing half-written was left", INTERRUPTED)
    except click.ClickException as error:
        code = fail(error.format_message())
    except CrossreadError as error:
        code = fail(str(error))
    except SystemExit as stop:  # so click ends when the reader of a pipe has gone, and after shell completion
        code = stop.code if "_CROSSREAD_COMPLETE" in os.environ else FINE
    sys.exit(code)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": console.width()},
    invoke_without_command=True,
)
@click.version_option(package_name="crossread", message="%(prog)s %(version)s")
@quiet_option
@click.pass_context
def commands(context: click.Context) -> None:
    """Read several articles about one event and write a briefing that shows, with the words
    marked, how each is sourced, hedged, toned and framed.

    \b
    Examples:
      crossread compare first.txt second.txt
      crossread run
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
        context.exit(FINE)


@commands.command(short_help="Compare articles and write a briefing.")
@click.argument("files", nargs=-1, required=True, metavar="INPUT...")
@click.option("--title", help='Title of the briefing.  [default: "Comparison of N articles"]')
@click.option("--output", metavar="FOLDER", help="Where to write it.  [default: briefings]")
@click.option(
    "--name", help="File name without its ending, {report} and {title} filled in.  [default: {title}, else comparison]"
)
@click.option("--config", "config_path", metavar="FILE", help="Take the defaults from this configuration.")
@format_option
@page_option
@group_option
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
    group: str | None,
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
        inputs=files, title=title, folder=output, name=name, formats=formats, page=page, group=group, offline=offline
    )
    return console.run_reports([settings], Path(), quiet)


@commands.command(short_help="Write the reports of a configuration.")
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


@commands.command(short_help="Check a configuration and print what would run.")
@config_option
@offline_option
@quiet_option
@click.pass_obj
def check(quiet: bool, config_path: str, offline: bool) -> int:
    """Check a configuration and its inputs, and print what would run. Addresses are fetched, as in a run.

    \b
    Example:
      crossread check --config weekly.yaml
    """
    from pathlib import Path

    from crossread.config import load_config
    from crossread.listings import describe_plan

    lines, notices = describe_plan(load_config(Path(config_path)), progress := Progress(quiet), offline)
    progress.clear()
    print_lines(lines)
    return tell_notices(notices)


@commands.command(short_help="Show what was understood of an input.")
@click.argument("locator", metavar="INPUT")
@click.option("--json", "as_json", is_flag=True, help="The articles as JSON, one a line.")
@click.option("--all", "whole", is_flag=True, help="Every block of menus and comments, not only the first.")
@fetch_option
@offline_option
@quiet_option
@click.pass_obj
def read(quiet: bool, locator: str, as_json: bool, whole: bool, config_path: str | None, offline: bool) -> int:
    """Show what was understood of an input: metadata with where each was found, counts, who says what,
    every zone with the rule that decided. This is where to look when a number looks odd.

    \b
    Examples:
      crossread read saved-page.html
      crossread read https://example.org/story --json
    """
    from pathlib import Path

    from crossread.inputs.collect import collect
    from crossread.settings import default_settings

    settings, base = default_settings(), Path()
    if config_path is not None:
        from crossread.config import load_config

        config = load_config(Path(config_path))
        settings, base = config.defaults, config.base
    progress = Progress(quiet)
    articles, notices = collect([locator], Path(), settings.changed(offline=offline).fetch_from(base), progress)
    progress.clear()
    if as_json:
        from crossread.result import dumps_article

        print_lines(dumps_article(article) for article in articles)
    else:
        from crossread.own_lexicons import own_lexicons
        from crossread.understood import describe_article

        with own_lexicons(settings.lexicons):
            click.echo("\n\n".join(describe_article(article, console.width(), whole) for article in articles))
    return tell_notices(notices, quiet)


@commands.command(name="group", short_help="Show which articles report the same event.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--json", "as_json", is_flag=True, help="The groups as JSON.")
@fetch_option
@offline_option
@quiet_option
@click.pass_obj
def group_articles(quiet: bool, inputs: tuple[str, ...], as_json: bool, config_path: str | None, offline: bool) -> int:
    """Show which articles report the same event: each group with the words that hold it together and how
    alike its least alike two are, and the articles that stand alone with their nearest. Nothing is written.

    \b
    Example:
      crossread group articles
    """
    from crossread.grouped import describe_groups

    lines, notices = describe_groups(inputs, config_path, offline, as_json, progress := Progress(quiet))
    progress.clear()
    click.echo("\n".join(lines))
    return tell_notices(notices, quiet)


@commands.command(short_help="Measure a corpus, to hold articles against.")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--output", "-o", metavar="FILE", required=True, help="Where to write it.")
@click.option("--name", help='What the corpus is, such as "Local news reports, 2024".  [default: from FILE]')
@click.option("--of", default="articles", show_default=True, help='What its articles are called: "news reports".')
@click.option("--note", default="", help="What a reader should know of it: outlets, topics, how it was chosen.")
@click.option("--without", multiple=True, metavar="METRIC", help="A metric these copies cannot show; may be repeated.")
@quiet_option
@click.pass_obj
def baseline(quiet: bool, /, inputs: tuple[str, ...], **described: Any) -> int:
    """Measure many articles and write how their figures are spread, figures only, no text. With
    "baseline: FILE" in a configuration, reports then say where an article stands among them.

    \b
    Example:
      crossread baseline local-2024 -o local-2024.json --name "Local news reports, 2024"
    """
    return console.write_baseline(inputs, quiet, **described)


@commands.command(short_help="List the metrics, or explain one.")
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


@commands.command(short_help="Write a saved result again.")
@click.argument("result_path", metavar="RESULT.json")
@click.option("--output", metavar="FOLDER", help="Where to write it.  [default: the folder of RESULT.json]")
@format_option
@page_option
@quiet_option
def render(result_path: str, output: str | None, formats: tuple[str, ...], page: str | None) -> int:
    """Write a saved result again, as HTML, PDF and Markdown unless --format says otherwise.

    \b
    Example:
      crossread render briefings/seeds.json --format pdf --page Letter
    """
    from pathlib import Path

    from crossread.result import load

    path = Path(result_path)
    result, folder = load(path), Path(output) if output else path.parent
    wanted, size = formats or ("html", "pdf", "markdown"), page or result.config.get("page", "A4")
    paths, complete = write(result, folder, wanted, path.stem, size)
    print_lines(paths)
    return FINE if complete else INCOMPLETE


@commands.command(short_help="Print a JSON Schema.")
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


@commands.command(short_help="Check that everything needed is installed.")
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
