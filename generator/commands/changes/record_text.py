"""Edits the text of one record, and checks after each edit that the text means what was meant."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from generator.editing import (
    AddItem,
    AddKey,
    RecordEdit,
    RemoveField,
    RenameLinks,
    SetField,
    SetValue,
    UnusualFormatError,
    edit_text,
    rename_links,
)
from generator.model import RawRecord
from generator.read import parse_text


class RecordText:
    """The text of a record and its values, edited in step.

    After each edit the new text must parse to exactly the values that were meant. If it does not, `text` is None, so a
    text that would mean anything else is never written.
    """

    def __init__(self, raw: RawRecord) -> None:
        self._raw: RawRecord | None = raw
        self._first = raw

    @property
    def text(self) -> str | None:
        """The new text. None if the format of the file does not allow an edit."""
        return self._raw.source.text if self._raw is not None else None

    @property
    def is_changed(self) -> bool:
        """True if the text differs from that of the file."""
        return self.text != self._first.source.text

    def set(self, name: str, value: str, after: tuple[str, ...] = ()) -> None:
        """Set a top-level field to a value that is written as YAML."""
        self._edit(SetField(name, value, after), lambda values: values.update({name: self._read(value)}))

    def remove(self, name: str) -> None:
        """Remove a top-level field, if it exists."""
        self._edit(RemoveField(name), lambda values: values.pop(name, None))

    def set_value(self, path: tuple[str | int, ...], value: str) -> None:
        """Replace an existing single value."""

        def change(values: dict[str, Any]) -> None:
            _parent(values, path)[path[-1]] = self._read(value)

        self._edit(SetValue(path, value), change)

    def add_item(self, path: tuple[str | int, ...], value: str) -> None:
        """Add an item to a list. A list that does not exist is added to its mapping."""
        if self._raw is None:
            return
        items = _value(self._raw.values, path)
        if items is None and len(path) == 1:
            self.set(str(path[0]), f"[{value}]")
        elif items is None:
            name = str(path[-1])

            def add_key(values: dict[str, Any]) -> None:
                _parent(values, path)[name] = [self._read(value)]

            self._edit(AddKey(path[:-1], name, f"[{value}]"), add_key)
        else:
            self._edit(AddItem(path, value), lambda values: _value(values, path).append(self._read(value)))

    def rename_links(self, old: str, new: str) -> None:
        """Replace each mention of a record, `case:grace`, by another."""

        def change(values: dict[str, Any]) -> None:
            renamed = _renamed(values, old, new)
            values.clear()
            values.update(renamed)

        self._edit(RenameLinks(old, new), change)

    def _edit(self, edit: RecordEdit, change: Callable[[dict[str, Any]], object]) -> None:
        if self._raw is None:
            return
        wanted = deepcopy(dict(self._raw.values))
        try:
            parsed = parse_text(self._raw, edit_text(self._raw, [edit]))
        except UnusualFormatError:
            parsed = None
        change(wanted)
        self._raw = parsed if parsed is not None and dict(parsed.values) == wanted else None

    def _read(self, value: str) -> Any:
        parsed = parse_text(self._first, f"value: {value}\n")
        return parsed.values["value"] if parsed is not None else None


def _value(values: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        try:
            values = values[step]
        except (KeyError, IndexError, TypeError):
            return None
    return values


def _parent(values: Any, path: tuple[str | int, ...]) -> Any:
    return _value(values, path[:-1])


def _renamed(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {_renamed(key, old, new): _renamed(each, old, new) for key, each in value.items()}
    if isinstance(value, list):
        return [_renamed(each, old, new) for each in value]
    return rename_links(value, old, new) if isinstance(value, str) else value
