"""The folder that goes to the Panel, Ofsted, the Secretary of State, the NSPCC or the national SAR library."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.casework import checklist
from generator.casework.cover_note import CoverNote, as_html, as_markdown, as_text
from generator.casework.destinations import Destination, destinations_of
from generator.crosslink import crosslink
from generator.diagnostics import Severity, did_you_mean, rule
from generator.documents.clean_copies import copy_for_readers
from generator.guarded import searched, watched_making
from generator.machine import FileTransaction
from generator.model import Case, Library, PublishedDocument, addresses
from generator.model.event_time import when
from generator.model.partnership import Desk
from generator.pdf import PdfFault, PdfProcess
from generator.pipeline import inspect
from generator.read import Project, code_version
from generator.request import Request, Result

if TYPE_CHECKING:
    from generator.guard import Watch

CONTENTS: Final = "contents.txt"
"""The list of a pack's files with their hashes. By it a folder is known as a pack."""

_NO_COPY = "the report cannot be cleaned for publication"


@dataclass(frozen=True, slots=True)
class Pack:
    """What came of it."""

    result: Result
    folder: Path | None = None
    """None when nothing was written."""

    missing: int = 0
    """Lines of the checklist that are still to be done."""

    recipients: tuple[str, ...] = ()
    refused: str | None = None
    """Why nothing was written, in an editor's words."""


def pack(request: Request, case_id: str, out: Path) -> Pack:
    """Writes for each who gets the report a folder with the clean copy and a cover note, and beside them a checklist.

    Of the steps under `workflow` nothing goes in but what `CoverNote` names. The same records give the same bytes on
    the same day. A folder that holds anything but an earlier pack is left alone. Where there is a list of private
    terms, none of them may stand in a file of it.
    """
    return watched_making(request, lambda watch: _pack(request, case_id, out, watch), Pack)


def _pack(request: Request, case_id: str, out: Path, watch: Watch | None) -> Pack:
    result = inspect(replace(request, drafts=True))
    library, project = _library(result, request), result.project
    if library is None or project is None:
        return Pack(result)
    case = next((each for each in library.cases if each.id == case_id), None)
    refused = _refused(case, case_id, library, out)
    if case is None or refused is not None:
        return Pack(result, refused=refused)
    try:
        reports = _reports(library, project, case)
    except PdfFault as fault:
        found = rule("D421").found(f"{_NO_COPY}: {fault}", hint="run library check")
        return Pack(replace(result, diagnostics=(*result.diagnostics, found)))
    to = destinations_of(library.vocabulary.type[case.type])
    files = dict(_files(case, library, to, reports))
    found_missing = checklist.checks(case, library.vocabulary.type[case.type], to, len(reports))
    title = f"{case.name}: {library.vocabulary.type[case.type].label}"
    files["checklist.md"] = checklist.as_markdown(title, found_missing, request.today).encode()
    result = searched(watch, ((f"{out.name}/{name}", partial(bytes, data)) for name, data in files.items()), result)
    if any(each.code == "G101" for each in result.diagnostics):
        return Pack(result)
    changed = _changed_since(out, files)
    if changed is not None:
        why = f"{changed} was changed after the pack was written, and would be overwritten"
        return Pack(result, refused=f"{why}; move it, or name another folder with --out")
    _write(out, files)
    missing = sum(not each.is_done for each in found_missing)
    return Pack(result, out, missing, tuple(each.to.label for each in to))


def _library(result: Result, request: Request) -> Library | None:
    """The library with everything in it; None where records have errors.

    Steps that are still to be taken are no reason to wait: the checklist tells of them.
    """
    if result.library is not None or result.records is None or result.project is None:
        return result.library
    errors = [each for each in result.diagnostics if each.severity is Severity.ERROR]
    if not all(each.code.startswith("W9") for each in errors):
        return None
    return crosslink(result.records, request.today, result.project.site_url, drafts=True)


def _refused(case: Case | None, case_id: str, library: Library, out: Path) -> str | None:
    if case is None:
        known = [each.id for each in library.cases]
        if any(each.id == case_id for each in library.withdrawn if isinstance(each, Case)):
            return f'"{case_id}" is withdrawn: nothing of it is handed on'
        return f'there is no case "{case_id}"; {did_you_mean(case_id, known) or "library list names them"}'
    if not destinations_of(library.vocabulary.type[case.type]):
        return (
            f"no source says who gets the report of a {library.vocabulary.type[case.type].label}; "
            'name them under "steps" of the type in content/vocabulary.yml'
        )
    if out.is_dir() and any(out.iterdir()) and not _is_pack(out):
        return f"{out} holds something else; name another folder with --out"
    return f"{out} is a file; name a folder with --out" if out.is_file() else None


