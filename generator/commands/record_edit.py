"""Opens a record to be edited, and saves it if that is safe: what is not meant is never written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from generator.commands.build import validate_records
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.private_terms_gate import with_private_terms_check
from generator.commands.record_values import BODY, first_line_of_body, text_with_values, values_of
from generator.diagnostics import Diagnostic, Location, Severity, WithDiagnostics
from generator.forms import Merge, RecordForm, merge
from generator.model import Records
from generator.model.raw_record import Path as ValuePath
from generator.model.raw_record import Source, is_private
from generator.read import UnsavedRecord
from generator.read.safe_links import link_refused, linked_part, stays_inside
from generator.read.text_file import read_text
from generator.read.yaml_loader import load
from generator.system import create_source, replace_sources
from generator.system.line_endings import encode_like

if TYPE_CHECKING:
    from generator.private_terms import PrivateTermScanner

_PAGES: Final = "content/pages"


@dataclass(frozen=True, slots=True)
class OpenRecord:
    """A record in its file."""

    text: str
    values: Mapping[str, Any]


def open_record(root: Path, form: RecordForm, identity: str) -> WithDiagnostics[OpenRecord | None]:
    """Return a record; None with the reasons if its file cannot be read without doubt, or is behind a link."""
    name = form.file_of(identity)
    refused = _refused_link(root, form, name)
    if refused is not None:
        return WithDiagnostics(None, (refused,))
    text = read_text(root / name, name)
    if text.value is None:
        return WithDiagnostics(None, text.diagnostics)
    values = values_of(text.value, form.is_page)
    if values is None:
        return WithDiagnostics(None, load(Source(name, text.value)).diagnostics)
    return WithDiagnostics(OpenRecord(text.value, values))


def _refused_link(root: Path, form: RecordForm, name: str) -> Diagnostic | None:
    """Return S016 if a record is behind a link, or a page behind one that leads out of the folder of the pages."""
    linked = linked_part(root, name)
    if linked is None or (form.is_page and stays_inside(root / name, ((root / _PAGES).resolve(),))):
        return None
    return link_refused(linked, "leads to another place")


@dataclass(frozen=True, slots=True)
class CheckedText:
    """The findings on a record with a text that may not be in its file."""

    text: str
    findings: tuple[Diagnostic, ...]
    """The findings on this record."""

    result: CommandResult
    """All records with this one, and all findings. Its records are None if there is no site, or no usable guard."""


class SaveState(Enum):
    """What became of a save."""

    SAVED = auto()
    UNCHANGED = auto()
    """There was nothing to save."""

    HAS_ERRORS = auto()
    """The record would have errors that it does not have in its file."""

    CONFLICT = auto()
    """Someone else has changed the same fields."""

    UNWRITABLE = auto()
    """The text of the file does not allow the change, or the file cannot be read."""


@dataclass(frozen=True, slots=True)
class SaveResult:
    """The result of a save. Nothing was written unless the state says so."""

    state: SaveState
    findings: tuple[Diagnostic, ...] = ()
    """The findings on this record, as it is or would be saved."""

    merged: Merge | None = None
    """None if the file had not changed since the form was opened."""

    text: str = ""
    """The text in the file now."""

    checked: CheckedText | None = None
    """The check of what was saved; None if nothing was saved."""


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What someone wants to save."""

    form: RecordForm
    id: str
    base: str
    """The text that the form was made from: for a new record, its first text."""

    wanted: Mapping[str, Any]
    decided: Mapping[ValuePath, str] | None = None
    """Which value to take where both have changed a field: `mine` or `theirs`."""

    seen: str | None = None
    """The text that `decided` is about. If the file has changed since, the fields are asked about again."""

    uploads: Mapping[str, bytes] | None = None
    """New files of the record, by name."""


