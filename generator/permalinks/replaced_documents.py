"""Checks that a document that was replaced says what changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.model import Document, DocumentVersion, Records, addresses
from generator.model.document import suffix_of


def check_replaced_documents(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D490 for a published document whose file is another one since, with no update that says so.

    The files are compared as they are in the record's folder: another version of the cleaning is no replacement. An
    entry of the list of published addresses that does not have the hash of that file is not compared.
    """
    urls = records.published_urls
    entries = urls.record.published if urls is not None else ()
    latest = {entry.address: version for entry in entries for version in entry.versions}
    for located in records.cases_briefings_notices:
        if not located.record.is_public(today) or located.record.is_withdrawn:
            continue
        for index, document in enumerate(located.record.documents):
            if document.file is None:
                continue
            address = addresses.document(located.record.id, document.name, suffix_of(document.file))
            version, facts = latest.get(address), records.files.get((located.raw.file, document.file))
            if version is None or facts is None or not facts.sha256 or version.original in (None, facts.sha256):
                continue
            if not _says_so(document, version, today):
                name = located.record.ref.removeprefix("case:")
                message = f'"{document.file}" replaces a file that was published, and readers are not told what changed'
                update = f"updates: [{{date: {today.isoformat()}, text: ...}}]"
                hint = f'add "{update}" to the document; next time: library replace-document {name}'
                yield rule("D490").diagnostic(message, located.raw.location_of("documents", index, "file"), hint)


def _says_so(document: Document, version: DocumentVersion, today: date) -> bool:
    """Return True if an update is later than the published version, or of the day if that was published today."""
    is_of_today = version.since.last_day >= today
    days = [update.date.last_day for update in document.updates]
    return any(day > version.since.last_day or (is_of_today and day >= version.since.first_day) for day in days)
