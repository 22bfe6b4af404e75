"""Finds every record and hand-written page of a site and reads each once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, WithDiagnostics, did_you_mean, rule
from generator.markdown.active_html import active_parts_of_file
from generator.model import FileInfo, MarkdownPage, RawRecord
from generator.model.addresses import ROBOTS
from generator.model.asset_kinds import HTML_FILES, OFFICE, PICTURES, RECORDINGS
from generator.read.branding_files import branding_files
from generator.read.content_files import list_content_files
from generator.read.document_files import facts_of_file, file_facts
from generator.read.file_names import find_names_that_windows_refuses, name_from
from generator.read.handwritten_pages import read_handwritten_pages
from generator.read.project import Project
from generator.read.published_folders import find_published
from generator.read.record_cache import ReadCache
from generator.read.safe_links import link_refused
from generator.read.safe_svg import UnsafeSvg, svg_size
from generator.read.text_file import read_text
from generator.read.unsaved_record import UnsavedRecord, read_unsaved
from generator.read.vocabulary_packs import with_packs

_FOLDERS: Final = (("case", "content/cases", "case.yml"), ("briefing", "briefings", "briefing.yml"))
_SINGLES: Final = (("partnership", "content/partnership.yml"), ("vocabulary", "content/vocabulary.yml"))
_OPTIONAL: Final = (
    ("redirects", "content/redirects.yml"),
    ("link_exceptions", "content/link-exceptions.yml"),
    ("published_urls", "content/published-urls.yml"),
)
_FLAT: Final = (("notice", "content/notices"), ("bulletin", "content/bulletins"), ("year", "content/years"))
"""Record kinds with one file per record, named after the record."""

_RECORD_NAME: Final = re.compile(r"\.(?:ya?ml)(?:\.txt)?$", re.IGNORECASE)
"""The name of a file that is meant as a record: also `.YML` and `.yaml`, and `.yml.txt`, which Windows writes."""

_CHECKED: Final = PICTURES | OFFICE | RECORDINGS | {".pdf"}


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """Everything in a site's folder, as written."""

    records: tuple[RawRecord, ...]
    unreadable: tuple[tuple[str, str], ...]
    """Kind and id of records that exist but could not be read. Their ids are still known."""

    pages: tuple[MarkdownPage, ...]
    files: Mapping[tuple[str, str], FileInfo]
    assets: Mapping[str, FileInfo]
    """The pictures, PDFs and Office files among the pages and in the theme, by path from the root."""

    content_files: tuple[str, ...]
    """The path of every file in content/ and briefings/ from the root, sorted. Hidden files are left out."""


def open_cache(project: Project) -> ReadCache:
    """Return the cache of what was read of the site before."""
    return ReadCache.open(project.cache / "records")


def read_site(
    project: Project, kept: ReadCache | None = None, unsaved: UnsavedRecord | None = None
) -> WithDiagnostics[SiteFolder]:
    """Return every record, page and document of a site. A file that cannot be read is a diagnostic; the rest is read.

    `kept` is the cache of a process that reads a site repeatedly. That process must save the cache. `unsaved` takes the
    place of the record in its file.
    """
    cache = kept if kept is not None else open_cache(project)
    records: list[RawRecord] = []
    unreadable: list[tuple[str, str]] = []
    published = find_published(project)
    findings: list[Diagnostic] = [*project.diagnostics, *published.diagnostics]
    content_files = list_content_files(project)
    findings += find_names_that_windows_refuses(content_files)
    files_of_records = list(_record_files(project.root, frozenset(content_files), findings, unreadable))
    if unsaved is not None and unsaved.kind != "page" and all(name != unsaved.file for _, _, name in files_of_records):
        files_of_records.append((unsaved.kind, unsaved.id, unsaved.file))
    in_memory = {unsaved.file: unsaved} if unsaved is not None else {}
    cache.read_ahead(project.root, [name for _, _, name in files_of_records if name not in in_memory])
    for kind, identity, name in files_of_records:
        outcome = read_unsaved(in_memory[name]) if name in in_memory else cache.record(kind, identity, name)
        findings += outcome.diagnostics
        record = outcome.value
        if record is not None and kind == "vocabulary":
            merged = with_packs(record)
            findings += merged.diagnostics
            record = merged.value
        if record is None:
            unreadable.append((kind, identity))
        else:
            records.append(record)
    pages = read_handwritten_pages(project, published.pages, findings, in_memory)
    try:
        files = {key: facts for record in records for key, facts in _facts(project.root, record, cache)}
        assets = dict(_asset_facts(project, published.assets, cache, findings))
    finally:
        cache.pdfs.close()
    if kept is None:
        cache.save()
    else:
        kept.start_new_run()
    site = SiteFolder(tuple(records), tuple(unreadable), pages, files, assets, content_files)
    return WithDiagnostics(site, tuple(findings))


def _record_files(
    root: Path, content_files: frozenset[str], findings: list[Diagnostic], unreadable: list[tuple[str, str]]
) -> Iterator[tuple[str, str, str]]:
    """Yield kind, id and path of each record.

    A record behind a link is listed in `unreadable` and not opened.
    """
    for kind, identity, name in _candidates(root, content_files, findings):
        # The record and its folder: either can be a link. The files behind a linked folder are not listed.
        names = (name,) if name in content_files else (name, name.rpartition("/")[0])
        # Path raises an error for some links, and is slow; a link to nothing is reported when the record is read.
        links = (each for each in names if os.path.islink(f"{root}/{each}"))  # noqa: PTH114
        refused = next((each for each in links if os.path.exists(f"{root}/{each}")), None)  # noqa: PTH110
        if refused is None:
            yield kind, identity, name
        else:
            findings.append(link_refused(refused, "leads to another place"))
            unreadable.append((kind, identity))


