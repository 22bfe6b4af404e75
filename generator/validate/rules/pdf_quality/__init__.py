"""The rules on the content of documents, one in each file. Each says what to do in the program that made the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import DocumentRule, Records
from generator.validate.rules.pdf_quality import (
    covering_marks,
    digital_signature,
    embedded_images,
    image_properties,
    office_file,
    unchecked_files,
)
from generator.validate.rules.pdf_quality.checks import (
    check_author_metadata,
    check_comments,
    check_embedded_files,
    check_embedded_scripts,
    check_encryption,
    check_large_file,
    check_missing_language,
    check_missing_tags,
    check_missing_title,
    check_scanned_pages,
    check_title_mismatch,
    check_type_mismatch,
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
    DocumentRule.UNTAGGED: check_missing_tags,
    DocumentRule.UNTITLED: check_missing_title,
    DocumentRule.NO_LANGUAGE: check_missing_language,
    DocumentRule.SCANNED: check_scanned_pages,
    DocumentRule.PROTECTED: check_encryption,
    DocumentRule.COMMENTS: check_comments,
    DocumentRule.FILES_INSIDE: check_embedded_files,
    DocumentRule.SCRIPTS_INSIDE: check_embedded_scripts,
    DocumentRule.NAMES: check_author_metadata,
    DocumentRule.OTHER_TITLE: check_title_mismatch,
    DocumentRule.OTHER_TYPE: check_type_mismatch,
    DocumentRule.LARGE: check_large_file,
    DocumentRule.PICTURES_IN_PDF: embedded_images.check,
    DocumentRule.SIGNED: digital_signature.check,
    DocumentRule.OFFICE_FILE: office_file.check,
    DocumentRule.PICTURE_PROPERTIES: image_properties.check,
    DocumentRule.UNCHECKED: unchecked_files.check,
    DocumentRule.COVERING_MARKS: covering_marks.check,
}
"""The check of each rule. Dead links are found later, when the site's addresses are known: see `check`."""

OF_WHAT_IS_PRIVATE: Final = (
    DocumentRule.PICTURES_IN_PDF,
    DocumentRule.SIGNED,
    DocumentRule.OFFICE_FILE,
    DocumentRule.PICTURE_PROPERTIES,
    DocumentRule.UNCHECKED,
    DocumentRule.COVERING_MARKS,
)
"""Rules on content that would still be in the published file."""


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D407 to D418 and D424 to D430, and D420 for an exception that covers no fault of its document.

    Earlier versions of a document are also published. Only the rules on content that should not be public
    apply to them.
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
    """Return the fault with instructions to accept it, if that is the only way to publish the file unchanged."""
    if which not in OF_WHAT_IS_PRIVATE:
        return fault
    accept = f"accepted: [{{rule: {which}, reason: ..., decided: 2026-11}}]"
    return replace(fault, hint=f"{fault.hint}. To publish it all the same, add to the document: {accept}")
