"""Builds, checks and changes of records while the preview runs: each ends as if it were alone. All is invented."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Final

from tests.conftest import files_of
from tests.unit.serve.conftest import CASE, REPOSITORY

DAY: Final = ("--today", "2026-05-01")
BUILD: Final = ("build", "--without", "search", "--without", "sheets", *DAY)
ROUNDS: Final = int(os.environ.get("ROUNDS_AT_ONCE", "1"))

Serve = Callable[..., AbstractContextManager[Any]]


def start(root: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def ended(process: subprocess.Popen[str]) -> str:
    text = process.communicate(timeout=600)[0]
    assert "Traceback" not in text, text
    assert process.returncode == 0, text
    return text


def test_commands_at_once_next_to_a_preview_end_in_the_right_site(serve: Serve, small: Path) -> None:
    notice = ("set-status", "notice:new-tool", "draft", "--yes", *DAY)
    back = ("publish", "notice:new-tool", "--yes", *DAY)
    with serve(small) as running:
        for number in range(ROUNDS):
            running.change(CASE, "was often" if number == 0 else "was very often", "was very often")
            commands = (BUILD, BUILD, ("check", *DAY), ("check", "--records", *DAY), notice, BUILD)
            for process in [start(small, *each) for each in commands]:
                ended(process)
            ended(start(small, *back))
        ended(start(small, *BUILD))
        assert "was very often" in running.get("/reviews/rowan/").body
        assert "Traceback" not in "".join(running.told)
    assert [path.name for path in small.iterdir() if path.name.startswith(".site.")] == []
    clean = small.parent / "clean"
    shutil.copytree(small, clean, ignore=shutil.ignore_patterns("site", ".cache"))
    ended(start(clean, *BUILD))
    assert files_of(small / "site") == files_of(clean / "site")
