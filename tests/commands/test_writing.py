"""What a build writes, and what it leaves alone."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site


def stamps_of(folder: Path) -> dict[str, tuple[int, str]]:
    """Every file's time of change and hash."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
        for path in folder.rglob("*")
        if path.is_file()
    }


def rewritten(before: dict[str, tuple[int, str]], folder: Path) -> set[str]:
    """Files that are new or were written again."""
    return {name for name, stamp in stamps_of(folder).items() if before.get(name) != stamp}


def split(names: set[str]) -> tuple[set[str], set[str]]:
    """The files of the search index, and all others."""
    index = {name for name in names if name.startswith("search/index/")}
    return index, names - index


def test_a_second_build_writes_nothing(site: Site) -> None:
    before = stamps_of(site.output)
    told = site.build()
    assert stamps_of(site.output) == before
    assert "0 written, 0 removed" in told.text


def test_a_changed_case_rewrites_only_the_pages_that_show_it(site: Site) -> None:
    before = stamps_of(site.output)
    site.change("content/cases/heron/case.yml", "Ask who will call, and when.", "Ask who will call.")
    site.build()
    papers = {
        f"documents/{kind}s/heron-lessons.pdf": f"documents/pictures/{kind}s/heron-lessons.webp"
        for kind in ("sheet", "poster")
    }
    index, changed = split(rewritten(before, site.output))
    pages = {"reviews/heron/index.html", "briefings/heron-lessons/index.html"}
    # Its themes and its harm quote the review, and the page of all sheets and the data say how large the sheet is.
    quoting = {
        "themes/handing-over/",
        "themes/knocking-twice/",
        "themes/harm/being-left-out/",
    }
    listing = {*(f"{each}index.html" for each in quoting), "about/index.html", "documents/sheets.zip"}
    # The list of files changes with every file. The page of all sheets changes if their size in KB does.
    assert changed | {"about/index.html"} == pages | listing | {
        "data/briefings.json",
        ".library-files",
    } | papers.keys() | {*papers.values()}
    assert len([each for each in index if "/fragment/" in each]) == len(pages)
    assert not {each for each in index if each.endswith((".js", ".pagefind"))}


def test_a_changed_summary_rewrites_every_list_that_shows_it_and_nothing_else(site: Site) -> None:
    before = stamps_of(site.output)
    site.change("content/cases/heron/case.yml", "for a year", "for two winters")
    site.build()
    changed = rewritten(before, site.output)
    for name in ("reviews/heron/index.html", "reviews/year/2024/index.html", "themes/handing-over/index.html"):
        assert name in changed
    assert {"data/reviews.json", "data/reviews.csv", "feed.xml"} <= changed
    assert not {"reviews/sorrel/index.html", "themes/harm/cold-home/index.html", "404.html", "sitemap.xml"} & changed
    for name in stamps_of(site.output).keys() - changed:
        assert b"two winters" not in (site.output / name).read_bytes()


def test_a_removed_record_takes_its_pages_with_it(site: Site) -> None:
    (site.root / "content" / "notices" / "tarn-walkers.yml").unlink()
    site.build()
    assert not (site.output / "resources" / "tarn-walkers").exists()
    for path in site.output.rglob("*"):
        assert not path.is_file() or b"tarn-walkers" not in path.read_bytes(), path


def test_a_removed_document_is_no_longer_offered(site: Site) -> None:
    address = site.output / "documents" / "wren-plain-summary.pdf"
    assert address.is_file()
    site.change("content/cases/wren/case.yml", "  - {kind: plain-summary, file: summary.pdf}\n", "")
    site.change("content/cases/wren/case.yml", "          - {document: plain-summary}\n", "")
    site.build()
    assert not address.exists()


def test_a_lost_page_comes_back(site: Site) -> None:
    before = stamps_of(site.output)
    (site.output / "reviews" / "wren" / "index.html").unlink()
    shutil.rmtree(site.output / "themes")
    site.build()
    assert {name: stamp[1] for name, stamp in stamps_of(site.output).items()} == {
        name: stamp[1] for name, stamp in before.items()
    }


def test_a_page_changed_by_hand_is_put_right(site: Site) -> None:
    page = site.output / "reviews" / "wren" / "index.html"
    right = page.read_bytes()
    page.write_bytes(right.replace(b"Wren", b"Hawk"))
    site.build()
    assert page.read_bytes() == right


