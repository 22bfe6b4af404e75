"""Checks the links in PDFs that lead to this site, before anything is published."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from generator.diagnostics import Diagnostic, did_you_mean_path, rule_by_slug
from generator.link_checker.html_links import resolve_inside_site
from generator.model import Address, DocumentRule, Library, PdfLink, PublishedDocument, Records
from generator.model.document_rules import active_exception, severity_for


def check_document_links(records: Records, library: Library, known: Set[Address]) -> Iterator[Diagnostic]:
    """Yield D419 for each link of a published PDF that leads to a missing page of this site, once for each address.

    `known` are the addresses of all pages and files. Links to other sites are checked separately.
    """
    slug = DocumentRule.DEAD_LINK
    rule = rule_by_slug(slug)
    raw_records = records.raw_by_ref
    for key, documents in library.documents_of.items():
        # Sheets are made from the record and are not in its list of documents.
        for document in (document for document in documents if not document.is_sheet):
            if active_exception(slug, document.accepted, library.today) is not None:
                continue
            for link in {link.address: link for link in reversed(_links(document))}.values():
                resolved = resolve_inside_site("", link.address, library.site_url)
                if resolved is None or resolved[0] in known or resolved[0].strip("/") + "/" in known:
                    continue
                suggestion = did_you_mean_path(resolved[0].strip("\0/"), (address.strip("/") for address in known))
                message = f'page {link.page} links to "{link.address}", and this site has no such page'
                hint = f"{suggestion}; " if suggestion else ""
                hint += "fix the link in the program that made the file, and save it as PDF again"
                diagnostic = rule.diagnostic(
                    message, raw_records[key].location_of("documents", document.place, "file"), hint
                )
                yield replace(
                    diagnostic, severity=severity_for(slug, diagnostic.severity, library.partnership.document_rules)
                )


def _links(document: PublishedDocument) -> tuple[PdfLink, ...]:
    pdf = document.facts.pdf if document.facts is not None else None
    return pdf.links if pdf is not None else ()
