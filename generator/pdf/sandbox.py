"""A separate process for PDFs. It answers one request at a time, within limits of time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Any, Final

from generator.model import PdfFacts, PdfLink
from generator.pdf.sanitiser import SanitiseCounts

SECONDS_AT_MOST: Final = 40.0
"""For one file. A report of two hundred pages takes two."""

LARGEST: Final = 300_000_000
"""Bytes; a larger file is not opened at all."""

TOO_LARGE: Final = f"it is larger than {LARGEST // 1_000_000} MB"

_PACKAGE: Final = Path(__file__).parents[2]


class PdfError(Exception):
    """Why a file cannot be used, as the end of the sentence `the file cannot be opened: ...`."""

    lasting = True
    """False where another try may end otherwise: on a machine that is less busy."""


class PdfLimitError(PdfError):
    """It took more time or memory than it was given."""

    lasting = False


def is_too_large(path: Path) -> bool:
    """True for a file that is not opened at all. One that is not there is not too large."""
    try:
        return path.stat().st_size > LARGEST
    except OSError:
        return False


class PdfSandbox:
    """Looks into PDFs, draws and cleans them. The process starts when it is first asked and ends with `close`.

    A PdfError is about the file. If the computer fails (a full disk, a missing permission), an OSError is raised.
    """

    def __init__(self, seconds: float | None = None) -> None:
        """`seconds` is the time for one file; None for the usual."""
        self._seconds = SECONDS_AT_MOST if seconds is None else seconds
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> PdfSandbox:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def look(self, path: Path, texts_to: Path) -> PdfFacts:
        """Return the facts of a file, and write the text of its pages as a cached list. Raises a PdfError."""
        facts = self._ask(path, do="look", texts_to=str(texts_to))["facts"]
        return facts_from(facts)

    def draw(self, path: Path, picture_to: Path) -> tuple[int, int]:
        """Write a picture of the first page, and return its size in CSS pixels. Raises a PdfError if it cannot."""
        width, height = self._ask(path, do="draw", picture_to=str(picture_to))["size"]
        return width, height

    def clean(self, path: Path, clean_to: Path, title: str, language: str) -> SanitiseCounts:
        """Write a clean copy, and return the counts of what was removed. Raises a PdfError if it cannot."""
        told = self._ask(path, do="clean", clean_to=str(clean_to), title=title, language=language)
        return SanitiseCounts(**told)

    def say(self, path: Path, said_to: Path) -> None:
        """Writes everything that a PDF or a picture says: a cached list of place, words, and bytes of a file inside.

        Raises a PdfError if the file cannot be opened.
        """
        self._ask(path, do="say", said_to=str(said_to))

    def close(self) -> None:
        """Ends the process, at once."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _ask(self, path: Path, **request: object) -> Mapping[str, Any]:
        if is_too_large(path):
            raise PdfError(TOO_LARGE)
        process = self._started()
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps({**request, "path": str(path), "seconds": self._seconds}) + "\n")
            process.stdin.flush()
            line = _line_within(process, self._seconds)
        except BrokenPipeError:
            line = ""
        if not line:
            self.close()
            if line is None:
                raise PdfLimitError(f"it was given up after {self._seconds:.0f} seconds")
            raise PdfLimitError("it needs more time or memory than a document should")
        answer: dict[str, Any] = json.loads(line)
        if "refused" in answer:
            raise OSError(*answer["refused"])
        if "fault" in answer:
            raise PdfError(answer["fault"]) if answer["lasting"] else PdfLimitError(answer["fault"])
        return answer

    def _started(self) -> subprocess.Popen[str]:
        if self._process is not None and self._process.poll() is not None:
            self.close()
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-c", "from generator.pdf.worker import main; main()"],
                cwd=_PACKAGE,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
            )
        return self._process


def _line_within(process: subprocess.Popen[str], seconds: float) -> str | None:
    """The next line; empty when the process has ended, None when none came in time. No thread is left behind."""
    lines: list[str] = []
    stream = process.stdout
    assert stream is not None
    reader = Thread(target=lambda: lines.append(stream.readline()))
    reader.start()
    reader.join(seconds)
    if reader.is_alive():
        process.kill()
        reader.join()
        return None
    return lines[0] if lines and lines[0].endswith("\n") else ""


def facts_from(stored: Mapping[str, Any]) -> PdfFacts:
    """Facts from plain values."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list | tuple) else value for name, value in stored.items()
    }
    links = tuple(PdfLink(**each) for each in stored["links"])
    return PdfFacts(**{**values, "links": links})
