"""`library bulletin`: a quarter's bulletin as an e-mail."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, format_option, private_option, private_terms_option, root_option, today_option
from generator.cli.telling import Teller, end_unwritten
from generator.machine import undisturbed
from generator.outgoing import Sending, send_bulletin
from generator.request import Request


@click.command("bulletin")
@click.argument("quarter", metavar="QUARTER")
@root_option
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=".", help="The folder that gets the files."
)
@today_option
@click.option("--drafts", is_flag=True, help="Make it of a draft too; its subject says DRAFT.")
@private_option
@private_terms_option
@format_option
def bulletin_command(
    quarter: str,
    root: Path,
    out: Path,
    today: date | None,
    drafts: bool,
    private: Path | None,
    private_terms: Path | None,
    form: str,
) -> None:
    """Write a quarter's bulletin as an e-mail.

    As in "library bulletin 2022-q3 --out DIR". Writes 2022-q3.html for a mailing service, 2022-q3.txt for its plain
    form, and 2022-q3.eml, a message with both that opens in Outlook, Apple Mail and Thunderbird. Nothing is sent. Only
    what is public today is in it.
    """
    teller = Teller(form)
    try:
        with teller.steps() as step, undisturbed():
            request = Request(
                root, day(today), drafts=drafts, progress=step, private=private, private_terms=private_terms
            )
            sending = send_bulletin(request, quarter, out)
    except OSError as error:
        end_unwritten(out, error)
    teller.tell(sending.result, _told(sending))


def _told(sending: Sending) -> str | None:
    if sending.email is None:
        return None
    sizes = "\n".join(f"  {path} ({-(-size // 1024)} KB)" for path, size in sending.files)
    message = next(path for path, _ in sending.files if path.suffix == ".eml")
    then = f"Next: open {message} in your mail program, and send it to yourself first."
    return f'"{sending.email.subject}" is written:\n{sizes}\n{then}'