def test_a_deleted_cache_costs_only_time(site: Site) -> None:
    before = {name: stamp[1] for name, stamp in stamps_of(site.output).items()}
    shutil.rmtree(site.root / ".cache")
    site.build()
    assert {name: stamp[1] for name, stamp in stamps_of(site.output).items()} == before


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        ("content/cases/wren/case.yml", "themes: [knocking-twice", "themes: [knocking-twise", "V302"),
        ("content/cases/wren/case.yml", "briefing:knocking-twice", "briefing:knocking-thrice", "P601"),
        ("content/partnership.yml", "name: Tarnshire Safeguarding Partnership\n", "", "R202"),
        ("content/pages/about/index.md", "library:partners", "library:partner", "P603"),
        ("content/pages/about/index.md", "contact.md#documents", "../gone/", "P604"),
        ("content/pages/themes/index.md", "theme:handing-over", "theme:handing-on", "P601"),
    ],
)
def test_a_build_with_an_error_writes_nothing(site: Site, name: str, old: str, new: str, code: str) -> None:
    before = stamps_of(site.output)
    site.change(name, old, new)
    # A change that would be published, were it not for the error.
    site.change("content/cases/heron/case.yml", "for a year", "for two winters")
    told = site.library("build", "--today", "2026-05-01")
    assert told.status == 1
    assert code in told.text
    assert "nothing was written, the site is unchanged" in told.text
    assert stamps_of(site.output) == before


def test_each_broken_link_to_one_page_is_reported_at_its_own_line(site: Site) -> None:
    path = site.root / "content/pages/about/index.md"
    text = path.read_text("utf-8")
    path.write_text(f"{text}\nSee [this](../gone.md).\n\nAnd see [that](../gone.md).\n", encoding="utf-8")
    told = site.library("build", "--today", "2026-05-01", "--format", "json")
    found, _ = json.JSONDecoder().raw_decode(told.text[told.text.index("[") :])
    lines = [one["location"]["line"] for one in found if one["code"] == "P604"]
    first = text.count("\n") + 2
    assert lines == [first, first + 2]


def _errors(site: Site) -> set[tuple[str, int]]:
    """The code and the line of each error."""
    told = site.library("build", "--today", "2026-05-01", "--format", "json")
    found, _ = json.JSONDecoder().raw_decode(told.text[told.text.index("[") :])
    return {(one["code"], one["location"]["line"]) for one in found if one["severity"] == "error"}


def test_each_link_without_an_address_is_reported_where_it_is_on_a_page(site: Site) -> None:
    path = site.root / "content/pages/about/index.md"
    text = path.read_text("utf-8")
    path.write_text(
        f'{text}\nSee [the plan]() here.\n\nSee [the list](<>).\n\nAnd <a href="">that</a>.\n', encoding="utf-8"
    )
    first = text.count("\n") + 2
    assert _errors(site) == {("P601", first), ("P601", first + 2), ("L827", first + 4)}


def test_each_link_without_an_address_is_reported_where_it_is_in_a_record(site: Site) -> None:
    path = site.root / "content/cases/wren/case.yml"
    before, field, after = path.read_text("utf-8").partition("story: |\n")
    path.write_text(f"{before}{field}  See [the plan]() here.\n\n  See [the list](<>).\n\n{after}", encoding="utf-8")
    first = before.count("\n") + 2
    assert _errors(site) == {("P601", first), ("P601", first + 2)}


def test_the_exit_status_is_2_where_the_command_could_not_run(site: Site, tmp_path: Path) -> None:
    stray = tmp_path / "elsewhere"
    stray.mkdir()
    (stray / "letter.txt").write_text("not ours")
    assert site.library("build", "--out", str(stray)).status == 2
    assert [path.name for path in stray.iterdir()] == ["letter.txt"]
    assert site.run("generator", "build", "--root", str(tmp_path)).status == 2
    assert site.run("generator", "build", "--engine", "quill").status == 2
    site.change("mkdocs.yml", "name: material", "name: marble")
    told = site.library("build")
    assert told.status == 2, told.text
    assert "Traceback" not in told.text


@pytest.mark.parametrize("folder", [".", "content", "content/pages", "content/pages/site", "briefings", "mkdocs.yml"])
def test_the_site_is_never_written_over_what_it_is_made_from(site: Site, folder: str) -> None:
    before = stamps_of(site.root / "content") | stamps_of(site.root / "briefings")
    site.change("mkdocs.yml", "site_dir: site", f"site_dir: {folder}")
    told = site.library("build")
    assert told.status == 2
    assert "S004" in told.text
    assert stamps_of(site.root / "content") | stamps_of(site.root / "briefings") == before


def test_a_site_that_is_a_symbolic_link_is_written_where_it_points(site: Site, tmp_path: Path) -> None:
    held = set(stamps_of(site.output))
    shutil.rmtree(site.output)
    (tmp_path / "elsewhere").mkdir()
    site.output.symlink_to(tmp_path / "elsewhere")
    try:
        site.build()
        assert set(stamps_of(tmp_path / "elsewhere")) == held
        assert site.output.is_symlink()
        assert "0 written, 0 removed" in site.build().text
    finally:
        site.output.unlink()
