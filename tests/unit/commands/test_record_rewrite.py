"""A record is rewritten only from the text that was read, and only to the record that was meant."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.commands.record_rewrite import RewriteRefusal, rewrite_record
from generator.model import Case, Located
from tests.unit.diagnostics.conftest import lay


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "site")


def rowan(root: Path) -> Located[Case]:
    records = validate_and_link(BuildOptions(root, date(2026, 11, 22))).records
    assert records is not None
    return next(case for case in records.cases if case.record.id == "rowan")


def test_a_file_that_an_editor_has_saved_in_the_meantime_is_not_overwritten(root: Path) -> None:
    case = rowan(root)
    text = case.raw.source.text.replace("name: Rowan", "name: Robin")
    wanted = case.record.model_copy(update={"name": "Robin"})
    assert rewrite_record(root, case.raw, text, wanted) == text.encode()
    path = root / case.raw.file
    path.write_text(case.raw.source.text + "reviewer: Ash Ember\n", encoding="utf-8")
    assert rewrite_record(root, case.raw, text, wanted) is RewriteRefusal.CHANGED


def test_a_text_that_says_something_else_is_refused(root: Path) -> None:
    case = rowan(root)
    wanted = case.record.model_copy(update={"name": "Robin"})
    for text in (case.raw.source.text, case.raw.source.text.replace("name: Rowan", "name: [Robin]"), "name: {"):
        assert rewrite_record(root, case.raw, text, wanted) is RewriteRefusal.UNUSUAL


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_line_endings_of_the_file_stay(root: Path, ending: str) -> None:
    path = root / "content/cases/rowan/case.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", ending.encode()))
    case = rowan(root)
    text = case.raw.source.text.replace("name: Rowan", "name: Robin")
    data = rewrite_record(root, case.raw, text, case.record.model_copy(update={"name": "Robin"}))
    assert data == path.read_bytes().replace(b"name: Rowan", b"name: Robin")
