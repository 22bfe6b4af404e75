"""`library pack`: write the files for everybody who gets a copy of a report."""

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
@click.option("--out", type=click.Path(path_type=Path), help="Path to the folder to write.  [default: pack-CASE]")
@today_option
@private_option
@private_terms_option
def pack_command(
    case: str, root: Path, out: Path | None, today: date | None, private: Path | None, private_terms: Path | None
) -> None:
    """Write the files for each person who gets a copy of a report.

    "library pack grace" writes a folder for each recipient, with the published report and a cover note (a letter for
    Word in HTML, Markdown, and plain text), the data for the coversheet of a national library that asks for one, and a
    checklist with the deadlines for your team. It works for drafts. The command does not send anything. Do not commit
    this folder. Git is set to ignore "pack-*".
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
    click.echo(f"library: {packed.folder} contains a folder for {join_words(packed.recipients)}")
    lines = "line" if packed.missing == 1 else "lines"
    click.echo(f"library: {packed.missing} {lines} to complete in {packed.folder / 'checklist.md'}")
