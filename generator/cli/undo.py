"""`library undo`: take back the last change that a command made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.events import describe_files, may_go_on
from generator.cli.options import day, root_option, today_option
from generator.cli.output import Output
from generator.commands.changes.journal import find_undo, undo_change
from generator.commands.changes.planned_change import FileChange
from generator.commands.changes.undo_check import refuse_undo
from generator.commands.options import BuildOptions, CommandResult
from generator.system import file_fault


@click.command("undo")
@click.option("--again", is_flag=True, help="Make the last change again that was taken back.")
@click.option("--yes", is_flag=True, help="Do not ask: write the files at once.")
@root_option
@today_option
def undo_command(again: bool, yes: bool, root: Path, today: date | None) -> None:
    """Take back the last change that a command made.

    Example: library undo. It works for new, publish, schedule, archive, withdraw, rename, replace-document, set-status
    and sent, if the files are still as the command left them and no published address would be lost. Run it again to
    take back the change before. What was taken back is kept: "library undo --again" makes it again.
    """
    found = find_undo(root, again)
    if found.refusal is not None or found.change is None:
        Output("text").print_and_exit(CommandResult((found.refusal,) if found.refusal is not None else ()), None)
        return
    made = found.change
    refusal = refuse_undo(BuildOptions(root, day(today)), made, again)
    if refusal is not None:
        Output("text").print_and_exit(CommandResult((refusal,)), None)
        return
    click.echo(f"{'Make again' if again else 'Take back'}: {made.title} ({made.day})")
    files = made.files if again else tuple(FileChange(each.file, each.after, each.before) for each in made.files)
    for line in describe_files(files):
        click.echo(f"  {line}")
    if not yes and not may_go_on("text"):
        return
    try:
        undo_change(root, made, again)
    except OSError as error:
        Output("text").print_and_exit(CommandResult((file_fault(error),)), None)
        return
    click.echo(f"library: done; {len(files)} file{'' if len(files) == 1 else 's'} written")
    click.echo("Next: library build   shows the change on the site.")
