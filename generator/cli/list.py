"""`library list`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from generator.author import Overview, Todo, overview
from generator.cli.options import day, root_option, today_option
from generator.cli.telling import Teller
from generator.pipeline import Request, Result, inspect


@click.command("list")
@root_option
@today_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or programs.")
def list_command(root: Path, today: datetime | None, form: str) -> None:
    """List what is public, and what is still to be done.

    Each line of the to-do list names the file to open. Records with faults are left out; "library check" tells them.
    """
    on = day(today)
    result = inspect(Request(root, on))
    if result.records is None:
        Teller("text").tell(result, None)
        return
    found = overview(result.records, on)
    if form == "json":
        click.echo(_as_json(found, result))
    else:
        _tell_counts(found)
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
    if not sys.stdout.isatty():
        click.echo(heading)
        for each in found.kinds:
            states = (("scheduled", each.scheduled), ("draft", each.drafts), ("withdrawn", each.withdrawn))
            more = "".join(f", {count} {state}" for state, count in states if count)
            click.echo(f"  {each.name}: {each.public} public{more}")
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(title=heading, title_justify="left")
    table.add_column("")
    for column in ("Public", "Scheduled", "Draft", "Withdrawn"):
        table.add_column(column, justify="right")
    for each in found.kinds:
        counts = (each.public, each.scheduled, each.drafts, each.withdrawn)
        table.add_row(each.name, *(str(count) if count else "-" for count in counts))
    Console().print(table)


def _lines(todo: Todo) -> Iterator[str]:
    yield click.style(f"{todo.title}: {len(todo.tasks)}", bold=True)
    for task in todo.tasks:
        yield f"  {task.title}{f', {task.detail}' if task.detail else ''}: {task.file}"


def _as_json(found: Overview, result: Result) -> str:
    """`{"version": 1, ...}`; fields are only ever added."""
    content = {
        "version": 1,
        "today": found.today.isoformat(),
        "has_faults": result.failed,
        "kinds": [asdict(each) for each in found.kinds],
        "to_do": [asdict(each) for each in found.todos],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)
