"""Links that an editor has checked by hand, because a link checker cannot reach them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.link_checker.external.link_status import LinkStatus
from generator.link_checker.external.result_cache import CachedResult
from generator.link_checker.external.url_extraction import normalise_url
from generator.model import LinkException, Records


def ignored_links(records: Records) -> Mapping[str, tuple[int, LinkException]]:
    """Return each exception and its place in the file, by normalised URL; the last one of a URL counts."""
    listed = records.link_exceptions.record.exceptions if records.link_exceptions is not None else ()
    return {normalise_url(each.address) or each.address: (index, each) for index, each in enumerate(listed)}


def check_exceptions(
    records: Records, shown: Collection[str], known: Mapping[str, CachedResult], today: date
) -> Iterator[Diagnostic]:
    """Yield L821 for an exception that is not needed, and L820 for one that has expired."""
    for address, (place, each) in ignored_links(records).items():
        assert records.link_exceptions is not None
        raw = records.link_exceptions.raw
        answer = known[address].answer if address in known else None
        unneeded = ""
        if address not in shown:
            unneeded = "no page and no PDF of the site shows it any more"
        elif answer is not None and answer.kind in (LinkStatus.GOOD, LinkStatus.PLAIN):
            unneeded = "the checker sees it, and it works"
        if unneeded:
            message = f'"{each.address}" is excused for nothing: {unneeded}'
            yield rule("L821").diagnostic(
                message, raw.location_of("exceptions", place, "address"), "take the entry out"
            )
        elif today > each.until.last_day:
            message = f'the look by hand at "{each.address}" was enough until {each.until.label}'
            hint = "open it in a browser: where it works, write the day of that in checked and a later day in until"
            yield rule("L820").diagnostic(message, raw.location_of("exceptions", place, "until"), hint)
