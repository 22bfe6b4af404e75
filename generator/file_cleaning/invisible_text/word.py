"""Finds invisible text in the parts of a Word file (ISO 29500-1, 17)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.file_cleaning.invisible_text.causes import Cause
from generator.file_cleaning.invisible_text.colours import (
    BLACK,
    WHITE,
    Colour,
    colour_from_hex,
    has_words,
    look_alike,
)
from generator.file_cleaning.invisible_text.element_tree import Element, tree_of
from generator.file_cleaning.office_lookups import OFF

_PARTS: Final = re.compile(r"word/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml")
_LARGEST_TINY: Final = 4
"""In half points."""

_NARROWEST: Final = 5
"""The width of letters, in percent, and the opacity of a text that nobody can see."""

_LOWEST: Final = 40
"""The height of a line or a row that shows no text, in twentieths of a point."""

_FURTHEST: Final = 31_680
"""The largest width of a page in Word, in twentieths of a point."""

_PAGE_NUMBERS: Final = re.compile(r"[\s\d.\u2013-]*|[\sivxlcIVXLC]*")

_HIGHLIGHTS: Final[Mapping[str, Colour]] = {"black": BLACK, "white": WHITE}
_THEME_COLOURS: Final[Mapping[str, Colour]] = {"background1": WHITE, "light1": WHITE, "dark1": BLACK, "text1": BLACK}
_FILLED: Final = frozenset({"gradFill", "blipFill", "pattFill", "grpFill"})


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run is drawn, as far as it is known."""

    colour: Colour | None = None
    """None for the automatic colour, which Word chooses so that it can be read."""

    size: int | None = None
    """In half points; None for the usual size."""

    behind: Colour | None = WHITE
    """None if it is not known what is behind the text."""

    is_highlighted: bool = False

    cause: Cause | None = None
    """Why the text cannot be seen, whatever its colour and size."""


class _Styles:
    def __init__(self, styles: Element) -> None:
        self._styles = {each.attributes.get("styleId", ""): each for each in styles.all("style")}
        self._defaults = styles.child("docDefaults", "rPrDefault", "rPr")
        self._usual = next(
            (
                identity
                for identity, each in self._styles.items()
                if each.attributes.get("type") == "paragraph" and each.attributes.get("default") in ("1", "true", "on")
            ),
            "",
        )

    def start(self, behind: Colour | None) -> _Look:
        return _with_run(_Look(behind=behind), self._defaults)

    def with_style(self, look: _Look, identity: str) -> _Look:
        chain: list[Element] = []
        while identity in self._styles and self._styles[identity] not in chain:
            chain.append(self._styles[identity])
            identity = chain[-1].value("basedOn")
        for style in reversed(chain):
            look = _with_run(_with_shading(look, style.child("pPr")), style.child("rPr"))
        return look

    def with_paragraph(self, look: _Look, properties: Element | None) -> _Look:
        identity = properties.value("pStyle") if properties is not None else ""
        return _with_shading(self.with_style(look, identity or self._usual), properties)

    def may_colour(self, identity: str) -> bool:
        """Return True if a style of a table may draw cells in a colour."""
        style = self._styles.get(identity)
        while style is not None:
            if any(
                each.name == "shd" and colour_from_hex(each.attributes.get("fill", "")) not in (None, WHITE)
                for each in style.descendants()
            ):
                return True
            style = self._styles.get(style.value("basedOn"))
        return False


def _with_run(look: _Look, properties: Element | None) -> _Look:
    if properties is None:
        return look
    colour = properties.child("color")
    if colour is not None:
        given = colour_from_hex(colour.attributes.get("val", ""))
        look = replace(look, colour=given or _THEME_COLOURS.get(colour.attributes.get("themeColor", "")))
    size = properties.value("sz")
    if size.isdigit():
        look = replace(look, size=int(size))
    width = properties.value("w")
    if width.isdigit() and int(width) <= _NARROWEST:
        look = replace(look, cause=Cause.TINY)
    if _is_clear(properties):
        look = replace(look, cause=Cause.COLOUR)
    if _is_on(properties.child("webHidden")):
        look = replace(look, cause=Cause.WEB_HIDDEN)
    look = _with_shading(look, properties)
    highlight = properties.value("highlight")
    if highlight and highlight != "none":
        look = replace(look, behind=_HIGHLIGHTS.get(highlight), is_highlighted=True)
    return look


def _with_shading(look: _Look, properties: Element | None) -> _Look:
    """Return the look with the shading of a run, a paragraph or a cell."""
    shading = properties.child("shd") if properties is not None else None
    if shading is None:
        return look
    fill = shading.attributes.get("fill", "auto")
    if fill == "auto" and shading.attributes.get("val", "clear") in ("clear", "nil"):
        return look
    is_plain = shading.attributes.get("val", "clear") == "clear"
    return replace(look, behind=colour_from_hex(fill) if is_plain else None, is_highlighted=False)


def invisible_in_word(parts: Mapping[str, bytes]) -> Counter[Cause]:
    """Count the pieces of text that readers of a Word file cannot see. Raises an XmlError."""
    styles = _Styles(tree_of(parts.get("word/styles.xml")))
    found: Counter[Cause] = Counter()
    for name in parts:
        if _PARTS.fullmatch(name):
            root = tree_of(parts[name])
            background = colour_from_hex(root.value("background", attribute="color"))
            _Search(styles, found, _has_shapes(root)).search(root, styles.start(background or WHITE))
    return found


