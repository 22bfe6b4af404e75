"""What the preview watches."""

from __future__ import annotations

from pathlib import Path

from generator.preview.watch import Watch


def test_a_private_folder_outside_the_site_is_watched_as_well(tmp_path: Path) -> None:
    root, private = tmp_path / "site", tmp_path / "private"
    (root / "content").mkdir(parents=True)
    private.mkdir()
    with Watch(root, None, private) as watch:
        (private / "rowan.yml").write_text("methodology: invented\n", encoding="utf-8")
        assert watch.changes(None) == ("rowan.yml",)
