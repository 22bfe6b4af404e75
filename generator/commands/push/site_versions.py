"""The site as it is in a commit, made from the site in the folder and the files that differ."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Final

from generator.commands.changes.changed_site import LoadedSite
from generator.diagnostics import Diagnostic, WithDiagnostics
from generator.model import FileInfo, MarkdownPage, RawRecord, Source
from generator.read import open_cache, with_packs
from generator.read.document_files import file_facts
from generator.read.yaml_loader import load
from generator.system import GitProgram, make_folders

_KINDS: Final = (
    ("case", re.compile(r"content/cases/([^/]+)/case\.yml")),
    ("briefing", re.compile(r"briefings/([^/]+)/briefing\.yml")),
    ("notice", re.compile(r"content/notices/([^/]+)\.yml")),
    ("bulletin", re.compile(r"content/bulletins/([^/]+)\.yml")),
    ("year", re.compile(r"content/years/([^/]+)\.yml")),
    ("partnership", re.compile(r"content/(partnership)\.yml")),
    ("vocabulary", re.compile(r"content/(vocabulary)\.yml")),
    ("redirects", re.compile(r"content/(redirects)\.yml")),
    ("link_exceptions", re.compile(r"content/(link-exceptions)\.yml")),
    ("published_urls", re.compile(r"content/(published-urls)\.yml")),
)


def site_at(loaded: LoadedSite, git: GitProgram, commit: str | None, differing: Iterable[str]) -> LoadedSite:
    """Return the site as it is in a commit. `differing` has at least the files that differ from the folder.

    With None, the site has none of these files.
    """
    names = tuple(differing)
    contents = {name: git.content(commit, git.prefix + name) if commit is not None else None for name in names}
    site = loaded.site.value
    faults: list[Diagnostic] = []
    records = [raw for raw in site.records if raw.file not in contents]
    for name, data in contents.items():
        raw = _record(name, data, faults) if data is not None else None
        if raw is not None:
            records.append(raw)
    records.sort(key=lambda raw: raw.file)
    touched = {PurePosixPath(name).parent.as_posix() for name in names}
    files = {key: facts for key, facts in site.files.items() if PurePosixPath(key[0]).parent.as_posix() not in touched}
    files |= _facts(loaded, [raw for raw in records if raw.folder in touched], contents)
    known = {(raw.kind, raw.id) for raw in records}
    unreadable = tuple(each for each in site.unreadable if each not in known)
    pages = _pages(loaded, contents)
    changed = replace(site, records=tuple(records), files=files, unreadable=unreadable, pages=pages)
    kept = [each for each in loaded.site.diagnostics if each.location is None or each.location.file not in contents]
    return replace(loaded, site=WithDiagnostics(changed, (*kept, *faults)))


def _record(name: str, data: bytes, faults: list[Diagnostic]) -> RawRecord | None:
    for kind, pattern in _KINDS:
        if (match := pattern.fullmatch(name)) is not None:
            source = Source(name, _text(data))
            parsed = load(source)
            faults += parsed.diagnostics
            if parsed.value is None:
                return None
            raw = RawRecord(kind, kind if match[1] == kind.replace("_", "-") else match[1], source, *parsed.value)
            merged = with_packs(raw) if kind == "vocabulary" else WithDiagnostics(raw)
            faults += merged.diagnostics
            return merged.value
    return None


def _facts(
    loaded: LoadedSite, records: list[RawRecord], contents: dict[str, bytes | None]
) -> dict[tuple[str, str], FileInfo]:
    """Return the facts of the documents of some records, from copies of their folders in a temporary place."""
    found: dict[tuple[str, str], FileInfo] = {}
    cache = open_cache(loaded.project)
    root = loaded.project.root
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder).resolve()
            for name, data in contents.items():
                if data is not None:
                    make_folders((copy / name).parent)
                    (copy / name).write_bytes(data)
            for raw in records:
                then = dict(file_facts(copy, raw, cache.pdfs))
                if (root / raw.folder).is_dir():
                    now = dict(file_facts(root, raw, cache.pdfs))
                    then = {**now, **{key: facts for key, facts in then.items() if facts.path in contents}}
                found |= then
    finally:
        cache.pdfs.close()
    return found


def _pages(loaded: LoadedSite, contents: dict[str, bytes | None]) -> tuple[MarkdownPage, ...]:
    root = loaded.project.root
    prefix = f"{loaded.project.pages.relative_to(root).as_posix()}/"
    pages = {page.source.file: page for page in loaded.site.value.pages}
    for name, data in contents.items():
        if not name.startswith(prefix) or not name.endswith(".md"):
            continue
        if data is None:
            pages.pop(name, None)
            continue
        place = PurePosixPath(name.removeprefix(prefix)).with_suffix("")
        parts = place.parts[:-1] if place.name in ("index", "README") else place.parts
        blank = MarkdownPage(Source(name, ""), "/".join(parts) + "/" if parts else "", place.name == "_frame")
        pages[name] = replace(pages.get(name, blank), source=Source(name, _text(data)))
    return tuple(pages[name] for name in sorted(pages))


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
