"""Turns a fault of a document into a diagnostic with the partnership's severity, unless the fault is accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from generator.diagnostics import Diagnostic, Location, rule_by_slug
from generator.markdown import join_words
from generator.model import Document, DocumentRule, FileInfo, PdfFacts, RawRecord, Records, title_of
from generator.model.document_rules import active_exception, severity_for


@dataclass(frozen=True, slots=True)
class DocumentUnderTest:
    """A file of a record that could be opened."""

    raw: RawRecord
    name: str
    """The record's name or title."""

    document: Document
    index: int
    """The document's index among the record's documents, from zero."""

    facts: FileInfo
    file: str
    """The file's name as the record gives it."""

    path: tuple[str | int, ...] = ("file",)
    """The path of the name in the document's entry."""

    @property
    def pdf(self) -> PdfFacts | None:
        """The PDF's properties; None if the file is not a PDF."""
        return self.facts.pdf

    def at(self, *path: str | int) -> Location:
        """Return a location in the document's entry."""
        return self.raw.location_of("documents", self.index, *path)


@dataclass(frozen=True, slots=True)
class DocumentIssue:
    """A fault of a document, and how to fix it in the program that made the file."""

    message: str
    """The text after the file's name: `has no tags`."""

    hint: str


class Check(NamedTuple):
    """One check: returns the message if a document has the fault, otherwise None; and the hint."""

    find: Callable[[DocumentUnderTest], str | None]
    hint: str | Callable[[DocumentUnderTest], str]
    """`{language}` stands for the language of the document. A function returns the hint for one document."""

    def __call__(self, subject: DocumentUnderTest) -> DocumentIssue | None:
        """Return the issue of a document, or None if it does not have the fault."""
        message = self.find(subject)
        if message is None:
            return None
        hint = self.hint if isinstance(self.hint, str) else self.hint(subject)
        return DocumentIssue(message, hint.replace("{language}", subject.document.language or "en-GB"))


def pdf_check(find: Callable[[PdfFacts], str | None], hint: str) -> Check:
    """Return a check that only looks at the facts of a PDF."""
    return Check(lambda subject: None if subject.pdf is None else find(subject.pdf), hint)


def subjects(records: Records) -> Iterator[DocumentUnderTest]:
    """Yield every file that a record names and that exists and can be opened."""
    for located in records.cases_briefings_notices:
        record = located.record
        name = title_of(record)
        for index, document in enumerate(record.documents):
            facts = records.files.get((located.raw.file, document.file or ""))
            if document.file is not None and facts is not None and facts.problem is None:
                yield DocumentUnderTest(located.raw, name, document, index, facts, document.file)


def earlier_versions(subject: DocumentUnderTest, records: Records) -> Iterator[DocumentUnderTest]:
    """Yield the document's earlier files that could be opened."""
    for path, file in subject.document.files:
        facts = records.files.get((subject.raw.file, file))
        if path != ("file",) and facts is not None and facts.problem is None:
            yield replace(subject, facts=facts, file=file, path=path)


def to_diagnostics(
    subject: DocumentUnderTest, document_rule: DocumentRule, issue: DocumentIssue, records: Records, today: date
) -> Iterator[Diagnostic]:
    """Yield the diagnostic, unless an exception covers it today. An expired exception is reported with the fault."""
    accepted = subject.document.accepted
    if active_exception(document_rule, accepted, today) is not None:
        return
    rule = rule_by_slug(document_rule)
    overrides = records.partnership.record.document_rules if records.partnership is not None else ()
    expired = next(
        (exception for exception in accepted if exception.rule is document_rule and exception.until is not None), None
    )
    message = f'"{subject.file}" {issue.message}'
    if expired is not None and expired.until is not None:
        message += f"; it was accepted until {expired.until.label}"
    yield replace(
        rule.diagnostic(message, subject.at(*subject.path), issue.hint),
        severity=severity_for(document_rule, rule.severity, overrides),
    )


def pages_in_words(numbers: tuple[int, ...]) -> str:
    """Return `on page 3`, `on pages 3, 7 and 9`, `on 12 pages`."""
    pages = sorted(set(numbers))
    if len(pages) == 1:
        return f"on page {pages[0]}"
    if len(pages) > 5:
        return f"on {len(pages)} pages"
    return f"on pages {join_words([str(page) for page in pages])}"
