"""Options and parameter types that several commands share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from generator.frame import ENGINES
from generator.model import EventTime, PartialDate
from generator.model.london_time import LondonTime
from generator.report import FORMATS
from generator.system.clock import london_now


class LazyGroup(click.Group):
    """A group of commands, listed in the order in which an editor needs them. A command is imported when it is used."""

    def __init__(
        self,
        *arguments: Any,
        later: Mapping[str, str] | None = None,
        sections: Mapping[str, Sequence[str]] | None = None,
        **more: Any,
    ) -> None:
        """Create the group.

        `later` maps the name of a command to where it is imported from: `generator.cli.serve:serve_command`.
        `sections` maps the headings of the help to names of commands. Without it, the help has one list, in the order
        in which the commands were added.
        """
        super().__init__(*arguments, **more)
        self.later = later or {}
        self.sections = sections or {}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command with this name, or None."""
        if cmd_name in self.later:
            module, _, name = self.later[cmd_name].partition(":")
            command: click.Command = getattr(import_module(module), name)
            return command
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order of the sections, or as they were added."""
        return [name for names in self.sections.values() for name in names] or [*self.later, *self.commands]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write a list of the commands for each section."""
        if not self.sections:
            super().format_commands(ctx, formatter)
            return
        for heading, names in self.sections.items():
            commands = [(name, self.get_command(ctx, name)) for name in names]
            with formatter.section(heading):
                formatter.write_dl(
                    [(name, command.get_short_help_str(80)) for name, command in commands if command is not None]
                )


class Day(click.ParamType[date]):
    """A date in the form that records use: 2026-12-14."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date. Any other value is a usage error, with the message that a record would get."""
        if isinstance(value, date):
            return value
        try:
            parsed = PartialDate.parse(value)
        except ValueError as fault:
            self.fail(f'"{value}": {fault}', param, ctx)
        if parsed.day is None:
            self.fail(f'"{value}" is not a day; write 2026-12-14', param, ctx)
        return parsed.first_day


class Today(click.ParamType[date]):
    """A day, which means its end, or a time in Europe/London on that day."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return a date, or a `LondonTime`. Any other value, or a time that the clocks skip, is a usage error."""
        if isinstance(value, date):
            return value
        try:
            parsed = EventTime.parse(value)
        except ValueError as fault:
            self.fail(f'"{value}": {fault}', param, ctx)
        if parsed.day.day is None:
            self.fail(f'"{value}" is not a day; write 2026-12-14 or 2026-12-14T00:01', param, ctx)
        if parsed.is_skipped:
            self.fail(f'"{value}" does not exist: the clocks go forward past it', param, ctx)
        return parsed.day.first_day if parsed.moment is None else LondonTime.at(parsed.moment)


class Moment(click.ParamType[EventTime]):
    """A day, or a time in Europe/London on a day, in the form that records use."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> EventTime:
        """Return the moment. Any other value is a usage error, with the message that a record would get."""
        if isinstance(value, EventTime):
            return value
        try:
            return EventTime.parse(value)
        except ValueError as fault:
            self.fail(f'"{value}": {fault}', param, ctx)


root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    help="Path to the folder that contains mkdocs.yml.",
)
today_option = click.option(
    "--today",
    type=Today(),
    metavar="YYYY-MM-DD[THH:MM]",
    help="Use this day, or this time in London, as the current time. Makes builds repeatable.  [default: now]",
)
port_option = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="NUMBER",
    default=8000,
    help="Port to serve on; 0 uses any free port.",
)
poll_option = click.option(
    "--poll",
    "polls",
    is_flag=True,
    help="Check every file several times a second, for drives on which changes are not noticed.",
)
out_option = click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    help="Path to the folder of the built site.  [default: site_dir in mkdocs.yml]",
)
format_option = click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="Output format of the problems found."
)
all_option = click.option(
    "--all", "all_places", is_flag=True, help="List the notes too, and every place of a repeated problem."
)
private_terms_option = click.option(
    "--private-terms",
    envvar="LIBRARY_PRIVATE_TERMS",
    show_envvar=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Path to a file of private names, dates and addresses, one on each line. The command reports them wherever "
    "they appear in public files. Keep FILE out of the repository.",
)
engine_option = click.option(
    "--engine", type=click.Choice(list(ENGINES)), default="mkdocs", help="Program that builds the page frames."
)

private_option = click.option(
    "--private",
    type=click.Path(path_type=Path),
    metavar="DIR",
    envvar="LIBRARY_PRIVATE",
    help="Path to a folder outside the repository with private workflow steps, one CASE-ID.yml for each case. "
    "Not published.",
)


def day(today: date | None) -> date:
    """Return the value of `--today`, or the current time in Europe/London."""
    return today if today is not None else london_now()
