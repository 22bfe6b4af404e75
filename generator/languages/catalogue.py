"""The catalogue of interface texts of each language, and the language that texts are produced in now.

English is the language of the messages themselves, so it has no catalogue file and nothing is loaded for it. The
language is set for the duration of one call, as a locale is: `with use_language("cy"):`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import Final

from generator.languages.marks import mark

ENGLISH: Final = "en-GB"
_FOLDER: Final = Path(__file__).parent


@dataclass(frozen=True)
class Catalogue:
    """The interface texts of one language."""

    tag: str
    """The language as BCP 47 writes it: `en-GB`, `cy`."""

    translations: NullTranslations = field(default_factory=NullTranslations)
    untranslated: tuple[str, ...] = ()
    """The messages without a translation that is certain. Readers see the English text."""

    share_untranslated: float = 0
    """The share of the messages that are in `untranslated`, from 0 to 1."""

    script_messages: tuple[tuple[str, str], ...] = ()
    """The messages that scripts use: singular and plural. The plural is empty for a message without one."""

    @property
    def is_english(self) -> bool:
        """Return True for English, whose dates and texts need no library."""
        return is_english(self.tag)


class _MarkedEnglish(NullTranslations):
    """English texts for the places where a catalogue has no translation."""

    def gettext(self, message: str) -> str:
        return mark(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return mark(msgid1 if n == 1 else msgid2)


def base_language(tag: str) -> str:
    """Return the language without its region and script: `en` for `en-GB`."""
    return tag.partition("-")[0].lower()


def is_english(tag: str) -> bool:
    """Return True for every kind of English."""
    return base_language(tag) == "en"


def languages_with_catalogue() -> tuple[str, ...]:
    """Return the languages that a site can be published in: `("cy", "en-GB")`."""
    return tuple(sorted((ENGLISH, *(path.stem for path in _FOLDER.glob("*.po")))))


def has_catalogue(tag: str) -> bool:
    """Return True if a site can be published in the language."""
    return base_language(tag) in {base_language(known) for known in languages_with_catalogue()}


@cache
def catalogue_of(tag: str, is_marked: bool = True) -> Catalogue:
    """Return the catalogue of a language. Raise `FileNotFoundError` if there is none.

    `is_marked`: a text without a translation is English with marks around it; otherwise it is English without marks.
    """
    if is_english(tag):
        return Catalogue(tag)
    # Babel is only needed for other languages than English.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    language = base_language(tag)
    with (_FOLDER / f"{language}.po").open("rb") as source:
        messages = read_po(source, locale=language)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    translations = GNUTranslations(compiled)
    translations.add_fallback(_MarkedEnglish() if is_marked else NullTranslations())
    listed = [message for message in messages if message.id]
    untranslated = tuple(
        _singular(message.id) for message in listed if message.fuzzy or not _is_translated(message.string)
    )
    return Catalogue(
        tag,
        translations,
        untranslated=untranslated,
        share_untranslated=len(untranslated) / max(1, len(listed)),
        script_messages=tuple(
            (_singular(message.id), "" if isinstance(message.id, str) else message.id[1])
            for message in listed
            if any(file.endswith(".js") for file, _ in message.locations)
        ),
    )


def _singular(message_id: str | list[str] | tuple[str, ...]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _is_translated(text: str | list[str] | tuple[str, ...] | None) -> bool:
    return all(text) if isinstance(text, list | tuple) else bool(text)


_active: ContextVar[Catalogue] = ContextVar("language", default=Catalogue(ENGLISH))  # noqa: B039 it is immutable


@contextmanager
def use_language(tag: str, is_marked: bool = True) -> Iterator[None]:
    """Produce texts and dates in a language until the end of the block. The language must have a catalogue.

    With `is_marked`, `marks_to_html` or `without_marks` must replace the marks of texts that are not translated.
    """
    token = _active.set(catalogue_of(tag, is_marked))
    try:
        yield
    finally:
        _active.reset(token)


def active_catalogue() -> Catalogue:
    """Return the catalogue in use."""
    return _active.get()


def gettext(message: str) -> str:
    """Return a text in the language in use. One without a translation is English, with marks around it."""
    return _active.get().translations.gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """Return the form of a text for a number."""
    return _active.get().translations.ngettext(one, many, number)


def plural_message(one: str, many: str) -> tuple[str, str]:
    """Return both forms unchanged. It marks them for the catalogues, as `message` does, for a later `ngettext`."""
    return one, many


def message(text: str) -> str:
    """Return the text unchanged. It marks a message for the catalogues that `gettext` receives later, as a value."""
    return text
