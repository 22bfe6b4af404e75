"""The search index of a built site: what is in it, what is not, and when it is made."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import pytest
import yaml

from tests.conftest import TODAY, files_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site

INDEX: Final = "search/index/"


def held(output: Path) -> dict[str, dict[str, Any]]:
    """What the index holds of each page, by its address."""
    fragments = {}
    for path in (output / INDEX / "fragment").iterdir():
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        fragments[fragment["url"]] = fragment
    return fragments


def plain_index(output: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the index as a browser reads it."""
    for name, data in files_of(output / INDEX).items():
        yield name, gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


@pytest.fixture
def no_pagefind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on, a build that starts Pagefind fails to."""
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nothing here"))


LISTS = tuple(
    f"{shelf}/{facet}"
    for shelf, facets in (
        ("reviews", ("type/", "year/", "about/")),
        ("briefings", ("series/", "year/", "about/", "for/")),
        ("news", ("about/",)),
        ("recommendations", ("status/", "year/", "overdue/")),
    )
    for facet in (*facets, "how-to-read-")
)
"""Pages that hold nothing but records; a theme's page says what the theme is, and is found."""

FRONTS = (
    "reviews/",
    "briefings/",
    "themes/",
    "themes/by-year/",
    "bulletins/",
    "news/",
    "resources/",
    "recommendations/",
)


def test_every_public_page_is_in_the_index_and_no_list_of_pages(built: Site) -> None:
    found = held(built.output)
    pages = {path.parent.relative_to(built.output).as_posix() + "/" for path in built.output.rglob("index.html")}
    lists = {
        page for page in pages if page.startswith((*LISTS, "years/")) or page in (*FRONTS, "about/feeds-and-data/")
    }
    assert pages - lists - found.keys() - {"./"} <= {
        "search/",
        "reviews/tansy/",
        "briefings/tansy-lessons/",
        "themes/nothing-yet/",
    } | {
        page
        for page in pages
        if "[Withdrawn]" in built.page(page).css_first("title").text()  # type: ignore[union-attr]
    }
    assert found.keys() & lists == set()
    assert "reviews/wren/" in found
    assert "/" in found


def test_a_result_shows_its_kind_and_is_found_by_its_themes_and_harms(built: Site) -> None:
    found = held(built.output)
    wren = found["reviews/wren/"]["meta"]
    assert wren["kind"] == "Review"
    assert wren["title"].startswith("Wren: ")
    assert wren["about"]
    assert found["briefings/cold-homes/"]["meta"]["kind"] == "Briefing"
    kinds = {each["meta"]["kind"].partition(",")[0] for each in found.values() if "kind" in each["meta"]}
    assert kinds == {"Review", "Briefing", "Bulletin", "News", "Resource", "Page", "Document", "Recommendation"}


def test_a_review_and_its_lessons_learned_briefing_are_found_by_the_themes_and_harms_of_the_review(built: Site) -> None:
    found = held(built.output)
    record = yaml.safe_load((built.root / "content/cases/wren/case.yml").read_text(encoding="utf-8"))
    terms = [*(f"themes/{each}" for each in record["themes"]), *(f"themes/harm/{each}" for each in record["harms"])]
    links = {link.attributes["href"]: link.text().strip() for link in built.page("reviews/wren/").css("aside a[href]")}
    labels = {links[f"../../{term}/"] for term in terms}
    for address in ("reviews/wren/", "briefings/wren-lessons/"):
        assert labels <= set(found[address]["meta"]["about"].split("; ")), address


def test_what_stands_on_every_page_is_not_indexed(built: Site) -> None:
    for address, each in held(built.output).items():
        for repeated in ("Leave this site", "Cite this", "Related reviews", "On this page", "Worried about"):
            assert repeated not in each["content"], address
        assert "#" not in each["content"], address


