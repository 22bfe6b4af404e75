"""No command ends with a traceback: it ends with a sentence, whatever happened."""

from __future__ import annotations

import os
import traceback
from pathlib import Path
from typing import Any, Final

import click

from generator.cli.options import LazyGroup
from generator.system import told_of

TRACEBACK: Final = "LIBRARY_TRACEBACK"
"""The environment variable that shows the traceback of a fault in the program; the project's own tests set it."""

_PACKAGE: Final = Path(__file__).parents[1]


class SafetyNet(LazyGroup):
    """The command `library`. What no stage has foreseen ends it with a sentence and exit status 2."""

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the subcommand that was asked for."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click ends these as they should
        except Exception as error:
            if isinstance(error, OSError) and error.errno is not None:
                click.echo(f"library: {told_of(error)}", err=True)
            elif os.environ.get(TRACEBACK):
                raise
            else:
                click.echo(fault_of_the_program(error, ctx.invoked_subcommand or ""), err=True)
        raise SystemExit(2)


def fault_of_the_program(error: Exception, command: str) -> str:
    """The lines about an exception that nobody expected. Its own words are left out: they may quote a record."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    place = "in a library"
    if own:
        place = f"in generator/{Path(own[-1].filename).relative_to(_PACKAGE).as_posix()}, line {own[-1].lineno}"
    return (
        f'library: a fault of this program stopped "library {command}": {type(error).__name__} {place}\n'
        "library: please report that line to the people who look after the program\n"
        f"library: if they ask for more, run the command with {TRACEBACK}=1; what it then shows may quote your records"
    )
