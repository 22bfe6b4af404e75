"""The files for servers: each says the same in its own words, and allows what the pages need and nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests import server_files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site

PATHS = (
    "/",
    "/reviews/wren/",
    "/404.html",
    "/feed.xml",
    "/for/frontline-staff/feed.xml",
    "/data/reviews.csv",
    "/assets/library.js",
    "/search/index/a",
)
KEPT = re.compile(r"search/index/(?:fragment|index)/")


@pytest.mark.parametrize("name", server_files.READERS)
def test_every_answer_is_under_the_policy(built: Site, name: str) -> None:
    told = server_files.read(built.output, name)
    for path in (*PATHS, "/documents/wren-full-report.pdf"):
        headers = told.headers(path)
        policy = dict(each.split(" ", 1) for each in headers["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
        assert "unsafe-inline" not in str(policy)
        assert "'unsafe-eval'" not in str(policy)
        assert headers["Strict-Transport-Security"] == "max-age=31536000"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "geolocation=()" in headers["Permissions-Policy"]


def test_every_page_states_the_policy_for_hosts_that_send_no_headers(built: Site) -> None:
    sent = server_files.read(built.output, ".htaccess").headers("/")["Content-Security-Policy"]
    pages = sorted(built.output.rglob("*.html"))
    assert len(pages) > 20
    for path in pages:
        html = path.read_text(encoding="utf-8")
        (stated,) = LexborHTMLParser(html).css('meta[http-equiv="Content-Security-Policy"]')
        # A page cannot say who may show it in a frame.
        assert f"{stated.attributes['content']}; frame-ancestors 'none'" == sent, path
        assert html.index("Content-Security-Policy") < html.index("<title>") < html.index("<script")


def test_the_three_files_say_the_same(built: Site) -> None:
    hosts, apache, nginx = (server_files.read(built.output, name) for name in server_files.READERS)
    fragment = next((built.output / "search/index/fragment").iterdir()).relative_to(built.output).as_posix()
    for path in (*PATHS, f"/{fragment}"):
        said = {name: value.replace("; charset=utf-8", "") for name, value in nginx.headers(path).items()}
        others = [apache.headers(path), hosts.headers(path)]
        # What these hosts say of themselves where nothing is said; and what a server knows without being told.
        others[1] = {"Cache-Control": "no-cache"} | others[1]
        for each in others:
            told = {name: value.replace("; charset=utf-8", "") for name, value in each.items()}
            assert {"Content-Type": "text/javascript"} | told == {"Content-Type": "text/javascript"} | said, path


@pytest.mark.parametrize("name", server_files.READERS)
def test_only_what_is_named_by_what_it_holds_is_kept(built: Site, name: str) -> None:
    told = server_files.read(built.output, name)
    kept = set()
    for path in built.output.rglob("*"):
        if path.is_file():
            address = path.relative_to(built.output).as_posix()
            if "max-age" in told.headers(f"/{address}").get("Cache-Control", "no-cache"):
                kept.add(address)
    assert kept
    assert all(KEPT.match(each) for each in kept)
    assert {KEPT.match(each)[0] for each in kept} == {f"search/index/{x}/" for x in ("fragment", "index")}  # type: ignore[index]


def test_feed_and_table_have_their_types(built: Site) -> None:
    for name in server_files.READERS:
        told = server_files.read(built.output, name)
        assert told.headers("/feed.xml")["Content-Type"].startswith("application/atom+xml")
        assert told.headers("/bulletins/feed.xml")["Content-Type"].startswith("application/atom+xml")
        assert told.headers("/data/reviews.csv")["Content-Type"].startswith("text/csv")
        if name != "_headers":
            # Those hosts know it by themselves.
            assert told.headers("/news/autumn-moot/event.ics")["Content-Type"].startswith("text/calendar")


def inline_scripts(site: Path) -> set[str]:
    """What a browser would have to run inline, by its hash."""
    found = set()
    for page in site.rglob("*.html"):
        for script in LexborHTMLParser(page.read_bytes()).css("script:not([src]):not([type='application/ld+json'])"):
            found.add(f"'sha256-{b64encode(sha256(script.text().encode()).digest()).decode()}'")
    return found


def allowed(site: Path, source: str = "'sha256-") -> set[str]:
    policy = server_files.read(site, "_headers").headers("/")["Content-Security-Policy"]
    scripts = next(each for each in policy.split("; ") if each.startswith("script-src "))
    return {word for word in scripts.split() if word.startswith(source)}


def test_exactly_the_inline_scripts_of_the_pages_are_allowed(built: Site, warwickshire: Site) -> None:
    for site in (built, warwickshire):
        assert inline_scripts(site.output)
        assert allowed(site.output) == inline_scripts(site.output)
        assert allowed(site.output, "'wasm-unsafe-eval'")


def test_a_script_of_a_hand_written_page_is_allowed_and_a_site_without_search_runs_no_program(site: Site) -> None:
    before = allowed(site.output)
    script = '<script type="module">\n  document.title += "é > 1";\n</script>\n\n<script type="text/x-data">a</script>'
    page = site.root / "content" / "pages" / "about" / "contact.md"
    text = page.read_text("utf-8").removeprefix("---\n")
    page.write_text(f"---\naccepted_html:\n  script: It is for the tests.\n{text}\n{script}\n", "utf-8")
    search = site.root / "content" / "pages" / "search" / "index.md"
    search.write_text(search.read_text("utf-8").replace("<!-- library:search -->", ""), "utf-8")
    site.build()
    own = b64encode(sha256('\n  document.title += "é > 1";\n'.encode()).digest()).decode()
    assert allowed(site.output) == {*before, f"'sha256-{own}'"}
    assert not allowed(site.output, "'wasm-unsafe-eval'")


def test_the_files_are_written_again_where_they_are_lost_and_a_kept_name_never_changes_what_it_holds(
    site: Site,
) -> None:
    def kept() -> dict[str, bytes]:
        files = (path for path in (site.output / "search" / "index").rglob("*") if path.is_file())
        named = {file.relative_to(site.output).as_posix(): file.read_bytes() for file in files}
        return {name: data for name, data in named.items() if KEPT.match(name)}

    before, held = (site.output / ".htaccess").read_bytes(), kept()
    (site.output / ".htaccess").unlink()
    site.change("content/cases/heron/case.yml", "Ask who will call, and when.", "Ask who will knock.")
    site.build()
    assert (site.output / ".htaccess").read_bytes() == before
    same = held.keys() & kept().keys()
    assert same
    assert held.keys() != kept().keys()
    assert {name: held[name] for name in same} == {name: kept()[name] for name in same}


def test_a_site_below_a_folder_says_so(site: Site) -> None:
    site.change("mkdocs.yml", "https://learning.tarnshire.example/", "https://x.example/sub/")
    site.build()
    for name in server_files.READERS:
        told = server_files.read(site.output, name)
        assert told.error_page in (None, "/sub/404.html")
        assert "nosniff" in told.headers("/sub/reviews/wren/")["X-Content-Type-Options"]
        assert "immutable" in told.headers("/sub/search/index/fragment/en_1.pf_fragment")["Cache-Control"]
        assert told.headers("/sub/feed.xml")["Content-Type"].startswith("application/atom+xml")
