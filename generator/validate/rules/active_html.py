"""Checks that hand-written pages contain nothing that runs, loads another site or changes where links lead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.markdown.html_tags import HtmlTag, html_tags
from generator.model import MarkdownPage, Records
from generator.validate.text_locations import SourceLocator, body_location, page_text

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


def check_active_html(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P667 for each element or handler that a page does not accept with a reason, and P668 for a needless one."""
    for page in records.pages:
        found = [(name, tag, hint) for tag in html_tags(page_text(page)) for name, hint in _active(tag)]
        place = SourceLocator(page.source, partial(body_location, page))
        for name, tag, hint in found:
            if name not in page.accepted_html:
                what = f"<{name}>" if name == tag.name else f"the handler {name}"
                message = f"this page has {what}, which runs something or loads another site"
                yield rule("P667").diagnostic(message, place(tag.text.split("\n")[0]), hint)
        yield from _unneeded(page, {name for name, _, _ in found})


def _active(tag: HtmlTag) -> Iterator[tuple[str, str]]:
    if tag.name in _ELEMENTS:
        yield tag.name, _ELEMENTS[tag.name]
    elif tag.name in _OF_PICTURES:
        yield tag.name, _MOVING
    for name, _ in tag.attributes:
        if name.startswith("on") and len(name) > len("on"):
            yield name, "delete it, or write a plain link"
        elif name in ("srcdoc", "formaction"):
            yield name, _LINK_INSTEAD


def _unneeded(page: MarkdownPage, needed: set[str]) -> Iterator[Diagnostic]:
    for name in page.accepted_html:
        if name not in needed:
            message = f'the page accepts "{name}" and does not have it'
            hint = "take it out of accepted_html"
            yield rule("P668").diagnostic(message, page.source.find(f"{name}:"), hint)
