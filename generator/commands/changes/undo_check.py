"""Checks the site as it would be after an undo: taking back a change must not lose a published address."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Final

from generator.commands.changes.changed_site import SiteEdits, address_faults, load_site, new_diagnostics
from generator.commands.changes.journal import MadeChange, kept_file
from generator.commands.options import BuildOptions, CommandResult
from generator.diagnostics import Diagnostic, Severity, rule

_TEXTS: Final = frozenset({".yml", ".yaml", ".md"})


def refuse_undo(options: BuildOptions, made: MadeChange, again: bool = False) -> Diagnostic | None:
    """Return W941 if the site would have a new error after a change is taken back or, with `again`, made again."""
    loaded = load_site(options)
    if isinstance(loaded, CommandResult):
        return None
    before, after = loaded.state(), loaded.state(_edits(options.root, made, again))
    found = (
        *new_diagnostics(before, after),
        *address_faults(before, after, loaded.project.site_url, options.today),
    )
    errors = [each for each in found if each.severity is Severity.ERROR]
    if not errors:
        return None
    first = errors[0]
    more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
    what = "making it again" if again else "taking it back"
    message = f'"{made.title}": {what} would cause an error: {first.message}{more}'
    hint = first.hint
    if first.code == "A502":
        hint = (
            "readers may have the address, so it must lead somewhere: for another name use library rename, "
            "and to take a page down library archive or library withdraw"
        )
    return rule("W941").diagnostic(message, first.location, hint)


def _edits(root: Path, made: MadeChange, again: bool) -> SiteEdits:
    edits = SiteEdits()
    contents = {each.file: (each.before, each.after) if again else (each.after, each.before) for each in made.files}
    gone = {PurePosixPath(file).name: file for file, (_, new) in contents.items() if new is None}
    for file, (old, new) in contents.items():
        if new is None:
            continue
        # A file that moves keeps its name; the file of a notice has the id as its name.
        source = (gone.get(PurePosixPath(file).name) or _notice(gone, file)) if old is None else file
        if source is not None and source != file:
            edits.moved[source] = file
        if PurePosixPath(file).suffix in _TEXTS:
            edits.texts[source or file] = new.decode("utf-8-sig").replace("\r\n", "\n")
        elif source is None or source == file:
            edits.added[file] = kept_file(root, made, file, again)
    edits.removed = {file for file, (_, new) in contents.items() if new is None and file not in edits.moved}
    return edits


def _notice(gone: dict[str, str], file: str) -> str | None:
    """Return the notice that moves to a file."""
    folder = PurePosixPath(file).parent
    is_notice = PurePosixPath("content/notices") in (folder, *folder.parents)
    return next((each for each in gone.values() if is_notice and PurePosixPath(each).parent == folder), None)
