"""A site without records, with the vocabulary of this repository."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main

REPOSITORY = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def state_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder in which an import is kept for the check screen is the test's own."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def empty_site(tmp_path: Path) -> Path:
    """A site that has no review and no briefing yet."""
    root = tmp_path / "site"
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", root)
    for folder in ("content/cases", "content/notices", "content/bulletins", "content/years", "briefings"):
        shutil.rmtree(root / folder, ignore_errors=True)
    shutil.copy(REPOSITORY / "content" / "vocabulary.yml", root / "content" / "vocabulary.yml")
    settings = root / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace(
            "custom_dir: overrides", f"custom_dir: {REPOSITORY / 'overrides'}"
        ),
        encoding="utf-8",
    )
    return root


@pytest.fixture
def library(empty_site: Path) -> Callable[..., Result]:
    """Runs the command on the empty site."""

    def run(*arguments: str, answers: str = "", root: Path | None = None) -> Result:
        result = CliRunner().invoke(
            main, [*arguments, "--root", str(root or empty_site), "--today", "2026-11-28"], input=answers
        )
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result

    return run
