"""Undo in the forms: the last change on this computer, and the last publication."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.commands.changes.journal import MadeChange, find_undo, undo_change
from generator.commands.changes.undo_check import refuse_undo
from generator.commands.push.outcome import PushOutcome
from generator.commands.push.undo import UndoPlan, plan_undo, undo_push
from generator.form_server.actions.done_words import next_words
from generator.form_server.editing_session import EditingSession
from generator.form_server.multipart import PostedForm
from generator.forms.finding_words import as_sentence
from generator.forms.form_dates import show_date
from generator.model.london_time import plain_day
from generator.system import file_fault


@dataclass(frozen=True, slots=True)
class UndoPage:
    """Everything that the page Undo shows."""

    plan: UndoPlan
    """The last publication of this person."""

    published_on: str = ""
    """The day of that publication in words."""

    outcome: PushOutcome | None = None
    """What became of taking back a publication. None if that was not asked for."""

    last: MadeChange | None = None
    """The last change on this computer. None if there is none."""

    last_day: str = ""
    """Its day in words."""

    last_refused: str = ""
    """Why it cannot be taken back."""

    last_refused_code: str = ""
    """The code of that reason."""

    again: MadeChange | None = None
    """The change that was taken back last and can be made again."""

    done: str = ""
    """What was taken back or made again now."""

    next: str = ""
    """When readers see that."""

    is_again: bool = False
    """True if it was made again."""

    problem: str = ""
    """Why a change was not taken back or made again."""

    code: str = ""
    """The code of that reason; empty if it has none."""


def undo_page(session: EditingSession) -> UndoPage:
    """Return what can be taken back. Nothing is contacted."""
    last, again = find_undo(session.root), find_undo(session.root, again=True)
    refusal = last.refusal
    if refusal is None and last.change is not None:
        refusal = refuse_undo(session.publishing_options(), last.change)
    plan = plan_undo(session.publishing_options())
    return UndoPage(
        plan,
        show_date(plan.day) if plan.day else "",
        last=last.change,
        last_day=show_date(last.change.day) if last.change is not None else "",
        last_refused=as_sentence(refusal.message) if refusal is not None else "",
        last_refused_code=refusal.code if refusal is not None else "",
        again=again.change if again.refusal is None else None,
    )


def undo(session: EditingSession, posted: PostedForm) -> UndoPage:
    """Take back the change that was shown, or make it again."""
    step = posted.get("do")
    if step not in ("take-back", "again"):
        outcome = undo_push(session.publishing_options(), posted.get("commit"))
        page = undo_page(session)
        return replace(page, outcome=outcome)
    done, problem, code = _change_back(session, posted.get("number"), step == "again")
    page = undo_page(session)
    if done is None:
        return replace(page, is_again=step == "again", problem=problem, code=code)
    following = next_words(done.action, done.files, plain_day(session.options().today))
    return replace(page, done=done.title, next=following, is_again=step == "again")


def _change_back(session: EditingSession, number: str, again: bool) -> tuple[MadeChange | None, str, str]:
    """Take a change back, or make it again. Returns it, or None with the reason and the code of the reason."""
    found = find_undo(session.root, again)
    if found.change is None or str(found.change.number) != number:
        other = find_undo(session.root, not again)
        if other.change is not None and str(other.change.number) == number:
            return other.change, "", ""
        return None, "Something else was changed since this page was shown. Look at it again.", ""
    refusal = found.refusal or refuse_undo(session.publishing_options(), found.change, again)
    if refusal is None:
        try:
            undo_change(session.root, found.change, again)
        except OSError as error:
            refusal = file_fault(error)
    if refusal is not None:
        return None, as_sentence(refusal.message), refusal.code
    return found.change, "", ""
