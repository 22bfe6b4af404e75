"""Returns the text of each page, slide or sheet of a document, with its place in words for an editor."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path, PurePosixPath

from generator.file_cleaning import PlacedText, visible_texts
from generator.model import FileInfo, PublishedDocument
from generator.model.asset_kinds import OFFICE
from generator.read.pdf_cache import texts_of_file
from generator.read.project import Project
from generator.system import Stamp, stamp_of


def placed_texts(project: Project, facts: FileInfo) -> tuple[PlacedText, ...]:
    """Return the text of each part of a file next to a record: of each page of a PDF, each slide, each sheet.

    Empty for a file of another kind, and for one that cannot be read.
    """
    if facts.pdf is not None:
        texts = texts_of_file(project.cache, facts)
        return tuple(PlacedText(f"page {number}", text) for number, text in enumerate(texts, 1))
    if PurePosixPath(facts.path).suffix.lower() not in OFFICE or facts.problem is not None or facts.holds:
        return ()
    path = project.root / facts.path
    try:
        return _office_texts(path, stamp_of(path))
    except OSError:
        return ()


def searched_texts(project: Project, facts: FileInfo) -> tuple[PlacedText, ...]:
    """Return the text of each part of a file, and after it the bookmarks of a PDF."""
    bookmarks = facts.pdf.outline if facts.pdf is not None else ()
    found = placed_texts(project, facts)
    return (*found, PlacedText("a bookmark", "\n".join(bookmarks))) if bookmarks else found


def document_texts(project: Project, document: PublishedDocument) -> tuple[str, ...]:
    """Return the text of each part of a published document. Empty if the document was not read."""
    if document.facts is None:
        return ()
    return tuple(part.text for part in placed_texts(project, document.facts))


@lru_cache(maxsize=256)
def _office_texts(path: Path, _stamp: Stamp) -> tuple[PlacedText, ...]:
    """Return the visible text of an Office file. Cached by file stamp."""
    return visible_texts(path.read_bytes())
