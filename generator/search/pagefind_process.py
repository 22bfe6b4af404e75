"""Runs Pagefind: a process that receives pages one after the other and writes the index at the end.

It is called directly. Pagefind's own Python wrapper waits a tenth of a second before each answer, and waits without end
if the program has died. It cannot be used if an asyncio loop is already running.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Final

from pagefind.service import get_executable

from generator.model import Address
from generator.search.folding import fold_characters
from generator.search.searchable_texts import SearchableDocument, SearchablePage
from generator.system import WorkerProcess, WorkerStoppedError, WorkerTimeoutError, describe_exit

IS_SEARCHABLE: Final = b"data-pagefind-body"
_USED: Final = ("pagefind.js", "pagefind-entry.json")
_USED_SUFFIXES: Final = (".pf_meta", ".pf_index", ".pf_fragment")
"""Suffixes of the files that are published. Pagefind's ready-made interfaces, its worker and its filters are not used;
the interfaces and the worker would be two thirds of a small index."""


class IndexingError(Exception):
    """Pagefind cannot be started, has stopped, or has sent an unexpected answer."""


def write_index(
    pages: Iterable[SearchablePage],
    documents: Iterable[SearchableDocument],
    folder: Path,
    seconds_at_most: float,
    language: str = "en",
) -> frozenset[Address]:
    """Write the files that a browser loads into a folder; return the pages that are not in the index.

    Pages are added in the order of addresses, which determines the bytes of the index.

    Pagefind sends its files and this process writes them: Pagefind answers before the files that it writes itself are
    on the disk. Raises `IndexingError` if Pagefind fails or takes too long. The process is ended in each case, and no
    thread is left behind.
    """
    pagefind = _Pagefind(seconds_at_most)
    try:
        with pagefind.time_limit():
            return _write_index(pagefind, pages, documents, folder, language)
    finally:
        pagefind.stop()


def _write_index(
    pagefind: _Pagefind,
    pages: Iterable[SearchablePage],
    documents: Iterable[SearchableDocument],
    folder: Path,
    language: str,
) -> frozenset[Address]:
    index = pagefind.request("NewIndex", config={"force_language": language})["index_id"]
    # Pagefind also writes the program for languages that it does not know, such as Welsh. Only one of the two is used.
    files = pagefind_files(language)
    left_out = set()
    for page in sorted(pages, key=lambda page: page.address):
        html = b"" if page.is_list else page.html()
        if IS_SEARCHABLE in html:
            content = fold_characters(html.decode())
            pagefind.request("AddFile", index_id=index, url=page.address or "/", file_contents=content)
        else:
            left_out.add(page.address)
    for document in sorted(documents, key=lambda document: document.address):
        for address, content in document.parts():
            pagefind.request("AddFile", index_id=index, url=address, file_contents=fold_characters(content))
    for file in pagefind.request("GetFiles", index_id=index)["files"]:
        path = folder / file["path"]
        if path.name in files or path.name.endswith(_USED_SUFFIXES):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(base64.b64decode(file["content"]))
    return frozenset(left_out)


def pagefind_files(language: str) -> tuple[str, ...]:
    """Return the names of Pagefind's files that a site in a language publishes, except the parts of the index."""
    return (*_USED, "wasm.en.pagefind" if language == "en" else "wasm.unknown.pagefind")


class _Pagefind:
    """The running program. Each request has one answer; both are JSON in Base64, followed by a comma."""

    def __init__(self, seconds_at_most: float) -> None:
        self._seconds = seconds_at_most
        self._request_count = 0
        try:
            self._worker = WorkerProcess([_program(), "--service"], b",", merge_stderr=True)
        except OSError as error:
            raise IndexingError(f"Pagefind cannot be started: {(error.strerror or str(error)).lower()}") from error

    def time_limit(self) -> AbstractContextManager[None]:
        """Return a context that kills the program if it takes too long."""
        return self._worker.time_limit(self._seconds)

    def stop(self) -> None:
        """End the program."""
        self._worker.stop()

    def request(self, kind: str, **fields: object) -> dict[str, Any]:
        """Send a request of a kind; return Pagefind's answer. Raise `IndexingError` if it reports an error."""
        self._request_count += 1
        message = {"message_id": self._request_count, "payload": {"type": kind, **fields}}
        self._worker.send(base64.b64encode(json.dumps(message).encode()) + b",")
        text = self._receive()
        try:
            answer = json.loads(base64.b64decode(text, validate=True))
            payload: dict[str, Any] = answer["payload"]
            if answer["message_id"] == self._request_count and payload["type"] != "Error":
                return payload
            text = str(payload["message"]).encode()
        except (ValueError, KeyError, TypeError):
            """The answer is plain text."""
        raise IndexingError(f"Pagefind answered: {text.decode(errors='replace').strip()[:200]}")

    def _receive(self) -> bytes:
        try:
            return self._worker.receive()
        except WorkerTimeoutError:
            raise IndexingError(f"Pagefind was stopped after {self._seconds:g} seconds") from None
        except WorkerStoppedError as error:
            first_line = error.output.decode(errors="replace").strip().partition("\n")[0]
            how = f"stopped and said: {first_line}" if first_line else describe_exit(error.status)
            raise IndexingError(f"Pagefind {how}") from None


def _program() -> str:
    """Return the path of the program. Raise `OSError` if there is none."""
    program = get_executable()
    if program is None:
        raise FileNotFoundError(None, "it is not installed")
    return os.fspath(program)
