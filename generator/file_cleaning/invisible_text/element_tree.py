"""A part of an Office file as a tree. Namespaces are left out: no two names that are needed differ only in theirs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.file_cleaning.xml_editing import XmlHandler, as_utf_8, parse_xml

_NO_ATTRIBUTES: dict[str, str] = {}


@dataclass(slots=True)
class Element:
    """An element."""

    name: str
    """Without its namespace."""

    attributes: dict[str, str] = field(default_factory=dict)
    """By their names without namespaces."""

    children: list[Element] = field(default_factory=list)
    text: str = ""
    """The text directly inside the element."""

    def child(self, *names: str) -> Element | None:
        """Return the first child with a name, the first child of that with the next name, and so on."""
        found: Element | None = self
        for name in names:
            found = next((each for each in found.children if each.name == name), None) if found is not None else None
        return found

    def all(self, name: str) -> Iterator[Element]:
        """Yield the children with this name."""
        return (each for each in self.children if each.name == name)

    def descendants(self) -> Iterator[Element]:
        """Yield all elements below this one, in the order of the file."""
        waiting = self.children[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += element.children[::-1]

    def value(self, *names: str, attribute: str = "val") -> str:
        """Return an attribute of a child, found as by `child`; empty if there is none."""
        found = self.child(*names)
        return found.attributes.get(attribute, "") if found is not None else ""


def tree_of(data: bytes | None) -> Element:
    """Return the root of a part; an element without content for None. Raises an XmlError."""
    builder = _Builder()
    if data is not None:
        parse_xml(as_utf_8(data), builder)
    return builder.root


class _Builder(XmlHandler):
    def __init__(self) -> None:
        self.root = Element("")
        self._open: list[Element] = []

    def start(self, place: int, name: str, pairs: list[str]) -> None:
        attributes = {key.rpartition(" ")[2]: value for key, value in zip(pairs[::2], pairs[1::2], strict=True)}
        element = Element(name.rpartition(" ")[2], attributes or _NO_ATTRIBUTES)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)

    def end(self, place: int, name: str) -> None:
        self._open.pop()

    def text(self, text: str) -> None:
        if self._open and not text.isspace():
            self._open[-1].text += text
