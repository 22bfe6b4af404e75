"""Begins a new record in the forms: its address, and a question if a record of this name exists already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.editing import free_id, redirected_ids, slugify
from generator.form_server.draft_store import Draft
from generator.form_server.editing_session import EditingSession
from generator.form_server.listed_findings import read_title
from generator.form_server.new_texts import first_text
from generator.forms import RecordForm, to_form
from generator.read import find_project

_SECOND_LINE: Final = "subtitle"
_LONGEST_ID: Final = 80


@dataclass(frozen=True, slots=True)
class TakenName:
    """A record of the same name, so that a second line is asked for."""

    form: RecordForm
    id: str
    title: str
    has_second_line: bool
    """True if records of this kind have a second line of the title. Otherwise another title is needed."""

    is_asked_again: bool
    """True if a record has the name with the given second line too."""


def begin_record(session: EditingSession, form: RecordForm, title: str, second_line: str = "") -> str | TakenName:
    """Begin a new record, as a draft of the form, and return its id; empty if the title has no letter.

    Nothing is begun if there is a record of this name already: it is returned instead. A second line tells the two
    apart, also in the address.
    """
    taken = find_taken_name(session, form, title, second_line)
    if taken is not None or not slugify(title):
        return taken or ""
    wanted = _wanted_id(session, form, title, second_line)
    records, _ = session.records()
    project = find_project(session.root).value
    old = redirected_ids(records, form.kind, project.site_url) if records and project else frozenset()
    identity = free_id(wanted, lambda each: each in old or _is_taken(session, form, each))
    vocabulary = records.vocabulary.record if records is not None and records.vocabulary is not None else None
    digest = session.drafts.keep_base(first_text(form.kind, identity, title, vocabulary))
    values = to_form(form.fields, None)
    assert isinstance(values, dict)
    values |= {form.title_field: title, "status": "draft"}
    if second_line and form.fields.field(_SECOND_LINE) is not None:
        values[_SECOND_LINE] = second_line
    session.drafts.keep(form.kind, identity, Draft(digest, values, is_new=True))
    return identity


def find_taken_name(session: EditingSession, form: RecordForm, title: str, second_line: str = "") -> TakenName | None:
    """Return the record that has this name already; None if there is none."""
    has_second_line = form.fields.field(_SECOND_LINE) is not None
    wanted = _wanted_id(session, form, title, second_line)
    existing = _existing(session, form, wanted) if wanted else ""
    if not existing:
        return None
    return TakenName(form, wanted, existing, has_second_line, has_second_line and bool(second_line))


def _wanted_id(session: EditingSession, form: RecordForm, title: str, second_line: str) -> str:
    """Return the id that a name asks for. The second line is in it only if the name exists without it."""
    wanted = slugify(title)
    if not second_line or form.fields.field(_SECOND_LINE) is None or not _existing(session, form, wanted):
        return wanted
    return slugify(f"{title} {second_line}")[:_LONGEST_ID].strip("-")


def _existing(session: EditingSession, form: RecordForm, identity: str) -> str:
    """Return the title of the record with an id, also of one that is not saved; empty if there is none."""
    if (session.root / form.file_of(identity)).exists():
        return read_title(session.root, form, identity) or identity
    draft = session.drafts.load(form.kind, identity)
    if draft is None:
        return ""
    title = draft.values.get(form.title_field) if isinstance(draft.values, dict) else None
    return title if isinstance(title, str) and title else identity


def _is_taken(session: EditingSession, form: RecordForm, identity: str) -> bool:
    path = session.root / form.file_of(identity)
    is_there = path.exists() or ("/" in form.file.partition("{id}")[2] and path.parent.exists())
    return is_there or session.drafts.load(form.kind, identity) is not None
