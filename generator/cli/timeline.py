"""`library timeline`."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from generator.cli.options import Day, day, private_option, root_option, today_option
from generator.cli.output import Output, is_terminal
from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions, CommandResult
from generator.diagnostics import did_you_mean
from generator.diagnostics.suggest import one_of
from generator.model import Records
from generator.system import write_atomically
from generator.timeline import (
    State,
    Timeline,
    as_calendar,
    as_json,
    as_picture,
    as_text,
    case_timeline,
    draw_bars,
    from_referral,
    publication_timeline,
)
from generator.timeline.text import UNICODE_BAR, footnotes, short_source, state_text

_COLOURS = {State.OVERDUE: "bold red", State.LATE: "yellow", State.NEXT: "bold", State.DONE: "green"}


@click.command("timeline")
@click.argument("case", required=False)
@click.option("--referral", type=Day(), metavar="YYYY-MM-DD", help="Count from a referral: rapid review, six months.")
@click.option("--decision", type=Day(), metavar="YYYY-MM-DD", help="With --referral: the day of the decision.")
@click.option("--publication", type=Day(), metavar="YYYY-MM-DD", help="Count back from a day of publication.")
@click.option("--type", "of_type", metavar="ID", help="With --publication: the type of review; the first with steps.")
@click.option("--json", "for_programs", is_flag=True, help="Tell it to programs.")
@click.option("--ics", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write a calendar too.")
@click.option("--svg", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write a picture too.")
@root_option
@private_option
@today_option
def timeline_command(
    case: str | None,
    referral: date | None,
    decision: date | None,
    publication: date | None,
    of_type: str | None,
    for_programs: bool,
    ics: Path | None,
    svg: Path | None,
    root: Path,
    private: Path | None,
    today: date | None,
) -> None:
    """Show the steps of a review with their latest days.

    Give one of three: the id of a CASE, to see where it stands; --referral, for the clock of a rapid review; or
    --publication, for what has to be done before a day. Days are working days, with England's bank holidays.

    What a case says of its steps is never published: take care where you show it.
    """
    _one_way(case, referral, decision, publication, of_type)
    on = day(today)
    if referral is not None:
        found = from_referral(referral, on, decision)
    else:
        records = _records(BuildOptions(root, on, private=private))
        found = _to_publication(records, publication, of_type, on) if publication else _of_case(records, case or "", on)
    for path, data in ((ics, as_calendar), (svg, lambda each: as_picture(each).encode())):
        if path is not None:
            _write(path, data(found))
    if for_programs:
        click.echo(as_json(found))
    elif is_terminal(sys.stdout):
        _show(found)
    else:
        click.echo(as_text(found), nl=False)
    for path in filter(None, (ics, svg)):
        click.echo(f"library: wrote {path}", err=True)


def _one_way(
    case: str | None,
    referral: date | None,
    decision: date | None,
    publication: date | None,
    of_type: str | None,
) -> None:
    """Ends the command where what is asked does not fit together."""
    if sum(each is not None for each in (case, referral, publication)) != 1:
        raise click.UsageError("give one of these: the id of a case, --referral, or --publication")
    if decision is not None and referral is None:
        raise click.UsageError("--decision goes with --referral; a case has its own in workflow")
    if of_type is not None and publication is None:
        raise click.UsageError("--type goes with --publication; a case has its own type")
    if decision is not None and referral is not None and decision < referral:
        raise click.BadParameter("the decision cannot come before the referral", param_hint="'--decision'")


def _records(options: BuildOptions) -> Records:
    """The records, as far as they are right. Ends the command where there is no site, or no private folder."""
    result: CommandResult = validate_and_link(options)
    stops = ("W921", "W922")
    if result.records is None or any(diagnostic.code in stops for diagnostic in result.diagnostics):
        told_first = tuple(
            diagnostic for diagnostic in result.diagnostics if result.records is None or diagnostic.code in stops
        )
        Output("text").print_and_exit(CommandResult(told_first), None)
    assert result.records is not None
    return result.records


def _to_publication(records: Records, planned: date, of_type: str | None, on: date) -> Timeline:
    types = records.vocabulary.record.review_types if records.vocabulary is not None else ()
    with_steps = {each.id: each for each in types if each.steps}
    wanted = of_type or next(iter(with_steps), "")
    if wanted not in with_steps:
        raise click.BadParameter(_unknown("type with steps", wanted, with_steps), param_hint="'--type'")
    return publication_timeline(planned, with_steps[wanted].steps, on, with_steps[wanted].label)


def _of_case(records: Records, wanted: str, on: date) -> Timeline:
    cases = {each.record.id: each.record for each in records.cases}
    if wanted not in cases:
        if wanted in records.known_ids.get("case", ()):
            raise click.BadParameter(f'the record of "{wanted}" has faults; run: library check', param_hint="'CASE'")
        raise click.BadParameter(_unknown("case", wanted, cases), param_hint="'CASE'")
    case = cases[wanted]
    types = records.vocabulary.record.type if records.vocabulary is not None else {}
    return case_timeline(case, types[case.type].steps if case.type in types else (), on)


def _unknown(what: str, wanted: str, known: Iterable[str]) -> str:
    ids = tuple(known)
    return f'unknown {what} "{wanted}"; {did_you_mean(wanted, ids) or (one_of(ids) if ids else "there is none yet")}'


def _write(path: Path, data: bytes) -> None:
    try:
        write_atomically(path, data)
    except OSError as error:
        click.echo(f"library: {path} cannot be written: {error.strerror or 'it is not a file'}", err=True)
        raise SystemExit(2) from None


def _show(timeline: Timeline) -> None:
    """A table and bars for a terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    table = Table(title=f"{timeline.title}\nAs of {timeline.today.isoformat()}", title_justify="left")
    for column in ("At the latest", "Step", "Counted", "Where it stands", "Source"):
        table.add_column(column)
    for step in timeline.steps:
        due = f"{step.due:%a} {step.due.day} {step.due:%b} {step.due.year}"
        state = Text(state_text(step), style=_COLOURS.get(step.state, ""))
        table.add_row(due, step.title, step.counted, state, short_source(step))
    console.print(table)
    for label, bar in draw_bars(timeline, UNICODE_BAR):
        line = Text(f"{label}  {bar}", no_wrap=True, overflow="crop")
        line.stylize("cyan", len(label) + 2)
        console.print(line)
    for note in footnotes(timeline):
        console.print(note)
