"""Reads a text file, or reports why it could not be read."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Location, WithDiagnostics, rule


def read_text(path: Path, name: str) -> WithDiagnostics[str | None]:
    """Return the text of a UTF-8 file with normalised line breaks, or None with a diagnostic.

    `name` is the file's path for messages.
    """
    try:
        data = path.read_bytes() if path.is_file() else None
        reason = "it is not a file, or a link that leads nowhere"
    except OSError as error:
        data, reason = None, error.strerror or "it cannot be opened"
    if data is None:
        hint = "try to open the file on this computer; if that fails, ask the person who manages the computer"
        return WithDiagnostics(
            None, (rule("S005").diagnostic(f"{name} cannot be read: {reason}", Location(name), hint),)
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        fault = rule("Y107").diagnostic(
            "this file is not UTF-8 text", _place(name, data, error.start), _how_to_save(data)
        )
        return WithDiagnostics(None, (fault,))
    return WithDiagnostics(text.replace("\r\n", "\n").replace("\r", "\n"))


def _place(name: str, data: bytes, offset: int) -> Location:
    """Return the line and column of a byte. The bytes before it are UTF-8; undecodable bytes are shown as such."""
    begins = data.rfind(b"\n", 0, offset) + 1
    ends = data.find(b"\n", offset)
    line = data[begins : ends if ends >= 0 else len(data)].rstrip(b"\r")
    if b"\0" in data:  # not text, or text in an encoding whose lines are not yet visible
        return Location(name)
    column = len(data[begins:offset].decode("utf-8", errors="replace")) + 1
    return Location(name, data.count(b"\n", 0, offset) + 1, column, line.decode("utf-8", errors="replace"))


def _how_to_save(data: bytes) -> str:
    if b"\0" in data[:1000] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "it looks like a picture or a document, not like text: was it given the wrong name?"
    return "open it in a text editor and save it again with the encoding UTF-8"
