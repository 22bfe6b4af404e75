"""What the styles of a Word file say about a paragraph or a run: the level of a heading, bold, hidden."""

from __future__ import annotations

import re
from typing import Final
from xml.etree import ElementTree as ET

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_HEADING: Final = re.compile(r"(?:heading|überschrift|titre)\s*([1-9])", re.IGNORECASE)
_OFF: Final = frozenset({"0", "false", "off", "none"})
_MOST_BASES: Final = 20


def local_name(element: ET.Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_of(element: ET.Element | None) -> str:
    """Return the attribute `val`; empty if there is none."""
    return element.get(f"{{{_W}}}val", "") if element is not None else ""


def is_switched_on(element: ET.Element | None) -> bool:
    """Return True for a property that is there and is not switched off."""
    return element is not None and value_of(element).lower() not in _OFF


def _child(element: ET.Element | None, name: str) -> ET.Element | None:
    return next((each for each in element if local_name(each) == name), None) if element is not None else None


class WordStyles:
    """The styles of one file."""

    def __init__(self, root: ET.Element | None) -> None:
        found = [each for each in root if local_name(each) == "style"] if root is not None else []
        self._styles = {each.get(f"{{{_W}}}styleId", ""): each for each in found}

    def hides(self, element: ET.Element) -> bool:
        """Return True for a run or a paragraph that nobody sees in print."""
        run = local_name(element) == "r"
        properties = _child(element, "rPr" if run else "pPr")
        if run:
            own = _child(properties, "vanish")
            if own is not None:
                return is_switched_on(own)
        style = value_of(_child(properties, "rStyle" if run else "pStyle"))
        return any(is_switched_on(_child(_child(each, "rPr"), "vanish")) for each in self._chain(style))

    def is_contents(self, paragraph: ET.Element) -> bool:
        """Return True for a line of a table of contents."""
        style = value_of(_child(_child(paragraph, "pPr"), "pStyle"))
        return any(self._name(each).lower().startswith("toc ") for each in self._chain(style))

    def simplify(self, paragraph: ET.Element) -> None:
        """Give a heading one of the usual styles, and write bold that a style gives at each run."""
        properties = _child(paragraph, "pPr")
        named = _child(properties, "pStyle")
        chain = self._chain(value_of(named))
        level = self._level(properties, chain)
        if level and properties is None:
            properties = ET.Element(f"{{{_W}}}pPr")
            paragraph.insert(0, properties)
        if properties is not None:
            if named is not None:
                properties.remove(named)
            if level:
                style = "Title" if level == "title" else f"H{level}"
                properties.insert(0, ET.Element(f"{{{_W}}}pStyle", {f"{{{_W}}}val": style}))
                for each in [one for one in properties if local_name(one) == "numPr"]:
                    properties.remove(each)
        if level:
            return
        is_bold = self._is_bold(chain)
        for run in (each for each in paragraph.iter() if local_name(each) == "r"):
            own = _child(run, "rPr")
            of_run = self._chain(value_of(_child(own, "rStyle")))
            if _child(own, "b") is None and (is_bold or self._is_bold(of_run)):
                if own is None:
                    own = ET.Element(f"{{{_W}}}rPr")
                    run.insert(0, own)
                ET.SubElement(own, f"{{{_W}}}b")

    def plain_styles(self) -> bytes:
        """Return the only styles that a simplified copy names."""
        names = {"Title": "Title", **{f"H{level}": f"heading {level}" for level in range(1, 10)}}
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/></w:style>'
            for identity, name in names.items()
        )
        return f'<w:styles xmlns:w="{_W}">{styles}</w:styles>'.encode()

    def _chain(self, style: str) -> list[ET.Element]:
        """Return a style, the one that it is based on, and so on."""
        chain: list[ET.Element] = []
        while style in self._styles and self._styles[style] not in chain and len(chain) < _MOST_BASES:
            chain.append(self._styles[style])
            style = value_of(_child(self._styles[style], "basedOn"))
        return chain

    def _name(self, style: ET.Element) -> str:
        return value_of(_child(style, "name"))

    def _level(self, properties: ET.Element | None, chain: list[ET.Element]) -> str:
        """Return `1` to `9`, `title`, or nothing for a paragraph that is no heading."""
        for name in map(self._name, chain):
            if found := _HEADING.fullmatch(name.strip()):
                return found[1]
            if name.strip().lower() == "title":
                return "title"
        outlines = [_child(properties, "outlineLvl"), *(_child(_child(each, "pPr"), "outlineLvl") for each in chain)]
        outline = next((value_of(each) for each in outlines if each is not None), "")
        return str(int(outline) + 1) if outline.isdigit() and int(outline) < 9 else ""

    def _is_bold(self, chain: list[ET.Element]) -> bool:
        bold = next((each for style in chain if (each := _child(_child(style, "rPr"), "b")) is not None), None)
        return is_switched_on(bold)
