"""Two addresses that differ only in capital letters are one on many disks. All records are invented."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generator.system import FileTransaction
from tests import pdfs
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


QUICK: Final = ("--without", "sheets", "--without", "search")
PAGE: Final = "---\ntitle: Tea\n---\n\n# Tea\n\nInvented.\n"


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("content/pages/about/Tea.pdf", "content/pages/about/tea.pdf"),
        ("content/pages/About/tea.pdf", "content/pages/about/contact.md"),
        ("content/pages/tea/cup.md", "content/pages/Tea/pot.md"),
        ("content/pages/assets/Tea.css", "content/pages/assets/tea.css"),
    ],
)
def test_two_files_of_the_site_that_are_one_on_many_disks_are_refused(root: Path, first: str, second: str) -> None:
    for name in (first, second):
        if not (root / name).exists():
            write(root / name, PAGE.encode() if name.endswith(".md") else pdfs.good() if "pdf" in name else b"a {}\n")
    result = run(root, "build", *QUICK)
    assert "error[A501]" in result.told and "differ only in capital letters" in result.told
    assert f" {first}" in result.told and f" {second}" in result.told
    assert not (root / "site").exists()


def test_a_file_is_removed_before_one_that_differs_from_it_in_case_is_written(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk that ignores case, the new file would be removed with the old one."""
    pages = root / "content/pages/about"
    write(pages / "Tea.md", PAGE.encode())
    write(pages / "old.md", PAGE.encode())
    assert run(root, "build", *QUICK).status == 0
    (pages / "Tea.md").rename(pages / "tea.md")
    (pages / "old.md").unlink()
    steps: list[str] = []

    class Recorded(FileTransaction):
        def put(self, staged: str, name: str) -> str | None:
            steps.append(f"put {name}")
            return super().put(staged, name)

        def remove(self, name: str) -> str:
            steps.append(f"remove {name}")
            return super().remove(name)

    monkeypatch.setattr("generator.publish.write.FileTransaction", Recorded)
    assert run(root, "build", *QUICK).status == 0
    assert steps[0] == "remove about/Tea/index.html"
    assert steps.index("put about/tea/index.html") < steps.index("remove about/old/index.html")
