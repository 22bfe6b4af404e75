"""A citation as a sentence for readers."""

from __future__ import annotations

from generator.languages import gettext as _
from generator.render.citations.citation import Citation


def as_sentence(citation: Citation) -> str:
    """Return the citation in the author-date style that universities in the UK teach as Harvard."""
    year = str(citation.dated.year) if citation.dated else _("no date")
    reviewer = " " + _("Lead reviewer: {name}.").format(name=citation.reviewer.rstrip(".")) if citation.reviewer else ""
    return f"{citation.author} ({year}) {citation.title}.{reviewer} " + _("Available at: {address}").format(
        address=citation.address
    )
