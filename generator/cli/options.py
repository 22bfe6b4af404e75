"""What several commands can be told, said in one place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from generator.frame import ENGINES
from generator.report import FORMATS


class InOrder(click.Group):
    """Lists the commands in the order in which an editor meets them, and imports a command when it is called."""

    def __init__(self, *arguments: Any, later: Mapping[str, str] | None = None, **more: Any) -> None:
        """`later` says by name where a command is found: `generator.cli.serve:serve_command`."""
        super().__init__(*arguments, **more)
        self.later = later or {}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name; None when there is none."""
        if cmd_name in self.later:
            module, _, name = self.later[cmd_name].partition(":")
            command: click.Command = getattr(import_module(module), name)
            return command
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """As they were added."""
        return [*self.later, *self.commands]


root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    help="The site's folder: the one with mkdocs.yml.",
)
today_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Work as on this day, not as today; makes any build repeatable.",
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


def day(given: datetime | None) -> date:
    """The day to work for: as given, or the machine's own."""
    return given.date() if given is not None else date.today()
