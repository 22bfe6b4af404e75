"""`library list`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, private_option, root_option, today_option
from generator.cli.output import Output, is_terminal
from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions, CommandResult
from generator.editing import Overview, SummaryReadingAge, Todo, overview


@click.command("list")
@root_option
@today_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or programs.")
@private_option
@click.option("--summaries", is_flag=True, help="List every summary with its reading age, the hardest first.")
def list_command(root: Path, today: date | None, form: str, private: Path | None, summaries: bool) -> None:
    """List what is public, and what is still to be done.

    Each line of the to-do list names the file to open. Records with faults are left out; "library check" tells them.
    The reading age of a summary is told by a formula from the length of its sentences and words: the aim for plain
    English is 9.
    """
    on = day(today)
    result = validate_and_link(BuildOptions(root, on, private=private))
    if result.records is None:
        Output("text").print_and_exit(result, None)
        return
    found = overview(result.records, on)
    if form == "json":
        click.echo(_as_json(found, result))
    else:
        _tell_counts(found)
        _tell_summaries(found.summaries, in_full=summaries)
        for todo in found.todos:
            click.echo("\n" + "\n".join(_lines(todo)))
        if not found.todos:
            click.echo("\nNothing is missing.")
    if result.failed:
        click.echo("library: some records have faults and may be left out; run: library check", err=True)
        raise SystemExit(1)


def _tell_counts(found: Overview) -> None:
    """A table on a terminal, plain lines elsewhere."""
    heading = f"The library on {found.today.isoformat()}"
    if not is_terminal(sys.stdout):
        click.echo(heading)
        for kind in found.kinds:
            states = (("scheduled", kind.scheduled), ("draft", kind.drafts), ("withdrawn", kind.withdrawn))
            more = "".join(f", {count} {state}" for state, count in states if count)
            click.echo(f"  {kind.name}: {kind.public} public{more}")
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(title=heading, title_justify="left")
    table.add_column("")
    for column in ("Public", "Scheduled", "Draft", "Withdrawn"):
        table.add_column(column, justify="right")
    for kind in found.kinds:
        counts = (kind.public, kind.scheduled, kind.drafts, kind.withdrawn)
        table.add_row(kind.name, *(str(count) if count else "-" for count in counts))
    Console().print(table)


def _tell_summaries(summaries: Sequence[SummaryReadingAge], in_full: bool) -> None:
    """How hard the summaries are to read, one by one or all together."""
    if not summaries:
        return
    ages = sorted(summary.reading_age for summary in summaries)
    between = f"{ages[0]}" if ages[0] == ages[-1] else f"{ages[0]} to {ages[-1]}"
    told = f"Reading age of the summaries: {between}; half of them have {ages[(len(ages) - 1) // 2]} or less"
    click.echo("\n" + click.style(told, bold=in_full))
    for each in summaries if in_full else ():
        click.echo(f"  {each.reading_age:2} {each.title}: {each.file}")


def _lines(todo: Todo) -> Iterator[str]:
    yield click.style(f"{todo.title}: {len(todo.tasks)}", bold=True)
    for task in todo.tasks:
        yield f"  {task.title}{f', {task.detail}' if task.detail else ''}: {task.file}"


def _as_json(found: Overview, result: CommandResult) -> str:
    """`{"version": 1, ...}`; fields are only ever added."""
    content = {
        "version": 1,
        "today": found.today.isoformat(),
        "has_faults": result.failed,
        "kinds": [asdict(kind) for kind in found.kinds],
        "summaries": [asdict(summary) for summary in found.summaries],
        "to_do": [asdict(todo) for todo in found.todos],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)
