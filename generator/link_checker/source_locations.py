"""Finds where the sources write a link, so that a diagnostic points to text that an editor can change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from generator.diagnostics import Location
from generator.link_checker.broken_links import BrokenLink, LinkIssue
from generator.markdown.record_links import KINDS
from generator.model import Address, Records, Source, address_of, addresses

_SURE: Final = 5
"""Minimum length in characters of a text that is unlikely to be found by chance."""


class SourceLocator:
    """Finds the place of a link in records, hand-written pages and the theme's templates."""

    def __init__(self, records: Records, site_url: str, templates: Callable[[], Sequence[Source]] = tuple) -> None:
        """`templates` returns the engine's settings and the theme's files; it is called if no other source matches."""
        self.site_url = site_url
        self._templates = templates
        words = records.vocabulary.record if records.vocabulary is not None else None
        self._records: Mapping[Address, Source] = {
            address_of(record.record, words): record.raw.source for record in records.cases_briefings_notices
        } | {addresses.bulletin(bulletin.record.id): bulletin.raw.source for bulletin in records.bulletins}
        self._pages: Mapping[Address, Source] = {page.address: page.source for page in records.pages}
        singles = (records.partnership, records.vocabulary, records.redirects)
        self._shared = tuple(each.raw.source for each in singles if each is not None)

    def origin(self, address: Address) -> Location | None:
        """Return the file that a page is made from; None for a page that the generator makes from many files."""
        source = self._records.get(address) or self._pages.get(address)
        return Location(source.file) if source is not None else None

    def of_record(self, address: Address) -> bool:
        """Return True for the page of a record."""
        return address in self._records

    def on_its_page(self, faulty: BrokenLink) -> Location | None:
        """Return the place in the source file of the page; None if the link comes from elsewhere."""
        source = self._records.get(faulty.shown) or self._pages.get(faulty.shown)
        return _first(source, self._spellings(faulty)) if source is not None else None

    def in_theme(self, faulty: BrokenLink) -> Location | None:
        """Return the place in the engine's settings, in a template, or in the text about the partnership."""
        return self._in((*self._theme, *self._shared), faulty)

    def anywhere(self, faulty: BrokenLink) -> Location | None:
        """Return the first place in any source; None if no source writes the link."""
        return self._in((*self._shared, *self._records.values(), *self._pages.values(), *self._theme), faulty)

    def _in(self, sources: Iterable[Source], faulty: BrokenLink) -> Location | None:
        spellings = tuple(
            spelling for spelling in self._spellings(faulty) if len(spelling) >= _SURE and spelling.strip("./#")
        )
        return next(filter(None, (_first(source, spellings) for source in sources)), None)

    @cached_property
    def _theme(self) -> Sequence[Source]:
        return self._templates()

    def _spellings(self, faulty: BrokenLink) -> tuple[str, ...]:
        """Return the forms in which records, Markdown and templates write such a link, the most certain first."""
        return tuple(dict.fromkeys(filter(None, self._all_spellings(faulty))))

    def _all_spellings(self, faulty: BrokenLink) -> Iterator[str]:
        address, place = faulty.address, f"#{faulty.fragment}" if faulty.fragment else ""
        yield faulty.written
        bare = address.strip("/")
        if bare and faulty.fault is not LinkIssue.HTTP:
            name = bare.rpartition("/")[2]
            for anchor in (place,) if faulty.fault is LinkIssue.PLACE else dict.fromkeys((place, "")):
                yield self.site_url + address + anchor
                if faulty.fault is not LinkIssue.MOVED:
                    # A link by id leads to the record's current address.
                    yield from (f"{kind}:{name}{anchor}" for kind in KINDS)
                    yield f"page:{bare}{anchor}"
                yield f"{name}.md{anchor}"
                yield f"{name}/index.md{anchor}"
                yield address + anchor
        yield place


def _first(source: Source, spellings: Iterable[str]) -> Location | None:
    for spelling in spellings:
        offset = source.text.find(spelling)
        while offset >= 0:
            if _stands_alone(source.text, offset, spelling):
                return source.at_offset(offset)
            offset = source.text.find(spelling, offset + 1)
    return None


def _stands_alone(text: str, offset: int, spelling: str) -> bool:
    """Return True if a short text is the whole target of a link, or if a long one is not part of a longer word."""
    before, after = text[offset - 1 : offset], text[offset + len(spelling) : offset + len(spelling) + 1]
    if len(spelling) < _SURE:
        return before in ("(", '"', "'", "<") and after in (")", '"', "'", ">")
    if spelling[0].isalnum() and (before.isalnum() or before in ("-", "_")):
        return False
    return not (after.isalnum() or after in ("-", "_"))
