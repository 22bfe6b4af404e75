"""Checks the prose of records and hand-written pages: no HTML, and every link by id leads to something public."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Final

from generator.diagnostics import Diagnostic, Location, did_you_mean, did_you_mean_path, rule
from generator.markdown import RecordLink, links_in, raw_html_tags, record_link
from generator.markdown.html_tags import unsafe_addresses
from generator.model import Records, SiteSection, addresses
from generator.model.link_problems import link_problem
from generator.model.site_sections import sections_of
from generator.validate.text_locations import SourceLocator, body_location, page_text, prose_with_links_or_html

_PUBLISHED_FILE: Final = re.compile(r"/?documents/([^/#?]+)\.\w+")
_PAGE_OF_PDF: Final = re.compile(
    r"(?:^document:|(?:^|/)documents/)([^/#?]+?)(?:\.pdf)?(?:\?[^#]*)?#(?:[^#]*&)?page=(\d{1,9})(?!\d)"
)

_NO_ADDRESS: Final = re.compile(r"""\]\(\s*(?:<\s*>)?\s*\)|href\s*=\s*(?:""|'')""", re.IGNORECASE)
"""A link without an address, as it is written."""

_MAX_REPORTED: Final = 20
"""Maximum number of pieces of HTML that are reported for one text."""


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P601, P602, P605 and L802 for records, and P601, P605 and L802 for hand-written pages."""
    targets = LinkTargets(records, today)
    for record in records.prose_records:
        for path, text in prose_with_links_or_html(record):
            start = partial(record.raw.location_of, *path)
            yield from _html(text, SourceLocator(record.raw.source, start))
            yield from targets.faults(text, SourceLocator(record.raw.source, start), record.record.is_public(today))
    for page in records.pages:
        yield from targets.faults(page_text(page), SourceLocator(page.source, partial(body_location, page)), True)


def _html(text: str, place: Callable[[str], Location]) -> Iterator[Diagnostic]:
    """Yield P602 for each opening tag. A closing tag is reported only if there is no opening tag."""
    opened = [
        raw_html_tag for raw_html_tag in raw_html_tags(text) if not raw_html_tag.startswith("</")
    ] or raw_html_tags(text)[:1]
    for found in opened[:_MAX_REPORTED]:
        shown = found.split("\n")[0][:60]
        hint = "write **bold**, *italic*, lists and [links](https://...) as plain text; for a bare < write \\<"
        yield rule("P602").diagnostic(f"HTML is not allowed in the text: {shown}", place(shown), hint)


def _files_of_the_site(audiences: Iterable[str]) -> frozenset[str]:
    return frozenset((*addresses.PLAIN_FILES, *map(addresses.feed_for, audiences)))


def _documents(records: Records) -> dict[str, int | None]:
    """Return the id of each document in a link, `rowan-report`, and the pages of its PDF; None if it has no PDF."""
    documents: dict[str, int | None] = {}
    for record in records.cases_briefings_notices:
        for document in record.record.documents:
            facts = records.files.get((record.raw.file, document.file or ""))
            pdf = facts.pdf if facts is not None else None
            documents[f"{record.record.id}-{document.name}"] = pdf.pages if pdf is not None else None
    return documents


