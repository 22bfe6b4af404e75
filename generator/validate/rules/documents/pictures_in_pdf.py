"""Pictures inside a PDF that say where they were taken, who took them and the like."""

from __future__ import annotations

from generator.prose import in_a_row
from generator.validate.rules.documents.judging import Fault, Subject, pages_in_words


def look(subject: Subject) -> Fault | None:
    """Returns a fault when a picture inside has such properties. What they say is not shown."""
    if subject.pdf is None or not subject.pdf.picture_properties:
        return None
    pages = f" ({pages_in_words(subject.pdf.picture_pages)})" if subject.pdf.picture_pages else ""
    return Fault(
        f"has pictures inside{pages} whose files hold {in_a_row(subject.pdf.picture_properties)}",
        "the published copy would keep this. Remove the properties of each picture before it goes into the document "
        "(Windows: Properties, Details, Remove properties; macOS: Preview, Tools, Show inspector), then save as PDF "
        "again; Acrobat: Redact, Sanitize document",
    )
