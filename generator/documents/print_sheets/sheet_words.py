"""The texts that the Typst templates of sheets and posters contain, in the language of the site."""

from __future__ import annotations

from typing import Final

from generator.languages import active_catalogue, base_language, gettext, message, without_marks

_WORDS: Final = (
    message("Page {page} of {pages}"),
    message("The web page says where to find the full briefing."),
    message("Made from this library's web page. The partnership has its own briefing."),
    message("Talk about it"),
    message("Review linked to this briefing"),
    message("Reviews linked to this briefing"),
    message("What our team will do"),
    message("What"),
    message("Who"),
    message("By when"),
    message("Who to call"),
    message("Read it on the web:"),
    message("and {number} more on the web page"),
    message("This sheet mentions {topics}."),
    message("This poster mentions {topics}."),
    message("Get support:"),
)
"""Each is the key of its translation in the templates."""


def sheet_words() -> dict[str, object]:
    """Return the language of the site, and each text of the templates in it."""
    return {
        "language": base_language(active_catalogue().tag),
        "words": {text: without_marks(gettext(text)) for text in _WORDS},
    }
