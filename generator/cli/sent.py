"""`library sent`."""

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
    help="The day on which it was sent; today when left out.",
)
@root_option
@today_option
def sent_command(quarter: str, on: date | None, root: Path, today: date | None) -> None:
    """Write down that a bulletin was sent.

    Adds the day, and every item with the words that it has today, to content/bulletins/QUARTER.yml. From then on the
    bulletin stays as it was sent, whatever becomes of the records: what comes later shows as "Since this bulletin".
    Run it on the day on which you send the bulletin. Every line and note that is there stays.
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
    click.echo(
        f"library: {sent.file} is sent, with {sent.items} item{'' if sent.items == 1 else 's'}; it stays as it is"
    )
    click.echo(f'Next: look at it, and commit it: git commit -m "content: send the bulletin {quarter}" {sent.file}')
