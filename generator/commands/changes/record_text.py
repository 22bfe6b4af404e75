"""The text of one record, changed so that it has other values and everything else in it stays."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from generator.commands.record_values import text_with_values, values_of
from generator.editing.record_text import rename_links, says_the_same
from generator.model import RawRecord
from generator.model.raw_record import Path


class RecordText:
    """The text of a record with changes. Values are plain: text, a list or a dict, as `read` returns them."""

    def __init__(self, raw: RawRecord) -> None:
        self._before = raw.source.text
        self._start: str | None = self._before
        """The text that gets the values; None if the format of the file does not allow a change."""

        self._start_values = dict(raw.values)
        self._values = deepcopy(self._start_values)
        self._order = list(self._values)

    @property
    def text(self) -> str | None:
        """The new text. None if the format of the file does not allow a change."""
        if self._start is None or says_the_same(self._values, self._start_values):
            return self._start
        return text_with_values(self._start, self._values, self._order_at)

    @property
    def is_changed(self) -> bool:
        """True if the text differs from that of the file."""
        return self.text != self._before

    def set(self, name: str, value: Any, below: tuple[str, ...] = ()) -> None:
        """Set a field of the record. A new one is added below the first of `below` that exists, or else at the end."""
        if name not in self._values:
            known = next((each for each in below if each in self._values), None)
            if name in self._order:
                self._order.remove(name)
            self._order.insert(self._order.index(known) + 1 if known is not None else len(self._order), name)
        self._values[name] = value

    def remove(self, name: str) -> None:
        """Remove a field of the record, if it exists."""
        self._values.pop(name, None)

    def set_value(self, path: Path, value: Any) -> None:
        """Replace an existing value."""
        _value(self._values, path[:-1])[path[-1]] = value

    def add_item(self, path: Path, value: Any) -> None:
        """Add an item to a list. A list that does not exist is added."""
        parent = _value(self._values, path[:-1])
        if parent.get(path[-1]) is None:
            parent[path[-1]] = []
        parent[path[-1]].append(value)

    def rename_links(self, old: str, new: str) -> None:
        """Replace each mention of a record, `case:grace`, by another, in comments too."""
        text = self.text
        if text is None or old not in text:
            return
        self._values = _renamed(self._values, old, new)
        self._start_values = deepcopy(self._values)
        renamed = rename_links(text, old, new)
        self._start = renamed if says_the_same(values_of(renamed), self._values) else None

    def _order_at(self, path: Path) -> tuple[str, ...]:
        """Return the order of the fields at a path. A new field inside another is the last one."""
        return tuple(_value(self._values, path) if path else self._order)


def _value(values: Any, path: Path) -> Any:
    for step in path:
        values = values[step]
    return values


def _renamed(value: Any, old: str, new: str) -> Any:
    if isinstance(value, dict):
        return {_renamed(key, old, new): _renamed(each, old, new) for key, each in value.items()}
    if isinstance(value, list):
        return [_renamed(each, old, new) for each in value]
    return rename_links(value, old, new) if isinstance(value, str) else value
