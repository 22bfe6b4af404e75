"""What a killed build left goes; what a running build works with stays."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from generator.system.atomic_write import remove_stale_temp_dirs

if TYPE_CHECKING:
    from pathlib import Path


def test_only_the_leftovers_of_dead_processes_are_removed(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    kept = [f".site.pouring-{os.getpid()}", ".site.pouring-", ".site.pouring-notes", ".other.pouring-1", "site"]
    for name in (*kept, f".site.pouring-{dead.pid}"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page").write_text("half")
    (tmp_path / f"written-abc.{dead.pid}").write_text("half")
    remove_stale_temp_dirs(tmp_path, ".site.pouring-")
    remove_stale_temp_dirs(tmp_path, "written-abc.")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(kept)
