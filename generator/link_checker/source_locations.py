"""Finds where the sources write a link, so that a diagnostic points to text that an editor can change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final
from urllib.parse import quote, unquote

from generator.diagnostics import Location
from generator.link_checker.checked_file import BrokenLink, LinkIssue
from generator.markdown.record_links import KINDS
from generator.model import Address, RawRecord, Records, Source, address_of, addresses

_MIN_LENGTH: Final = 5
"""Minimum length in characters of a text that is unlikely to match by chance."""


class SourceLocator:
    """Finds the place of a link in records, hand-written pages and the theme's templates."""

    def __init__(self, records: Records, site_url: str, templates: Callable[[], Sequence[Source]] = tuple) -> None:
        """`templates` returns the engine's settings and the theme's files. It is only called if it is needed."""
        self.site_url = site_url
        self._templates = templates
        words = records.vocabulary.record if records.vocabulary is not None else None
        self._records: Mapping[Address, Source] = {
            address_of(record.record, words): record.raw.source for record in records.cases_briefings_notices
        } | {addresses.bulletin(bulletin.record.id): bulletin.raw.source for bulletin in records.bulletins}
        self._pages: Mapping[Address, Source] = {page.address: page.source for page in records.pages}
        self._shared = tuple(raw.source for raw in shared_records(records))

    def origin(self, address: Address) -> Location | None:
        """Return the file that a page is made from; None for a page that the generator makes from many files."""
        source = self._records.get(address) or self._pages.get(address)
        return Location(source.file) if source is not None else None

    def is_record_page(self, address: Address) -> bool:
        """Return True for the page of a record."""
        return address in self._records

    def on_its_page(self, link: BrokenLink) -> Location | None:
        """Return the place in the source file of the page; None if the link comes from another file."""
        source = self._records.get(link.page) or self._pages.get(link.page)
        return find_url(source, self._spellings(link)) if source is not None else None

    def in_theme(self, link: BrokenLink) -> Location | None:
        """Return the place in the engine's settings, in a template, or in the text about the partnership."""
        return self._first_in((*self._theme, *self._shared), link)

    def in_files(self, link: BrokenLink) -> Location | None:
        """Return the place in a stylesheet or script, preferably one with the name of the file that has the link."""
        name = link.page.rpartition("/")[2]
        ending = name[name.rfind(".") :]
        sources = [source for source in self._theme if source.file.endswith(ending)]
        sources.sort(key=lambda source: not source.file.endswith(f"/{name}"))
        return next(filter(None, (find_url(source, (link.url,)) for source in sources)), None)

    def anywhere(self, link: BrokenLink) -> Location | None:
        """Return the first place in any source; None if no source writes the link."""
        return self._first_in((*self._shared, *self._records.values(), *self._pages.values(), *self._theme), link)

    def _first_in(self, sources: Iterable[Source], link: BrokenLink) -> Location | None:
        spellings = tuple(
            spelling for spelling in self._spellings(link) if len(spelling) >= _MIN_LENGTH and spelling.strip("./#")
        )
        return next(filter(None, (find_url(source, spellings) for source in sources)), None)

    @cached_property
    def _theme(self) -> Sequence[Source]:
        return self._templates()

    def _spellings(self, link: BrokenLink) -> tuple[str, ...]:
        """Return the forms in which records, Markdown and templates may write a link, the most certain first."""
        return tuple(dict.fromkeys(filter(None, self._all_spellings(link))))

    def _all_spellings(self, link: BrokenLink) -> Iterator[str]:
        address, fragment = link.target, f"#{link.fragment}" if link.fragment else ""
        yield link.url
        yield unquote(link.url)
        bare = address.strip("/")
        if bare and link.issue is not LinkIssue.HTTP:
            name = bare.rpartition("/")[2]
            for anchor in (fragment,) if link.issue is LinkIssue.ANCHOR else dict.fromkeys((fragment, "")):
                yield self.site_url + address + anchor
                if link.issue is not LinkIssue.REDIRECTED:
                    # A link by id leads to the record's current address.
                    yield from (f"{kind}:{name}{anchor}" for kind in KINDS)
                    yield f"page:{bare}{anchor}"
                yield f"{name}.md{anchor}"
                yield f"{name}/index.md{anchor}"
                yield address + anchor
                yield quote(address) + anchor
        yield fragment


def shared_records(records: Records) -> tuple[RawRecord, ...]:
    """Return the records that concern the whole site: the partnership, the vocabulary and the redirects."""
    parsed = (records.partnership, records.vocabulary, records.redirects)
    return tuple(record.raw for record in parsed if record is not None)


def find_url(source: Source, spellings: Iterable[str]) -> Location | None:
    """Return the place of the first spelling of a URL that a source contains; None if it has none.

    A place where the URL is the target of a link comes first, whatever its spelling. A plain word, such as `about`, is
    found nowhere else, because it may be part of a sentence.
    """
    spellings = tuple(spellings)
    for is_place in (_is_target, _is_whole_url):
        for spelling in spellings:
            offset = source.text.find(spelling)
            while offset >= 0:
                if is_place(source.text, offset, spelling):
                    return source.at_offset(offset)
                offset = source.text.find(spelling, offset + 1)
    return None


def _is_target(text: str, offset: int, spelling: str) -> bool:
    """Return True if a text is the whole target of a link in Markdown or HTML, or a whole value in quotation marks."""
    before, after = text[offset - 1 : offset], text[offset + len(spelling) : offset + len(spelling) + 1]
    return before in ("(", '"', "'", "<") and after in (")", '"', "'", ">", " ")


def _is_whole_url(text: str, offset: int, spelling: str) -> bool:
    """Return True if a text is not part of a longer word, and too unusual to be a word of a sentence."""
    if len(spelling) < _MIN_LENGTH or spelling.isalpha():
        return False
    before, after = text[offset - 1 : offset], text[offset + len(spelling) : offset + len(spelling) + 1]
    if spelling[0].isalnum() and (before.isalnum() or before in ("-", "_")):
        return False
    return not (after.isalnum() or after in ("-", "_"))
