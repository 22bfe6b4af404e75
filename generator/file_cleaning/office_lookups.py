"""Parsers of what the pages of an Office file refer to: the list of sheets, hidden styles and shared strings."""

from __future__ import annotations

from typing import Final

from generator.file_cleaning.xml_editing import XmlHandler

OFF: Final = ("0", "false", "off")
"""How an attribute says no."""


class Sheets(XmlHandler):
    """Collects the name of each sheet that is shown, and the id of its relationship."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, str]] = []

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        """Enter an element."""
        attributes = {key.rpartition(" ")[2]: value for key, value in zip(pairs[::2], pairs[1::2], strict=True)}
        if name.endswith(" sheet") and attributes.get("state", "visible") == "visible":
            self.shown.append((attributes.get("name", ""), attributes.get("id", "")))


class HiddenStyles(XmlHandler):
    """Collects the names of the styles that hide what they are for."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self._style = ""

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        """Enter an element."""
        local = name.rpartition(" ")[2]
        attributes = {key.rpartition(" ")[2]: value for key, value in zip(pairs[::2], pairs[1::2], strict=True)}
        if local == "style":
            self._style = attributes.get("styleId", attributes.get("name", ""))
        elif (
            (local == "vanish" and attributes.get("val", "1") not in OFF)
            or (local == "text-properties" and attributes.get("display") == "none")
            or (local == "table-properties" and attributes.get("display") == "false")
            or (local == "drawing-page-properties" and attributes.get("visibility") == "hidden")
        ):
            self.names.add(self._style)


class SharedStrings(XmlHandler):
    """Collects the strings that the cells of a workbook refer to by number."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._open: list[str] = []

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        """Enter an element."""
        self._open.append(name.rpartition(" ")[2])
        if self._open[-1] == "si":
            self.found.append("")

    def end(self, place: int, name: str) -> None:
        """Leave an element."""
        self._open.pop()

    def text(self, text: str) -> None:
        """Read text."""
        if self._open and self._open[-1] == "t" and "rPh" not in self._open and self.found:
            self.found[-1] += text
