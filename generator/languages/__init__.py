"""Interface texts, dates and language tags: English in the code, other languages in catalogues (`cy.po`)."""

from generator.languages import dates
from generator.languages.catalogue import (
    ENGLISH,
    active_catalogue,
    base_language,
    catalogue_of,
    gettext,
    has_catalogue,
    is_english,
    languages_with_catalogue,
    message,
    ngettext,
    plural_message,
    use_language,
)
from generator.languages.marks import bytes_without_marks, marks_to_html, without_marks

__all__ = [
    "ENGLISH",
    "active_catalogue",
    "base_language",
    "bytes_without_marks",
    "catalogue_of",
    "dates",
    "gettext",
    "has_catalogue",
    "is_english",
    "languages_with_catalogue",
    "marks_to_html",
    "message",
    "ngettext",
    "plural_message",
    "use_language",
    "without_marks",
]