class _Search:
    def __init__(self, styles: _Styles, found: Counter[Cause], has_shapes: bool) -> None:
        self._styles = styles
        self._found = found
        self._has_shapes = has_shapes

    def search(self, element: Element, look: _Look) -> None:
        """Count in an element; `look` is that of the text around it."""
        for child in element.children:
            if child.name == "p":
                self._paragraph(child, look)
            elif child.name == "tbl":
                style = child.value("tblPr", "tblStyle")
                behind = None if self._styles.may_colour(style) else look.behind
                around = self._styles.with_style(look, style) if behind is not None else replace(look, behind=None)
                self.search(child, _with_shading(around, child.child("tblPr")))
            elif child.name == "tr":
                self.search(child, _with_row(look, child.child("trPr")))
            elif child.name == "tc":
                self.search(child, _with_shading(look, child.child("tcPr")))
            elif child.name == "txbxContent":
                self.search(child, replace(self._styles.start(None), behind=look.behind))
            elif child.name in ("wsp", "shape", "rect", "roundrect", "oval"):
                self.search(child, replace(look, behind=self._behind_text_of(child)))
            elif child.name != "Fallback":
                self.search(child, look)

    def _paragraph(self, paragraph: Element, look: _Look) -> None:
        properties = paragraph.child("pPr")
        look = self._styles.with_paragraph(look, properties)
        if properties is not None and _is_out_of_sight(properties):
            look = replace(look, cause=Cause.TINY)
        piece, cause = "", None
        for run in _runs(paragraph.children):
            properties = run.child("rPr")
            styled = self._styles.with_style(look, properties.value("rStyle")) if properties is not None else look
            own = _cause(_with_run(styled, properties))
            words = "".join(each.text for each in run.all("t"))
            if own is not cause and words.strip():
                self._add(piece, cause)
                piece, cause = "", own
            piece += words
            self.search(run, look)
        self._add(piece, cause)

    def _add(self, piece: str, cause: Cause | None) -> None:
        if cause is Cause.WEB_HIDDEN and _PAGE_NUMBERS.fullmatch(piece):
            return  # Word hides the page numbers of a table of contents in its web layout.
        if cause is not None and has_words(piece):
            self._found[cause] += 1

    def _behind_text_of(self, shape: Element) -> Colour | None:
        """Return the colour of a shape. A shape without one may have other shapes behind it."""
        properties = shape.child("spPr")
        if properties is None:
            if shape.attributes.get("filled") in ("f", "false"):
                return None if self._has_shapes else WHITE
            return colour_from_hex(shape.attributes.get("fillcolor", "#ffffff").partition(" ")[0])
        if properties.child("solidFill") is not None:
            return colour_from_hex(properties.value("solidFill", "srgbClr"))
        if any(each.name in _FILLED for each in properties.children):
            return None
        has_fill_of_style = shape.value("style", "fillRef", attribute="idx") not in ("", "0")
        is_empty = properties.child("noFill") is not None or not has_fill_of_style
        return WHITE if is_empty and not self._has_shapes else None


def _has_shapes(root: Element) -> bool:
    """Return True if a part has a picture or a filled shape, which may be behind a text box."""
    for element in root.descendants():
        if element.name in ("pic", "imagedata"):
            return True
        if element.name == "spPr" and any(each.name in ("solidFill", *_FILLED) for each in element.children):
            return True
    return False


def _runs(children: Iterable[Element]) -> Iterable[Element]:
    """Yield the runs of a paragraph, also those in links, fields and content controls."""
    for child in children:
        if child.name == "r":
            yield child
        elif child.name not in ("pPr", "del", "moveFrom"):
            yield from _runs(child.children)


def _is_on(element: Element | None) -> bool:
    return element is not None and element.attributes.get("val", "1") not in OFF


def _is_clear(properties: Element) -> bool:
    """Return True if the letters have no fill, or one that is transparent, and no outline."""
    fill = properties.child("textFill")
    outline = properties.child("textOutline")
    if fill is None or (outline is not None and outline.child("noFill") is None):
        return False
    alphas = (each.attributes.get("val", "") for each in fill.descendants() if each.name == "alpha")
    transparency = next(alphas, "")
    return fill.child("noFill") is not None or (
        transparency.isdigit() and int(transparency) >= (100 - _NARROWEST) * 1_000
    )


def _with_row(look: _Look, properties: Element | None) -> _Look:
    """Return the look of the text in a row of a table."""
    if properties is None:
        return look
    if _is_on(properties.child("hidden")):
        return replace(look, cause=Cause.HIDDEN_ROW)
    height = properties.child("trHeight")
    is_low = height is not None and _is_exact(height.attributes, "hRule", "val")
    return replace(look, cause=Cause.TINY) if is_low else look


def _is_exact(attributes: Mapping[str, str], rule: str, height: str) -> bool:
    """Return True for an exact height that shows no text."""
    value = attributes.get(height, "")
    return attributes.get(rule) == "exact" and value.isdigit() and int(value) <= _LOWEST


def _is_out_of_sight(properties: Element) -> bool:
    """Return True for a paragraph in lines that show no text, in a frame outside the page, or indented beyond it."""
    spacing = properties.child("spacing")
    if spacing is not None and _is_exact(spacing.attributes, "lineRule", "line"):
        return True
    places = [properties.value("framePr", attribute=side) for side in ("x", "y")]
    places += [properties.value("ind", attribute=side) for side in ("left", "start")]
    return any(re.fullmatch(r"-?\d+", each) and abs(int(each)) >= _FURTHEST // 2 for each in places)


def _cause(look: _Look) -> Cause | None:
    if look.cause is not None:
        return look.cause
    if look.size is not None and look.size <= _LARGEST_TINY:
        return Cause.TINY
    colour = look.colour if look.colour is not None else BLACK if look.is_highlighted else None
    if colour is not None and look.behind is not None and look_alike(colour, look.behind):
        return Cause.COLOUR
    return None
