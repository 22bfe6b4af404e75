"""The texts of the theme and of the scripts in the language of the site."""

from __future__ import annotations

import json
from typing import Final

from markupsafe import Markup, escape

from generator.languages import active_catalogue, gettext, ngettext, without_marks
from generator.languages.dates import open_graph_locale, plural_forms
from generator.model import Library
from generator.model.frame import Slot

_KEY: Final = Markup("<kbd>/</kbd>")


def theme_text(library: Library, slot: Slot) -> str:
    """Return the text that a slot of the theme names, in the language of the site.

    `{partnership}` and `{key}` are replaced with the partnership's name and the key of the search.
    """
    words = slot.argument("words") or ""
    text = str(escape(gettext(words))) if words else ""
    if "{" not in text:
        return text
    return text.replace("{partnership}", escape(library.partnership.name)).replace("{key}", _KEY)


def site_language(library: Library, slot: Slot) -> str:
    """Return the language of the site, for `lang`."""
    return library.partnership.language


def site_locale(library: Library, slot: Slot) -> str:
    """Return the language of the site as Open Graph writes it."""
    return open_graph_locale()


def script_words(library: Library, slot: Slot) -> str:
    """Return an element with the translated texts of the scripts. Empty in English, the language of the scripts.

    It is data and not a script, so the security policy allows it. A text with a number has one form for each plural
    category of the language.
    """
    catalogue = active_catalogue()
    if catalogue.is_english:
        return ""
    forms, missing = plural_forms(), set(catalogue.untranslated)
    words = {
        one: {form: ngettext(one, many, number) for form, number in forms.items()} if many else gettext(one)
        for one, many in catalogue.script_messages
        if one not in missing
    }
    text = without_marks(json.dumps(words, ensure_ascii=False, sort_keys=True)).replace("<", "\\u003c")
    return f'<script type="application/json" id="lib-translations">{text}</script>'
