"""Writes the values of a record as YAML, in the way in which the records of a library are written by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from generator.editing.record_text.prose import wrap_like
from generator.editing.yaml_writer import quoted

WIDTH: Final = 120
"""The longest line that is written where a line can be broken."""

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?: [0-9]{2}:[0-9]{2})?")
_STAYS_PLAIN: Final = re.compile(r"[^\W\d_][^\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]*")
_WORDS_WITH_A_MEANING: Final = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
_NEEDS_QUOTES_IN_BRACKETS: Final = re.compile(r"[,\[\]{}]")


def write_text(text: str) -> str:
    """Return a text in one line. Dates are written without quotation marks."""
    return text if _DATE.fullmatch(text) else quoted(text)


def write_double_quoted(text: str) -> str:
    """Return a text in double quotation marks."""
    written = quoted(text)
    return written if written.startswith('"') else f'"{written}"'


def stays_plain(text: str) -> bool:
    """Return True if a text without quotation marks is read as it is written, so that an editor's style can stay."""
    return (
        _STAYS_PLAIN.fullmatch(text) is not None
        and text.isprintable()
        and ": " not in text
        and " #" not in text
        and not text.endswith((":", " "))
        and text.lower() not in _WORDS_WITH_A_MEANING
    )


def write_inline(value: Any) -> str:
    """Return a value in one line, as it can be written inside brackets."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        written = write_text(value)
        is_ambiguous = not written.startswith('"') and _NEEDS_QUOTES_IN_BRACKETS.search(written)
        return f'"{written}"' if is_ambiguous else written
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {write_inline(each)}" for name, each in value.items()) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(write_inline, value)) + "]"
    return str(value)


def write_block(value: Any, indent: int, room: int) -> str:
    """Return a value as it is written after `name:` or `-`, with the space or the line break before it.

    `indent` is the number of spaces before the lines below, and `room` the number of characters left on the line.
    """
    if isinstance(value, str):
        return _write_text_block(value.strip("\n") if "\n" in value.strip() else value.strip(), indent, room)
    if not value or not isinstance(value, Mapping | Sequence):
        return f" {write_inline(value)}"
    if isinstance(value, Mapping):
        in_one_line = write_inline(value)
        if len(in_one_line) <= room and "\\n" not in in_one_line:
            return f" {in_one_line}"
        return "\n" + write_fields(value, indent)
    return "\n" + "\n".join(" " * indent + write_item(each, indent) for each in value)


def write_record(values: Mapping[str, Any]) -> str:
    """Return the text of a new record."""
    return write_fields(values, 0) + "\n"


def write_fields(values: Mapping[str, Any], indent: int) -> str:
    """Return fields, each on a line of its own."""
    return "\n".join(write_field(name, each, indent) for name, each in values.items())


def write_field(name: str, value: Any, indent: int) -> str:
    """Return a field, from the start of its line."""
    room = WIDTH - indent - len(name) - 2
    return f"{' ' * indent}{name}:{write_block(value, indent + 2, room)}"


def write_item(value: Any, indent: int) -> str:
    """Return an item of a list, from its hyphen on."""
    room = WIDTH - indent - 2
    if isinstance(value, Mapping) and value:
        in_one_line = write_inline(value)
        if len(in_one_line) > room or "\\n" in in_one_line:
            return "- " + write_fields(value, indent + 2).lstrip(" ")
    if isinstance(value, list | tuple):
        return f"- {write_inline(value)}"
    return "-" + write_block(value, indent + 2, room)


def _write_text_block(text: str, indent: int, room: int) -> str:
    mark = "|" if "\n" in text else ">-" if len(text) > room and " " in text else ""
    if not mark or text[:1].isspace() or not text.replace("\n", "").isprintable():
        return f" {write_text(text)}"
    lines = wrap_like("", text, WIDTH - indent).split("\n")
    return f" {mark}\n" + "\n".join(" " * indent + line if line else "" for line in lines)
