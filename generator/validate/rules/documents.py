"""Checks the location of each document, and that its file exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Availability, Document, Records


def check_document_location(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D403, D404 and D405. A document of another record is checked there."""
    for record in records.cases_briefings_notices:
        for index, document in enumerate(record.record.documents):
            if document.shared_from is not None:
                continue
            given = [name for name in ("file", "url", "availability") if getattr(document, name) is not None]
            if not given:
                at = record.raw.location_of("documents", index)
                hint = 'add "file: ...", "url: ..." or "availability: on-request"'
                yield rule("D403").diagnostic(f'the document "{document.kind}" does not say how to get it', at, hint)
            elif len(given) > 1 and not (given[0] == "url" and document.availability is Availability.ELSEWHERE):
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


def check_removed_and_elsewhere(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D446 for a removed document without a date, and D448 for a field that has no effect."""
    for record in records.cases_briefings_notices:
        for index, document in enumerate(record.record.documents):
            if document.availability is Availability.REMOVED and document.since is None:
                where = record.raw.location_of("documents", index, "availability")
                hint = f'add "since: {today.year}-{today.month:02}", the day, month or year in which it was removed'
                yield rule("D446").diagnostic("the document is removed and no date is given", where, hint)
            for name, hint in _without_effect(document):
                where = record.raw.location_of("documents", index, name, key=True)
                message = f'"{name}" has no effect on the document "{document.kind}"'
                yield rule("D448").diagnostic(message, where, hint)


def _without_effect(document: Document) -> Iterator[tuple[str, str]]:
    """Yield each field that readers would not see, with what to do. D445 reports those of a shared document."""
    if document.shared_from is not None:
        return
    if document.publisher is not None and document.availability is not Availability.ELSEWHERE:
        yield "publisher", 'take it out, or add "availability: elsewhere" if the document is on that website'
    if document.since is not None and document.availability is not Availability.REMOVED:
        yield "since", 'take it out, or write "availability: removed" if the document is no longer published'
    if document.reason is not None and document.availability is None:
        yield "reason", "take it out: readers can get the document"
    elif document.reason is not None and document.availability is Availability.ELSEWHERE:
        yield "reason", "take it out: readers can get the document from the other website"


def check_elsewhere_without_website(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D477 for a document on the partnership's own website, if `partnership.yml` does not give the website."""
    if records.partnership is None or records.partnership.record.website is not None:
        return
    for record in records.cases_briefings_notices:
        for index, document in enumerate(record.record.documents):
            is_own = document.publisher is None and document.url is None
            if document.availability is Availability.ELSEWHERE and is_own and not record.record.is_withdrawn:
                message = f'nobody can find the document "{document.kind}": no website is known'
                hint = 'add "url" or "publisher" here, or "website" to content/partnership.yml'
                yield rule("D477").diagnostic(message, record.raw.location_of("documents", index, "availability"), hint)


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
