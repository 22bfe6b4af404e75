"""Checks the location of each document, and that its file exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Records


def check_document_location(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D403, D404 and D405."""
    for record in records.cases_briefings_notices:
        for index, document in enumerate(record.record.documents):
            given = [name for name in ("file", "url", "availability") if getattr(document, name) is not None]
            if not given:
                at = record.raw.location_of("documents", index)
                hint = 'add "file: ...", "url: ..." or "availability: on-request"'
                yield rule("D403").diagnostic(f'the document "{document.kind}" does not say how to get it', at, hint)
            elif len(given) > 1:
                at, named = record.raw.location_of("documents", index), " and ".join(given)
                yield rule("D404").diagnostic(
                    f'the document "{document.kind}" has {named}', at, "keep exactly one of them"
                )
            if document.availability and document.availability.needs_reason and document.reason is None:
                where = record.raw.location_of("documents", index, "availability")
                hint = 'add "reason: ..." in words that the public may read'
                yield rule("D405").diagnostic(
                    f"the document is {document.availability} and no reason is given", where, hint
                )


def check_document_files(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D401, D402 and D406."""
    for record in records.cases_briefings_notices:
        named = [(index, *file) for index, document in enumerate(record.record.documents) for file in document.files]
        for place, path, name in named:
            facts = records.files.get((record.raw.file, name))
            if facts is None or facts.problem is None:
                continue
            at = record.raw.location_of("documents", place, *path)
            if facts.problem == "missing":
                hint = (
                    f"the files next to the record are: {facts.detail}"
                    if facts.detail
                    else f"put the file into {record.raw.folder}/"
                )
                yield rule("D401").diagnostic(f'there is no file "{name}"', at, hint)
            elif facts.problem == "outside":
                hint = f"copy the file into {record.raw.folder}/ and write its name alone"
                yield rule("D402").diagnostic(f'"{name}" is not allowed: {facts.detail}', at, hint)
            else:
                hint = "open it in a PDF reader and save it again, or ask its author for a new copy"
                yield rule("D406").diagnostic(f'"{name}" cannot be opened: {facts.detail}', at, hint)
