"""Listing pages in Welsh and in both languages, in a library with the pack `wales`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.listing_accuracy import measure, pages

PAGES: Final = Path(__file__).parents[2] / "listings_in_welsh"


@pytest.fixture(scope="module")
def site_in_wales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new library for reviews of children and adults in Wales."""
    root = tmp_path_factory.mktemp("wales") / "library"
    answers = ["--name", "Glanrhyd Safeguarding Board", "--area", "Glanrhyd", "--about", "both", "--nation", "wales"]
    result = CliRunner().invoke(main, ["init", str(root), *answers, "--no-input"])
    assert result.exit_code == 0, result.output
    return root


@pytest.mark.parametrize("page", pages(PAGES), ids=lambda page: page.name)
def test_a_page_in_welsh_is_read_without_a_fault(site_in_wales: Path, page: Path) -> None:
    scores = measure(site_in_wales, [page])
    assert [fault for score in scores.values() for fault in score.faults] == []
    assert scores["names"].right > 1
