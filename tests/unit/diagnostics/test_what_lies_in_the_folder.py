"""Files that are no files, links that lead elsewhere, names in old encodings: each is told, and nothing stops."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

Spoil = Callable[[Path], object]
CASE: Final = "content/cases/rowan/case.yml"


def offer(root: Path, name: str) -> None:
    """Lets Rowan's report be a file."""
    record = root / CASE
    record.write_text(record.read_text(encoding="utf-8").replace("availability: on-request", f"file: {name}"))


def link_out(root: Path) -> None:
    (root.parent / "outside.pdf").write_bytes(b"%PDF-1.7\n")
    (root / "content/cases/rowan/report.pdf").symlink_to(root.parent / "outside.pdf")
    offer(root, "report.pdf")


def folder_for_a_file(root: Path) -> None:
    (root / "content/cases/rowan/report.pdf").mkdir()
    offer(root, "report.pdf")


def name_in_latin_1(root: Path) -> None:
    Path(os.fsdecode(os.fsencode(root / "content/pages/news") + b"/caf\xe9.md")).write_text("# Invented\n")


def folder_in_latin_1(root: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(root / "content/cases") + b"/caf\xe9"))
    folder.mkdir()
    (folder / "case.yml").write_text("name: Hazel\ntype: cspr\npublished: 2023\nsources: [invented]\n")


def page_in_a_lists_place(root: Path) -> None:
    (root / "content/pages/briefings/for/professionals.md").write_text("# Invented\n")


FOUND: Final[dict[str, tuple[Spoil, str, str]]] = {
    "a link out of the folder": (link_out, "D402", "it leads out of the record's folder"),
    "a whole path": (lambda root: offer(root, "/etc/hostname"), "D402", "the name is not a plain file name"),
    "a path of another system": (lambda root: offer(root, "'C:/a.pdf'"), "D402", "the name is not a plain file name"),
    "a folder with a file's name": (folder_for_a_file, "D401", 'there is no file "report.pdf"'),
    "a dead link": (
        lambda root: (root / "content/notices/a.yml").symlink_to("nowhere"),
        "S005",
        "content/notices/a.yml cannot be read",
    ),
    "a link to itself": (
        lambda root: (root / "content/notices/a.yml").symlink_to("a.yml"),
        "S005",
        "content/notices/a.yml cannot be read",
    ),
    "a pipe": (
        lambda root: os.mkfifo(root / "content/notices/a.yml"),
        "S005",
        "content/notices/a.yml cannot be read",
    ),
    "a pipe for a page": (
        lambda root: os.mkfifo(root / "content/pages/a.md"),
        "S005",
        "content/pages/a.md cannot be read",
    ),
    "a folder for a notice": (
        lambda root: (root / "content/notices/a.yml").mkdir(),
        "S006",
        "content/notices/a.yml does not contain a record",
    ),
    "a page's name in an old encoding": (name_in_latin_1, "S005", "its name is not UTF-8"),
    "a folder's name in an old encoding": (folder_in_latin_1, "R205", "cannot become an address"),
    "a page in an old encoding": (
        lambda root: (root / "content/pages/news/index.md").write_bytes(b"# caf\xe9\n"),
        "Y107",
        "this file is not UTF-8 text",
    ),
    "a page where a list of briefings stands": (
        page_in_a_lists_place,
        "A501",
        '"/briefings/for/professionals/" would be the address of two things',
    ),
    "a page with a broken head": (
        lambda root: (root / "content/pages/news/index.md").write_text("---\ntitle: [\n---\n# Invented\n"),
        "Y101",
        "a value is missing",
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_is_wrong_in_the_folder_is_told_once(
    name: str, small_site: Path, run_on: Callable[[str, Path], str]
) -> None:
    spoil, code, said = FOUND[name]
    spoil(small_site)
    told = run_on("P604", small_site)
    assert [line for line in told.split("\n") if line.startswith(("error", "warning", "note"))] == [
        line for line in told.split("\n") if f"[{code}]: " in line and said in line
    ]
    assert told.count(f"[{code}]") == 1
