"""Reports accepted findings that no longer match anything in their record."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.diagnostics import Diagnostic, rule
from generator.model import Records


def unused_acceptances(
    records: Records, codes: tuple[str, ...], needed: Collection[tuple[str, str, str]]
) -> Iterator[Diagnostic]:
    """Yield P633 for each unused entry whose code begins with one of `codes`.

    `needed` contains the record's file and the entry's key for each entry in use. Withdrawn records are not shown, so
    they are not checked.
    """
    for record in records.cases_briefings_notices:
        if record.record.is_withdrawn:
            continue
        for index, given in enumerate(record.record.accepted_findings):
            if given.rule.startswith(codes) and (record.raw.file, *given.key) not in needed:
                message = f'nothing in the record needs {given.rule} to be accepted for "{given.text}"'
                yield rule("P633").diagnostic(
                    message, record.raw.location_of("accepted_findings", index), "take the entry out"
                )
