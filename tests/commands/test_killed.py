"""A build that is killed, at any moment, leaves no half-written file, and the next build puts all right."""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site

MOMENTS = 8


def hashes(folder: Path) -> dict[str, str]:
    return {
        each.relative_to(folder).as_posix(): hashlib.sha256(each.read_bytes()).hexdigest()
        for each in folder.rglob("*")
        if each.is_file()
    }


@pytest.fixture(scope="module")
def two_versions(built: Site) -> tuple[str, str]:
    """A word that every page shows, before and after."""
    return "library_name: Tarnshire learning library", "library_name: Tarnshire second library"


def test_a_killed_build_leaves_old_files_or_new_ones_and_the_next_build_mends_all(
    site: Site, two_versions: tuple[str, str]
) -> None:
    one, other = two_versions
    first = hashes(site.output)
    site.change("content/partnership.yml", one, other)
    site.build()
    second = hashes(site.output)
    assert len([name for name in first if first[name] != second[name]]) > 50
    chance = random.Random(14)
    began = time.monotonic()
    assert site.run("generator", "build", "--today", "2026-05-01").status == 0
    length = time.monotonic() - began
    for turn in range(MOMENTS):
        site.change("content/partnership.yml", *((other, one) if turn % 2 == 0 else (one, other)))
        process = site.start("generator", "build", "--today", "2026-05-01")
        time.sleep(length * chance.uniform(0.4, 1.1))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        left = hashes(site.output)
        assert left.keys() == first.keys()
        assert [name for name, value in left.items() if value not in (first[name], second[name])] == []
    site.build()
    assert hashes(site.output) == second
    assert sorted(each.name for each in site.root.iterdir()) == [
        ".cache", "briefings", "content", "mkdocs.yml", "site",
    ]  # fmt: skip
    assert [each.name for each in (site.root / ".cache" / "library").iterdir() if each.name.startswith("written-")]


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
    died = subprocess.run([*command, str(written)], capture_output=True, check=False, timeout=120)
    assert died.returncode == -signal.SIGKILL, died.stderr


@pytest.mark.parametrize("written", [0, 1, 7, 40])
def test_a_build_killed_between_two_files_leaves_each_of_them_whole(site: Site, written: int) -> None:
    first = hashes(site.output)
    site.change("content/partnership.yml", "learning library", "second library")
    die(site, written)
    left = hashes(site.output)
    assert len([each for each in site.root.iterdir() if each.name.startswith(".site.")]) == 1
    site.build()
    second = hashes(site.output)
    assert len([name for name in left if left[name] != first[name]]) == written
    assert [name for name, value in left.items() if value not in (first[name], second[name])] == []
    assert [each.name for each in site.root.iterdir() if each.name.startswith(".site.")] == []


def test_a_killed_first_build_into_another_folder_is_known_as_ours(site: Site, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    die(site, 20, "--out", str(folder))
    assert len(hashes(folder)) == 20
    (site.root / "content" / "notices" / "tarn-walkers.yml").unlink()
    site.build("--out", str(folder))
    site.build()
    assert hashes(folder) == hashes(site.output)
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_builds_that_run_at_once_do_not_disturb_each_other(full: Site, built: Site) -> None:
    running = [full.start("generator", "build", "--today", "2026-05-01") for _ in range(3)]
    told = [process.communicate(timeout=120)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], told
    assert hashes(full.output) == hashes(built.output)
    assert [each.name for each in full.root.iterdir() if each.name.startswith(".site.")] == []
    full.build()
    assert "0 written, 0 removed" in full.build().text