def save_record(options: BuildOptions, change: RecordChange) -> SaveResult:
    """Save a record, merged with what others have saved in the meantime. Raises OSError if the disk refuses it.

    An error that the record already has in its file does not prevent saving, so that a fault can be fixed step by step.
    """
    refused = _refused_link(options.root, change.form, change.form.file_of(change.id))
    if refused is not None:
        return SaveResult(SaveState.UNWRITABLE, (refused,))
    path = options.root / change.form.file_of(change.id)
    data = path.read_bytes() if path.exists() else None
    opened = open_record(options.root, change.form, change.id) if data is not None else None
    if opened is not None and opened.value is None:
        return SaveResult(SaveState.UNWRITABLE, opened.diagnostics)
    now = opened.value.text if opened is not None and opened.value is not None else change.base
    merged = _merged(change, now)
    if merged is not None and merged.conflicts:
        return SaveResult(SaveState.CONFLICT, merged=merged, text=now)
    wanted = merged.values if merged is not None else change.wanted
    text = text_with_values(now, wanted, change.form.order, change.form.is_page)
    if text is None:
        return SaveResult(SaveState.UNWRITABLE, text=now)
    created = _create_uploads(path.parent, change.uploads or {})
    checked = check_text(options, change.form, change.id, text)
    findings = checked.findings
    has_errors = data is not None and _errors(findings)
    before = check_text(options, change.form, change.id, now).findings if has_errors else ()
    if _errors(findings) - _errors(before):
        _remove(created)
        return SaveResult(SaveState.HAS_ERRORS, findings, merged, now)
    if data is not None and path.read_bytes() != data:
        _remove(created)
        return save_record(options, change)
    if data is None:
        create_source(path, text.encode())
    elif text != now:
        replace_sources({path: encode_like(text, data)})
    is_same = data is not None and text == now and not created
    return SaveResult(SaveState.UNCHANGED if is_same else SaveState.SAVED, findings, merged, text, checked)


def check_text(options: BuildOptions, form: RecordForm, identity: str, text: str) -> CheckedText:
    """Return the findings on a record and on all others, as if its file had this text.

    Private terms are looked for too.
    """
    file = form.file_of(identity)
    checked = replace(options, unsaved=UnsavedRecord(form.kind, identity, file, text))

    def check(scanner: PrivateTermScanner | None) -> CommandResult:
        result = validate_records(checked)
        private = (
            find_private_terms(scanner, form, file, values_of(text, form.is_page) or {}) if scanner is not None else ()
        )
        return replace(result, diagnostics=(*result.diagnostics, *private))

    result = with_private_terms_check(checked, check)
    found = findings_of(result.diagnostics, file)
    if form.is_page:
        found = tuple(_in_body(each, first_line_of_body(text)) for each in found)
    return CheckedText(text, found, result)


def _in_body(finding: Diagnostic, first: int) -> Diagnostic:
    """Return a finding on a page; one in its Markdown belongs to the field with it."""
    location = finding.location
    if location is None or location.path or location.line is None or location.line < first:
        return finding
    return replace(finding, location=replace(location, path=(BODY,)))


def find_private_terms(
    scanner: PrivateTermScanner, form: RecordForm, file: str, values: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    """Yield G101 at each value that readers would see and that has a private term."""
    unpublished = {name for group in form.groups if group.is_private for name in group.names}
    texts = {
        f"value-{number}": (path, text)
        for number, (path, text) in enumerate(_texts_in(values, ()))
        if path[0] not in unpublished and not is_private(path)
    }
    files = ((name, text.encode) for name, (_, text) in texts.items())
    for finding in scanner.scan(files, ()).diagnostics:
        if finding.location is not None and finding.location.file in texts:
            yield replace(finding, location=Location(file, path=texts[finding.location.file][0]))


def _texts_in(value: Any, path: ValuePath) -> Iterator[tuple[ValuePath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from _texts_in(each, (*path, name))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _texts_in(each, (*path, number))


def findings_of(diagnostics: tuple[Diagnostic, ...], file: str) -> tuple[Diagnostic, ...]:
    """Return the findings in a file."""
    return tuple(each for each in diagnostics if each.location is not None and each.location.file == file)


def read_records(options: BuildOptions) -> tuple[Records | None, tuple[Diagnostic, ...]]:
    """Return all records as they are in their files, with all findings; None if there is no site."""
    result = validate_records(options)
    return result.records, result.diagnostics


def _merged(change: RecordChange, now: str) -> Merge | None:
    """Return the change merged with those of others; None if the file has the text that the form was made from."""
    if now == change.base:
        return None
    is_page = change.form.is_page
    before, theirs = (values_of(each, is_page) or {} for each in (change.base, now))
    return merge(before, change.wanted, theirs, change.decided if change.seen == now else None)


def _errors(findings: tuple[Diagnostic, ...]) -> set[tuple[str, ValuePath]]:
    return {
        (each.code, each.location.path if each.location is not None else ())
        for each in findings
        if each.severity is Severity.ERROR
    }


def _create_uploads(folder: Path, uploads: Mapping[str, bytes]) -> list[Path]:
    created = []
    for name, data in uploads.items():
        if not (folder / name).exists():
            create_source(folder / name, data)
            created.append(folder / name)
    return created


def _remove(created: list[Path]) -> None:
    for path in created:
        path.unlink(missing_ok=True)
