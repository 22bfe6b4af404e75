"""`library due` as the workflow file and a team read it. All records are invented."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.conftest import REPOSITORY
from tests.unit.diagnostics.conftest import lay

PLANNED = "# Invented.\nname: Hazel\ntype: cspr\nstatus: scheduled\npublish_on: 2026-12-14\nsources: [invented]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "site")


def due(root: Path, today: str, *arguments: str) -> str:
    result = CliRunner().invoke(main, ["due", "--root", str(root), "--today", today, *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_workflow_file_waits_for_the_sentence_that_the_command_prints(root: Path) -> None:
    workflow = (REPOSITORY / ".github" / "workflows" / "due.yml").read_text(encoding="utf-8")
    (pattern,) = re.findall(r'grep -q "(.+)" due\.txt', workflow)
    assert re.match(pattern, due(root, "2026-11-22"))


def test_a_day_of_publication_is_listed_within_the_weeks_with_its_file(root: Path) -> None:
    (root / "content/cases/hazel").mkdir()
    (root / "content/cases/hazel/case.yml").write_text(PLANNED, encoding="utf-8")
    assert "2026-12-14" in due(root, "2026-11-22", "--weeks", "4")
    assert "content/cases/hazel/case.yml" in due(root, "2026-11-22", "--weeks", "4")
    assert "2026-12-14" not in due(root, "2026-11-22", "--weeks", "3")


def test_another_program_gets_the_same_days(root: Path) -> None:
    (root / "content/cases/hazel").mkdir()
    (root / "content/cases/hazel/case.yml").write_text(PLANNED, encoding="utf-8")
    data = json.loads(due(root, "2026-11-22", "--weeks", "8", "--format", "json"))
    assert data["version"] == 1
    text = due(root, "2026-11-22", "--weeks", "8")
    (items,) = [value for value in data.values() if isinstance(value, list)]
    assert items
    assert all(item["day"] in text for item in items)
