"""A build that is killed, at any moment, leaves no half-written file, and the next build puts all right."""

from __future__ import annotations

import hashlib
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site


def hashes(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


DYING = """
import os, signal, sys
from pathlib import Path
from generator.cli import main

replace, left = os.replace, int(sys.argv.pop())

def count(source, target):
    global left
    is_page = ".pouring-" in str(source)
    if is_page and left == 0:
        Path(source).write_bytes(Path(source).read_bytes()[:100])
        os.kill(os.getpid(), signal.SIGKILL)
    replace(source, target)
    left -= is_page

os.replace = count
main()
"""
"""The command, killed when so many files have been written and another lies half-written in the workshop."""


def die(site: Site, written: int, *arguments: str) -> None:
    """A build that dies after so many files."""
    command = [sys.executable, "-c", DYING, "build", "--root", str(site.root), "--today", "2026-05-01", *arguments]
    died = subprocess.run([*command, str(written)], capture_output=True, check=False, timeout=600)
    assert died.returncode == -signal.SIGKILL, died.stderr


@pytest.mark.parametrize("written", [0, 1, 7, 40])
def test_a_build_killed_between_two_files_leaves_each_of_them_whole(site: Site, written: int) -> None:
    first = hashes(site.output)
    site.change("content/partnership.yml", "learning library", "second library")
    die(site, written)
    left = hashes(site.output)
    assert len([path for path in site.root.iterdir() if path.name.startswith(".site.")]) == 1
    site.build()
    second = hashes(site.output)
    assert len([name for name in left if left[name] != first[name]]) == written
    assert [name for name, value in left.items() if value not in (first[name], second[name])] == []
    assert [path.name for path in site.root.iterdir() if path.name.startswith(".site.")] == []


def test_a_killed_first_build_into_another_folder_is_known_as_ours(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    die(site, 20, "--out", str(folder))
    assert len(hashes(folder)) == 20
    (site.root / "content" / "notices" / "tarn-walkers.yml").unlink()
    site.build("--out", str(folder))
    site.build()
    assert hashes(folder) == hashes(site.output)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_builds_that_run_at_once_do_not_disturb_each_other(full: Site, built: Site) -> None:
    running = [full.start("generator", "build", "--today", "2026-05-01") for _ in range(3)]
    told = [process.communicate(timeout=600)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], told
    assert hashes(full.output) == hashes(built.output)
    assert [path.name for path in full.root.iterdir() if path.name.startswith(".site.")] == []
    full.build()
    assert "0 written, 0 removed" in full.build().text
