"""`library withdraw`: withdraw a record in an emergency."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from generator.cli.options import Day, day, private_option, root_option, today_option
from generator.cli.output import Output
from generator.commands.changes.journal import finish_interrupted
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.withdraw import Withdrawal, withdraw
from generator.model.london_time import plain_day
from generator.report import report
from generator.system import repository_of


@click.command("withdraw")
@click.argument("record", metavar="CASE")
@root_option
@click.option("--reason", required=True, help="Reason for the withdrawal. The public notice shows it.")
@click.option("--on", "since", type=Day(), metavar="YYYY-MM-DD", help="Date it takes effect.  [default: today]")
@click.option("--yes", is_flag=True, help="Do not ask: write the files at once.")
@click.option("--dry-run", is_flag=True, help="Show what would happen, without changing any file.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@today_option
@private_option
def withdraw_command(
    record: str,
    root: Path,
    reason: str,
    since: date | None,
    yes: bool,
    dry_run: bool,
    form: str,
    today: date | None,
    private: Path | None,
) -> None:
    """Withdraw a case, briefing or notice in an emergency.

    Example: library withdraw grace --reason 'The family asked for it.' The next build leaves out the case, its
    documents, pictures and own briefings. Each address shows a notice with the reason instead. For other
    records, write "briefing:early-help" or "notice:new-tool". No files are deleted, and "library
    undo" takes the change back. The command then lists other
    places the content has appeared, and what to do about each.
    """
    on = day(today)
    if not dry_run:
        with suppress(OSError):  # a withdrawal must not wait for the files of another change
            finish_interrupted(root)
    options, from_day = BuildOptions(root, on, private=private), since or plain_day(on)
    withdrawal = withdraw(options, record, reason, from_day, dry_run or _asks(yes, form))
    if withdrawal.files and not dry_run and _asks(yes, form):
        _show_plan(withdrawal, reason)
        if not click.confirm("Write these files?", default=True):
            click.echo("library: nothing was written")
            return
        withdrawal = withdraw(options, record, reason, from_day)
    if withdrawal.result.records is None:
        Output("text").print_and_exit(withdrawal.result, None)
        return
    if form == "json":
        click.echo(_as_json(withdrawal))
    else:
        _print_withdrawal(withdrawal, record, dry_run, repository_of(root) is not None)
    if withdrawal.refusal is not None:
        if form == "json":
            raise SystemExit(1)
        Output("text").print_and_exit(CommandResult((withdrawal.refusal,)), None)


def _asks(yes: bool, form: str) -> bool:
    """Return True if a person is at the terminal. A script is never asked: a withdrawal must not wait."""
    return not yes and form == "text" and sys.stdin.isatty()


def _show_plan(withdrawal: Withdrawal, reason: str) -> None:
    click.echo("For readers:")
    click.echo(f'  - The address shows only that it was withdrawn, and why: "{reason}"')
    click.echo("Files:")
    for file in withdrawal.files:
        click.echo(f"  change  {file}")


def _print_withdrawal(withdrawal: Withdrawal, record: str, dry_run: bool, has_git: bool) -> None:
    if withdrawal.refusal is None and not withdrawal.files:
        click.echo(f"library: {record} is already withdrawn; no file was changed")
    for file in withdrawal.files:
        click.echo(f"library: {file} {'would be' if dry_run else 'is now'} marked as withdrawn")
    if withdrawal.blocking_diagnostics:
        click.echo("\n".join(report([diagnostic]) + "\n" for diagnostic in withdrawal.blocking_diagnostics))
        click.echo(
            "library: an error prevents the next build; a publication that checks the records stops at a warning"
        )
        click.echo("library: fix them, or accept them with a reason")
    if withdrawal.files and not dry_run:
        if withdrawal.can_be_undone:
            click.echo("library: to take this back: library undo")
        else:
            click.echo("library: library undo cannot take this back, because the folder .cache cannot be written")
        click.echo("library: the site still shows this record. To remove it now, run:")
        click.echo("  library build")
        if has_git:
            click.echo(f'  git commit --all --message "content: withdraw {record}" && git push')
    for trace in withdrawal.traces:
        click.echo("\n" + click.style(trace.where, bold=True))
        click.echo(click.wrap_text(trace.do, 100, "  ", "  "))
        for detail in trace.details:
            click.echo(f"  - {detail}")


def _as_json(withdrawal: Withdrawal) -> str:
    """Return the withdrawal as JSON: `{"version": 1, ...}`. Later versions only add fields."""
    refusal = withdrawal.refusal
    content = {
        "version": 1,
        "refused": f"{refusal.message}; {refusal.hint}" if refusal is not None else None,
        "files": withdrawal.files,
        "where_else": [asdict(trace) for trace in withdrawal.traces],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)
