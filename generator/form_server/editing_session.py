"""Opens forms, keeps what is typed, and saves it: everything between a request and a page."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from threading import RLock
from typing import Final

from generator.commands.changes.change_action import ActionKind, ChangeAction
from generator.commands.changes.journal import keep_made_change
from generator.commands.changes.planned_change import FileChange
from generator.commands.options import BuildOptions
from generator.commands.record_edit import (
    CheckedText,
    RecordChange,
    SaveResult,
    SaveState,
    check_text,
    findings_of,
    open_record,
    read_records,
    save_record,
)
from generator.diagnostics import Diagnostic
from generator.form_server.background_job import BackgroundJobs
from generator.form_server.draft_store import Draft, DraftStore
from generator.form_server.form_page import MERGED, PUT_AWAY, SAVED, UNCHANGED, BrokenPage, FormPage
from generator.form_server.multipart import PostedForm
from generator.form_server.typed_record import decision_name, decisions_in, typed_text, wanted_record
from generator.form_server.uploads import add_upload, named_uploads
from generator.forms import (
    FORMS,
    RecordForm,
    choices_of,
    form_findings,
    read_posted,
    take_step,
    to_form,
)
from generator.forms.form_fields import Option
from generator.forms.value_words import humanise
from generator.model import Records
from generator.read import UnsavedRecord, find_project, open_cache
from generator.read.vocabulary_packs import pack_names
from generator.serve import UnsavedText
from generator.system.clock import london_now

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class EditingSession:
    """The forms of one site. One request after the other is answered."""

    def __init__(self, options: BuildOptions, today: date | None, typed: UnsavedText | None = None) -> None:
        self.root = options.root
        self.typed = typed if typed is not None else UnsavedText()
        """Receives what is typed, for the page next to the form."""

        self._options = options
        self._today = today
        self.drafts = DraftStore(options.root)
        self.lock = RLock()
        self._just_saved: tuple[str, float, CheckedText] | None = None
        """The file that was saved last, when, and its check: the browser asks for the page of the record next."""

        self.jobs = BackgroundJobs()
        """Publishing or undoing."""

    @property
    def busy(self) -> str:
        """Why nothing can be written now; empty if it can. Publishing must not meet half of another change."""
        running = self.jobs.running
        if running is None:
            return ""
        return "Publishing is still going on." if running.name == "publish" else "Undoing is still going on."

    def options(self) -> BuildOptions:
        """Return the options of a check, as of now."""
        if self._options.read_cache is None:
            project = find_project(self.root).value
            if project is not None:
                self._options = replace(self._options, read_cache=open_cache(project))
        return replace(self._options, today=self._today or london_now())

    def publishing_options(self) -> BuildOptions:
        """Return the options of a publication: readers do not see drafts. Its thread reads with a separate cache."""
        return replace(self.options(), drafts=False, read_cache=None)

    def records(self) -> tuple[Records | None, tuple[Diagnostic, ...]]:
        """Return all records, with all findings."""
        return read_records(self.options())

    def show(self, form: RecordForm, identity: str, checked: CheckedText | None = None) -> FormPage | BrokenPage | None:
        """Return the page of a record, with its draft if there is one. None if there is neither.

        `checked` is the check of the text in its file, if that was made a moment ago.
        """
        draft = self.drafts.load(form.kind, identity)
        opened = open_record(self.root, form, identity)
        is_there = os.path.lexists(self.root / form.file_of(identity))
        if opened.value is None and is_there:
            return BrokenPage(form, identity, opened.diagnostics)
        if draft is not None and self.drafts.base(draft.base) is not None:
            self._show_typed(form, identity, draft)
            return self._page(form, identity, draft)
        if opened.value is None:
            return None
        if self.typed.file != form.file_of(identity):
            self.typed.set(None)
        digest = self.drafts.keep_base(opened.value.text)
        draft = Draft(digest, to_form(form.fields, opened.value.values))
        checked = checked if checked is not None and checked.text == opened.value.text else None
        if checked is None and (form.is_page or self._options.private_terms is not None):
            checked = check_text(self.options(), form, identity, opened.value.text)
        if checked is not None:
            known = checked.result.records, checked.result.diagnostics
            page = self._page(form, identity, draft, known if known[0] is not None else None)
            findings = checked.findings
        else:
            # The findings on all records have those on this one.
            all_records = self.records()
            page = self._page(form, identity, draft, all_records)
            findings = findings_of(all_records[1], form.file_of(identity))
        return replace(page, findings=form_findings(form.fields, findings), draft_time="")

    def show_saved(self, form: RecordForm, identity: str) -> FormPage | BrokenPage | None:
        """Return the page of a record that was saved a moment ago, without checking it again."""
        saved, self._just_saved = self._just_saved, None
        if saved is None or saved[0] != form.file_of(identity) or time.monotonic() - saved[1] > _SECONDS_OF_A_MOMENT:
            return self.show(form, identity)
        return self.show(form, identity, saved[2])

    def post(self, form: RecordForm, identity: str, posted: PostedForm) -> FormPage | BrokenPage | None:
        """Keep what was typed, and take the step that was asked for. None if the form is closed without a record."""
        before = self.drafts.load(form.kind, identity)
        is_new = not (self.root / form.file_of(identity)).exists()
        if self.drafts.base(posted.get("base")) is None:
            return self.show(form, identity)
        step = posted.get("do")
        if step == "discard":
            self.drafts.set_aside(form.kind, identity)
            self.typed.set(None)
            shown = self.show(form, identity)
            return replace(shown, notice=PUT_AWAY) if isinstance(shown, FormPage) else shown
        if step == "restore":
            self.drafts.bring_back(form.kind, identity)
            return self.show(form, identity)
        values = read_posted(form.fields, posted.values)
        draft = Draft(posted.get("base"), values, is_new, before.uploads if before is not None else ())
        problems = []
        for file in posted.files:
            draft, problem = add_upload(self.root, self.drafts, form, identity, draft, file)
            problems += [problem] if problem else []
        said = focus = ""
        if ":" in step:
            done = take_step(form.fields, draft.values, step, posted.get(f"choose:{step.partition(':')[2]}"))
            draft, focus, said = replace(draft, values=done.values), done.focus, done.said
        self.drafts.keep(form.kind, identity, draft)
        draft = self.drafts.load(form.kind, identity) or draft
        self._show_typed(form, identity, draft)
        if step == "draft":
            return None
        if step == "save" and self.busy:
            problems = [f"{self.busy} What you typed is kept on this computer: press Save again when it has ended."]
        if step == "save" and not problems:
            return self._save(form, identity, draft, posted)
        if step == DECIDED:
            focus = next((each.name for each in form.fields.fields if each.words.decides), "")
        page = self._page(form, identity, draft)
        return replace(page, focus=focus, said=said, problem=" ".join(problems))

    def _show_typed(self, form: RecordForm, identity: str, draft: Draft) -> None:
        """Show the page next to the form with what is typed."""
        base_text = self.drafts.base(draft.base) or ""
        text = typed_text(self.root, form, identity, draft, base_text)
        if text is not None:
            is_typed = draft.is_new or text != base_text
            record = UnsavedRecord(form.kind, identity, form.file_of(identity), text)
            self.typed.set(record if is_typed else None)

    def _save(self, form: RecordForm, identity: str, draft: Draft, posted: PostedForm) -> FormPage | BrokenPage | None:
        base_text = self.drafts.base(draft.base) or ""
        wanted = wanted_record(form, base_text, draft.values)
        seen = self.drafts.base(posted.get("seen"))
        uploads = named_uploads(self.drafts, form, identity, draft)
        change = RecordChange(form, identity, base_text, wanted, decisions_in(posted), seen, uploads)
        folder = PurePosixPath(form.file_of(identity)).parent
        before = self._contents((form.file_of(identity), *((folder / name).as_posix() for name in uploads)))
        try:
            result = save_record(self.options(), change)
        except OSError as error:
            reason = (
                f"The file could not be written: {error.strerror or error}. What you typed is kept on this computer."
            )
            return replace(self._page(form, identity, draft), problem=reason)
        if result.state is SaveState.SAVED:
            after = self._contents(tuple(before))
            title = wanted.get(form.title_field) or form.plural if not form.is_single else form.plural
            changes = [FileChange(name, before[name], after[name]) for name in before if before[name] != after[name]]
            action = ChangeAction(ActionKind.SAVE, f"{form.kind}:{identity}", {"title": str(title)})
            keep_made_change(self.root, f'Save "{title}"', tuple(changes), self.options().today, action)
        return self._after(form, identity, draft, result, change)

    def _contents(self, names: tuple[str, ...]) -> dict[str, bytes | None]:
        """Return the files of these names; None for one that does not exist."""
        paths = {name: self.root / name for name in names}
        return {name: path.read_bytes() if path.is_file() else None for name, path in paths.items()}

    def _after(
        self, form: RecordForm, identity: str, draft: Draft, result: SaveResult, change: RecordChange
    ) -> FormPage | BrokenPage | None:
        if result.state in (SaveState.SAVED, SaveState.UNCHANGED):
            self.drafts.discard(form.kind, identity)
            self.typed.mark_saved()
            page = self.show(form, identity, result.checked)
            if result.checked is not None:
                self._just_saved = (form.file_of(identity), time.monotonic(), result.checked)
            taken = len(result.merged.taken) if result.merged is not None else 0
            saved = MERGED if taken else SAVED
            notice = saved if result.state is SaveState.SAVED else UNCHANGED
            return replace(page, notice=notice) if isinstance(page, FormPage) else page
        page = self._page(form, identity, draft)
        if result.state is SaveState.CONFLICT and result.merged is not None:
            kept = change.decided or {} if change.seen == result.text else {}
            decided = tuple((decision_name(path), text) for path, text in kept.items())
            seen = self.drafts.keep_base(result.text)
            return replace(page, conflicts=result.merged.conflicts, seen=seen, decided=decided)
        if result.state is SaveState.HAS_ERRORS:
            return replace(page, findings=form_findings(form.fields, result.findings), problem=_NOT_SAVED)
        return replace(page, problem=_UNWRITABLE.format(file=form.file_of(identity)))

    def _page(
        self,
        form: RecordForm,
        identity: str,
        draft: Draft,
        known: tuple[Records | None, tuple[Diagnostic, ...]] | None = None,
    ) -> FormPage:
        records, diagnostics = known if known is not None else self.records()
        packs = tuple(Option(name, humanise(name)) for name in pack_names())
        choices = {**choices_of(records), "packs": packs} if records is not None else {}
        file = form.file_of(identity)
        others = sum(
            1
            for each in diagnostics
            if each.severity.rank == 0 and (each.location is None or each.location.file != file)
        )
        return FormPage(
            form,
            identity,
            draft.values,
            draft.base,
            choices,
            is_new=draft.is_new,
            draft_time=draft.time,
            others=others,
            shelves=_shelves(records),
            series_of_cases=_series_of_cases(records),
        )


_SECONDS_OF_A_MOMENT: Final = 10
DECIDED: Final = "fields"
"""The step that shows the fields which go with a choice, such as the series of a briefing."""

_NOT_SAVED: Final = "Correct what is marked below, then save again. What you typed is kept on this computer."
_UNWRITABLE: Final = (
    "The file {file} is written in a way that this program cannot change without a risk. What you typed is "
    "kept on this computer. Ask the person who maintains the library to change the file."
)


def known_form(kind: str, identity: str) -> RecordForm | None:
    """Return the form for an address; None if there is none, or if the id cannot be one."""
    form = FORMS.get(kind)
    parts = identity.split("/") if form is not None and form.is_page else [identity]
    if form is None or len(parts) > 8 or any(len(part) > 80 or _ID.fullmatch(part) is None for part in parts):
        return None
    return form if not form.is_single or identity == kind else None


def _shelves(records: Records | None) -> Mapping[str, str]:
    vocabulary = records.vocabulary if records is not None else None
    return {kind.id: kind.shelf.value for kind in vocabulary.record.notice_kinds} if vocabulary is not None else {}


def _series_of_cases(records: Records | None) -> frozenset[str]:
    vocabulary = records.vocabulary.record if records is not None and records.vocabulary is not None else None
    series = vocabulary.briefing_series if vocabulary is not None else ()
    return frozenset(each.id for each in series if each.takes_text_from_case)
