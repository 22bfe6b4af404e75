"""The rules on the content of documents: see `checks.py` for the table of all checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, rule
from generator.model import DocumentRule, Records
from generator.validate.rules.pdf_quality.checks import CHECKS
from generator.validate.rules.pdf_quality.document_issue import (
    DocumentIssue,
    DocumentUnderTest,
    earlier_versions,
    subjects,
    to_diagnostics,
)

PRIVACY_RULES: Final = (
    DocumentRule.OFFICE_FILE,
    DocumentRule.PICTURE_PROPERTIES,
    DocumentRule.UNCHECKED,
    DocumentRule.TEXT_FILE,
    DocumentRule.COVERING_MARKS,
    DocumentRule.HIDDEN_TEXT,
    DocumentRule.HIDDEN_VALUES,
)
"""Rules on content that would still be in the published file."""


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield D407 to D418, D424 to D430, D455 to D457, D460 to D468, D476, and D420.

    D420 is for an exception that covers no fault of its document.
    Earlier versions of a document are also published. Only the rules on content that should not be public
    apply to them.
    """
    for subject in subjects(records):
        issues = _issues(subject, tuple(CHECKS))
        for document_rule, issue in issues.items():
            yield from to_diagnostics(subject, document_rule, issue, records, today)
        needed = set(issues)
        for earlier in earlier_versions(subject, records):
            issues = _issues(earlier, PRIVACY_RULES)
            needed |= issues.keys()
            for document_rule, issue in issues.items():
                yield from to_diagnostics(earlier, document_rule, issue, records, today)
        for index, accepted in enumerate(subject.document.accepted):
            if accepted.rule in CHECKS and accepted.rule not in needed:
                at = subject.at("accepted", index, "rule")
                hint = "take the exception out"
                yield rule("D420").diagnostic(f'"{subject.document.file}" has no fault "{accepted.rule}"', at, hint)


def _issues(subject: DocumentUnderTest, rules: tuple[DocumentRule, ...]) -> dict[DocumentRule, DocumentIssue]:
    issues = ((document_rule, CHECKS[document_rule](subject)) for document_rule in rules)
    return {
        document_rule: _with_acceptance(document_rule, issue) for document_rule, issue in issues if issue is not None
    }


def _with_acceptance(document_rule: DocumentRule, issue: DocumentIssue) -> DocumentIssue:
    """Return the issue with instructions to accept it, if that is the only way to publish the file unchanged."""
    if document_rule not in PRIVACY_RULES:
        return issue
    accept = f'accepted: [{{rule: {document_rule}, reason: "TODO: why readers may see it", decided: 2026-11}}]'
    how = f"To publish it all the same, add this to the document, and write your own reason: {accept}"
    return replace(issue, hint=f"{issue.hint}. {how}")
