"""Compares the list of published addresses with its git history: no line of the history may be missing now."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import Source
from generator.permalinks.new_entries import LEDGER
from generator.system import find_refused_repository, run_git

_MAX_REPORTED: Final = 20


def check_history(root: Path) -> Iterator[Diagnostic]:
    """Yield A504 for each missing line that is in the last commit, or in the commit where the branch started.

    Yields nothing if git, a repository or the list is missing, and S048 if git refuses to read the repository. Comments
    and empty lines do not count.
    """
    if (root / LEDGER).is_file() and shutil.which("git") is not None and find_refused_repository(root) is not None:
        hint = "if you know who owns the folder: git config --global --add safe.directory PATH, with its path"
        message = "git cannot be asked about this folder, so nobody notices if a line of the list was removed"
        yield rule("S048").diagnostic(message, Location(LEDGER), hint)
        return
    before = [text for text in (_ledger_at(root, commit) for commit in _commits(root)) if text is not None]
    if not before:
        return
    path = root / LEDGER
    if not path.is_file():
        hint = f"bring it back: git checkout HEAD -- {LEDGER}"
        yield rule("A504").diagnostic(f"{LEDGER} is gone", Location(LEDGER), hint)
        return
    now = Source(LEDGER, path.read_text(encoding="utf-8", errors="replace"))
    count = 0
    for text in dict.fromkeys(before):
        for line, above in _missing(text, now.text):
            count += 1
            if count <= _MAX_REPORTED:
                place = now.find(above) if above else now.at(1)
                hint = f"put it back below this one: {line.strip()}"
                yield rule("A504").diagnostic("a line has been taken out of the published addresses", place, hint)
        if count:
            return


def _missing(before: str, now: str) -> Iterator[tuple[str, str]]:
    """Yield each removed line, and the nearest line above it that still exists; empty if there is none."""
    left = Counter(map(str.strip, _entries(now)))
    above = ""
    for line in _entries(before):
        key = line.strip()
        if left[key] > 0:
            left[key] -= 1
            above = key
        else:
            yield line, above


def _entries(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip() and not line.lstrip().startswith("#") and not line.startswith("published:"):
            yield line


def _commits(root: Path) -> Iterator[str]:
    """Yield HEAD, and the commit at which it left the main branch, if there is one."""
    yield "HEAD"
    bases = (run_git(root, "merge-base", "HEAD", f"origin/{branch}") for branch in ("HEAD", "main", "master"))
    base = next(filter(None, bases), None)
    if base is not None:
        yield base.strip()


def _ledger_at(root: Path, commit: str) -> str | None:
    """Return the list of published addresses in a commit.

    `cat-file` is used because `show` may start programs that the folder's git settings name.
    """
    return run_git(root, "cat-file", "blob", f"{commit}:./{LEDGER}")
