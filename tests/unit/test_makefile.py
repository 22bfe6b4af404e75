"""`make site` shows what it does the first time, and nothing of it later."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

REPOSITORY: Final = Path(__file__).parents[2]


def planned(target: str, *variables: str) -> str:
    """The commands that make would run."""
    if shutil.which("make") is None:
        pytest.skip("this computer has no make")
    command = ["make", "--dry-run", "--no-print-directory", target, *variables]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout


def test_the_first_run_names_each_phase_and_shows_the_progress_of_pip(tmp_path: Path) -> None:
    commands = planned("site", f"VENV={tmp_path / 'new'}")
    assert re.findall(r'echo "(\d of 3): ', commands) == ["1 of 3", "2 of 3", "3 of 3"]
    (installing,) = [line for line in commands.splitlines() if "-r requirements.lock" in line]
    assert "--quiet" not in installing
    assert "--require-hashes" in installing


def test_the_second_run_only_builds(tmp_path: Path) -> None:
    (tmp_path / "site-ready").touch()
    commands = planned("site", f"VENV={tmp_path}")
    assert commands.splitlines() == [f"{tmp_path}/bin/library build --check "]
