"""Two addresses that differ only in capital letters are one on many disks. All records are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.diagnostics.conftest import lay, run


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "site")


@pytest.mark.parametrize("old", ["briefings/checking-in/", "Briefings/Checking-In/", "BRIEFINGS/CHECKING-IN/"])
def test_a_redirect_from_an_address_that_exists_in_other_letters_is_refused(root: Path, old: str) -> None:
    (root / "content/redirects.yml").write_text(
        f"# Invented.\nredirects:\n  - {{old: {old}, new: reviews/rowan/, since: 2026-03-02}}\n", encoding="utf-8"
    )
    result = run(root, "build", "--without", "sheets", "--without", "search")
    assert "error[A508]" in result.told
    assert not (root / "site").exists()


@pytest.mark.parametrize("folder", ["rowan", "Rowan", "ROWAN"])
def test_a_page_at_the_address_of_a_record_in_other_letters_is_refused(root: Path, folder: str) -> None:
    page = root / "content/pages/reviews" / folder / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: Rowan\n---\n\n# Rowan\n\nHello.\n", encoding="utf-8")
    assert "error[A501]" in run(root, "check", "--records").told
