"""A record's text that is about to be written, read back first."""

from __future__ import annotations

from generator.model import RawRecord, Source
from generator.read.yaml_loader import load


def parse_text(raw: RawRecord, text: str) -> RawRecord | None:
    """The record as its file would be read with another text; None where anything is wrong with that text."""
    source = Source(raw.file, text)
    loaded = load(source)
    if loaded.value is None or loaded.diagnostics:
        return None
    return RawRecord(raw.kind, raw.id, source, *loaded.value)
