"""Files in the output folder that no build wrote: they are never removed or overwritten."""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.conftest import Site, copy_full, files_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def fresh(built: Site, tmp_path: Path) -> Site:
    """A separate built copy: a test may leave files in its output folder."""
    site = copy_full(tmp_path / "full")
    shutil.copytree(built.root / ".cache", site.root / ".cache")
    site.build()
    return site


def add_notice(site: Site) -> str:
    """Adds a record; returns the file of its page."""
    notice = (site.root / "content" / "notices" / "tarn-walkers.yml").read_text("utf-8")
    site.write("content/notices/lamp-walk.yml", notice)
    return "resources/lamp-walk/index.html"


def own_files(folder: Path) -> dict[str, bytes]:
    """A folder with an editor's plan and a repository in it, as many have one called `docs`."""
    for name in ("plan.md", "index.html", "notes/of the meeting.txt", ".git/HEAD", "old/.git/config"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"the editor's own {name}")
    return files_of(folder)


@pytest.mark.parametrize("written", ["docs", "./docs", "content/../docs", "ABSOLUTE", "linked", "docs/notes"])
def test_a_folder_that_no_build_has_written_is_left_alone(full: Site, written: str) -> None:
    before = own_files(full.root / "docs")
    (full.root / "linked").symlink_to("docs")
    full.change("mkdocs.yml", "site_dir: site", f"site_dir: {written.replace('ABSOLUTE', str(full.root / 'docs'))}")
    told = full.library("build")
    assert told.status == 2, told.text
    assert "S004" in told.text
    assert "nothing was written, the site is unchanged" in told.text
    assert files_of(full.root / "docs") == before


def test_plain_mkdocs_leaves_it_alone_too(full: Site) -> None:
    before = own_files(full.root / "docs")
    full.change("mkdocs.yml", "site_dir: site", "site_dir: docs")
    told = full.run("mkdocs", "build", "-q")
    assert told.status == 1, told.text
    assert "S004" in told.text
    assert files_of(full.root / "docs") == before


def test_plain_mkdocs_reports_what_it_leaves_in_the_site(fresh: Site) -> None:
    (fresh.output / "stray.txt").write_text("stray")
    told = fresh.run("mkdocs", "build", "-q")
    assert told.status == 0, told.text
    assert "warning[S010]" in told.text
    assert (fresh.output / "stray.txt").read_text() == "stray"


def test_a_folder_that_was_written_and_then_replaced_by_another_is_left_alone(fresh: Site) -> None:
    shutil.rmtree(fresh.output)
    before = own_files(fresh.output)
    told = fresh.library("build")
    assert told.status == 2, told.text
    assert "S004" in told.text
    assert files_of(fresh.output) == before


def test_an_empty_folder_and_one_with_only_the_files_of_a_host_are_written(full: Site) -> None:
    full.output.mkdir()
    kept = {"CNAME": "reviews.example.org", ".nojekyll": "", ".git": "gitdir: ../.git/worktrees/site"}
    for name, text in kept.items():
        (full.output / name).write_text(text)
    (full.output / "lost+found").mkdir()
    told = full.build()
    assert "S010" not in told.text
    assert (full.output / "index.html").is_file()
    assert {name: (full.output / name).read_text() for name in kept} == kept


def test_what_a_person_puts_into_the_site_stays_and_is_reported(fresh: Site) -> None:
    stray = {
        "reviews/private/letter.html": b"a letter",
        "reviews/private/deep/er.txt": b"more",
        "themes/.git/HEAD": b"a repository",
        "google1234.html": b"a proof",
    }
    for name, data in {**stray, "CNAME": b"reviews.example.org", ".git/HEAD": b"ref"}.items():
        (fresh.output / name).parent.mkdir(parents=True, exist_ok=True)
        (fresh.output / name).write_bytes(data)
    (fresh.root / "content" / "notices" / "tarn-walkers.yml").unlink()
    told = fresh.build()
    assert told.text.count("warning[S010]") == 3
    for place in ("site/reviews/private", "site/themes/.git", "site/google1234.html"):
        assert f"  --> {place}" in told.text
    assert "rm -r site/reviews/private" in told.text
    assert "rm site/google1234.html" in told.text
    assert {name: (fresh.output / name).read_bytes() for name in stray} == stray
    assert (fresh.output / ".git" / "HEAD").is_file()
    assert (fresh.output / "CNAME").is_file()
    assert not (fresh.output / "resources" / "tarn-walkers").exists()
    checked = fresh.library("check", "--today", "2026-05-01")
    assert checked.status == 1
    assert checked.text.count("warning[S010]") == 3


