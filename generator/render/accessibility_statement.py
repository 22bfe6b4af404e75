"""The part of the accessibility statement about documents, generated automatically (SI 2018/852, regulation 8)."""

from __future__ import annotations

from typing import Final

from generator.languages import gettext as _
from generator.languages import message
from generator.model import DocumentRule, Library, PublishedDocument, addresses
from generator.model.frame import Slot
from generator.model.sorting import name_key
from generator.render.listings import TemplateCall
from generator.render.views.cards import CardFactory
from generator.render.views.documents import DocumentView, document_views
from generator.render.views.pagination import first_entries, link_rest

WHY: Final = {
    DocumentRule.UNTAGGED: message(
        "It has no tags: a screen reader cannot tell its headings, lists and tables apart. "
        "This fails WCAG 2.2 success criterion 1.3.1, Info and Relationships."
    ),
    DocumentRule.SCANNED: message(
        "It is made of pictures of pages: nothing can read it out, search it or set its text larger. "
        "This fails WCAG 2.2 success criteria 1.1.1, Non-text Content, and 1.4.5, Images of Text."
    ),
    DocumentRule.PARTLY_SCANNED: message(
        "Some of its pages are pictures of pages: nothing can read them out, search them or set their text larger. "
        "This fails WCAG 2.2 success criteria 1.1.1, Non-text Content, and 1.4.5, Images of Text."
    ),
    DocumentRule.FIGURES: message(
        "Some of its pictures have no text alternative, so a screen reader cannot say what they show. "
        "This fails WCAG 2.2 success criterion 1.1.1, Non-text Content."
    ),
    DocumentRule.HEADINGS: message(
        "Some of its headings do not show which section they belong to. "
        "This fails WCAG 2.2 success criterion 1.3.1, Info and Relationships."
    ),
    DocumentRule.TABLES: message(
        "In some of its tables, a screen reader cannot say which heading belongs to a cell. "
        "This fails WCAG 2.2 success criterion 1.3.1, Info and Relationships."
    ),
    DocumentRule.UNTAGGED_CONTENT: message(
        "Some of its text, pictures, links or form fields have no tags, so a screen reader may leave them out. "
        "This fails WCAG 2.2 success criterion 1.3.1, Info and Relationships."
    ),
    DocumentRule.NO_UNICODE: message(
        "Some of its text is wrong or missing when it is read aloud, copied or searched. "
        "This fails WCAG 2.2 success criterion 1.1.1, Non-text Content."
    ),
    DocumentRule.TAGS: message(
        "Some of its lists, links or form fields are not tagged as what they are. "
        "This fails WCAG 2.2 success criteria 1.3.1, Info and Relationships, and 4.1.2, Name, Role, Value."
    ),
}
"""The faults in words for readers. Only these cause a document to be listed, since the published copy has no others."""


def document_accessibility(cards: CardFactory, slot: Slot) -> TemplateCall:  # noqa: ARG001 every slot is filled in the same way
    """Return the documents that fail the rules and why, the number that meet them, and unchecked ones elsewhere."""
    documents = _all_documents(cards.library)
    failing = [document for document in documents if document.shortfalls]
    elsewhere = [document for document in documents if not document.is_local and document.address is not None]
    return "document-accessibility.html", {
        "failing_documents": [_faults(document, cards.library) for document in failing],
        "number_meeting": sum(document.is_own_pdf and not document.shortfalls for document in documents),
        "elsewhere": document_views(first_entries(elsewhere), cards.library.partnership),
        "number_elsewhere": len(elsewhere),
        "more": link_rest(elsewhere, addresses.REVIEWS, _("All reviews")),
    }


def _all_documents(library: Library) -> list[PublishedDocument]:
    """Return every document of the library and its earlier versions, ordered by label."""
    listed = (each for documents in library.documents_of.values() for each in documents)
    return sorted(
        (each for document in listed for each in document.with_earlier), key=lambda each: name_key(each.label)
    )


def _faults(document: PublishedDocument, library: Library) -> dict[str, object]:
    view: DocumentView = document_views([document], library.partnership)[0]
    faults = [{"why": _(WHY[shortfall.rule]), "reason": shortfall.reason} for shortfall in document.shortfalls]
    return {"document": view, "faults": faults}
