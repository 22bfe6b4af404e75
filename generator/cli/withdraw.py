"""`library withdraw`."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from generator.cli.options import Day, day, private_option, root_option, today_option
from generator.cli.output import Output
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.withdraw import Withdrawal, withdraw
from generator.report import report


@click.command("withdraw")
@click.argument("record", metavar="CASE")
@root_option
@click.option("--reason", required=True, help="Why, in words that the public may read: the notice shows them.")
@click.option("--on", "since", type=Day(), metavar="YYYY-MM-DD", help="Since when; today unless it is said.")
@click.option("--dry-run", is_flag=True, help="Tell everything, and write nothing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people or programs.")
@today_option
@private_option
def withdraw_command(
    record: str,
    root: Path,
    reason: str,
    since: date | None,
    dry_run: bool,
    form: str,
    today: date | None,
    private: Path | None,
) -> None:
    """Withdraw a case at once, in an emergency.

    As in "library withdraw grace --reason 'The family asked for it.'". Its story, its documents, pictures and lessons
    learned briefing leave everything that is built next; a notice with the reason stays at each address. Also for
    others: "briefing:early-help", "notice:new-tool". Nothing is deleted: the files stay where they lie. Then follows
    where else the content has been, and what to do about each.
    """
    on = day(today)
    withdrawal = withdraw(
        BuildOptions(root, on, private=private), record, reason, since or date(on.year, on.month, on.day), dry_run
    )
    if withdrawal.result.records is None:
        Output("text").print_and_exit(withdrawal.result, None)
        return
    if form == "json":
        click.echo(_as_json(withdrawal))
    else:
        _tell(withdrawal, record, dry_run)
    if withdrawal.refusal is not None:
        if form == "json":
            raise SystemExit(1)
        Output("text").print_and_exit(CommandResult((withdrawal.refusal,)), None)


def _tell(withdrawal: Withdrawal, record: str, dry_run: bool) -> None:
    if withdrawal.refusal is None and not withdrawal.files:
        click.echo(f"library: {record} was withdrawn before; nothing is written")
    for file in withdrawal.files:
        click.echo(f"library: {file} {'would say' if dry_run else 'says'} that it is withdrawn")
    if withdrawal.blocking_diagnostics:
        click.echo(
            "\n".join(report([blocking_diagnostic]) + "\n" for blocking_diagnostic in withdrawal.blocking_diagnostics)
        )
        click.echo("library: these stop a publication: fix them first, or accept them with a reason")
    if withdrawal.files and not dry_run:
        click.echo("library: the site still shows it. Take it off now:")
        click.echo("  library build")
        click.echo(f'  git commit --all --message "content: withdraw {record}" && git push')
    for trace in withdrawal.traces:
        click.echo("\n" + click.style(trace.where, bold=True))
        click.echo(click.wrap_text(trace.do, 100, "  ", "  "))
        for detail in trace.details:
            click.echo(f"  - {detail}")


def _as_json(withdrawal: Withdrawal) -> str:
    """`{"version": 1, ...}`; fields are only ever added."""
    refusal = withdrawal.refusal
    content = {
        "version": 1,
        "refused": f"{refusal.message}; {refusal.hint}" if refusal is not None else None,
        "files": withdrawal.files,
        "where_else": [asdict(trace) for trace in withdrawal.traces],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)
