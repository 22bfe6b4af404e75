"""Files that nobody links to are reported, except those that are there for people, hosts and robots."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from tests.unit.diagnostics.conftest import lay, run

UNUSED: Final = ("drawing.png", "notes.txt", "how-to-read.txt", "my-licence.txt")
ABOUT_THE_FOLDER: Final = ("COPYING", "NOTICE", "OFL.txt", "LICENSE", "LICENCE.txt", "README.txt")
FOR_HOSTS: Final = ("robots.txt", "humans.txt", "favicon.ico", "CNAME")


def test_a_file_is_unused_unless_its_name_says_what_it_is_for(tmp_path: Path) -> None:
    root = lay(tmp_path / "site")
    folders = {"content/cases/rowan": (), "content/pages": FOR_HOSTS}
    for folder, more in folders.items():
        for name in (*UNUSED, *ABOUT_THE_FOLDER, *more):
            (root / folder / name).write_bytes(b"words")
    assert run(root, "build", "--without", "sheets", "--without", "search").status == 0
    told = json.loads(run(root, "check", "--format", "json").told)
    reported = [each["location"]["file"] for each in told["diagnostics"] if each["code"] == "L805"]
    assert sorted(reported) == sorted(f"{folder}/{name}" for folder in folders for name in UNUSED)


def test_hosts_look_only_next_to_the_home_page(tmp_path: Path) -> None:
    root = lay(tmp_path / "site")
    name = "content/cases/rowan/robots.txt"
    (root / name).write_bytes(b"words")
    assert run(root, "build", "--without", "sheets", "--without", "search").status == 0
    assert f"--> {name}" in run(root, "check").told
