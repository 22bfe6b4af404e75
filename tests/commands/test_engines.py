"""Three engines, one site; and the engine's own commands give the same."""

from __future__ import annotations

import re
import socket
import time
from typing import TYPE_CHECKING
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from selectolax.lexbor import LexborHTMLParser

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from tests.conftest import Site

OTHERS = ("properdocs", "zensical")


def names_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def pages_in(folder: Path) -> dict[str, Path]:
    return {name: folder / name for name in names_in(folder) if name.endswith(".html")}


@pytest.fixture(scope="module", params=OTHERS)
def by_another(request: pytest.FixtureRequest, built: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented partnership's site as another engine frames it."""
    folder = tmp_path_factory.mktemp(str(request.param)) / "site"
    built.build("--engine", str(request.param), "--out", str(folder))
    return folder


def test_every_engine_gives_the_same_addresses(built: Site, by_another: Path) -> None:
    assert names_in(by_another) == names_in(built.output)


def test_every_engine_gives_the_same_main_content(built: Site, by_another: Path) -> None:
    theirs = pages_in(by_another)
    for name, ours in pages_in(built.output).items():
        assert main_of(theirs[name]) == main_of(ours), name


def test_every_engine_gives_the_same_chrome_to_record_pages(built: Site, by_another: Path) -> None:
    for name in ("reviews/wren/index.html", "themes/harm/cuckooing/index.html", "news/autumn-moot/index.html"):
        ours = LexborHTMLParser((built.output / name).read_bytes())
        theirs = LexborHTMLParser((by_another / name).read_bytes())
        for selector in ("title", "link[rel=canonical]", "header a", "footer a", ".lib-breadcrumbs a", ".lib-toc a"):
            assert shown(theirs, selector) == shown(ours, selector), (name, selector)


def shown(page: LexborHTMLParser, selector: str) -> list[tuple[str, str | None]]:
    return [(" ".join(each.text().split()), each.attributes.get("href")) for each in page.css(selector)]


def main_of(path: Path) -> str:
    """A page's main part; engines differ in the white space and in the order of attributes of their own HTML."""
    main = LexborHTMLParser(path.read_bytes()).css_first("main")
    assert main is not None
    links = sorted(each.attributes.get("href") or "" for each in main.css("a"))
    anchors = sorted(each.attributes.get("id") or "" for each in main.css("[id]"))
    tags = [each.tag for each in main.traverse()]
    return f"{' '.join(main.text(separator=' ').split())}\n{links}\n{anchors}\n{tags}"


def test_plain_mkdocs_build_gives_the_same_site_however_often_it_runs(full: Site) -> None:
    told = full.library("build")
    assert told.status == 0, told.text
    ours = {name: (full.output / name).read_bytes() for name in names_in(full.output)}
    folder = full.root.parent / "by-mkdocs"
    for arguments in (("-d", str(folder)), ("-d", str(folder)), ()):
        ran = full.run("mkdocs", "build", "-q", *arguments)
        assert ran.status == 0, ran.text
        written = folder if arguments else full.output
        assert names_in(written) == ours.keys()
        assert [name for name, data in ours.items() if (written / name).read_bytes() != data] == []


def test_plain_mkdocs_build_with_an_error_leaves_the_site_as_it_was(site: Site) -> None:
    before = {name: (site.output / name).stat().st_mtime_ns for name in names_in(site.output)}
    site.change("content/pages/about/index.md", "contact.md#documents", "../gone/")
    ran = site.run("mkdocs", "build", "-q")
    assert ran.status == 1
    assert "P604" in ran.text
    assert "Traceback" not in ran.text
    site.change("content/cases/wren/case.yml", "type: adult-review", "type: adlt-review")
    ran = site.run("mkdocs", "build", "-q")
    assert ran.status == 1
    assert "adult-review (Tarn Adult Review)" in ran.text
    assert {name: (site.output / name).stat().st_mtime_ns for name in names_in(site.output)} == before


def test_mkdocs_serve_shows_a_change_of_a_record(full: Site) -> None:
    server, root = mkdocs_serving(full)
    try:
        page = f"{root}reviews/heron/"
        assert "Heron, 15, was out of school for a year." in wait_for(page, "Heron, 15", server)
        assert "Reviews linked to this briefing" in wait_for(f"{root}briefings/knocking-twice/", "linked to", server)
        full.change("content/cases/heron/case.yml", "for a year.", "for two winters.")
        assert "Heron, 15, was out of school for two winters." in wait_for(page, "two winters", server)
    finally:
        server.terminate()
        server.communicate()


def mkdocs_serving(site: Site) -> tuple[subprocess.Popen[str], str]:
    """MkDocs at work, and its address. It cannot choose a free port itself, and another program may take one first."""
    for _ in range(5):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            root = f"http://127.0.0.1:{free.getsockname()[1]}/"
        server = site.start("mkdocs", "serve", "-q", "-a", root.removeprefix("http://").rstrip("/"))
        wait_for(root, "<html", server)
        if server.poll() is None:
            return server, root
    raise AssertionError(server.communicate()[0])


def wait_for(address: str, words: str, server: subprocess.Popen[str]) -> str:
    """The page's text once it contains the words; the last text if they never come or the server ends."""
    text = ""
    for _ in range(3_000):
        try:
            with urlopen(address, timeout=300) as answer:
                text = answer.read().decode()
        except (URLError, OSError):
            text = ""
        if words in text or server.poll() is not None:
            break
        time.sleep(0.1)
    return re.sub(r"\s+", " ", text)
