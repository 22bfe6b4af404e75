"""Parses a new text of a record before it is written."""

from __future__ import annotations

from generator.model import RawRecord, Source
from generator.read.yaml_loader import load


def parse_text(raw: RawRecord, text: str) -> RawRecord | None:
    """Return the record as parsed from another text of its file, or None if that text has any fault."""
    source = Source(raw.file, text)
    loaded = load(source)
    if loaded.value is None or loaded.diagnostics:
        return None
    return RawRecord(raw.kind, raw.id, source, *loaded.value)
