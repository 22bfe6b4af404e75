"""Times the check of links next to two others on one built site, and on ten times its pages; prints Markdown.

`python -m tests.benchmarks.links` from the checkout. A slow day is not a failure: the status is 0 whatever the figures
are, and 2 when a program is missing or a command fails.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from generator.commands.build import build
from generator.commands.options import BuildOptions
from generator.link_checker import SourceLocator, check_site
from generator.model import Records
from generator.system import gc_disabled

from .builders import MissingProgramError
from .corpus import make_corpus
from .measure import BuildFailedError, Command, seconds_of
from .synthetic import BRIEFINGS, CASES, CHECKOUT, write_site

ROUNDS: Final = 5
COULD_NOT_RUN: Final = 2
TODAY: Final = date(2026, 12, 31)
TIMES: Final = 10
GOAL_OF_PEER: Final = 1 / 50
GOAL_OF_LYCHEE: Final = 3
_SITE_URL: Final = re.compile(r"^site_url: *(\S+)", re.MULTILINE)


class Bench:
    """A built site, the same with ten times its pages, and the ways to check it."""

    def __init__(self, folder: Path, cases: int, briefings: int) -> None:
        self._folder = folder
        self.root = folder / "library"
        write_site(self.root, make_corpus(cases, briefings))
        built = build(BuildOptions(self.root, TODAY, excluded=frozenset({"search", "sheets"})))
        assert built.output is not None, built.diagnostics
        self.site = built.output
        self.multiplied = folder / "multiplied"
        multiply(self.site, self.multiplied, TIMES)
        found = _SITE_URL.search((self.root / "mkdocs.yml").read_text(encoding="utf-8"))
        assert found is not None
        self._site_url = found[1]
        # LinkChecker gives up root's rights: everybody may read the site.
        folder.chmod(0o755)

    def links_of(self, site: Path) -> tuple[float, int]:
        """Seconds of the check of one folder in this process, and how many links were looked at."""
        began = time.perf_counter()
        with gc_disabled():
            outcome = check_site(site, self._site_url, SourceLocator(Records(None, None), self._site_url))
        took = time.perf_counter() - began
        assert not [diagnostic for diagnostic in outcome.diagnostics if diagnostic.code == "L801"], outcome.diagnostics[
            :3
        ]
        return took, outcome.value.count

    def command(self) -> float:
        """Seconds of the whole command: its start, the records, the links, the telling."""
        return seconds_of(self._command(sys.executable, "-m", "generator", "check", "--today", TODAY.isoformat()))

    def lychee(self) -> float:
        """Seconds of lychee over the same folder. It reads no records."""
        flags = ("--offline", "--no-progress", "--include-fragments", "--index-files", "index.html")
        folder = str(self.site)
        return seconds_of(self._command(_program("lychee"), *flags, "--root-dir", folder, f"{folder}/**/*.html"))

    def peer(self) -> float:
        """Seconds of LinkChecker over the same folder, once."""
        program = _program("linkchecker")
        flags = ("--no-status", "--no-warnings", "--output=none", "--ignore-url=^https?:", "--ignore-url=^tel:")
        return seconds_of(self._command(program, *flags, self.site.as_uri() + "/index.html"))

    def _command(self, *arguments: str) -> Command:
        environment = {**os.environ, "PYTHONPATH": f"{CHECKOUT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
        return Command(arguments, self.root, environment, self._folder / "log.txt")


def _program(name: str) -> str:
    program = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if program is None:
        raise MissingProgramError(name)
    return program


def multiply(site: Path, other: Path, times: int) -> None:
    """A copy of a site in which each page of a record stands so often, at addresses of its own."""
    shutil.copytree(site, other)
    for part in ("reviews", "briefings"):
        for page in sorted(path for path in (site / part).iterdir() if (path / "index.html").is_file()):
            for number in range(1, times):
                shutil.copytree(page, other / part / f"{page.name}-copy-{number}")


def pages_in(site: Path) -> int:
    """HTML files of a folder."""
    return sum(1 for _ in site.rglob("*.html"))


def table(bench: Bench, rounds: int, with_peer: bool) -> Iterator[str]:
    """The figures as Markdown; all take turns. Round nought is not timed: it warms the disk's cache."""
    one: list[float] = []
    ten: list[float] = []
    whole: list[float] = []
    lychee: list[float] = []
    links = more_links = 0
    for number in range(rounds + 1):
        took, links = bench.links_of(bench.site)
        took_ten, more_links = bench.links_of(bench.multiplied)
        took_whole = bench.command()
        took_lychee = bench.lychee()
        if number:
            lychee.append(took_lychee)
            one.append(took)
            ten.append(took_ten)
            whole.append(took_whole)
        print(
            f"round {number}: {took:.3f} s, {took_ten:.3f} s, {took_whole:.3f} s, lychee {took_lychee:.3f} s",
            file=sys.stderr,
            flush=True,
        )
    peer = bench.peer() if with_peer else None
    few, many = pages_in(bench.site), pages_in(bench.multiplied)
    yield "| What | Pages | Links | Median | Fastest | Of LinkChecker's time |"
    yield "|---|---|---|---|---|---|"
    yield _row("links alone", few, links, one, peer)
    yield _row("`library check`, the whole command", few, links, whole, peer)
    yield _row("LinkChecker", few, None, [peer] if peer is not None else [], None)
    yield _row("lychee", few, None, lychee, peer)
    yield _row("links alone, the pages multiplied", many, more_links, ten, None)
    yield ""
    if peer is not None:
        reached = "reached" if median(one) <= peer * GOAL_OF_PEER else "not reached"
        parts = f"links alone 1/{peer / median(one):.0f}, whole command 1/{peer / median(whole):.0f}"
        yield f"- At most 1/50 of LinkChecker's time: {reached} ({parts})."
    of_lychee = median(whole) / median(lychee)
    reached = "reached" if of_lychee <= GOAL_OF_LYCHEE else "not reached"
    yield f"- The whole command in at most {GOAL_OF_LYCHEE} times lychee's time: {reached} ({of_lychee:.1f} times)."
    times = median(ten) / median(one)
    reached = "reached" if times < TIMES else "not reached"
    yield f"- {many:,} pages in under ten times the time of {few:,}: {reached} ({times:.1f} times)."


def _row(what: str, pages: int, links: int | None, taken: Sequence[float], peer: float | None) -> str:
    told = f"{median(taken):.2f} s | {min(taken):.2f} s" if taken else "not run | "
    part = f"1/{peer / median(taken):.0f}" if peer is not None and taken else ""
    return f"| {what} | {pages:,} | {f'{links:,}' if links is not None else ''} | {told} | {part} |"


def main() -> int:
    """The exit status."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.links", description="Time the check of links.")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--briefings", type=int, default=BRIEFINGS)
    parser.add_argument("--without-peer", action="store_true", help="leave LinkChecker out, to see while working")
    told = parser.parse_args()
    try:
        with TemporaryDirectory(prefix="library-benchmark-") as folder:
            bench = Bench(Path(folder), told.cases, told.briefings)
            print("\n".join((_conditions(told.rounds), "", *table(bench, told.rounds, not told.without_peer))))
    except (MissingProgramError, BuildFailedError) as missing:
        print(f"could not run: {missing}", file=sys.stderr)
        return COULD_NOT_RUN
    return 0


def _conditions(rounds: int) -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in ("selectolax", "linkchecker"))
    return (
        f"{rounds} rounds; {date.today()}; {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {versions}; load {os.getloadavg()[0]:.1f}."
    )


if __name__ == "__main__":
    sys.exit(main())
