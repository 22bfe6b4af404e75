"""Refuses YAML files that could stop the generator: too long, nested too deeply, or full of repeated values."""

from __future__ import annotations

from itertools import chain
from typing import Final

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node

from generator.diagnostics import Diagnostic, Location, rule
from generator.model.raw_record import Source
from generator.read.yaml_parser import parse_events, place_of

MAX_BYTES: Final = 1_000_000
MAX_DEPTH: Final = 40
MAX_VALUES: Final = 100_000
"""How many values a file may have if each alias is written out."""

_INDENTED: Final = "\n" + " " * MAX_DEPTH
_IN_ONE_LINE: Final = ("- - - ", "? ? ? ", "- ? - ", "? - ? ")


def size_fault(source: Source) -> Diagnostic | None:
    """Return Y108 for a file that is too long or nested too deeply to be parsed; None for any other."""
    if len(source.text) > MAX_BYTES:
        hint = "a record is a few pages of text; put longer text into a document next to it"
        return rule("Y108").diagnostic(f"this file is larger than {MAX_BYTES // 1000} kB", Location(source.file), hint)
    place = _too_deep(source)
    if place is None:
        return None
    return rule("Y108").diagnostic(
        f"lists and fields are nested more than {MAX_DEPTH} levels deep",
        place,
        "no field needs this: remove it",
    )


def _too_deep(source: Source) -> Location | None:
    """Return where a file is nested too deeply, or None. The parser runs only if the text could be that deep."""
    text = source.text
    few_brackets = text.count("[") + text.count("{") <= MAX_DEPTH
    if few_brackets and _INDENTED not in text and not any(sign in text for sign in _IN_ONE_LINE):
        return None
    depth = 0
    try:
        for event in parse_events(text):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    return place_of(source, event)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except (yaml.YAMLError, ValueError):
        return None
    return None


def repetition_fault(source: Source, root: Node) -> Diagnostic | None:
    """Return Y108 for a file that would have too many values if each alias was written out; None for any other."""
    if _count_values(root, {}) <= MAX_VALUES:
        return None
    message = f"with each *alias written out, this file would have more than {MAX_VALUES:,} values"
    return rule("Y108").diagnostic(message, place_of(source, root), "write out the values, without & and *")


def _count_values(node: Node, known: dict[Node, int]) -> int:
    """Return how many values a node has if each alias is written out. An alias inside its own anchor counts once."""
    if node not in known:
        known[node] = 1
        if isinstance(node, CollectionNode):
            children = chain.from_iterable(node.value) if isinstance(node, MappingNode) else node.value
            known[node] += sum(_count_values(child, known) for child in children)
    return known[node]
