"""Runs Typst: takes plain values, and returns an accessible PDF or a picture."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.system import package_fingerprint

if TYPE_CHECKING:
    import typst

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
    """One compiler for all papers: loading it costs more than a paper."""

    @cached_property
    def _compiler(self) -> typst.Compiler:
        import typst

        return typst.Compiler(root=_TEMPLATES, font_paths=[_FONTS], ignore_system_fonts=True)

    def print(self, kind: str, data: dict[str, object]) -> CompiledPdf:
        """Set a `sheet` or a `poster` as PDF/UA-1. Raises a `TypstError` if Typst cannot set it."""
        import typst

        try:
            pdf = self._compiler.compile(
                input=_TEMPLATES / f"{kind}.typ",
                format="pdf",
                sys_inputs={"data": json.dumps({**data, "qr": qr_code(str(data["address"]))}, ensure_ascii=False)},
                pdf_standards=["ua-1"],
                timestamp=_NO_TIME,
            )
            pages = json.loads(self._compiler.query("<pages>", field="value", one=True))
        except typst.TypstError as fault:
            raise TypstError(fault.message) from None
        assert isinstance(pdf, bytes)
        return CompiledPdf(pdf, pages)

    def draw(self, kind: str, data: dict[str, object]) -> list[bytes]:
        """Set each page as a PNG, with one pixel for each point. Raises a `TypstError` if Typst cannot set one."""
        import typst

        try:
            png = self._compiler.compile(
                input=_TEMPLATES / f"{kind}.typ",
                format="png",
                ppi=_POINTS_TO_AN_INCH,
                sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            )
        except typst.TypstError as fault:
            raise TypstError(fault.message) from None
        return [png] if isinstance(png, bytes) else list(png or ())


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
