"""Changes the lines of a text below `|` or `>`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from generator.editing.record_text.prose import join_lines, wrap_like
from generator.editing.record_text.yaml_values import WIDTH

_NARROWEST: Final = 20
_INDENT_IS_GIVEN: Final = re.compile(r"[|>][+-]?[0-9]")

LineChange = tuple[int, int, list[str]]
"""The first line and the line behind the last one, from 0, and the lines in their place."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A text on the lines below its field."""

    head: str
    """The rest of the field's line: `|` or `>-`, and perhaps a comment."""

    lines: list[str]
    is_folded: bool
    """True below `>`, where lines are joined."""


def changed_lines(block: TextBlock, new: str) -> list[LineChange] | None:
    """Return the lines that differ; None if the block must be written again as a whole."""
    indents = [len(line) - len(line.lstrip(" ")) for line in block.lines if line.strip(" ")]
    if not indents or not new or _INDENT_IS_GIVEN.match(block.head) or not new.replace("\n", "").isprintable():
        return None
    indent = min(indents)
    old = "\n".join(line[indent:] for line in block.lines)
    if block.is_folded and "\n" in join_lines(new):
        return None  # several paragraphs are easier to read below |
    width = max(WIDTH - indent, _NARROWEST)
    wrapped = wrap_like("" if block.is_folded and "\n\n" in old else old, new, width)
    if wrapped[:1].isspace():
        return None
    return list(_differences(old.split("\n"), wrapped.split("\n"), " " * indent))


def _differences(old: list[str], new: list[str], indent: str) -> Iterator[LineChange]:
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield first, last, [indent + line if line else "" for line in new[start:end]]
