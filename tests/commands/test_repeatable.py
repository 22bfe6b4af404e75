"""The same records give the same bytes, in any folder, on any server path."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["another", "with a space", "Käse & <Brot> 'n' #1 100%", "смерека-🕊"])
def test_a_site_in_any_folder_gives_the_same_bytes(built: Site, tmp_path: Path, name: str) -> None:
    other = type(built)(tmp_path / name / "full")
    for path, data in bytes_of(built.root).items():
        if not path.startswith(("site/", ".cache/")):
            (other.root / path).parent.mkdir(parents=True, exist_ok=True)
            (other.root / path).write_bytes(data)
    other.build()
    assert bytes_of(other.output) == bytes_of(built.output)
    assert other.library("check", "--today", "2026-05-01").status == 0


def test_another_output_folder_gets_the_same_bytes_and_can_be_written_again(built: Site, tmp_path: Path) -> None:
    folder = tmp_path / "not there yet" / "out"
    built.build("--out", str(folder))
    assert bytes_of(folder) == bytes_of(built.output)
    assert "0 written, 0 removed" in built.build("--out", str(folder)).text


def test_the_command_finds_the_site_that_it_is_run_in(built: Site, tmp_path: Path) -> None:
    ran = built.run("generator", "build", "--today", "2026-05-01", "--out", str(tmp_path / "out"))
    assert ran.status == 0, ran.text
    assert bytes_of(tmp_path / "out") == bytes_of(built.output)
    elsewhere = built.run("generator", "check", "--today", "2026-05-01", "--root", str(built.root), cwd=tmp_path)
    assert elsewhere.status == 0, elsewhere.text


def test_no_page_tells_where_it_was_built(built: Site) -> None:
    for name, data in bytes_of(built.output).items():
        assert str(built.root).encode() not in data, name
        assert b"Wren FINAL v3" not in data, name


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory, built: Site) -> Site:
    """The sample as it is deployed below another site's folder."""
    root = tmp_path_factory.mktemp("below") / "full"
    for path, data in bytes_of(built.root).items():
        if not path.startswith(("site/", ".cache/")):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
    site = type(built)(root)
    site.change("mkdocs.yml", "https://learning.tarnshire.example/", "https://x.example/sub/")
    site.build()
    return site


def test_every_link_of_a_site_below_a_folder_resolves(below: Site) -> None:
    told = below.library("check", "--today", "2026-05-01")
    assert told.status == 0, told.text


def test_a_broken_link_is_found_by_the_check(site: Site) -> None:
    page = site.output / "reviews" / "wren" / "index.html"
    page.write_text(page.read_text("utf-8").replace("../../briefings/cold-homes/", "../../briefings/kold-homes/"))
    told = site.library("check", "--today", "2026-05-01")
    assert told.status == 1
    assert "L801" in told.text
    assert "content/cases/wren/case.yml" in told.text
    assert 'did you mean "briefings/cold-homes/"?' in told.text


def test_every_internal_link_of_every_page_stays_below_the_folder(below: Site) -> None:
    for path in below.output.rglob("*.html"):
        for node in LexborHTMLParser(path.read_bytes()).css("[href], [src]"):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            assert not link.startswith("/") or link.startswith("/sub/"), (path, link)
            assert "learning.tarnshire.example" not in link, (path, link)


def test_the_page_for_what_is_not_found_works_at_any_depth(below: Site) -> None:
    page = LexborHTMLParser((below.output / "404.html").read_bytes())
    links = [node.attributes.get("href") or node.attributes.get("src") or "" for node in page.css("[href], [src]")]
    inside = [link.partition("#")[0] for link in links if not re.match(r"https?:|tel:|sms:|mailto:|#", link)]
    assert len(inside) > 8
    for link in inside:
        assert link.startswith("/sub/"), link
        target = below.output / PurePosixPath(link).relative_to("/sub")
        assert (target / "index.html").is_file() or target.is_file(), link
