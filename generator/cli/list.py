"""`library list`: list what is public and what is missing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, private_option, private_terms_option, root_option, today_option
from generator.cli.output import Output, is_terminal, stop_for_private_terms
from generator.commands.check import check_records
from generator.commands.options import BuildOptions, CommandResult
from generator.editing import Overview, ReadingCount, SummaryReadingAge, Todo, overview, reading_counts


@click.command("list")
@root_option
@today_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@private_option
@private_terms_option
@click.option("--summaries", is_flag=True, help="List the reading age of every summary, hardest first.")
def list_command(
    root: Path, today: date | None, form: str, private: Path | None, private_terms: Path | None, summaries: bool
) -> None:
    """List what is public, and what is still missing.

    Each line of the to-do list shows the file to open. Records with errors are left out: run "library check" to see
    them. Reading age is worked out from sentence and word length. Aim for 9. Each record is counted
    once, by the best way to read it: on its page, in a PDF, on a website, or not online.
    """
    on = day(today)
    options = BuildOptions(root, on, private=private, private_terms=private_terms)
    result = check_records(options)
    if result.records is None:
        Output("text").print_and_exit(result, None)
        return
    library_overview = overview(result.records, on)
    reading = reading_counts(result.library) if result.library is not None else ()
    stop_for_private_terms(options, _as_json(library_overview, reading, result), result)
    if form == "json":
        click.echo(_as_json(library_overview, reading, result))
    else:
        _print_counts(library_overview)
        _print_reading_counts(reading)
        _print_summaries(library_overview.summaries, in_full=summaries)
        for todo in library_overview.todos:
            click.echo("\n" + "\n".join(_lines(todo)))
        if not library_overview.todos:
            click.echo("\nNothing is missing.")
    if result.failed:
        click.echo("library: some records have errors and may be left out; run: library check", err=True)
        raise SystemExit(1)


def _print_counts(library_overview: Overview) -> None:
    """Print a table on a terminal, and plain lines elsewhere."""
    heading = f"The library on {library_overview.today.isoformat()}"
    if not is_terminal(sys.stdout):
        click.echo(heading)
        for kind in library_overview.kinds:
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
    for kind in library_overview.kinds:
        counts = (kind.public, kind.scheduled, kind.drafts, kind.withdrawn)
        table.add_row(kind.name, *(str(count) if count else "-" for count in counts))
    Console().print(table)


def _print_reading_counts(counts: Sequence[ReadingCount]) -> None:
    """Print how readers can read the public records, by the best way for each."""
    if counts:
        click.echo("\nHow readers can read them")
    for count in counts:
        click.echo(f"  {count.name}: {count.sentence}")


def _print_summaries(summaries: Sequence[SummaryReadingAge], in_full: bool) -> None:
    """Print the range of the reading ages and, if `in_full`, one line for each summary."""
    if not summaries:
        return
    ages = sorted(summary.reading_age for summary in summaries)
    age_range = f"{ages[0]}" if ages[0] == ages[-1] else f"{ages[0]} to {ages[-1]}"
    line = f"Reading age of the summaries: {age_range}; half are {ages[(len(ages) - 1) // 2]} or below"
    click.echo("\n" + click.style(line, bold=in_full))
    for summary in summaries if in_full else ():
        click.echo(f"  {summary.reading_age:2} {summary.title}: {summary.file}")


def _lines(todo: Todo) -> Iterator[str]:
    yield click.style(f"{todo.title}: {len(todo.tasks)}", bold=True)
    for task in todo.tasks:
        yield f"  {task.title}{f', {task.detail}' if task.detail else ''}: {task.file}"


def _as_json(library_overview: Overview, reading: Sequence[ReadingCount], result: CommandResult) -> str:
    """Return the overview as JSON: `{"version": 1, ...}`. Later versions only add fields."""
    content = {
        "version": 1,
        "today": library_overview.today.isoformat(),
        "has_faults": result.failed,
        "kinds": [asdict(kind) for kind in library_overview.kinds],
        "how_to_read": [asdict(count) for count in reading],
        "summaries": [asdict(summary) for summary in library_overview.summaries],
        "to_do": [asdict(todo) for todo in library_overview.todos],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)
