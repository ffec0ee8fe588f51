"""The command `crossread`.

Only click is imported here: everything else is imported by the command that needs it, so that
`crossread --help` answers at once. Results go to standard output, one path a line; progress and
notices go to standard error.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from crossread import console
from crossread.commands import briefings, inputs, reference
from crossread.commands.options import quiet_option
from crossread.console import FINE, INTERRUPTED, fail
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


for _command in (
    briefings.compare,
    briefings.run,
    inputs.check,
    inputs.read,
    inputs.group_articles,
    inputs.baseline,
    reference.metrics,
    reference.findings,
    briefings.render,
    reference.schema,
    reference.doctor,
):
    commands.add_command(_command)
