"""Checks the links in PDFs that lead to this site, before anything is published."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from generator.diagnostics import Diagnostic, did_you_mean, rule_by_slug
from generator.link_checker.html_links import resolve_inside_site
from generator.model import Address, DocumentRule, Library, PdfLink, PublishedDocument, Records
from generator.model.document_rules import active_exception, severity_for


def check_document_links(records: Records, library: Library, known: Set[Address]) -> Iterator[Diagnostic]:
    """Yield D419, once for each address, for each link of a published PDF that leads to a missing page of this site.

    `known` is every address that answers. Links to other sites are checked separately.
    """
    which = DocumentRule.DEAD_LINK
    rule = rule_by_slug(which)
    places = records.raw_by_ref
    for key, documents in library.documents_of.items():
        # Sheets come before the documents that the record itself names.
        own = [each for each in documents if not each.is_sheet]
        for index, document in enumerate(own):
            if active_exception(which, document.accepted, library.today) is not None:
                continue
            for link in {each.address: each for each in reversed(_links(document))}.values():
                led_to = resolve_inside_site("", link.address, library.site_url)
                if led_to is None or led_to[0] in known or led_to[0].strip("/") + "/" in known:
                    continue
                near = did_you_mean(led_to[0].strip("\0/"), (each.strip("/") for each in known))
                message = f'page {link.page} links to "{link.address}", and this site has no such page'
                hint = f"{near}; " if near else ""
                hint += "fix the link in the program that made the file, and save it as PDF again"
                found = rule.diagnostic(message, places[key].location_of("documents", index, "file"), hint)
                yield replace(found, severity=severity_for(which, found.severity, library.partnership.document_rules))


def _links(document: PublishedDocument) -> tuple[PdfLink, ...]:
    pdf = document.facts.pdf if document.facts is not None else None
    return pdf.links if pdf is not None else ()
