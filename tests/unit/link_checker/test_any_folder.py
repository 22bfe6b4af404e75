"""The check of a folder: below a folder of another site, on any host, and whatever lies in it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic
from generator.link_checker import SourceLocator, check_site
from generator.link_checker.html_links import srcset_urls
from generator.model import Records

SITE: Final = "https://council.example/library/"


def check(folder: Path, files: dict[str, str | bytes], site_url: str = SITE, **moves: str) -> list[tuple[str, str]]:
    """Code and hint of each finding in a folder of these files."""
    return [(each.code, each.hint or "") for each in checked(folder, files, site_url, **moves)]


def checked(folder: Path, files: dict[str, str | bytes], site_url: str = SITE, **moves: str) -> list[Diagnostic]:
    for name, held in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held if isinstance(held, bytes) else held.encode())
    where = SourceLocator(Records(None, None), site_url)
    return list(check_site(folder, site_url, where, moves).diagnostics)


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("/library/", []),
        ("/library/a/", []),
        ("/library", []),
        ("https://council.example/", []),
        ("https://council.example/library/a/", []),
        ("https://council.example/library/none/", ["L801"]),
        ("/a/", ["L801"]),
        ("/", ["L801"]),
        ("../../", ["L801"]),
        ("../../../../library/a/", []),
        ("/Library/a/", ["L801"]),
        ("/library/A/", ["L801"]),
        ("http://council.example/library/a/", ["L807"]),
        ("http://council.example/library/none/", ["L801"]),
        ("https://council.example:8443/library/none/", []),
    ],
)
def test_below_a_folder_of_another_site(tmp_path: Path, written: str, codes: list[str]) -> None:
    page = f'<a href="{written}">x</a><a href="/library/a/">x</a>'
    told = check(tmp_path, {"index.html": '<a href="a/">x</a>', "a/index.html": page})
    assert [code for code, _ in told] == codes


def test_a_host_with_letters_of_its_own_is_the_same_in_both_spellings(tmp_path: Path) -> None:
    page = '<a href="https://xn--mnchen-3ya.example/none/">x</a><a href="https://MÜNCHEN.example/none/">x</a>'
    assert [each for each, _ in check(tmp_path, {"index.html": page}, "https://münchen.example/")] == ["L801"]


def test_names_of_files_are_found_whatever_letters_they_have(tmp_path: Path) -> None:
    page = '<a href="caf%C3%A9%20100%25/?a#b">x</a><img src="a%23b.png"><img src="a%2Fb.png">'
    files: dict[str, str | bytes] = {
        "index.html": page,
        "café 100%/index.html": '<p id="b">',
        "a#b.png": b"",
        "a/b.png": b"",
    }
    assert [each for each, _ in check(tmp_path, files)] == ["L801"]


def test_a_moved_address_is_told_with_the_new_one(tmp_path: Path) -> None:
    page = '<a href="old/">x</a><a href="file.pdf">x</a><a href="a">x</a><a href="a/">x</a>'
    files: dict[str, str | bytes] = {
        "index.html": page,
        "a/index.html": "",
        "old/index.html": '<link rel="canonical" href="../a/"><meta http-equiv="refresh" content="0;url=../a/">',
    }
    told = check(tmp_path, files, SITE, **{"file.pdf": "https://elsewhere.example/file.pdf"})
    assert sorted(told) == [
        ("L803", 'write "a/"'),
        ("L803", 'write "a/"'),
        ("L803", 'write "https://elsewhere.example/file.pdf"'),
    ]


def test_the_same_link_on_many_pages_is_one_finding(tmp_path: Path) -> None:
    pages: dict[str, str | bytes] = {f"{number}/index.html": '<a href="../none/">x</a>' for number in range(400)}
    (found,) = checked(tmp_path, {"index.html": "", **pages})
    assert (found.pages, len(found.related)) == (400, 4)
    assert found.related[3].message == "and on 397 more pages, such as"


@pytest.mark.parametrize(
    ("srcset", "addresses"),
    [
        ("a.png", ["a.png"]),
        ("a.png 1x, b.png 2x", ["a.png", "b.png"]),
        ("a.png,b.png 2x", ["a.png,b.png"]),
        ("a.png, b.png", ["a.png", "b.png"]),
        (" ,, a.png 100w,\n\tb.png 200w , ", ["a.png", "b.png"]),
        ("data:image/png;base64,AA== 1x, b.png", ["data:image/png;base64,AA==", "b.png"]),
        ("", []),
        (" , ", []),
    ],
)
def test_a_srcset_is_read_as_browsers_read_it(srcset: str, addresses: list[str]) -> None:
    assert list(srcset_urls(srcset)) == addresses


NAMES: Final = ("index.html", "a.css", "b.js", "feed.xml", "c.json", "d.csv", "e.bib", "f.ics", "_redirects", "g.svg")
PIECES: Final = (
    b"<a href=", b"'", b'"', b">", b"<base href=//x>", b"url(", b")", b"@import '", b"https://council.example/library/",
    b"http://[", b"%", b"%zz", b"\xff\xfe", b"\0", b"#", b"&#0;", b"<![CDATA[", b"]]>", b"srcset=", b",", b" ",
    b"\r\n ", b"mailto:", b"tel:", b"\\", b"//", b"..", b"<meta http-equiv=refresh content='0;url=", b"javascript:",
    b"\xf0\x9f\x98\x80",
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_in_a_file_ends_the_check(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    for each in checked(tmp_path, files):
        assert each.code in {"L801", "L802", "L803", "L806", "L807"}
        assert len(each.message) <= 500
