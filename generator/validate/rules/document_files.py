"""The files that records name are there, beside the record, and can be opened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields D401, D402 and D406."""
    for each in records.cases_briefings_notices:
        named = [(index, *file) for index, document in enumerate(each.record.documents) for file in document.files]
        for place, path, name in named:
            facts = records.files.get((each.raw.file, name))
            if facts is None or facts.problem is None:
                continue
            at = each.raw.location_of("documents", place, *path)
            if facts.problem == "missing":
                hint = (
                    f"beside the record lie: {facts.detail}"
                    if facts.detail
                    else f"put the file into {each.raw.folder}/"
                )
                yield rule("D401").diagnostic(f'there is no file "{name}"', at, hint)
            elif facts.problem == "outside":
                hint = f"copy the file into {each.raw.folder}/ and write its name alone"
                yield rule("D402").diagnostic(f'"{name}" is not allowed: {facts.detail}', at, hint)
            else:
                hint = "open it in a PDF reader and save it again, or ask its author for a new copy"
                yield rule("D406").diagnostic(f'"{name}" cannot be opened: {facts.detail}', at, hint)
