"""One process for all PDFs of a module, as in a build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.model import PdfFacts
from generator.pdf import PdfProcess


@pytest.fixture(scope="module")
def process() -> Iterator[PdfProcess]:
    """Opens, draws and cleans."""
    with PdfProcess(300) as started:
        yield started


@pytest.fixture
def look_at(process: PdfProcess, tmp_path: Path) -> Callable[[bytes], PdfFacts]:
    """The facts of a file."""

    def look(data: bytes) -> PdfFacts:
        file = tmp_path / "looked-at.pdf"
        file.write_bytes(data)
        return process.look(file, tmp_path / "texts.json")

    return look
