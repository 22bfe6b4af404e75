"""Where each part of a YAML text is, so that a program can change one part and leave the rest as it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class NodeStyle(StrEnum):
    """How a value is written."""

    PLAIN = "plain"
    SINGLE = "single"
    """In single quotation marks."""

    DOUBLE = "double"
    """In double quotation marks."""

    LITERAL = "literal"
    """Below a `|`: every line end counts."""

    FOLDED = "folded"
    """Below a `>`: lines are joined."""

    FLOW = "flow"
    """A list or fields in brackets."""

    BLOCK = "block"
    """A list or fields on lines of their own."""

    @property
    def is_block_text(self) -> bool:
        """True for a text on the lines below its field."""
        return self in (NodeStyle.LITERAL, NodeStyle.FOLDED)


@dataclass(frozen=True, slots=True, eq=False)
class YamlNode:
    """A value in a YAML text. Offsets are in characters, lines and columns from 0."""

    style: NodeStyle
    value: Any
    """The plain value: text, a number, True, False, None, a list or a dict."""

    start: int
    end: int
    """The offset behind the value. For a value on lines of its own, it may be that of a later line: see `last_line`."""

    line: int
    column: int
    end_line: int
    last_line: int
    """The last line with a part of the value, without the comments and empty lines below it."""

    fields: tuple[YamlField, ...] = ()
    items: tuple[YamlNode, ...] = ()

    @property
    def is_on_lines_of_its_own(self) -> bool:
        """True for a list, fields or a text that begin below or fill whole lines."""
        return self.style.is_block_text or self.style is NodeStyle.BLOCK


@dataclass(frozen=True, slots=True, eq=False)
class YamlField:
    """A field with its name."""

    name: str
    start: int
    line: int
    column: int
    after_colon: int
    """The offset behind the colon."""

    node: YamlNode

    @property
    def last_line(self) -> int:
        """The last line with a part of the field."""
        return max(self.line, self.node.last_line)
