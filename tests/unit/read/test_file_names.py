"""Names of files that Windows cannot store are found once each."""

from __future__ import annotations

import pytest

from generator.read.file_names import find_names_that_windows_refuses


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("aux", "aux is the name of a device there"),
        ("Con.yml", "Con is the name of a device there"),
        ("com1.tar.gz", "com1 is the name of a device there"),
        ("report: final.pdf", "the name contains ':'"),
        ("who?.md", "the name contains '?'"),
        ("a\\b.md", "the name contains '\\\\'"),
        ("part 2.", "the name ends with a full stop or a space"),
        ("part 2 ", "the name ends with a full stop or a space"),
    ],
)
def test_a_name_that_windows_refuses_is_reported_once(name: str, why: str) -> None:
    files = (f"content/{name}/one.md", f"content/{name}/two.md", f"briefings/{name}")
    found = [diagnostic.message for diagnostic in find_names_that_windows_refuses(files)]
    assert found == [
        f"Windows cannot store content/{name}: {why}",
        f"Windows cannot store briefings/{name}: {why}",
    ]


@pytest.mark.parametrize("name", ["console.md", "auxiliary", "com10.txt", "Siân.md", "a & b (2).pdf", "_frame.md"])
def test_a_similar_name_is_not_reported(name: str) -> None:
    assert list(find_names_that_windows_refuses((f"content/pages/{name}",))) == []


def test_a_control_character_in_a_name_is_an_error() -> None:
    found = list(find_names_that_windows_refuses(["content/pages/\x01.md", "content/pages/a:b.md"]))

    assert [(each.code, str(each.severity)) for each in found] == [("S023", "error"), ("S023", "warning")]
