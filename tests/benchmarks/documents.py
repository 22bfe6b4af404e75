"""Times what is done with documents, each beside a peer in the same run, and prints a table in Markdown.

`python -m tests.benchmarks.documents` from the checkout. A slow day is not a failure: the status is 0 whatever the
figures are, and 2 when a program is missing.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from generator.commands.build import build, validate_and_link
from generator.commands.options import BuildOptions
from generator.documents.print_sheets import PrintedSheet, print_sheets
from generator.documents.thumbnails import Pictures
from generator.model import Library, RawRecord
from generator.pdf import PdfSandbox, draw_generated
from generator.read.pdf_cache import PdfCache
from tests import pdfs

from .builders import MissingProgramError
from .corpus import make_corpus
from .synthetic import write_site

ROUNDS: Final = 3
PAGES: Final = 200
SHEETS: Final = 40
COULD_NOT_RUN: Final = 2
TODAY: Final = date(2026, 12, 31)
_CHROMIUM: Final = ("chromium", "chromium-browser", "google-chrome")
_FLAGS: Final = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking")

_EXTRACT: Final = "import sys; from pypdf import PdfReader; [p.extract_text() for p in PdfReader(sys.argv[1]).pages]"
_COPY: Final = """
import sys; from pypdf import PdfReader, PdfWriter
PdfWriter(clone_from=PdfReader(sys.argv[1])).write(sys.argv[2])
PdfWriter(clone_from=PdfReader(sys.argv[2])).write(sys.argv[3])
"""


@dataclass(frozen=True, slots=True)
class Job:
    """One thing that is timed."""

    label: str
    work: Callable[[int], object]
    """Is given the number of the round."""

    beside: str = ""
    """The label of its peer; empty for a peer itself."""


class Bench:
    """The files of a run, and everything that is done with them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._report = folder / "report.pdf"
        self._report.write_bytes(pdfs.good(pages=PAGES))
        self._root = folder / "site"
        write_site(self._root, make_corpus(SHEETS, SHEETS))
        result = validate_and_link(BuildOptions(self._root, TODAY))
        assert result.library is not None and result.records is not None, result.diagnostics
        self._library: Library = result.library
        self._places: Mapping[tuple[str, str], RawRecord] = {
            (record.raw.kind, record.record.id): record.raw for record in result.records.cases_briefings_notices
        }
        assert not build(BuildOptions(self._root, TODAY)).failed
        self._sheets = self._print("kept")
        self._known = PdfCache(folder / "known", {})
        self._known.facts(self._report)
        self._known.close()
        self._stored = self._known.to_store()

    @property
    def sheets(self) -> int:
        """How many papers there are."""
        return len(self._sheets)

    @property
    def report_bytes(self) -> int:
        """Of the report."""
        return self._report.stat().st_size

    def jobs(self) -> Iterator[Job]:
        """Everything, each with its peer."""
        extract, copy, chromium, poppler = (
            "pypdf alone: text, no facts",
            "pypdf alone: two copies, no proof",
            "headless Chromium, print to PDF",
            "pdftoppm, a process a page",
        )
        yield Job(f"facts and text of {PAGES} pages, cold", self._look, extract)
        yield Job(f"facts and text of {PAGES} pages, from the cache", self._look_again, extract)
        yield Job(extract, self._extract)
        yield Job(f"cleaning {PAGES} pages, with proof", self._clean, copy)
        yield Job(copy, self._copy)
        yield Job(f"{self.sheets} sheets, cold", lambda number: self._print(f"cold-{number}"), chromium)
        yield Job(f"{self.sheets} sheets, from the cache", lambda _: self._print("kept"), chromium)
        yield Job(chromium, self._print_by_chromium)
        yield Job(f"{self.sheets} pictures of first pages, cold", lambda number: self._draw(f"cold-{number}"), poppler)
        yield Job(f"{self.sheets} pictures of first pages, from the cache", lambda _: self._draw("cold-0"), poppler)
        yield Job(poppler, self._draw_by_poppler)

    def peaks(self) -> Iterator[tuple[str, int | None]]:
        """The most memory that the process for PDFs held, in bytes, for each thing that it does."""
        for name, work in (("facts and text", self._ask_look), ("cleaning", self._ask_clean)):
            with PdfSandbox() as process:
                work(process)
                yield name, _most_held(process)

    def _look(self, number: int) -> None:
        known = PdfCache(self._folder / f"known-{number}", {})
        known.facts(self._report)
        known.close()

    def _look_again(self, _: int) -> None:
        PdfCache(self._folder / "known", self._stored).facts(self._report)

    def _clean(self, _: int) -> None:
        with PdfSandbox() as process:
            self._ask_clean(process)

    def _ask_look(self, process: PdfSandbox) -> None:
        process.look(self._report, self._folder / "texts.json")

    def _ask_clean(self, process: PdfSandbox) -> None:
        process.clean(self._report, self._folder / "clean.pdf", "Hazel: report", "en-GB")

    def _print(self, cache: str) -> tuple[PrintedSheet, ...]:
        return print_sheets(self._library, self._places, self._folder / cache, b"").value

    def _draw(self, cache: str) -> None:
        pictures = Pictures(self._folder / "pictures" / cache)
        for sheet in self._sheets:
            assert pictures.of(sheet.path, sheet.path.stem, sheet.address, draw_generated) is not None

    def _extract(self, _: int) -> None:
        _python(_EXTRACT, self._report)

    def _copy(self, _: int) -> None:
        _python(_COPY, self._report, self._folder / "one.pdf", self._folder / "two.pdf")

    def _print_by_chromium(self, _: int) -> None:
        """As many pages as there are sheets, one browser for all."""
        from playwright.sync_api import sync_playwright

        program = _program(*_CHROMIUM)
        pages = sorted((self._root / "site" / "briefings").glob("*/index.html"))
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=list(_FLAGS))
            page = browser.new_page()
            for number in range(self.sheets):
                page.goto(pages[number % len(pages)].as_uri())
                page.pdf(path=self._folder / f"page-{number}.pdf", format="A4", tagged=True)
            browser.close()

    def _draw_by_poppler(self, _: int) -> None:
        program = _program("pdftoppm")
        shape = ("-f", "1", "-l", "1", "-singlefile", "-scale-to-x", "240", "-scale-to-y", "-1", "-png")
        for sheet in self._sheets:
            subprocess.run([program, *shape, str(sheet.path), str(self._folder / "picture")], check=True)


