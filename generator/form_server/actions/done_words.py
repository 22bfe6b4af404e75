"""What a page says after a change: what was done, and what is next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from generator.commands.changes.change_action import ActionKind, ChangeAction
from generator.commands.changes.planned_change import FileChange

_STATUS: Final = re.compile(r"^status:[ \t]*[\"']?([a-z]+)", re.MULTILINE)
_PUBLISH_ON: Final = re.compile(r"^publish_on:[ \t]*[\"']?([0-9]{4}-[0-9]{2}-[0-9]{2})", re.MULTILINE)
_DONE: Final = {
    ActionKind.PUBLISH: '"{title}" is marked as public',
    ActionKind.SCHEDULE: '"{title}" becomes public {when}',
    ActionKind.ARCHIVE: '"{title}" is marked as archived',
    ActionKind.WITHDRAW: '"{title}" is marked as withdrawn',
    ActionKind.REPLACE_DOCUMENT: 'The {document} of "{title}" is replaced',
    ActionKind.THEME: 'The theme "{title}" is added',
    ActionKind.MENU: '"{title}" is in the menu',
    ActionKind.REDIRECT: "{old} is redirected to {new}",
    ActionKind.BULLETIN: "The bulletin for {quarter} is begun, as a draft",
    ActionKind.SENT: "The bulletin for {quarter} is recorded as sent",
}
_PUBLIC_AGAIN: Final = '"{title}" is marked as public again'
_RENAMED: Final = '"{title}" is renamed to "{new_title}"'
_MOVED: Final = '"{title}" has a new address'

_THEME: Final = "Readers see a theme once a public record has it and you publish both."
_DRAFT: Final = "Nothing changes for readers: they do not see a draft."
_WAITING: Final = "Publish this change before its day: readers see nothing until then."
_PUBLIC: Final = "Readers see it once you publish it."


def done_words(action: ChangeAction | None, title: str) -> str:
    """Return a change as what was done: `"Wren" is marked as archived`.

    `title` is the title of the change, for one that has no such words: the journal of an older program has only titles.
    """
    words = _words_of(action) if action is not None else None
    if action is None or words is None:
        return title
    try:
        return words.format_map(action.details)
    except KeyError:
        return title


def _words_of(action: ChangeAction) -> str | None:
    if action.kind is ActionKind.RENAME:
        return _RENAMED if "new_title" in action.details else _MOVED
    if action.kind is ActionKind.SET_STATUS:
        return _PUBLIC_AGAIN if action.details.get("status") == "published" else None
    return _DONE.get(action.kind)


def next_words(action: ChangeAction | None, files: Iterable[FileChange], today: date) -> str:
    """Return when readers see a change that was made, or taken back. A file without a status is public."""
    if action is not None and action.kind is ActionKind.THEME:
        return _THEME
    texts = [
        text.decode(errors="replace")
        for each in files
        if each.file.endswith((".yml", ".md"))
        for text in (each.before, each.after)
        if text is not None
    ]
    states = {_state(text, today) for text in texts}
    if states == {"draft"}:
        return _DRAFT
    return _WAITING if states and states <= {"draft", "scheduled"} else _PUBLIC


def _state(text: str, today: date) -> str:
    written, day = _STATUS.search(text), _PUBLISH_ON.search(text)
    state = written[1] if written is not None else ""
    return "public" if state == "scheduled" and (day is None or day[1] <= today.isoformat()) else state
