"""The rules on documents, their severity in this partnership, and the faults that the partnership has accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from generator.diagnostics import Severity
from generator.model.partial_date import PartialDate
from generator.model.pdf_facts import PdfFacts
from generator.model.record_model import RecordModel, Text
from generator.model.tag_issues import TagIssue, TagIssueKind


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
    CLEANED_OFFICE_FILE = "cleaned-office-file"
    CLEANED_PICTURE = "cleaned-picture"
    RECORDING_PROPERTIES = "recording-properties"
    CLEANED_RECORDING = "cleaned-recording"
    DEAD_LINK = "dead-link-in-pdf"
    FIGURES = "pictures-without-text"
    HEADINGS = "headings-in-pdf"
    TABLES = "tables-in-pdf"
    UNTAGGED_CONTENT = "untagged-content"
    NO_UNICODE = "text-without-unicode"
    PARTLY_SCANNED = "partly-scanned-pdf"
    TAGS = "tags-in-disorder"


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


RULE_OF_TAG_ISSUE: Final[Mapping[TagIssueKind, DocumentRule]] = {
    TagIssueKind.FIGURE: DocumentRule.FIGURES,
    TagIssueKind.FORMULA: DocumentRule.FIGURES,
    TagIssueKind.HEADING_LEVEL: DocumentRule.HEADINGS,
    TagIssueKind.HEADING_KIND: DocumentRule.HEADINGS,
    TagIssueKind.NO_HEADER_CELLS: DocumentRule.TABLES,
    TagIssueKind.LOST_HEADER: DocumentRule.TABLES,
    TagIssueKind.UNEVEN_TABLE: DocumentRule.TABLES,
    TagIssueKind.TABLE_ORDER: DocumentRule.TABLES,
    TagIssueKind.UNTAGGED: DocumentRule.UNTAGGED_CONTENT,
    TagIssueKind.UNTAGGED_LINK: DocumentRule.UNTAGGED_CONTENT,
    TagIssueKind.UNTAGGED_FIELD: DocumentRule.UNTAGGED_CONTENT,
    TagIssueKind.ARTIFACT: DocumentRule.UNTAGGED_CONTENT,
    TagIssueKind.NO_UNICODE: DocumentRule.NO_UNICODE,
    TagIssueKind.LIST_ORDER: DocumentRule.TAGS,
    TagIssueKind.CONTENTS_ORDER: DocumentRule.TAGS,
    TagIssueKind.UNKNOWN: DocumentRule.TAGS,
    TagIssueKind.EMPTY_LINK: DocumentRule.TAGS,
    TagIssueKind.NO_FIELD_NAME: DocumentRule.TAGS,
    TagIssueKind.TAB_ORDER: DocumentRule.TAGS,
    TagIssueKind.SUSPECTS: DocumentRule.TAGS,
}
"""The rule that each fault of the tags breaks."""


def tag_issues_of(rule: DocumentRule, pdf: PdfFacts) -> tuple[TagIssue, ...]:
    """Return the faults of the tags that break a rule."""
    return tuple(issue for issue in pdf.tag_issues if RULE_OF_TAG_ISSUE[issue.kind] is rule)


def unmet_rules(pdf: PdfFacts) -> tuple[DocumentRule, ...]:
    """Return the rules that a clean copy of a PDF does not meet. Faults that cleaning fixes are not counted."""
    whole = {
        DocumentRule.UNTAGGED: not pdf.is_tagged,
        DocumentRule.SCANNED: pdf.is_scan,
        DocumentRule.PARTLY_SCANNED: pdf.is_partly_scanned,
    }
    of_tags = dict.fromkeys(RULE_OF_TAG_ISSUE.values())
    return (
        *(rule for rule, is_unmet in whole.items() if is_unmet),
        *(rule for rule in of_tags if tag_issues_of(rule, pdf)),
    )


def active_exception(rule: DocumentRule, accepted: Iterable[Accepted], today: date) -> Accepted | None:
    """Return the exception that covers a fault today; None if there is none."""
    return next((exception for exception in accepted if exception.rule is rule and exception.holds(today)), None)


def severity_for(rule: DocumentRule, usual: Severity, given: Iterable[RuleSeverity]) -> Severity:
    """Return the severity of a fault: as the partnership sets it, or else the usual one."""
    return next((entry.severity for entry in given if entry.rule is rule), usual)
