"""Finds invisible text on the slides of a presentation (ISO 29500-1, 19 to 21)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.file_cleaning.invisible_text.causes import Cause
from generator.file_cleaning.invisible_text.colours import WHITE, Colour, colour_from_hex, has_words, look_alike
from generator.file_cleaning.invisible_text.element_tree import Element, tree_of
from generator.file_cleaning.microsoft_office import relationships_of, targets_of

_SLIDE: Final = re.compile(r"ppt/slides/[^/]+\.xml")
_LARGEST_TINY: Final = 200
"""In hundredths of a point."""

_FAINTEST: Final = 5_000
"""The opacity, in thousandths of a percent, of a text that nobody can see."""

_MODIFIED: Final = frozenset({"lumMod", "lumOff", "tint", "shade", "satMod", "satOff", "inv", "comp", "gray"})
_FILLS: Final = frozenset({"solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})
_CLEAR: Final = Element("clear")
"""Stands for a background that a slide inherits and no part defines: white."""

_Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in English metric units."""


@dataclass(frozen=True, slots=True)
class _Shape:
    element: Element
    box: _Box | None
    """None if the place comes from the layout."""


def invisible_in_powerpoint(parts: Mapping[str, bytes]) -> Counter[Cause]:
    """Count the pieces of text that nobody sees when the slides are shown. Raises an XmlError."""
    found: Counter[Cause] = Counter()
    size = tree_of(parts.get("ppt/presentation.xml")).child("sldSz")
    width, height = (int(size.attributes.get(side, "0")) if size is not None else 0 for side in ("cx", "cy"))
    for name in parts:
        if _SLIDE.fullmatch(name):
            _Slide(parts, name, (width, height)).count(found)
    return found


class _Slide:
    def __init__(self, parts: Mapping[str, bytes], name: str, size: tuple[int, int]) -> None:
        self._size = size
        layout = _related(parts, name, "ppt/slideLayouts/")
        master = _related(parts, layout, "ppt/slideMasters/")
        theme = _related(parts, master, "ppt/theme/")
        trees = [tree_of(parts.get(each)) for each in (name, layout, master)]
        self._slide = trees[0]
        colours = tree_of(parts.get(theme)).child("themeElements", "clrScheme")
        self._theme = {each.name: each for each in (colours.children if colours is not None else ())}
        mapping = trees[2].child("clrMap")
        self._map = mapping.attributes if mapping is not None else {"bg1": "lt1", "tx1": "dk1"}
        self._background = self._background_of(trees)
        self._below = [shape for tree in trees[1:] for shape in _shapes(tree) if self._is_filled(shape.element)]

    def count(self, found: Counter[Cause]) -> None:
        """Add the pieces of text that cannot be seen."""
        below = list(self._below)
        shapes = list(_shapes(self._slide))
        # An animation may take a cover away, or show its slide's words one after the other.
        covers = [] if self._slide.child("timing") is not None else [each for each in shapes if self._covers(each)]
        for number, shape in enumerate(shapes):
            if shape.element.name == "graphicFrame":
                for cell in (each for each in shape.element.descendants() if each.name == "tc"):
                    properties = cell.child("tcPr")
                    fill = properties.child("solidFill") if properties is not None else None
                    self._count_text(cell, self._colour(fill) if fill is not None else None, found)
            elif self._is_outside(shape.box) and has_words(_words(shape.element)):
                found[Cause.OUTSIDE] += 1
            elif has_words(_words(shape.element)) and any(
                cover in shapes[number + 1 :] and _contains(cover.box, shape.box) for cover in covers
            ):
                found[Cause.COVERED] += 1
            else:
                self._count_text(shape.element, self._behind(shape, below), found)
            if self._is_filled(shape.element):
                below.append(shape)

    def _count_text(self, holder: Element, behind: Colour | None, found: Counter[Cause]) -> None:
        body = holder.child("txBody")
        if body is None:
            return
        usual = body.child("lstStyle", "lvl1pPr", "defRPr")
        for paragraph in body.all("p"):
            for run in paragraph.all("r"):
                cause = self._cause([each for each in (run.child("rPr"), usual) if each is not None], behind)
                text = run.child("t")
                if cause is not None and text is not None and has_words(text.text):
                    found[cause] += 1

    def _cause(self, properties: list[Element], behind: Colour | None) -> Cause | None:
        size = next((each.attributes["sz"] for each in properties if "sz" in each.attributes), "")
        if size.isdigit() and int(size) <= _LARGEST_TINY:
            return Cause.TINY
        fill = next((each for own in properties for each in own.children if each.name in (*_FILLS, "noFill")), None)
        has_outline = any(own.child("ln", "solidFill") is not None for own in properties)
        if fill is None or has_outline:
            return None
        opacity = next((each.attributes.get("val", "") for each in fill.descendants() if each.name == "alpha"), "")
        if fill.name == "noFill" or (opacity.isdigit() and int(opacity) <= _FAINTEST):
            return Cause.COLOUR
        colour = self._colour(fill)
        is_unseen = colour is not None and behind is not None and look_alike(colour, behind)
        return Cause.COLOUR if is_unseen else None

    def _behind(self, shape: _Shape, below: list[_Shape]) -> Colour | None:
        """Return the colour behind the text of a shape; None if it cannot be known."""
        properties = shape.element.child("spPr")
        fill = properties.child("solidFill") if properties is not None else None
        if fill is not None:
            return self._colour(fill)
        if self._is_filled(shape.element) or any(_overlap(shape.box, other.box) for other in below):
            return None
        return self._background

    def _is_filled(self, shape: Element) -> bool:
        if shape.name == "pic":
            return True
        properties = shape.child("spPr")
        if properties is not None and any(each.name in (*_FILLS, "noFill") for each in properties.children):
            return properties.child("noFill") is None
        return shape.value("style", "fillRef", attribute="idx") not in ("", "0")

    def _covers(self, shape: _Shape) -> bool:
        """Return True for a rectangle that nothing can be seen through."""
        properties = shape.element.child("spPr")
        fill = properties.child("solidFill") if properties is not None else None
        if fill is None or properties is None or any(each.name == "alpha" for each in fill.descendants()):
            return False
        return properties.value("prstGeom", attribute="prst") in ("", "rect")

    def _is_outside(self, box: _Box | None) -> bool:
        width, height = self._size
        if box is None or not width or not height:
            return False
        left, top, right, bottom = box
        return right <= 0 or bottom <= 0 or left >= width or top >= height

    def _background_of(self, trees: Iterable[Element]) -> Colour | None:
        for tree in trees:
            background = tree.child("cSld", "bg")
            if background is None:
                continue
            properties = background.child("bgPr")
            if properties is not None:
                fill = properties.child("solidFill")
                return self._colour(fill) if fill is not None else None
            reference = background.child("bgRef")
            is_plain = reference is not None and reference.attributes.get("idx") == "1001"
            return self._colour(reference) if is_plain and reference is not None else None
        return WHITE

    def _colour(self, holder: Element) -> Colour | None:
        """Return the colour of a fill; None if it cannot be known."""
        given = next(iter(holder.children), _CLEAR)
        if any(each.name in _MODIFIED for each in given.children):
            return None
        if given.name == "srgbClr":
            return colour_from_hex(given.attributes.get("val", ""))
        if given.name == "sysClr":
            return colour_from_hex(given.attributes.get("lastClr", ""))
        if given.name == "schemeClr":
            value = given.attributes.get("val", "")
            entry = self._theme.get(self._map.get(value, value))
            if entry is not None:
                return self._colour(entry)
            return WHITE if not self._theme and value in ("bg1", "lt1") else None
        return None


