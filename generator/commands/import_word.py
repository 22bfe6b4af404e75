"""Reads a Word file for `library import`: what it is, the records that it gives, and what it would add to others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final

from generator.commands.record_values import text_with_values, values_of
from generator.diagnostics import Diagnostic, Location, rule
from generator.forms import FORMS
from generator.importing import (
    ImportPlan,
    KindOfFile,
    KnownRecord,
    Phrases,
    WordDocument,
    WordKind,
    WordProblem,
    case_values,
    kind_of_file,
    propose_word,
    read_word,
    section_values,
)
from generator.importing.word.document import LARGEST_WORD_FILE
from generator.model import Vocabulary
from generator.read.text_file import read_text
from generator.system import replace_sources
from generator.system.line_endings import encode_like

SUFFIXES: Final = frozenset({"docx", "docm", "dotx", "doc", "dot", "odt", "rtf", "pages"})
"""The files that are read as Word files, and files for which a hint says how to make a Word file."""


@dataclass(frozen=True, slots=True)
class WordOptions:
    """What a person said about a Word file."""

    kind: WordKind | None = None
    """What it is; None if its headings are to show it."""

    case: str = ""
    """The id of the case that it is about; empty if its title is to show it."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A field that a record of the library does not have, or has with another value."""

    kind: str
    """`case` or `briefing`."""

    id: str
    field: str
    value: Any
    is_kept: bool
    """True if the record has a value for the field, which is kept."""

    @property
    def file(self) -> str:
        """The path of the record."""
        return FORMS[self.kind].file_of(self.id)


def is_word_file(source: Path) -> bool:
    """Return True for a file that is read as a Word file, or whose program can make one."""
    return source.is_file() and source.suffix.lstrip(".").lower() in SUFFIXES


def plan_word(
    source: Path, asked: WordOptions, phrases: Phrases, known: tuple[KnownRecord, ...]
) -> tuple[ImportPlan | None, tuple[Diagnostic, ...]]:
    """Read a Word file and propose records.

    Yields I130 for a file that cannot be read, I131 for tracked changes, I132 for what is left out, I133 if nothing
    says what the file is, I134 for a case that the library does not have, I135 if no part was found, I136 for too many
    parts and I137 for a file that was not read to its end.
    """
    place = Location(source.name)
    document, diagnostics = _read(source)
    if document is None:
        return None, tuple(diagnostics)
    if asked.case and all((each.kind, each.id) != ("case", asked.case) for each in known):
        hint = "the id is the name of its folder in content/cases; leave the option out for a new case"
        diagnostics.append(rule("I134").diagnostic(f'there is no case "{asked.case}"', place, hint))
        return None, tuple(diagnostics)
    kind = kind_of_file(document, phrases, asked.kind)
    if kind is None:
        diagnostics.append(_unknown_kind(asked, phrases.vocabulary, place))
        return None, tuple(diagnostics)
    plan = propose_word(document, kind, phrases, known, asked.case)
    has_parts = any(case.parts for case in plan.cases) or any(briefing.parts for briefing in plan.briefings)
    if kind.series is not None and not has_parts:
        names = ", ".join(f'"{part.heading}"' for part in kind.series.parts) or '"Background" or "What to do"'
        message = f"the file has no part of {kind.series.with_article}"
        hint = f"give its headings the style Heading 1 in Word, with words such as {names}"
        diagnostics.append(rule("I135").diagnostic(message, place, hint))
        return None, tuple(diagnostics)
    diagnostics += _too_many_parts(plan, kind, place)
    return plan, tuple(diagnostics)


def _read(source: Path) -> tuple[WordDocument | None, list[Diagnostic]]:
    place = Location(source.name)
    try:
        with source.open("rb") as file:
            data = file.read(LARGEST_WORD_FILE + 1)
    except OSError as error:
        reason = (error.strerror or "it is no file").lower()
        return None, [rule("I130").diagnostic(f"the file cannot be read: {reason}", place, "check the path")]
    document = read_word(data, source.name)
    if isinstance(document, WordProblem):
        message, hint = _PROBLEMS[document]
        return None, [rule("I130").diagnostic(message, place, hint)]
    diagnostics = []
    if document.tracked_changes:
        count = document.tracked_changes
        said = "1 tracked change that nobody has" if count == 1 else f"{count} tracked changes that nobody has"
        message = f"the file has {said} accepted or rejected; it was read as if all were accepted"
        hint = "in Word: Review, then accept or reject each change, save, and import the file again"
        diagnostics.append(rule("I131").diagnostic(message, place, hint))
    if document.left_out:
        message = f"not read: {'; '.join(document.left_out)}"
        hint = "add a picture to the record with a text for people who cannot see it; type other text that is missing"
        diagnostics.append(rule("I132").diagnostic(message, place, hint))
    if document.was_cut:
        hint = "a briefing is shorter: save the part that you need as a separate file"
        diagnostics.append(rule("I137").diagnostic("the file has more than 4,000 paragraphs", place, hint))
    return document, diagnostics


