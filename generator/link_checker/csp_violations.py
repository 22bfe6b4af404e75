"""Reports styles and scripts in hand-written pages that the content security policy makes browsers refuse."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import Address, MarkdownPage

_CANDIDATE: Final = re.compile(rb"<style|\bstyle\s*=|\son[a-z]+\s*=|javascript:", re.IGNORECASE)
_REFUSED: Final = "the site's security policy makes browsers ignore it"
_CLASS_INSTEAD: Final = f"{_REFUSED}: delete it, or use a class of the stylesheet"
_SHEET_INSTEAD: Final = f"{_REFUSED}: move the rules to a stylesheet of the theme"
_LINK_INSTEAD: Final = f"{_REFUSED}: delete it, or write a plain link"


@dataclass(frozen=True, slots=True)
class _Violation:
    """One style or script that a browser refuses."""

    subject: str
    """The style or script, as the object of a sentence."""

    hint: str
    pattern: str
    """Regular expression that finds it in the Markdown."""


def check_handwritten_styles(pages: Sequence[MarkdownPage], html_of: Mapping[Address, bytes]) -> Iterator[Diagnostic]:
    """Yield P608 for each style attribute, style element, script handler and `javascript:` link of a page.

    The location is its line in the Markdown. If it is not in the Markdown, the theme or an extension has written it. It
    is then reported once for all pages, at the first page that has it.
    """
    reported: set[_Violation] = set()
    for page in pages:
        html = None if page.is_frame else html_of.get(page.address)
        for violation in _violations_in(html) if html is not None else ():
            matches = re.finditer(violation.pattern, page.source.text, re.IGNORECASE)
            locations = [page.source.at_offset(match.start()) for match in matches]
            if not locations and violation not in reported:
                reported.add(violation)
                locations = [Location(page.source.file)]
            for location in locations:
                yield rule("P608").diagnostic(f"this page has {violation.subject}", location, violation.hint)


@lru_cache(maxsize=256)
def _violations_in(html: bytes) -> tuple[_Violation, ...]:
    """Return each violation on a page once. The result is cached: a preview checks the same pages after each save."""
    return tuple(dict.fromkeys(_violations(LexborHTMLParser(html)))) if _CANDIDATE.search(html) else ()


def _violations(html: LexborHTMLParser) -> Iterator[_Violation]:
    if html.css_first("style") is not None:
        yield _Violation("a <style> element", _SHEET_INSTEAD, "<style")
    for node in html.css("*"):
        for name, value in node.attributes.items():
            text = (value or "").strip()
            if name == "style":
                pattern = rf"style\s*=\s*[\"']?\s*{re.escape(text)}"
                yield _Violation(f'a style attribute: style="{text}"', _CLASS_INSTEAD, pattern)
            elif name.startswith("on"):
                yield _Violation(f"a script: {name}", _LINK_INSTEAD, rf"\b{re.escape(name)}\s*=")
            elif name in ("href", "action", "src", "formaction") and text.lower().startswith("javascript:"):
                yield _Violation(f"a script: {name} javascript:", _LINK_INSTEAD, "javascript:")
