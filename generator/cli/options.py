"""What several commands can be told, said in one place."""

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
    """Lists the commands in the order in which an editor meets them, and imports a command when it is called."""

    def __init__(
        self,
        *arguments: Any,
        later: Mapping[str, str] | None = None,
        sections: Mapping[str, Sequence[str]] | None = None,
        **more: Any,
    ) -> None:
        """`later` says by name where a command is found: `generator.cli.serve:serve_command`.

        `sections` names each command below a heading; without them the commands stand in one list, as they were added.
        """
        super().__init__(*arguments, **more)
        self.later = later or {}
        self.sections = sections or {}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name; None when there is none."""
        if cmd_name in self.later:
            module, _, name = self.later[cmd_name].partition(":")
            command: click.Command = getattr(import_module(module), name)
            return command
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """As the sections have them, or as they were added."""
        return [each for names in self.sections.values() for each in names] or [*self.later, *self.commands]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with a line on each, section by section."""
        if not self.sections:
            super().format_commands(ctx, formatter)
            return
        for heading, names in self.sections.items():
            commands = [(name, self.get_command(ctx, name)) for name in names]
            with formatter.section(heading):
                formatter.write_dl([(name, each.get_short_help_str(80)) for name, each in commands if each is not None])


class Day(click.ParamType[date]):
    """A whole day, as a record has it."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """A date. What is none is a mistake of usage, told as it is told of a record."""
        if isinstance(value, date):
            return value
        try:
            given = PartialDate.parse(value)
        except ValueError as fault:
            self.fail(f'"{value}": {fault}', param, ctx)
        if given.day is None:
            self.fail(f'"{value}" is not a day; write 2026-12-14', param, ctx)
        return given.first_day


class Today(click.ParamType[date]):
    """A day, which counts to its end, or a moment of it in Europe/London."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """A date, or a `LondonTime`. What is neither, and a time that the clocks skip, is a mistake of usage."""
        if isinstance(value, date):
            return value
        try:
            given = EventTime.parse(value)
        except ValueError as fault:
            self.fail(f'"{value}": {fault}', param, ctx)
        if given.day.day is None:
            self.fail(f'"{value}" is not a day; write 2026-12-14 or 2026-12-14T00:01', param, ctx)
        if given.is_skipped:
            self.fail(f'"{value}" never comes: the clocks go forward over it', param, ctx)
        return given.day.first_day if given.moment is None else LondonTime.at(given.moment)


root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    help="The site's folder: the one with mkdocs.yml.",
)
today_option = click.option(
    "--today",
    type=Today(),
    metavar="YYYY-MM-DD[THH:MM]",
    help="Work as at the end of this day, or at this time in London, not as now; makes any build repeatable.",
)
out_option = click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Another folder for the site than mkdocs.yml names."
)
format_option = click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How findings are told."
)
private_terms_option = click.option(
    "--private-terms",
    envvar="LIBRARY_PRIVATE_TERMS",
    show_envvar=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Look for these names, days and addresses, one a line, in all that is public. Keep it out of the repository.",
)
engine_option = click.option(
    "--engine", type=click.Choice(list(ENGINES)), default="mkdocs", help="What builds the frames."
)

private_option = click.option(
    "--private",
    type=click.Path(path_type=Path),
    metavar="DIR",
    envvar="LIBRARY_PRIVATE",
    help="A folder outside the repository with more of the steps behind cases, as CASE-ID.yml; never published.",
)


def day(given: date | None) -> date:
    """The day to work for: as given, or this moment in Europe/London."""
    return given if given is not None else london_now()
