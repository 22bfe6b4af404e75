"""A site as it is, and as it would be after a change that is not written yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from generator.commands.build import link_records, validate_site
from generator.commands.options import BuildOptions, CommandResult
from generator.diagnostics import Diagnostic, WithDiagnostics
from generator.diagnostics.diagnostic import has_errors
from generator.languages import use_language
from generator.model import Address, Case, FileInfo, Library, Located, RawRecord, Records, Source, addresses
from generator.permalinks import (
    LiveAddresses,
    check_missing_addresses,
    check_redirect_ends,
    with_record_redirects,
)
from generator.read import (
    Project,
    SiteFolder,
    facts_of_file,
    find_project,
    open_cache,
    parse_text,
    read_site,
    with_packs,
)
from generator.render import plan_site
from generator.system.line_endings import encode_like


@dataclass(frozen=True, slots=True)
class State:
    """The records of a site on a day, linked."""

    records: Records
    library: Library | None
    """None if the records have errors."""

    diagnostics: tuple[Diagnostic, ...]
    addresses: frozenset[Address] = frozenset()
    """The addresses of all pages and files except the print sheets and the files of hand-written pages."""

    sheets: frozenset[Address] = frozenset()
    """The addresses of the print sheets, if their texts fit."""

    @property
    def live_addresses(self) -> LiveAddresses:
        """The addresses for the comparison with the list of published addresses."""
        return LiveAddresses(self.addresses | self.sheets, {})


@dataclass
class SiteEdits:
    """The changes of a site's files, collected before any is written."""

    texts: dict[str, str] = field(default_factory=dict)
    """The new text of a file, by its path before it is moved."""

    moved: dict[str, str] = field(default_factory=dict)
    """The old path of a file to its new one."""

    added: dict[str, Path] = field(default_factory=dict)
    """The path of a new file to the file to copy."""

    removed: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class LoadedSite:
    """A site that was read once, for its state before and after a change."""

    project: Project
    options: BuildOptions
    site: WithDiagnostics[SiteFolder]

    def state(self, edits: SiteEdits | None = None, today: date | None = None) -> State:
        """Return the state of the site, with edits if there are any, on a day or today."""
        options = self.options if today is None else replace(self.options, today=today)
        site = self.site if edits is None else WithDiagnostics(self._edited(edits), self.site.diagnostics)
        validated = validate_site(self.project, options, site)
        library = link_records(self.project, options, validated)
        if library is None:
            return State(validated.value, None, validated.diagnostics)
        sheets = frozenset(_sheet_addresses(library))
        library = with_record_redirects(library, validated.value, sheets)
        with use_language(library.partnership.language, is_marked=False):
            planned = plan_site(library, b"")
        live = frozenset(
            {
                *(plan.address for plan in planned.plans),
                *(file.address for file in planned.files),
                *_document_addresses(library),
                *(page.address for page in validated.value.pages if not page.is_frame),
            }
        )
        return State(validated.value, library, validated.diagnostics, live, sheets)

    def raw(self, file: str) -> RawRecord | None:
        """Return the record of a file."""
        return next((raw for raw in self.site.value.records if raw.file == file), None)

    def raw_of_kind(self, kind: str) -> RawRecord | None:
        """Return the record of a kind that exists once, as its file has it."""
        raw = next((raw for raw in self.site.value.records if raw.kind == kind), None)
        return raw.own if raw is not None and raw.own is not None else raw

    def _edited(self, edits: SiteEdits) -> SiteFolder:
        """Return the site as it would be read after the edits."""
        records = [self._edited_record(raw, edits) for raw in self.site.value.records if raw.file not in edits.removed]
        known = {raw.file for raw in self.site.value.records}
        for file, text in edits.texts.items():
            if file == "content/redirects.yml" and file not in known:
                blank = RawRecord("redirects", "redirects", Source(file, text), {}, (1, 1, {}))
                records.append(parse_text(blank, text) or blank)
        pages = tuple(
            replace(page, source=Source(page.source.file, edits.texts[page.source.file]))
            if page.source.file in edits.texts
            else page
            for page in self.site.value.pages
        )
        files = {
            (edits.moved.get(file, file), name): replace(facts, path=edits.moved.get(facts.path, facts.path))
            for (file, name), facts in self.site.value.files.items()
        }
        files |= {
            (each.file, name): facts
            for each in records
            for name, facts in self._added_files(each.folder, edits).items()
        }
        return replace(self.site.value, records=tuple(records), pages=pages, files=files)

    def _added_files(self, folder: str, edits: SiteEdits) -> Mapping[str, FileInfo]:
        own = {file: source for file, source in edits.added.items() if PurePosixPath(file).parent.as_posix() == folder}
        if not own:
            return {}
        cache = open_cache(self.project)
        try:
            return {
                PurePosixPath(file).name: replace(facts_of_file(source, file, cache.pdfs), path=file)
                for file, source in own.items()
            }
        finally:
            cache.pdfs.close()

    @staticmethod
    def _edited_record(raw: RawRecord, edits: SiteEdits) -> RawRecord:
        written = raw.own or raw
        if raw.file in edits.texts:
            parsed = parse_text(written, edits.texts[raw.file])
            assert parsed is not None, "SiteEdits has only texts that were parsed"
            raw = with_packs(parsed).value or parsed if raw.own is not None else parsed
        new = edits.moved.get(raw.file)
        if new is None:
            return raw
        path = PurePosixPath(new)
        identity = path.stem if raw.kind == "notice" else path.parent.name
        return replace(raw, id=identity, source=Source(new, raw.source.text))


