"""Changes the text of a record so that it has other values. Only the parts that differ are written again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.editing.record_text.comparison import fingerprint, says_the_same
from generator.editing.record_text.list_alignment import align
from generator.editing.record_text.text_blocks import TextBlock, changed_lines
from generator.editing.record_text.text_replacements import TextReplacements
from generator.editing.record_text.yaml_values import (
    WIDTH,
    stays_plain,
    write_block,
    write_double_quoted,
    write_field,
    write_inline,
    write_item,
    write_text,
)
from generator.model.raw_record import Path
from generator.model.yaml_node import NodeStyle, YamlNode

FieldOrder = Callable[[Path], tuple[str, ...]]
"""Returns the usual order of the fields at a path of a record: `()` for the record itself."""

_MAY_BECOME_LONGER: Final = 10
"""A text in one line may be so much longer than other lines before it is written as a block."""


def change_text(text: str, root: YamlNode, wanted: Mapping[str, Any], order: FieldOrder) -> str | None:
    """Return the text of a record with other values; None if that cannot be done without risk.

    Comments, the order of fields, quotation marks and empty lines stay. The caller must parse the result and compare it
    with `wanted` before writing it.
    """
    if says_the_same(root.value, wanted):
        return text
    changes = _Changes(text, order)
    try:
        changes.fields(root, dict(wanted), ())
    except _NeedsWholeValueError:
        return None
    return changes.apply()


class _NeedsWholeValueError(Exception):
    """A value cannot be changed in part: the value that contains it must be written again as a whole."""


@dataclass(frozen=True, slots=True)
class _Position:
    """Where a value is written."""

    indent: int
    """The column of the field's name, or of the hyphen."""

    after: int
    """The offset behind the colon or the hyphen."""

    in_brackets: bool = False
    is_item: bool = False
    """True behind a hyphen."""


