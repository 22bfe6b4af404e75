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
        self.by_default = False
        """True if all words are hidden that no style shows."""

        self._hidden: dict[str, bool] = {}
        self._parents: dict[str, str] = {}
        self._style = ""
        self._is_default = False

    @property
    def names(self) -> frozenset[str]:
        """Return the names of the styles that hide, with those that are based on them and do not say otherwise."""
        return frozenset(name for name in {*self._hidden, *self._parents} if self._is_hidden(name))

    def _is_hidden(self, name: str) -> bool:
        seen: set[str] = set()
        while name not in self._hidden and name in self._parents and name not in seen:
            seen.add(name)
            name = self._parents[name]
        return self._hidden.get(name, False)

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        """Enter an element."""
        local = name.rpartition(" ")[2]
        attributes = {key.rpartition(" ")[2]: value for key, value in zip(pairs[::2], pairs[1::2], strict=True)}
        if local == "style":
            self._style = attributes.get("styleId", attributes.get("name", ""))
            self._is_default = attributes.get("default", "0") not in OFF and attributes.get("type") == "paragraph"
            if "parent-style-name" in attributes:
                self._parents[self._style] = attributes["parent-style-name"]
        elif local == "basedOn":
            self._parents[self._style] = attributes.get("val", "")
        elif local == "vanish":
            is_hidden = attributes.get("val", "1") not in OFF
            self._hidden[self._style] = is_hidden
            self.by_default |= is_hidden and (self._is_default or not self._style)
        elif (
            (local == "text-properties" and attributes.get("display") == "none")
            or (local == "table-properties" and attributes.get("display") == "false")
            or (local == "drawing-page-properties" and attributes.get("visibility") == "hidden")
        ):
            self._hidden[self._style] = True


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


def column_of(cell: str) -> int:
    """Return the number of the column of a cell such as `AB12`; 0 if it gives none."""
    number = 0
    for letter in cell:
        if not letter.isalpha():
            break
        number = number * 26 + ord(letter.upper()) - ord("A") + 1
    return number
