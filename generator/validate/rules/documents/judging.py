"""How a fault of a document becomes a finding: as heavy as the partnership says, unless it is accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.diagnostics import Diagnostic, Location, rule_named
from generator.model import Case, Document, DocumentRule, FileFacts, PdfFacts, RawRecord, Records
from generator.model.document_rules import acceptance, weight
from generator.prose import in_a_row


@dataclass(frozen=True, slots=True)
class Subject:
    """A file beside a record that could be opened."""

    raw: RawRecord
    name: str
    """The record's name or title."""

    document: Document
    place: int
    """Among the record's documents, from nought."""

    facts: FileFacts
    file: str
    """The name as the record gives it."""

    path: tuple[str | int, ...] = ("file",)
    """Where in the document's entry the name is."""

    @property
    def pdf(self) -> PdfFacts | None:
        """None when it is no PDF."""
        return self.facts.pdf

    def at(self, *path: str | int) -> Location:
        """A place in the document's entry."""
        return self.raw.at("documents", self.place, *path)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a document, and what to do in the program that made it."""

    said: str
    """After the file's name: `has no tags`."""

    hint: str


Look = Callable[[Subject], Fault | None]


def subjects(records: Records) -> Iterator[Subject]:
    """Every file that a record names and that lies where it should."""
    for each in records.published:
        record = each.record
        name = record.name if isinstance(record, Case) else record.title
        for place, document in enumerate(record.documents):
            facts = records.files.get((each.raw.file, document.file or ""))
            if document.file is not None and facts is not None and facts.problem is None:
                yield Subject(each.raw, name, document, place, facts, document.file)


def earlier_versions(subject: Subject, records: Records) -> Iterator[Subject]:
    """The files that a document was before, as far as they could be opened."""
    for path, file in subject.document.files:
        facts = records.files.get((subject.raw.file, file))
        if path != ("file",) and facts is not None and facts.problem is None:
            yield replace(subject, facts=facts, file=file, path=path)


def judged(subject: Subject, which: DocumentRule, fault: Fault, records: Records, today: date) -> Iterator[Diagnostic]:
    """The finding, unless an exception covers it today. One whose time is over is told with the fault."""
    accepted = subject.document.accepted
    if acceptance(which, accepted, today) is not None:
        return
    rule = rule_named(which)
    given = records.partnership.record.document_rules if records.partnership is not None else ()
    over = next((each for each in accepted if each.rule is which and each.until is not None), None)
    said = f'"{subject.file}" {fault.said}'
    if over is not None and over.until is not None:
        said += f"; it was accepted until {over.until.label}"
    yield replace(rule.found(said, subject.at(*subject.path), fault.hint), severity=weight(which, rule.severity, given))


def pages_in_words(numbers: tuple[int, ...]) -> str:
    """`on page 3`, `on pages 3, 7 and 9`, `on 12 pages`."""
    pages = sorted(set(numbers))
    if len(pages) == 1:
        return f"on page {pages[0]}"
    if len(pages) > 5:
        return f"on {len(pages)} pages"
    return f"on pages {in_a_row([str(each) for each in pages])}"
