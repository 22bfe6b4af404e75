"""Two builds may create the same folder of the cache at the same time."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.system.cache_file import cache_folder


def test_a_folder_that_another_build_creates_in_the_meantime_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pages"
    is_dir = Path.is_dir

    def created_just_after_the_check(path: Path) -> bool:
        monkeypatch.setattr(Path, "is_dir", is_dir)
        path.mkdir()
        (path / "of-the-other-build").write_bytes(b"")
        return False

    monkeypatch.setattr(Path, "is_dir", created_just_after_the_check)
    assert cache_folder(folder) == folder
    assert [path.name for path in folder.iterdir()] == ["of-the-other-build"]


def test_a_file_in_the_place_of_the_folder_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.write_bytes(b"damaged")
    assert cache_folder(folder).is_dir()
