"""Keeps what was imported until nothing is unsure any more: the files, the answers, and what was written.

It is in a folder of the user outside the site, because a report is often not public yet.
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator.system import private_folder, site_state_folder, write_atomically

KEPT_DAYS: Final = 60
"""How long an import is kept after it was last used."""

_ID: Final = re.compile(r"[0-9]{8}-[0-9a-f]{8}")
_MOST_BYTES: Final = 100_000_000


@dataclass(frozen=True, slots=True)
class StoredImport:
    """One import."""

    id: str
    name: str
    """The name of the file or the folder."""

    base: str = ""
    kind: str = ""
    """What a person said a Word file is; empty if nobody did."""

    case: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    """The answer to each question that has one, by the key of the question."""

    left_open: tuple[str, ...] = ()
    """The keys of the questions that a person has left open."""

    written: Mapping[str, str] = field(default_factory=dict)
    """The digest of each draft, as it was written."""

    is_written: bool = False
    open_count: int = 0
    """The number of questions without an answer, when it was last opened."""


class ImportStore:
    """The imports of one site."""

    def __init__(self, root: Path) -> None:
        self._folder = private_folder(site_state_folder(root) / "imports")
        self._forget_old()

    def add(self, name: str, files: Mapping[str, bytes], stored: StoredImport | None = None) -> StoredImport | None:
        """Keep files, and return the new import. None if they are too large to be kept."""
        if sum(map(len, files.values())) > _MOST_BYTES:
            return None
        digest = sha256(b"\0".join((name.encode("utf-8", "replace"), *files.values()))).hexdigest()[:8]
        identity = f"{time.strftime('%Y%m%d')}-{digest}"
        source = private_folder(private_folder(self._folder / identity) / "source")
        for path, data in files.items():
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            write_atomically(source / path, data, is_private=True)
        values = {**asdict(stored), "id": identity, "name": name} if stored is not None else {}
        new = StoredImport(**values) if values else StoredImport(identity, name)
        self.keep(new)
        return new

    def keep(self, stored: StoredImport) -> None:
        """Keep what became of an import."""
        text = json.dumps(asdict(stored), ensure_ascii=False)
        write_atomically(self._folder / stored.id / "import.json", text.encode(), is_private=True)

    def load(self, identity: str) -> StoredImport | None:
        """Return an import; None if there is none, or if its file is damaged."""
        if not _ID.fullmatch(identity):
            return None
        try:
            values = json.loads((self._folder / identity / "import.json").read_text(encoding="utf-8"))
            return StoredImport(**{**values, "left_open": tuple(values["left_open"])})
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def source(self, stored: StoredImport) -> Path:
        """Return the file that was imported, or the folder with the pages."""
        folder = self._folder / stored.id / "source"
        file = folder / stored.name
        return file if file.is_file() else folder

    def all(self) -> Iterable[StoredImport]:
        """Yield every import, the newest first."""
        for folder in sorted(self._folder.iterdir(), key=_age):
            stored = self.load(folder.name)
            if stored is not None:
                yield stored

    def remove(self, identity: str) -> None:
        """Forget an import with its files. Drafts that it wrote stay."""
        if _ID.fullmatch(identity):
            shutil.rmtree(self._folder / identity, ignore_errors=True)

    def _forget_old(self) -> None:
        for folder in list(self._folder.iterdir()):
            if _age(folder) > KEPT_DAYS * 86_400:
                shutil.rmtree(folder, ignore_errors=True)


def _age(folder: Path) -> float:
    with suppress(OSError):
        return time.time() - (folder / "import.json").stat().st_mtime
    return 0.0
