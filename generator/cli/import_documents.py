"""`library import-documents`: fetch the documents of drafts from the old site."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date
from pathlib import Path

import click

from generator.cli.import_reports import import_report_option, render_report
from generator.cli.options import day, root_option, today_option
from generator.cli.output import Output, colourise, end_unwritten
from generator.commands.import_documents import (
    LARGEST,
    DocumentImport,
    fetch_documents,
    find_connection_fault,
    plan_documents,
)
from generator.commands.options import BuildOptions, CommandResult
from generator.diagnostics import Diagnostic
from generator.importing.fetching import Outcome, OutcomeState, as_json_values, as_markdown, counts, next_steps
from generator.importing.fetching.fetch_report import size_in_words
from generator.link_checker.external import ExternalCheckOptions
from generator.report import report
from generator.system import write_atomically


@click.command("import-documents")
@root_option
@click.option("--dry-run", is_flag=True, help="Show what would be fetched, without requesting anything.")
@click.option("--only", metavar="ID", help="Fetch the documents of this review or briefing, even if it is no draft.")
@import_report_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@click.option(
    "--seconds", type=click.FloatRange(1), default=3600.0, metavar="NUMBER", help="Stop after this many seconds."
)
@click.option(
    "--delay", type=click.FloatRange(0), default=1.0, metavar="SECONDS", help="Wait between two requests to one host."
)
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=120.0, metavar="SECONDS", help="The longest time for one document."
)
@click.option(
    "--most-mb",
    type=click.IntRange(1, 200),
    default=LARGEST // 1_000_000,
    metavar="NUMBER",
    help="The largest document that is fetched, in MB.",
)
@click.option("--allow-private", is_flag=True, help="Fetch from machines in private networks too. For tests.")
@today_option
def import_documents_command(
    root: Path,
    dry_run: bool,
    only: str | None,
    page: Path | None,
    form: str,
    seconds: float,
    delay: float,
    timeout: float,
    most_mb: int,
    allow_private: bool,
    today: date | None,
) -> None:
    """Fetch the documents of your drafts from the old site.

    "library import" writes the address of each document into its draft. This command fetches the document, looks at it,
    stores it next to the record and writes "file" in place of the address. Each old address redirects to the page of
    its record once that is published (content/redirects.yml). A document that has a file already is left as it is.

    It asks one host for one document at a time, does what robots.txt says, and never asks machines in private networks.
    You can stop it at any time: what has been fetched is not fetched again.

    \b
    Examples:
      library import-documents --dry-run
      library import-documents --report documents.html
      library import-documents --only willow
    """  # noqa: D301 - click needs the character itself
    options = BuildOptions(root, day(today))
    wanted = plan_documents(options, only)
    if isinstance(wanted, tuple):
        Output(form).print_and_exit(CommandResult(wanted), None)
        return
    outcomes, fault = wanted.planned, None
    if not dry_run and wanted.drafts.wanted:
        settings = ExternalCheckOptions(None, seconds, 0, delay, timeout, allow_private)
        try:
            outcomes = _fetch(wanted, settings, most_mb * 1_000_000, form)
        except OSError as error:
            end_unwritten(root, error)
        fault = find_connection_fault(outcomes)
        outcomes = wanted.planned if fault is not None else outcomes
    if page is not None:
        try:
            write_atomically(page, render_report(page, as_markdown(outcomes, wanted.drafts)))
        except OSError as error:
            end_unwritten(page, error)
    found = (*wanted.diagnostics, *([fault] if fault is not None else ()))
    is_done = dry_run or all(each.state is OutcomeState.FETCHED and not each.diagnostics for each in outcomes)
    if form == "json":
        values = as_json_values(outcomes, wanted.drafts)
        values["findings"] = [{"code": each.code, "message": each.message, "hint": each.hint} for each in found]
        click.echo(json.dumps(values, ensure_ascii=False, indent=1))
    else:
        again = f"library import-documents{f' --only {only}' if only is not None else ''}"
        steps = [f"Fetch them: {again}"] if dry_run and outcomes else next_steps(outcomes, again)
        _show(wanted, outcomes, found, steps)
    raise SystemExit(int(bool(found) or not is_done))


def _fetch(wanted: DocumentImport, settings: ExternalCheckOptions, most_bytes: int, form: str) -> tuple[Outcome, ...]:
    outcomes: list[Outcome] = []
    total = len(wanted.drafts.wanted)
    with Output(form).steps() as step:
        step(f"fetching {total} document{'' if total == 1 else 's'}")
        with closing(fetch_documents(wanted, settings, most_bytes)) as results:
            for each in results:
                outcomes.append(each)
                step(f"{len(outcomes)} of {total}: {each.state} {each.file or each.document.address}")
    order = {(each.file, each.place): number for number, each in enumerate(wanted.drafts.wanted)}
    return tuple(sorted(outcomes, key=lambda each: order[each.document.file, each.document.place]))


def _show(
    wanted: DocumentImport, outcomes: tuple[Outcome, ...], found: tuple[Diagnostic, ...], steps: list[str]
) -> None:
    for each in (*found, *(diagnostic for outcome in outcomes for diagnostic in outcome.diagnostics)):
        click.echo(colourise(report([each])) + "\n")
    click.echo(f"library: {counts(outcomes, wanted.drafts)}")
    for outcome in outcomes:
        if outcome.state is OutcomeState.FETCHED:
            click.echo(f"+ {outcome.file} ({size_in_words(outcome.size)}) from {outcome.document.address}")
        elif outcome.state is OutcomeState.WOULD_FETCH:
            click.echo(f"? {outcome.document.file}: {outcome.document.name} from {outcome.document.address}")
    if not outcomes and not found:
        click.echo("library: no draft has a document with an address and without a file; there is nothing to fetch")
        if wanted.drafts.records and not wanted.drafts.present:
            click.echo("library: a page that is saved as text has lost its links; save it as HTML and import it again")
        return
    if steps:
        click.echo("Next:")
        for step in steps:
            click.echo(f"  {step}")
