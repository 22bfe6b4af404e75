"""Pictures say in words what they show, or that they are decoration."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from generator.diagnostics import Diagnostic, rule
from generator.markdown import pictures_in
from generator.model import Records
from generator.validate.text_locations import SourceLocator, body_location, page_text, prose_with_links_or_html


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields P610. In a record nothing is decoration: there a picture stands because it says something."""
    for each in records.prose_records:
        for path, text in prose_with_links_or_html(each):
            yield from _without_words(text, SourceLocator(each.raw.source, partial(each.raw.location_of, *path)), False)
    for page in records.pages:
        yield from _without_words(page_text(page), SourceLocator(page.source, partial(body_location, page)), True)


def _without_words(text: str, places: SourceLocator, may_decorate: bool) -> Iterator[Diagnostic]:
    hint = "write what it shows between the brackets, ![A family at a table](...)"
    if may_decorate:
        hint += "; where it shows nothing that matters, write {.decoration} behind it"
    for picture in pictures_in(text):
        if not picture.alternative and not (may_decorate and picture.is_decoration):
            message = f'the picture "{picture.source}" has no text for people who cannot see it'
            yield rule("P610").diagnostic(message, places.picture(picture.source), hint)
