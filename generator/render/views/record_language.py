"""The language of a record, for its texts in a page of another language (WCAG 3.1.2)."""

from __future__ import annotations

from generator.languages import base_language
from generator.languages.tags import direction_of
from generator.model import Briefing, Case, Library, Notice


def language_of(record: Case | Briefing | Notice, library: Library) -> str:
    """Return the language of a record: its own, or that of the site."""
    return record.language or library.partnership.language


def language_attributes(record: Case | Briefing | Notice, library: Library) -> dict[str, str]:
    """Return `lang` and `dir` for the elements with a record's own texts. Empty in the language of the site."""
    site = library.partnership.language
    language = language_of(record, library)
    direction = str(record.direction or direction_of(language))
    if base_language(language) == base_language(site) and direction == direction_of(site):
        return {}
    return {"lang": language, "dir": direction}
