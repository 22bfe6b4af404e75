"""Sample sites whose briefings are printed, and a look into the PDFs."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.diagnostics import Diagnostic
from generator.documents.print_sheets import PrintedSheet, print_sheets

TODAY = date(2026, 5, 1)


@dataclass(frozen=True)
class Printed:
    """The papers of a site, and what was found on the way."""

    sheets: tuple[PrintedSheet, ...]
    findings: tuple[Diagnostic, ...]

    def __getitem__(self, name: str) -> Paper:
        """`knocking-twice sheet`."""
        briefing_id, kind = name.split()
        return Paper(next(sheet for sheet in self.sheets if (sheet.briefing_id, sheet.kind) == (briefing_id, kind)))


@dataclass(frozen=True)
class Paper:
    """A finished PDF as a reader's program sees it."""

    sheet: PrintedSheet

    @property
    def reader(self) -> PdfReader:
        return PdfReader(self.sheet.path)

    @property
    def text(self) -> str:
        """All of it, in the order of the file, without line breaks."""
        pages = " ".join(page.extract_text() for page in self.reader.pages)
        return re.sub(r"\s+", " ", pages.replace("\u200b", ""))

    @property
    def elements(self) -> list[dict[str, Any]]:
        """The structure's elements, as they are read aloud."""
        root: Any = self.reader.trailer["/Root"]
        return list(_walk(root["/StructTreeRoot"]))

    @property
    def headings(self) -> list[str]:
        """The first level's, in the order of reading."""
        return [str(element["/T"]) for element in self.elements if element["/S"] == "/H1"]

    @property
    def links(self) -> list[str]:
        return [
            str(each.get_object()["/A"]["/URI"])
            for page in self.reader.pages
            for each in page.get("/Annots", ())
            if each.get_object()["/Subtype"] == "/Link"
        ]


def _walk(node: Any) -> Iterator[dict[str, Any]]:
    found = node.get_object()
    if isinstance(found, list):
        for each in found:
            yield from _walk(each)
    elif isinstance(found, dict):
        if "/S" in found:
            yield found
        if "/K" in found:
            yield from _walk(found["/K"])


@dataclass(frozen=True)
class Sample:
    """The invented partnership's records in a folder that a test may spoil."""

    root: Path

    def change(self, name: str, old: str, new: str) -> None:
        """Replaces a text of a record, which must hold it."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert old in text
        (self.root / name).write_text(text.replace(old, new), encoding="utf-8")

    def brief(self, name: str, record: str) -> None:
        """Adds a briefing."""
        folder = self.root / "briefings" / name
        folder.mkdir(exist_ok=True)
        (folder / "briefing.yml").write_text(f"# invented\n{record}", encoding="utf-8")

    def print(self, cache: Path | None = None, code: bytes = b"this generator", located: bool = True) -> Printed:
        """Prints every paper."""
        result = validate_and_link(BuildOptions(self.root, TODAY))
        assert result.library is not None and result.records is not None, result.diagnostics
        places = {(record.raw.kind, record.record.id): record.raw for record in result.records.cases_briefings_notices}
        outcome = print_sheets(result.library, places if located else {}, cache or self.root / ".cache", code)
        return Printed(outcome.value, outcome.diagnostics)


def copy_sample(root: Path) -> Sample:
    """The full sample site, in which the briefings leave their sheets to us."""
    shutil.copytree(Path(__file__).parents[2] / "sites" / "valid" / "full", root)
    sample = Sample(root)
    for name, file in (("knocking-twice", "sheet.pdf"), ("wren-lessons", "lessons.pdf")):
        sample.change(f"briefings/{name}/briefing.yml", f"documents:\n  - {{kind: sheet, file: {file}}}\n", "")
    return sample


@pytest.fixture
def sample(tmp_path: Path) -> Sample:
    """Records to be spoilt."""
    return copy_sample(tmp_path / "site")


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """The papers of the invented partnership. Tests only look at them."""
    return copy_sample(tmp_path_factory.mktemp("sheets") / "site").print()
