"""Every task of the handbook works as its page says: an officer does them all at the forms, one after the other."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.conftest import REPOSITORY
from tests.handbook_pictures.__main__ import make_pictures
from tests.handbook_pictures.tasks import JOBS

PICTURES = REPOSITORY / "docs" / "pictures" / "handbook"


def test_an_officer_does_every_task_of_the_handbook(tmp_path: Path) -> None:
    # The browser of the other tests may be open in this thread, and Playwright allows one for each.
    with ThreadPoolExecutor(max_workers=1) as thread:
        officer = thread.submit(make_pictures, tmp_path).result()
    assert set(officer.made) == {file.stem for file in PICTURES.iterdir()}
    assert set(officer.counts) == set(JOBS)
    assert all(count.clicks for count in officer.counts.values())
