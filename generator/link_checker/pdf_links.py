"""Checks the links in PDFs: those that lead to this site, and those that no reader can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, did_you_mean_path, rule_by_slug
from generator.link_checker.html_links import LinkRole
from generator.link_checker.non_http_urls import invalid_url_reason
from generator.link_checker.url_resolver import LinkTargetKind, ResolvedUrl, resolver_for
from generator.model import Address, DocumentRule, Records, addresses
from generator.model.document import suffix_of
from generator.model.document_rules import active_exception, severity_for
from generator.model.link_problems import link_problem

_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HOST: Final = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?=[/?#]|$)", re.IGNORECASE)
_PAGE: Final = re.compile(r"(?:^|&)page=(\d+)")

_Fault = tuple[str, str]
"""The end of a sentence that begins with `page 1 links to "...", `, and what to do."""


@dataclass(frozen=True, slots=True)
class PdfLinkTargets:
    """What a link in a PDF can lead to on this site."""

    addresses: Set[Address]
    """The addresses of all pages and files, and those that redirect."""

    anchors: Mapping[Address, Set[str]] = field(default_factory=dict)
    """The anchors of each page. A page that is missing here is not searched for anchors."""


def check_document_links(records: Records, site_url: str, targets: PdfLinkTargets, today: date) -> Iterator[Diagnostic]:
    """Yield D419 for each link of a public PDF that does not work, once for each address.

    It leads to a missing page, anchor or PDF page of this site, or no browser can follow it. Links to other sites are
    checked separately, and D457 reports links to files on a computer.
    """
    slug = DocumentRule.DEAD_LINK
    rule = rule_by_slug(slug)
    pdf_pages = _pdf_pages(records)
    severities = records.partnership.record.document_rules if records.partnership is not None else ()
    for owner in records.cases_briefings_notices:
        for number, document in enumerate(owner.record.documents if owner.record.is_public(today) else ()):
            facts = records.files.get((owner.raw.file, document.file or ""))
            if facts is None or facts.pdf is None or active_exception(slug, document.accepted, today) is not None:
                continue
            for link in {link.address: link for link in reversed(facts.pdf.links)}.values():
                fault = _fault(link.address.strip(), site_url, targets, pdf_pages)
                if fault is not None:
                    diagnostic = rule.diagnostic(
                        f'page {link.page} links to "{link.address}", {fault[0]}',
                        owner.raw.location_of("documents", number, "file"),
                        f"{fault[1]}. Do this in the program that made the file, and save it as PDF again",
                    )
                    yield replace(diagnostic, severity=severity_for(slug, diagnostic.severity, severities))


def _pdf_pages(records: Records) -> dict[Address, int]:
    """Return the number of pages of each PDF of the site, by its address."""
    pages = {}
    for owner in records.cases_briefings_notices:
        for document in owner.record.documents:
            facts = records.files.get((owner.raw.file, document.file or ""))
            if facts is not None and facts.pdf is not None and document.file is not None:
                pages[addresses.document(owner.record.id, document.name, suffix_of(document.file))] = facts.pdf.pages
    return pages


def _fault(url: str, site_url: str, targets: PdfLinkTargets, pdf_pages: Mapping[Address, int]) -> _Fault | None:
    if _SCHEME.match(url) is None or _HOST.match(url):
        # A reader has saved the file in some folder, so there is nothing that the address could begin from.
        whole = f'"https://{url}"' if _HOST.match(url) else "the whole address, which begins with https://"
        return "which is only a part of an address", f"write {whole}"
    problem = link_problem(url)
    if problem is not None:
        return f"and that {problem.reason}", problem.hint
    resolved = resolver_for(site_url).resolve("", url)
    match resolved.kind:
        case LinkTargetKind.INVALID:
            return (
                "which is not an address that a browser understands",
                "copy the address from the browser's address bar",
            )
        case LinkTargetKind.NOT_WEB:
            reason = invalid_url_reason(url, LinkRole.FOLLOWED)
            return (f"and that {reason[0]}", reason[1]) if reason is not None else None
        case LinkTargetKind.INSIDE:
            return _fault_inside(url, resolved, targets, pdf_pages)
        case _:
            return None


def _fault_inside(
    url: str, resolved: ResolvedUrl, targets: PdfLinkTargets, pdf_pages: Mapping[Address, int]
) -> _Fault | None:
    """Return the fault of a link to this site."""
    address = resolved.address
    if address not in targets.addresses:
        address = address.strip("/") + "/"
    if address not in targets.addresses:
        suggestion = did_you_mean_path(address.strip("/"), (each.strip("/") for each in targets.addresses))
        return "and this site has no such page", f"{suggestion}; correct the link" if suggestion else "correct the link"
    if resolved.is_plain_http:
        return "which requests this site by http", f'write "https{url[4:]}"'
    anchor = resolved.fragment
    pages, page = pdf_pages.get(address), _PAGE.search(anchor)
    if pages is not None and page is not None and not 1 <= int(page[1]) <= pages:
        return (
            f"and that PDF has {pages} page{'' if pages == 1 else 's'}",
            "write the number of a page that it has, from 1",
        )
    known = targets.anchors.get(address)
    if known is not None and anchor and anchor.lower() != "top" and anchor not in known:
        return f'and that page has no place "#{anchor}"', "correct what follows the #"
    return None
