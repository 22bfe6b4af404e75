"""Rewrites a record's file, after checking that the new text parses to the intended record."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from generator.model import RawRecord, Vocabulary
from generator.model.record_model import RecordModel
from generator.read import parse_text
from generator.system.line_endings import encode_like
from generator.validate import validate_model


class RewriteRefusal(Enum):
    """Why a file cannot be rewritten."""

    UNUSUAL = auto()
    """The format of the file does not allow an addition."""

    CHANGED = auto()
    """The file has changed since it was read."""


def rewrite_record(
    root: Path, raw: RawRecord, text: str, wanted: RecordModel, vocabulary: Vocabulary | None = None
) -> bytes | RewriteRefusal:
    """Return the file's bytes with a new text, in the encoding and line endings of the existing file.

    A briefing gets its series from `vocabulary`. Nothing is written.
    """
    read_back = parse_text(raw, text)
    if read_back is None or validate_model(read_back, type(wanted), vocabulary).record != wanted:
        return RewriteRefusal.UNUSUAL
    before = (root / raw.file).read_bytes()
    return encode_like(text, before) if before == encode_like(raw.source.text, before) else RewriteRefusal.CHANGED
