"""What the command line says and where: paths to standard output, all else to standard error."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

import click

from crossread.errors import CrossreadError, RenderError
from crossread.wrapping import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from crossread.model import Crossing, Notice, Result
    from crossread.reports.look import Look
    from crossread.settings import ReportSettings

FINE, CROSSED, INCOMPLETE, INTERRUPTED = 0, 1, 2, 130
_DECIMALS = 12  # a float says little beyond
WIDEST = 100  # columns of a line that still reads well
_SLOW = 1.0  # seconds of work before progress is worth showing


def width() -> int:
    """Columns for help texts. click would ask shutil, whose import takes a tenth of the whole time."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError, AttributeError):  # not a terminal, or no standard output at all
        columns = 80
    return max(50, min(columns, 100) - 2)


def print_lines(lines: Iterable[object]) -> None:
    """Print to standard output; a reader that has gone away (`| head`) is no error."""
    _print("\n".join(harmless(str(line)) for line in lines))


def print_summary(result: Result, whole: bool) -> None:
    """Tell on a terminal what was found, in full or in a line; what is printed can be told apart from paths by eye."""
    from crossread.summary import one_line, summary

    told = summary(result, _room(), _strong) if whole else [one_line(result)]
    _print("\n".join(told) + "\n" * whole)


def _room() -> int:
    """Columns for a summary: the terminal's, and no more than reads well."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return max(20, min(columns or 80, WIDEST))


def _strong(text: str) -> str:
    """Set off where the terminal can, and nobody has asked for plain text."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM", "dumb") == "dumb"
    return text if plain else click.style(text, bold=True)


