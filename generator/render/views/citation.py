"""A citation as a page shows it, and as its head says it to reference managers."""

from __future__ import annotations

from generator.render.citations import Citation, as_bibtex, as_ris, as_sentence


def citation_view(cited: Citation) -> dict[str, str]:
    """The forms that a reader can copy, and the name of a file that holds one."""
    return {
        "sentence": as_sentence(cited),
        "bibtex": as_bibtex(cited),
        "ris": as_ris(cited),
        "file_name": cited.file_name,
    }


def citation_facts(cited: Citation) -> tuple[tuple[str, str], ...]:
    """Names and contents for the page's head, as Zotero and Google Scholar read them.

    The institution is what makes it a report; the comma after the author keeps an organisation in one piece. Address
    and abstract are read from Open Graph.
    """
    facts = [("citation_title", cited.title), ("citation_author", f"{cited.author},")]
    if cited.dated is not None:
        facts.append(("citation_publication_date", cited.dated.iso.replace("-", "/")))
    return (*facts, ("citation_technical_report_institution", cited.author), ("citation_language", "en-GB"))
