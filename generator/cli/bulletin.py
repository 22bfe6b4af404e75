"""`library bulletin`: write a quarter's bulletin as an e-mail."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, format_option, private_option, private_terms_option, root_option, today_option
from generator.cli.output import Output, end_unwritten
from generator.commands.bulletin_email import BulletinFiles, send_bulletin
from generator.commands.options import BuildOptions
from generator.system import gc_disabled


@click.command("bulletin")
@click.argument("quarter", metavar="QUARTER")
@root_option
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=".", help="Folder to write the files to."
)
@today_option
@click.option("--drafts", is_flag=True, help="Allow a draft bulletin. Its subject then says DRAFT.")
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

    "library bulletin 2022-q3 --out DIR" writes three files: 2022-q3.html for a mailing service, 2022-q3.txt as plain
    text, and 2022-q3.eml, a message with both that opens in Outlook, Apple Mail and Thunderbird. The e-mail includes
    only what is public today. The command does not send anything.
    """
    output = Output(form)
    try:
        with output.steps() as step, gc_disabled():
            options = BuildOptions(
                root, day(today), drafts=drafts, progress=step, private=private, private_terms=private_terms
            )
            sending = send_bulletin(options, quarter, out)
    except OSError as error:
        end_unwritten(out, error)
    output.print_and_exit(sending.result, _describe(sending))


def _describe(sending: BulletinFiles) -> str | None:
    if sending.email is None:
        return None
    sizes = "\n".join(f"  {path} ({-(-size // 1024)} KB)" for path, size in sending.files)
    message = next(path for path, _ in sending.files if path.suffix == ".eml")
    next_step = f"Next: open {message} in your mail program, and send it to yourself first."
    return f'"{sending.email.subject}" was written:\n{sizes}\n{next_step}'
