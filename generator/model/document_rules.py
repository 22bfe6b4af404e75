"""The rules on documents, their severity in this partnership, and the faults that the partnership has accepted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from generator.diagnostics import Severity
from generator.model.partial_date import PartialDate
from generator.model.pdf_facts import PdfFacts
from generator.model.record_model import RecordModel, Text


class DocumentRule(StrEnum):
    """The checks on a document; each value is the slug of its code in the catalogue."""

    UNTAGGED = "untagged-pdf"
    UNTITLED = "untitled-pdf"
    NO_LANGUAGE = "pdf-without-language"
    SCANNED = "scanned-pdf"
    PROTECTED = "protected-pdf"
    COMMENTS = "comments-left-in"
    FILES_INSIDE = "files-inside"
    SCRIPTS_INSIDE = "scripts-inside"
    NAMES = "names-in-properties"
    OTHER_TITLE = "another-title"
    OTHER_TYPE = "another-type"
    LARGE = "large-file"
    PICTURES_IN_PDF = "picture-properties-in-pdf"
    SIGNED = "signed-pdf"
    OFFICE_FILE = "office-file"
    PICTURE_PROPERTIES = "picture-properties"
    UNCHECKED = "unchecked-file"
    TEXT_FILE = "text-file"
    UNCLEANED = "uncleaned-pdf"
    COVERING_MARKS = "covering-marks"
    HIDDEN_TEXT = "hidden-text"
    HIDDEN_VALUES = "hidden-values"
    DISK_LINKS = "links-to-a-disk"
    DEAD_LINK = "dead-link-in-pdf"


class RuleSeverity(RecordModel):
    """The severity that a partnership gives to one of these rules: `{rule: untagged-pdf, severity: error}`."""

    rule: DocumentRule
    severity: Severity


class Accepted(RecordModel):
    """A fault that the partnership has accepted."""

    rule: DocumentRule
    reason: Text
    """For the public: the accessibility statement shows it."""

    decided: PartialDate

    until: PartialDate | None = None
    """The last day, month or year of the exception; None if it lasts as long as the document."""

    def holds(self, today: date) -> bool:
        """Return True until the exception has ended."""
        return self.until is None or today <= self.until.last_day


def unmet_rules(pdf: PdfFacts) -> tuple[DocumentRule, ...]:
    """Return the rules that a clean copy of a PDF does not meet. Faults that cleaning fixes are not counted."""
    unmet = (DocumentRule.UNTAGGED,) if not pdf.is_tagged else ()
    return (*unmet, DocumentRule.SCANNED) if pdf.is_scan else unmet


def active_exception(rule: DocumentRule, accepted: Iterable[Accepted], today: date) -> Accepted | None:
    """Return the exception that covers a fault today; None if there is none."""
    return next((exception for exception in accepted if exception.rule is rule and exception.holds(today)), None)


def severity_for(rule: DocumentRule, usual: Severity, given: Iterable[RuleSeverity]) -> Severity:
    """Return the severity of a fault: as the partnership sets it, or else the usual one."""
    return next((entry.severity for entry in given if entry.rule is rule), usual)
