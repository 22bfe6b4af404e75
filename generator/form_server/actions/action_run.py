"""One use of a button: what was answered, and what was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from generator.commands.changes.journal import MadeChange, find_undo
from generator.commands.changes.planned_change import PlannedChange
from generator.form_server.actions.action_page import ActionPage, digest_of
from generator.form_server.actions.action_types import Action
from generator.form_server.actions.done_words import done_words, next_words
from generator.forms import RecordForm


@dataclass(frozen=True, slots=True)
class DoneAction:
    """What the page says after a change was made."""

    action: Action
    done: str
    """What was done, in words."""

    next: str
    """When readers see it."""

    to_do: tuple[str, ...]
    """What is left for the editor to do."""

    back: str
    """The end of the address of the form that shows what was made; empty for the list of all records."""

    seen: str
    """Stands for the change that was shown."""

    number: int
    """The number of the change in the journal. 0 if it cannot be taken back."""


@dataclass(frozen=True, slots=True)
class ActionRun:
    """One use of a button. Its page can be loaded again."""

    path: str
    """The end of the address of the button."""

    values: Mapping[str, str]
    """What was typed."""

    kept: str = ""
    """A chosen file that is kept until the change is made."""

    done: DoneAction | None = None
    """What was done. None while the change is only shown."""


def done_now(root: Path, page: ActionPage, plan: PlannedChange, today: date) -> DoneAction:
    """Return what a page says about a change that was made a moment ago."""
    last = find_undo(root).change
    return DoneAction(
        page.action,
        done_words(plan.action, plan.title),
        next_words(plan.action, plan.files, today),
        plan.to_do,
        page.action.opens.format(**page.values) if page.action.opens else _address_after(page, plan),
        digest_of(plan.files),
        last.number if last is not None and last.files == plan.files else 0,
    )


def done_before(root: Path, action: Action, form: RecordForm | None, made: MadeChange, today: date) -> DoneAction:
    """Return what a page says about a change that only the journal knows: the program was started again since."""
    done, following = done_words(made.action, made.title), next_words(made.action, made.files, today)
    back = _address_in_journal(root, action, form, made)
    return DoneAction(action, done, following, (), back, digest_of(made.files), made.number)


def _address_in_journal(root: Path, action: Action, form: RecordForm | None, made: MadeChange) -> str:
    """Return the address of the form that shows what was made; empty if the journal does not say which."""
    if made.action is None:
        return ""
    identity = made.action.record.partition(":")[2]
    if action.opens:
        return action.opens.format(quarter=identity)
    new = made.action.details.get("new_id", identity)
    known = (each for each in (new, identity) if form is not None and (root / form.file_of(each)).exists())
    found = next(known, None)
    return f"{form.kind}/{found}" if form is not None and found is not None else ""


def _address_after(page: ActionPage, plan: PlannedChange) -> str:
    """Return the address of the form of a record after a change: a renamed one is in another file."""
    form = page.form
    if form is None:
        return ""
    file = form.file_of(page.id)
    gone = next((each.before for each in plan.files if each.file == file and each.after is None), None)
    if gone is None:
        return page.back
    name = PurePosixPath(file).name
    for each in plan.files:
        is_same = form.is_single or each.before is None
        if is_same and each.after is not None and (PurePosixPath(each.file).name == name or form.kind == "notice"):
            moved = form.id_of(each.file)
            if form.file_of(moved) == each.file:
                return f"{form.kind}/{moved}"
    return page.back
