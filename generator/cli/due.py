"""`library due`: list the tasks and events of the coming weeks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, private_option, private_terms_option, root_option, today_option
from generator.cli.output import Output, stop_for_private_terms
from generator.commands.check import check_records
from generator.commands.due import DueItem, due
from generator.commands.options import BuildOptions
from generator.model.london_time import plain_day


@click.command("due")
@root_option
@click.option(
    "--weeks", type=click.IntRange(1, 104), default=4, metavar="NUMBER", help="Number of weeks to look ahead."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@today_option
@private_option
@private_terms_option
def due_command(
    root: Path, weeks: int, form: str, today: date | None, private: Path | None, private_terms: Path | None
) -> None:
    """List what is due in the coming weeks, and what is overdue.

    Includes records that are about to be published, reports that have been online for their year, records to review,
    recommendations, and answers to a coroner. Each line shows the day and the file to open. Records with errors are
    left out: run "library check" to see them. The list includes records that are not public yet: share it only with
    people who may know about them.
    """
    on = day(today)
    options = BuildOptions(root, on, private=private, private_terms=private_terms)
    result = check_records(options)
    if result.records is None:
        Output("text").print_and_exit(result, None)
        return
    items = due(result.records, on, weeks)
    plain = plain_day(on)
    stop_for_private_terms(options, _as_json(items, plain, weeks), result)
    click.echo(_as_json(items, plain, weeks) if form == "json" else "\n".join(_lines(items, plain, weeks)))
    if result.failed:
        click.echo("library: some records have errors and may be left out; run: library check", err=True)
        raise SystemExit(1)


def _lines(items: tuple[DueItem, ...], today: date, weeks: int) -> Iterator[str]:
    span = "week" if weeks == 1 else f"{weeks} weeks"
    if not items:
        yield f"Nothing is due in the {span} from {today.isoformat()}."
    overdue = [item for item in items if item.day < today]
    coming = [item for item in items if item.day >= today]
    for heading, section in (("Overdue", overdue), (f"In the {span} from {today.isoformat()}", coming)):
        if section:
            yield click.style(f"{heading}: {len(section)}", bold=True)
        for item in section:
            yield f"  {item.day:%a} {item.day.isoformat()}  {item.title}: {item.what}: {item.file}"


def _as_json(items: tuple[DueItem, ...], today: date, weeks: int) -> str:
    """Return the items as JSON: `{"version": 1, ...}`. Later versions only add fields."""
    values = [asdict(item) | {"day": item.day.isoformat(), "is_overdue": item.day < today} for item in items]
    return json.dumps(
        {"version": 1, "today": today.isoformat(), "weeks": weeks, "due": values}, ensure_ascii=False, indent=1
    )
