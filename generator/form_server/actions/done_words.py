"""What a page says after a change: what was done, and what is next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from generator.commands.changes.planned_change import FileChange

_STATUS: Final = re.compile(r"^status:[ \t]*[\"']?([a-z]+)", re.MULTILINE)
_PUBLISH_ON: Final = re.compile(r"^publish_on:[ \t]*[\"']?([0-9]{4}-[0-9]{2}-[0-9]{2})", re.MULTILINE)
_DONE: Final = (
    (re.compile(r'Publish (".*") ((?:on|at) .+)'), r"\1 becomes public \2"),
    (re.compile(r'Publish (".*")'), r"\1 is marked as public"),
    (re.compile(r'Archive (".*")'), r"\1 is marked as archived"),
    (re.compile(r'Withdraw (".*")'), r"\1 is marked as withdrawn"),
    (re.compile(r'Set the status of (".*") to published'), r"\1 is marked as public again"),
    (re.compile(r'Rename (".*") to (".*")'), r"\1 is renamed to \2"),
    (re.compile(r'Rename (".*")'), r"\1 has a new address"),
    (re.compile(r'Replace the (.+ of ".*")'), r"The \1 is replaced"),
    (re.compile(r'Add the theme (".*")'), r"The theme \1 is added"),
    (re.compile(r'Add (".*") to the menu'), r"\1 is in the menu"),
    (re.compile(r"Lead (\S+) to (\S+)"), r"\1 is redirected to \2"),
    (re.compile(r"Begin the bulletin (.+)"), r"The bulletin \1 is begun, as a draft"),
    (re.compile(r"Record that the bulletin (.+) was sent"), r"The bulletin \1 is recorded as sent"),
)
"""The titles of changes, and the same as something that was done."""

_THEME: Final = "Readers see a theme once a public record has it and you publish both."
_DRAFT: Final = "Nothing changes for readers: they do not see a draft."
_WAITING: Final = "Publish this change before its day: readers see nothing until then."
_PUBLIC: Final = "Readers see it once you publish it."


def done_words(title: str) -> str:
    """Return the title of a change as what was done: `Archive "Wren"` gives `"Wren" is marked as archived`.

    A title that is not known stays as it is.
    """
    for pattern, done in _DONE:
        match = pattern.fullmatch(title)
        if match is not None:
            return match.expand(done)
    return title


def next_words(title: str, files: Iterable[FileChange], today: date) -> str:
    """Return when readers see a change that was made, or taken back. A file without a status is public."""
    if title.startswith("Add the theme "):
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
