"""The rules on what was found inside a document, one a file. Each says what to do in the program that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import DocumentRule, Records
from generator.validate.rules.pdf_quality import (
    author_metadata,
    comments,
    covering_marks,
    digital_signature,
    embedded_files,
    embedded_images,
    embedded_scripts,
    encryption,
    image_properties,
    large_file,
    missing_language,
    missing_tags,
    missing_title,
    office_file,
    scanned_pages,
    title_mismatch,
    type_mismatch,
    unchecked_files,
)
from generator.validate.rules.pdf_quality.document_issue import (
    Check,
    DocumentIssue,
    DocumentUnderTest,
    earlier_versions,
    subjects,
    to_diagnostics,
)

CHECKS: Final[dict[DocumentRule, Check]] = {
    DocumentRule.UNTAGGED: missing_tags.check,
    DocumentRule.UNTITLED: missing_title.check,
    DocumentRule.NO_LANGUAGE: missing_language.check,
    DocumentRule.SCANNED: scanned_pages.check,
    DocumentRule.PROTECTED: encryption.check,
    DocumentRule.COMMENTS: comments.check,
    DocumentRule.FILES_INSIDE: embedded_files.check,
    DocumentRule.SCRIPTS_INSIDE: embedded_scripts.check,
    DocumentRule.NAMES: author_metadata.check,
    DocumentRule.OTHER_TITLE: title_mismatch.check,
    DocumentRule.OTHER_TYPE: type_mismatch.check,
    DocumentRule.LARGE: large_file.check,
    DocumentRule.PICTURES_IN_PDF: embedded_images.check,
    DocumentRule.SIGNED: digital_signature.check,
    DocumentRule.OFFICE_FILE: office_file.check,
    DocumentRule.PICTURE_PROPERTIES: image_properties.check,
    DocumentRule.UNCHECKED: unchecked_files.check,
    DocumentRule.COVERING_MARKS: covering_marks.check,
}
"""What each rule looks for. A dead link is found when the site's addresses are known: see `check`."""

OF_WHAT_IS_PRIVATE: Final = (
    DocumentRule.PICTURES_IN_PDF,
    DocumentRule.SIGNED,
    DocumentRule.OFFICE_FILE,
    DocumentRule.PICTURE_PROPERTIES,
    DocumentRule.UNCHECKED,
    DocumentRule.COVERING_MARKS,
)
"""Rules on what the published file would still hold."""


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields D407 to D418 and D424 to D430, and D420 for an exception that covers no fault of its document.

    What a document was earlier is published as well. Only the rules on what should not be public are about it.
    """
    for subject in subjects(records):
        found = _faults(subject, tuple(CHECKS))
        for each, fault in found.items():
            yield from to_diagnostics(subject, each, fault, records, today)
        needed = set(found)
        for earlier in earlier_versions(subject, records):
            faults = _faults(earlier, OF_WHAT_IS_PRIVATE)
            needed |= faults.keys()
            for each, fault in faults.items():
                yield from to_diagnostics(earlier, each, fault, records, today)
        for index, accepted in enumerate(subject.document.accepted):
            if accepted.rule in CHECKS and accepted.rule not in needed:
                at = subject.at("accepted", index, "rule")
                hint = "take the exception out"
                yield rule("D420").diagnostic(f'"{subject.document.file}" has no fault "{accepted.rule}"', at, hint)


def _faults(subject: DocumentUnderTest, rules: tuple[DocumentRule, ...]) -> dict[DocumentRule, DocumentIssue]:
    found = ((each, CHECKS[each](subject)) for each in rules)
    return {each: _with_acceptance(each, fault) for each, fault in found if fault is not None}


def _with_acceptance(which: DocumentRule, fault: DocumentIssue) -> DocumentIssue:
    """The fault with the way to accept it, where that is the only way to publish the file as it is."""
    if which not in OF_WHAT_IS_PRIVATE:
        return fault
    accept = f"accepted: [{{rule: {which}, reason: ..., decided: 2026-11}}]"
    return replace(fault, hint=f"{fault.hint}. To publish it all the same, add to the document: {accept}")
