"""Caches records that were read before and have not changed since. Deleting the cache is always safe."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from generator.diagnostics import Diagnostic, Location, RelatedLocation, Severity, WithDiagnostics
from generator.model import RawRecord, Source
from generator.read.code_version import compute_code_version
from generator.read.pdf_cache import PdfCache, documents_folder
from generator.read.private_values import hide_private_values
from generator.read.text_file import read_text
from generator.read.yaml_loader import load
from generator.system import Stamp, discard, read_cached, stamp_of, write_cached

_FEW: Final = 100
"""The largest number of changed files for the small cache file. With more, the large file is rewritten."""


class ReadCache:
    """A cache of plain values next to the site: one large file, and a small one with the changes since then."""

    def __init__(self, path: Path, large: dict[str, Any], small: dict[str, Any]) -> None:
        self._path = path
        self._large: dict[str, Any] = large.get("records", {})
        self._before = self._large | small.get("records", {})
        for name in small.get("gone", ()):
            self._before.pop(name, None)
        self._now: dict[str, Any] = {}
        self._outcomes: dict[str, tuple[Any, WithDiagnostics[RawRecord | None]]] = {}
        self.pdfs = PdfCache(documents_folder(path.parent), large.get("pdf", {}))
        self._changed = False

    @classmethod
    def open(cls, path: Path) -> ReadCache:
        """Return the cache of the last run. Empty if there is none, or if it has another format."""
        large = _stored(path, compute_code_version())
        return cls(path, large, _stored(_delta_path(path), _stamp(path)) if large else {})

    def read_ahead(self, root: Path, names: Sequence[str]) -> None:
        """Read every file that is new or has changed."""
        new: dict[str, Stamp | None] = {}
        for name in names:
            stamp = _stamp(f"{root}/{name}")
            stored = self._before.get(name)
            if stored is None or stored[0] is None or stored[0] != stamp:
                new[name] = stamp
            else:
                self._now[name] = stored
        if new:
            self._changed = True
            for name, stamp in new.items():
                parsed = _parse(root / name, name)
                self._now[name] = (_lasting(stamp, parsed), *parsed)

    def record(self, kind: str, identity: str, name: str) -> WithDiagnostics[RawRecord | None]:
        """Return a record's values and the diagnostics of its text. `read_ahead` must have read its file."""
        stored = self._now[name]
        known = self._outcomes.get(name)
        if known is None or known[0] is not stored:
            known = self._outcomes[name] = (stored, _outcome(kind, identity, name, stored))
        return known[1]

    def start_new_run(self) -> None:
        """Start a new run, and drop deleted records. A cache kept in memory then reads the site again."""
        self._before, self._now = self._now, {}
        self._outcomes = {name: self._outcomes[name] for name in self._before}

    def save(self) -> None:
        """Save the cache for the next run. A cache that cannot be written is not reported."""
        records = self._now or self._before
        if not self._changed and len(records) == len(self._before) and not self.pdfs.changed:
            return
        changed = {name: entry for name, entry in records.items() if self._large.get(name) is not entry}
        gone = [name for name in self._large if name not in records]
        with suppress(OSError):
            if self.pdfs.changed or len(changed) + len(gone) > _FEW or not self._large:
                content = {"for": compute_code_version(), "records": records, "pdf": self.pdfs.to_store()}
                write_cached(self._path, content)
                discard(_delta_path(self._path))
            else:
                content = {"for": _stamp(self._path), "records": changed, "gone": gone}
                write_cached(_delta_path(self._path), content)


def _delta_path(path: Path) -> Path:
    """Return the path of the small file, next to the large one."""
    return path.with_name(f"{path.name}-since")


def _stored(path: Path, made_for: object) -> dict[str, Any]:
    """Return the content of a cache file. Empty if the file is missing, damaged, or made for something else."""
    stored: dict[str, Any] | None = read_cached(path)
    return stored if stored is not None and stored["for"] == made_for else {}


def _stamp(path: Path | str) -> Stamp | None:
    """Return the stamp of a file, or None if it has none to read. The file is then read, which reports the reason."""
    try:
        return stamp_of(path)
    except OSError:
        return None


def _lasting(stamp: Stamp | None, parsed: tuple[str, Any, list[Any]]) -> Stamp | None:
    """Return the stamp, or None for a file that could not be read (S005), so that the next command tries again."""
    return None if any(code == "S005" for code, *_ in parsed[2]) else stamp


def _outcome(kind: str, identity: str, name: str, stored: Any) -> WithDiagnostics[RawRecord | None]:
    _, text, loaded, findings = stored
    diagnostics = tuple(_diagnostic_from(finding) for finding in findings)
    if loaded is None:
        return WithDiagnostics(None, diagnostics)
    return WithDiagnostics(RawRecord(kind, identity, Source(name, text), loaded[0], loaded[1]), diagnostics)


def _parse(path: Path, name: str) -> tuple[str, Any, list[Any]]:
    text = read_text(path, name)
    if text.value is None:
        return (
            "",
            None,
            [
                _store(diagnostic)
                for diagnostic in hide_private_values(text.diagnostics, Source(name, _decode_leniently(path)))
            ],
        )
    source = Source(name, text.value)
    loaded = load(source)
    return (
        text.value,
        loaded.value,
        [_store(diagnostic) for diagnostic in hide_private_values(loaded.diagnostics, source)],
    )


def _decode_leniently(path: Path) -> str:
    """Return the readable text of a file that is not UTF-8. Empty if the file cannot be opened."""
    try:
        return path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else ""
    except OSError:
        return ""


def _store(diagnostic: Diagnostic) -> Any:
    related = [(more.message, _location_tuple(more.location)) for more in diagnostic.related]
    return (
        diagnostic.code,
        diagnostic.message,
        _location_tuple(diagnostic.location),
        diagnostic.hint,
        related,
        str(diagnostic.severity),
    )


def _location_tuple(place: Location | None) -> Any:
    return None if place is None else (place.file, place.line, place.column, place.source)


def _diagnostic_from(stored: Any) -> Diagnostic:
    code, message, place, hint, related, severity = stored
    location = None if place is None else Location(*place)
    more = tuple(RelatedLocation(text, Location(*where)) for text, where in related)
    return Diagnostic(code, message, location, hint, more, Severity(severity))