def _related(parts: Mapping[str, bytes], name: str, folder: str) -> str:
    """Return the part in a folder that another part refers to; empty if there is none."""
    relationships = relationships_of(name)
    if not name or relationships not in parts:
        return ""
    targets = targets_of(relationships, parts[relationships]).values()
    return next((each for each in targets if each.startswith(folder)), "")


def _shapes(tree: Element) -> Iterator[_Shape]:
    """Yield the shapes and pictures of a slide, those at the back first."""
    shapes = tree.child("cSld", "spTree")
    yield from _shapes_in(shapes, (1, 1, 0, 0)) if shapes is not None else ()


def _shapes_in(group: Element, scale: tuple[float, float, float, float]) -> Iterator[_Shape]:
    """`scale` turns the units of the group into those of the slide: two factors and two distances."""
    for child in group.children:
        if child.name == "AlternateContent":
            choice = child.child("Choice") or child
            yield from _shapes_in(choice, scale)
        elif child.name == "grpSp":
            yield from _shapes_in(child, _scale_of(child, scale))
        elif child.name in ("sp", "pic", "cxnSp", "graphicFrame"):
            place = child.child("xfrm") or child.child("spPr", "xfrm")
            yield _Shape(child, _box(place, scale))


def _box(place: Element | None, scale: tuple[float, float, float, float]) -> _Box | None:
    if place is None or place.child("off") is None or place.child("ext") is None:
        return None
    x, y = _pair(place, "off", "x", "y")
    width, height = _pair(place, "ext", "cx", "cy")
    across, down, right, below = scale
    return x * across + right, y * down + below, (x + width) * across + right, (y + height) * down + below


def _scale_of(group: Element, outer: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    place = group.child("grpSpPr", "xfrm")
    if place is None or place.child("chExt") is None:
        return outer
    x, y = _pair(place, "off", "x", "y")
    width, height = _pair(place, "ext", "cx", "cy")
    inner_x, inner_y = _pair(place, "chOff", "x", "y")
    inner_width, inner_height = _pair(place, "chExt", "cx", "cy")
    across, down = width / (inner_width or 1), height / (inner_height or 1)
    return (
        outer[0] * across,
        outer[1] * down,
        outer[0] * (x - inner_x * across) + outer[2],
        outer[1] * (y - inner_y * down) + outer[3],
    )


def _pair(place: Element, name: str, first: str, second: str) -> tuple[float, float]:
    values = [place.value(name, attribute=each) for each in (first, second)]
    across, down = (float(value) if re.fullmatch(r"-?\d+", value) else 0.0 for value in values)
    return across, down


def _overlap(one: _Box | None, other: _Box | None) -> bool:
    """Return True if two boxes have a place in common, or if a place comes from the layout and is not known."""
    if one is None or other is None:
        return True
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _contains(outer: _Box | None, inner: _Box | None) -> bool:
    """Return True if a box is within another. False if the place of one comes from the layout and is not known."""
    if outer is None or inner is None:
        return False
    return outer[0] <= inner[0] and outer[1] <= inner[1] and outer[2] >= inner[2] and outer[3] >= inner[3]


def _words(shape: Element) -> str:
    return "".join(each.text for each in shape.descendants() if each.name == "t")