def _document_addresses(library: Library) -> Iterable[Address]:
    return (
        version.address
        for documents in library.documents_of.values()
        for document in documents
        for version in document.with_earlier
        if version.is_local and version.address is not None
    )


def _sheet_addresses(library: Library) -> Iterable[Address]:
    """Yield the addresses of the files that a build makes of the briefings."""
    for briefing in library.briefings:
        if not briefing.is_withdrawn:
            yield addresses.sheet(briefing.id)
            if briefing.series.poster:
                yield addresses.poster(briefing.id)
            if library.shows_as_slides(briefing):
                yield addresses.slides(briefing.id)


def load_site(options: BuildOptions) -> LoadedSite | CommandResult:
    """Read a site for a change. Returns only diagnostics if the folder has no site."""
    found = find_project(options.root)
    if found.value is None:
        return CommandResult(found.diagnostics)
    return LoadedSite(found.value, replace(options, drafts=False, private=None), read_site(found.value))


def new_diagnostics(before: State, after: State) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that are in the state after a change and not before it, whatever their line."""
    known = {(each.code, each.message) for each in before.diagnostics}
    return tuple(each for each in after.diagnostics if (each.code, each.message) not in known)


def address_faults(before: State, after: State, site_url: str, today: date) -> tuple[Diagnostic, ...]:
    """Return what a build would report about addresses after a change, and does not report before it.

    That is A502 for each published address that is lost, and A507 and A508 for redirects with a wrong end.
    """
    if before.library is None or after.library is None:
        return ()
    known = {(each.code, each.message) for each in _address_faults(before, before.library, site_url, today)}
    found = _address_faults(after, after.library, site_url, today)
    return tuple(each for each in found if (each.code, each.message) not in known)


def _address_faults(state: State, library: Library, site_url: str, today: date) -> Iterable[Diagnostic]:
    redirected = [redirect.old for redirect in library.redirects]
    yield from check_redirect_ends(state.records, state.live_addresses, site_url, redirected, today)
    yield from check_missing_addresses(state.records, state.live_addresses, site_url, today)


def has_new_errors(found: Iterable[Diagnostic]) -> bool:
    """Return True if one of the diagnostics is an error."""
    return has_errors(tuple(found))


def encoded(root: Path, file: str, text: str) -> tuple[bytes | None, bytes]:
    """Return the bytes of a file now, None if it does not exist, and its bytes with a new text."""
    path = root / file
    before = path.read_bytes() if path.is_file() else None
    return before, encode_like(text, before or b"")


def own_briefings(records: Records, case: Case) -> tuple[Located[Any], ...]:
    """Return the briefings that belong to a case."""
    return tuple(each for each in records.briefings if each.record.case == case.id)
