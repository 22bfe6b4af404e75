"""Pagefind at work: a process that is given pages one after the other and writes the index in the end."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, cast

from pagefind.index import IndexConfig
from pagefind.service import PagefindService
from pagefind.service.types import InternalRequestPayload, InternalResponsePayload

from generator.search.subjects import SearchableDocument, SearchablePage

IS_SEARCHABLE: Final = b"data-pagefind-body"
_SETTINGS: Final[IndexConfig] = {"force_language": "en", "exclude_selectors": [".headerlink"]}


class IndexingError(Exception):
    """Pagefind has stopped, or has answered something else than was agreed."""


def write_index(
    pages: Iterable[SearchablePage], documents: Iterable[SearchableDocument], folder: Path, seconds_at_most: float
) -> None:
    """Writes Pagefind's files into a folder, in the order of their addresses: it decides the index's bytes.

    An `IndexingError` when Pagefind stops or says something strange, an `OSError` when it cannot be started, a
    `TimeoutError` when it takes too long. In each case it is ended, and neither a thread nor a loop is left behind.
    """
    asyncio.run(asyncio.wait_for(_write(pages, documents, folder), seconds_at_most))


async def _write(pages: Iterable[SearchablePage], documents: Iterable[SearchableDocument], folder: Path) -> None:
    async with _started() as service:
        index = await service.create_index(_SETTINGS)
        for page in sorted(pages, key=lambda each: each.address):
            html = page.html()
            if IS_SEARCHABLE in html:
                await index.add_html_file(content=html.decode(), url=page.address or "/")
        for document in sorted(documents, key=lambda each: each.address):
            await index.add_html_file(content=document.html, url=document.address)
        await index.write_files(str(folder))


@asynccontextmanager
async def _started() -> AsyncIterator[_Service]:
    service = _Service()
    await service.launch()
    try:
        yield service
    finally:
        await service.end()


class _Service(PagefindService):
    """Pagefind's own way to its program, without its pause of a tenth of a second before each answer.

    Its own also waits for ever when the program has died.
    """

    async def send(self, payload: InternalRequestPayload) -> InternalResponsePayload:
        """What the program answers; an `IndexingError` when it is there no more."""
        if self._poll_task.done():
            raise IndexingError("it is there no more")
        return await super().send(payload)

    async def _wait_for_responses(self) -> None:
        try:
            assert self._backend.stdout is not None
            while True:
                answer = json.loads(base64.b64decode(await self._backend.stdout.readuntil(b",")))
                payload = cast(InternalResponsePayload, answer["payload"])
                waiting = self._responses[answer["message_id"]]
                if payload["type"] == "Error":
                    waiting.set_exception(IndexingError(payload["message"]))
                else:
                    waiting.set_result(payload)
        except asyncio.IncompleteReadError as end:
            said = end.partial.decode(errors="replace").strip()
            self._give_up(said.splitlines()[0] if said else "it ended without a word")
        except (asyncio.LimitOverrunError, KeyError, TypeError, ValueError) as error:
            self._give_up(f"it answered something unknown ({error})")

    def _give_up(self, reason: str) -> None:
        for waiting in self._responses.values():
            if not waiting.done():
                waiting.set_exception(IndexingError(reason))

    async def end(self) -> None:
        """Ends the program, whatever it is doing."""
        self._poll_task.cancel()
        if self._backend.returncode is None:
            self._backend.kill()
        await self._backend.wait()
