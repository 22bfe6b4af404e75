"""Checks that hand-written pages contain nothing that runs, loads another site or changes where links lead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from generator.diagnostics import Diagnostic, Location, rule
from generator.markdown.active_html import active_parts, is_active_element
from generator.markdown.html_tags import html_tags
from generator.model import MarkdownPage, Records
from generator.validate.text_locations import SourceLocator, body_location, page_text


def check_active_html(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P667 for each element or handler that a page does not accept with a reason, and P668 for a needless one."""
    for page in records.pages:
        found = [(name, tag, hint) for tag in html_tags(page_text(page)) for name, hint in active_parts(tag)]
        place = SourceLocator(page.source, partial(body_location, page))
        for name, tag, hint in found:
            if name not in page.accepted_html:
                yield _refused(name, place(tag.text.split("\n")[0]), hint)
        yield from _unneeded(page, {name for name, _, _ in found})


def check_html_files(records: Records) -> Iterator[Diagnostic]:
    """Yield P667 for each element or handler in an HTML file that is copied to the site. Such a file accepts none."""
    for file, facts in records.assets.items():
        for name, line, hint in facts.active_html:
            more = f"{hint}; or write a page in Markdown, which can accept it with a reason"
            yield _refused(name, Location(file, line), more)


def _refused(name: str, place: Location, hint: str) -> Diagnostic:
    what = (
        f"<{name}>" if is_active_element(name) else f"the {'handler' if name.startswith('on') else 'attribute'} {name}"
    )
    return rule("P667").diagnostic(f"this page has {what}, which runs something or loads another site", place, hint)


def _unneeded(page: MarkdownPage, needed: set[str]) -> Iterator[Diagnostic]:
    for name in page.accepted_html:
        if name not in needed:
            message = f'the page accepts "{name}" and does not have it'
            hint = "take it out of accepted_html"
            yield rule("P668").diagnostic(message, page.source.find(f"{name}:"), hint)
