"""A citation to read."""

from __future__ import annotations

from generator.render.citations.citation import Citation


def as_sentence(cited: Citation) -> str:
    """In the author-date manner that universities here teach as Harvard."""
    year = str(cited.dated.year) if cited.dated else "no date"
    reviewer = f" Lead reviewer: {cited.reviewer.rstrip('.')}." if cited.reviewer else ""
    return f"{cited.author} ({year}) {cited.title}.{reviewer} Available at: {cited.address}"
