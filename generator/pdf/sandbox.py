"""A separate process for PDFs. It answers one request at a time, within limits of time and memory."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from generator.model import HiddenText, HiddenTextCause, PdfFacts, PdfLink, TagIssue, TagIssueKind
from generator.pdf.sanitise_counts import SanitiseCounts
from generator.system import WorkerProcess, WorkerStoppedError, WorkerTimeoutError, describe_exit

SECONDS_AT_MOST: Final = 40.0
"""Limit of CPU time for one file. A report of two hundred pages takes six seconds."""

_WAITING: Final = 8
"""How many times as long a file may take on a computer that does other things at the same time."""

LARGEST: Final = 300_000_000
"""Maximum size of a file in bytes. A larger one is not opened."""

TOO_LARGE: Final = f"it is larger than {LARGEST // 1_000_000} MB"


class PdfError(Exception):
    """The reason why a file cannot be used, as the end of the sentence `the file cannot be opened: ...`."""

    lasting = True
    """False if another try may succeed, for example on a computer that is less busy."""


class PdfLimitError(PdfError):
    """The file needed more time or memory than the limit."""

    lasting = False


def is_too_large(path: Path) -> bool:
    """Return True for a file that is too large to be opened; False for a missing one."""
    try:
        return path.stat().st_size > LARGEST
    except OSError:
        return False


class WorkerKilledError(Exception):
    """The system or another program has ended the process that opens PDFs."""


class PdfSandbox:
    """Inspects, draws and cleans PDFs. The process starts with the first request and ends with `close`.

    A PdfError is about the file. If the computer fails (a full disk, a missing permission), an OSError is raised.
    """

    def __init__(self, seconds: float | None = None) -> None:
        """`seconds` is the time limit for one file; None for the default."""
        self._seconds = SECONDS_AT_MOST if seconds is None else seconds
        self._worker: WorkerProcess | None = None

    def __enter__(self) -> PdfSandbox:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def look(self, path: Path, texts_to: Path) -> PdfFacts:
        """Return the facts of a file, and write the texts of its pages as a cached list. Raises a PdfError."""
        return facts_from(self._request(path, do="look", texts_to=str(texts_to))["facts"])

    def draw(self, path: Path, picture_to: Path) -> tuple[int, int]:
        """Write a picture of the first page, and return its size in CSS pixels. Raises a PdfError if it cannot."""
        width, height = self._request(path, do="draw", picture_to=str(picture_to))["size"]
        return width, height

    def clean(self, path: Path, clean_to: Path, title: str, language: str) -> SanitiseCounts:
        """Write a clean copy, and return the counts of what was removed. Raises a PdfError if it cannot."""
        counts = self._request(path, do="clean", clean_to=str(clean_to), title=title, language=language)
        return SanitiseCounts(**counts)

    def extract_texts(self, path: Path, texts_to: Path) -> None:
        """Write every text of a PDF or an image as a cached list of place, text, and bytes of an embedded file.

        Raises a PdfError if the file cannot be opened.
        """
        self._request(path, do="extract_texts", texts_to=str(texts_to))

    def close(self) -> None:
        """End the process, if it is running."""
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    def _request(self, path: Path, **fields: object) -> Mapping[str, Any]:
        if is_too_large(path):
            raise PdfError(TOO_LARGE)
        try:
            return self._ask(path, **fields)
        except WorkerKilledError:
            """The computer is busy, or its memory is short: that may have passed, and is not a fault of the file."""
        try:
            return self._ask(path, **fields)
        except WorkerKilledError as error:
            raise PdfLimitError(f"the program that opens it {error}") from None

    def _ask(self, path: Path, **fields: object) -> Mapping[str, Any]:
        worker = self._running_worker()
        try:
            # The process ends itself when its own CPU time is over. This limit is for one that waits for ever.
            with worker.time_limit(_WAITING * self._seconds):
                worker.send(json.dumps({**fields, "path": str(path), "seconds": self._seconds}).encode() + b"\n")
                answer: dict[str, Any] = json.loads(worker.receive())
        except WorkerTimeoutError:
            self.close()
            raise PdfLimitError(f"it takes longer than {self._seconds:.0f} seconds") from None
        except WorkerStoppedError as error:
            self.close()
            if error.is_killed:
                raise WorkerKilledError(describe_exit(error.status)) from None
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


def plain_values_of(facts: PdfFacts) -> dict[str, Any]:
    """Return the facts as plain values, for an answer or the cache."""
    values = asdict(facts)
    for text in values["hidden_texts"]:
        text["cause"] = text["cause"].value
    for issue in values["tag_issues"]:
        issue["kind"] = issue["kind"].value
    return values


def facts_from(stored: Mapping[str, Any]) -> PdfFacts:
    """Return the facts from the plain values of an answer or the cache."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list | tuple) else value for name, value in stored.items()
    }
    links, behind = (tuple(PdfLink(**link) for link in stored.get(key, ())) for key in ("links", "links_behind"))
    hidden = tuple(
        HiddenText(text["page"], HiddenTextCause(text["cause"]), text["characters"]) for text in stored["hidden_texts"]
    )
    issues = tuple(TagIssue(issue["page"], TagIssueKind(issue["kind"])) for issue in stored.get("tag_issues", ()))
    lists = {"links": links, "links_behind": behind, "hidden_texts": hidden, "tag_issues": issues}
    return PdfFacts(**{**values, **lists})
