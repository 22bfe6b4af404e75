"""Reports unfinished texts of a bulletin: a warning on a page, but an error in what is sent."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diagnostics import Diagnostic, rule
from generator.model import Located, PublishedBulletin, Records
from generator.model.bulletin import Bulletin


def with_unfinished_as_errors(
    diagnostics: Iterable[Diagnostic], bulletin: PublishedBulletin, located: Located[Bulletin], records: Records
) -> tuple[Diagnostic, ...]:
    """Return the findings. Each R211 in the bulletin, or in a record that it lists, becomes a B954."""
    listed = {item.record for item in bulletin.items}
    files = {
        located.raw.file,
        *(record.raw.file for record in records.cases_briefings_notices if record.record.ref in listed),
    }

    def as_error(diagnostic: Diagnostic) -> Diagnostic:
        if diagnostic.code != "R211" or diagnostic.location is None or diagnostic.location.file not in files:
            return diagnostic
        return rule("B954").diagnostic(diagnostic.message, diagnostic.location, diagnostic.hint)

    return tuple(map(as_error, diagnostics))
