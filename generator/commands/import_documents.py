"""Fetches the documents of drafts from the old site, stores each next to its record, and redirects its old address."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from generator.commands.document_faults import document_diagnostic, find_answer_fault, find_file_fault
from generator.commands.options import BuildOptions
from generator.diagnostics import Diagnostic, Location, rule
from generator.importing.fetching import (
    Drafts,
    FileInspection,
    Outcome,
    OutcomeState,
    WantedDocument,
    has_no_values,
    inspect_file,
    old_addresses,
    read_drafts,
    with_file,
    with_redirects,
)
from generator.link_checker.external import ExternalCheckOptions, FileStore, UrlResult, check_urls, classify
from generator.pdf import PdfSandbox
from generator.permalinks import problem_of_redirect, redirect_key
from generator.read import find_project, read_nodes
from generator.read.text_file import read_text
from generator.system import create_source, lock_file, make_temp_folder, replace_sources
from generator.system.line_endings import encode_like

LARGEST: Final = 60_000_000
"""The largest document that is fetched, in bytes."""

REDIRECTS: Final = "content/redirects.yml"
_RECORDS: Final = ("content/cases/*/case.yml", "briefings/*/briefing.yml")
_OLD_FOLDERS_AFTER: Final = 3600.0


@dataclass(frozen=True, slots=True)
class DocumentImport:
    """What is to be fetched. Nothing has been requested yet."""

    root: Path
    site_url: str
    cache: Path
    drafts: Drafts
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def planned(self) -> tuple[Outcome, ...]:
        """Every document, as one that would be fetched."""
        return tuple(Outcome(each, OutcomeState.WOULD_FETCH) for each in self.drafts.wanted)


def plan_documents(options: BuildOptions, only: str | None = None) -> DocumentImport | tuple[Diagnostic, ...]:
    """Return what to fetch for all drafts, or for one record; diagnostics if the folder contains no site.

    Yields I110 for a record that does not exist, and for a draft that cannot be read.
    """
    found = find_project(options.root)
    if found.value is None:
        return found.diagnostics
    project = found.value
    texts: dict[str, str] = {}
    unreadable: list[str] = []
    for path in sorted(each for pattern in _RECORDS for each in project.root.glob(pattern)):
        name = path.relative_to(project.root).as_posix()
        text = read_text(path, name).value
        if text is None:
            unreadable.append(name)
        else:
            texts[name] = text
    drafts = read_drafts(texts, only)
    diagnostics = []
    if not drafts.is_known and not any(each.split("/")[-2] == only for each in unreadable):
        hint = 'write the id of a review or briefing: "library list" shows them'
        diagnostics.append(rule("I110").diagnostic(f'there is no review and no briefing "{only}"', None, hint))
    for name in (*unreadable, *drafts.unreadable):
        hint = 'run "library check", which shows the line, and fix it'
        message = "the record cannot be read, so its documents are not fetched"
        diagnostics.append(rule("I110").diagnostic(message, Location(name), hint))
    return DocumentImport(project.root, project.site_url, project.cache, drafts, tuple(diagnostics))


def fetch_documents(
    wanted: DocumentImport, settings: ExternalCheckOptions, most_bytes: int = LARGEST
) -> Generator[Outcome, None, None]:
    """Fetch each document, store it, and yield what became of it, as it happens.

    Each document is complete before the next one is looked at, so that a run can be stopped at any time and continued.
    Raises OSError if the disk refuses a file. Yields I111 to I122.
    """
    by_url: defaultdict[str, list[WantedDocument]] = defaultdict(list)
    for document in wanted.drafts.wanted:
        by_url[document.url].append(document)
    for document in by_url.pop("", []):
        message = f'"{document.address}" is not an address that can be asked'
        yield _failed(
            document, document_diagnostic("I112", message, document, "copy the address from the browser's address bar")
        )
    folder = make_temp_folder(wanted.cache / "fetched", _OLD_FOLDERS_AFTER)
    try:
        with (
            lock_file(wanted.cache / "fetched.lock"),
            PdfSandbox() as pdfs,
            closing(check_urls(list(by_url), settings, FileStore(folder, most_bytes))) as results,
        ):
            for result in results:
                # A result has the address that was requested, not the one that it redirects to.
                for document in by_url.pop(result.address, []):
                    yield _take(wanted, document, result, folder, most_bytes, pdfs)
                _remove(folder, result)
        yield from (Outcome(each, OutcomeState.WOULD_FETCH) for documents in by_url.values() for each in documents)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_connection_fault(outcomes: tuple[Outcome, ...]) -> Diagnostic | None:
    """Return I120 if no machine has answered at all; None if one has, or if nothing was requested."""
    if not outcomes or any(each.is_reached for each in outcomes):
        return None
    what = "the address" if len(outcomes) == 1 else f"none of the {len(outcomes):,} addresses"
    message = f"{what} could {'not ' if len(outcomes) == 1 else ''}be reached; nothing was changed"
    hint = (
        "check the internet connection of this computer, and whether the old site is there; then run the command again"
    )
    return rule("I120").diagnostic(message, None, hint)


def _take(
    wanted: DocumentImport,
    document: WantedDocument,
    result: UrlResult,
    folder: Path,
    most_bytes: int,
    pdfs: PdfSandbox,
) -> Outcome:
    fault = find_answer_fault(document, result, most_bytes)
    if fault is not None:
        return replace(_failed(document, fault), is_reached=classify(result).reached)
    last = result.hops[-1]
    path = folder / last.file
    inspection = inspect_file(path, last.address, last.media_type, pdfs)
    fault = find_file_fault(document, inspection)
    return _failed(document, fault) if fault is not None else _store(wanted, document, path, inspection)


def _store(wanted: DocumentImport, document: WantedDocument, path: Path, inspection: FileInspection) -> Outcome:
    """Write the file, the redirects and the record, in this order: after a kill, the next run does what is left."""
    record = wanted.root / document.file
    before = record.read_bytes()
    text = read_text(record, document.file).value
    data = path.read_bytes()
    name = _free_name(record.parent, document.name, inspection.suffix, data)
    changed = with_file(text, document.address, document.place, name) if text is not None else None
    if changed is None:
        message = f'the address "{document.address}" was not replaced: the record has changed, or has an unusual form'
        hint = "run the command again; if the message stays, put the document next to the record and write file by hand"
        return _failed(document, document_diagnostic("I121", message, document, hint))
    target = record.with_name(name)
    is_new = not target.exists()
    if is_new:
        create_source(target, data)
    if record.read_bytes() != before:
        if is_new:
            target.unlink(missing_ok=True)
        return _store(wanted, document, path, inspection)
    redirects, notes = _redirect(wanted, document)
    replace_sources({record: encode_like(changed, before)})
    file = f"{document.file.rpartition('/')[0]}/{name}"
    return Outcome(document, OutcomeState.FETCHED, file, len(data), redirects, notes)


def _redirect(wanted: DocumentImport, document: WantedDocument) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Write the redirects of a document; return its old addresses that now lead to its page, and I122 for others."""
    path = wanted.root / REDIRECTS
    before = path.read_bytes() if path.exists() else None
    text = read_text(path, REDIRECTS).value if before is not None else None
    known = _known_redirects(text, wanted.site_url)
    if known is None or (before is not None and text is None):
        return (), (_not_redirected(document, f"{REDIRECTS} has an error", 'run "library check" and fix it'),)
    added, redirected, notes = [], [], []
    for old in old_addresses(document.address):
        problem = problem_of_redirect(old, document.page, wanted.site_url)
        there = known.get("" if problem else redirect_key(old, wanted.site_url).lower())
        if problem:
            hint = "redirect it in the settings of the server, if the server can"
            notes.append(_not_redirected(document, problem, hint))
        elif there is None:
            added.append((old, document.page))
            redirected.append(old)
        elif there == document.page:
            redirected.append(old)
        else:
            notes.append(
                _not_redirected(document, f'"{old}" is redirected to "{there}" already', "nothing, if it is right")
            )
    if not added:
        return tuple(redirected), tuple(notes)
    changed = with_redirects(text, added)
    if changed is None:
        entry = f'write there: - {{old: "{added[0][0]}", new: {added[0][1]}}}'
        return (), (_not_redirected(document, f"{REDIRECTS} has an unusual form", entry),)
    if before is None:
        create_source(path, changed.encode())
    else:
        replace_sources({path: encode_like(changed, before)})
    return tuple(redirected), tuple(notes)


