"""What the pages about imports show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.commands.import_session import Asked, OpenImport, WrittenDrafts
from generator.form_server.listed_findings import ListedFinding

NO_ADDRESS: Final = "Enter the address of the web page that you saved, as your browser shows it."
NOT_AN_ADDRESS: Final = "This is not a web address. Copy it from your browser: it begins with https://."


@dataclass(frozen=True, slots=True)
class ImportRow:
    """An earlier import in the list."""

    id: str
    name: str
    open_count: int
    is_written: bool


@dataclass(frozen=True, slots=True)
class ImportList:
    """The page that begins an import, with the earlier ones."""

    rows: tuple[ImportRow, ...]
    problem: str = ""
    base: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class PlannedRecord:
    """A record in the plan."""

    kind: str
    id: str
    title: str
    said: str
    exists: bool


@dataclass(frozen=True, slots=True)
class AdditionRow:
    """A field of a record in the library that the file has too."""

    title: str
    form: str
    """The form of the record, as the end of an address."""

    label: str
    """The label of the field in that form."""

    is_kept: bool
    """True if the record has other words, which are kept."""


@dataclass(frozen=True, slots=True)
class WrittenImport:
    """What became of writing the drafts of one import."""

    id: str
    done: WrittenDrafts
    filled: tuple[tuple[str, str], ...]
    """The forms that were filled in and are not saved: title and address."""


@dataclass(frozen=True, slots=True)
class ImportPage:
    """The plan of one import."""

    opened: OpenImport
    findings: tuple[ListedFinding, ...] = ()
    records: tuple[PlannedRecord, ...] = ()
    additions: tuple[AdditionRow, ...] = ()
    summary: str = ""
    done: WrittenDrafts | None = None
    """What became of writing. None if the page was only opened."""

    filled: tuple[tuple[str, str], ...] = ()
    """The forms that were filled in and are not saved: title and address."""

    problem: str = ""
    base_problem: str = ""
    """What is wrong with the address of the web page."""

    base: str = ""
    """That address as it was typed."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One choice of a list."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question of an import."""

    opened: OpenImport
    number: int
    """From 1."""

    asked: Asked
    proposal: str
    """The proposal in words."""

    choices: tuple[ChoiceView, ...] = ()
    kinds: tuple[ChoiceView, ...] = ()
    """The kinds of documents, for a document that was not placed."""

    problem: str = ""
    typed: str = ""
    chosen: str = ""
    """`yes`, `no`, `other`, or nothing."""

    @property
    def count(self) -> int:
        """The number of all questions."""
        return len(self.opened.asked)