_AS_DOCX: Final = "open it in Word or LibreOffice, choose Save as, and choose Word document (.docx)"
_PROBLEMS: Final = {
    WordProblem.IS_PDF: (
        "the file is a PDF",
        "use the Word file that it was made from; or open the PDF in Word, save it as .docx, and compare the two",
    ),
    WordProblem.IS_OLD_WORD: ("the file is of an old Word, from before 2007", _AS_DOCX),
    WordProblem.IS_OPEN_DOCUMENT: ("the file is of LibreOffice or another program", _AS_DOCX),
    WordProblem.IS_RICH_TEXT: ("the file is rich text", _AS_DOCX),
    WordProblem.IS_PROTECTED: (
        "the file is protected with a password",
        (
            "open it in Word with the password, choose File, Info, Protect document, Encrypt with password, delete the "
            "password, and save it"
        ),
    ),
    WordProblem.IS_ANOTHER_FILE: ("the file is no Word file", _AS_DOCX),
    WordProblem.IS_EMPTY: ("the file contains no text", "if its text is in a picture, type the text"),
    WordProblem.IS_DAMAGED: (
        "the file is damaged, or was not made by Word",
        "open it in Word, which may repair it, and save it under a new name",
    ),
    WordProblem.IS_TOO_LARGE: (
        "the file is too large: more than 60 MB, or much more when it is unpacked",
        "take out its pictures and save it again",
    ),
}


def _unknown_kind(asked: WordOptions, vocabulary: Vocabulary, place: Location) -> Diagnostic:
    if asked.kind is not None:
        wanted = "cases" if asked.kind is WordKind.LESSONS else "topics"
        message = f"the vocabulary has no series of briefings for {wanted}"
        hint = 'add it in content/vocabulary.yml, under "briefing_series"; for an example, type library docs records'
        return rule("I133").diagnostic(message, place, hint)
    names = [f'"{series.label}"' for series in vocabulary.briefing_series]
    message = "nothing in the title or the headings says what the file is"
    hint = (
        "add --as briefing for a briefing on a topic, --as lessons for one about a review, or --as case for a report"
        + (f"; or write one of these in the title: {', '.join(names)}" if names else "")
    )
    return rule("I133").diagnostic(message, place, hint)


def _too_many_parts(plan: ImportPlan, kind: KindOfFile, place: Location) -> list[Diagnostic]:
    most = kind.series.part_limit if kind.series is not None and not kind.series.takes_text_from_case else None
    found = []
    for briefing in plan.briefings:
        count = len(section_values(briefing))
        if kind.series is not None and most is not None and count > most:
            message = f"{count} parts were found, and {kind.series.with_article} has at most {most}"
            hint = "answer the questions about its headings, or join two parts in the draft"
            found.append(rule("I136").diagnostic(message, place, hint))
    return found


def additions_of(plan: ImportPlan, root: Path) -> tuple[Addition, ...]:
    """Return what a Word file has and a record of the library lacks, and what differs. Nothing is written."""
    found: list[Addition] = []
    for case in plan.cases:
        is_word = case.found.place.unit == "paragraph"
        if case.exists and is_word:
            found += _differences(root, "case", case.id, case_values(case))
    for briefing in plan.briefings:
        if briefing.exists and briefing.is_from_word and (sections := section_values(briefing)):
            found += _differences(root, "briefing", briefing.id, {"sections": sections})
    return tuple(found)


def _differences(root: Path, kind: str, identity: str, values: Mapping[str, Any]) -> list[Addition]:
    file = FORMS[kind].file_of(identity)
    now = values_of(read_text(root / file, file).value or "", False)
    if now is None:
        return []
    return [
        Addition(kind, identity, field, value, is_kept=bool(now.get(field)))
        for field, value in values.items()
        if not _is_same(now.get(field), value)
    ]


def _is_same(now: Any, value: Any) -> bool:
    """Return True for equal values. How a text ends, and whether one id is in a list, does not matter."""
    if isinstance(now, list) and isinstance(value, str):
        return now == [value]
    if isinstance(now, list) and isinstance(value, list):
        return len(now) == len(value) and all(map(_is_same, now, value))
    if isinstance(now, Mapping) and isinstance(value, Mapping):
        return now.keys() == value.keys() and all(_is_same(now[name], value[name]) for name in value)
    return str(now).split() == str(value).split()


def write_additions(root: Path, additions: tuple[Addition, ...]) -> tuple[str, ...]:
    """Add the fields that records lack, and return the changed files. What a record has is kept.

    All files are written, or none. Raises OSError if that fails.
    """
    changed: dict[Path, bytes] = {}
    for file in dict.fromkeys(each.file for each in additions if not each.is_kept):
        new = {each.field: each.value for each in additions if each.file == file and not each.is_kept}
        kind = next(each.kind for each in additions if each.file == file)
        data = (root / file).read_bytes()
        text = read_text(root / file, file).value
        values = values_of(text, False) if text is not None else None
        if text is None or values is None:
            continue
        written = text_with_values(text, {**values, **new}, FORMS[kind].order, False)
        if written is not None and written != text:
            changed[root / file] = encode_like(written, data)
    replace_sources(changed)
    return tuple(PurePosixPath(path.relative_to(root)).as_posix() for path in changed)
