"""A file of Word, Excel, PowerPoint or LibreOffice."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.model.asset_kinds import OFFICE
from generator.prose import in_a_row
from generator.validate.rules.documents.judging import Fault, Subject

HINT = (
    "save it as PDF and publish that: a PDF is cleaned. If readers need this file, remove what should not be public "
    "first. Word, Excel and PowerPoint: File, Info, Check for issues, Inspect document; LibreOffice: Edit, Track "
    "changes, and File, Properties"
)


def look(subject: Subject) -> Fault | None:
    """Returns a fault for every such file, with what was found inside. Nothing of it is quoted."""
    suffix = PurePosixPath(subject.file).suffix.lower()
    if suffix not in OFFICE or subject.facts.holds:
        return None
    return Fault(f"is an Office file and would be published as it is; {inside_in_words(subject.facts.says)}", HINT)


def inside_in_words(says: tuple[str, ...]) -> str:
    """`it has 3 comments and 1 hidden slide`."""
    return f"it has {in_a_row(says)}" if says else "nothing hidden was found in it"
