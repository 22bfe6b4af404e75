"""Runs Pagefind: a process that receives pages one after the other and writes the index at the end.

It is called directly. Pagefind's own Python wrapper waits a tenth of a second before each answer, and waits without end
if the program has died. It cannot be used if an asyncio loop is already running.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path
from threading import Timer
from typing import Any, Final

from pagefind.service import get_executable

from generator.search.searchable_texts import SearchableDocument, SearchablePage

IS_SEARCHABLE: Final = b"data-pagefind-body"
_USED: Final = ("pagefind.js", "pagefind-entry.json", "wasm.en.pagefind")
_USED_SUFFIXES: Final = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter")
"""Suffixes of the files that are published. Pagefind's ready-made interfaces and its worker are not used; they would be
two thirds of a small index."""

_SETTINGS: Final = {"force_language": "en"}


class IndexingError(Exception):
    """Pagefind cannot be started, has stopped, or has sent an unexpected answer."""


def write_index(
    pages: Iterable[SearchablePage], documents: Iterable[SearchableDocument], folder: Path, seconds_at_most: float
) -> None:
    """Write the files that a browser loads into a folder.

    Pages are added in the order of addresses, which determines the bytes of the index.

    Pagefind sends its files and this process writes them: Pagefind answers before the files that it writes itself are
    on the disk. Raises `IndexingError` if Pagefind fails or takes too long. The process is ended in each case, and no
    thread is left behind.
    """
    with _Pagefind(seconds_at_most) as pagefind:
        index = pagefind.ask("NewIndex", config=_SETTINGS)["index_id"]
        for page in sorted(pages, key=lambda each: each.address):
            html = page.html()
            if IS_SEARCHABLE in html:
                pagefind.ask("AddFile", index_id=index, url=page.address or "/", file_contents=html.decode())
        for document in sorted(documents, key=lambda each: each.address):
            for address, content in document.parts():
                pagefind.ask("AddFile", index_id=index, url=address, file_contents=content)
        for file in pagefind.ask("GetFiles", index_id=index)["files"]:
            path = folder / file["path"]
            if path.name in _USED or path.name.endswith(_USED_SUFFIXES):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(base64.b64decode(file["content"]))


class _Pagefind:
    """The running program. Each request has one answer; both are JSON in Base64, followed by a comma."""

    def __init__(self, seconds_at_most: float) -> None:
        self._seconds = seconds_at_most
        self._until = time.monotonic() + seconds_at_most
        self._asked = 0
        try:
            self._process = subprocess.Popen(
                [_program(), "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                bufsize=0,
            )
        except OSError as error:
            raise IndexingError(f"Pagefind cannot be started: {(error.strerror or str(error)).lower()}") from error
        # A thread that reads or writes then finds the pipe closed.
        self._alarm = Timer(seconds_at_most, self._process.kill)

    def __enter__(self) -> _Pagefind:
        self._alarm.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._alarm.cancel()
        self._alarm.join()
        self._process.kill()
        with self._process:
            """Waits for the process to end and closes the pipes."""

    def ask(self, kind: str, **question: object) -> dict[str, Any]:
        """Send a request of a kind; return Pagefind's answer."""
        self._asked += 1
        asked = {"message_id": self._asked, "payload": {"type": kind, **question}}
        try:
            self._write(base64.b64encode(json.dumps(asked).encode()) + b",")
        except BrokenPipeError:
            """The output from before it stopped is read below."""
        said = self._read()
        try:
            answer = json.loads(base64.b64decode(said, validate=True))
            payload: dict[str, Any] = answer["payload"]
            if answer["message_id"] == self._asked and payload["type"] != "Error":
                return payload
            said = str(payload["message"]).encode()
        except (ValueError, KeyError, TypeError):
            """The answer is plain text."""
        raise IndexingError(f"Pagefind answered: {said.decode(errors='replace').strip()[:200]}")

    def _write(self, question: bytes) -> None:
        assert self._process.stdin is not None
        rest = memoryview(question)
        while rest:
            rest = rest[self._process.stdin.write(rest) :]

    def _read(self) -> bytes:
        """Return an answer without its comma."""
        assert self._process.stdout is not None
        said = b""
        while not said.endswith(b","):
            more = self._process.stdout.read(65536)
            if not more:
                if time.monotonic() >= self._until:
                    raise IndexingError(f"Pagefind was stopped after {self._seconds:g} seconds")
                words = said.decode(errors="replace").strip().partition("\n")[0]
                raise IndexingError(f"Pagefind stopped and said: {words or 'nothing'}")
            said += more
        return said[:-1]


def _program() -> str:
    """Return the path of the program. Raise `OSError` if there is none."""
    found = get_executable()
    if found is None:
        raise FileNotFoundError(None, "it is not installed")
    return os.fspath(found)
