"""What the preview watches."""

from __future__ import annotations

from pathlib import Path

from generator.serve.file_watcher import FileWatcher


def test_a_private_folder_outside_the_site_is_watched_as_well(tmp_path: Path) -> None:
    root, private = tmp_path / "site", tmp_path / "private"
    (root / "content").mkdir(parents=True)
    private.mkdir()
    with FileWatcher(root, None, private) as watch:
        (private / "rowan.yml").write_text("methodology: invented\n", encoding="utf-8")
        assert watch.changes(None) == ("rowan.yml",)


def test_a_record_that_came_and_went_is_told_and_what_an_editor_put_beside_it_is_not(tmp_path: Path) -> None:
    """A build that was under way may have read it: its page would stay for good."""
    root = tmp_path / "site"
    (root / "content").mkdir(parents=True)
    with FileWatcher(root, None) as watch:
        for name in ("visit.yml", "visit.yml.swp", "4913"):
            (root / "content" / name).write_text("title: A visit\n", encoding="utf-8")
            (root / "content" / name).unlink()
        assert watch.changes(None) == ("content/visit.yml",)
