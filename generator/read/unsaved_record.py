"""A record that is typed and not saved yet, which is read in place of its file."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics import WithDiagnostics
from generator.model import RawRecord, Source
from generator.read.yaml_loader import load


@dataclass(frozen=True, slots=True)
class UnsavedRecord:
    """A record, or a page of the kind `page`, as it would be if its new text were saved."""

    kind: str
    id: str
    file: str
    """The path from the site's root. The file may not exist yet."""

    text: str


def read_unsaved(unsaved: UnsavedRecord) -> WithDiagnostics[RawRecord | None]:
    """Return the record of the text, with its faults; None if the text cannot be read."""
    source = Source(unsaved.file, unsaved.text)
    loaded = load(source)
    record = RawRecord(unsaved.kind, unsaved.id, source, *loaded.value) if loaded.value is not None else None
    return WithDiagnostics(record, loaded.diagnostics)
