"""Parses YAML into events and nodes. What a value means is not decided here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml.nodes import Node

from generator.diagnostics import Location
from generator.model.raw_record import Source

_LINE_SEPARATORS: Final = str.maketrans("\x85\u2028\u2029", "   ")
"""Characters that are line breaks in YAML but not in editors. They come with copied text and are read as spaces."""

_Base: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_Base):  # type: ignore[misc]
    """Composes nodes without resolving them: the reader of the nodes decides what a plain value means."""

    def resolve(self, kind: type[Node], value: str, implicit: object) -> str:  # noqa: ARG002
        return "tag:yaml.org,2002:str"

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Do nothing: no value is resolved by its path."""

    def ascend_resolver(self) -> None:
        """Do nothing: no value is resolved by its path."""


def compose(text: str) -> Any:
    """Return the nodes of a YAML text; None if it is empty. The places in them are those of `text`."""
    return yaml.compose(text.translate(_LINE_SEPARATORS), Loader=_Loader)


def parse_events(text: str) -> Iterator[yaml.Event]:
    """Yield the events of a YAML text. The places in them are those of `text`."""
    yield from yaml.parse(text.translate(_LINE_SEPARATORS), Loader=_Loader)


def place_of(source: Source, node: Node | yaml.Event) -> Location:
    """Return where a node or an event begins in its file."""
    mark = node.start_mark
    return Location(source.file) if mark is None else source.at(mark.line + 1, mark.column + 1)
