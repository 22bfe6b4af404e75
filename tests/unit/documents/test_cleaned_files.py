"""The copies of Office files, pictures and recordings that readers get."""

from __future__ import annotations

from pathlib import Path

from generator.documents.cleaned_files import cleaned_copy
from tests import office_files


def test_the_same_bytes_with_two_endings_are_two_copies(tmp_path: Path) -> None:
    copies = []
    for name in ("report.docx", "report.docm"):
        (tmp_path / name).write_bytes(office_files.word())
        copies.append(cleaned_copy(tmp_path / name, tmp_path / "cache", b"this generator"))
    assert [(each.parent.name, each.suffix, each.is_file()) for each in copies] == [
        ("cache", ".docx", True),
        ("cache", ".docm", True),
    ]


def test_a_copy_that_is_removed_is_made_again_and_the_other_ending_stays(tmp_path: Path) -> None:
    for name in ("report.docx", "report.docm"):
        (tmp_path / name).write_bytes(office_files.word())
        cleaned_copy(tmp_path / name, tmp_path / "cache", b"this generator").unlink()
    made = [
        cleaned_copy(tmp_path / name, tmp_path / "cache", b"this generator") for name in ("report.docx", "report.docm")
    ]
    assert all(each.is_file() for each in made)
