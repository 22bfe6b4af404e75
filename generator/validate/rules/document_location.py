"""A document has exactly one of file, url and availability; what is not available is explained."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields D403, D404 and D405."""
    for each in records.cases_briefings_notices:
        for index, document in enumerate(each.record.documents):
            given = [name for name in ("file", "url", "availability") if getattr(document, name) is not None]
            if not given:
                at = each.raw.location_of("documents", index)
                hint = 'add "file: ...", "url: ..." or "availability: on-request"'
                yield rule("D403").diagnostic(f'the document "{document.kind}" does not say how to get it', at, hint)
            elif len(given) > 1:
                at, named = each.raw.location_of("documents", index), " and ".join(given)
                yield rule("D404").diagnostic(
                    f'the document "{document.kind}" has {named}', at, "keep exactly one of them"
                )
            if document.availability and document.availability.needs_reason and document.reason is None:
                where = each.raw.location_of("documents", index, "availability")
                hint = 'add "reason: ..." in words that the public may read'
                yield rule("D405").diagnostic(
                    f"the document is {document.availability} and no reason is given", where, hint
                )
