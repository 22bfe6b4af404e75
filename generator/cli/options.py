"""What several commands can be told, said in one place."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from generator.frame import ENGINES
from generator.report import FORMATS


class InOrder(click.Group):
    """Lists the commands in the order in which an editor meets them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """As they were added."""
        return list(self.commands)


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
engine_option = click.option(
    "--engine", type=click.Choice(list(ENGINES)), default="mkdocs", help="What builds the frames."
)


def day(given: datetime | None) -> date:
    """The day to work for: as given, or the machine's own."""
    return given.date() if given is not None else date.today()