def _candidates(
    root: Path, content_files: frozenset[str], findings: list[Diagnostic]
) -> Iterator[tuple[str, str, str]]:
    for kind, name in _SINGLES:
        if _exists(root / name):
            yield kind, kind, name
        else:
            findings.append(
                rule("S005").diagnostic(
                    f"{name} is missing", Location(name), "create it; library docs records lists its fields"
                )
            )
    for kind, name in _OPTIONAL:
        if _exists(root / name):
            yield kind, kind, name
    findings += _unknown_singles(root)
    for kind, folder, file_name in _FOLDERS:
        for entry in _entries(root, folder, findings):
            name = f"{folder}/{entry.name}/{file_name}"
            if name in content_files or _exists(root / name):
                yield kind, entry.name, name
            elif entry.is_dir() or _RECORD_NAME.search(entry.name):
                findings.append(_unexpected_entry(root, entry, f"{folder}/{_stem(entry)}/{file_name}"))
    for kind, folder in _FLAT:
        yield from _flat_files(root, kind, folder, findings)


def _unknown_singles(root: Path) -> Iterator[Diagnostic]:
    """Yield S006 for each file in `content` that is named like a record and is none."""
    known = [name.removeprefix("content/") for _, name in (*_SINGLES, *_OPTIONAL)]
    for entry in _entries(root, "content", []):
        if entry.name not in known and _RECORD_NAME.search(entry.name) and not entry.is_dir():
            stem = _stem(entry).lower().replace("_", "-")
            hint = f"rename it to content/{stem}.yml" if f"{stem}.yml" in known else None
            hint = hint or did_you_mean(f"{stem}.yml", known) or "move it to content/notices if it is a notice"
            yield rule("S006").diagnostic(f"content/{entry.name} does not contain a record", _at(entry), hint)


def _stem(entry: Path) -> str:
    return _RECORD_NAME.sub("", entry.name)


def _at(entry: Path) -> Location:
    return Location(f"content/{entry.name}")


def _flat_files(root: Path, kind: str, folder: str, findings: list[Diagnostic]) -> Iterator[tuple[str, str, str]]:
    for entry in _entries(root, folder, findings):
        if entry.suffix == ".yml" and not entry.is_dir():
            yield kind, entry.stem, f"{folder}/{entry.name}"
        elif entry.is_dir() or _RECORD_NAME.search(entry.name):
            findings.append(_unexpected_entry(root, entry, f"{folder}/{_stem(entry)}.yml"))


def _asset_facts(
    project: Project, assets: Iterable[Path], cache: ReadCache, findings: list[Diagnostic]
) -> Iterator[tuple[str, FileInfo]]:
    root = project.root
    for path in assets:
        if path.suffix.lower() in _CHECKED:
            name = name_from(root, path)
            yield name, _with_unsafe_svg(path, facts_of_file(path, name, cache.pdfs))
        elif path.suffix.lower() in HTML_FILES and path.is_relative_to(project.pages):
            name = name_from(root, path)
            findings += read_text(path, name).diagnostics
            yield name, FileInfo(name, active_html=active_parts_of_file(path.read_bytes()))
        elif name_from(root, path).endswith(f"/{ROBOTS}"):
            text = read_text(path, name_from(root, path)).value or ""
            if "sitemap:" not in text.lower():
                yield name_from(root, path), FileInfo(name_from(root, path), says=("no sitemap",))


def _with_unsafe_svg(path: Path, facts: FileInfo) -> FileInfo:
    """Return the facts of a file, with the fault of an SVG that does more than show a picture."""
    if path.suffix.lower() == ".svg" and facts.problem is None and not facts.holds:
        try:
            svg_size(path.read_bytes())
        except UnsafeSvg as fault:
            return replace(facts, problem="unsafe", detail=str(fault))
    return facts


def _exists(path: Path) -> bool:
    return path.is_file() or path.is_symlink()


def _facts(root: Path, raw: RawRecord, cache: ReadCache) -> Iterator[tuple[tuple[str, str], FileInfo]]:
    """Yield facts of every file that a record names."""
    yield from file_facts(root, raw, cache.pdfs)
    if raw.kind == "partnership":
        yield from branding_files(root, raw, cache.pdfs)


def _entries(root: Path, name: str, findings: list[Diagnostic]) -> list[Path]:
    """Return the entries of a folder of records, by name. Empty if there is no such folder, or if S016 refuses it."""
    folder = root / name
    if folder.is_symlink():
        findings.append(link_refused(name, "leads to another folder"))
        return []
    there = sorted(folder.iterdir(), key=lambda each: each.name) if folder.is_dir() else []
    return [entry for entry in there if not entry.name.startswith(".")]


def _unexpected_entry(root: Path, entry: Path, wanted: str) -> Diagnostic:
    name = entry.relative_to(root).as_posix()
    verb = "rename" if entry.parent == (root / wanted).parent else "move"
    hint = f"the record should be the file {wanted}" if entry.is_dir() else f"{verb} it to {wanted}"
    if (root / wanted).parent == entry:
        misnamed = [each.name for each in sorted(entry.iterdir()) if _RECORD_NAME.search(each.name)]
        if len(misnamed) == 1:
            hint = f"rename {misnamed[0]} to {Path(wanted).name}; some computers do not show the end of a name"
    return rule("S006").diagnostic(f"{name} does not contain a record", Location(name), hint)
