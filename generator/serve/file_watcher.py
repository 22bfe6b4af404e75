"""Watches the files that an editor saves."""

from __future__ import annotations

import stat
import time
from collections.abc import Callable, Generator
from math import inf
from pathlib import Path
from types import TracebackType
from typing import Final

from watchfiles import Change, watch

from generator.read import CONFIGURATION, Project
from generator.serve.file_polling import poll_files
from generator.system import Stamp, find_package_theme, network_drive_of, stamp_of

_STEP_MS: Final = 15
"""A save is complete when nothing more has happened for this long."""

_AT_MOST_MS: Final = 400
"""If many files are saved one after the other, a build starts after this long at the latest."""

_LOOK_MS: Final = 100
"""How often mkdocs.yml is checked. Many editors replace the file with a new one, which ends any watch on it."""

_POLL_SECONDS: Final = 0.3
"""Pause between two looks at all files, if the system cannot report changes."""

_SOURCES: Final = frozenset({".yml", ".md", ".html", ".css", ".js", ".pdf"})
_RECORDS: Final = ("content", "briefings")
_PAGES: Final = ("content/pages", "overrides")

_Folder = tuple[Path, int, int]
"""A watched folder, with its device and inode number, because another folder can take over its name."""


class FileWatcher:
    """Collects every change since it was opened, including changes that come between two calls."""

    def __init__(
        self,
        root: Path,
        project: Project | None,
        private: Path | None = None,
        say: Callable[[str], None] = lambda text: None,
        polls: bool = False,
    ) -> None:
        """Create a watcher.

        `say` is called with a line for the terminal if the system cannot report changes and the watch has to poll.
        With `polls`, it polls without asking the system.
        """
        self._root = root.resolve()
        self._private = private
        self._say = say
        self._polls = polls
        self._folders = self._watched_folders(project)
        self._stamp = self._config_stamp()
        self._saved: Generator[set[tuple[Change, str]], None, None] | None = None

    def __enter__(self) -> FileWatcher:
        self._open()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._close()

    def changes(
        self, project: Project | None, until: float = inf, is_called: Callable[[], bool] = lambda: False
    ) -> tuple[str, ...]:
        """Wait for the next change and return the files that were saved, from the site's root.

        Empty if the time `until` is reached first, in seconds as `time.time` returns them, or if `is_called` is true.
        """
        while time.time() < until and not is_called():
            names = {self._name(path) for path in _without_temporary(self._next())}
            stamp = self._config_stamp()
            if stamp != self._stamp:
                self._stamp = stamp
                names.add(CONFIGURATION)
            folders = self._watched_folders(project)
            if folders != self._folders:
                names |= {self._name(str(path)) for path, *_ in {*folders} ^ {*self._folders}}
                self._folders = folders
                self._open()
            if names:
                return tuple(sorted(names))
        return ()

    def _open(self) -> None:
        self._close()
        if not self._folders:
            return
        kind = None if self._polls else next(filter(None, (network_drive_of(path) for path, *_ in self._folders)), None)
        if kind is not None:
            self._start_polling(f"this computer does not learn what others change on a network drive ({kind})")
        try:
            self._saved = self._watched()
            # The watch begins on the first call.
            next(self._saved)
        except FileNotFoundError:
            # A folder was removed just now: the next check of the folders opens the watch again.
            self._saved, self._folders = None, ()
        except (OSError, RuntimeError) as error:
            self._poll(error)

    def _watched(self) -> Generator[set[tuple[Change, str]], None, None]:
        folders = [path for path, *_ in self._folders]
        if self._polls:
            return poll_files(folders, _POLL_SECONDS)
        return watch(
            *folders,
            debounce=_AT_MOST_MS,
            step=_STEP_MS,
            rust_timeout=_LOOK_MS,
            yield_on_timeout=True,
            force_polling=False,  # its own polling, which it would choose in WSL, misses quick saves
            ignore_permission_denied=True,
        )

    def _poll(self, error: Exception) -> None:
        """Open the watch again in polling mode. The error is raised again if that does not work either."""
        if self._polls:
            raise error
        self._start_polling(f"this computer cannot report changed files ({error})")
        self._open()

    def _start_polling(self, reason: str) -> None:
        self._polls = True
        self._say(
            f"library: {reason}; "
            "the preview checks every file several times a second instead, which uses more processor time"
        )

    def _close(self) -> None:
        if self._saved is not None:
            self._saved.close()
            self._saved = None

    def _next(self) -> set[tuple[Change, str]]:
        """Return what was saved. Empty if nothing was saved for a while."""
        if self._saved is None:
            time.sleep(_LOOK_MS / 1000)
            return set()
        try:
            return next(self._saved)
        except (OSError, RuntimeError) as error:
            self._poll(error)
            # Something may have changed unnoticed.
            return {(Change.modified, str(path)) for path, *_ in self._folders}

    def _watched_folders(self, project: Project | None) -> tuple[_Folder, ...]:
        """Return the outermost folders that exist now."""
        pages = [self._root / page for page in _PAGES]
        if project is not None:
            pages = [project.pages, *([project.overrides] if project.overrides else [])]
        more = filter(None, (self._private, find_package_theme()))
        named = (*(self._root / record for record in _RECORDS), *pages, *more)
        there = {folder for path in named if (folder := _folder_at(path)) is not None}
        paths = {path for path, *_ in there}
        return tuple(
            sorted(
                folder
                for folder in there
                if not any(folder[0] != other and folder[0].is_relative_to(other) for other in paths)
            )
        )

    def _config_stamp(self) -> Stamp | None:
        try:
            return stamp_of(self._root / CONFIGURATION)
        except OSError:
            return None

    def _name(self, path: str) -> str:
        full_path = Path(path)
        return full_path.relative_to(self._root).as_posix() if full_path.is_relative_to(self._root) else full_path.name


def _folder_at(path: Path) -> _Folder | None:
    """Return the folder at a path, or None if there is none, or none that can be read."""
    try:
        folder = path.resolve()
        status = folder.stat()
    except (OSError, RuntimeError):  # a RuntimeError is a loop of links
        return None
    return (folder, status.st_dev, status.st_ino) if stat.S_ISDIR(status.st_mode) else None


def _is_gone(path: str) -> bool:
    """Return False for a file in a folder that cannot be read."""
    try:
        return not Path(path).exists()
    except OSError:
        return False


def _without_temporary(saved: set[tuple[Change, str]]) -> set[str]:
    """Return the saved files without temporary ones, which appeared and disappeared within one save.

    Many editors write a new file next to the old one, then move it into place. A file with the extension of a source is
    kept, because a build in progress may have read it.
    """
    gone = {path for change, path in saved if change is Change.added and _is_gone(path)}
    return {path for _, path in saved} - {path for path in gone if Path(path).suffix not in _SOURCES}
