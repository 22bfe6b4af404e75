"""Shows what a button would change, and changes it: everything between a request and the page of an action."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from generator.commands.changes.journal import find_undo, is_last_change, make_change
from generator.commands.changes.planned_change import FileChange, PlannedChange
from generator.commands.options import CommandResult
from generator.commands.record_edit import open_record
from generator.diagnostics import Diagnostic
from generator.form_server.actions import Action, ActionAnswers, ActionQuestion, AnswerKind
from generator.form_server.editing_session import EditingSession
from generator.form_server.multipart import PostedForm
from generator.form_server.publishing import ListedFinding, listed
from generator.form_server.uploads import problem_of_upload, safe_name
from generator.forms import RecordForm
from generator.forms.form_dates import parse_date, parse_moment
from generator.model import EventTime, Quarter
from generator.system import file_fault


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

    next: str = ""
    findings: tuple[ListedFinding, ...] = ()
    kept: str = ""
    """A chosen file that is kept until the change is made: its digest and its name."""

    is_done: bool = False
    number: int = 0
    """The number of the change in the journal. 0 if it cannot be taken back."""

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


def open_action(session: EditingSession, action: Action, form: RecordForm | None, identity: str) -> ActionPage | None:
    """Return the page of an action before anything is answered; None if there is no such record."""
    page = _page(session, action, form, identity)
    return _shown(session, page) if page is not None and action.shows_at_once else page


def take_action(
    session: EditingSession, action: Action, form: RecordForm | None, identity: str, posted: PostedForm
) -> ActionPage | None:
    """Show what an action would change or, if that was seen, change it. None if there is no such record."""
    done = _done_before(session, action, form, identity, posted)
    if done is not None:
        return done
    page = _page(session, action, form, identity)
    if page is None:
        return None
    given = {each.name: " ".join(posted.get(each.name).split()) for each in page.questions}
    page = _with_file(session, replace(page, values=given), posted)
    page = replace(page, errors={**_missing(page), **page.errors})
    if page.errors:
        return replace(page, problem="Correct what is marked below.")
    page = _shown(session, page)
    if posted.get("do") != "make" or page.plan is None or page.problem:
        return page
    if page.seen != posted.get("seen"):
        return replace(page, problem="This has changed since it was shown. Look at it again, then press the button.")
    return _made(session, page)


def digest_of(files: tuple[FileChange, ...]) -> str:
    """Return what stands for a change."""
    digest = sha256()
    for each in files:
        for part in (each.file.encode(), each.before, each.after):
            digest.update(b"-" if part is None else sha256(part).digest())
    return digest.hexdigest()


def _page(session: EditingSession, action: Action, form: RecordForm | None, identity: str) -> ActionPage | None:
    values: Mapping[str, Any] = {}
    if form is not None:
        opened = open_record(session.root, form, identity)
        if opened.value is None:
            return None
        values = opened.value.values
    title = str(values.get(form.title_field) or identity) if form is not None else ""
    choices = _choices(session, action, values)
    questions = tuple(
        each
        for each in action.questions
        if (each.name != "only" or (form is not None and form.kind == "case"))
        and (each.name != "document" or len(choices["document"]) > 1)
    )
    start = {"title": title, "address": str(values.get("id") or identity)} if action.id == "rename" else {}
    is_open = form is not None and session.drafts.load(form.kind, identity) is not None
    page = ActionPage(action, form, identity, title, start, choices, questions, is_open=is_open)
    if is_open and action.id == "rename":
        problem = "The form of this record has changes that are not saved."
        return replace(page, problem=problem, next="Save them or put them away in the form, then rename it.")
    return page


def _choices(session: EditingSession, action: Action, values: Mapping[str, Any]) -> dict[str, Any]:
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
        found["quarter"] = tuple((each.id, each.label) for each in (quarter, _before(quarter), _after(quarter)))
    if "page" in names:
        pages = session.root / "content" / "pages"
        paths = [path.relative_to(pages) for path in sorted(pages.rglob("*.md"))]
        shown = [path.as_posix() for path in paths if not any(part.startswith(("_", ".")) for part in path.parts)]
        found["page"] = tuple((each, each) for each in shown)
    return found


def _before(quarter: Quarter) -> Quarter:
    day = quarter.first_day
    return Quarter.of(date(day.year - (day.month == 1), (day.month - 2) % 12 + 1, 1))


def _after(quarter: Quarter) -> Quarter:
    day = quarter.first_day
    return Quarter.of(date(day.year + (day.month == 10), (day.month + 2) % 12 + 1, 1))


def _with_file(session: EditingSession, page: ActionPage, posted: PostedForm) -> ActionPage:
    """Return the page with the file that was chosen now, or before."""
    if not any(each.kind is AnswerKind.FILE for each in page.questions):
        return page
    chosen = next((each for each in posted.files if each.field == "file"), None)
    if chosen is None:
        kept = posted.get("kept")
        return replace(page, kept=kept if session.drafts.kept_file(kept) is not None else "")
    problem = problem_of_upload(chosen.name, chosen.data)
    if problem:
        return replace(page, errors={"file": problem})
    try:
        return replace(page, kept=session.drafts.keep_file(safe_name(chosen.name), chosen.data))
    except OSError as error:
        return replace(page, errors={"file": f"The file cannot be kept: {error.strerror or error}."})


def _missing(page: ActionPage) -> dict[str, str]:
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


def _shown(session: EditingSession, page: ActionPage) -> ActionPage:
    """Return the page with the change that the answers give."""
    texts = dict(page.values)
    for each in page.questions:
        if texts.get(each.name) and each.kind in (AnswerKind.DAY, AnswerKind.MOMENT):
            parse = parse_date if each.kind is AnswerKind.DAY else parse_moment
            texts[each.name] = str(parse(texts[each.name]))
    if page.action.id == "rename":
        texts["title"] = "" if texts.get("title") == page.title else texts.get("title", "")
    answers = ActionAnswers(texts, session.drafts.kept_file(page.kept) if page.kept else None)
    try:
        plan = page.action.plan(session.publishing_options(), _name(session, page), answers)
    except OSError as error:
        return _refused(page, file_fault(error))
    if plan.result.records is None and not plan.files:
        findings = listed(plan.result.diagnostics)
        return replace(page, problem="The records have errors.", findings=findings)
    if plan.refusal is not None:
        found = listed(plan.findings)
        refused = _refused(page, plan.refusal)
        return replace(
            refused, findings=found, next="Correct what is listed, then try again." if found else refused.next
        )
    if not plan.files:
        return replace(page, problem="Nothing would change.")
    return replace(page, plan=plan, findings=listed(plan.findings))


def _refused(page: ActionPage, refusal: Diagnostic) -> ActionPage:
    said = refusal.hint or ""
    is_for_commands = "library " in said or "--" in said
    message = f"{refusal.message[:1].upper()}{refusal.message[1:]}."
    hint = "" if is_for_commands or not said else f"{said[:1].upper()}{said[1:]}."
    return replace(page, problem=message.replace("..", "."), next=hint.replace("..", "."))


def _name(session: EditingSession, page: ActionPage) -> str:
    """Return the name of the record as commands have it: `case:grace`. Its file may give another id than its folder."""
    if page.form is None:
        return ""
    opened = open_record(session.root, page.form, page.id)
    own = opened.value.values.get("id") if opened.value is not None else None
    return f"{page.form.kind}:{own or page.id}"


def _made(session: EditingSession, page: ActionPage) -> ActionPage:
    assert page.plan is not None
    try:
        fault = make_change(session.root, page.plan, session.options().today)
    except OSError as error:
        fault = file_fault(error)
    if fault is not None:
        refused = _refused(page, fault)
        return replace(refused, next=refused.next or "Nothing was changed. Correct what it says, then press again.")
    if page.kept:
        session.drafts.forget_file(page.kept)
    return _as_done(session, page)


def _as_done(session: EditingSession, page: ActionPage) -> ActionPage:
    assert page.plan is not None
    last = find_undo(session.root).change
    is_kept = last is not None and last.files == page.plan.files
    return replace(page, is_done=True, id=_moved(page), number=last.number if last is not None and is_kept else 0)


def _moved(page: ActionPage) -> str:
    """Return the id of the record after the change: a renamed one is in another file."""
    if page.form is None or page.plan is None:
        return page.id
    file = page.form.file_of(page.id)
    gone = next((each.before for each in page.plan.files if each.file == file and each.after is None), None)
    if gone is None:
        return page.id
    form, name = page.form, PurePosixPath(file).name
    for each in page.plan.files:
        is_same = form.is_single or each.before is None
        if is_same and each.after is not None and (PurePosixPath(each.file).name == name or form.kind == "notice"):
            moved = form.id_of(each.file)
            if form.file_of(moved) == each.file:
                return moved
    return page.id


def _done_before(
    session: EditingSession, action: Action, form: RecordForm | None, identity: str, posted: PostedForm
) -> ActionPage | None:
    """Return the page of the same change if it is the last one: the button was pressed twice, or the page reloaded."""
    seen = posted.get("seen")
    last = find_undo(session.root).change if seen and posted.get("do") == "make" else None
    if last is None or digest_of(last.files) != seen or not is_last_change(session.root, last.files):
        return None
    records, _ = session.records()
    assert records is not None
    plan = PlannedChange(last.title, CommandResult((), records=records), files=last.files)
    title = last.title
    page = ActionPage(action, form, identity, title, {}, {}, (), plan=plan)
    return _as_done(session, page)
