"""A citation as a sentence for readers."""

from __future__ import annotations

from generator.render.citations.citation import Citation


def as_sentence(citation: Citation) -> str:
    """Return the citation in the author-date style that universities in the UK teach as Harvard."""
    year = str(citation.dated.year) if citation.dated else "no date"
    reviewer = f" Lead reviewer: {citation.reviewer.rstrip('.')}." if citation.reviewer else ""
    return f"{citation.author} ({year}) {citation.title}.{reviewer} Available at: {citation.address}"
