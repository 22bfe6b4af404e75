"""The list of all records, with their state and what is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.diagnostics import Diagnostic, Severity
from generator.editing import overview
from generator.forms import FORMS, RecordForm
from generator.model import MarkdownPage, Records, title_of

if TYPE_CHECKING:
    from generator.form_server.editing_session import EditingSession

STATES: Final = {
    "": "All",
    "open": "Not saved yet",
    "draft": "Drafts",
    "scheduled": "Scheduled",
    "attention": "Needs attention",
    "missing": "Something is missing",
}
"""What the list can be narrowed to."""

_TAGS: Final = {
    "draft": "Draft",
    "scheduled": "Scheduled",
    "archived": "Archived",
    "withdrawn": "Withdrawn",
    "sent": "Sent",
}
_MISSING: Final = {
    "case-without-type": "kind of review",
    "case-without-date": "date",
    "case-without-summary": "summary",
    "case-without-story": "story",
    "case-without-learning": "learning",
    "case-without-sources": "sources",
    "briefing-without-text": "text",
    "briefing-without-document": "document",
    "briefing-without-case": "case",
    "document-without-address": "address of the document",
    "document-not-found": "where the document is",
    "archived-without-date": "date of archiving",
}
"""The to-do lists that say what a record lacks, in a word or two."""


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One record in the list."""

    kind: str
    id: str
    title: str
    tag: str = ""
    """Its state, unless it is public."""

    state: str = ""
    errors: int = 0
    warnings: int = 0
    missing: tuple[str, ...] = ()
    open_since: str = ""
    """When the form was left without saving; empty if it was saved."""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """The records of one kind, or those of which a site has one."""

    id: str
    title: str
    rows: tuple[RecordRow, ...]


def list_records(
    session: EditingSession, records: Records | None, diagnostics: Iterable[Diagnostic], find: str, state: str
) -> list[RowGroup]:
    """Return the records whose title or id has the words, in one state. Kinds without any are left out."""
    counts: defaultdict[str, dict[Severity, int]] = defaultdict(lambda: defaultdict(int))
    for each in diagnostics:
        if each.location is not None:
            counts[each.location.file][each.severity] += 1
    missing = _missing(session, records)
    titles = _titles(records)
    unsaved = {(kind, identity): draft for kind, identity, draft in session.drafts.drafts()}
    groups: list[RowGroup] = []
    for form in FORMS.values():
        rows = []
        for identity in sorted({*_ids(session, form), *(each for kind, each in unsaved if kind == form.kind)}):
            file = form.file_of(identity)
            title, status = titles.get(file, (form.plural if form.is_single else identity, ""))
            draft = unsaved.get((form.kind, identity))
            if draft is not None and file not in titles and isinstance(draft.values, dict) and not form.is_single:
                title, status = str(draft.values.get(form.title_field) or identity), "draft"
            row = RecordRow(
                form.kind,
                identity,
                title,
                _TAGS.get(status, ""),
                status,
                counts[file][Severity.ERROR],
                counts[file][Severity.WARNING],
                tuple(missing.get(file, ())),
                draft.time if draft is not None else "",
            )
            if _is_found(row, find) and _is_in(row, state):
                rows.append(row)
        name = ("site", "The site itself") if form.is_single else (form.kind, form.plural)
        if rows and groups and groups[-1].id == name[0]:
            groups[-1] = replace(groups[-1], rows=(*groups[-1].rows, *rows))
        elif rows:
            groups.append(RowGroup(*name, tuple(sorted(rows, key=lambda row: row.title.casefold()))))
    return groups


def _ids(session: EditingSession, form: RecordForm) -> Iterable[str]:
    if form.is_single:
        return [form.kind] if (session.root / form.file).exists() else []
    before, _, after = form.file.partition("{id}")
    if form.is_page:
        pages = (path.relative_to(session.root / before) for path in (session.root / before).rglob(f"*{after}"))
        return [page.with_suffix("").as_posix() for page in pages if _is_page(page)]
    paths = session.root.glob(f"{before}*{after}")
    return [path.parent.name if "/" in after else path.stem for path in paths]


def _titles(records: Records | None) -> dict[str, tuple[str, str]]:
    """Return title and status by file."""
    if records is None:
        return {}
    pages = {page.source.file: (_title_of_page(page), "") for page in records.pages}
    located = (*records.cases_briefings_notices, *records.bulletins)
    return pages | {each.raw.file: (title_of(each.record), each.record.status.value) for each in located}


def _is_page(path: Path) -> bool:
    """Return False for frames, which have no page of their own, and for hidden files."""
    return not any(part.startswith((".", "_")) for part in path.parts)


def _title_of_page(page: MarkdownPage) -> str:
    title = page.fields.values.get("title") if page.fields is not None else None
    return str(title) if title else page.address or "Home"


def _missing(session: EditingSession, records: Records | None) -> dict[str, list[str]]:
    missing: defaultdict[str, list[str]] = defaultdict(list)
    if records is not None:
        for todo in overview(records, session.options().today).todos:
            for task in todo.tasks:
                if todo.key in _MISSING and _MISSING[todo.key] not in missing[task.file]:
                    missing[task.file].append(_MISSING[todo.key])
    return missing


def _is_found(row: RecordRow, find: str) -> bool:
    text = f"{row.title} {row.id}".casefold()
    return all(word in text for word in find.casefold().split())


def _is_in(row: RecordRow, state: str) -> bool:
    return {
        "open": bool(row.open_since),
        "draft": row.state == "draft",
        "scheduled": row.state == "scheduled",
        "attention": bool(row.errors or row.warnings),
        "missing": bool(row.missing),
    }.get(state, True)
