"""Finds changed files by looking at all of them, for systems that cannot report changes.

The polling of watchfiles compares times in whole seconds, so it misses the second of two saves within one second.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Sequence
from pathlib import Path

from watchfiles import Change

from generator.system import Stamp, stamp_of


def poll_files(folders: Sequence[Path], pause_seconds: float) -> Generator[set[tuple[Change, str]], None, None]:
    """Yield what has changed in some folders since the last look, with a pause before each look.

    The first value is empty: the watch begins with it. A file that cannot be read is left out.
    """
    before = _stamps(folders)
    yield set()
    while True:
        time.sleep(pause_seconds)
        now = _stamps(folders)
        yield {
            *((Change.added, path) for path in now.keys() - before.keys()),
            *((Change.deleted, path) for path in before.keys() - now.keys()),
            *((Change.modified, path) for path in now.keys() & before.keys() if now[path] != before[path]),
        }
        before = now


def _stamps(folders: Sequence[Path]) -> dict[str, Stamp]:
    stamps = {}
    for top in folders:
        for folder, _, names in os.walk(top):
            for name in names:
                path = os.path.join(folder, name)  # noqa: PTH118 it is called for every file, several times a second
                try:
                    stamps[path] = stamp_of(Path(path))
                except OSError:
                    continue
    return stamps
