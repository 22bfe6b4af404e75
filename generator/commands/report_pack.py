"""Writes the folder sent to the Panel, Ofsted, the Secretary of State, the NSPCC or the national SAR library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.commands import publication_checklist
from generator.commands.build import validate_and_link
from generator.commands.cover_note import CoverNote, as_html, as_markdown, as_text
from generator.commands.coversheet import as_csv as coversheet_as_csv
from generator.commands.coversheet import as_text as coversheet_as_text
from generator.commands.coversheet import coversheet_rows
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.private_terms_gate import with_private_term_findings, with_private_terms_check_of
from generator.crosslink import crosslink
from generator.diagnostics import Diagnostic, Location, Severity, Trait, did_you_mean, has_trait, rule
from generator.documents.cleaned_files import CopyError
from generator.documents.sanitised_pdfs import sanitised_copy
from generator.model import Case, Destination, Library, Nation, PublishedDocument, Recipient, addresses
from generator.model.event_time import format_range
from generator.model.page_titles import with_kind
from generator.model.partnership import ContactPoint
from generator.pdf import PdfError, PdfSandbox
from generator.read import Project, compute_code_version
from generator.system import FileTransaction

if TYPE_CHECKING:
    from generator.private_terms import PrivateTermScanner

CONTENTS: Final = "contents.txt"
"""The file that lists a pack's files with their hashes. A folder with this file is recognised as a pack."""

_NO_COPY = "the report cannot be cleaned for publication"


@dataclass(frozen=True, slots=True)
class ReportPack:
    """The result of writing a report pack."""

    result: CommandResult
    folder: Path | None = None
    """None if nothing was written."""

    missing: int = 0
    """The number of lines of the checklist that are still to be done."""

    recipients: tuple[str, ...] = ()
    refusal: Diagnostic | None = None
    """Why nothing was written (W923)."""


def pack(options: BuildOptions, case_id: str, out: Path) -> ReportPack:
    """Write a folder for each recipient with the clean copy and a cover note, and a checklist next to them.

    Of `workflow`, only `coding` and what `CoverNote` names is included. On a given day, unchanged records give
    identical bytes. Yields W923, and writes nothing, if there is no such case, or if a file of the folder is not from
    an earlier pack. If there is a list of private terms, no file of the pack may contain any of them.
    """
    return with_private_terms_check_of(options, lambda scanner: _pack(options, case_id, out, scanner), ReportPack)


def _pack(options: BuildOptions, case_id: str, out: Path, scanner: PrivateTermScanner | None) -> ReportPack:
    result = validate_and_link(replace(options, drafts=True))
    library, project = _library(result, options), result.project
    if library is None or project is None:
        return ReportPack(result)
    case = next((each for each in library.cases if each.id == case_id), None)
    if case is None:
        return ReportPack(result, refusal=_no_case(case_id, library))
    refusal = _refusal(case, library, out)
    if refusal is not None:
        return ReportPack(result, refusal=refusal)
    try:
        reports = _reports(library, project, case)
    except (PdfError, CopyError) as fault:
        found = rule("D421" if isinstance(fault, PdfError) else "D471").diagnostic(
            f"{_NO_COPY}: {fault}", hint="run library check"
        )
        return ReportPack(replace(result, diagnostics=(*result.diagnostics, found)))
    words = library.vocabulary
    to = words.destinations_of(case.type)
    files = dict(_files(case, library, to, reports))
    nation = result.records.nation if result.records else Nation.ENGLAND
    found_missing = publication_checklist.checks(
        case, words.steps_of(case.type), to, len(reports), nation, words.kinds_replacing_report, options.today
    )
    title = with_kind(case.name, words.type_label(case.type))
    files["checklist.md"] = publication_checklist.as_markdown(title, found_missing, options.today).encode()
    result = with_private_term_findings(
        scanner, ((f"{out.name}/{name}", partial(bytes, data)) for name, data in files.items()), result
    )
    if any(diagnostic.code == "G101" for diagnostic in result.diagnostics):
        return ReportPack(result)
    changed = _changed_since(out, files)
    if changed is not None:
        message = f"{changed} was changed after the pack was written, and would be overwritten"
        hint = "move it, or name another folder with --out"
        return ReportPack(result, refusal=rule("W923").diagnostic(message, Location(str(changed)), hint))
    _write(out, files)
    missing = sum(not item.is_done for item in found_missing)
    return ReportPack(result, out, missing, tuple(destination.label for destination in to))


def _library(result: CommandResult, options: BuildOptions) -> Library | None:
    """Return the library with all records, or None if records have errors.

    Workflow steps that are not done yet do not stop it: the checklist lists them.
    """
    if result.library is not None or result.records is None or result.project is None:
        return result.library
    errors = [diagnostic for diagnostic in result.diagnostics if diagnostic.severity is Severity.ERROR]
    if not all(has_trait(error, Trait.ABOUT_STEPS) for error in errors):
        return None
    return crosslink(result.records, options.today, result.project.site_url, drafts=True)


def _no_case(case_id: str, library: Library) -> Diagnostic:
    location = Location("content/cases")
    if any(record.id == case_id for record in library.withdrawn if isinstance(record, Case)):
        hint = "do not send the report of a withdrawn case"
        return rule("W923").diagnostic(f'the case "{case_id}" is withdrawn', location, hint)
    hint = did_you_mean(case_id, [case.id for case in library.cases]) or 'run "library list" for the ids of all cases'
    return rule("W923").diagnostic(f'there is no case "{case_id}"', location, hint)


