"""Notices what an editor saves."""

from __future__ import annotations

import time
from collections.abc import Generator
from math import inf
from pathlib import Path
from types import TracebackType
from typing import Final

from watchfiles import Change, watch

from generator.read import CONFIGURATION, Project

_STEP_MS: Final = 15
"""A save is over when nothing more has happened for so long."""

_AT_MOST_MS: Final = 400
"""Many files saved one after the other lead to a build after so long at the latest."""

_LOOK_MS: Final = 100
"""How often mkdocs.yml is looked at: many editors put a new file in its place, and no watch of a file survives that."""

_SOURCES: Final = frozenset({".yml", ".md", ".html", ".css", ".js", ".pdf"})
_RECORDS: Final = ("content", "briefings")
_PAGES: Final = ("content/pages", "overrides")

_Stamp = tuple[int, int] | None


class Watch:
    """Knows every change since it was opened, also those that come while nobody asks."""

    def __init__(self, root: Path, project: Project | None, private: Path | None = None) -> None:
        self._root = root.resolve()
        self._private = private
        self._folders = self._standing(project)
        self._stamp = self._look()
        self._saved: Generator[set[tuple[Change, str]], None, None] | None = None

    def __enter__(self) -> Watch:
        self._open()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._close()

    def changes(self, project: Project | None, until: float = inf) -> tuple[str, ...]:
        """Waits for the next change; gives the files that were saved, from the site's root.

        Empty once the time `until` has come, in seconds as `time.time` tells them.
        """
        while time.time() < until:
            names = {self._name(path) for path in _lasting(self._next())}
            stamp = self._look()
            if stamp != self._stamp:
                self._stamp = stamp
                names.add(CONFIGURATION)
            folders = self._standing(project)
            if folders != self._folders:
                names |= {self._name(str(each)) for each in {*folders} ^ {*self._folders}}
                self._folders = folders
                self._open()
            if names:
                return tuple(sorted(names))
        return ()

    def _open(self) -> None:
        self._close()
        if self._folders:
            self._saved = watch(
                *self._folders, debounce=_AT_MOST_MS, step=_STEP_MS, rust_timeout=_LOOK_MS, yield_on_timeout=True
            )
            # It begins to watch when it is first asked.
            next(self._saved)

    def _close(self) -> None:
        if self._saved is not None:
            self._saved.close()
            self._saved = None

    def _next(self) -> set[tuple[Change, str]]:
        """What was saved; empty when nothing was for a while."""
        if self._saved is None:
            time.sleep(_LOOK_MS / 1000)
            return set()
        return next(self._saved)

    def _standing(self, project: Project | None) -> tuple[Path, ...]:
        """The outermost folders that there are today."""
        pages = [self._root / each for each in _PAGES]
        if project is not None:
            pages = [project.pages, *([project.overrides] if project.overrides else [])]
        more = (self._private,) if self._private is not None else ()
        there = {each.resolve() for each in (*(self._root / each for each in _RECORDS), *pages, *more) if each.is_dir()}
        return tuple(
            sorted(each for each in there if not any(each != other and each.is_relative_to(other) for other in there))
        )

    def _look(self) -> _Stamp:
        try:
            status = (self._root / CONFIGURATION).stat()
        except OSError:
            return None
        return status.st_mtime_ns, status.st_size

    def _name(self, path: str) -> str:
        found = Path(path)
        return found.relative_to(self._root).as_posix() if found.is_relative_to(self._root) else found.name


def _lasting(saved: set[tuple[Change, str]]) -> set[str]:
    """Without files that came and went within one save: many editors write beside the file, then put it in place.

    One that is named as a source is not taken for such: a build that was under way may have read it.
    """
    gone = {path for change, path in saved if change is Change.added and not Path(path).exists()}
    return {path for _, path in saved} - {each for each in gone if Path(each).suffix not in _SOURCES}