def _count(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"


def _with_pages(ids: Iterable[str], has_pages: bool) -> frozenset[str]:
    return frozenset(ids) if has_pages else frozenset()


class LinkTargets:
    """All targets of links by id."""

    def __init__(self, records: Records, today: date) -> None:
        words = records.vocabulary.record if records.vocabulary is not None else None
        self.has_themes = SiteSection.THEMES in sections_of(records.pages)
        self.documents = _documents(records)
        self.ids: dict[str, frozenset[str] | None] = {
            "case": records.known_ids.get("case", frozenset()),
            "briefing": records.known_ids.get("briefing", frozenset()),
            "notice": records.known_ids.get("notice", frozenset()),
            "bulletin": records.known_ids.get("bulletin", frozenset()),
            "theme": _with_pages(words.theme, self.has_themes) if words is not None else None,
            "harm": _with_pages(words.harm, self.has_themes) if words is not None else None,
            "type": frozenset(words.type) if words is not None else None,
            "page": frozenset(page.address.strip("/") for page in records.pages if not page.is_frame),
            "document": frozenset(self.documents),
            "site": None if words is None else _files_of_the_site(words.audience),
        }
        hidden = [record for record in records.prose_records if not record.record.is_public(today)]
        self.hidden = {(record.raw.kind, record.record.id) for record in hidden}
        self.hidden |= {
            ("document", f"{record.record.id}-{document.name}")
            for record in hidden
            for document in getattr(record.record, "documents", ())
        }

    def has(self, link: RecordLink) -> bool:
        """Return True if a link by id has a target, or if that cannot be known because the vocabulary is broken."""
        known = self.ids[link.kind]
        identity = link.id.strip("/") if link.kind == "page" else link.id
        is_folder = link.kind == "site" and (identity == "" or identity.endswith("/"))
        return known is None or identity in known or is_folder

    def faults(self, text: str, place: Callable[[str], Location], is_public: bool) -> Iterator[Diagnostic]:
        """Yield the faults in the links of one text."""
        without_address = iter(_NO_ADDRESS.findall(text))
        for destination in links_in(text):
            link = record_link(destination)
            yield from self._page_fault(destination, place)
            if link is None and (link_problem(destination) is not None or (not destination and unsafe_addresses(text))):
                continue  # L827 to L831 report it.
            if link is not None:
                yield from self._fault(link, destination, place, is_public)
            elif not destination.strip():
                hint = "write the address between the round brackets, or take the link out"
                yield rule("P601").diagnostic("this link has no address", place(next(without_address, "")), hint)
            elif (
                "://" not in destination
                and not destination.startswith(("mailto:", "tel:", "#"))
                and place(destination).file.endswith(".yml")
            ):
                hint = "write a whole address, https://..., or a record's id, briefing:early-help"
                yield rule("P601").diagnostic(f'the link "{destination}" leads nowhere', place(destination), hint)

    def _page_fault(self, destination: str, place: Callable[[str], Location]) -> Iterator[Diagnostic]:
        """Yield L802 for a link to a page that a PDF of this site does not have."""
        match = _PAGE_OF_PDF.search(destination)
        pages = self.documents.get(match[1]) if match is not None else None
        if match is None or pages is None or 1 <= int(match[2]) <= pages:
            return
        message = f'the link "{destination}" leads to page {match[2]}, and the PDF has {_count(pages)}'
        yield rule("L802").diagnostic(message, place(destination), "write the number of the page in the PDF, from 1")

    def _fault(
        self, link: RecordLink, destination: str, place: Callable[[str], Location], is_public: bool
    ) -> Iterator[Diagnostic]:
        known = self.ids[link.kind]
        identity = link.id.strip("/") if link.kind == "page" else link.id
        if known is None:
            return
        if not self.has(link):
            near = (did_you_mean_path if link.kind == "page" else did_you_mean)(identity, known)
            file = _PUBLISHED_FILE.fullmatch(link.id)
            if file is not None and file[1] in self.documents:
                near = f"write document:{file[1]}{link.anchor}"
            if link.kind in ("theme", "harm") and not self.has_themes:
                near = "this site has no pages of themes and harms: take the link out, or add content/pages/themes"
            near = near or f"write the id of a {link.kind} of this site, or take the link out"
            yield rule("P601").diagnostic(f'the link "{destination}" leads to no {link.kind}', place(destination), near)
        elif is_public and (link.kind, identity) in self.hidden:
            hint = "take the link out, or wait until that record is public"
            yield rule("P605").diagnostic(
                f'the link "{destination}" leads to a record that is not public', place(destination), hint
            )