def _known_redirects(text: str | None, site_url: str) -> dict[str, str] | None:
    """Return where each old address leads; None if the file cannot be understood."""
    if text is None or has_no_values(text):
        return {}
    root = read_nodes(text)
    if root is None or not isinstance(root.value, dict):
        return None
    entries = root.value.get("redirects") or []
    if not isinstance(entries, list):
        return None
    return {
        redirect_key(each["old"], site_url).lower(): str(each.get("new"))
        for each in entries
        if isinstance(each, dict) and isinstance(each.get("old"), str)
    }


def _free_name(folder: Path, name: str, suffix: str, data: bytes) -> str:
    """Return a name that no other file has; that of the same file, if an earlier run has stored it."""
    number = 1
    while True:
        path = folder / (f"{name}.{suffix}" if number == 1 else f"{name}-{number}.{suffix}")
        if not path.exists() and not path.is_symlink():
            return path.name
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return path.name
        number += 1


def _failed(document: WantedDocument, fault: Diagnostic) -> Outcome:
    return Outcome(document, OutcomeState.FAILED, diagnostics=(fault,))


def _not_redirected(document: WantedDocument, problem: str, hint: str) -> Diagnostic:
    message = f"the old address of {document.name} is not redirected: {problem}"
    return document_diagnostic("I122", message, document, hint)


def _remove(folder: Path, result: UrlResult) -> None:
    for hop in result.hops:
        if hop.file:
            (folder / hop.file).unlink(missing_ok=True)
