"""Words in which nothing was found are not looked at again until something changes that they are judged by."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.system import read_cached
from tests import pdfs
from tests.unit.diagnostics.conftest import lay, run

if TYPE_CHECKING:
    from collections.abc import Callable

CASE = "content/cases/rowan/case.yml"
STORY = "Somebody wrote down 01632 960999. It was called a lifestyle choice."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "site")


@pytest.fixture
def told(root: Path) -> Callable[[], list[str]]:
    """The codes that the records are told, as often as they are asked."""
    return lambda: re.findall(r"^\w+\[(P6[234]\d)\]", run(root, "check", "--records").told, re.MULTILINE)


def add(root: Path, name: str, text: str) -> None:
    with (root / name).open("a", encoding="utf-8") as file:
        file.write(text)


def tell(root: Path, line: str) -> None:
    """Adds a line to the story."""
    text = (root / CASE).read_text(encoding="utf-8")
    assert "story: |\n" in text
    (root / CASE).write_text(text.replace("story: |\n", f"story: |\n  {line}\n"), encoding="utf-8")


def test_what_was_found_is_found_again_and_what_is_new_too(root: Path, told: Callable[[], list[str]]) -> None:
    assert told() == told() == []
    before = (root / CASE).read_text(encoding="utf-8")
    tell(root, STORY)
    assert told() == told() == ["P627", "P642"]
    accepted = "{rule: P627, text: 01632 960999, reason: It is invented., date: 2026-11}"
    add(root, CASE, f"accepted_findings: [{accepted}]\n")
    assert told() == told() == ["P642"]
    (root / CASE).write_text(f"{before}accepted_findings: [{accepted}]\n", encoding="utf-8")
    assert told() == told() == ["P633"]
    (root / CASE).write_text(before, encoding="utf-8")
    assert told() == []


def test_the_partnerships_own_number_is_judged_anew_once_it_has_another(
    root: Path, told: Callable[[], list[str]]
) -> None:
    partnership = root / "content/partnership.yml"
    before = partnership.read_text(encoding="utf-8")
    add(root, "content/partnership.yml", "feedback: {label: Tell us, phone: 01632 960999}\n")
    tell(root, "Call 01632 960999.")
    assert told() == told() == []
    partnership.write_text(before, encoding="utf-8")
    assert told() == ["P627"]


def test_a_file_of_hashes_that_is_gone_or_spoilt_costs_only_time(root: Path, told: Callable[[], list[str]]) -> None:
    kept = root / ".cache/library/clean-words"
    assert told() == []
    before = read_cached(kept)
    tell(root, STORY)
    kept.write_bytes(b"not a hash")
    assert told() == ["P627", "P642"]
    kept.unlink()
    assert told() == ["P627", "P642"]
    now = read_cached(kept)
    assert now is not None and before is not None
    assert set(now) < set(before), "all but the one that was spoilt"


def test_a_pdf_is_read_again_once_it_holds_something_else(root: Path, told: Callable[[], list[str]]) -> None:
    record, report = root / CASE, root / "content/cases/rowan/report.pdf"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("availability: on-request", "file: report.pdf"), encoding="utf-8")
    report.write_bytes(pdfs.good(title="Rowan: report"))
    assert told() == told() == []
    report.write_bytes(pdfs.good(title="Rowan: report", last="NHS number 999 000 1235"))
    assert told() == told() == ["P620"]
    report.write_bytes(pdfs.good(title="Rowan: report"))
    assert told() == []
