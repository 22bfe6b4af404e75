"""A change of the site's files that is planned and not made yet."""

from __future__ import annotations

from dataclasses import dataclass

from generator.commands.changes.change_action import ChangeAction
from generator.commands.options import CommandResult
from generator.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file before and after a change."""

    file: str
    """The path from the site's root, with forward slashes."""

    before: bytes | None
    """None if the file does not exist."""

    after: bytes | None
    """None if the file is deleted."""


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """A change to show to the editor, and to make after the editor's "yes"."""

    title: str
    """What happens, as in a list of changes: `Publish "Rowan"`."""

    result: CommandResult
    """The state of the site before the change. Its `records` are None if there is no site."""

    for_readers: tuple[str, ...] = ()
    """What changes for readers, one sentence each."""

    files: tuple[FileChange, ...] = ()
    """The files to write, in one step. Empty if there is nothing to change."""

    to_do: tuple[str, ...] = ()
    """What the editor has to do, because no program can."""

    findings: tuple[Diagnostic, ...] = ()
    """The warnings and notes that the records have after the change and do not have now."""

    refusal: Diagnostic | None = None
    """Why nothing can be written. None if the change can be made."""

    action: ChangeAction | None = None
    """The same as the title, as data. None if nothing can be written."""
