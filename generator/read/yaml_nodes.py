"""Reads where each value of a record is in its text, for programs that change a record."""

from __future__ import annotations

from itertools import accumulate
from typing import Any, Final

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.diagnostics.diagnostic import has_errors
from generator.model.raw_record import Source
from generator.model.yaml_node import NodeStyle, YamlField, YamlNode
from generator.read.yaml_loader import load
from generator.read.yaml_parser import compose

_STYLES: Final = {
    "'": NodeStyle.SINGLE,
    '"': NodeStyle.DOUBLE,
    "|": NodeStyle.LITERAL,
    ">": NodeStyle.FOLDED,
}


def read_nodes(text: str) -> YamlNode | None:
    """Return the fields of a record's text with their places; None if the text has an error or uses anchors or tags."""
    loaded = load(Source("", text))
    if loaded.value is None or has_errors(loaded.diagnostics):
        return None
    return _NodeReader(text).node(compose(text), loaded.value[0])


class _NodeReader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = text.split("\n")
        self._starts = list(accumulate((len(line) + 1 for line in self._lines), initial=0))

    def node(self, node: Node, value: Any) -> YamlNode:
        fields: tuple[YamlField, ...] = ()
        items: tuple[YamlNode, ...] = ()
        if isinstance(node, MappingNode):
            fields = tuple(self._field(key, inner, value[key.value]) for key, inner in node.value)
        elif isinstance(node, SequenceNode):
            items = tuple(self.node(inner, each) for inner, each in zip(node.value, value, strict=True))
        style = _style(node)
        begin, end = node.start_mark, node.end_mark
        parts = (*(field.last_line for field in fields), *(item.last_line for item in items))
        last = max(parts) if style is NodeStyle.BLOCK and parts else self._last_line(node, style)
        return YamlNode(
            style, value, self._at(begin), self._at(end), begin.line, begin.column, end.line, last, fields, items
        )

    def _field(self, key: ScalarNode, node: Node, value: Any) -> YamlField:
        end = self._at(key.end_mark)
        begin = key.start_mark
        return YamlField(
            key.value, self._at(begin), begin.line, begin.column, self._text.index(":", end) + 1, self.node(node, value)
        )

    def _at(self, mark: yaml.Mark) -> int:
        return min(self._starts[min(mark.line, len(self._starts) - 1)] + mark.column, len(self._text))

    def _last_line(self, node: Node, style: NodeStyle) -> int:
        begin, end = node.start_mark, node.end_mark
        if not style.is_block_text:
            return int(end.line)
        last = min(end.line if end.column else end.line - 1, len(self._lines) - 1)
        while last > begin.line and not self._lines[last].strip():
            last -= 1
        return int(last)


def _style(node: Node) -> NodeStyle:
    if isinstance(node, ScalarNode):
        return _STYLES.get(node.style or "", NodeStyle.PLAIN)
    assert isinstance(node, MappingNode | SequenceNode)
    return NodeStyle.FLOW if node.flow_style else NodeStyle.BLOCK