def _refusal(case: Case, library: Library, out: Path) -> Diagnostic | None:
    """Return why no pack of a case can be written to a folder; None if it can."""
    if not case.type:
        message = "no source states the type of this review, so it is not known who gets its report"
        hint = f'add "type:" to content/cases/{case.id}/case.yml'
        return rule("W923").diagnostic(message, Location("content/cases"), hint)
    if not library.vocabulary.destinations_of(case.type):
        message = f"no source says who gets the report of a {library.vocabulary.type_label(case.type)}"
        hint = f'add "steps" to the review type {" or ".join(case.type)}, with a step for copies or submission'
        return rule("W923").diagnostic(message, Location("content/vocabulary.yml"), hint)
    if out.is_file():
        return rule("W923").diagnostic(f"{out} is a file", Location(str(out)), "name a folder with --out")
    if out.is_dir() and any(out.iterdir()) and not _is_pack(out):
        message = f"{out} has files that are not from an earlier pack"
        return rule("W923").diagnostic(message, Location(str(out)), "name another folder with --out")
    return None


def _is_pack(folder: Path) -> bool:
    """Return True if the folder contains an earlier pack and nothing else."""
    listed = _listed(folder)
    return bool(listed) and set(_files_by_path(folder)) <= listed.keys()


def _changed_since(folder: Path, files: Mapping[str, bytes]) -> Path | None:
    """Return the first file of an earlier pack that was changed since, or None if there is none.

    A file whose content is already as in `files` does not count: an interrupted run leaves such files.
    """
    listed = _listed(folder)
    for name, path in sorted(_files_by_path(folder).items()):
        data = path.read_bytes()
        if data != files.get(name) and sha256(data).hexdigest() != listed.get(name):
            return path
    return None


def _listed(folder: Path) -> Mapping[str, str]:
    """Return the hash of each file by name, from the list of an earlier pack. Empty if there is no list."""
    try:
        lines = (folder / CONTENTS).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _files_by_path(folder: Path) -> Mapping[str, Path]:
    """Return every file in a folder except the list, by its path in the folder."""
    files = (path for path in folder.rglob("*") if not path.is_dir())
    return {name: file for file in files if (name := file.relative_to(folder).as_posix()) != CONTENTS}


def _reports(library: Library, project: Project, case: Case) -> tuple[PublishedDocument, ...]:
    """Return the clean copies of the report: the documents of kinds whose label includes the type of the review."""
    kinds = library.vocabulary.document_kind
    wanted = [
        document
        for document in library.documents_on_page("case", case.id)
        if document.is_local and document.facts is not None and kinds[document.kind].names_type
    ]
    if not wanted:
        return ()
    with PdfSandbox() as process:
        folder = project.cache / "documents"
        return tuple(sanitised_copy(each, project.root, folder, compute_code_version(), process) for each in wanted)


def _files(
    case: Case, library: Library, to: tuple[Destination, ...], reports: tuple[PublishedDocument, ...]
) -> Mapping[str, bytes]:
    files: dict[str, bytes] = {}
    for recipient in to:
        note = _note(case, library, recipient, reports)
        folder = recipient.id
        files[f"{folder}/cover-note.md"] = as_markdown(note).encode()
        files[f"{folder}/cover-note.html"] = as_html(note).encode()
        files[f"{folder}/cover-note.txt"] = as_text(note).encode()
        for report in reports:
            files[f"{folder}/{_name(report)}"] = Path(report.path or "").read_bytes()
    for sheet in library.vocabulary.coversheets_of(case.type):
        rows = coversheet_rows(sheet, case, library)
        files[f"{sheet.repository}/coversheet.csv"] = coversheet_as_csv(rows).encode()
        files[f"{sheet.repository}/coversheet.txt"] = coversheet_as_text(sheet, rows).encode()
    return files


def _name(report: PublishedDocument) -> str:
    """Return the file name at the end of the report's public address: `grace-report.pdf`."""
    return (report.address or "").rpartition("/")[2]


def _note(case: Case, library: Library, to: Destination, reports: tuple[PublishedDocument, ...]) -> CoverNote:
    steps = case.workflow if isinstance(to, Recipient) and to.gets_reasons else None
    day = case.publication_date
    waits = case.publish_on is not None and not case.is_public(library.today)
    is_planned = day is not None and day.first_day > library.today
    return CoverNote(
        recipient=to.label,
        address=to.email or "",
        partnership=library.partnership.name,
        review_type=library.vocabulary.type_label(case.type),
        name=case.name,
        publication=format_range(case.publish_on, None)
        if waits and case.publish_on
        else day.label
        if day is not None
        else "",
        is_public=case.is_public(library.today) and not is_planned,
        is_copy=isinstance(to, Recipient),
        page=library.site_url + addresses.review(case.id),
        reviewer=case.reviewer or "",
        contact=_contact(library.partnership.documents_contact),
        files=tuple(f"{_name(report)}: {report.label} ({report.detail})" for report in reports),
        delay=steps.delay.reason if steps is not None and steps.delay is not None else "",
        not_published=steps.not_published.reason if steps is not None and steps.not_published is not None else "",
    )


def _contact(desk: ContactPoint | None) -> str:
    return ", ".join(filter(None, (desk.label, desk.email, desk.phone, desk.url))) if desk is not None else ""


def _write(out: Path, files: Mapping[str, bytes]) -> None:
    """Write all files, the list last, and remove files that only an earlier pack had.

    Either every change is made, or none.
    """
    listed = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    every = {**files, CONTENTS: listed.encode()}
    with FileTransaction(out) as transaction:
        staged = {name: transaction.stage(data)[0] for name, data in every.items()}
        for name in _files_by_path(out).keys() - files.keys():
            transaction.remove(name)
        for name, path in staged.items():
            transaction.put(path, name)
