"""Import in the forms: choosing a file, its plan, writing drafts, and a question for each thing that is unsure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from generator.commands.import_session import (
    Asked,
    OpenImport,
    answer_question,
    open_import,
    write_drafts,
)
from generator.commands.import_store import ImportStore, StoredImport
from generator.commands.import_word import Addition, additions_of
from generator.commands.record_edit import open_record
from generator.editing import slugify
from generator.form_server.draft_store import Draft
from generator.form_server.editing_session import EditingSession
from generator.form_server.imports.import_views import (
    NO_ADDRESS,
    NOT_AN_ADDRESS,
    AdditionRow,
    ChoiceView,
    ImportList,
    ImportPage,
    ImportRow,
    PlannedRecord,
    QuestionPage,
    WrittenImport,
)
from generator.form_server.listed_findings import list_findings, title_of_record
from generator.form_server.multipart import PostedForm
from generator.forms import FORMS, to_form
from generator.forms.finding_words import as_sentence, label_of_path
from generator.importing import CASE_NAMES, LEAVE_OUT, Question, WordKind, counts, whole_address
from generator.importing.sources import LARGEST, SUFFIXES
from generator.importing.word.document import LARGEST_WORD_FILE
from generator.model import Vocabulary

KINDS: Final = {
    "": "Work it out from the file",
    WordKind.BRIEFING.value: "A Word file with a briefing on a topic",
    WordKind.LESSONS.value: "A Word file with a briefing about a review",
    WordKind.CASE.value: "A Word file with the report of a review",
}
_WORD: Final = frozenset({"docx", "docm", "dotx", "doc", "odt", "rtf", "pdf"})
_MOST_LETTERS: Final = 300
_MOST_LETTERS_OF_ADDRESS: Final = 500
_WAIT: Final = "{why} Press the button again when it has ended."


class ImportPages:
    """The imports of one site, between a request and a page."""

    def __init__(self, session: EditingSession) -> None:
        self._session = session
        self._store = ImportStore(session.root)

    def list(self, problem: str = "", posted: PostedForm | None = None) -> ImportList:
        """Return the page that begins an import."""
        rows = [ImportRow(each.id, each.name, each.open_count, each.is_written) for each in self._store.all()]
        base, kind = (posted.get("base"), posted.get("kind")) if posted is not None else ("", "")
        return ImportList(tuple(rows), problem, base, kind)

    def open_questions(self) -> tuple[ImportRow, ...]:
        """Return the imports whose drafts were written and that have questions left."""
        return tuple(row for row in self.list().rows if row.is_written and row.open_count)

    def add(self, posted: PostedForm) -> str | ImportList:
        """Keep an uploaded file, and return the id of the import; or the page that says why it cannot be read."""
        file = next((each for each in posted.files if each.field == "source"), None)
        if file is None or not file.data:
            return self.list("Choose a file that is not empty.", posted)
        name = _safe_name(file.name)
        suffix = PurePath(name).suffix.lstrip(".")
        largest = LARGEST_WORD_FILE if suffix in _WORD else LARGEST
        if suffix not in SUFFIXES | _WORD:
            return self.list("Choose a saved web page, a Word file (.docx), a CSV file or a text file.", posted)
        if len(file.data) > largest:
            return self.list(f"The file has more than {largest // 1_000_000} MB. Choose a smaller one.", posted)
        kind = posted.get("kind") if posted.get("kind") in KINDS and suffix in _WORD else ""
        if suffix == "pdf":
            kind = kind or WordKind.CASE.value  # A PDF gives the error that says what to do instead.
        stored = self._store.add(name, {name: file.data}, StoredImport("", name, posted.get("base").strip(), kind))
        return stored.id if stored is not None else self.list("The file is too large.", posted)

    def show(self, identity: str) -> ImportPage | None:
        """Return the plan of an import; None if there is none."""
        stored = self._store.load(identity)
        return self._page(self._open(stored)) if stored is not None else None

    def write(self, identity: str, posted: PostedForm) -> WrittenImport | ImportPage | None:
        """Write the drafts, and fill in the forms of records that lack something.

        Return what was written, or the page that says why nothing was; None if there is no such import.
        If links need the address of the web page, it is asked for first, unless the person says that it is not known.
        """
        stored = self._store.load(identity)
        if stored is None:
            return None
        base = posted.get("base").strip()[:_MOST_LETTERS_OF_ADDRESS]
        if base and whole_address(base):
            stored = replace(stored, base=base)
            self._store.keep(stored)
        opened = self._open(stored)
        if posted.get("do") == "write" and opened.plan is not None and opened.plan.links_without_address:
            return replace(self._page(opened), base=base, base_problem=NOT_AN_ADDRESS if base else NO_ADDRESS)
        if self._session.busy:
            return replace(self._page(opened), problem=_WAIT.format(why=self._session.busy))
        additions = tuple(each for each in self._additions(opened) if not each.is_kept)
        try:
            done = write_drafts(self._session.root, self._store, opened)
        except OSError as error:
            return replace(self._page(opened), problem=f"The drafts could not be written: {error.strerror or error}.")
        return WrittenImport(identity, done, self._fill_in(additions))

    def remove(self, identity: str) -> None:
        """Forget an import. Its drafts stay."""
        self._store.remove(identity)

    def question(self, identity: str, number: int | None = None) -> QuestionPage | None:
        """Return a question by its number, or the first open one; None if there is none."""
        stored = self._store.load(identity)
        if stored is None:
            return None
        opened = self._open(stored)
        if number is None:
            number = _first_open(opened.asked)
        if number is None or not 1 <= number <= len(opened.asked) or opened.found.vocabulary is None:
            return None
        return self._question(opened, number, opened.found.vocabulary)

    def answer(self, identity: str, number: int, posted: PostedForm) -> QuestionPage | int | None:
        """Keep an answer. Return the number of the next question, 0 after the last, or the page with what is wrong."""
        page = self.question(identity, number)
        if page is None or page.opened.found.vocabulary is None:
            return None
        question, chosen = page.asked.question, posted.get("answer")
        typed = " ".join((posted.get("choice") or posted.get("text")).split())[:_MOST_LETTERS]
        if question.unplaced is not None and chosen == "other":
            typed = f"{posted.get('choice')} {posted.get('kind')}".strip()
        if posted.get("do") == "later":
            answer_question(self._store, page.opened, question, None, page.opened.found.vocabulary)
            return self._next_after(page, identity, number)
        answers = {"yes": "", "no": LEAVE_OUT, "other": typed}
        if chosen not in answers or (chosen == "other" and not typed):
            problem = "Choose an answer." if chosen not in answers else "Choose or type the other answer."
            return replace(page, problem=problem, typed=typed, chosen=chosen)
        if self._session.busy and page.opened.stored.is_written:
            problem = _WAIT.format(why=self._session.busy)
            return replace(page, problem=problem, typed=typed, chosen=chosen)
        problem = answer_question(self._store, page.opened, question, answers[chosen], page.opened.found.vocabulary)
        if problem:
            return replace(page, problem=as_sentence(problem), typed=typed, chosen=chosen)
        return self._next_after(page, identity, number)

    def _next_after(self, page: QuestionPage, identity: str, number: int) -> QuestionPage | int:
        """Go on to the next question; or stay, if the drafts cannot be brought up to date. The answer is kept."""
        try:
            return self._next(identity, number)
        except OSError as error:
            again = self.question(identity, number) or page
            reason = error.strerror or error
            return replace(again, problem=f"Your answer is kept, and the drafts could not be changed: {reason}.")

    def _next(self, identity: str, number: int) -> int:
        """Bring the drafts up to date if they were written, and return the number of the next open question."""
        stored = self._store.load(identity)
        if stored is None:
            return 0
        opened = self._open(stored)
        if stored.is_written:
            write_drafts(self._session.root, self._store, opened)
        later = [at for at, each in enumerate(opened.asked, 1) if at > number and each.is_open]
        return later[0] if later else 0

    def _open(self, stored: StoredImport) -> OpenImport:
        """Read an import again, and keep the number of its open questions for the lists."""
        opened = open_import(self._session.options(), self._store, stored)
        if opened.open_count != stored.open_count:
            now = replace(stored, open_count=opened.open_count)
            self._store.keep(now)
            return replace(opened, stored=now)
        return opened

    def _page(self, opened: OpenImport) -> ImportPage:
        plan = opened.plan
        if plan is None:
            errors = opened.found.diagnostics or opened.found.result.diagnostics
            return ImportPage(opened, list_findings(self._session.root, errors))
        cases = [
            PlannedRecord(
                "case",
                case.id,
                case.found.name,
                ", ".join(
                    part
                    for part in (
                        _types(case.found.types, case.found.unknown_type, opened.found.vocabulary),
                        case.found.published.label if case.found.published else "",
                        _number(len(case.found.documents), "document"),
                        _number(len(case.briefings), "briefing"),
                    )
                    if part
                ),
                case.exists,
            )
            for case in plan.cases
        ]
        briefings = [
            PlannedRecord("briefing", each.id, each.title, _number(len(each.parts), "part"), each.exists)
            for each in plan.briefings
        ]
        findings = list_findings(self._session.root, opened.found.diagnostics)
        return ImportPage(opened, findings, (*cases, *briefings), self._addition_rows(opened), counts(plan))

    def _additions(self, opened: OpenImport) -> tuple[Addition, ...]:
        return additions_of(opened.plan, self._session.root) if opened.plan is not None else ()

    def _addition_rows(self, opened: OpenImport) -> tuple[AdditionRow, ...]:
        root = self._session.root
        return tuple(
            AdditionRow(
                title_of_record(root, FORMS[each.kind], each.id),
                f"{each.kind}/{each.id}",
                label_of_path(FORMS[each.kind].fields, (each.field,)) or each.field,
                each.is_kept,
            )
            for each in self._additions(opened)
        )

    def _fill_in(self, additions: Sequence[Addition]) -> tuple[tuple[str, str], ...]:
        """Fill in forms that nobody is typing in. Nothing is saved: a person reads it and presses Save."""
        filled = []
        for kind, identity in dict.fromkeys((each.kind, each.id) for each in additions):
            form = FORMS[kind]
            opened = open_record(self._session.root, form, identity).value
            if opened is None or self._session.drafts.load(kind, identity) is not None:
                continue
            new = {each.field: each.value for each in additions if (each.kind, each.id) == (kind, identity)}
            values = {**opened.values, **new}
            base = self._session.drafts.keep_base(opened.text)
            self._session.drafts.keep(kind, identity, Draft(base, to_form(form.fields, values)))
            filled.append((str(values.get(form.title_field) or identity), f"{kind}/{identity}"))
        return tuple(filled)

    def _question(self, opened: OpenImport, number: int, vocabulary: Vocabulary) -> QuestionPage:
        asked = opened.asked[number - 1]
        question = asked.question
        labels = _labels(question, opened, vocabulary)
        choices = tuple(ChoiceView(each, labels.get(each, each)) for each in question.choices)
        kinds = tuple(ChoiceView(each.id, each.label) for each in vocabulary.document_kinds)
        proposal = ", ".join(labels.get(part.strip(), part.strip()) for part in question.proposal.split(", "))
        chosen = {None: "", "": "yes", LEAVE_OUT: "no"}.get(asked.answer, "other")
        typed = asked.answer if asked.answer and chosen == "other" else ""
        return QuestionPage(
            opened, number, asked, proposal, choices, kinds if question.unplaced is not None else (), "", typed, chosen
        )


def _labels(question: Question, opened: OpenImport, vocabulary: Vocabulary) -> dict[str, str]:
    match question.about:
        case "type":
            return {each.id: each.label for each in vocabulary.type.values()}
        case "kind":
            return {each.id: each.label for each in vocabulary.document_kinds}
        case "series":
            return {each.id: each.label for each in vocabulary.briefing_series}
        case "part":
            own = {str(text): part.heading for each in vocabulary.briefing_series for text, part in each.case_parts}
            return {**CASE_NAMES, **own}
        case "case" if opened.plan is not None:
            return {each.id: each.names[0] for each in opened.plan.known if each.names}
        case "place" if opened.plan is not None:
            return {each.id: each.found.name for each in opened.plan.cases}
    return {}


def _types(types: Sequence[str], unknown: str, vocabulary: Vocabulary | None) -> str:
    labels = vocabulary.type if vocabulary is not None else {}
    return ", ".join(labels[each].label if each in labels else each for each in types) or unknown


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}" if count else ""


def _first_open(asked: Sequence[Asked]) -> int | None:
    """Return the first question that nobody has looked at, or else the first that was left open."""
    new = [at for at, each in enumerate(asked, 1) if each.is_open and not each.is_left_open]
    left = [at for at, each in enumerate(asked, 1) if each.is_open]
    return next(iter((*new, *left)), None)


def _safe_name(name: str) -> str:
    path = PurePath(name.replace("\\", "/").rpartition("/")[2])
    return f"{slugify(path.stem)[:80] or 'file'}{path.suffix.lower()}"
