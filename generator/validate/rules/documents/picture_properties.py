"""A picture whose file says more than the picture shows."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.model.asset_kinds import PICTURES
from generator.prose import in_a_row
from generator.validate.rules.documents.judging import Fault, Subject

HINT = (
    "save it again without its properties: export it for the web, or use Properties, Details, Remove properties "
    "(Windows) or Preview, Tools, Show inspector (macOS)"
)


def look(subject: Subject) -> Fault | None:
    """Returns a fault when the file has such properties. What they say is not shown."""
    suffix = PurePosixPath(subject.file).suffix.lower()
    if suffix not in PICTURES or not subject.facts.says:
        return None
    return Fault(f"is a picture whose file holds {in_a_row(subject.facts.says)}", HINT)
