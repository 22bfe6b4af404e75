"""A record's file that a command writes again: only where it then says just what is meant."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path

from generator.model import RawRecord
from generator.model.record_model import RecordModel
from generator.read import parse_text
from generator.system.line_endings import encode_like
from generator.validate import validate_model


class RewriteRefusal(Enum):
    """Why a file cannot be written again."""

    UNUSUAL = auto()
    """It is written in a way to which nothing can be added."""

    CHANGED = auto()
    """It has changed since it was read."""


def rewrite_record(root: Path, raw: RawRecord, text: str, wanted: RecordModel) -> bytes | RewriteRefusal:
    """The file's bytes with a new text, in the form in which its editor saves it. Nothing is written here."""
    read_back = parse_text(raw, text)
    if read_back is None or validate_model(read_back, type(wanted)).record != wanted:
        return RewriteRefusal.UNUSUAL
    before = (root / raw.file).read_bytes()
    return encode_like(text, before) if before == encode_like(raw.source.text, before) else RewriteRefusal.CHANGED
