"""A citation as a page shows it, and as its head says it to reference managers."""

from __future__ import annotations

from generator.render.citations import Citation, as_bibtex, as_ris, as_sentence


def citation_view(citation: Citation) -> dict[str, str]:
    """The forms that a reader can copy, and the name of a file that holds one."""
    return {
        "sentence": as_sentence(citation),
        "bibtex": as_bibtex(citation),
        "ris": as_ris(citation),
        "file_name": citation.file_name,
    }


def citation_facts(citation: Citation) -> tuple[tuple[str, str], ...]:
    """Names and contents for the page's head, as Zotero and Google Scholar read them.

    The institution is what makes it a report; the comma after the author keeps an organisation in one piece. Address
    and abstract are read from Open Graph.
    """
    facts = [("citation_title", citation.title), ("citation_author", f"{citation.author},")]
    if citation.dated is not None:
        facts.append(("citation_publication_date", citation.dated.iso.replace("-", "/")))
    return (*facts, ("citation_technical_report_institution", citation.author), ("citation_language", "en-GB"))
