"""Finds where the sources of the site write each URL: the place that an editor can correct."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Location
from generator.link_checker.external.url_extraction import find_urls, normalise_url
from generator.model import RawRecord, Records


def source_locations(records: Records) -> Mapping[str, Location]:
    """Return the first place of each URL, by its normalised form.

    Cases, briefings and notices come first, then the hand-written pages, the partnership, the vocabulary and the
    redirects.
    """
    places: dict[str, Location] = {}
    for address, place in (*_of_records(records), *_of_pages(records), *_of_the_rest(records)):
        places.setdefault(address, place)
    return places


def _of_records(records: Records) -> Iterator[tuple[str, Location]]:
    for record in records.cases_briefings_notices:
        yield from _of_record(record.raw)


def _of_the_rest(records: Records) -> Iterator[tuple[str, Location]]:
    for each in (records.partnership, records.vocabulary, records.redirects):
        if each is not None:
            yield from _of_record(each.raw)


def _of_record(raw: RawRecord) -> Iterator[tuple[str, Location]]:
    for path, text in _texts(raw.values, ()):
        for written in dict.fromkeys((text, *(address for _, address in find_urls(text)))):
            address = normalise_url(written)
            if address is not None:
                yield address, raw.find(written, *path)


def _of_pages(records: Records) -> Iterator[tuple[str, Location]]:
    for page in records.pages:
        for offset, written in find_urls(page.source.text):
            address = normalise_url(written)
            if address is not None:
                yield address, page.source.at_offset(offset)


def _texts(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield each text of a record that may include a URL, with its path."""
    if isinstance(value, str):
        if "://" in value:
            yield path, value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _texts(each, (*path, key))
    elif isinstance(value, Sequence):
        for index, each in enumerate(value):
            yield from _texts(each, (*path, index))
