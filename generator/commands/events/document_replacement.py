"""Plans the replacement of a published document: the new file, and what changed, for readers."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePosixPath

from generator.commands.changes.change_action import ActionKind, ChangeAction
from generator.commands.changes.changed_site import LoadedSite, SiteEdits
from generator.commands.changes.planned_change import PlannedChange
from generator.commands.changes.planning import AnyLocated, by_hand, open_record, plan_change, refused
from generator.commands.changes.record_text import RecordText
from generator.commands.options import BuildOptions
from generator.diagnostics import Diagnostic, Location, rule
from generator.diagnostics.suggest import one_of
from generator.editing import can_be_written, slugify
from generator.editing.record_text import write_inline
from generator.model import Document, title_of
from generator.model.london_time import plain_day
from generator.system.git import is_committed


def plan_document_replacement(
    options: BuildOptions,
    name: str,
    file: Path,
    text: str,
    document: str | None = None,
    keep_earlier: bool = False,
) -> PlannedChange:
    """Plan to replace a document by another file. The address stays, and the page says what changed: `text`.

    `document` is the kind of the document, with its id if it has one: `report`, `report-part-2`. It is needed if the
    record has several. With `keep_earlier`, readers can still get the earlier version, at another address. Yields
    W940 if the document is not known, or if the file or the text cannot be used.
    """
    title = f"Replace a document of {name}"
    opened = open_record(options, title, name)
    if isinstance(opened, PlannedChange):
        return opened
    loaded, records, located = opened
    found = _find(located, document)
    refusal = found if isinstance(found, Diagnostic) else _wrong_input(located, file, text)
    if refusal is not None:
        return refused(title, records, refusal)
    assert isinstance(found, int)
    on = plain_day(options.today)
    replaced = located.record.documents[found]
    title = f'Replace the {replaced.name} of "{title_of(located.record)}"'
    needless = _needless(loaded, located, found, file, on, keep_earlier)
    if needless is not None:
        return refused(title, records, needless)
    edits = _edits(loaded, located, found, replaced, file, text.strip(), on, keep_earlier)
    if isinstance(edits, Diagnostic):
        return refused(title, records, edits)
    details = {"title": title_of(located.record), "document": replaced.name}
    action = ChangeAction(ActionKind.REPLACE_DOCUMENT, located.record.ref, details)
    to_do = () if keep_earlier else _still_there(loaded, located, replaced)
    return plan_change(loaded, title, edits, action, to_do=to_do)


def _still_there(loaded: LoadedSite, located: AnyLocated, replaced: Document) -> tuple[str, ...]:
    file = loaded.project.root / located.raw.folder / str(replaced.file)
    kept = " The earlier version stays in the history of the library." if is_committed(file) else ""
    return (f'The file "{replaced.file}" is not offered any more.{kept}',)


def _find(located: AnyLocated, name: str | None) -> int | Diagnostic:
    """Return the index of the document to replace."""
    documents = [(n, each) for n, each in enumerate(located.record.documents) if each.file is not None]
    named = [n for n, each in documents if name in (None, each.name)]
    if len(named) == 1:
        return named[0]
    place = located.raw.location_of("documents")
    known = [each.name for _, each in documents]
    if not documents:
        hint = "add the file to its record, below documents: library docs records shows how"
        return rule("W940").diagnostic(f'"{located.record.name}" has no document with a file', place, hint)
    if name is None or named:
        message = f'"{located.record.name}" has several documents'
        return rule("W940").diagnostic(message, place, f"add --document, {one_of(known)}")
    return rule("W940").diagnostic(f'"{located.record.name}" has no document "{name}"', place, one_of(known))


def _wrong_input(located: AnyLocated, file: Path, text: str) -> Diagnostic | None:
    place = located.raw.location_of("documents")
    if not text.strip() or not can_be_written(text):
        hint = "write in a sentence what changed and why: the page shows it"
        return rule("W940").diagnostic("it is not said what changed", place, hint)
    if not file.is_file():
        return rule("W940").diagnostic(f"there is no file {file}", Location(file.name), "check the path of the file")
    return None


def _needless(
    loaded: LoadedSite, located: AnyLocated, index: int, file: Path, on: date, keep_earlier: bool
) -> Diagnostic | None:
    """Return W940 for the file that readers have already, and for a second earlier version of one day."""
    document, place = located.record.documents[index], located.raw.location_of("documents", index)
    old = loaded.project.root / located.raw.folder / str(document.file)
    if old.is_file() and old.resolve() != file.resolve() and old.read_bytes() == file.read_bytes():
        message = f"{file.name} is the same file as {document.file}, which readers have already"
        return rule("W940").diagnostic(message, place, "give the corrected file; nothing was changed")
    if keep_earlier and any(each.earlier is not None and each.date.iso == on.isoformat() for each in document.updates):
        message = f"an earlier version of the {document.name} was kept today already, and a day can have only one"
        hint = (
            "leave --keep-earlier out: readers can still get the first version, and what you replace is a few hours old"
        )
        return rule("W940").diagnostic(message, place, hint)
    return None


def _edits(
    loaded: LoadedSite,
    located: AnyLocated,
    index: int,
    replaced: Document,
    file: Path,
    text: str,
    on: date,
    keep_earlier: bool,
) -> SiteEdits | Diagnostic:
    root, folder, old = loaded.project.root, located.raw.folder, str(replaced.file)
    edits = SiteEdits()
    new = _new_name(root / folder, file, old)
    earlier = old
    if new == old and keep_earlier:
        path = PurePosixPath(old)
        earlier = f"{path.stem}-until-{on.isoformat()}{path.suffix}"
        edits.moved[f"{folder}/{old}"] = f"{folder}/{earlier}"
    if file.resolve() != (root / folder / new).resolve():
        edits.added[f"{folder}/{new}"] = file
    is_still_used = any(
        name == old
        for n, each in enumerate(located.record.documents)
        for path, name in each.files
        if n != index or path != ("file",)
    )
    if new != old and not keep_earlier and not is_still_used:
        edits.removed.add(f"{folder}/{old}")
    record = RecordText(located.raw)
    update = {"date": on.isoformat(), "text": text}
    if keep_earlier:
        update["earlier"] = earlier
    if new != old:
        record.set_value(("documents", index, "file"), new)
    record.add_item(("documents", index, "updates"), update)
    if record.text is None:
        return by_hand(located.raw.file, (f"file: {new}", f"updates: {write_inline([update])}"))
    edits.texts[located.raw.file] = record.text
    return edits


def _new_name(folder: Path, file: Path, old: str) -> str:
    """Return the name of the new file in the record's folder: its own, in a form that every system accepts."""
    if file.resolve().parent == folder.resolve() and file.name != old:
        return file.name
    suffix = file.suffix.lower()
    stem = slugify(file.stem) or "document"
    name, number = f"{stem}{suffix}", 2
    if file.name == old:
        return old
    while (folder / name).exists() and name != old:
        name, number = f"{stem}-{number}{suffix}", number + 1
    return name
