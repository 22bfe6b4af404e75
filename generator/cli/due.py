"""`library due`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, private_option, root_option, today_option
from generator.cli.output import Output
from generator.commands.build import validate_and_link
from generator.commands.due import DueItem, due
from generator.commands.options import BuildOptions


@click.command("due")
@root_option
@click.option("--weeks", type=click.IntRange(1, 104), default=4, metavar="NUMBER", help="How far to look ahead.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or programs.")
@today_option
@private_option
def due_command(root: Path, weeks: int, form: str, today: date | None, private: Path | None) -> None:
    """List what is due in the coming weeks, and what is overdue.

    That is what goes public, what reaches its year and what needs a look. Each line names the day and the file to
    open. Records with faults are left out; "library check" tells them. The list names records that are not public yet:
    keep it among those who may know of them.
    """
    on = day(today)
    result = validate_and_link(BuildOptions(root, on, private=private))
    if result.records is None:
        Output("text").print_and_exit(result, None)
        return
    found = due(result.records, on, weeks)
    plain = date(on.year, on.month, on.day)
    click.echo(_as_json(found, plain, weeks) if form == "json" else "\n".join(_lines(found, plain, weeks)))
    if result.failed:
        click.echo("library: some records have faults and may be left out; run: library check", err=True)
        raise SystemExit(1)


def _lines(found: tuple[DueItem, ...], today: date, weeks: int) -> Iterator[str]:
    span = "week" if weeks == 1 else f"{weeks} weeks"
    if not found:
        yield f"Nothing is due in the {span} from {today.isoformat()} on."
    overdue = [each for each in found if each.day < today]
    coming = [each for each in found if each.day >= today]
    for heading, listed in (("Overdue", overdue), (f"In the {span} from {today.isoformat()} on", coming)):
        if listed:
            yield click.style(f"{heading}: {len(listed)}", bold=True)
        for each in listed:
            yield f"  {each.day:%a} {each.day.isoformat()}  {each.title}: {each.what}: {each.file}"


def _as_json(found: tuple[DueItem, ...], today: date, weeks: int) -> str:
    """`{"version": 1, ...}`; fields are only ever added."""
    listed = [asdict(each) | {"day": each.day.isoformat(), "is_overdue": each.day < today} for each in found]
    return json.dumps(
        {"version": 1, "today": today.isoformat(), "weeks": weeks, "due": listed}, ensure_ascii=False, indent=1
    )
