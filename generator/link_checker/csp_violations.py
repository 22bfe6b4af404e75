"""Reports styles and scripts in hand-written pages that the content security policy makes browsers refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import Address, MarkdownPage

_WORTH_A_LOOK: Final = re.compile(rb"<style|\bstyle\s*=|\son[a-z]+\s*=|javascript:", re.IGNORECASE)
_REFUSED: Final = "the site's security policy makes browsers ignore it"
_CLASS_INSTEAD: Final = f"{_REFUSED}: leave it out, or name a class that the stylesheet knows"
_SHEET_INSTEAD: Final = f"{_REFUSED}: put the rules into a stylesheet of the theme"
_LINK_INSTEAD: Final = f"{_REFUSED}: leave it out, or write a plain link"


@dataclass(frozen=True, slots=True)
class _Own:
    """One style or script that a browser refuses."""

    shown: str
    hint: str
    pattern: str
    """Regular expression that finds it in the Markdown."""


def check_handwritten_styles(pages: Sequence[MarkdownPage], html_of: Mapping[Address, bytes]) -> Iterator[Diagnostic]:
    """Yield P608 for each style attribute, style element, script handler and `javascript:` link of a page.

    The location is its Markdown line. If it is not in the Markdown, the theme or an extension has written it: the
    location is the page, and it is reported once for all pages.
    """
    told: set[_Own] = set()
    for page in pages:
        html = None if page.is_frame else html_of.get(page.address)
        if html is None or not _WORTH_A_LOOK.search(html):
            continue
        for own in dict.fromkeys(_own(LexborHTMLParser(html))):
            matches = re.finditer(own.pattern, page.source.text, re.IGNORECASE)
            places = [page.source.at_offset(match.start()) for match in matches]
            if not places and own not in told:
                told.add(own)
                places = [Location(page.source.file)]
            for place in places:
                yield rule("P608").diagnostic(f"this page carries {own.shown}", place, own.hint)


def _own(html: LexborHTMLParser) -> Iterator[_Own]:
    if html.css_first("style") is not None:
        yield _Own("a <style> of its own", _SHEET_INSTEAD, "<style")
    for node in html.css("*"):
        for name, value in node.attributes.items():
            written = (value or "").strip()
            if name == "style":
                pattern = rf"style\s*=\s*[\"']?\s*{re.escape(written)}"
                yield _Own(f'a style of its own: style="{written}"', _CLASS_INSTEAD, pattern)
            elif name.startswith("on"):
                yield _Own(f"a script of its own: {name}", _LINK_INSTEAD, rf"\b{re.escape(name)}\s*=")
            elif name in ("href", "action", "src", "formaction") and written.lower().startswith("javascript:"):
                yield _Own(f"a script of its own: {name} javascript:", _LINK_INSTEAD, "javascript:")
