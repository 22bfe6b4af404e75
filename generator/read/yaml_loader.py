"""Loads YAML as plain values with their locations. Text that YAML tools read differently is a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from generator.diagnostics import Diagnostic, Location, RelatedLocation, WithDiagnostics, rule
from generator.model.raw_record import Place, Source
from generator.read.typing_mistakes import (
    conflict_fault,
    has_field_in_quotes,
    special_space_fault,
    unclosed_quote_finding,
)
from generator.read.yaml_errors import syntax_fault, unprintable_fault
from generator.read.yaml_limits import repetition_fault, size_fault
from generator.read.yaml_parser import compose, parse_events, place_of

MAX_REPORTED: Final = 100
"""The number of findings reported for one file. Further ones are only counted."""

_MAY_BE_SHORTHAND: Final = re.compile(r"(?:^|(?<=[\s\[{,]))(?:&\S|!)")
_NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_DOUBTFUL: Final = frozenset(
    each for word in ("yes", "no", "on", "off", "y", "n") for each in (word, word.title(), word.upper())
)
_MAY_MEAN_MORE: Final = frozenset("0123456789+-.~ntyfoNTYFO")
"""First characters of plain values that may mean something other than text."""

_INTEGER: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_DECIMAL: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+")
_ODD_NUMBER: Final = re.compile(
    r"[-+]?(0[0-9_]+|0[xob][0-9a-fA-F_]+|[0-9]+_[0-9_]*|[0-9][0-9_]*(:[0-5]?[0-9])+|\.(inf|nan))", re.IGNORECASE
)
_PHONE: Final = re.compile(r"0[0-9]{8,12}")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that a backslash in double quotes can produce, but that no page, feed or data file can contain."""


def load(source: Source, is_record: bool = True) -> WithDiagnostics[tuple[dict[str, Any], Place] | None]:
    """Return the fields of a record, or None if the file cannot be read as fields at all.

    A file that is not a record, the engine's configuration, may use anchors, aliases and tags.
    """
    fault = size_fault(source) or unprintable_fault(source) or conflict_fault(source)
    if fault is not None:
        return WithDiagnostics(None, (fault,))
    try:
        root = compose(source.text)
        shorthands = _AliasesAndTags(source)
    except yaml.MarkedYAMLError as error:
        return WithDiagnostics(None, (syntax_fault(source, error),))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return WithDiagnostics(
            None, (rule("Y101").diagnostic(f"this is not valid YAML: {error}", Location(source.file)),)
        )
    if shorthands.repeats and is_record:
        return WithDiagnostics(None, _first(shorthands.findings))
    if not isinstance(root, MappingNode):
        return WithDiagnostics(None, (_no_fields(source, root),))
    fault = repetition_fault(source, root) if shorthands.repeats else None
    if fault is not None:
        return WithDiagnostics(None, (fault,))
    reading = _NodeConverter(source, shorthands.findings if is_record else [])
    values, place = reading.convert(root)
    if reading.is_misread:
        return WithDiagnostics(None, _first(reading.findings))
    return WithDiagnostics((values, place), _first(reading.findings))


def _no_fields(source: Source, root: Node | None) -> Diagnostic:
    hint = "write each field on its own line as name: value"
    if root is None or root.value == "":
        return rule("Y106").diagnostic("this file is empty, or contains only comments", Location(source.file), hint)
    what = "is a list" if isinstance(root, SequenceNode) else "is one text"
    return rule("Y106").diagnostic(f"this file {what} and should contain fields", place_of(source, root), hint)


