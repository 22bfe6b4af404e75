"""Checks the images of records and pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from urllib.parse import urlsplit

from generator.diagnostics import Diagnostic, rule
from generator.markdown import pictures_in
from generator.model import Records
from generator.validate.text_locations import SourceLocator, body_location, page_text, prose_with_links_or_html


def check_missing_alt_text(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P610. No image in a record is decoration: each is there because it says something."""
    for record in records.prose_records:
        for path, text in prose_with_links_or_html(record):
            yield from _without_words(
                text, SourceLocator(record.raw.source, partial(record.raw.location_of, *path)), False
            )
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


def check_external_images(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P611 for each image that readers would load from another site."""
    for record in records.prose_records:
        for path, text in prose_with_links_or_html(record):
            yield from _from_elsewhere(text, SourceLocator(record.raw.source, partial(record.raw.location_of, *path)))
    for page in records.pages:
        yield from _from_elsewhere(page_text(page), SourceLocator(page.source, partial(body_location, page)))


def _from_elsewhere(text: str, places: SourceLocator) -> Iterator[Diagnostic]:
    hint = "put the file next to the page and name it there, or link to the page that shows it"
    for picture in pictures_in(text):
        if _leads_away(picture.source):
            message = f'the picture "{picture.source}" is on another site, and browsers refuse to show it here'
            yield rule("P611").diagnostic(message, places.picture(picture.source), hint)


def check_pictures_in_records(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P601 for each image file that a record names in its text: pictures have a field."""
    hint = "take it out of the text, and below it write: pictures: [{file: door.webp, alt: what it shows}]"
    for record in records.prose_records:
        for path, text in prose_with_links_or_html(record):
            locator = SourceLocator(record.raw.source, partial(record.raw.location_of, *path))
            for picture in pictures_in(text):
                if not _leads_away(picture.source):
                    yield rule("P601").diagnostic(
                        f'the picture "{picture.source}" cannot be shown here', locator(picture.source), hint
                    )


def _leads_away(source: str) -> bool:
    try:
        parts = urlsplit(source)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)
