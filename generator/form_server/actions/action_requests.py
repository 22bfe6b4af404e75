"""Answers requests about actions: shows what a button would change, and changes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from generator.commands.changes.journal import find_undo, is_last_change, make_change
from generator.commands.changes.planned_change import PlannedChange
from generator.commands.record_edit import open_record
from generator.diagnostics import Diagnostic
from generator.form_server.actions.action_catalogue import ACTIONS
from generator.form_server.actions.action_page import ActionPage, choices_of_action, digest_of, find_missing_answers
from generator.form_server.actions.action_run import ActionRun, done_before, done_now
from generator.form_server.actions.action_types import Action, ActionAnswers, AnswerKind
from generator.form_server.editing_session import EditingSession, known_form
from generator.form_server.kept_results import KeptResults
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

_TO_CORRECT: Final = "Correct what is marked below."


class ActionRequests:
    """The pages of the buttons of one site.

    What was answered, and what was done, has an address: Back and Reload of a browser show it and send nothing again.
    """

    def __init__(self, session: EditingSession, pages: PageMaker) -> None:
        self._session = session
        self._pages = pages
        self._runs: KeptResults[ActionRun] = KeptResults()

    def get(self, path: str) -> Reply:
        """Answer with the page of an action: `event/archive/case/grace`, or `event/theme`.

        `event/archive/case/grace/1f2e3d4c` is the same page after the questions are answered, or what was done.
        """
        place = _place_of(path)
        if place is None:
            return self._missing()
        if place.run:
            return self._run_page(place)
        return self._shown(open_action(self._session, place))

    def post(self, path: str, posted: PostedForm) -> Reply:
        """Show what an action would change or, if that was seen, change it."""
        place = _place_of(path)
        if place is None or place.run:
            return self._missing()
        is_last_step = posted.get("do") == "make"
        done_already = self._done_already(place, posted.get("seen")) if is_last_step else ""
        if done_already:
            return Reply(goes_to=done_already)
        page = answered_page(self._session, place, posted)
        if page is None or page.errors:
            return self._shown(page)
        if not is_last_step:
            run = self._runs.keep(ActionRun(place.path, page.values, page.kept))
            return Reply(goes_to=f"{place.path}/{run}")
        page = run_action(self._session, page, posted.get("seen"))
        if page.problem or page.plan is None:
            return self._shown(page)
        done = done_now(self._session.root, page, page.plan, self._session.options().today)
        return Reply(goes_to=self._keep(place, ActionRun(place.path, page.values, done=done), posted.get("run")))

    def _run_page(self, place: ActionPlace) -> Reply:
        run = self._runs.find(place.run)
        if run is None or run.path != place.path:
            return Reply(self._pages.render("action_lost.html", action=place.action, path=place.path), status=404)
        if run.done is not None:
            return Reply(self._pages.done_action(run.done))
        page = _page(self._session, place)
        if page is None:
            return self._missing()
        kept = run.kept if self._session.drafts.kept_file(run.kept) is not None else ""
        page = replace(page, values=run.values, kept=kept, run=place.run)
        page = replace(page, errors=find_missing_answers(page))
        return self._shown(replace(page, problem=_TO_CORRECT) if page.errors else planned_page(self._session, page))

    def _done_already(self, place: ActionPlace, seen: str) -> str:
        """Return the address of the same change if it is the last one: the button was pressed twice. Empty if not."""
        root = self._session.root
        last = find_undo(root).change if seen else None
        if last is None or digest_of(last.files) != seen or not is_last_change(root, last.files):
            return ""
        for identity, run in self._runs.newest_first():
            if run.path == place.path and run.done is not None and run.done.seen == seen:
                return f"{place.path}/{identity}"
        done = done_before(root, place.action, place.form, last, self._session.options().today)
        return self._keep(place, ActionRun(place.path, {}, done=done))

    def _keep(self, place: ActionPlace, run: ActionRun, identity: str = "") -> str:
        """Keep what was done, at the address where it was shown before if there is one."""
        shown = self._runs.find(identity)
        is_same = shown is not None and shown.path == place.path and shown.done is None
        return f"{place.path}/{self._runs.keep(run, identity if is_same else '')}"

    def _shown(self, page: ActionPage | None) -> Reply:
        return self._missing() if page is None else Reply(self._pages.action(page))

    def _missing(self) -> Reply:
        return Reply(self._pages.missing(), status=404)


@dataclass(frozen=True, slots=True)
class ActionPlace:
    """What an address names."""

    action: Action
    form: RecordForm | None
    """None for an addition to the site."""

    id: str
    """The id of the record; empty for an addition to the site."""

    run: str = ""

    @property
    def path(self) -> str:
        """The end of the address without the run."""
        record = f"/{self.form.kind}/{self.id}" if self.form is not None else ""
        return f"{PREFIX}/{self.action.id}{record}"


def _place_of(path: str) -> ActionPlace | None:
    """Return what an address names: `event/archive/case/grace/1f2e3d4c`; None if there is no such button."""
    _, name, *parts = path.split("/")
    action = ACTIONS.get(name)
    if action is None:
        return None
    if not action.kinds:
        return ActionPlace(action, None, "", "".join(parts)) if len(parts) < 2 else None
    if not 2 <= len(parts) <= 3 or parts[0] not in action.kinds:
        return None
    form = known_form(parts[0], parts[1])
    return ActionPlace(action, form, parts[1], "".join(parts[2:])) if form is not None else None


def open_action(session: EditingSession, place: ActionPlace) -> ActionPage | None:
    """Return the page of an action before anything is answered; None if there is no such record."""
    page = _page(session, place)
    return planned_page(session, page) if page is not None and place.action.shows_at_once else page


def answered_page(session: EditingSession, place: ActionPlace, posted: PostedForm) -> ActionPage | None:
    """Return the page with what was answered, and with what to correct in it. None if there is no such record."""
    page = _page(session, place)
    if page is None:
        return None
    given = {each.name: " ".join(posted.get(each.name).split()) for each in page.questions}
    page = _with_file(session, replace(page, values=given, run=posted.get("run")), posted)
    page = replace(page, errors={**find_missing_answers(page), **page.errors})
    return replace(page, problem=_TO_CORRECT) if page.errors else page


def run_action(session: EditingSession, page: ActionPage, seen: str) -> ActionPage:
    """Make the change that was seen. The page has a problem if that is not possible."""
    page = planned_page(session, page)
    if page.plan is None or page.problem:
        return page
    if page.seen != seen:
        return replace(page, problem="This has changed since it was shown. Look at it again, then press the button.")
    if session.busy:
        return replace(page, problem=session.busy, next="Press the button again when it has ended.")
    return _made(session, page, page.plan)


def _page(session: EditingSession, place: ActionPlace) -> ActionPage | None:
    action, form, identity = place.action, place.form, place.id
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


def planned_page(session: EditingSession, page: ActionPage) -> ActionPage:
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


def _made(session: EditingSession, page: ActionPage, plan: PlannedChange) -> ActionPage:
    try:
        fault = make_change(session.root, plan, session.options().today)
    except OSError as error:
        fault = file_fault(error)
    if fault is not None:
        refused = _refused(page, fault)
        return replace(refused, next=refused.next or "Nothing was changed. Correct what it says, then press again.")
    if page.kept:
        session.drafts.forget_file(page.kept)
    return page
