"""Checks the images, PDFs and Office files among the pages and in the theme, which are published unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Final

from generator.diagnostics import Diagnostic, Location, Severity, rule_by_slug
from generator.diagnostics import rule as rule_of
from generator.markdown import join_words
from generator.model import DocumentRule, FileInfo, PdfFacts, Records
from generator.model.asset_kinds import OFFICE, PICTURES
from generator.model.document_rules import severity_for
from generator.model.image_properties import PictureProperty
from generator.validate.rules.pdf_quality.checks import OFFICE_HINT, PICTURE_HINT, inside_in_words

_ATTACH: Final = "or attach it to a case, a briefing or a notice as a document"


def check_assets(records: Records) -> Iterator[Diagnostic]:
    """Yield D406 for a PDF that cannot be opened, D417, and D426, D427 and D429 for what a file would make public.

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
            message = f"is an Office file and is published as it is; {inside_in_words(facts.says)}"
            yield _asset_diagnostic(DocumentRule.OFFICE_FILE, name, message, f"{OFFICE_HINT}; {_ATTACH}", records)
        elif suffix in PICTURES:
            yield from _picture(name, facts, records)
        elif facts.pdf is not None:
            yield from _pdf(name, facts.pdf, records)


def _picture(name: str, facts: FileInfo, records: Records) -> Iterator[Diagnostic]:
    """Yield D427 for an image with properties other than its place, which P632 reports."""
    says = tuple(say for say in facts.says if say != PictureProperty.PLACE)
    if says:
        message = f"is a picture whose file contains {join_words(says)}"
        yield _asset_diagnostic(DocumentRule.PICTURE_PROPERTIES, name, message, PICTURE_HINT, records)


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
