"""`library import`: draft records from an old listing page or a Word file."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

import click

from generator.cli.import_reports import import_report_option, render_report
from generator.cli.options import day, root_option, today_option
from generator.cli.output import Output, colourise, end_unwritten
from generator.commands.import_listing import Import, new_files, plan_import, write_import
from generator.commands.import_session import remember_import
from generator.commands.import_store import StoredImport
from generator.commands.import_word import Addition, WordOptions, additions_of, write_additions
from generator.commands.options import BuildOptions
from generator.diagnostics.diagnostic import has_errors
from generator.editing import NewRecordFile
from generator.importing import (
    ImportPlan,
    WordKind,
    apply_answer,
    as_json_values,
    as_markdown,
    comparison_table,
    counts,
    is_needed,
    missing,
    next_steps,
    problem_of_answer,
    questions,
    whole_address,
)
from generator.model import Vocabulary
from generator.report import report
from generator.system import write_atomically

_MOST = 20


def _whole_base(_context: click.Context, _parameter: click.Parameter, given: str) -> str:
    address = whole_address(given)
    if given and not address:
        raise click.BadParameter(f'"{given}" is not a web address; write it as in https://www.example.org/reviews')
    return address


@click.command("import")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@root_option
@click.option(
    "--base",
    default="",
    metavar="URL",
    callback=_whole_base,
    help="Address of the page, for links that do not begin with http.",
)
@click.option(
    "--as",
    "kind",
    type=click.Choice([each.value for each in WordKind]),
    help="What a Word file is, if its headings do not show it: a briefing on a topic, the lessons of a review, or the "
    "report of a review.",
)
@click.option(
    "--case", default="", metavar="ID", help="The review that a Word file is about, if its title does not say."
)
@click.option("--add", is_flag=True, help="Also fill in what an existing record does not have. What it has is kept.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, without writing it.")
@click.option("--review", is_flag=True, help="Ask one question for each thing that is not certain.")
@click.option("--yes", is_flag=True, help="Write the drafts without asking first.")
@import_report_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@today_option
def import_command(
    source: Path,
    root: Path,
    base: str,
    kind: str | None,
    case: str,
    add: bool,
    dry_run: bool,
    review: bool,
    yes: bool,
    page: Path | None,
    form: str,
    today: date | None,
) -> None:
    """Draft records from an old listing page or a Word file.

    SOURCE is a saved web page, a folder of saved pages, a text file, or a CSV file with one row for each document and
    the columns case, type, date, label, address and state. The command shows what it found, asks, and writes a
    draft for each review and briefing. It never changes a file that exists, and it fetches nothing.

    SOURCE can also be a Word file (.docx): a briefing on a topic, a briefing about a review, or the report of a review.
    If the review is in the library, --add fills in the texts that its record does not have.

    \b
    Examples:
      library import reviews.html --dry-run --base https://www.example.org/reviews
      library import reviews.html --review --report import.html
      library import saved-pages/ --yes
      library import documents.csv
      library import briefing.docx --review
      library import lessons.docx --as lessons --case willow --add
    """  # noqa: D301 - click needs the character itself
    word = WordOptions(WordKind(kind) if kind else None, case)
    found = plan_import(BuildOptions(root, day(today)), source, base, word)
    if found.vocabulary is None:
        Output("text").print_and_exit(found.result, None)
    if form == "text":
        for diagnostic in found.diagnostics:
            click.echo(colourise(report([diagnostic])) + "\n")
    plan = found.plan
    if plan is None or found.vocabulary is None:
        _end_without_plan(found, form)
        return
    answers = _ask(plan, found.vocabulary) if review else {}
    is_written = False
    files = new_files(root, plan)
    additions = additions_of(plan, root)
    added = tuple(each for each in additions if not each.is_kept) if add else ()
    if form == "text":
        _show(plan, files)
        _show_additions(additions, add)
    changes = len(files) + len({each.file for each in added})
    if changes and not dry_run and (yes or _confirms(len(files), len(added))):
        try:
            files = write_import(root, plan)
            write_additions(root, added)
        except OSError as error:
            end_unwritten(root, error)
        is_written = True
        if plan.doubts and files:
            stored = StoredImport("", source.name, base, kind or "", case, answers, open_count=len(plan.doubts))
            with suppress(OSError):  # Without it, the notes in the drafts are still there.
                remember_import(root, source, found, stored, {each.file: each.text for each in files})
    if page is not None:
        try:
            write_atomically(page, render_report(page, as_markdown(plan, found.compared, found.sources, is_written)))
        except OSError as error:
            end_unwritten(page, error)
    if form == "json":
        click.echo(json.dumps(as_json_values(plan, found.compared, is_written), ensure_ascii=False, indent=1))
    else:
        _close(found, plan, files, is_written)
    raise SystemExit(int(has_errors(found.diagnostics)))


def _end_without_plan(found: Import, form: str) -> None:
    if form == "json":
        click.echo(report(found.diagnostics, "json"))
    else:
        click.echo("library: nothing was written")
    raise SystemExit(1)


def _confirms(count: int, added: int) -> bool:
    """Ask whether to write. Without an answer, such as in a script, nothing is written."""
    drafts = [] if not count else ["1 draft" if count == 1 else f"{count} drafts"]
    fields = (
        [] if not added else ["1 field of an existing record" if added == 1 else f"{added} fields of existing records"]
    )
    what = " and ".join(drafts + fields)
    try:
        return click.confirm(f"Write {what}?", default=False)
    except click.Abort:
        click.echo("\nlibrary: nothing was written; add --yes to write without a question")
        return False


def _ask(plan: ImportPlan, vocabulary: Vocabulary) -> dict[str, str]:
    """Ask one question for each unsure proposal, and return the answers by the keys of the questions.

    Ctrl and C ends the questions, and what is left stays unsure.
    """
    answers: dict[str, str] = {}
    asked = questions(plan, vocabulary)
    for number, question in enumerate(asked, 1):
        if not is_needed(plan, question):
            continue
        click.echo(f"\n[{number} of {len(asked)}] Printed: {question.printed}")
        if question.proposal:
            click.echo(f"Proposal: {question.proposal}")
        while True:
            try:
                answer: str = click.prompt(question.text, default="", show_default=False)
            except click.Abort:
                click.echo("\nlibrary: the other questions are left; the drafts have a note for each")
                return answers
            problem = problem_of_answer(question, answer, vocabulary)
            if not problem:
                break
            click.echo(f"  {problem}")
        apply_answer(plan, question, answer, vocabulary)
        answers[question.key] = answer
    return answers


def _show(plan: ImportPlan, files: tuple[NewRecordFile, ...]) -> None:
    written = {each.file for each in files}
    click.echo(f"library: found {counts(plan)}\n")
    for case in plan.cases:
        found = case.found
        mark = "+" if case.file in written else "="
        types = ", ".join(found.types) or found.unknown_type or "type not known"
        published = found.published.iso if found.published else str(found.state.state) if found.state else "no date"
        documents = f"{len(found.documents)} documents, {len(case.briefings)} briefings"
        click.echo(f"{mark} {case.file}: {found.name}; {types}; {published}; {documents}")
    for briefing in plan.briefings:
        click.echo(f"{'+' if briefing.file in written else '='} {briefing.file}: {briefing.title}")
    click.echo("\n+ is new; = exists and is not changed.")
    count = plan.links_without_address
    if count:
        whose = "the link of 1 document does" if count == 1 else f"the links of {count} documents do"
        click.echo(f"! {whose} not begin with http: give the address of the page with --base, or readers lose the link")
    for file, doubt in plan.doubts[:_MOST]:
        click.echo(f'? {file}: {doubt.about}: "{doubt.printed[:120]}" was read as "{doubt.proposal}": {doubt.why}')
    if len(plan.doubts) > _MOST:
        click.echo(f"? and {len(plan.doubts) - _MOST} more to check; --report lists all")
    for unplaced in plan.unplaced[:_MOST]:
        click.echo(f'- not placed: "{unplaced.text[:120]}" ({unplaced.place}): {unplaced.why}')
    if len(plan.unplaced) > _MOST:
        click.echo(f"- and {len(plan.unplaced) - _MOST} more that were not placed; --report lists all")


def _show_additions(additions: tuple[Addition, ...], add: bool) -> None:
    """List what a Word file has and existing records do not, and what they have in other words."""
    for each in additions:
        if each.is_kept:
            click.echo(f"= {each.file}: {each.field} is kept; the file has other words")
        else:
            click.echo(f"{'+' if add else '?'} {each.file}: {each.field}" + ("" if add else " could be filled in"))
    if any(not each.is_kept for each in additions) and not add:
        click.echo("Add --add to fill these in, or import the file in `library edit`, where you can read them first.")


def _close(found: Import, plan: ImportPlan, files: tuple[NewRecordFile, ...], is_written: bool) -> None:
    table = comparison_table(found.compared)
    if table:
        click.echo("\nCompared with the records that exist:")
        click.echo("\n".join(table))
    gaps = {what: names for what, names in missing(plan).items() if names}
    if gaps:
        click.echo("\nNot on the page, so left out:")
        for what, names in gaps.items():
            click.echo(f"  {what}: {len(names)}")
    click.echo("")
    if is_written:
        drafts = "1 draft" if len(files) == 1 else f"{len(files)} drafts"
        click.echo(f"library: wrote {drafts}; nothing is published yet")
    elif not files:
        click.echo("library: every record exists already; nothing was written")
    else:
        click.echo("library: nothing was written")
    if files:
        click.echo("Next:")
        for step in next_steps(plan, is_written):
            click.echo(f"  {step}")