def test_very_many_of_them_are_not_all_named(fresh: Site) -> None:
    for number in range(60):
        (fresh.output / f"stray-{number:02}.txt").write_text("stray")
    told = fresh.build()
    assert told.text.count("warning[S010]") == 1
    assert len(set(re.findall(r"stray-\d+", told.text))) == 10
    assert "and 50 more; list them all with --all" in told.text
    assert len(set(re.findall(r"stray-\d+", fresh.build("--all").text))) == 60


def put_file_at_the_address(site: Site) -> str:
    name = add_notice(site)
    (site.output / name).parent.mkdir(parents=True)
    (site.output / name).write_text("the editor's own page")
    return name


def put_file_in_place_of_a_folder(site: Site) -> str:
    add_notice(site)
    (site.output / "resources" / "lamp-walk").write_text("the editor's own file")
    return "resources/lamp-walk"


def put_folder_in_place_of_a_file(site: Site) -> str:
    (site.output / "feed.xml").unlink()
    (site.output / "feed.xml").mkdir()
    (site.output / "feed.xml" / "inside.txt").write_text("the editor's own file")
    return "feed.xml/inside.txt"


def put_link_in_place_of_a_folder(site: Site) -> str:
    (site.root.parent / "elsewhere").mkdir()
    (site.root.parent / "elsewhere" / "index.html").write_text("the editor's own page")
    shutil.rmtree(site.output / "themes")
    (site.output / "themes").symlink_to(site.root.parent / "elsewhere")
    return "themes"


def put_dangling_link(site: Site) -> str:
    name = add_notice(site)
    (site.output / name).parent.mkdir(parents=True)
    (site.output / name).symlink_to("nowhere")
    return name


@pytest.mark.parametrize(
    "put",
    [
        put_file_at_the_address,
        put_file_in_place_of_a_folder,
        put_folder_in_place_of_a_file,
        put_link_in_place_of_a_folder,
        put_dangling_link,
    ],
)
def test_a_file_in_the_way_stops_the_build_before_anything_is_written(fresh: Site, put: Callable[[Site], str]) -> None:
    name = put(fresh)
    fresh.change("content/cases/heron/case.yml", "for a year", "for two winters")
    before, outside = files_of(fresh.output), files_of(fresh.root.parent)
    told = fresh.library("build", "--today", "2026-05-01")
    assert told.status == 2, told.text
    assert "error[S009]" in told.text
    assert f"  --> site/{name}" in told.text
    assert f"rm site/{name}" in told.text
    assert "nothing was written, the site is unchanged" in told.text
    assert files_of(fresh.output) == before
    assert {each for each in files_of(fresh.root.parent) if "/.cache/" not in each} == {
        each for each in outside if "/.cache/" not in each
    }
    (fresh.output / name).unlink()
    fresh.build()
    assert (fresh.output / "feed.xml").is_file()
    assert not (fresh.output / "themes").is_symlink()


def test_a_file_with_the_same_content_is_not_in_the_way(fresh: Site) -> None:
    name = add_notice(fresh)
    fresh.build()
    page = (fresh.output / name).read_bytes()
    (fresh.root / "content" / "notices" / "lamp-walk.yml").unlink()
    fresh.build()
    add_notice(fresh)
    (fresh.output / name).parent.mkdir()
    (fresh.output / name).write_bytes(page)
    assert "S009" not in fresh.build().text


def test_empty_folders_are_not_in_the_way(fresh: Site) -> None:
    before = files_of(fresh.output)
    (fresh.output / "feed.xml").unlink()
    (fresh.output / "feed.xml" / "empty" / "too").mkdir(parents=True)
    fresh.build()
    assert files_of(fresh.output) == before


