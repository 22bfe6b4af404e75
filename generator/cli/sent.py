"""`library sent`: record that a bulletin was sent."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.options import Day, day, root_option, today_option
from generator.cli.output import Output
from generator.commands.mark_sent import mark_bulletin_sent
from generator.commands.options import BuildOptions, CommandResult


@click.command("sent")
@click.argument("quarter", metavar="QUARTER")
@click.option(
    "--on",
    type=Day(),
    metavar="YYYY-MM-DD",
    help="Date it was sent.  [default: today]",
)
@root_option
@today_option
def sent_command(quarter: str, on: date | None, root: Path, today: date | None) -> None:
    """Record that a bulletin was sent.

    Adds the date, and the text of every item as it is today, to content/bulletins/QUARTER.yml. The bulletin page then
    stays as it was sent, even if the records change. Later changes are listed under "Since this bulletin". Run the
    command on the day you send the bulletin. Existing lines and comments in the file are kept.
    """
    now = day(today)
    try:
        sent = mark_bulletin_sent(BuildOptions(root, now), quarter, on or now)
    except OSError as error:
        click.echo(f"library: the bulletin cannot be written: {(error.strerror or str(error)).lower()}", err=True)
        raise SystemExit(2) from None
    if sent.refusal is not None:
        Output("text").print_and_exit(CommandResult((sent.refusal,)), None)
    if not sent.file:
        Output("text").print_and_exit(sent.result, None)
        return
    click.echo(f"library: recorded in {sent.file}: sent with {sent.items} item{'' if sent.items == 1 else 's'}")
    click.echo("Next: library push   sends it to the shared repository.")
    click.echo("      library undo   takes it back.")