def _print(text: str) -> None:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        click.echo(text.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        # What is left in the buffer would raise again when Python exits.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(level: str, message: str) -> None:
    """Tell something on standard error, each line of it marked: `crossread: error: ...`."""
    with suppress(BrokenPipeError):
        for line in message.split("\n"):
            click.echo(f"crossread: {level}: {harmless(line)}", err=True)


def fail(message: str, code: int = INCOMPLETE) -> int:
    """Tell an error and return the exit code that goes with it."""
    say("error", message)
    return code


class Progress:
    """One line on a terminal saying what is being done; silent in a pipe and for quick work."""

    def __init__(self, quiet: bool) -> None:
        self.shown = False
        self.enabled = not quiet and sys.stderr.isatty()
        self.started = monotonic()

    def __call__(self, doing: str) -> None:
        """Show what is being done now."""
        if self.enabled and monotonic() - self.started >= _SLOW:
            click.echo(f"\r\x1b[K{harmless(doing)[:79]}", err=True, nl=False)
            self.shown = True

    def clear(self) -> None:
        """Remove the line, so that what follows starts on an empty one."""
        if self.shown:
            click.echo("\r\x1b[K", err=True, nl=False)
            self.shown = False


def run_reports(reports: Sequence[ReportSettings], base: Path, quiet: bool) -> int:
    """Run and write each report; one that fails does not stop the others. Returns the exit code."""
    codes = [FINE]
    for settings in reports:
        progress = Progress(quiet)
        whole = len(reports) == 1 and settings.group == "together"
        try:
            codes.append(_run_report(settings, base, quiet, progress, whole))
        except CrossreadError as error:
            progress.clear()
            codes.append(fail(str(error)))
        finally:
            progress.clear()
    return max(codes)


def _run_report(settings: ReportSettings, base: Path, quiet: bool, progress: Progress, whole: bool) -> int:
    """Run and write one report. On a terminal it is summed up, in a line where it is not the `whole` of the run."""
    from crossread.branding import make_look
    from crossread.run import run_each

    codes = [FINE]
    look = make_look(settings.pdf_options(), settings.templates, settings.brand)
    tell_look(look, quiet)
    known: set[Notice] = set()
    for name, result in run_each(settings, base, progress):
        if sys.stdout.isatty() and not quiet:
            progress.clear()
            print_summary(result, whole)
        progress(f"writing {result.report}")
        paths, complete = write(result, base / settings.output.folder, settings.formats, name, look, quiet)
        progress.clear()
        # What could not be read is told of every briefing of a report; here once.
        codes.append(tell_notices((notice for notice in result.warnings if notice not in known), quiet))
        known.update(result.warnings)
        for crossing in result.crossings:
            say("threshold", _describe(crossing, result))
        if paths:
            print_lines(paths)
        codes += [INCOMPLETE] * (not complete) + [CROSSED] * bool(result.crossings)
    return max(codes)


def write_baseline(
    inputs: Sequence[str], quiet: bool, *, output: str, name: str | None, of: str, note: str, without: Sequence[str]
) -> int:
    """Measure the articles of the inputs and write their baseline. Returns the exit code."""
    from pathlib import Path

    from crossread.baseline import save
    from crossread.corpus import measure_corpus
    from crossread.inputs.collect import collect
    from crossread.settings import default_settings

    progress, path = Progress(quiet), Path(output)
    try:
        articles, notices = collect(inputs, Path(), default_settings().fetch, progress)
        made = measure_corpus(articles, name=name or path.stem, of=of, note=note, without=without, tell=progress)
        save(made, path)
    finally:
        progress.clear()
    print_lines([path])
    return tell_notices(notices, quiet)


def tell_notices(notices: Iterable[Notice], quiet: bool = False) -> int:
    """Tell what could not be done; warnings unless `quiet`. Returns the exit code."""
    code = FINE
    for notice in notices:
        if notice.level == "error":
            code = INCOMPLETE
        if notice.level == "error" or not quiet:
            say(notice.level, f"{notice.subject}: {notice.message}")
    return code


def tell_look(look: Look, quiet: bool) -> None:
    """Tell what of the templates and the brand will not be seen, unless `quiet`."""
    from crossread.reports import notes_on

    for note in () if quiet else notes_on(look):
        say("warning", note)


def write(
    result: Result, folder: Path, formats: Sequence[str], name: str, look: Look, quiet: bool = False
) -> tuple[tuple[Path, ...], bool]:
    """Write a result in these formats: the paths written, and whether all were.

    Errors are told, and warnings unless `quiet`.
    """
    from warnings import catch_warnings, simplefilter

    from crossread.reports import render

    with catch_warnings(record=True) as warned:
        simplefilter("always", UserWarning)  # of a PDF that shows empty boxes for want of a font
        try:
            written, complete = render(result, folder, formats=formats, name=name, look=look), True
        except RenderError as error:
            for failure in error.failures:  # what was written is printed as paths
                say("error", failure)
            written, complete = error.written, False
    for each in () if quiet else warned:
        say("warning", str(each.message))
    return written, complete


def _describe(crossing: Crossing, result: Result) -> str:
    """ "hedging is 2.4 (per 100 words) in one.txt, above the maximum of 2"."""
    from crossread.reports.figures import figure_labels

    metric, _, figure = crossing.figure.partition(".")
    _, unit, decimals = figure_labels(result.metrics)[metric, figure or None]
    where = next((a.origin.locator for a in result.articles if a.id == crossing.article), crossing.article)
    side = "above the maximum" if crossing.side == "max" else "below the minimum"
    value = _told_apart(crossing.value, crossing.limit, decimals) + (f" ({unit})" if unit else "")
    return f"{crossing.figure} is {value} in {where}, {side} of {crossing.limit:g}"


def _told_apart(value: float, limit: float, decimals: int) -> str:
    """The value with at least these decimals, and with more where rounding would make it look like the limit."""
    from crossread.telling import number

    if value.is_integer():
        return number(int(value), 0)
    while round(value, decimals) == round(limit, decimals) and decimals < _DECIMALS:
        decimals += 1
    return number(value, decimals)
