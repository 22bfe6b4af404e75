"""Sites to work on: copies of the sample sites and of the repository's own, each in a folder that a test may spoil."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import settings
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.model import Vocabulary

# How long an example takes says more of the machine than of the code.
settings.register_profile("library", deadline=None)
settings.load_profile("library")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts background jobs so. The commands that tests start would inherit it, and Ctrl+C would not end them.
    signal.signal(signal.SIGINT, signal.default_int_handler)

os.environ["LIBRARY_TRACEBACK"] = "1"
"""A fault of the program shows as such in every test, also in those that start the command as a process."""

REPOSITORY = Path(__file__).parent.parent
FULL = REPOSITORY / "tests" / "sites" / "valid" / "full"
TODAY = "2026-05-01"
"""The day for which the sample sites are built: some of their records wait, some are public already."""


@dataclass(frozen=True)
class Told:
    """What a command said, and its exit status."""

    status: int
    text: str


@dataclass(frozen=True)
class Site:
    """A site's folder that belongs to one test or to one module."""

    root: Path

    @property
    def output(self) -> Path:
        """Where `library build` writes unless told otherwise."""
        return self.root / "site"

    def library(self, *arguments: str) -> Told:
        """Runs the command in this process: everything but the process is real."""
        from generator.cli import main

        command, *rest = arguments
        result = CliRunner().invoke(main, [command, "--root", str(self.root), *rest])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Told(result.exit_code, result.output)

    def build(self, *arguments: str) -> Told:
        """Builds for the sample's day, and wants no error."""
        dated = () if "--today" in arguments else ("--today", TODAY)
        told = self.library("build", *dated, *arguments)
        assert told.status == 0, told.text
        assert "S008" not in told.text or "PAGEFIND_BINARY_PATH" in os.environ, told.text
        return told

    def start(self, *arguments: str, cwd: Path | None = None) -> subprocess.Popen[str]:
        """Starts the command, or `-m` another module, as a process of its own."""
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(REPOSITORY)}
        return subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=cwd or self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *arguments: str, cwd: Path | None = None) -> Told:
        """The same, to its end."""
        process = self.start(*arguments, cwd=cwd)
        text, _ = process.communicate(timeout=600)
        return Told(process.returncode, text)

    def write(self, name: str, text: str) -> None:
        """Writes a source file."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Replaces a text in a source file, which must hold it."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        self.write(name, text.replace(old, new))

    def page(self, address: str) -> LexborHTMLParser:
        """The page at an address of the built site."""
        return LexborHTMLParser((self.output / address / "index.html").read_bytes())

    def main(self, address: str) -> LexborNode:
        """The main part of the page at an address."""
        found = self.page(address).css_first("main")
        assert found is not None
        return found

    def data(self, address: str) -> Any:
        """A JSON file of the built site."""
        return json.loads((self.output / address).read_bytes())


def vocabulary_of(root: Path) -> Vocabulary:
    """The vocabulary of a site, with the terms of the packs that it uses."""
    result = validate_and_link(BuildOptions(root, date(2026, 11, 28)))
    assert result.records is not None
    assert result.records.vocabulary is not None
    return result.records.vocabulary.record


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def copy_full(root: Path) -> Site:
    """The invented partnership's site, with the repository's overrides and hook."""
    shutil.copytree(FULL, root, ignore=shutil.ignore_patterns("site", ".cache"))
    configuration = root / "mkdocs.yml"
    configuration.write_text(configuration.read_text(encoding="utf-8").replace("../../../..", str(REPOSITORY)))
    return Site(root)


def copy_warwickshire(root: Path) -> Site:
    """The repository's own site without the generator."""
    root.mkdir(parents=True)
    for name in ("content", "briefings", "overrides"):
        shutil.copytree(REPOSITORY / name, root / name)
    text = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(
        text.replace("generator/mkdocs_hook.py", str(REPOSITORY / "generator" / "mkdocs_hook.py"))
    )
    return Site(root)


@pytest.fixture
def full(tmp_path: Path) -> Site:
    """A copy of the invented partnership's site, not built yet."""
    return copy_full(tmp_path / "full")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The invented partnership's site, built once. Tests only look at it."""
    site = copy_full(tmp_path_factory.mktemp("built") / "full")
    site.build()
    return site


@pytest.fixture(scope="session")
def warwickshire(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The repository's own site, built once for the machine's own day. Tests only look at it."""
    site = copy_warwickshire(tmp_path_factory.mktemp("built") / "warwickshire")
    told = site.library("build")
    assert told.status == 0, told.text
    return site


@pytest.fixture(scope="module")
def working(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Iterator[Site]]:
    """A built copy that a module's tests change and set right again: its frames are built once."""
    site = copy_full(tmp_path_factory.mktemp("working") / "full")
    site.build()
    before = files_of(site.root)

    def lend() -> Iterator[Site]:
        yield site
        for name in files_of(site.root).keys() - before.keys():
            if not name.startswith(("site/", ".cache/")):
                (site.root / name).unlink()
        for name, data in before.items():
            path = site.root / name
            if not name.startswith(("site/", ".cache/")) and (not path.exists() or path.read_bytes() != data):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        for folder in ("content/cases", "briefings"):
            for each in (site.root / folder).iterdir():
                if each.is_dir() and not any(each.iterdir()):
                    each.rmdir()
        site.build()

    return lend


@pytest.fixture
def site(working: Callable[[], Iterator[Site]]) -> Iterator[Site]:
    """The module's working copy: as it was before, whatever the test before did."""
    yield from working()
