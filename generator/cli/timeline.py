"""`library timeline`: show the steps of a review and their deadlines."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from generator.cli.options import Day, day, private_option, private_terms_option, root_option, today_option
from generator.cli.output import Output, is_terminal, stop_for_private_terms
from generator.commands.build import validate_and_link
from generator.commands.check import check_records
from generator.commands.options import BuildOptions, CommandResult
from generator.diagnostics import did_you_mean
from generator.diagnostics.suggest import one_of
from generator.model import Nation, Records, Vocabulary
from generator.model.recommendation import RecommendationSettings
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
from generator.validate import type_hint

_COLOURS = {State.OVERDUE: "bold red", State.LATE: "yellow", State.NEXT: "bold", State.DONE: "green"}


@click.command("timeline")
@click.argument("case", required=False)
@click.option(
    "--referral",
    type=Day(),
    metavar="YYYY-MM-DD",
    help="Date of a referral: show the steps of a rapid review and the six months.",
)
@click.option("--decision", type=Day(), metavar="YYYY-MM-DD", help="With --referral: date of the decision.")
@click.option(
    "--publication", type=Day(), metavar="YYYY-MM-DD", help="Planned date of publication: count back from it."
)
@click.option(
    "--type",
    "of_type",
    metavar="ID",
    help="With --publication: id of the review type, or ids with commas for a joint review.  [default: the first"
    " with steps]",
)
@click.option("--json", "for_programs", is_flag=True, help="Print JSON, for programs.")
@click.option(
    "--ics", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Also write a calendar to FILE."
)
@click.option(
    "--svg", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Also write a picture to FILE."
)
@root_option
@private_option
@private_terms_option
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
    private_terms: Path | None,
    today: date | None,
) -> None:
    """Show the steps of a review and their deadlines.

    Give one of these: the id of a CASE, to see its progress; --referral, for the deadlines of a rapid review; or
    --publication, for the steps before a date of publication. Deadlines count working days, without the bank holidays
    of the nation in content/partnership.yml.

    The steps of a case are not published: take care where you share the output.
    """
    _check_options(case, referral, decision, publication, of_type)
    on = day(today)
    if referral is not None:
        found = validate_and_link(BuildOptions(root, on)).records
        # A rapid review needs no records: without a site, the days are England's.
        nation = found.nation if found is not None else Nation.ENGLAND
        if nation is not Nation.ENGLAND:
            raise click.UsageError(
                f"a rapid review is a step of England, and content/partnership.yml has nation: {nation}; for the steps "
                "of a review, give the id of its case, or --publication with --type"
            )
        timeline = from_referral(referral, on, decision)
    else:
        options = BuildOptions(root, on, private=private, private_terms=private_terms)
        records = _records(options)
        if publication is not None:
            timeline = _timeline_to_publication(records, publication, of_type, on)
        else:
            timeline = _timeline_of_case(records, case or "", on)
        texts = f"{as_text(timeline)}\n{as_json(timeline)}"
        stop_for_private_terms(options, texts, CommandResult((), records=records))
    if ics is not None:
        _write(ics, as_calendar(timeline))
    if svg is not None:
        _write(svg, as_picture(timeline).encode())
    if for_programs:
        click.echo(as_json(timeline))
    elif is_terminal(sys.stdout):
        _show(timeline)
    else:
        click.echo(as_text(timeline), nl=False)
    for path in filter(None, (ics, svg)):
        click.echo(f"library: wrote {path}", err=True)


def _check_options(
    case: str | None,
    referral: date | None,
    decision: date | None,
    publication: date | None,
    of_type: str | None,
) -> None:
    """End the command if the options cannot be combined."""
    if sum(value is not None for value in (case, referral, publication)) != 1:
        raise click.UsageError("give one of these: the id of a case, --referral, or --publication")
    if decision is not None and referral is None:
        raise click.UsageError("--decision needs --referral; a case has its decision in workflow")
    if of_type is not None and publication is None:
        raise click.UsageError("--type needs --publication; a case has its type in its record")
    if decision is not None and referral is not None and decision < referral:
        raise click.BadParameter("the decision cannot come before the referral", param_hint="'--decision'")


def _records(options: BuildOptions) -> Records:
    """Return the records without those that have errors. End the command if there is no site or private folder."""
    result: CommandResult = check_records(options)
    if result.records is None:
        Output("text").print_and_exit(CommandResult(result.diagnostics), None)
    folder_errors = tuple(diagnostic for diagnostic in result.diagnostics if diagnostic.code in ("W921", "W922"))
    if folder_errors:
        Output("text").print_and_exit(CommandResult(folder_errors), None)
    assert result.records is not None
    return result.records


def _timeline_to_publication(records: Records, planned: date, of_type: str | None, on: date) -> Timeline:
    words = records.vocabulary.record if records.vocabulary is not None else Vocabulary()
    with_steps = [identity for identity, review_type in words.type.items() if review_type.steps]
    types = tuple(filter(None, (each.strip() for each in (of_type or "").split(",")))) or tuple(with_steps[:1])
    unknown = next((each for each in types if each not in words.type), None)
    if unknown is not None:
        message = f'unknown review type "{unknown}"; {type_hint(words, unknown)}'
        raise click.BadParameter(message, param_hint="'--type'")
    steps = words.steps_of(types)
    if not steps:
        known = one_of(with_steps) if with_steps else "no type has any yet"
        message = f'no steps are known for "{words.type_label(types)}"; {known}'
        raise click.BadParameter(message, param_hint="'--type'")
    return publication_timeline(planned, steps, on, words.type_label(types), records.nation)


def _timeline_of_case(records: Records, case_id: str, on: date) -> Timeline:
    cases = {case.record.id: case.record for case in records.cases}
    if case_id not in cases:
        if case_id in records.known_ids.get("case", ()):
            raise click.BadParameter(f'the record of "{case_id}" has errors; run: library check', param_hint="'CASE'")
        raise click.BadParameter(_unknown("case", case_id, cases), param_hint="'CASE'")
    case = cases[case_id]
    words = records.vocabulary.record if records.vocabulary is not None else Vocabulary()
    settings = records.partnership.record.recommendations if records.partnership is not None else None
    return case_timeline(
        case,
        words.steps_of(case.type),
        on,
        records.nation,
        words.recommendation_status,
        settings or RecommendationSettings(),
    )


def _unknown(what: str, identity: str, known: Iterable[str]) -> str:
    ids = tuple(known)
    return (
        f'unknown {what} "{identity}"; {did_you_mean(identity, ids) or (one_of(ids) if ids else "there are none yet")}'
    )


def _write(path: Path, data: bytes) -> None:
    try:
        write_atomically(path, data)
    except OSError as error:
        click.echo(f"library: {path} cannot be written: {error.strerror or 'it is not a file'}", err=True)
        raise SystemExit(2) from None


def _show(timeline: Timeline) -> None:
    """Print a table and bars for a terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    table = Table(title=f"{timeline.title}\nAs of {timeline.today.isoformat()}", title_justify="left")
    for column in ("Deadline", "Step", "Counted", "Progress", "Source"):
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
