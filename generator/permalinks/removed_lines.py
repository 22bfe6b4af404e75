"""The ledger held against its own past: what git has of it may not be missing from it now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import Source
from generator.permalinks.new_entries import LEDGER
from generator.system import run_git

_MOST_TOLD: Final = 20


def check_history(root: Path) -> Iterator[Diagnostic]:
    """Yields A504 for each line that git has and the file has not: of the last commit, or of the one before the branch.

    Nothing where there is no git, no repository, or no ledger in it. Comments and empty lines do not count.
    """
    before = [text for text in (_ledger_at(root, each) for each in _commits(root)) if text is not None]
    if not before:
        return
    path = root / LEDGER
    if not path.is_file():
        hint = f"bring it back: git checkout HEAD -- {LEDGER}"
        yield rule("A504").diagnostic(f"{LEDGER} is gone", Location(LEDGER), hint)
        return
    now = Source(LEDGER, path.read_text(encoding="utf-8", errors="replace"))
    told = 0
    for text in dict.fromkeys(before):
        for line, above in _missing(text, now.text):
            told += 1
            if told <= _MOST_TOLD:
                place = now.find(above) if above else now.at(1)
                hint = f"put it back below this one: {line.strip()}"
                yield rule("A504").diagnostic("a line has been taken out of the published addresses", place, hint)
        if told:
            return


def _missing(before: str, now: str) -> Iterator[tuple[str, str]]:
    """Each line that is there no more, and the nearest one above it that still is; empty where none is."""
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
    """HEAD, and the commit at which it left the branch that the others work on, where there is such a one."""
    yield "HEAD"
    bases = (run_git(root, "merge-base", "HEAD", f"origin/{each}") for each in ("HEAD", "main", "master"))
    base = next(filter(None, bases), None)
    if base is not None:
        yield base.strip()


def _ledger_at(root: Path, commit: str) -> str | None:
    """The ledger as a commit has it. `cat-file`, since `show` may start what the folder's settings name."""
    return run_git(root, "cat-file", "blob", f"{commit}:./{LEDGER}")
