"""The HTML that runs something, loads another site or changes where links lead, with what to do about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from generator.markdown.html_tags import HtmlTag

_LINK_INSTEAD: Final = "write a link to it instead: readers then see where they go"
_ELEMENTS: Final = {
    "applet": _LINK_INSTEAD,
    "audio": _LINK_INSTEAD,
    "base": "delete it: it changes where every link of the page leads",
    "embed": _LINK_INSTEAD,
    "form": "write a link to the page with the form, or an e-mail address",
    "frame": _LINK_INSTEAD,
    "frameset": _LINK_INSTEAD,
    "iframe": _LINK_INSTEAD,
    "link": "delete it: put styles into a stylesheet of the theme",
    "meta": "delete it; for an address that has moved, use content/redirects.yml",
    "object": _LINK_INSTEAD,
    "portal": _LINK_INSTEAD,
    "script": "delete it; what every page needs belongs in a script of the theme",
    "video": _LINK_INSTEAD,
}
"""Elements that run or load something, each with what to do."""

_OF_PICTURES: Final = frozenset({"animate", "animatemotion", "animatetransform", "foreignobject", "set", "use"})
"""Elements of SVG that can change an address, or show something from elsewhere."""

_MOVING: Final = "save the picture as a file next to the page, without animations"

_ADDRESSES: Final = frozenset({"href", "src", "action", "data", "xlink:href", "to", "from", "values"})
_IGNORED: Final = re.compile(r"[\x00-\x20]+")
"""Characters that browsers leave out of an address."""

_RUNS: Final = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_HEAD_OF_A_FILE: Final = frozenset({"link", "meta"})
"""Elements that every file of HTML has. They do harm only with some attributes."""


def is_active_element(name: str) -> bool:
    """Return True for an element, False for an attribute."""
    return name in _ELEMENTS or name in _OF_PICTURES


def active_parts(tag: HtmlTag) -> Iterator[tuple[str, str]]:
    """Yield the name of each element or attribute of a Markdown page's tag that is refused, and what to do."""
    if tag.name in _ELEMENTS:
        yield tag.name, _ELEMENTS[tag.name]
    elif tag.name in _OF_PICTURES:
        yield tag.name, _MOVING
    for name, _ in tag.attributes:
        if name.startswith("on") and len(name) > len("on"):
            yield name, "delete it, or write a plain link"
        elif name in ("srcdoc", "formaction"):
            yield name, _LINK_INSTEAD


def active_parts_of_file(data: bytes) -> tuple[tuple[str, int, str], ...]:
    """Return the same for a whole HTML file: name, line and what to do. Each name is reported once."""
    html = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig", errors="replace")
    found: dict[str, str] = {}
    for node in LexborHTMLParser(html).css("*"):
        name = (node.tag or "").rpartition(":")[2].lower()
        attributes = tuple((key.lower(), value or "") for key, value in node.attributes.items())
        is_harmless = name in _HEAD_OF_A_FILE and _is_harmless(name, dict(attributes))
        for part, hint in active_parts(HtmlTag("" if is_harmless else name, attributes, "")):
            found.setdefault(part, hint)
        for key, value in attributes:
            if key in _ADDRESSES and _RUNS.match(_IGNORED.sub("", value)) and not (name == "img" and key == "src"):
                found.setdefault(key, "write an address of a page or a file instead")
    return tuple((name, _line_of(name, html), hint) for name, hint in found.items())


def _is_harmless(name: str, attributes: dict[str, str]) -> bool:
    if name == "meta":
        return attributes.get("http-equiv", "content-type").strip().lower() in ("content-type", "content-language")
    return not _ELSEWHERE.match(_IGNORED.sub("", attributes.get("href", "")))


def _line_of(name: str, html: str) -> int:
    match = re.search(rf"(?:<|<[^<>]*:|[\s/\"']){re.escape(name)}\b", html, re.IGNORECASE)
    return html.count("\n", 0, match.end()) + 1 if match is not None else 1
