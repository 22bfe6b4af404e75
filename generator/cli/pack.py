"""`library pack`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, private_option, private_terms_option, root_option, today_option
from generator.cli.output import Output, end_unwritten
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.report_pack import pack
from generator.markdown import join_words
from generator.system import gc_disabled


@click.command("pack")
@click.argument("case", metavar="CASE")
@root_option
@click.option("--out", type=click.Path(path_type=Path), help="The folder to write; pack-CASE unless it is named.")
@today_option
@private_option
@private_terms_option
def pack_command(
    case: str, root: Path, out: Path | None, today: date | None, private: Path | None, private_terms: Path | None
) -> None:
    """Write what goes to those who get a copy of a report.

    As in "library pack grace". For each of them a folder with the report as readers get it and a cover note, as a
    letter for Word (HTML), as Markdown and as plain text; and for the team a checklist with the latest days. Nothing
    is sent. Works for drafts. The folder is not for the repository: the names of git's ignored files hold "pack-*".
    """
    output = Output("text")
    out = out or Path(f"pack-{case}")
    try:
        with output.steps() as step, gc_disabled():
            packed = pack(
                BuildOptions(root, day(today), progress=step, private=private, private_terms=private_terms), case, out
            )
    except OSError as error:
        end_unwritten(out, error)
    if packed.refusal is not None:
        output.print_and_exit(CommandResult((packed.refusal,)), None)
    if packed.folder is None:
        output.print_and_exit(packed.result, None)
        return
    click.echo(f"library: {packed.folder} holds a folder for {join_words(packed.recipients)}")
    lines = "line is" if packed.missing == 1 else "lines are"
    click.echo(f"library: {packed.missing} {lines} missing on {packed.folder / 'checklist.md'}")
