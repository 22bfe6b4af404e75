"""Times how long a saved file needs until the preview shows it, next to the servers of Hugo and MkDocs.

`python -m tests.benchmarks.saves` from the checkout. All servers run at the same time, and take turns: a file is saved,
and its page is asked for until it shows the change. A slow day is not a failure: the status is 0 whatever the figures
are, and 2 when a program is missing or a page never shows its change.
"""

from __future__ import annotations

import os
import platform
import re
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection, HTTPException
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from generator.model import addresses

from .builders import MissingProgramError, environment_in, hugo_program, program, write_hugo_site
from .corpus import Corpus, make_corpus
from .mkdocs_peer import SETTINGS, write_mkdocs
from .synthetic import BRIEFINGS, CASES, edit_case, write_site

ROUNDS: Final = 5
COULD_NOT_RUN: Final = 2
LIBRARY: Final = "`library serve`"
HUGO: Final = "`hugo server`"
MKDOCS: Final = "`mkdocs serve`"

_BETWEEN_LOOKS: Final = 0.02
"""Seconds."""

_PATIENCE: Final = 120
"""Seconds."""

_BODY: Final = re.compile(r"<body[^>\n]*>")
_KEY: Final = re.compile(r"\?key=(\S+)")


class ChangeNotShownError(Exception):
    """A server never showed a change, or ended."""


@dataclass(frozen=True, slots=True)
class Preview:
    """One server that shows a site while its files are edited."""

    name: str
    port: int
    headers: Mapping[str, str]
    edit: Callable[[str, str], None]
    """Puts a marker into the story of a case, by its id."""

    template: Path
    """The template of every page, which has the element `body`."""

    patience: float = _PATIENCE
    """Seconds that a page may need to show a change."""

    def seconds_of_save(self, case_id: str, marker: str) -> float:
        """Seconds from the save of a case until its page shows the marker. The page was open before."""
        address = addresses.review(case_id)
        self._wait_for(address, "")
        start = time.perf_counter()
        self.edit(case_id, marker)
        return self._wait_for(address, marker) - start

    def seconds_of_template(self, case_id: str, marker: str) -> float:
        """Seconds from the save of the template until the page of a case shows the marker."""
        address = addresses.review(case_id)
        self._wait_for(address, "")
        text = self.template.read_text(encoding="utf-8")
        start = time.perf_counter()
        self.template.write_text(_BODY.sub(lambda body: f"{body[0]}<p>{marker}</p>", text, count=1), encoding="utf-8")
        return self._wait_for(address, marker) - start

    def _wait_for(self, address: str, marker: str) -> float:
        """Return when the page has shown the marker."""
        deadline = time.perf_counter() + self.patience
        while time.perf_counter() < deadline:
            page = self._page(address)
            if page is not None and marker in page:
                return time.perf_counter()
            time.sleep(_BETWEEN_LOOKS)
        raise ChangeNotShownError(f"{self.name} did not show {marker or 'a page'} at /{address}")

    def _page(self, address: str) -> str | None:
        """Return the page; None if the server is not ready."""
        with (
            suppress(OSError, HTTPException),
            closing(HTTPConnection("127.0.0.1", self.port, timeout=self.patience)) as to,
        ):
            to.request("GET", f"/{address}", headers=dict(self.headers))
            reply = to.getresponse()
            text = reply.read().decode("utf-8", "replace")
            if reply.status == 200:
                return text
        return None


