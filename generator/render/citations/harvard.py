"""A citation to read."""

from __future__ import annotations

from generator.render.citations.citation import Citation


def as_sentence(citation: Citation) -> str:
    """In the author-date manner that universities here teach as Harvard."""
    year = str(citation.dated.year) if citation.dated else "no date"
    reviewer = f" Lead reviewer: {citation.reviewer.rstrip('.')}." if citation.reviewer else ""
    return f"{citation.author} ({year}) {citation.title}.{reviewer} Available at: {citation.address}"
