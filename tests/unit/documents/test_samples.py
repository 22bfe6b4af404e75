"""The sample sites of the findings about papers yield them, and what the document calls right cures them."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from typing import Final

import pytest

from generator.diagnostics import CATALOGUE
from generator.documents.sheets import print_sheets
from generator.pipeline import Request, inspect
from generator.report import report

REPOSITORY: Final = Path(__file__).parents[3]
SITES: Final = REPOSITORY / "tests" / "sites"
DOCUMENT: Final = (REPOSITORY / "docs" / "diagnostics.md").read_text(encoding="utf-8")


def found(root: Path) -> str:
    """The report of the records and of the papers."""
    result = inspect(Request(root, date(2026, 11, 22)))
    assert result.library is not None and result.records is not None
    places = {(each.raw.kind, each.record.id): each.raw for each in result.records.published}
    sheets = print_sheets(result.library, places, root / ".cache", b"")
    return report((*result.diagnostics, *sheets.diagnostics))


@pytest.mark.parametrize("code", ["D422", "D423"])
def test_a_sample_yields_its_fault_and_the_document_tells_how_to_cure_it(code: str, tmp_path: Path) -> None:
    sample = SITES / "invalid" / f"{code.lower()}-{CATALOGUE[code].slug}"
    root = tmp_path / "site"
    shutil.copytree(SITES / "valid" / "small", root)
    shutil.copytree(sample, root, dirs_exist_ok=True)
    assert found(root) == (sample / "expected.txt").read_text(encoding="utf-8").rstrip("\n")
    section = DOCUMENT[DOCUMENT.index(f"\n## {code} ") :]
    wrong, right = re.findall(r"^```yaml\n(.*?)\n```", section, re.DOTALL | re.MULTILINE)[:2]
    record = root / "briefings" / "checking-in" / "briefing.yml"
    text = record.read_text(encoding="utf-8")
    assert wrong in text
    record.write_text(text.replace(wrong, right), encoding="utf-8")
    assert found(root) == ""
