"""The catalogues hold every text that readers see, and every text of a template is translated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.languages import catalogue_of, gettext, languages_with_catalogue, ngettext, use_language
from tests import translations
from tests.translations import CATALOGUES, TEMPLATES, THEME

NOT_A_WORD = {"BibTeX", "Ctrl K"}
"""A name and a key: they are the same in every language."""


@pytest.mark.parametrize("path", translations.templates(), ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_every_text_of_a_template_is_translated(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert [text for text in translations.texts_outside_translations(source) if text not in NOT_A_WORD] == []
    assert [text for text in translations.strings_outside_translations(source) if text not in NOT_A_WORD] == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>{% trans %}Reviews{% endtrans %}</p>", []),
        ("<p>Reviews</p>", ["Reviews"]),
        ('<p class="lib-note">{{ name }}</p>', []),
        ('<ul aria-label="Chosen filters"></ul>', ["Chosen filters"]),
        ("<p>{% if one %}One review{% endif %}</p>", ["One review"]),
        ("<p>{% trans n=2 %}One{% pluralize %}Many{% endtrans %} left over</p>", ["left over"]),
    ],
)
def test_a_text_outside_a_translation_is_found(source: str, found: list[str]) -> None:
    assert list(translations.texts_outside_translations(source)) == found


@pytest.mark.parametrize("path", translations.theme_templates(), ids=lambda path: path.name)
def test_every_text_of_the_theme_is_in_a_slot(path: Path) -> None:
    slots = re.compile(r"<!--\s*library:.*?-->", re.DOTALL)
    source = slots.sub("", path.read_text(encoding="utf-8"))
    assert list(translations.texts_outside_translations(source)) == []


def test_the_list_of_texts_is_up_to_date() -> None:
    written = (CATALOGUES / "messages.pot").read_bytes()
    assert written == translations.template_text(), "run: python -m tests.translations"


@pytest.mark.parametrize("language", [path.stem for path in CATALOGUES.glob("*.po")])
def test_a_catalogue_has_every_text_and_no_other(language: str) -> None:
    path = CATALOGUES / f"{language}.po"
    assert path.read_bytes() == translations.catalogue_text(path), "run: python -m tests.translations"


@pytest.mark.parametrize("language", [path.stem for path in CATALOGUES.glob("*.po")])
def test_a_translation_keeps_names_in_braces_and_tags(language: str) -> None:
    parts = re.compile(r"\{\w+\}|%\(\w+\)s|</?\w+[^>]*>")
    with (CATALOGUES / f"{language}.po").open("rb") as source:
        for message in read_po(source, locale=language):
            texts = [message.string] if isinstance(message.string, str) else list(message.string or ())
            original = message.id if isinstance(message.id, str) else message.id[-1]
            for text in filter(None, texts if message.id else ()):
                assert sorted(parts.findall(text)) == sorted(parts.findall(original)), message.id


def test_the_scripts_have_their_texts_in_the_catalogue() -> None:
    texts = {one for one, _ in catalogue_of("cy").script_messages}
    assert {"Searching…", "{number} result", "Exit cancelled."} <= texts
    assert any(path.name == "words.js" for path in THEME.rglob("*.js"))


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (0, "0 canlyniad"),
        (1, "1 canlyniad"),
        (2, "2 ganlyniad"),
        (3, "3 chanlyniad"),
        (6, "6 chanlyniad"),
        (11, "11 canlyniad"),
    ],
)
def test_welsh_has_its_own_plural_forms(number: int, shown: str) -> None:
    with use_language("cy"):
        assert ngettext("{number} result", "{number} results", number).format(number=number) == shown


def test_english_needs_no_catalogue() -> None:
    assert gettext("Reviews") == "Reviews"
    assert ngettext("{number} review", "{number} reviews", 2) == "{number} reviews"
    assert catalogue_of("en-GB").untranslated == ()
    assert languages_with_catalogue() == ("cy", "en-GB")