class _Changes(TextReplacements):
    """The replacements that give one text other values."""

    def __init__(self, text: str, order: FieldOrder) -> None:
        super().__init__(text)
        self._order = order

    def fields(self, node: YamlNode, wanted: dict[str, Any], path: Path) -> None:
        """Change fields on lines of their own."""
        old = node.value
        first = node.fields[0]
        follows_hyphen = self.lines[first.line][: first.column].strip(" ") != ""
        for field in node.fields:
            if field.name in wanted and not says_the_same(old[field.name], wanted[field.name]):
                position = _Position(first.column, field.after_colon)
                self._value(field.node, wanted[field.name], (*path, field.name), position)
        for number, field in enumerate(node.fields):
            if field.name not in wanted:
                if follows_hyphen and field.line == first.line and (number == 0 or len(node.fields) > 1):
                    raise _NeedsWholeValueError
                self.remove_lines(field.line, field.last_line)
        self._add_fields(node, {name: each for name, each in wanted.items() if name not in old}, path, follows_hyphen)

    def _add_fields(self, node: YamlNode, new: Mapping[str, Any], path: Path, follows_hyphen: bool) -> None:
        first = node.fields[0]
        added: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
        for name, value in new.items():
            rank, written = self._rank(path, name), write_field(name, value, first.column)
            if example := self._commented_example(name, first.column):
                self.replace(self.start_of(example[0]), self.start_of(example[1]), f"{written}\n")
                continue
            before = [field for field in node.fields if self._rank(path, field.name) < rank]
            if not before and follows_hyphen:
                raise _NeedsWholeValueError
            added[before[-1].last_line + 1 if before else first.line].append((rank, written))
        for line, fields in added.items():
            self.insert_lines(line, [written for _, written in sorted(fields)])

    def _value(self, node: YamlNode, new: Any, path: Path, position: _Position) -> None:
        if says_the_same(node.value, new):
            return
        done = self.count
        try:
            self._part(node, new, path, position)
        except _NeedsWholeValueError:
            self.undo_to(done)
            self._whole(node, new, position)

    def _part(self, node: YamlNode, new: Any, path: Path, position: _Position) -> None:
        is_flow = node.style is NodeStyle.FLOW
        if node.fields and isinstance(new, dict) and new:
            (self._flow_fields if is_flow else self.fields)(node, new, path)
        elif node.items and isinstance(new, list | tuple) and new:
            (self._flow_items if is_flow else self._items)(node, list(new), path)
        elif isinstance(node.value, str) and isinstance(new, str):
            self._changed_text(node, new.strip(), position)
        else:
            raise _NeedsWholeValueError

    def _whole(self, node: YamlNode, new: Any, position: _Position) -> None:
        """Write a value again, and keep a comment behind it."""
        if position.in_brackets:
            if "\n" in str(new).strip():
                raise _NeedsWholeValueError
            self.replace(node.start, node.end, write_inline(new))
            return
        room = WIDTH - position.indent - 20
        as_item = write_item(new, position.indent)[1:]
        written = as_item if position.is_item else write_block(new, position.indent + 2, room)
        if node.is_on_lines_of_its_own:
            self.replace(position.after, self.end_of(node.last_line), written)
            return
        end = max(node.end, position.after)
        comment = self.text[end : self.end_of(node.end_line)].strip()
        first, line_break, rest = written.partition("\n")
        if line_break and comment:
            self.replace(position.after, self.end_of(node.end_line), f"{first}  {comment}\n{rest}")
        else:
            self.replace(position.after, end, written)

    def _changed_text(self, node: YamlNode, new: str, position: _Position) -> None:
        if node.style.is_block_text:
            head = self.text[node.start : self.start_of(node.line + 1)]
            block = TextBlock(head, self.lines[node.line + 1 : node.last_line + 1], node.style is NodeStyle.FOLDED)
            changed = changed_lines(block, new)
            if changed is None:
                raise _NeedsWholeValueError
            for first, last, lines in changed:
                self.replace_lines(node.line + 1 + first, node.line + 1 + last, lines)
            return
        is_longer = node.column + len(new) > WIDTH + _MAY_BECOME_LONGER and " " in new
        was_long = len(self.lines[node.line]) > WIDTH
        if "\n" in new or (is_longer and not was_long and not position.in_brackets) or node.line != node.end_line:
            raise _NeedsWholeValueError
        self.replace(node.start, node.end, self._in_style(node.style, new, position.in_brackets))

    @staticmethod
    def _in_style(style: NodeStyle, text: str, in_brackets: bool) -> str:
        if style is NodeStyle.SINGLE and text.isprintable():
            return "'" + text.replace("'", "''") + "'"
        if style in (NodeStyle.SINGLE, NodeStyle.DOUBLE):
            return write_double_quoted(text)
        if in_brackets:
            return write_inline(text)
        return text if stays_plain(text) else write_text(text)

    def _flow_fields(self, node: YamlNode, new: dict[str, Any], path: Path) -> None:
        added = {name: value for name, value in new.items() if name not in node.value}
        ordered = {field.name: new[field.name] for field in node.fields if field.name in new} | added
        self._check_fits(node, ordered)
        for field in node.fields:
            if field.name in new:
                self._value(field.node, new[field.name], (*path, field.name), _Position(0, 0, in_brackets=True))
        places: defaultdict[int, list[str]] = defaultdict(list)
        for name, value in added.items():
            before = [n for n, field in enumerate(node.fields) if self._rank(path, field.name) < self._rank(path, name)]
            places[before[-1] if before else -1].append(f"{name}: {write_inline(value)}")
        removed = {number for number, field in enumerate(node.fields) if field.name not in new}
        self._flow([(field.start, field.node.end) for field in node.fields], removed, places)

    def _flow_items(self, node: YamlNode, new: list[Any], path: Path) -> None:
        self._check_fits(node, new)
        removed: set[int] = set()
        places: defaultdict[int, list[str]] = defaultdict(list)
        last = -1
        for before, after in align(node.value, new):
            if after is None:
                removed.add(before if before is not None else -1)
            elif before is None:
                places[last].append(write_inline(new[after]))
            else:
                self._value(node.items[before], new[after], (*path, after), _Position(0, 0, in_brackets=True))
                last = before
        self._flow([(item.start, item.end) for item in node.items], removed, places)

    def _check_fits(self, node: YamlNode, new: Any) -> None:
        """Refuse a value that no longer fits on its line, or that needs several lines."""
        is_longer = len(write_inline(new)) + node.column > WIDTH and len(self.lines[node.line]) <= WIDTH
        if is_longer or "\\n" in write_inline(new):
            raise _NeedsWholeValueError

    def _flow(self, spans: list[tuple[int, int]], removed: set[int], added: Mapping[int, list[str]]) -> None:
        kept = [number for number in range(len(spans)) if number not in removed]
        if not kept or any(place in removed for place in added) or (-1 in added and 0 in removed):
            raise _NeedsWholeValueError
        for number in removed:
            if number > kept[0]:
                self.replace(spans[number - 1][1], spans[number][1], "")
            else:
                self.replace(spans[number][0], spans[number + 1][0], "")
        for place, texts in added.items():
            if place >= 0:
                self.replace(spans[place][1], spans[place][1], "".join(f", {text}" for text in texts))
            else:
                self.replace(spans[0][0], spans[0][0], "".join(f"{text}, " for text in texts))

    def _items(self, node: YamlNode, new: list[Any], path: Path) -> None:
        """Change a list on lines of its own. An item that moves keeps its text and its comments inside."""
        column = node.column
        lines = [(self._line_of_hyphen(item, node), item.last_line) for item in node.items]
        as_written: dict[str, str] = {}
        for value, (first, last) in zip(node.value, lines, strict=True):
            as_written.setdefault(fingerprint(value), "\n".join(self.lines[first : last + 1]))
        added: defaultdict[int, list[str]] = defaultdict(list)
        place = lines[0][0]
        for before, after in align(node.value, new):
            if before is not None:
                first, last = lines[before]
                place = last + 1
                if after is None:
                    self.remove_lines(first, last)
                else:
                    position = _Position(column, self.start_of(first) + column + 1, is_item=True)
                    self._value(node.items[before], new[after], (*path, after), position)
            elif after is not None:
                written = " " * column + write_item(new[after], column)
                added[place].append(as_written.get(fingerprint(new[after]), written))
        for line, items in added.items():
            self.insert_lines(line, items)

    def _line_of_hyphen(self, item: YamlNode, node: YamlNode) -> int:
        line = item.line
        while line >= node.line:
            text = self.lines[line]
            if not text[: node.column].strip(" ") and text[node.column : node.column + 1] == "-":
                return line
            line -= 1
        raise _NeedsWholeValueError

    def _rank(self, path: Path, name: str) -> int:
        order = self._order(path)
        return order.index(name) if name in order else len(order)

    def _commented_example(self, name: str, column: int) -> tuple[int, int] | None:
        """Return the lines of a note that shows how a field is written, as `library new` writes them: `# story: |`."""
        if column:
            return None
        for number, line in enumerate(self.lines):
            if re.match(rf"# {re.escape(name)}:", line):
                end = number + 1
                while end < len(self.lines) and self.lines[end].startswith("#   "):
                    end += 1
                return number, end
        return None
