"""Checks the images, PDFs, Office files and recordings among the pages and in the theme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from generator.diagnostics import Diagnostic, Location, Severity, rule_by_slug
from generator.diagnostics import rule as rule_of
from generator.markdown import join_words
from generator.model import DocumentRule, FileInfo, PdfFacts, Records
from generator.model.asset_kinds import OFFICE, PICTURES, RECORDINGS
from generator.model.document_rules import severity_for
from generator.model.image_properties import PictureProperty
from generator.validate.rules.pdf_quality.checks import (
    CLEANED_HINT,
    CLEANED_OFFICE_HINT,
    PICTURE_HINT,
    RECORDING_HINT,
    office_hint,
)

_ATTACH: Final = "or attach it to a case, a briefing or a notice as a document"


def check_assets(records: Records) -> Iterator[Diagnostic]:
    """Yield D406 for a PDF that cannot be opened, D417, and what a file would make public.

    That is D426, D427, D429 and D469; for a file that is cleaned, the notes D467, D468 and D470.
    Yield S046 for an SVG that does more than show a picture, and S047 for a robots.txt without the sitemap.
    """
    for name, facts in records.assets.items():
        suffix = PurePosixPath(name).suffix.lower()
        if facts.problem == "unsafe":
            hint = "save it as plain SVG, without scripts and links, or export it as PNG"
            yield rule_of("S046").diagnostic(f'"{name}" {facts.detail}', Location(name), hint)
        elif suffix == ".txt":
            hint = "add a line to it: Sitemap: and the address of sitemap.xml on this site"
            message = "this file replaces the one that the library would write, and does not name the sitemap"
            yield rule_of("S047").diagnostic(message, Location(name), hint)
        elif facts.problem is not None:
            hint = "open it in the program that made it and save it again, or ask its author for a new copy"
            yield rule_of("D406").diagnostic(f'"{name}" cannot be opened: {facts.detail}', Location(name), hint)
        elif facts.holds:
            hint = "save or export it as what its name says; renaming alone is not enough"
            yield rule_of("D417").diagnostic(f'"{name}" ends in {suffix} and is {facts.holds}', Location(name), hint)
        elif suffix in OFFICE:
            yield from _office_file(name, facts, records)
        elif suffix in PICTURES:
            yield from _picture(name, facts, records)
        elif suffix in RECORDINGS:
            yield from _recording(name, facts, records)
        elif facts.pdf is not None:
            yield from _pdf(name, facts.pdf, records)


def _picture(name: str, facts: FileInfo, records: Records) -> Iterator[Diagnostic]:
    """Yield D427 for an image that cannot be cleaned, D468 for one that is. P632 reports the place of the first."""
    kept = tuple(say for say in facts.kept if say != PictureProperty.PLACE)
    if kept:
        message = f"is a picture that cannot be cleaned, whose file contains {join_words(kept)}"
        yield _asset_diagnostic(DocumentRule.PICTURE_PROPERTIES, name, message, PICTURE_HINT, records)
    elif facts.says and not facts.kept:
        message = f"is a picture whose file contains {join_words(facts.says)}"
        yield _asset_diagnostic(DocumentRule.CLEANED_PICTURE, name, message, CLEANED_HINT, records)


def _office_file(name: str, facts: FileInfo, records: Records) -> Iterator[Diagnostic]:
    if facts.kept:
        message = f"is an Office file that cannot be cleaned; it has {join_words(facts.says)}"
        yield _asset_diagnostic(DocumentRule.OFFICE_FILE, name, message, office_hint(facts), records)
    elif facts.says:
        message = f"is an Office file that has {join_words(facts.says)}"
        yield _asset_diagnostic(DocumentRule.CLEANED_OFFICE_FILE, name, message, CLEANED_OFFICE_HINT, records)


def _recording(name: str, facts: FileInfo, records: Records) -> Iterator[Diagnostic]:
    if facts.kept:
        message = f"is a film or recording with {join_words(facts.kept)}"
        yield _asset_diagnostic(DocumentRule.RECORDING_PROPERTIES, name, message, RECORDING_HINT, records)
    elif facts.says:
        message = f"is a film or recording whose file contains {join_words(facts.says)}"
        yield _asset_diagnostic(DocumentRule.CLEANED_RECORDING, name, message, CLEANED_HINT, records)


def _pdf(name: str, pdf: PdfFacts, records: Records) -> Iterator[Diagnostic]:
    private = tuple(_private_in(pdf))
    names = (f"properties that may name a person ({', '.join(pdf.names)})",) if pdf.names else ()
    if not private and not names:
        return
    message = f"is published as it is, with {join_words((*private, *names))}"
    hint = f'run "library clean-document {name}" and put the copy in its place, {_ATTACH}: documents are cleaned'
    if pdf.picture_properties or pdf.signatures or pdf.covering_marks:
        hint = "export it again in the program that made it, without signature, boxes or properties of pictures"
    found = _asset_diagnostic(DocumentRule.UNCLEANED, name, message, hint, records)
    is_mild = not private and found.severity is Severity.ERROR
    yield replace(found, severity=Severity.WARNING) if is_mild else found


def _private_in(pdf: PdfFacts) -> Iterator[str]:
    if pdf.comments:
        yield "comments"
    if pdf.embedded_files:
        yield "other files inside"
    if pdf.scripts:
        yield "scripts"
    if pdf.signatures:
        yield "a signature"
    if pdf.covering_marks:
        yield "boxes on top of its pages"
    if pdf.picture_properties:
        yield f"pictures whose files contain {join_words(pdf.picture_properties)}"


def _asset_diagnostic(which: DocumentRule, name: str, message: str, hint: str, records: Records) -> Diagnostic:
    rule = rule_by_slug(which)
    given = records.partnership.record.document_rules if records.partnership is not None else ()
    found = rule.diagnostic(f'"{name}" {message}', Location(name), hint)
    return replace(found, severity=severity_for(which, rule.severity, given))
