"""YAML as plain values with their places. What YAML tools read differently is a finding, never a guess."""

from __future__ import annotations

import re
from typing import Any, Final

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.diagnostics import Diagnostic, Location, Outcome, Related, rule
from generator.model.raw import Place, Source

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 40
_NESTING: Final = re.compile(r"[\[{]|(?:^|(?<=\s))[-?](?=\s)")

_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_DOUBTFUL: Final = frozenset(
    each for word in ("yes", "no", "on", "off", "y", "n") for each in (word, word.title(), word.upper())
)
_INTEGER: Final = re.compile(r"^[-+]?(0|[1-9][0-9]*)$")
_DECIMAL: Final = re.compile(r"^[-+]?(0|[1-9][0-9]*)\.[0-9]+$")
_ODD_NUMBER: Final = re.compile(
    r"^[-+]?(0[0-9_]+|0[xob][0-9a-fA-F_]+|[0-9][0-9]*_[0-9_]*|[0-9][0-9_]*(:[0-5]?[0-9])+|\.(inf|nan))$", re.IGNORECASE
)

EMPTY: Final[Place] = (1, 1, {})


def load(source: Source) -> Outcome[tuple[dict[str, Any], Place] | None]:
    """The fields of a record; None when the file cannot be read as fields at all."""
    too_long = len(source.text) > MAX_BYTES
    if too_long or _may_be_too_deep(source.text):
        limit = f"{MAX_BYTES // 1000} kB" if too_long else f"{MAX_DEPTH} levels"
        fault = rule("Y108").found(f"this file is larger or more deeply nested than {limit}", Location(source.file))
        return Outcome(None, (fault,))
    try:
        root = yaml.compose(source.text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return Outcome(None, (_syntax_fault(source, error),))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return Outcome(None, (rule("Y101").found(_one_line(str(error)), Location(source.file)),))
    if root is None:
        return Outcome(({}, EMPTY))
    if not isinstance(root, MappingNode):
        fault = rule("Y106").found(
            "this file does not hold fields", _place(source, root), "write each field as name: value"
        )
        return Outcome(None, (fault,))
    reading = _Reading(source)
    values, place = reading.convert(root, 0)
    return Outcome((values, place), tuple(reading.findings))


def _may_be_too_deep(text: str) -> bool:
    """Cheap and safe: counts what can open a level, and asks the parser only when that could be too many."""
    if len(_NESTING.findall(text)) <= MAX_DEPTH and "\n" + " " * (2 * MAX_DEPTH) not in text:
        return False
    depth = 0
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    return True
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except (yaml.YAMLError, ValueError):
        return False
    return False


class _Reading:
    """One walk over one file's nodes."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Diagnostic] = []
        self._seen: set[int] = set()

    def convert(self, node: Node, depth: int) -> tuple[Any, Place]:
        """A node's plain value and its place."""
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        if isinstance(node, ScalarNode):
            return self._scalar(node), (line, column, None)
        if id(node) in self._seen:
            self._find("Y105", node, "this repeats a value by an alias (*name)", "write the value out in full")
            return None, (line, column, None)
        self._seen.add(id(node))
        if not node.tag.startswith("tag:yaml.org,2002:"):
            self._find("Y105", node, f"the tag {node.tag} is not used in records", "leave the tag out")
        if isinstance(node, SequenceNode):
            pairs = [self.convert(each, depth + 1) for each in node.value]
            return [value for value, _ in pairs], (line, column, [place for _, place in pairs])
        return self._mapping(node, depth, line, column)

    def _mapping(self, node: Node, depth: int, line: int, column: int) -> tuple[dict[str, Any], Place]:
        values: dict[str, Any] = {}
        places: dict[str, tuple[int, int, Place]] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, ScalarNode) else None
            if key is None or key == "<<":
                self._find("Y105", key_node, "a field's name is a plain word", "write each field as name: value")
                continue
            value, place = self.convert(value_node, depth + 1)
            if key in values:
                first = self.source.at(places[key][0], places[key][1])
                self.findings.append(
                    rule("Y102").found(
                        f'"{key}" stands twice',
                        _place(self.source, key_node),
                        "keep one of the two",
                        (Related("first written here", first),),
                    )
                )
                continue
            values[key] = value
            places[key] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1, place)
        return values, (line, column, places)

    def _scalar(self, node: ScalarNode) -> Any:
        text: str = node.value
        if node.style is not None:
            return text
        if not node.tag.startswith("tag:yaml.org,2002:"):
            self._find("Y105", node, f"the tag {node.tag} is not used in records", "leave the tag out")
            return text
        if text in _NULLS:
            return None
        if text in _TRUTHS:
            return _TRUTHS[text]
        if text in _DOUBTFUL:
            self._find(
                "Y103", node, f"a bare {text} is read as true or false by some YAML tools", f'write "{text}" in quotes'
            )
            return text
        if _INTEGER.match(text):
            return int(text) if len(text) < 19 else text
        if _ODD_NUMBER.match(text):
            self._find(
                "Y104", node, f"{text} is read as another number by some YAML tools", f'write "{text}" in quotes'
            )
            return text
        return float(text) if _DECIMAL.match(text) else text

    def _find(self, code: str, node: Node, message: str, hint: str) -> None:
        self.findings.append(rule(code).found(message, _place(self.source, node), hint))


def _place(source: Source, node: Node) -> Location:
    return source.at(node.start_mark.line + 1, node.start_mark.column + 1)


def _syntax_fault(source: Source, error: yaml.MarkedYAMLError) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    location = source.at(mark.line + 1, mark.column + 1) if mark is not None else Location(source.file)
    problem = _one_line(error.problem or error.context or "this is not valid YAML")
    hint = "look at this line and the one above: a missing quote, colon or space, or a tab?"
    if "\t" in (location.source or "") or "'\\t'" in problem:
        problem, hint = "a tab stands where YAML wants spaces", "replace the tab by two spaces"
    elif "mapping values are not allowed" in problem:
        problem = "a colon followed by a space stands inside a text that is not in quotes"
        hint = 'put the whole text in quotes: "..."'
    elif "undefined alias" in problem:
        return rule("Y105").found(problem, location, 'put a text that starts with * in quotes: "*..."')
    return rule("Y101").found(problem, location, hint)


def _one_line(text: str) -> str:
    return " ".join(text.split())
