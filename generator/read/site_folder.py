"""Finds every record and hand-written page of a site and reads each once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, Outcome, rule
from generator.model import FileFacts, HandwrittenPage, RawRecord, Source
from generator.read.cache import ReadCache
from generator.read.document_files import file_facts
from generator.read.project import Project
from generator.read.text_file import read_text

_FOLDERS: Final = (("case", "content/cases", "case.yml"), ("briefing", "briefings", "briefing.yml"))
_SINGLES: Final = (("partnership", "content/partnership.yml"), ("vocabulary", "content/vocabulary.yml"))
_NOTICES: Final = "content/notices"


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """All that lies in a site's folder, as written."""

    records: tuple[RawRecord, ...]
    unreadable: tuple[tuple[str, str], ...]
    """Kind and id of records that are there and could not be read: still known by their ids."""

    pages: tuple[HandwrittenPage, ...]
    files: Mapping[tuple[str, str], FileFacts]


def read_site(project: Project) -> Outcome[SiteFolder]:
    """Every record, page and document of a site. A file that cannot be read is a diagnostic, and the rest goes on."""
    cache = ReadCache.open(project.cache / "records")
    records: list[RawRecord] = []
    unreadable: list[tuple[str, str]] = []
    findings: list[Diagnostic] = []
    for kind, identity, path in _record_files(project.root, findings):
        name = path.relative_to(project.root).as_posix()
        outcome = cache.record(kind, identity, path, name)
        findings += outcome.diagnostics
        if outcome.value is None:
            unreadable.append((kind, identity))
        else:
            records.append(outcome.value)
    pages = _handwritten(project, findings)
    files = {key: facts for each in records for key, facts in file_facts(project.root, each, cache.pdf_facts)}
    cache.save()
    return Outcome(SiteFolder(tuple(records), tuple(unreadable), pages, files), tuple(findings))


def _record_files(root: Path, findings: list[Diagnostic]) -> Iterator[tuple[str, str, Path]]:
    for kind, name in _SINGLES:
        if (root / name).is_file():
            yield kind, kind, root / name
        else:
            findings.append(rule("S005").found(f"{name} is missing", Location(name), "every site has this file"))
    for kind, folder, file_name in _FOLDERS:
        for entry in _entries(root / folder):
            if (entry / file_name).is_file():
                yield kind, entry.name, entry / file_name
            elif entry.is_dir() or entry.suffix in (".yml", ".yaml"):
                findings.append(_unexpected(root, entry, f"{folder}/{entry.stem}/{file_name}"))
    for entry in _entries(root / _NOTICES):
        if entry.suffix == ".yml" and entry.is_file():
            yield "notice", entry.stem, entry
        elif entry.is_dir() or entry.suffix == ".yaml":
            findings.append(_unexpected(root, entry, f"{_NOTICES}/{entry.stem}.yml"))


def _entries(folder: Path) -> list[Path]:
    """What lies in a folder, by name; nothing when there is no such folder."""
    return sorted(each for each in folder.iterdir() if not each.name.startswith(".")) if folder.is_dir() else []


def _unexpected(root: Path, entry: Path, wanted: str) -> Diagnostic:
    name = entry.relative_to(root).as_posix()
    return rule("S006").found(f"no record is found in {name}", Location(name), f"a record of this kind is {wanted}")


def _handwritten(project: Project, findings: list[Diagnostic]) -> tuple[HandwrittenPage, ...]:
    pages = []
    for path in sorted(project.pages.rglob("*.md")) if project.pages.is_dir() else []:
        text = read_text(path, path.relative_to(project.root).as_posix())
        findings += text.diagnostics
        if text.value is None:
            continue
        place = path.relative_to(project.pages).with_suffix("")
        parts = place.parts[:-1] if place.name in ("index", "README") else place.parts
        address = "/".join(parts) + "/" if parts else ""
        source = Source(path.relative_to(project.root).as_posix(), text.value)
        pages.append(HandwrittenPage(source, address, place.name == "_frame"))
    return tuple(pages)
