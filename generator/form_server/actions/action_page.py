"""The page of an action: what was answered, what is wrong with it, and what would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from generator.commands.changes.planned_change import FileChange, PlannedChange
from generator.form_server.actions.action_types import Action, ActionQuestion, AnswerKind
from generator.form_server.editing_session import EditingSession
from generator.form_server.listed_findings import ListedFinding
from generator.forms import RecordForm
from generator.forms.form_dates import parse_date, parse_moment
from generator.model import EventTime, Quarter


@dataclass(frozen=True, slots=True)
class ActionPage:
    """Everything that the page of an action shows."""

    action: Action
    form: RecordForm | None
    """None for an addition to the site."""

    id: str
    title: str
    """The title of the record."""

    values: Mapping[str, str]
    """What was typed."""

    choices: Mapping[str, tuple[tuple[str, str], ...]]
    questions: tuple[ActionQuestion, ...]
    errors: Mapping[str, str] = field(default_factory=dict)
    """What to correct, by the name of the question."""

    plan: PlannedChange | None = None
    """What would change. None before the questions are answered."""

    problem: str = ""
    """Why it was not done."""

    code: str = ""
    """The code of that reason; empty if it has none."""

    next: str = ""
    findings: tuple[ListedFinding, ...] = ()
    kept: str = ""
    """A chosen file that is kept until the change is made: its digest and its name."""

    run: str = ""
    """The id of the address of this page. Empty before a question was answered."""

    is_open: bool = False
    """True if the form of the record has changes that are not saved."""

    @property
    def path(self) -> str:
        """The end of the address."""
        record = f"/{self.form.kind}/{self.id}" if self.form is not None else ""
        return f"event/{self.action.id}{record}"

    @property
    def seen(self) -> str:
        """Stands for the change that is shown."""
        return digest_of(self.plan.files) if self.plan is not None else ""

    @property
    def back(self) -> str:
        """The end of the address of the form to go back to."""
        return f"{self.form.kind}/{self.id}" if self.form is not None else ""


def digest_of(files: tuple[FileChange, ...]) -> str:
    """Return what stands for a change."""
    digest = sha256()
    for each in files:
        for part in (each.file.encode(), each.before, each.after):
            digest.update(b"-" if part is None else sha256(part).digest())
    return digest.hexdigest()


def choices_of_action(session: EditingSession, action: Action, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the choices of each question that has some."""
    names = {each.name for each in action.questions if each.kind is AnswerKind.CHOICE}
    found: dict[str, Any] = {}
    if "document" in names:
        documents = [each for each in values.get("documents") or [] if isinstance(each, Mapping) and each.get("file")]
        keys = [(f"{each.get('kind')}-{each['id']}" if each.get("id") else str(each.get("kind"))) for each in documents]
        titles = [str(each.get("title") or each.get("file")) for each in documents]
        found["document"] = tuple(zip(keys, titles, strict=True))
    if "quarter" in names:
        today = session.options().today
        quarter = Quarter.of(today)
        found["quarter"] = tuple((each.id, each.label) for each in (quarter, quarter.previous, quarter.next))
    if "page" in names:
        pages = session.root / "content" / "pages"
        paths = [path.relative_to(pages) for path in sorted(pages.rglob("*.md"))]
        shown = [path.as_posix() for path in paths if not any(part.startswith(("_", ".")) for part in path.parts)]
        found["page"] = tuple((each, each) for each in shown)
    return found


def find_missing_answers(page: ActionPage) -> dict[str, str]:
    """Return what to do about each answer that is missing or cannot be read."""
    errors = {}
    for each in page.questions:
        text = page.kept if each.kind is AnswerKind.FILE else page.values.get(each.name, "")
        if not text:
            if each.missing:
                errors[each.name] = each.missing
        elif each.kind is AnswerKind.DAY and not _is_day(str(parse_date(text))):
            errors[each.name] = "Enter a whole date, for example 14 December 2026."
        elif each.kind is AnswerKind.MOMENT and not _is_moment(str(parse_moment(text))):
            errors[each.name] = "Enter a day, or a day and a time, for example 14 December 2026, 00:01."
        elif each.kind is AnswerKind.CHOICE and text not in dict(page.choices[each.name]):
            errors[each.name] = each.missing
    return errors


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_moment(text: str) -> bool:
    try:
        return EventTime.parse(text).day.day is not None
    except ValueError:
        return False
