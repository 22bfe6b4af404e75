"""Finds the place in the sources of the site where an editor can correct each URL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Location
from generator.link_checker.external.url_extraction import find_urls, normalise_url
from generator.link_checker.source_locations import shared_records
from generator.model import RawRecord, Records, Source


def source_locations(records: Records) -> Mapping[str, Location]:
    """Return the first place of each URL, by its normalised form.

    Cases, briefings and notices come first, then the hand-written pages, the partnership, the vocabulary and the
    redirects.
    """
    locations: dict[str, Location] = {}
    for url, location in _locations(records):
        locations.setdefault(url, location)
    return locations


def _locations(records: Records) -> Iterator[tuple[str, Location]]:
    for record in records.cases_briefings_notices:
        yield from _urls_in_record(record.raw)
    for page in records.pages:
        yield from _in_page(page.source)
    for raw in shared_records(records):
        yield from _urls_in_record(raw)


def _urls_in_record(raw: RawRecord) -> Iterator[tuple[str, Location]]:
    for path, text in _texts_with_urls(raw.values, ()):
        for written in dict.fromkeys((text, *(url for _, url in find_urls(text)))):
            url = normalise_url(written)
            if url is not None:
                yield url, raw.find(written, *path)


def _in_page(source: Source) -> Iterator[tuple[str, Location]]:
    for offset, written in find_urls(source.text):
        url = normalise_url(written)
        if url is not None:
            yield url, source.at_offset(offset)


def _texts_with_urls(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each text of a record that may include a URL, with its path."""
    if isinstance(value, str):
        if "://" in value:
            yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _texts_with_urls(item, (*path, key))
    elif isinstance(value, Sequence):
        for index, item in enumerate(value):
            yield from _texts_with_urls(item, (*path, index))