def measure(jobs: Sequence[Job], rounds: int) -> dict[str, tuple[float, ...]]:
    """Seconds of each timed round; all jobs take turns. Round nought is not timed: it warms the disk's cache."""
    seconds: dict[str, list[float]] = {job.label: [] for job in jobs}
    for number in range(rounds + 1):
        for job in jobs:
            began = time.perf_counter()
            job.work(number)
            took = time.perf_counter() - began
            if number:
                seconds[job.label].append(took)
            print(f"round {number} of {rounds}, {job.label}: {took:.3f} s", file=sys.stderr, flush=True)
    return {label: tuple(taken) for label, taken in seconds.items()}


def table(jobs: Sequence[Job], seconds: Mapping[str, Sequence[float]]) -> Iterator[str]:
    """The figures as Markdown."""
    yield "| What | Median | Fastest | Its peer | Of the peer's time |"
    yield "|---|---|---|---|---|"
    for job in jobs:
        own = seconds[job.label]
        ratio = _ratio(median(own) / median(seconds[job.beside])) if job.beside else ""
        yield f"| {job.label} | {median(own):.4f} s | {min(own):.4f} s | {job.beside} | {ratio} |"


def _ratio(value: float) -> str:
    return f"{value:.2f}" if value >= 0.01 else "under 0.01"


def main() -> int:
    """The exit status."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.documents", description="Time the work on documents.")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    rounds = parser.parse_args().rounds
    try:
        with TemporaryDirectory(prefix="library-benchmark-") as folder:
            bench = Bench(Path(folder))
            jobs = tuple(bench.jobs())
            told = (*_conditions(bench, rounds), "", *table(jobs, measure(jobs, rounds)), "", *_peaks(bench))
    except MissingProgramError as missing:
        print(f"not installed: {missing}", file=sys.stderr)
        return COULD_NOT_RUN
    print("\n".join(told))
    return 0


def _conditions(bench: Bench, rounds: int) -> Iterator[str]:
    """What a reader must know to judge the figures."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("pypdf", "pypdfium2", "typst"))
    yield (
        f"A report of {PAGES} pages and {bench.report_bytes / 1_000_000:.1f} MB, {bench.sheets} sheets, "
        f"{rounds} rounds; {date.today()}; {os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}, {versions}; load {os.getloadavg()[0]:.1f}."
    )


def _peaks(bench: Bench) -> Iterator[str]:
    for name, held in bench.peaks():
        told = "not measured" if held is None else f"{held / 1_000_000:.0f} MB"
        yield f"- Peak memory of the process for PDFs, {name} of {PAGES} pages: {told}."


def _most_held(process: PdfSandbox) -> int | None:
    """The highest mark of a process that still stands, in bytes; None where there is no /proc."""
    assert process._worker is not None
    status = Path("/proc") / str(process._worker.pid) / "status"
    if not status.exists():
        return None
    lines = status.read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))


def _program(*names: str) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise MissingProgramError(names[0])
    return found


def _python(code: str, *arguments: Path) -> None:
    subprocess.run([sys.executable, "-c", code, *map(str, arguments)], check=True)


if __name__ == "__main__":
    sys.exit(main())