def kept_versions(site: Site) -> list[bytes]:
    return [path.read_bytes() for path in (site.root / ".cache" / "library" / "replaced").iterdir()]


def test_a_page_changed_by_hand_is_written_again_and_the_change_is_kept(fresh: Site) -> None:
    before = files_of(fresh.output)
    (fresh.output / "index.html").write_text("a better home page")
    told = fresh.build()
    assert "warning[S011]" in told.text
    assert "  --> site/index.html" in told.text
    assert files_of(fresh.output) == before
    assert kept_versions(fresh) == [b"a better home page"]
    assert "S011" not in fresh.build().text


def test_a_page_changed_by_hand_goes_with_its_record_and_the_change_is_kept(fresh: Site) -> None:
    (fresh.output / "resources" / "tarn-walkers" / "index.html").write_text("a better notice")
    (fresh.root / "content" / "notices" / "tarn-walkers.yml").unlink()
    told = fresh.build()
    assert "warning[S011]" in told.text
    assert not (fresh.output / "resources" / "tarn-walkers").exists()
    assert kept_versions(fresh) == [b"a better notice"]


def test_a_page_replaced_by_a_link_is_written_again_and_the_target_stays(fresh: Site) -> None:
    own = fresh.root.parent / "own.html"
    own.write_text("the editor's own page")
    for name, target in {"index.html": own, "404.html": fresh.root / "nowhere"}.items():
        (fresh.output / name).unlink()
        (fresh.output / name).symlink_to(target)
    assert fresh.build().text.count("warning[S011]") == 2
    assert not (fresh.output / "index.html").is_symlink()
    assert own.read_text() == "the editor's own page"


def test_files_with_other_times_are_recognised(fresh: Site) -> None:
    for path in fresh.output.rglob("*"):
        os.utime(path, (1, 1))
    told = fresh.build()
    assert "0 written, 0 removed" in told.text
    assert "S01" not in told.text


def test_without_the_cache_a_build_knows_its_own_files(fresh: Site) -> None:
    shutil.rmtree(fresh.root / ".cache")
    (fresh.output / "stray.txt").write_text("stray")
    (fresh.root / "content" / "notices" / "tarn-walkers.yml").unlink()
    told = fresh.build()
    assert not (fresh.output / "resources" / "tarn-walkers").exists()
    assert told.text.count("warning[S010]") == 1
    fresh.root.joinpath("site", "stray.txt").unlink()
    fresh.build("--out", str(fresh.root.parent / "out"))
    assert files_of(fresh.output) == files_of(fresh.root.parent / "out")


def test_a_copy_of_the_repository_with_its_site_knows_the_files(fresh: Site, tmp_path: Path) -> None:
    shutil.copytree(fresh.root, tmp_path / "clone", ignore=shutil.ignore_patterns(".cache"), copy_function=shutil.copy)
    clone = Site(tmp_path / "clone")
    assert "0 written, 0 removed" in clone.build().text
    assert clone.library("check", "--today", "2026-05-01").text.count("S010") == 0


def test_without_the_cache_and_the_list_it_says_what_to_type(fresh: Site) -> None:
    shutil.rmtree(fresh.root / ".cache")
    (fresh.output / ".library-files").unlink()
    before = files_of(fresh.output)
    told = fresh.library("build", "--today", "2026-05-01")
    assert told.status == 2
    assert "S004" in told.text
    assert "rm -r site" in told.text
    assert files_of(fresh.output) == before


def test_a_list_that_was_copied_elsewhere_makes_no_file_a_builds_own(fresh: Site, tmp_path: Path) -> None:
    before = own_files(tmp_path / "docs")
    shutil.copy(fresh.output / ".library-files", tmp_path / "docs")
    told = fresh.library("build", "--out", str(tmp_path / "docs"), "--today", "2026-05-01")
    assert told.status == 2, told.text
    assert "S009" in told.text
    assert {**files_of(tmp_path / "docs"), **before} == files_of(tmp_path / "docs")
