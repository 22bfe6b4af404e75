"""The rules on what was found inside a document, one a file. Each says what to do in the program that made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import DocumentRule, Records
from generator.validate.rules.documents import (
    comments,
    covering_marks,
    files_inside,
    language,
    names,
    office_file,
    other_title,
    other_type,
    picture_properties,
    pictures_in_pdf,
    protected,
    scanned,
    scripts_inside,
    signed,
    size,
    tags,
    title,
    unchecked,
)
from generator.validate.rules.documents.judging import Fault, Look, Subject, earlier_versions, judged, subjects

LOOKS: Final[dict[DocumentRule, Look]] = {
    DocumentRule.UNTAGGED: tags.look,
    DocumentRule.UNTITLED: title.look,
    DocumentRule.NO_LANGUAGE: language.look,
    DocumentRule.SCANNED: scanned.look,
    DocumentRule.PROTECTED: protected.look,
    DocumentRule.COMMENTS: comments.look,
    DocumentRule.FILES_INSIDE: files_inside.look,
    DocumentRule.SCRIPTS_INSIDE: scripts_inside.look,
    DocumentRule.NAMES: names.look,
    DocumentRule.OTHER_TITLE: other_title.look,
    DocumentRule.OTHER_TYPE: other_type.look,
    DocumentRule.LARGE: size.look,
    DocumentRule.PICTURES_IN_PDF: pictures_in_pdf.look,
    DocumentRule.SIGNED: signed.look,
    DocumentRule.OFFICE_FILE: office_file.look,
    DocumentRule.PICTURE_PROPERTIES: picture_properties.look,
    DocumentRule.UNCHECKED: unchecked.look,
    DocumentRule.COVERING_MARKS: covering_marks.look,
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
        found = _faults(subject, tuple(LOOKS))
        for each, fault in found.items():
            yield from judged(subject, each, fault, records, today)
        needed = set(found)
        for earlier in earlier_versions(subject, records):
            faults = _faults(earlier, OF_WHAT_IS_PRIVATE)
            needed |= faults.keys()
            for each, fault in faults.items():
                yield from judged(earlier, each, fault, records, today)
        for place, accepted in enumerate(subject.document.accepted):
            if accepted.rule in LOOKS and accepted.rule not in needed:
                at = subject.at("accepted", place, "rule")
                hint = "take the exception out"
                yield rule("D420").found(f'"{subject.document.file}" has no fault "{accepted.rule}"', at, hint)


def _faults(subject: Subject, rules: tuple[DocumentRule, ...]) -> dict[DocumentRule, Fault]:
    found = ((each, LOOKS[each](subject)) for each in rules)
    return {each: _with_acceptance(each, fault) for each, fault in found if fault is not None}


def _with_acceptance(which: DocumentRule, fault: Fault) -> Fault:
    """The fault with the way to accept it, where that is the only way to publish the file as it is."""
    if which not in OF_WHAT_IS_PRIVATE:
        return fault
    accept = f"accepted: [{{rule: {which}, reason: ..., decided: 2026-11}}]"
    return replace(fault, hint=f"{fault.hint}. To publish it all the same, add to the document: {accept}")
