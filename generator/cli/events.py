"""`library publish`, `schedule`, `archive`, `rename`, `replace-document`, `set-status`: what happens to a record."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator.cli.options import Day, Moment, day, private_option, root_option, today_option
from generator.cli.output import Output, list_lines
from generator.commands import events
from generator.commands.changes.journal import finish_interrupted, make_change
from generator.commands.changes.planned_change import FileChange, PlannedChange
from generator.commands.options import BuildOptions, CommandResult
from generator.diagnostics import Diagnostic
from generator.model import EventTime, Status
from generator.report import report
from generator.system import file_fault

_Command = Callable[..., Any]


def _event_options(plan: Callable[..., PlannedChange]) -> _Command:
    """Make a command of a function that plans a change: add the options of all these commands, ask, and make it."""

    @wraps(plan)
    def command(
        root: Path, yes: bool, dry_run: bool, form: str, today: date | None, private: Path | None = None, **values: Any
    ) -> None:
        options = BuildOptions(root, day(today), private=private)
        if not dry_run:
            finish_last_change(root)
        _carry_out(options, plan(options, **values), yes, dry_run, form)

    for option in reversed(
        (
            root_option,
            click.option("--yes", is_flag=True, help="Do not ask: write the files at once."),
            click.option("--dry-run", is_flag=True, help="Show what would change, without changing any file."),
            click.option(
                "--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format."
            ),
            today_option,
        )
    ):
        command = option(command)
    return command


_only_option = click.option("--only", is_flag=True, help="Leave the briefings of a case as they are.")
_reason_option = click.option("--reason", default="", help="Reason, for readers. The page shows it.")
_on_option = click.option(
    "--on", "since", type=Day(), metavar="YYYY-MM-DD", help="Date it takes effect.  [default: today]"
)


@click.command("publish")
@click.argument("record", metavar="CASE")
@_only_option
@_event_options
def publish_command(options: BuildOptions, record: str, only: bool) -> PlannedChange:
    """Publish a case, briefing or notice today.

    Example: library publish grace. The case gets today as its date, unless it has an earlier one. Its briefings that
    are drafts, or wait for the same day, are published with it. For other records, write "briefing:early-help" or
    "notice:new-tool". The next build shows them.
    """
    return events.plan_publishing(options, record, only)


@click.command("schedule")
@click.argument("record", metavar="CASE")
@click.argument("when", metavar="DAY[THH:MM]", type=Moment())
@_only_option
@_event_options
def schedule_command(options: BuildOptions, record: str, when: EventTime, only: bool) -> PlannedChange:
    """Publish a case, briefing or notice at a later time.

    Example: library schedule grace 2026-12-14T00:01. Times are London times; a day without a time starts at midnight.
    The first build at or after that time publishes the case, with its briefings that are drafts or wait for the same
    day. Run the command again to choose another day.
    """
    return events.plan_scheduling(options, record, when, only)


@click.command("archive")
@click.argument("record", metavar="CASE")
@_reason_option
@_on_option
@_only_option
@_event_options
def archive_command(options: BuildOptions, record: str, reason: str, since: date | None, only: bool) -> PlannedChange:
    """Archive a case, briefing or notice.

    Example: library archive grace --reason 'The year for which we publish reports is over.' The page stays, and
    readers can ask for the documents. Its own briefings are archived with it. All old addresses lead to the page.
    """
    return events.plan_archiving(options, record, reason, since, only)


@click.command("rename")
@click.argument("record", metavar="CASE")
@click.argument("new_id", metavar="[NEW-ID]", required=False)
@click.option("--name", "title", help="New pseudonym of a case, or new title of a briefing or notice.")
@private_option
@_event_options
def rename_command(options: BuildOptions, record: str, new_id: str | None, title: str | None) -> PlannedChange:
    """Give a case, briefing or notice another name or address.

    Example: library rename grace hope --name Hope. The folder is moved, and every record and page that names the case
    is changed. The old addresses lead to the new ones. Without NEW-ID the address stays. The command lists the texts
    that still have the old name.
    """
    return events.plan_renaming(options, record, new_id, title)


@click.command("replace-document")
@click.argument("record", metavar="CASE")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--text", required=True, help="What changed and why, for readers.")
@click.option("--document", help="Kind of the document, if there are several: report, or report-part-2.")
@click.option("--keep-earlier", is_flag=True, help="Let readers get the earlier version too.")
@_event_options
def replace_document_command(
    options: BuildOptions, record: str, file: Path, text: str, document: str | None, keep_earlier: bool
) -> PlannedChange:
    """Replace a document by a corrected file.

    Example: library replace-document grace corrected.pdf --text 'Page 4 gives the right month.' The file is copied
    next to the record. The address stays, and the page says what changed and when.
    """
    return events.plan_document_replacement(options, record, file, text, document, keep_earlier)


@click.command("set-status")
@click.argument("record", metavar="CASE")
@click.argument("status", type=click.Choice([str(each) for each in Status]))
@_reason_option
@_on_option
@_event_options
def set_status_command(
    options: BuildOptions, record: str, status: str, reason: str, since: date | None
) -> PlannedChange:
    """Give one record a status, and change no other record.

    Example: library set-status briefing:early-help draft. Use publish, schedule, archive and withdraw to change a case
    together with its briefings.
    """
    return events.plan_status(options, record, Status(status), reason, since)


def _carry_out(options: BuildOptions, plan: PlannedChange, yes: bool, dry_run: bool, form: str) -> None:
    """Show a change, ask, and make it."""
    if plan.result.records is None:
        Output("text").print_and_exit(plan.result, None)
        return
    if form == "json":
        click.echo(as_json(plan))
    elif plan.refusal is None:
        show(plan)
    if plan.refusal is not None:
        if form == "json":
            raise SystemExit(1)
        others = [each for each in plan.findings if each.location != plan.refusal.location]
        Output("text").print_and_exit(CommandResult((*others, plan.refusal)), None)
    if not plan.files or dry_run:
        return
    if not yes and not may_go_on(form):
        return
    fault = write(options, plan)
    if fault is not None:
        Output("text").print_and_exit(CommandResult((fault,)), None)
    if form == "text":
        click.echo(f"library: done; {len(plan.files)} file{'' if len(plan.files) == 1 else 's'} written")
        click.echo("Next: library build   shows the change on the site.")
        click.echo("      library undo    takes it back.")


def write(options: BuildOptions, plan: PlannedChange) -> Diagnostic | None:
    """Make a change, and return what went wrong, if anything did."""
    try:
        return make_change(options.root, plan, options.today)
    except OSError as error:
        return file_fault(error)


def finish_last_change(root: Path) -> None:
    """Finish a change that was interrupted, so that the next one is not made on half of it, and say so."""
    try:
        title = finish_interrupted(root)
    except OSError as error:
        Output("text").print_and_exit(CommandResult((file_fault(error),)), None)
        return
    if title is not None:
        click.echo(f'library: finished "{title}", which was interrupted', err=True)


def may_go_on(form: str) -> bool:
    """Ask if the files may be written. Without a terminal, the command ends: a script says --yes."""
    if form == "json" or not sys.stdin.isatty():
        click.echo("library: nothing was written; add --yes to write the files", err=True)
        raise SystemExit(1)
    if click.confirm("Write these files?", default=False):
        return True
    click.echo("library: nothing was written")
    return False


def show(plan: PlannedChange) -> None:
    """Print a change: for readers, in the files, and what is left to do."""
    click.echo(click.style(plan.title, bold=True))
    _echo(list_lines("For readers:", plan.for_readers))
    if plan.files:
        click.echo("Files:")
        for change in describe_files(plan.files):
            click.echo(f"  {change}")
    _echo(list_lines("For you to do:", plan.to_do))
    if plan.findings:
        click.echo("After the change, library check reports:")
        click.echo("\n".join(f"{report([finding])}\n" for finding in plan.findings))


def _echo(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)


def describe_files(files: tuple[FileChange, ...]) -> list[str]:
    """Return a line for each file; a file that only moves has one line with both paths."""
    gone = {each.before: each.file for each in files if each.after is None}
    moved = {each.file: gone[each.after] for each in files if each.before is None and each.after in gone}
    lines = []
    for each in files:
        if each.file in moved:
            lines.append(f"move    {moved[each.file]} to {each.file}")
        elif each.file not in moved.values():
            verb = "write " if each.before is None else "delete" if each.after is None else "change"
            lines.append(f"{verb}  {each.file}")
    return lines


def as_json(plan: PlannedChange) -> str:
    """Return a change as JSON: `{"version": 1, ...}`. Later versions only add fields."""
    content = {
        "version": 1,
        "title": plan.title,
        "refused": f"{plan.refusal.message}; {plan.refusal.hint}" if plan.refusal is not None else None,
        "for_readers": plan.for_readers,
        "files": [each.file for each in plan.files],
        "to_do": plan.to_do,
        "findings": [f"{each.code} {each.message}" for each in plan.findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)
