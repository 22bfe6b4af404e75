"""Answers requests about actions: shows what a button would change, and changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, Final

from generator.commands.changes.journal import find_undo, is_last_change, make_change
from generator.commands.changes.planned_change import PlannedChange
from generator.commands.options import CommandResult
from generator.commands.record_edit import open_record
from generator.diagnostics import Diagnostic
from generator.form_server.actions.action_catalogue import ACTIONS
from generator.form_server.actions.action_page import ActionPage, choices_of_action, digest_of, find_missing_answers
from generator.form_server.actions.action_types import Action, ActionAnswers, AnswerKind
from generator.form_server.editing_session import EditingSession, known_form
from generator.form_server.listed_findings import list_findings
from generator.form_server.multipart import PostedForm
from generator.form_server.pages import PageMaker
from generator.form_server.reply import Reply
from generator.form_server.uploads import problem_of_upload, safe_name
from generator.forms import RecordForm
from generator.forms.finding_words import as_sentence
from generator.forms.form_dates import parse_date, parse_moment
from generator.system import file_fault

PREFIX: Final = "event"
"""The first part of the addresses that are answered here."""


def answer_action_request(session: EditingSession, pages: PageMaker, path: str, posted: PostedForm | None) -> Reply:
    """Answer with the page of an action: `event/archive/case/grace`, or `event/theme`. `posted` is None for a GET."""
    _, _, path = path.partition("/")
    name, _, record = path.partition("/")
    kind, _, identity = record.partition("/")
    action, form = ACTIONS.get(name), known_form(kind, identity)
    page: ActionPage | None = None
    if action is not None and (kind in action.kinds and form is not None if action.kinds else not record):
        page = (
            open_action(session, action, form, identity)
            if posted is None
            else run_action(session, action, form, identity, posted)
        )
    return Reply(pages.missing(), status=404) if page is None else Reply(pages.action(page))


def open_action(session: EditingSession, action: Action, form: RecordForm | None, identity: str) -> ActionPage | None:
    """Return the page of an action before anything is answered; None if there is no such record."""
    page = _page(session, action, form, identity)
    return _shown(session, page) if page is not None and action.shows_at_once else page


def run_action(
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
    page = replace(page, errors={**find_missing_answers(page), **page.errors})
    if page.errors:
        return replace(page, problem="Correct what is marked below.")
    page = _shown(session, page)
    if posted.get("do") != "make" or page.plan is None or page.problem:
        return page
    if page.seen != posted.get("seen"):
        return replace(page, problem="This has changed since it was shown. Look at it again, then press the button.")
    if session.busy:
        return replace(page, problem=session.busy, next="Press the button again when it has ended.")
    return _made(session, page)


def _page(session: EditingSession, action: Action, form: RecordForm | None, identity: str) -> ActionPage | None:
    values: Mapping[str, Any] = {}
    if form is not None:
        opened = open_record(session.root, form, identity)
        if opened.value is None:
            return None
        values = opened.value.values
    title = str(values.get(form.title_field) or identity) if form is not None else ""
    choices = choices_of_action(session, action, values)
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
        findings = list_findings(session.root, plan.result.diagnostics)
        return replace(page, problem="The records have errors.", findings=findings)
    if plan.refusal is not None:
        found = list_findings(session.root, plan.findings)
        refused = _refused(page, plan.refusal)
        if not found:
            return refused
        return replace(
            refused,
            problem=f"{plan.title} would cause an error.",
            findings=found,
            next="Correct what is listed, then try again.",
        )
    if not plan.files:
        return replace(page, problem="Nothing would change.")
    return replace(page, plan=plan, findings=list_findings(session.root, plan.findings))


def _refused(page: ActionPage, refusal: Diagnostic) -> ActionPage:
    hint = refusal.hint or ""
    is_for_commands = "library " in hint or "--" in hint
    step = as_sentence(hint) if hint and not is_for_commands else ""
    return replace(page, problem=as_sentence(refusal.message), code=refusal.code, next=step)


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
