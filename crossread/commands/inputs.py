"""The commands that look at inputs and write no briefing: a plan, what was read, events, a baseline."""

from __future__ import annotations

from typing import Any

import click

from crossread import console
from crossread.commands.options import config_option, fetch_option, offline_option, quiet_option
from crossread.console import Progress, print_lines, tell_notices


@click.command(short_help="Check a configuration and print what would run.")
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


@click.command(short_help="Show what was understood of an input.")
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


@click.command(name="group", short_help="Show which articles report the same event.")
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


@click.command(short_help="Measure a corpus, to hold articles against.")
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