def main() -> int:
    """The exit status."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.saves", description="Time a save next to other servers.")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--briefings", type=int, default=BRIEFINGS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    told = parser.parse_args()
    try:
        with TemporaryDirectory(prefix="library-benchmark-") as folder, ExitStack() as stack:
            corpus = make_corpus(told.cases, told.briefings)
            previews = [stack.enter_context(each) for each in _previews(Path(folder), corpus)]
            print(
                "\n".join(
                    (_conditions(told.cases, told.briefings, told.rounds), "", *table(previews, corpus, told.rounds))
                )
            )
    except (MissingProgramError, ChangeNotShownError) as fault:
        print(f"could not run: {fault}", file=sys.stderr)
        return COULD_NOT_RUN
    return 0


def table(previews: Sequence[Preview], corpus: Corpus, rounds: int) -> Iterator[str]:
    """The figures as Markdown, a row for each server. A first round of each is not timed."""
    saves: dict[str, list[float]] = {preview.name: [] for preview in previews}
    templates: dict[str, list[float]] = {preview.name: [] for preview in previews}
    for number in range(rounds + 1):
        case_id = corpus.cases[number % len(corpus.cases)].id
        for preview in previews:
            saves[preview.name].append(preview.seconds_of_save(case_id, f"Corrected in round {number}."))
            templates[preview.name].append(preview.seconds_of_template(case_id, f"Changed in round {number}."))
            print(f"round {number} of {rounds}, {preview.name}", file=sys.stderr, flush=True)
    yield "| Preview | A saved case, median | Fastest | Of Hugo | A saved template, median | Fastest | Of Hugo |"
    yield "|---|---|---|---|---|---|---|"
    for name in saves:
        cells = [cell for each in (saves, templates) for cell in _cells(each[name][1:], each[HUGO][1:])]
        yield f"| {' | '.join((name, *cells))} |"


def _cells(seconds: Sequence[float], of_hugo: Sequence[float]) -> tuple[str, str, str]:
    middle = median(seconds)
    return f"{middle:.2f} s", f"{min(seconds):.2f} s", f"{middle / median(of_hugo):.2f}"


def _previews(folder: Path, corpus: Corpus) -> Iterator[AbstractContextManager[Preview]]:
    environment = environment_in(folder)
    library = folder / "library"
    write_site(library, corpus)
    yield _library(library, environment)
    yield _hugo(write_hugo_site(folder, library, corpus, environment), environment)
    root = folder / "mkdocs"
    write_mkdocs(root, library, corpus)
    yield _mkdocs(root, environment)


@contextmanager
def _library(root: Path, environment: Mapping[str, str]) -> Iterator[Preview]:
    port = _free_port()
    arguments = (program("library"), "serve", "--root", str(root), "--port", str(port))
    with _running(arguments, root, environment) as log:
        key = _read(log, _KEY)
        headers = {"Cookie": f"library-{port}={key}"}
        yield Preview(
            LIBRARY, port, headers, lambda case, marker: edit_case(root, case, marker), root / "overrides/base.html"
        )


@contextmanager
def _hugo(root: Path, environment: Mapping[str, str]) -> Iterator[Preview]:
    """Hugo renders again only what a browser has asked for lately, as the library does."""
    port = _free_port()
    arguments = (hugo_program(), "server", "--noBuildLock", "--bind", "127.0.0.1", "--port", str(port))
    with _running((*arguments, "--cacheDir", str(root / "cache")), root, environment):
        yield Preview(HUGO, port, {}, _editor(root / "content/reviews", ".md"), root / "layouts/reviews/page.html")


@contextmanager
def _mkdocs(root: Path, environment: Mapping[str, str]) -> Iterator[Preview]:
    port = _free_port()
    arguments = (sys.executable, "-m", "mkdocs", "serve", "--quiet", "--watch-theme", "--config-file", SETTINGS)
    with _running((*arguments, "--dev-addr", f"127.0.0.1:{port}"), root, environment):
        yield Preview(MKDOCS, port, {}, _editor(root / "docs/reviews", "/index.md"), root / "overrides/base.html")


def _editor(folder: Path, end: str) -> Callable[[str, str], None]:
    """Returns a function that puts a marker at the end of a case's Markdown."""

    def edit(case_id: str, marker: str) -> None:
        file = folder / f"{case_id}{end}"
        file.write_text(f"{file.read_text(encoding='utf-8')}\n\n{marker}\n", encoding="utf-8")

    return edit


@contextmanager
def _running(arguments: Sequence[str], root: Path, environment: Mapping[str, str]) -> Iterator[Path]:
    log = root.with_suffix(".log")
    with log.open("wb") as output:
        process = subprocess.Popen(
            arguments, cwd=root, env={**environment, "PYTHONUNBUFFERED": "1"}, stdout=output, stderr=output
        )
        try:
            yield log
        finally:
            process.terminate()
            process.wait()


def _read(log: Path, pattern: re.Pattern[str]) -> str:
    """Return the first group of a pattern, as soon as a server has printed it."""
    deadline = time.perf_counter() + _PATIENCE
    while time.perf_counter() < deadline:
        found = pattern.search(log.read_text(encoding="utf-8"))
        if found is not None:
            return found[1]
        time.sleep(_BETWEEN_LOOKS)
    raise ChangeNotShownError(log.read_text(encoding="utf-8")[-2_000:])


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _conditions(cases: int, briefings: int, rounds: int) -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in ("hugo", "mkdocs", "mkdocs-material"))
    return (
        f"{cases:,} cases, {briefings:,} briefings, {rounds} rounds; {date.today()}; {os.cpu_count()} cores, "
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {versions}; "
        f"load {os.getloadavg()[0]:.1f}."
    )


if __name__ == "__main__":
    sys.exit(main())
