"""Drafts records from an old listing page or a Word file, and compares it with the records that exist."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.commands.build import validate_and_link
from generator.commands.import_word import WordOptions, is_word_file, plan_word
from generator.commands.options import BuildOptions, CommandResult
from generator.diagnostics import Diagnostic, Location, rule
from generator.editing import NewRecordFile, redirected_ids
from generator.importing import (
    Comparison,
    ImportPlan,
    KnownRecord,
    Listing,
    Phrases,
    SourceProblem,
    compare,
    draft_records,
    group,
    propose,
    read_source,
)
from generator.importing.sources import LARGEST, SUFFIXES
from generator.model import Records, Vocabulary
from generator.system import write_together

_MOST_FILES: Final = 200


@dataclass(frozen=True, slots=True)
class Import:
    """What an import proposes. Nothing is written yet."""

    result: CommandResult
    plan: ImportPlan | None = None
    """None if the folder contains no site, or if no review was found."""

    vocabulary: Vocabulary | None = None
    sources: tuple[str, ...] = ()
    """The names of the files that were read."""

    compared: tuple[Comparison, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def plan_import(
    options: BuildOptions,
    source: Path,
    base: str = "",
    word: WordOptions | None = None,
    not_known: frozenset[str] = frozenset(),
) -> Import:
    """Read a listing page, a folder of them or a Word file, and propose records. Errors in records do not stop it.

    `word` is what a person said about a Word file; with it, a PDF is not read as a page either. Records whose file is
    in `not_known` are treated as if they did not exist. Nothing is written.

    Yields I101 for a page that cannot be read and I102 if no review was found; for a Word file see `plan_word`.
    """
    result = validate_and_link(options)
    if result.records is None or result.records.vocabulary is None:
        return Import(result)
    vocabulary = result.records.vocabulary.record
    phrases = Phrases(vocabulary, options.today.year)
    site_url = result.project.site_url if result.project is not None else ""
    known = tuple(each for each in _known_records(result.records, site_url) if each.file not in not_known)
    if is_word_file(source) or (word is not None and word.kind is not None):
        found_in_word, said = plan_word(source, word or WordOptions(), phrases, known)
        compared = _compared(found_in_word, result.records, vocabulary) if found_in_word is not None else ()
        return Import(result, found_in_word, vocabulary, (source.name,), compared, said)
    listings, diagnostics = _read(source)
    names = tuple(each.file for each in listings)
    found = group(listings, phrases, [name for each in known if each.kind == "case" for name in each.names])
    if not found.cases and not found.topics:
        if listings or not diagnostics:
            diagnostics.append(_nothing_found(listings, source))
        return Import(result, None, vocabulary, names, (), tuple(diagnostics))
    plan = propose(found, tuple(listings), phrases, known, base)
    for case in plan.cases:
        if case.found.number > 1:
            place = Location(case.found.place.file, case.found.place.line)
            message = f'another review has the name "{case.found.name}"; this one is drafted as {case.file}'
            diagnostics.append(rule("I104").diagnostic(message, place, "compare the dates and documents of both"))
    compared = _compared(plan, result.records, vocabulary)
    return Import(result, plan, vocabulary, names, compared, tuple(diagnostics))


def _compared(plan: ImportPlan, records: Records, vocabulary: Vocabulary) -> tuple[Comparison, ...]:
    if any(case.found.place.unit == "paragraph" for case in plan.cases) or any(b.is_from_word for b in plan.briefings):
        return ()  # A briefing does not list what a page lists: `additions_of` compares its texts.
    cases = [each.record for each in records.cases]
    return compare(plan, cases, [each.record for each in records.briefings], vocabulary)


def write_import(root: Path, plan: ImportPlan) -> tuple[NewRecordFile, ...]:
    """Write the drafts: all of them, or none. A file that exists is left as it is. Raise OSError if that fails."""
    files = new_files(root, plan)
    write_together(root, {each.file: each.text.encode() for each in files})
    return files


def new_files(root: Path, plan: ImportPlan) -> tuple[NewRecordFile, ...]:
    """Return the drafts whose file and folder do not exist."""
    return tuple(each for each in draft_records(plan) if not (root / each.file).exists())


def _read(source: Path) -> tuple[list[Listing], list[Diagnostic]]:
    if source.is_dir():
        files = sorted(each for each in source.rglob("*") if each.is_file() and _is_page(each))
        names = {each: each.relative_to(source).as_posix() for each in files}
    else:
        files, names = [source], {source: source.name}
    diagnostics: list[Diagnostic] = []
    if not files:
        hint = f"save the pages there; their names end in one of: {', '.join(sorted(SUFFIXES))}"
        diagnostics.append(rule("I101").diagnostic("the folder contains no page", Location(source.name), hint))
    if len(files) > _MOST_FILES:
        message = f"the folder contains {len(files)} pages, of which the first {_MOST_FILES} are read"
        hint = "import the others from a second folder"
        diagnostics.append(rule("I103").diagnostic(message, Location(source.name), hint))
    listings: list[Listing] = []
    for file in files[:_MOST_FILES]:
        listing = _read_file(file, names[file], diagnostics)
        if listing is not None:
            listings.append(listing)
    return listings, diagnostics


def _read_file(path: Path, name: str, diagnostics: list[Diagnostic]) -> Listing | None:
    place = Location(name)
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = (error.strerror or "it is no file").lower()
        diagnostics.append(rule("I101").diagnostic(f"the page cannot be read: {reason}", place, "check the path"))
        return None
    listing = read_source(data, name)
    if isinstance(listing, SourceProblem):
        message, hint = _PROBLEMS[listing]
        diagnostics.append(rule("I101").diagnostic(message, place, hint))
        return None
    if listing.was_cut:
        hint = "close each quotation mark of a CSV file; cut a very long page into several in one folder"
        diagnostics.append(rule("I103").diagnostic("the page was not read to its end", place, hint))
    if listing.guessed_encoding:
        message = f"the page does not say how its letters are stored; it was read as {listing.guessed_encoding}"
        hint = "compare names with accents; if they are wrong, save the page as UTF-8"
        diagnostics.append(rule("I105").diagnostic(message, place, hint))
    return listing


_PROBLEMS: Final = {
    SourceProblem.NOT_TEXT: (
        "the file is no web page, text or CSV file",
        "save the page from the browser as HTML, or a text as .docx; copy the text of a PDF into a .txt file",
    ),
    SourceProblem.TOO_LARGE: (
        "the file has more than 10 MB",
        "save only the HTML of the page, without its pictures, or cut it into several files",
    ),
    SourceProblem.TOO_DEEP: (
        "the page has thousands of elements inside one another",
        "copy the text of the page into a file that ends in .txt, and import that",
    ),
    SourceProblem.NO_COLUMNS: (
        "no column of the CSV file is called case or label",
        "write the names of the columns in the first row: case,type,date,label,address,state",
    ),
}


def _nothing_found(listings: list[Listing], source: Path) -> Diagnostic:
    file = listings[0].file if len(listings) == 1 else source.name
    if not any(listing.blocks for listing in listings):
        message, hint = "the page contains no text", "open it in a browser, wait for the list, and save the page again"
    else:
        message = "no review was found on the page"
        hint = "a review is found by its name with a month, a type of review, or documents with its name"
    return rule("I102").diagnostic(message, Location(file), hint)


def _is_page(path: Path) -> bool:
    return path.suffix.lstrip(".").lower() in SUFFIXES and not path.name.startswith(".")


def _known_records(records: Records, site_url: str) -> tuple[KnownRecord, ...]:
    """Return the cases and briefings that exist, drafts and records with errors included.

    An id whose address redirects to another page counts as one that exists, without a name.
    """
    cases = [
        KnownRecord(each.record.id, (each.record.name, *each.record.also_known_as), "case") for each in records.cases
    ]
    briefings = [
        KnownRecord(
            each.record.id,
            (each.record.title, *each.record.also_known_as),
            "briefing",
            each.record.series.id,
            each.record.case or "",
        )
        for each in records.briefings
    ]
    read = {(each.kind, each.id) for each in (*cases, *briefings)}
    broken = [
        KnownRecord(identity, (), kind)
        for kind in ("case", "briefing")
        for identity in records.known_ids.get(kind, frozenset()) | redirected_ids(records, kind, site_url)
        if (kind, identity) not in read
    ]
    return (*cases, *briefings, *broken)
