"""Writes a planned change as a whole, and takes the last one back.

Each change has a folder in the site's cache with the files before and after it. Only the owner can read the folder,
and git ignores it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from generator.commands.changes.change_action import ChangeAction
from generator.commands.changes.planned_change import FileChange, PlannedChange
from generator.commands.interrupted_change import (
    ENTRY,
    JOURNAL,
    Mark,
    find_interruption,
    folder_of_change,
    mark_while_written,
)
from generator.diagnostics import Diagnostic, Location, rule
from generator.system import lock_file, make_folders, replace_sources, write_atomically

_UNDONE: Final = "undone-"
_KEPT: Final = 50
"""The number of changes that are kept. Older ones are in git, if the site is in a repository."""


@dataclass(frozen=True, slots=True)
class MadeChange:
    """A change that was made."""

    number: int
    title: str
    day: str
    """The day on which it was made, as in `2026-12-14`."""

    files: tuple[FileChange, ...]
    is_undone: bool = False
    action: ChangeAction | None = None
    """What was done, as data. None for an entry that an older program has written: it has only its title."""


@dataclass(frozen=True, slots=True)
class Undo:
    """The last change, ready to be taken back or made again."""

    change: MadeChange | None = None
    refusal: Diagnostic | None = None
    """W941: there is no such change, or its files have changed since."""


def make_change(root: Path, change: PlannedChange, today: date) -> Diagnostic | None:
    """Write all files of a change, or none, and keep them in the journal; return W940 if a file has changed meanwhile.

    A change is made even if the cache cannot be used, as a withdrawal must not wait; then it cannot be taken back.
    Raises OSError if a file cannot be written; the files are then as before.
    """
    with ExitStack() as locks:
        has_journal = _lock_journal(root, locks)
        changed = _first_different(root, ((each.file, each.before) for each in change.files))
        if changed is not None:
            message = f"{changed} changed while the command ran"
            return rule("W940").diagnostic(message, Location(changed), "run the command again")
        number = max(_numbers(root), default=0) + 1
        made = MadeChange(number, change.title, today.isoformat(), change.files, action=change.action)
        if not has_journal:
            _write(root, change.files)
            return None
        _keep(root, made)
        with mark_while_written(root, Mark(number, is_made=True)):
            _write(root, change.files)
        _prune(root)
    return None


def finish_interrupted(root: Path) -> str | None:
    """Write the rest of an interrupted change; return its title, or None if there is none.

    Raises OSError if a file cannot be written.
    """
    found = find_interruption(root)
    if found is None:
        return None
    with lock_file(root / JOURNAL / "lock"):
        _write_all(root, _entry(root / folder_of_change(found.mark.number)), found.mark)
    return found.title


def _write_all(root: Path, made: MadeChange, mark: Mark) -> None:
    """Give each file its content after a change, or before it, and note in the journal which of them it is."""
    files = made.files
    if not mark.is_made:
        files = tuple(FileChange(each.file, each.after, each.before) for each in files)
    with mark_while_written(root, mark):
        _write(root, files)
    _keep_entry(root, made, is_undone=not mark.is_made)


def _lock_journal(root: Path, locks: ExitStack) -> bool:
    """Lock the journal until `locks` closes; return False if there is no folder for it and none can be made."""
    try:
        make_folders(root / JOURNAL)
        locks.enter_context(lock_file(root / JOURNAL / "lock"))
    except OSError:
        return False
    return True


def find_undo(root: Path, again: bool = False) -> Undo:
    """Return the last change that was made or, with `again`, the last one that was taken back."""
    entries = _entries(root)
    if not again:
        entries = [entry for entry in entries if not _is_restored(root, entry, entries)]
    if again:
        # Only what was taken back after the last change can be made again.
        undone = [entry for entry in entries if entry.is_undone]
        last = min(undone, key=lambda entry: entry.number, default=None)
    else:
        last = max((entry for entry in entries if not entry.is_undone), key=lambda entry: entry.number, default=None)
    if last is None:
        message = "no change was taken back" if again else "there is no change to take back"
        return Undo(refusal=rule("W941").diagnostic(message, None, "nothing has to be done"))
    changed = _first_different(root, ((each.file, each.before if again else each.after) for each in last.files))
    if changed is not None and _is_half_written(root, last):
        changed = None
    if changed is not None:
        message = f'{changed} has changed since "{last.title}"'
        hint = f"change it by hand; the files before and after are in {folder_of_change(last.number).as_posix()}"
        return Undo(last, rule("W941").diagnostic(message, Location(changed), hint))
    return Undo(last)


def is_last_change(root: Path, files: tuple[FileChange, ...]) -> bool:
    """Return True if the last change in the journal has these files, and was not taken back.

    False too if the journal could not be written: the change cannot be taken back then.
    """
    last = max((each for each in _entries(root) if not each.is_undone), key=lambda each: each.number, default=None)
    return last is not None and last.files == files


def is_taken_back(root: Path, number: int) -> bool:
    """Return True if a change was made and taken back since. False too for one that the journal does not have."""
    folder = root / folder_of_change(number)
    for each in (folder, folder.with_name(f"{_UNDONE}{folder.name}")):
        with suppress(OSError, ValueError, KeyError, TypeError):
            return _entry(each).is_undone
    return False


def keep_made_change(
    root: Path, title: str, files: tuple[FileChange, ...], today: date, action: ChangeAction | None = None
) -> None:
    """Keep a change that is written already, so that it can be taken back. Does nothing if the cache cannot be used."""
    with suppress(OSError), ExitStack() as locks:
        if _lock_journal(root, locks):
            number = max(_numbers(root), default=0) + 1
            _keep(root, MadeChange(number, title, today.isoformat(), files, action=action))
            _prune(root)


def kept_file(root: Path, made: MadeChange, file: str, is_after: bool) -> Path:
    """Return where the journal keeps a file as it was before a change, or after it."""
    return root / folder_of_change(made.number) / ("after" if is_after else "before") / file


def undo_change(root: Path, made: MadeChange, again: bool = False) -> None:
    """Take a change back, or make it again; what was taken back stays in the journal. Raises OSError if that fails."""
    with lock_file(root / JOURNAL / "lock"):
        _write_all(root, made, Mark(made.number, is_made=again))


def _write(root: Path, files: Iterable[FileChange]) -> None:
    files = tuple(files)
    try:
        _put(root, {each.file: each.after for each in files})
    except BaseException:
        with suppress(OSError):
            _put(root, {each.file: each.before for each in files})
        raise


def _put(root: Path, contents: dict[str, bytes | None]) -> None:
    """Give each file its content. The new files are written before any file is deleted."""
    written = {root / name: data for name, data in contents.items() if data is not None and _read(root / name) != data}
    for path in written:
        make_folders(path.parent)
    if written:
        replace_sources(written)
    for name, data in contents.items():
        if data is None:
            (root / name).unlink(missing_ok=True)
            with suppress(OSError):
                (root / name).parent.rmdir()


def _first_different(root: Path, contents: Iterable[tuple[str, bytes | None]]) -> str | None:
    return next((name for name, data in contents if _read(root / name) != data), None)


def _is_half_written(root: Path, made: MadeChange) -> bool:
    """Return True if each file is as before or as after the change: the computer stopped while it was written."""
    return all(_read(root / each.file) in (each.before, each.after) for each in made.files)


def _is_restored(root: Path, made: MadeChange, entries: Iterable[MadeChange]) -> bool:
    """Return True if each file is as before the change, or as before an earlier one: git has brought it back."""
    earlier = [each for entry in entries if entry.number <= made.number for each in entry.files]
    return all(
        _read(root / each.file) != each.after
        and _read(root / each.file) in [other.before for other in earlier if other.file == each.file]
        for each in made.files
    )


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _keep(root: Path, made: MadeChange) -> None:
    _forget_undone(root)
    folder = root / folder_of_change(made.number)
    shutil.rmtree(folder, ignore_errors=True)
    make_folders(folder.parent)
    folder.parent.chmod(0o700)
    write_atomically(folder.parent / ".gitignore", b"*\n")
    for each in made.files:
        for when, data in (("before", each.before), ("after", each.after)):
            if data is not None:
                write_atomically(folder / when / each.file, data, is_private=True)
    _keep_entry(root, made, is_undone=False)


def _forget_undone(root: Path) -> None:
    """Mark what was taken back, so that it is kept and cannot be made again above a new change."""
    for entry in _entries(root):
        if entry.is_undone:
            folder = root / folder_of_change(entry.number)
            target = folder.with_name(f"{_UNDONE}{folder.name}")
            shutil.rmtree(target, ignore_errors=True)
            folder.rename(target)


def _keep_entry(root: Path, made: MadeChange, is_undone: bool) -> None:
    content = {
        "version": 1,
        "title": made.title,
        "day": made.day,
        "undone": is_undone,
        "action": made.action.to_json() if made.action is not None else None,
        "files": [
            {"file": each.file, "before": each.before is not None, "after": each.after is not None}
            for each in made.files
        ],
    }
    data = json.dumps(content, ensure_ascii=False, indent=1).encode()
    write_atomically(root / folder_of_change(made.number) / ENTRY, data, is_private=True)


def _numbers(root: Path) -> list[int]:
    """Return the numbers of all changes, also of those that cannot be made again any more."""
    names = (
        [path.name.removeprefix(_UNDONE) for path in (root / JOURNAL).iterdir()] if (root / JOURNAL).is_dir() else []
    )
    return [int(name) for name in names if name.isdecimal()]


def _entries(root: Path) -> list[MadeChange]:
    """Return the changes in the journal, oldest first. One that cannot be read is left out."""
    found: list[MadeChange] = []
    with suppress(OSError):
        for folder in sorted((root / JOURNAL).iterdir()):
            if folder.name.isdecimal():
                with suppress(OSError, ValueError, KeyError, TypeError):
                    found.append(_entry(folder))
    return found


def _entry(folder: Path) -> MadeChange:
    content = json.loads((folder / ENTRY).read_bytes())
    files = tuple(
        FileChange(
            each["file"],
            (folder / "before" / each["file"]).read_bytes() if each["before"] else None,
            (folder / "after" / each["file"]).read_bytes() if each["after"] else None,
        )
        for each in content["files"]
    )
    action = ChangeAction.from_json(content.get("action"))
    return MadeChange(int(folder.name), content["title"], content["day"], files, content["undone"], action)


def _prune(root: Path) -> None:
    folders = sorted(path for path in (root / JOURNAL).iterdir() if path.is_dir())
    numbered = [path for path in folders if path.name.isdecimal()]
    undone = [path for path in folders if path.name.startswith(_UNDONE)]
    for path in (*numbered[:-_KEPT], *undone[:-_KEPT]):
        shutil.rmtree(path, ignore_errors=True)
