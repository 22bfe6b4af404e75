"""Checks that an accepted fault has a reason in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import Records
from generator.model.raw_record import Path
from generator.validate.rules.unfinished_texts import unfinished_mark

_SHORTEST: Final = 5
"""The letters and digits of the shortest reason."""


def check_acceptance_reasons(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P670 for a reason that is only a placeholder, or too short to be one."""
    for located in records.cases_briefings_notices:
        record = located.record
        given: list[tuple[Path, str]] = [
            (("accepted_findings", index, "reason"), entry.reason)
            for index, entry in enumerate(record.accepted_findings)
        ]
        for number, document in enumerate(record.documents):
            given += [
                (("documents", number, "accepted", index, "reason"), entry.reason)
                for index, entry in enumerate(document.accepted)
            ]
        for path, reason in given:
            if unfinished_mark(reason) is not None or sum(map(str.isalnum, reason)) < _SHORTEST:
                message = f'"{reason}" is not a reason'
                hint = "write in a sentence why readers may see it"
                yield rule("P670").diagnostic(message, located.raw.location_of(*path), hint)
