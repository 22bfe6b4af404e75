"""Keeps what is typed in forms and not saved yet, in a folder of the user outside the site."""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from generator.forms import FormValue
from generator.system import private_folder, site_state_folder, write_atomically

_FILE_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]*\.[a-z0-9]+")
_KEPT_DAYS: Final = 60
"""How long the first text of an opened form is kept after it was last used."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A form that is not saved yet."""

    base: str
    """The digest of the text that the form was made from."""

    values: FormValue
    is_new: bool = False
    """True if the record has no file yet."""

    uploads: tuple[str, ...] = ()
    """The names of new files."""

    time: str = ""
    """When it was last kept: `14:05`, or `27 November, 14:05`."""


class DraftStore:
    """The drafts of one site."""

    def __init__(self, root: Path) -> None:
        self._folder = site_state_folder(root)
        self._bases = private_folder(self._folder / "bases")
        self._forget_old_bases()

    def load(self, kind: str, identity: str) -> Draft | None:
        """Return the draft of a record; None if there is none, or if its file is damaged."""
        path = self._path(kind, identity)
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            when = time.localtime(path.stat().st_mtime)
            return Draft(
                stored["base"], stored["values"], stored["is_new"], tuple(stored["uploads"]), _time_in_words(when)
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, kind: str, identity: str, draft: Draft) -> None:
        """Keep a draft in place of an earlier one."""
        stored = {"base": draft.base, "values": draft.values, "is_new": draft.is_new, "uploads": draft.uploads}
        write_atomically(self._path(kind, identity), json.dumps(stored).encode(), is_private=True)

    def discard(self, kind: str, identity: str) -> None:
        """Remove the draft of a record, with its new files."""
        self._path(kind, identity).unlink(missing_ok=True)
        self._set_aside(kind, identity).unlink(missing_ok=True)
        shutil.rmtree(self._files(kind, identity), ignore_errors=True)

    def set_aside(self, kind: str, identity: str) -> None:
        """Put the draft of a record away, so that the form shows the record again. `bring_back` undoes this."""
        with suppress(FileNotFoundError):
            self._path(kind, identity).replace(self._set_aside(kind, identity))

    def is_set_aside(self, kind: str, identity: str) -> bool:
        """Return True if a draft of the record was put away and can be brought back."""
        return self._set_aside(kind, identity).exists()

    def bring_back(self, kind: str, identity: str) -> None:
        """Show the draft again that was put away last."""
        with suppress(FileNotFoundError):
            self._set_aside(kind, identity).replace(self._path(kind, identity))

    def drafts(self) -> Iterator[tuple[str, str, Draft]]:
        """Yield kind, id and draft of every form that is not saved."""
        for path in sorted(self._folder.glob("*.json")):
            kind, _, identity = path.stem.replace("~", "/").partition(".")
            draft = self.load(kind, identity)
            if draft is not None:
                yield kind, identity, draft

    def keep_base(self, text: str) -> str:
        """Keep the text that a form is made from, and return its digest."""
        digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        write_atomically(self._bases / digest, text.encode(), is_private=True)
        return digest

    def base(self, digest: str) -> str | None:
        """Return the text that a form was made from; None if it is not known."""
        if len(digest) != 64 or not digest.isalnum():
            return None
        try:
            return (self._bases / digest).read_text(encoding="utf-8")
        except OSError:
            return None

    def add_upload(self, kind: str, identity: str, draft: Draft, name: str, data: bytes) -> Draft:
        """Keep a new file, and return the draft with its name."""
        folder = private_folder(self._files(kind, identity))
        write_atomically(folder / name, data, is_private=True)
        return replace(draft, uploads=tuple(dict.fromkeys((*draft.uploads, name))))

    def upload(self, kind: str, identity: str, name: str) -> bytes | None:
        """Return a new file; None if there is none of this name."""
        try:
            return (self._files(kind, identity) / name).read_bytes()
        except OSError:
            return None

    def keep_file(self, name: str, data: bytes) -> str:
        """Keep a file that was chosen for a change that is not made yet, and return what stands for it."""
        digest = sha256(data).hexdigest()
        folder = private_folder(private_folder(self._folder / "chosen") / digest)
        write_atomically(folder / name, data, is_private=True)
        return f"{digest}/{name}"

    def kept_file(self, kept: str) -> Path | None:
        """Return where a chosen file is; None if it is not there, or if this cannot be a chosen file."""
        digest, _, name = kept.partition("/")
        if len(digest) != 64 or not digest.isalnum() or _FILE_NAME.fullmatch(name) is None:
            return None
        path = self._folder / "chosen" / digest / name
        return path if path.is_file() else None

    def forget_file(self, kept: str) -> None:
        """Remove a chosen file, when the change is made."""
        path = self.kept_file(kept)
        if path is not None:
            shutil.rmtree(path.parent, ignore_errors=True)

    def _path(self, kind: str, identity: str) -> Path:
        return self._folder / f"{_file_name(kind, identity)}.json"

    def _set_aside(self, kind: str, identity: str) -> Path:
        return self._folder / f"{_file_name(kind, identity)}.aside"

    def _files(self, kind: str, identity: str) -> Path:
        return self._folder / f"{_file_name(kind, identity)}.files"

    def _forget_old_bases(self) -> None:
        used = {draft.base for _, _, draft in self.drafts()}
        oldest = time.time() - _KEPT_DAYS * 86_400
        for path in self._bases.iterdir():
            if path.name not in used and path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)
        for path in (self._folder / "chosen").glob("*"):
            if path.stat().st_mtime < oldest:
                shutil.rmtree(path, ignore_errors=True)


def _file_name(kind: str, identity: str) -> str:
    """Return the name of the files of a record: the id of a page has slashes."""
    return f"{kind}.{identity.replace('/', '~')}"


def _time_in_words(when: time.struct_time) -> str:
    clock = time.strftime("%H:%M", when)
    is_today = when[:3] == time.localtime()[:3]
    return clock if is_today else f"{when.tm_mday} {time.strftime('%B', when)}, {clock}"
