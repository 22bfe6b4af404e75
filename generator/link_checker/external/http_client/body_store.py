"""Keeps the whole body of a response as a file, within a limit of size."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Final

from urllib3 import BaseHTTPResponse
from urllib3.exceptions import IncompleteRead, ProtocolError

from generator.link_checker.external.redirect_chain import RequestFailure

_CHUNK: Final = 256 * 1024
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Body:
    """What was read of a body."""

    beginning: bytes
    fault: RequestFailure | None = None
    detail: str = ""
    file: str = ""
    """The name of the file with the whole body; empty if it was not kept."""


@dataclass(frozen=True, slots=True)
class BodyStore:
    """A folder for bodies. Only whole ones stay in it."""

    folder: Path
    most_bytes: int

    def save(self, raw: BaseHTTPResponse) -> Body:
        """Read a body to its end and keep it; of one that is too large or breaks off, nothing stays."""
        announced = raw.headers.get("Content-Length", "")
        if announced.isdecimal() and int(announced[:15]) > self.most_bytes:
            return Body(b"", RequestFailure.TOO_LARGE)
        path = self.folder / f"{next(_numbers)}.fetched"
        is_whole = False
        beginning, size = b"", 0
        try:
            with path.open("wb") as file:
                while chunk := raw.read(_CHUNK, decode_content=True):
                    beginning = beginning or chunk
                    size += len(chunk)
                    if size > self.most_bytes:
                        return Body(beginning, RequestFailure.TOO_LARGE)
                    try:
                        file.write(chunk)
                        file.flush()
                    except OSError as error:
                        return Body(beginning, RequestFailure.UNSTORED, error.strerror or "it cannot be written")
            is_whole = True
        except (IncompleteRead, ProtocolError):
            return Body(beginning, RequestFailure.WRONG_LENGTH)
        finally:
            if not is_whole:
                path.unlink(missing_ok=True)
        return Body(beginning, file=path.name)
