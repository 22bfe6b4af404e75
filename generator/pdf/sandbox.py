"""A separate process for PDFs. It answers one request at a time, within limits of time and memory."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from generator.model import PdfFacts, PdfLink
from generator.pdf.sanitiser import SanitiseCounts
from generator.system import WorkerProcess, WorkerStoppedError, WorkerTimeoutError

SECONDS_AT_MOST: Final = 40.0
"""For one file. A report of two hundred pages takes two."""

LARGEST: Final = 300_000_000
"""Bytes; a larger file is not opened at all."""

TOO_LARGE: Final = f"it is larger than {LARGEST // 1_000_000} MB"


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
        self._worker: WorkerProcess | None = None

    def __enter__(self) -> PdfSandbox:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def look(self, path: Path, texts_to: Path) -> PdfFacts:
        """Return the facts of a file, and write the text of its pages as a cached list. Raises a PdfError."""
        facts = self._request(path, do="look", texts_to=str(texts_to))["facts"]
        return facts_from(facts)

    def draw(self, path: Path, picture_to: Path) -> tuple[int, int]:
        """Write a picture of the first page, and return its size in CSS pixels. Raises a PdfError if it cannot."""
        width, height = self._request(path, do="draw", picture_to=str(picture_to))["size"]
        return width, height

    def clean(self, path: Path, clean_to: Path, title: str, language: str) -> SanitiseCounts:
        """Write a clean copy, and return the counts of what was removed. Raises a PdfError if it cannot."""
        told = self._request(path, do="clean", clean_to=str(clean_to), title=title, language=language)
        return SanitiseCounts(**told)

    def say(self, path: Path, said_to: Path) -> None:
        """Writes everything that a PDF or a picture says: a cached list of place, words, and bytes of a file inside.

        Raises a PdfError if the file cannot be opened.
        """
        self._request(path, do="say", said_to=str(said_to))

    def close(self) -> None:
        """End the process, if it is running."""
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    def _request(self, path: Path, **fields: object) -> Mapping[str, Any]:
        if is_too_large(path):
            raise PdfError(TOO_LARGE)
        worker = self._running_worker()
        try:
            with worker.time_limit(self._seconds):
                worker.send(json.dumps({**fields, "path": str(path), "seconds": self._seconds}).encode() + b"\n")
                answer: dict[str, Any] = json.loads(worker.receive())
        except WorkerTimeoutError:
            self.close()
            raise PdfLimitError(f"it was given up after {self._seconds:.0f} seconds") from None
        except WorkerStoppedError:
            self.close()
            raise PdfLimitError("it needs more time or memory than a document should") from None
        if "os_error" in answer:
            raise OSError(*answer["os_error"])
        if "problem" in answer:
            raise PdfError(answer["problem"]) if answer["is_permanent"] else PdfLimitError(answer["problem"])
        return answer

    def _running_worker(self) -> WorkerProcess:
        """Return the running process. Start it if there is none, or if it has ended."""
        if self._worker is not None and not self._worker.is_running:
            self.close()
        if self._worker is None:
            self._worker = WorkerProcess.run_python("from generator.pdf.worker import main; main()")
        return self._worker


def facts_from(stored: Mapping[str, Any]) -> PdfFacts:
    """Facts from plain values."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list | tuple) else value for name, value in stored.items()
    }
    links = tuple(PdfLink(**each) for each in stored["links"])
    return PdfFacts(**{**values, "links": links})
