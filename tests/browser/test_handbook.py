"""Every task of the handbook works as its page says: an officer does them all at the forms, one after the other."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import REPOSITORY
from tests.handbook_pictures.__main__ import make_pictures
from tests.handbook_pictures.tasks import JOBS

PICTURES = REPOSITORY / "docs" / "pictures" / "handbook"


def test_an_officer_does_every_task_of_the_handbook(tmp_path: Path) -> None:
    officer = make_pictures(tmp_path)
    assert set(officer.made) == {file.stem for file in PICTURES.iterdir()}
    assert set(officer.counts) == set(JOBS)
    assert all(count.clicks for count in officer.counts.values())
