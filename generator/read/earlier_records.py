"""Puts earlier versions of some records into a site, for a preview of the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.diagnostics import WithDiagnostics
from generator.model import RawRecord
from generator.read.site_folder import SiteFolder


def with_earlier_records(
    site: WithDiagnostics[SiteFolder], earlier: Mapping[str, RawRecord]
) -> WithDiagnostics[SiteFolder]:
    """Return a site with earlier versions of some records, by file, and without what is wrong with those files."""
    if not earlier:
        return site
    known = {(each.kind, each.id) for each in earlier.values()}
    records = tuple(each for each in site.value.records if (each.kind, each.id) not in known)
    unreadable = tuple(each for each in site.value.unreadable if each not in known)
    findings = tuple(each for each in site.diagnostics if each.location is None or each.location.file not in earlier)
    whole = replace(site.value, records=(*records, *earlier.values()), unreadable=unreadable)
    return WithDiagnostics(whole, findings)
