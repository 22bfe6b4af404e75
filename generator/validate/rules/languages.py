"""Checks the language of the site, of records and documents, and of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.languages import (
    base_language,
    catalogue_of,
    has_catalogue,
    is_english,
    languages_with_catalogue,
)
from generator.languages.tags import direction_of, english_name, is_known_tag, suggest_tag
from generator.markdown import language_marks
from generator.markdown.other_scripts import OtherScript, other_scripts
from generator.model import Records
from generator.validate.text_locations import (
    SourceLocator,
    body_location,
    page_text,
    prose_with_links_or_html,
    texts_to_publish,
)

_WITH_A_LANGUAGE: Final = frozenset({"case", "briefing", "notice", "bulletin", "year"})
_NOT_OF_THE_RECORD: Final = frozenset({"documents", "sources", "accepted_findings", "also_known_as"})
_HTML_LANGUAGE: Final = re.compile(r"<[a-z][^<>]*\blang=", re.IGNORECASE)
_EXAMPLES: Final = "en-GB, cy, pl or ar"


def says_its_language(text: str) -> bool:
    """Return True if a tag in the text of a page has a language."""
    return _HTML_LANGUAGE.search(text) is not None


def check_theme_language(records: Records, theme_language: object, place: Location | None) -> Iterator[Diagnostic]:
    """Yield S025 if the engine's theme has another language than the site. `place` is in mkdocs.yml."""
    if records.partnership is None or theme_language is None:
        return
    language = records.partnership.record.language
    if not has_catalogue(language):
        return
    if base_language(str(theme_language)) != base_language(language):
        message = f'the theme has the language "{theme_language}", and content/partnership.yml has "{language}"'
        hint = f"write language: {base_language(language)} here, or change language in content/partnership.yml"
        yield rule("S025").diagnostic(message, place, hint)


def check_site_language(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield S026 for a language without a catalogue, and S027 for one whose catalogue is not complete."""
    if records.partnership is None:
        return
    language, raw = records.partnership.record.language, records.partnership.raw
    if is_english(language):
        return
    place = raw.location_of("language")
    if not has_catalogue(language):
        known = " or ".join(reversed(languages_with_catalogue()))
        message = f'there are no interface texts in "{language}" ({english_name(language)})'
        hint = f"write language: {known}; a single record can have any language"
        yield rule("S026").diagnostic(message, place, hint)
        return
    missing = catalogue_of(language).share_untranslated
    if missing:
        name, file = english_name(language), f"generator/languages/{base_language(language)}.po"
        message = f"about {round(missing, 1) or 0.1:.0%} of the interface texts are not translated into {name} yet"
        hint = f"readers see them in English; ask somebody who knows {name} to fill the empty entries in {file}"
        yield rule("S027").diagnostic(message, place, hint)


def check_record_languages(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield S028 for a language of a record or document that does not exist."""
    for record in records.cases_briefings_notices:
        if record.record.language is not None:
            yield from _unknown(record.record.language, record.raw.location_of("language"))
        for number, document in enumerate(record.record.documents):
            if document.language is not None:
                yield from _unknown(document.language, record.raw.location_of("documents", number, "language"))


def _unknown(tag: str, place: Location) -> Iterator[Diagnostic]:
    if not is_known_tag(tag):
        yield rule("S028").diagnostic(f'there is no language "{tag}"', place, language_hint(tag))


def language_hint(written: str) -> str:
    """Return what to write in place of a wrong language: the tag that was probably meant."""
    tag = suggest_tag(written)
    if tag is None:
        return f"a language is written as a short tag: {_EXAMPLES}"
    return f"write {tag}, the tag of {english_name(tag)}"


def check_unstated_languages(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield R240 for a record or a paragraph of a page in another script without its language."""
    site_language = records.partnership.record.language if records.partnership is not None else "en-GB"
    stated = {record.raw.file: record.record.language or site_language for record in records.cases_briefings_notices}
    prose = {(record.raw.file, path) for record in records.prose_records for path, _ in record.record.prose}
    reported: set[str] = set()
    for raw, path, text in texts_to_publish(records):
        if text.isascii() or raw.kind not in _WITH_A_LANGUAGE or path[0] in _NOT_OF_THE_RECORD:
            continue
        for found in other_scripts(text):
            if not _is_stated(found, stated.get(raw.file, site_language)) and raw.file not in reported:
                reported.add(raw.file)
                of_record = f'add "language: {found.languages[0]}"' if raw.file in stated else ""
                of_paragraph = f"{_mark_hint(found)} at its end" if (raw.file, path) in prose else ""
                hint = "; or, if only this paragraph is in it, ".join(filter(None, (of_record, of_paragraph)))
                place = SourceLocator(raw.source, partial(raw.location_of, *path))
                yield _unstated(found, place(found.paragraph.split("\n")[0]), hint or None)
    for page in records.pages:
        text = page_text(page)
        if says_its_language(text):
            continue
        place = SourceLocator(page.source, partial(body_location, page))
        for found in other_scripts(text):
            if not _is_stated(found, site_language):
                yield _unstated(
                    found, place(found.paragraph.split("\n")[0]), f"{_mark_hint(found)}, on a line below it"
                )


def _is_stated(found: OtherScript, language: str) -> bool:
    return base_language(language) in found.languages or "{lang=" in found.paragraph or "{: lang=" in found.paragraph


def _mark_hint(found: OtherScript) -> str:
    direction = " dir=rtl" if found.is_right_to_left else ""
    return f"write {{lang={found.languages[0]}{direction}}}"


def _unstated(found: OtherScript, place: Location, hint: str | None) -> Diagnostic:
    others = f" ({found.languages[0]} is {english_name(found.languages[0])})"
    message = f"this text is in {found.script} letters, and its language is not stated"
    return rule("R240").diagnostic(message, place, f"{hint}{others}" if hint else None)


def check_paragraph_languages(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield S029 for a paragraph whose language or direction does not exist."""
    for record in records.prose_records:
        for path, text in prose_with_links_or_html(record):
            yield from _paragraphs(text, SourceLocator(record.raw.source, partial(record.raw.location_of, *path)))
    for page in records.pages:
        yield from _paragraphs(page_text(page), SourceLocator(page.source, partial(body_location, page)))


def _paragraphs(text: str, place: Callable[[str], Location]) -> Iterator[Diagnostic]:
    for mark in language_marks(text):
        if mark.language is not None and not is_known_tag(mark.language):
            tag = suggest_tag(mark.language)
            direction = " dir=rtl" if tag and direction_of(tag) == "rtl" else ""
            hint = f"write {{lang={tag}{direction}}}" if tag else f"write a short tag: {_EXAMPLES}"
            yield rule("S029").diagnostic(f'there is no language "{mark.language}"', place(mark.written), hint)
        elif mark.direction is not None and mark.direction not in ("ltr", "rtl"):
            message = f'a text cannot have the direction "{mark.direction}"'
            hint = "write dir=ltr (from left to right) or dir=rtl, or leave it out"
            yield rule("S029").diagnostic(message, place(mark.written), hint)
