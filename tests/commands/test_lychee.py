"""lychee, another link checker, agrees with `library check` on the links inside a site."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

import pytest

from tests.conftest import Site

LYCHEE: Final = Path(sys.executable).with_name("lychee")
PAGE: Final = "reviews/heron/index.html"
DEAD: Final = ("../nobody/", "../wren/#nothing", "../../no-page/", "no-file.pdf", "../no-picture.png", "#no-place")
LIVE: Final = ("../", "../../", "#", "mailto:desk@tarnshire.example", "../../reviews/")


def lychee(folder: Path) -> dict[str, set[str]]:
    """The links that lychee calls broken, by page, as paths from the folder of the site."""
    command = [str(LYCHEE), "--offline", "--no-progress", "--include-fragments", "--index-files", "index.html"]
    told = subprocess.run(
        [*command, "--root-dir", str(folder), "--format", "json", f"{folder}/**/*.html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.stdout, told.stderr
    found: dict[str, Any] = json.loads(told.stdout)
    assert found["total"] > 0
    prefix = f"file://{folder}/"
    return {
        Path(page).relative_to(folder).as_posix(): {link["url"].removeprefix(prefix) for link in links}
        for page, links in found["error_map"].items()
    }


@pytest.mark.parametrize("name", ["built", "warwickshire"])
def test_lychee_finds_nothing_in_a_site_that_the_check_passes(name: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(name)
    assert lychee(site.root / "site") == {}


def test_lychee_and_the_check_find_the_same_planted_links(built: Site, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    shutil.copytree(built.root / "site", folder)
    page = folder / PAGE
    links = "".join(f'<a href="{each}">x</a>' for each in (*DEAD, *LIVE))
    page.write_text(page.read_text(encoding="utf-8").replace("</main>", f"{links}</main>"), encoding="utf-8")
    theirs = lychee(folder)
    assert set(theirs) == {PAGE}
    told = built.library("check", "--out", str(folder), "--format", "json").text
    found = json.loads(told[told.index("{") : told.rindex("}") + 1])["diagnostics"]
    ours = {link for link in (*DEAD, *LIVE) for each in found if f'the link "{link}" leads' in each["message"]}
    assert ours == set(DEAD)
    assert len(theirs[PAGE]) == len(DEAD), theirs
