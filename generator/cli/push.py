"""`library push`: send what was saved to the shared repository, or take the last publication back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.cli.options import day, private_terms_option, root_option, today_option
from generator.cli.output import Output, list_lines
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.push.outcome import PushOutcome, PushState
from generator.commands.push.plan import PushPlan, plan_push
from generator.commands.push.send import answers_for, push
from generator.commands.push.undo import UndoPlan, plan_undo, undo_push
from generator.diagnostics import Location, rule
from generator.forms import SIDES
from generator.report import report
from generator.system import file_fault


@click.command("push")
@click.argument("sentence", required=False, default="")
@click.option("--undo", "is_undo", is_flag=True, help="Take back the last change that you published.")
@click.option(
    "--keep",
    type=click.Choice(SIDES),
    help="If a colleague has changed the same field: the text to keep. Without it, both are shown.",
)
@click.option("--dry-run", is_flag=True, help="Show what would be sent, without sending it.")
@click.option("--yes", is_flag=True, help="Do not ask: send at once.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="Output format.")
@root_option
@today_option
@private_terms_option
def push_command(
    sentence: str,
    is_undo: bool,
    keep: str | None,
    dry_run: bool,
    yes: bool,
    form: str,
    root: Path,
    today: date | None,
    private_terms: Path | None,
) -> None:
    """Send what you saved to the shared repository.

    Example: library push 'Heron has a new summary'. Shows what will change for readers, runs the checks, commits the
    files of the site and no others, adds the changes of colleagues, and sends. If you and a colleague have changed the
    same field, both texts are shown. "library push --undo" takes the last one back by a new commit.
    """
    options = BuildOptions(root, day(today), private_terms=private_terms)
    plan = plan_undo(options) if is_undo else plan_push(options)
    if form == "text":
        click.echo("\n".join(_lines(plan)))
    refused = not plan.outcome.ok
    if not refused and not dry_run and isinstance(plan, PushPlan) and plan.to_commit and not sentence.strip():
        plan = replace(plan, outcome=PushOutcome(PushState.NO_SENTENCE))
        refused = True
    if dry_run or refused:
        _finish(plan.outcome, plan, form)
        return
    if not yes and plan.outcome.state is PushState.READY and not _may_go_on(form):
        return
    try:
        outcome = (
            undo_push(options, plan.commit) if isinstance(plan, UndoPlan) else push(options, sentence, with_build=True)
        )
        if keep is not None and outcome.questions:
            choices = {question.name: keep for question in outcome.questions}
            outcome = push(options, sentence, answers_for(choices, outcome))
    except OSError as error:
        Output("text").print_and_exit(CommandResult((file_fault(error),)), None)
        return
    _finish(outcome, plan, form)


def _may_go_on(form: str) -> bool:
    if form == "json" or not sys.stdin.isatty():
        click.echo("library: nothing was sent; add --yes to send it", err=True)
        raise SystemExit(1)
    if click.confirm("Send this?", default=False):
        return True
    click.echo("library: nothing was sent")
    return False


def _lines(plan: PushPlan | UndoPlan) -> Iterator[str]:
    if isinstance(plan, UndoPlan) and plan.sentence:
        yield f"{'Bring back' if plan.brings_back else 'Take back'}: {plan.sentence} ({plan.day})"
    yield from list_lines("For readers:", plan.for_readers)
    if plan.files:
        yield "Files:"
        yield from (f"  {name}" for name in plan.files)
    if isinstance(plan, PushPlan):
        if plan.to_look_at and plan.can_push:
            yield "To look at:"
            yield from (f"{report([finding])}\n" for finding in plan.to_look_at)
        if plan.waiting:
            yield "Not sent yet:"
            yield from (f"  {each}" for each in plan.waiting)
        if plan.left_out:
            yield "Left out, because no record names them:"
            yield from (f"  {name}" for name in plan.left_out)


def _finish(outcome: PushOutcome, plan: PushPlan | UndoPlan, form: str) -> None:
    """Print what became of it. The exit status is 1 if it was refused."""
    words = outcome.words
    if form == "json":
        click.echo(_as_json(outcome, plan))
        if not outcome.ok:
            raise SystemExit(1)
        return
    if outcome.ok:
        if outcome.state is not PushState.READY:
            click.echo(f"library: {words.title.lower()}. {words.text}")
        if words.next and outcome.state is not PushState.READY:
            click.echo(f"Next: {words.next}")
        return
    for question in outcome.questions:
        click.echo(f"\n{question.name}")
        click.echo(f"  yours:  {question.mine or '(nothing)'}")
        click.echo(f"  theirs: {question.theirs or '(nothing)'}")
    message = f"{words.title[:1].lower()}{words.title[1:]}. {words.text}".rstrip(".")
    hint = words.next
    if outcome.questions:
        hint = "run it again with --keep mine or --keep theirs; library edit asks for each field"
    place = Location(outcome.questions[0].file if outcome.questions else ".git")
    refusal = rule("W980").diagnostic(message, place, f"{hint[:1].lower()}{hint[1:]}".rstrip("."))
    Output("text").print_and_exit(CommandResult((*outcome.findings, refusal)), None)


def _as_json(outcome: PushOutcome, plan: PushPlan | UndoPlan) -> str:
    """Return the result as JSON: `{"version": 1, ...}`. Later versions only add fields."""
    words = outcome.words
    content = {
        "version": 1,
        "state": str(outcome.state),
        "title": words.title,
        "text": words.text,
        "next": words.next,
        "for_readers": plan.for_readers,
        "files": plan.files,
        "left_out": plan.left_out if isinstance(plan, PushPlan) else (),
        "waiting": plan.waiting if isinstance(plan, PushPlan) else (),
        "questions": [
            {"file": each.file, "path": each.path, "mine": each.mine, "theirs": each.theirs}
            for each in outcome.questions
        ],
        "to_look_at": [f"{each.code} {each.message}" for each in plan.to_look_at] if isinstance(plan, PushPlan) else (),
        "findings": [f"{each.code} {each.message}" for each in outcome.findings],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)
