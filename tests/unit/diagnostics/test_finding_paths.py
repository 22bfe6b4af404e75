"""A finding says which value of its record it is about, so that a form can show it at that field and at no other."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.diagnostics import CATALOGUE, Diagnostic
from generator.model import RawRecord, Source
from generator.read.yaml_loader import load
from tests.unit.diagnostics.conftest import lay, sample_folder

RECORDS = ("content/cases/", "content/notices/", "briefings/", "content/bulletins/")


def findings_in_records(code: str, root: Path) -> list[Diagnostic]:
    result = validate_and_link(BuildOptions(lay(root, sample_folder(code)), date(2026, 11, 22)))
    return [
        finding
        for finding in result.diagnostics
        if finding.location is not None
        and finding.location.file.startswith(RECORDS)
        and finding.location.file.endswith(".yml")
        and finding.location.line is not None
        and not finding.code.startswith("Y")
    ]


def lines_of(root: Path, file: str, path: tuple[str | int, ...]) -> tuple[int, int]:
    """Return the first line of a value, or of the part that should have it, and the line of the value behind it."""
    text = (root / file).read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    loaded = load(Source(file, text))
    assert loaded.value is not None
    raw = RawRecord("case", "x", Source(file, text), *loaded.value)
    value: Any = raw.values
    first, last = raw.location_of().line or 1, text.count("\n") + 1
    for depth, step in enumerate(path):
        try:
            value[step]
        except (KeyError, IndexError, TypeError):
            break
        siblings = [*value] if isinstance(value, dict) else [*range(len(value))]
        here = path[:depth]
        first = raw.location_of(*here, step, key=True).line or first
        after = siblings[siblings.index(step) + 1 :]
        if after:
            last = raw.location_of(*here, after[0], key=True).line or last
        value = value[step]
    return first, last


@pytest.mark.parametrize("code", sorted(code for code in CATALOGUE if code[0] in "RDPTCBW"))
def test_the_path_of_a_finding_leads_to_the_line_that_it_names(code: str, tmp_path: Path) -> None:
    for finding in findings_in_records(code, tmp_path / "site"):
        location = finding.location
        assert location is not None and location.line is not None
        first, last = lines_of(tmp_path / "site", location.file, location.path)
        assert first <= location.line <= last, finding
        is_at_the_top = lines_of(tmp_path / "site", location.file, ())[0] == location.line
        assert location.path or is_at_the_top, finding


def test_a_missing_field_is_a_finding_of_that_field(tmp_path: Path) -> None:
    root = lay(tmp_path / "site")
    case = next((root / "content" / "cases").glob("*/case.yml"))
    case.write_text("type: sar\nsummary: A sentence.\ndocuments:\n  - {file: a.pdf}\n", encoding="utf-8")
    result = validate_and_link(BuildOptions(root, date(2026, 11, 22)))
    missing = [each.location.path for each in result.diagnostics if each.code == "R202" and each.location]
    assert sorted(missing, key=len) == [("name",), ("documents", 0, "kind")]
