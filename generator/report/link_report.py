"""Link report: one HTML page with all broken links, for the library's maintainers. It needs no other file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final
from urllib.parse import quote

from generator.diagnostics import CATALOGUE, Diagnostic, RelatedLocation, Severity, Trait, has_trait
from generator.report.page_templates import template_environment
from generator.report.text import count_by_severity

_WEIGHT: Final = {
    Severity.ERROR: "To be fixed",
    Severity.WARNING: "Should be fixed",
    Severity.NOTE: "Worth a look",
}
_LONGEST: Final = 300
"""The number of characters of a source line that are shown."""


def as_page(findings: Iterable[Diagnostic], library: str, site_url: str, day: date) -> str:
    """Return an HTML page with every diagnostic about links; those that appear on most pages come first.

    `day` is the day of the check. Addresses of pages lead to the published site at `site_url`. Other diagnostics are
    only counted.
    """
    every = tuple(findings)
    links = sorted(
        (finding for finding in every if has_trait(finding, Trait.ABOUT_LINKS)),
        key=lambda finding: (-_pages(finding), finding.severity.rank, finding.order),
    )
    counts = Counter(link.code for link in links)
    kinds = [
        {"title": CATALOGUE[code].title, "why": CATALOGUE[code].why, "count": count}
        for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]
    page = template_environment().get_template("links.html")
    html = page.render(
        library=library,
        day=f"{day.day} {day:%B %Y}",
        summary=count_by_severity(links),
        others=len(every) - len(links),
        kinds=kinds,
        findings=[_finding_view(link, site_url) for link in links],
    )
    return html.encode(errors="backslashreplace").decode()


def _pages(finding: Diagnostic) -> int:
    return finding.pages or len(finding.related)


def _finding_view(finding: Diagnostic, site_url: str) -> dict[str, object]:
    place = finding.location
    numbers = (place.line, place.column) if place is not None else ()
    source = place.source.strip() if place is not None and place.source else ""
    return {
        "code": finding.code,
        "title": CATALOGUE[finding.code].title,
        "severity": str(finding.severity),
        "weight": _WEIGHT[finding.severity],
        "message": finding.message[:1].upper() + finding.message[1:],
        "hint": finding.hint and finding.hint[:1].upper() + finding.hint[1:],
        "place": ":".join([place.file, *(str(number) for number in numbers if number)]) if place is not None else "",
        "source": source if len(source) <= _LONGEST else source[:_LONGEST] + "...",
        "count": _pages(finding),
        "pages": [_page(related, site_url) for related in finding.related],
    }


def _page(related: RelatedLocation, site_url: str) -> dict[str, str | None]:
    """Return a page of the site as a link; another place by its name only."""
    name = related.location.file
    if not name.startswith("/"):
        line = related.location.line
        return {"words": f"{related.message}: {name}" + (f":{line}" if line else ""), "address": None}
    return {"words": name, "address": site_url + quote(name[1:], errors="surrogateescape")}
