"""The command `library`."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from generator import __version__
from generator.cli.telling import Teller
from generator.frame import ENGINES
from generator.pipeline import Request, build, check
from generator.report import FORMATS

root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    help="The site's folder: the one with mkdocs.yml.",
)
today_option = click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Build as on this day; makes any build repeatable."
)
out_option = click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="Write the site here instead."
)
format_option = click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How findings are told."
)
drafts_option = click.option("--drafts", is_flag=True, help="Show drafts and scheduled records too, marked as such.")
engine_option = click.option(
    "--engine", type=click.Choice(list(ENGINES)), default="mkdocs", help="What builds the frames."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="library")
def main() -> None:
    """Publishes safeguarding learning: records in, a public library out.

    Exit status: 0 clean, 1 something to mend, 2 could not run.
    """


@main.command("build")
@root_option
@out_option
@today_option
@engine_option
@drafts_option
@format_option
def build_command(root: Path, out: Path | None, today: datetime | None, engine: str, drafts: bool, form: str) -> None:
    """Build the site. Any error, and nothing is written: the site stays as it was."""
    teller = Teller(form)
    with teller.steps() as step:
        result = build(Request(root, day(today), engine, out, drafts, step))
    teller.tell(result, f"{result.output}: {teller.written(result.written)}" if result.written else None)


@main.command("check")
@root_option
@out_option
@today_option
@format_option
def check_command(root: Path, out: Path | None, today: datetime | None, form: str) -> None:
    """Check every record, and every link of the built site."""
    teller = Teller(form)
    with teller.steps() as step:
        result = check(Request(root, day(today), output=out, progress=step))
    looked = (
        f"{result.links} links checked" if result.links is not None else "no built site to check; run: library build"
    )
    teller.tell(result, looked, strict=True)


def day(given: datetime | None) -> date:
    """The day to build for: as given, or the machine's own."""
    return given.date() if given is not None else date.today()
