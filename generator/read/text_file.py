"""A text file, or why it could not be read."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Location, Outcome, rule


def read_text(path: Path, name: str) -> Outcome[str | None]:
    """The text of a UTF-8 file, line breaks made plain; None with a diagnostic. `name` is its path for messages."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        return Outcome(None, (rule("S005").found(f"{name} cannot be read: {reason}", Location(name)),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = rule("Y107").found(
            "this file is not UTF-8 text", Location(name, line), "save it again with the encoding UTF-8"
        )
        return Outcome(None, (fault,))
    return Outcome(text.replace("\r\n", "\n").replace("\r", "\n"))
