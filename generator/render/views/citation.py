"""A citation as a page shows it, and as metadata in its head for reference managers."""

from __future__ import annotations

from generator.render.citations import Citation, as_bibtex, as_ris, as_sentence


def citation_view(citation: Citation) -> dict[str, str]:
    """Return the forms that a reader can copy, and the name of a file that contains one."""
    return {
        "sentence": as_sentence(citation),
        "bibtex": as_bibtex(citation),
        "ris": as_ris(citation),
        "file_name": citation.file_name,
    }


def citation_facts(citation: Citation) -> tuple[tuple[str, str], ...]:
    """Return names and contents of `<meta>` elements for the page's head, as Zotero and Google Scholar read them.

    The institution is what makes it a report. The comma after the author keeps an organisation's name in one piece. The
    address and the abstract are read from Open Graph.
    """
    facts = [("citation_title", citation.title), ("citation_author", f"{citation.author},")]
    if citation.dated is not None:
        facts.append(("citation_publication_date", citation.dated.iso.replace("-", "/")))
    return (
        *facts,
        ("citation_technical_report_institution", citation.author),
        ("citation_language", citation.language),
    )