def _first(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings to report. The last one says how many more there are."""
    rest = len(findings) - MAX_REPORTED
    if rest <= 0:
        return tuple(findings)
    last = findings[MAX_REPORTED]
    more = rule(last.code).diagnostic(
        f"and {rest} more problems in this file from here on", last.location, "fix these first"
    )
    return (*findings[:MAX_REPORTED], more)


class _AliasesAndTags:
    """Finds anchors, aliases and tags. Real ones disappear from the value: `&Grace` would be an empty name."""

    def __init__(self, source: Source) -> None:
        self.findings: list[Diagnostic] = []
        self.repeats = False
        """True if a whole list or mapping is repeated, because its values can then grow without end."""

        collections: set[str] = set()
        suspect = ("&" in source.text or "!" in source.text) and _MAY_BE_SHORTHAND.search(source.text)
        for event in parse_events(source.text) if suspect else ():
            if not isinstance(event, yaml.NodeEvent):
                continue
            if len(self.findings) > MAX_REPORTED and (event.anchor or getattr(event, "tag", None)):
                self.findings.append(self.findings[-1])  # counted, but not reported
            else:
                self.findings += self._shorthand_findings(source, event)
            if isinstance(event, yaml.CollectionStartEvent):
                collections.add(event.anchor or "")
            elif isinstance(event, yaml.AliasEvent):
                self.repeats = self.repeats or event.anchor in collections

    def _shorthand_findings(self, source: Source, event: yaml.NodeEvent) -> Iterator[Diagnostic]:
        tag = getattr(event, "tag", None)
        if not event.anchor and not tag:
            return
        place = place_of(source, event)
        if isinstance(event, yaml.AliasEvent):
            message = f"*{event.anchor} repeats a value that is marked elsewhere"
            hint = f'write the value in full; put a text that starts with * in quotes: "*{event.anchor}"'
            yield rule("Y105").diagnostic(message, place, hint)
            return
        if event.anchor:
            hint = f'remove it; put a text that starts with & in quotes: "&{event.anchor} ..."'
            yield rule("Y105").diagnostic(
                f"&{event.anchor} marks a value for repeating, and would be lost", place, hint
            )
        if tag:
            written = tag.replace("tag:yaml.org,2002:", "!!")
            hint = f'remove it; put a text that starts with ! in quotes: "{written} ..."'
            yield rule("Y105").diagnostic(f"{written} is a YAML tag, and would be lost", place, hint)


class _NodeConverter:
    """Converts the nodes of one file in one walk."""

    def __init__(self, source: Source, findings: list[Diagnostic]) -> None:
        self.source = source
        self.findings = findings
        self.is_misread = False
        """True if fields are not where the editor meant them: in an open quotation mark, or after special spaces."""

        self._repeated: set[int] = set()

    def convert(self, node: Node) -> tuple[Any, Place]:
        """Return a node's plain value and its location."""
        line, column = node.start_mark.line + 1, node.start_mark.column + 1
        if isinstance(node, ScalarNode):
            return self._scalar(node), (line, column, None)
        if id(node) in self._repeated:
            return None, (line, column, None)
        self._repeated.add(id(node))
        if isinstance(node, SequenceNode):
            pairs = [self.convert(pair) for pair in node.value]
            return [value for value, _ in pairs], (line, column, [place for _, place in pairs])
        return self._mapping(node, line, column)

    def _mapping(self, node: Node, line: int, column: int) -> tuple[dict[str, Any], Place]:
        values: dict[str, Any] = {}
        places: dict[str, tuple[int, int, Place]] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, ScalarNode) else None
            if key is None or key == "<<":
                what = "<< includes fields from another place" if key else "a field's name is a list or a set of fields"
                self._find("Y105", key_node, what, "write each field as name: value")
                continue
            key = self._without_special_space(key, key_node)
            value, place = self.convert(value_node)
            if key in values:
                self._report_duplicate(key, key_node, places[key])
                continue
            values[key] = value
            places[key] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1, place)
        return values, (line, column, places)

    def _without_special_space(self, key: str, node: Node) -> str:
        """Return a field's name without special spaces before it. They are a finding."""
        if not key[:1].isspace():
            return key
        number = node.start_mark.line + 1
        fault = special_space_fault(self.source, number, self.source.line(number) or "")
        if fault is None:
            return key
        self.is_misread = True
        self.findings.append(fault)
        return key.strip()

    def _report_duplicate(self, key: str, node: Node, first: tuple[int, int, Place]) -> None:
        place = Location(self.source.file, first[0], first[1])
        related = (RelatedLocation("first written here", place),)
        self._find("Y102", node, f'"{key}" appears twice', "keep one of the two", related)

    def _scalar(self, node: ScalarNode) -> Any:
        text: str = node.value
        first, last = node.start_mark.line + 1, node.end_mark.line + 1
        if node.style in ("'", '"') and has_field_in_quotes(self.source, first, last):
            hint = f"add {node.style} at the end of this text"
            column = node.start_mark.column + 1
            self.is_misread = True
            self.findings.append(unclosed_quote_finding(self.source, first, column, hint, last))
        if node.style:  # the C loader gives "" for a plain value, the Python loader None
            if node.style == '"' and (control := _CONTROL.search(text)):
                hint = "remove it; in double quotes a backslash changes the next character"
                self._find("R207", node, f"the text contains a control character (U+{ord(control[0]):04X})", hint)
            return text
        if text and text[0] not in _MAY_MEAN_MORE:
            return text
        if text in _NULLS:
            return None
        if text in _TRUTHS:
            return _TRUTHS[text]
        if text in _DOUBTFUL:
            message = f"a bare {text} is read as true or false by some YAML tools"
            self._find("Y103", node, message, f'write "{text}" in quotes')
            return text
        if _INTEGER.fullmatch(text):
            return int(text) if len(text) < 19 else text
        if _ODD_NUMBER.fullmatch(text):
            message = f"{text} is read as another number by some YAML tools"
            hint = f'a phone number is in quotes: "{text}"' if _PHONE.fullmatch(text) else f'write "{text}" in quotes'
            self._find("Y104", node, message, hint)
            return text
        return float(text) if len(text) < 40 and _DECIMAL.fullmatch(text) else text

    def _find(self, code: str, node: Node, message: str, hint: str, related: tuple[RelatedLocation, ...] = ()) -> None:
        if len(self.findings) > MAX_REPORTED:  # counted, but not reported
            self.findings.append(self.findings[-1])
        else:
            self.findings.append(rule(code).diagnostic(message, place_of(self.source, node), hint, related))
