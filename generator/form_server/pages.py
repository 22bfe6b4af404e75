"""Makes the pages of the forms."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import jinja2

from generator.commands.changes.journal import find_undo, is_taken_back
from generator.commands.push.combination import Question, form_of_file
from generator.commands.record_edit import open_record
from generator.form_server.actions.action_catalogue import ADDITIONS, actions_of
from generator.form_server.actions.action_page import ActionPage
from generator.form_server.actions.action_run import DoneAction
from generator.form_server.background_job import Job
from generator.form_server.editing_session import EditingSession
from generator.form_server.field_views import TEXT_IN_CASE, FieldViewMaker, with_help
from generator.form_server.form_page import BrokenPage, FormPage
from generator.form_server.imports.import_views import ImportRow
from generator.form_server.listed_findings import finding_in_file, list_findings, read_title, title_of_record
from generator.form_server.new_record import TakenName
from generator.form_server.publishing.publish_page import PublishPage, choice_field_name
from generator.form_server.publishing.undo_page import UndoPage
from generator.form_server.record_list import STATES, list_records
from generator.form_server.typed_record import decision_name
from generator.forms import FORMS, Conflict, FormField
from generator.forms.choices import Choices, options_of
from generator.forms.finding_words import field_at, label_of_path, path_in_form
from generator.forms.form_values import to_form
from generator.model.addresses import briefing, bulletin, notice, review
from generator.system import find_package_theme

EDIT: Final = "/_edit/"
"""Address prefix of the forms. No id and no page of a site begins with it."""

_RECORD_FILE: Final = re.compile(r"\b(?:content|briefings)/\S+\.(?:yml|md)\b")
_COMMAND: Final = re.compile(r"; to change it: library rename \S+ \S+$")
_COMMAND_TO_CHECK: Final = re.compile(r": run library check$")
_FOLDER: Final = Path(__file__).parent
_TYPES: Final = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8"}


def asset(name: str) -> tuple[int, str, bytes] | None:
    """Return the answer for a stylesheet or a script of the forms; None if there is none of this name."""
    theme = find_package_theme()
    files = {"edit.css": _FOLDER / "static" / "edit.css", "edit.js": _FOLDER / "static" / "edit.js"}
    if theme is not None:
        files["tokens.css"] = theme / "assets" / "library" / "tokens.css"
        files["dark.css"] = theme / "assets" / "dark.css"
    path = files.get(name)
    return (200, _TYPES[path.suffix], path.read_bytes()) if path is not None else None


class PageMaker:
    """Makes the pages of one server."""

    def __init__(self, session: EditingSession, token: str) -> None:
        self._session = session
        self._templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(_FOLDER / "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        self._templates.globals |= {"edit": EDIT, "token": token, "forms": FORMS}

    def record_list(self, query: Mapping[str, Sequence[str]], imports: Sequence[ImportRow] = ()) -> str:
        """Return the list of all records, with the imports that have something to check."""
        find = " ".join(query.get("find", [""])[0].split())
        state = query.get("state", [""])[0]
        records, diagnostics = self._session.records()
        groups = list_records(self._session, records, diagnostics, find, state)
        count = sum(len(group.rows) for group in groups)
        return self._render(
            "list.html", groups=groups, find=find, state=state, states=STATES, count=count, imports=imports
        )

    def new(
        self,
        kind: str,
        title: str = "",
        taken: TakenName | None = None,
        second_line: str = "",
        *,
        is_refused: bool = False,
    ) -> str:
        """Return the page that asks for the kind and the title of a new record.

        `taken` is a record of the same name. Then the page asks for a second line of the title too.
        """
        kinds = [form for form in FORMS.values() if form.can_be_new]
        has_letters = any(each.isalnum() for each in title)
        return self._render(
            "new.html",
            kinds=kinds,
            kind=kind,
            title=title,
            is_refused=is_refused,
            taken=taken,
            second_line=second_line,
            has_letters=has_letters,
            additions=ADDITIONS,
        )

    def form(self, page: FormPage) -> str:
        """Return the page of a form."""
        form = page.form.fields
        views = FieldViewMaker(page.choices, page.findings)
        groups = tuple(views.groups(form, page.form.whole_groups, page.values, page.left_out))
        if page.takes_text_from_case:
            groups = tuple(with_help(each, "sections", TEXT_IN_CASE) for each in groups)
        placed = [finding for group in groups for field in group.fields for finding in field.all_findings]
        return self._render(
            "form.html",
            page=page,
            groups=groups,
            links=_links(groups),
            unplaced=[finding for finding in page.findings if finding not in placed],
            conflicts=[_describe_conflict(form, each, page.choices) for each in page.conflicts],
            address=None if page.is_new else _address(page),
            actions=() if page.is_new else self._actions(page),
        )

    def action(self, page: ActionPage) -> str:
        """Return the page of something that can happen to a record, or of an addition to the site."""
        plan = page.plan
        to_do = [self._linked(each) for each in plan.to_do] if plan is not None else []
        for_readers = [_COMMAND_TO_CHECK.sub("", each) for each in plan.for_readers] if plan is not None else []
        return self._render("action.html", page=page, to_do=to_do, for_readers=for_readers)

    def done_action(self, done: DoneAction) -> str:
        """Return the page that says what was done, as long as it is kept."""
        last = find_undo(self._session.root).change
        return self._render(
            "action_done.html",
            done=done,
            to_do=[self._linked(each) for each in done.to_do],
            is_last=last is not None and last.number == done.number,
            is_taken_back=is_taken_back(self._session.root, done.number),
        )

    def _linked(self, to_do: str) -> tuple[str, str, str]:
        """Return something to do without the words of commands, and the form that it is about with its title.

        The form is empty if there is none.
        """
        file = _RECORD_FILE.search(to_do)
        form = form_of_file(file[0]) if file is not None else None
        text = _COMMAND.sub("; rename it with the button in its form", to_do)
        if form is None or file is None:
            return text, "", ""
        identity = form.id_of(file[0])
        return text, f"{form.kind}/{identity}", title_of_record(self._session.root, form, identity)

    def _actions(self, page: FormPage) -> Sequence[Any]:
        opened = open_record(self._session.root, page.form, page.id)
        if opened.value is None:
            return ()
        return actions_of(page.form.kind, opened.value.values, self._session.options().today)

    def publish(self, page: PublishPage) -> str:
        """Return the page Publish."""
        asked = []
        for each in page.shown.questions:
            words = {"label": each.file, "mine": each.mine, "theirs": each.theirs}
            if each.form is not None and each.conflict is not None:
                words = _describe_conflict(each.form.fields, each.conflict, page.choices)
            heading = self._heading_of(each, words["label"])
            asked.append({**words, "heading": heading, "name": choice_field_name(each.file, each.path)})
        return self._render("publish.html", page=page, plan=page.plan, shown=page.shown, questions=asked)

    def _heading_of(self, question: Question, label: str) -> str:
        """Return what a question is about: `Summary of "Wren"`, or its file if it has no title that can be read."""
        form = question.form
        if form is None:
            return question.file
        if form.is_single:
            return f"{label} ({form.plural})"
        title = read_title(self._session.root, form, form.id_of(question.file))
        return f'{label} of "{title}"' if title else f"{label} ({question.file})"

    def undo(self, page: UndoPage) -> str:
        """Return the page that asks which change is to be taken back, or says what became of it."""
        shown = page.outcome if page.outcome is not None else page.plan.outcome
        findings = list_findings(self._session.root, shown.findings)
        return self._render("undo.html", page=page, plan=page.plan, shown=shown, findings=findings)

    def working(self, job: Job, not_done: bool = False) -> str:
        """Return the page of work that is not finished: `publish` or `undo`.

        `not_done` is True if a button was pressed that has to wait for the end of this work.
        """
        title = "Publishing" if job.name == "publish" else "Undoing"
        return self._render("working.html", result=f"{job.name}/{job.id}", title=title, not_done=not_done)

    def broken(self, page: BrokenPage) -> str:
        """Return the page of a record that no form can show."""
        return self._render(
            "broken.html",
            page=page,
            file=page.form.file_of(page.id),
            findings=[finding_in_file(each) for each in page.findings],
        )

    def needs_key(self) -> str:
        """Return the page for a browser that was not opened with the key, or too long ago."""
        return self._render("needs_key.html")

    def missing(self) -> str:
        """Return the page for an address without content."""
        return self._render("missing.html")

    def failure(self) -> str:
        """Return the page for a fault of the program."""
        return self._render("failure.html")

    def render(self, template: str, **values: Any) -> str:
        """Return a page made of a template."""
        return self._render(template, **values)

    def _render(self, template: str, **values: Any) -> str:
        return self._templates.get_template(template).render(values)


def _links(groups: Sequence[Any]) -> list[tuple[str, str, str]]:
    """Return each error in the form as the id of its field, the label and the message."""
    links = []
    stack = [field for group in groups for field in group.fields]
    while stack:
        field = stack.pop(0)
        links += [(field.id, field.label, finding.message) for finding in field.findings if finding.is_error]
        stack = [*field.items, *field.fields, *stack]
    return links


def _address(page: FormPage) -> str:
    """Return the address of the page of a record in the preview."""
    kind = page.values.get("kind") if isinstance(page.values, dict) else ""
    match page.form.kind:
        case "case":
            return f"/{review(page.id)}"
        case "briefing":
            return f"/{briefing(page.id)}"
        case "page":
            return f"/{page.id.removesuffix('index').rstrip('/')}/".replace("//", "/")
        case "bulletin":
            return f"/{bulletin(page.id)}"
        case "notice":
            return f"/{notice(page.id, page.shelves.get(str(kind), 'news'))}"
    return "/"


def _describe_conflict(form: FormField, conflict: Conflict, choices: Choices) -> dict[str, str]:
    field = field_at(form, path_in_form(form, conflict.path))
    return {
        "name": decision_name(conflict.path),
        "label": label_of_path(form, conflict.path) or "The record",
        "mine": _in_words(field, conflict.mine, choices),
        "theirs": _in_words(field, conflict.theirs, choices),
    }


def _in_words(field: FormField | None, value: Any, choices: Choices) -> str:
    """Return a value as text, as a form shows it."""
    if value is None:
        return ""
    if field is None:
        return str(value)
    shown = to_form(field, value)
    if isinstance(shown, str):
        labels = {option.value: option.label for option in options_of(field, choices)}
        return labels.get(shown, shown)
    if isinstance(shown, list):
        labels = {option.value: option.label for option in options_of(field, choices)}
        parts = [
            labels.get(each, each) if isinstance(each, str) else _in_words(field.item, value[number], choices)
            for number, each in enumerate(shown)
        ]
        return "\n".join(f"{number}. {part}" for number, part in enumerate(parts, 1))
    lines = []
    for each in field.fields:
        text = _in_words(each, value.get(each.name), choices) if isinstance(value, Mapping) else ""
        if text:
            lines.append(f"{each.words.label}: {text}")
    return "\n".join(lines)