def _is_pack(folder: Path) -> bool:
    """True where a pack was written before and nothing else was added to it."""
    listed = _listed(folder)
    return bool(listed) and set(_there(folder)) <= listed.keys()


def _changed_since(folder: Path, files: Mapping[str, bytes]) -> Path | None:
    """The first file of an earlier pack that somebody changed since; None when there is none.

    A file that is as `files` has it is not meant: a pack that was killed leaves some.
    """
    listed = _listed(folder)
    for name, path in sorted(_there(folder).items()):
        data = path.read_bytes()
        if data != files.get(name) and sha256(data).hexdigest() != listed.get(name):
            return path
    return None


def _listed(folder: Path) -> Mapping[str, str]:
    """The hash of each file by its name, as the list of an earlier pack has it; empty where there is no list."""
    try:
        lines = (folder / CONTENTS).read_text("utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _there(folder: Path) -> Mapping[str, Path]:
    """Every file in a folder but the list, by its path in it."""
    files = (each for each in folder.rglob("*") if not each.is_dir())
    return {name: each for each in files if (name := each.relative_to(folder).as_posix()) != CONTENTS}


def _reports(library: Library, project: Project, case: Case) -> tuple[PublishedDocument, ...]:
    """The clean copies of the report's files: the kinds of document that a label names with the type of the review."""
    kinds = library.vocabulary.document_kind
    wanted = [
        each
        for each in library.documents_of.get(("case", case.id), ())
        if each.is_local and each.facts is not None and kinds[each.kind].names_type
    ]
    if not wanted:
        return ()
    with PdfProcess() as process:
        folder = project.cache / "documents"
        return tuple(copy_for_readers(each, project.root, folder, code_version(), process) for each in wanted)


def _files(
    case: Case, library: Library, to: tuple[Destination, ...], reports: tuple[PublishedDocument, ...]
) -> Mapping[str, bytes]:
    files: dict[str, bytes] = {}
    for each in to:
        note = _note(case, library, each, reports)
        folder = str(each.to)
        files[f"{folder}/cover-note.md"] = as_markdown(note).encode()
        files[f"{folder}/cover-note.html"] = as_html(note).encode()
        files[f"{folder}/cover-note.txt"] = as_text(note).encode()
        for report in reports:
            files[f"{folder}/{_name(report)}"] = Path(report.path or "").read_bytes()
    return files


def _name(report: PublishedDocument) -> str:
    """As its public address ends: `grace-report.pdf`."""
    return (report.address or "").rpartition("/")[2]


def _note(case: Case, library: Library, to: Destination, reports: tuple[PublishedDocument, ...]) -> CoverNote:
    steps = case.workflow if to.gets_reasons else None
    day = case.publication
    waits = case.publish_on is not None and not case.is_public(library.today)
    is_planned = day is not None and day.first_day > library.today
    return CoverNote(
        recipient=to.to.label,
        address=to.address or "",
        partnership=library.partnership.name,
        review_type=library.vocabulary.type[case.type].label,
        name=case.name,
        publication=when(case.publish_on, None) if waits and case.publish_on else day.label if day is not None else "",
        is_public=case.is_public(library.today) and not is_planned,
        is_copy=to.is_before,
        page=library.site_url + addresses.review(case.id),
        reviewer=case.reviewer or "",
        contact=_contact(library.partnership.documents_contact),
        files=tuple(f"{_name(each)}: {each.label} ({each.detail})" for each in reports),
        delay=steps.delay.reason if steps is not None and steps.delay is not None else "",
        not_published=steps.not_published.reason if steps is not None and steps.not_published is not None else "",
    )


def _contact(desk: Desk | None) -> str:
    return ", ".join(filter(None, (desk.label, desk.email, desk.phone, desk.url))) if desk is not None else ""


def _write(out: Path, files: Mapping[str, bytes]) -> None:
    """Writes all files, and their list last; removes what only an earlier pack had. All of it is done, or nothing."""
    listed = "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    every = {**files, CONTENTS: listed.encode()}
    with FileTransaction(out) as transaction:
        staged = {name: transaction.stage(data)[0] for name, data in every.items()}
        for name in _there(out).keys() - files.keys():
            transaction.remove(name)
        for name, path in staged.items():
            transaction.put(path, name)
