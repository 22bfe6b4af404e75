"""Runs Typst: takes plain values, and returns an accessible PDF or a picture."""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import sys
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, Final, Self

from generator.system import WorkerProcess, WorkerStoppedError, describe_exit, package_fingerprint

_HERE: Final = Path(__file__).parent
_TEMPLATES: Final = _HERE / "templates"
_FONTS: Final = _HERE / "fonts"
_NO_TIME: Final = 0
"""The time that is passed to Typst. It is fixed, so that equal records give equal bytes on any day."""


_POINTS_TO_AN_INCH: Final = 72.0


class TypstError(Exception):
    """Typst could not set a paper, because no font has a character or a template has a bug."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True, slots=True)
class CompiledPdf:
    """A paper that Typst has compiled."""

    pdf: bytes
    pages: int


class TypstCompiler:
    """One process with one compiler for all papers: loading it costs more than a paper.

    Use it as a context manager. The process is started for the first paper. If it ends before its answer, an OSError is
    raised: Typst has no other way to say that there is too little memory.
    """

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if "_process" in self.__dict__:
            self._process.stop()

    @cached_property
    def _process(self) -> WorkerProcess:
        return WorkerProcess([sys.executable, str(_HERE / "typst_process.py"), str(_TEMPLATES), str(_FONTS)])

    def print(self, kind: str, data: dict[str, object]) -> CompiledPdf:
        """Set a `sheet` or a `poster` as PDF/UA-1. Raises a `TypstError` if Typst cannot set it."""
        answer = self._ask(kind, {**data, "qr": qr_code(str(data["address"]))}, is_picture=False)
        return CompiledPdf(_files_in(answer)[0], answer["pages"])

    def draw(self, kind: str, data: dict[str, object]) -> list[bytes]:
        """Set each page as a PNG. Raises a `TypstError` if Typst cannot set one."""
        return _files_in(self._ask(kind, data, is_picture=True))

    def _ask(self, kind: str, data: dict[str, object], *, is_picture: bool) -> dict[str, Any]:
        request = {"template": kind, "data": json.dumps(data, ensure_ascii=False), "is_picture": is_picture}
        self._process.send(json.dumps(request).encode() + b"\n")
        try:
            answer: dict[str, Any] = json.loads(self._process.receive())
        except WorkerStoppedError as error:
            # Typst aborts if there is too little memory, so a crash is described as that too.
            reason = f"the program that sets print sheets and images {describe_exit(error.status)}"
            raise OSError(errno.ENOMEM, f"{reason}; there may be too little memory") from None
        if "fault" in answer:
            raise TypstError(answer["fault"])
        return answer


def _files_in(answer: dict[str, Any]) -> list[bytes]:
    return [base64.b64decode(each) for each in answer["files"]]


@cache
def qr_code(address: str) -> str:
    """Return a QR code with error correction level M, as SVG."""
    import segno

    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=4, xmldecl=False, nl=False)
    return drawn.getvalue().decode()


@cache
def compiler_version() -> bytes:
    """Return a version that changes with Typst, segno, the templates and the fonts."""
    seen = hashlib.sha256(package_fingerprint("typst") + package_fingerprint("segno"))
    for path in sorted((*_TEMPLATES.iterdir(), *_FONTS.iterdir())):
        seen.update(path.name.encode())
        seen.update(hashlib.sha256(path.read_bytes()).digest())
    return seen.digest()
