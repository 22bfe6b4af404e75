"""Commands that fail unexpectedly end with a sentence instead of a traceback."""

from __future__ import annotations

import errno
import os
import traceback
from pathlib import Path
from typing import Any, Final

import click

from generator.cli.options import LazyGroup
from generator.system import told_of

TRACEBACK: Final = "LIBRARY_TRACEBACK"
"""The environment variable that makes a crash show its traceback. The tests of this project set it."""

_NO_ROOM: Final = ("failed to map segment", "cannot allocate memory", "cannot apply additional memory protection")
"""What the loader of libraries says if memory is short."""

_PACKAGE: Final = Path(__file__).parents[1]


class CrashReportingGroup(LazyGroup):
    """The command `library`. An unexpected exception ends it with a sentence and exit status 2."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the options before the command. For one that belongs behind it, the message says so."""
        commands = [name for name in args if name in self.list_commands(ctx)]
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            command = self.get_command(ctx, commands[0]) if commands else None
            known = {name for each in command.params for name in each.opts} if command is not None else {"--root"}
            if error.option_name in known:
                name = commands[0] if commands else "COMMAND"
                message = f"{error.option_name} goes after the command: library {name} {error.option_name} ..."
                raise click.UsageError(message, ctx) from error
            raise

    def invoke(self, ctx: click.Context) -> Any:
        """Run the chosen subcommand."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise  # click handles these
        except Exception as error:
            if _is_short_of_memory(error):
                click.echo(
                    "library: this computer has too little memory free; close other programs and try again", err=True
                )
            elif isinstance(error, OSError) and error.errno is not None:
                click.echo(f"library: {told_of(error)}", err=True)
            elif os.environ.get(TRACEBACK):
                raise
            else:
                click.echo(describe_crash(error, ctx.invoked_subcommand or ""), err=True)
        raise SystemExit(2)


def _is_short_of_memory(error: BaseException | None) -> bool:
    """Return True if there was no memory left, for values or for a library that is loaded late."""
    while error is not None:
        is_library = isinstance(error, ImportError) and any(words in str(error) for words in _NO_ROOM)
        if is_library or isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
            return True
        error = error.__cause__ or error.__context__
    return False


def describe_crash(error: Exception, command: str) -> str:
    """Return the lines that report an unexpected exception. Its message is left out: it may quote a record."""
    frames = traceback.extract_tb(error.__traceback__)
    own_frames = [frame for frame in frames if Path(frame.filename).is_relative_to(_PACKAGE)]
    place = "in a library"
    if own_frames:
        file = Path(own_frames[-1].filename).relative_to(_PACKAGE).as_posix()
        place = f"in generator/{file}, line {own_frames[-1].lineno}"
    return (
        f'library: a bug in this program stopped "library {command}": {type(error).__name__} {place}\n'
        "library: please report the line above to the people who maintain the program\n"
        f"library: if they ask for more, run the command again with {TRACEBACK}=1; its output may quote your records"
    )
