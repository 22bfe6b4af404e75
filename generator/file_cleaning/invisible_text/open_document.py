"""Finds invisible text in a LibreOffice file (ISO 26300)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.file_cleaning.invisible_text.causes import Cause
from generator.file_cleaning.invisible_text.colours import WHITE, Colour, colour_from_hex, has_words, look_alike
from generator.file_cleaning.invisible_text.element_tree import Element, tree_of

_LARGEST_TINY: Final = 2.0
"""In points."""

_POINTS: Final = re.compile(r"([0-9.]+)pt")
_PARAGRAPHS: Final = frozenset({"p", "h"})
_DRAWINGS: Final = frozenset({"frame", "custom-shape", "rect", "ellipse", "g", "page"})
_PROPERTIES: Final = ("table-properties", "table-row-properties", "table-cell-properties", "paragraph-properties")


@dataclass(frozen=True, slots=True)
class _Look:
    """How a text is drawn, as far as it is known."""

    colour: Colour | None = None
    size: float | None = None
    behind: Colour | None = WHITE
    """None if it is not known what is behind the text."""


def invisible_in_open_document(parts: Mapping[str, bytes]) -> Counter[Cause]:
    """Count the pieces of text that readers cannot see. Raises an XmlError."""
    content = tree_of(parts.get("content.xml"))
    styles = {
        element.attributes.get("name", ""): element
        for tree in (tree_of(parts.get("styles.xml")), content)
        for group in tree.children
        if group.name in ("styles", "automatic-styles")
        for element in group.all("style")
    }
    found: Counter[Cause] = Counter()
    body = content.child("body")
    if body is not None:
        _Search(styles, found).search(body, _Look())
    return found


class _Search:
    def __init__(self, styles: Mapping[str, Element], found: Counter[Cause]) -> None:
        self._styles = styles
        self._found = found

    def search(self, element: Element, look: _Look) -> None:
        """Count in an element; `look` is that of the text around it."""
        for child in element.children:
            if child.name in ("annotation", "tracked-changes"):
                continue
            own = replace(look, behind=None) if child.name in _DRAWINGS else look
            own = self._with_style(own, child.attributes.get("style-name", ""))
            cause = _cause(own)
            if cause is not None and child.name in (*_PARAGRAPHS, "span", "a") and has_words(child.text):
                self._found[cause] += 1
            self.search(child, own)

    def _with_style(self, look: _Look, name: str) -> _Look:
        chain: list[Element] = []
        while name in self._styles and self._styles[name] not in chain:
            chain.append(self._styles[name])
            name = chain[-1].attributes.get("parent-style-name", "")
        for style in reversed(chain):
            for properties in _PROPERTIES:
                look = _with_background(look, style.value(properties, attribute="background-color"))
            text = style.child("text-properties")
            if text is not None:
                look = _with_background(look, text.attributes.get("background-color", ""))
                colour = colour_from_hex(text.attributes.get("color", ""))
                size = _POINTS.fullmatch(text.attributes.get("font-size", ""))
                look = replace(
                    look,
                    colour=colour if colour is not None else look.colour,
                    size=float(size[1]) if size is not None and size[1].count(".") < 2 else look.size,
                )
        return look


def _with_background(look: _Look, colour: str) -> _Look:
    if not colour or colour == "transparent":
        return look
    return replace(look, behind=colour_from_hex(colour))


def _cause(look: _Look) -> Cause | None:
    if look.size is not None and look.size <= _LARGEST_TINY:
        return Cause.TINY
    is_unseen = look.colour is not None and look.behind is not None and look_alike(look.colour, look.behind)
    return Cause.COLOUR if is_unseen else None