def test_drafts_and_withdrawn_records_are_not_in_the_index(site: Site) -> None:
    canary = "zyzzogeton"
    for name in ("content/cases/teasel/case.yml", "content/cases/tansy/case.yml", "content/cases/wren/case.yml"):
        text = (site.root / name).read_text(encoding="utf-8")
        site.write(name, text.replace("name: ", f"name: {canary if 'wren' not in name else 'visiblewren'} ", 1))
    for arguments in ((), ("--drafts",)):
        site.build(*arguments)
        files = dict(plain_index(site.output))
        assert any(b"visiblewren" in data for data in files.values())
        assert [name for name, data in files.items() if canary.encode() in data] == []


def test_another_name_of_a_review_is_in_the_index_and_other_people_are_not(site: Site) -> None:
    changed = "also_known_as: [zyzzogeton]\npeople: [quonterby]"
    site.change("content/cases/wren/case.yml", "also_known_as: [Mrs W]", changed)
    site.build()
    assert "zyzzogeton" in held(site.output)["reviews/wren/"]["meta"]["about"]
    assert [name for name, data in plain_index(site.output) if b"quonterby" in data] == []


@pytest.mark.usefixtures("no_pagefind")
def test_a_second_build_starts_nothing(site: Site) -> None:
    told = site.build()
    assert "0 written, 0 removed" in told.text
    assert "S008" not in told.text


def test_a_changed_page_changes_its_own_part_of_the_index(site: Site) -> None:
    before = files_of(site.output / INDEX)
    site.change("content/cases/heron/case.yml", "Ask who will call, and when.", "Ask who will telephone.")
    site.build()
    after = files_of(site.output / INDEX)
    gone = {name for name in before.keys() - after.keys() if name.startswith("fragment/")}
    assert len(gone) == 2, "the case, and the briefing that tells it"
    assert "telephone" in held(site.output)["reviews/heron/"]["content"]


def test_a_page_that_is_no_longer_public_is_found_no_more_even_where_no_index_can_be_made(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nothing here"))
    (site.root / "content" / "notices" / "tarn-walkers.yml").unlink()
    told = site.build()
    assert "S008" in told.text
    assert not (site.output / INDEX).exists()
    assert (site.output / "search" / "index.html").is_file()


def test_without_search_there_is_no_index(site: Site) -> None:
    count = len(files_of(site.output / INDEX))
    told = site.build("--without", "search")
    assert f"0 written, {count} removed" in told.text
    assert not (site.output / INDEX).exists()
    assert f"{count} written, 0 removed" in site.build().text


def test_a_site_without_a_page_for_it_gets_no_index(site: Site) -> None:
    (site.root / "content/pages/search/index.md").unlink()
    site.change("mkdocs.yml", "  - Search: search/index.md\n", "")
    site.build()
    assert not (site.output / "search").exists()


def test_the_engine_itself_gives_the_same_index(site: Site) -> None:
    before = files_of(site.output / INDEX)
    ran = site.run("mkdocs", "build", "--quiet")
    assert ran.status == 0, ran.text
    made_today = held(site.output)
    site.build("--today", _today())
    assert held(site.output) == made_today
    site.build()
    assert files_of(site.output / INDEX) == before


def _today() -> str:
    from generator.system.clock import london_now

    return london_now().isoformat()


DYING: Final = """
import os, signal, sys
from generator.cli import main
from generator.system import cached_folder

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(cached_folder, sys.argv.pop(), die)
main()
"""
"""The command, killed while the index is made: before it is whole, or before it has its place."""


@pytest.mark.parametrize("step", ["write_checksums", "rename_unless_finished"])
def test_a_build_killed_while_it_indexes_leaves_the_site_as_it_was(site: Site, step: str) -> None:
    before = files_of(site.output)
    site.change("content/cases/heron/case.yml", "for a year", f"for two winters {step}")
    command = [sys.executable, "-c", DYING, "build", "--root", str(site.root), "--today", TODAY, step]
    died = subprocess.run(command, capture_output=True, check=False, timeout=600)
    assert died.returncode == -9, (died.stdout, died.stderr)
    assert files_of(site.output) == before
    site.build()
    assert "two winters" in held(site.output)["reviews/heron/"]["content"]
    assert "0 written, 0 removed" in site.build().text
