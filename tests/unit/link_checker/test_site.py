"""A fault of each kind, planted in a built site and its sources: each is found where it stands, and nothing else is."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import TODAY, Site, copy_full

HERON: Final = "site/reviews/heron/index.html"


@dataclass(frozen=True)
class Planted:
    """One fault: where it is put, and what has to be said of it."""

    file: str
    """The file of the built site, or of the sources, that gets it; a new one where there is none."""

    text: str
    code: str
    said: str
    """Stands in the message."""

    at: str
    """The file, and the line where it is known, that the finding names."""

    hint: str = ""


def page(text: str, code: str, said: str, hint: str = "") -> Planted:
    """A fault in a built page alone: nobody has written it, so the record's file is named."""
    return Planted(HERON, text, code, said, "content/cases/heron/case.yml", hint)


def link(address: str, code: str, said: str = "", hint: str = "") -> Planted:
    return page(f'<a href="{address}">x</a>', code, said or f'"{address}"', hint)


def source(name: str, text: str, code: str, said: str) -> Planted:
    """A file among the sources."""
    return Planted(f"content/{name}", text, code, said, f"content/{name}")


def served(name: str, text: str) -> Planted:
    """An address in a file that is no page; it begins with `no-`."""
    said = text[text.index("no-") :].partition("/")[0]
    return Planted(f"site/{name}", text, "L801", said[:8], f"/{name.removesuffix('index.html')}")


PLANTED: Final = (
    # pages that are not there
    link("../nowhere/", "L801"),
    link("../../reviews/Wren/", "L801", hint="reviews/wren/"),
    link("/reviews/no-such/", "L801"),
    link("https://learning.tarnshire.example/no/page/", "L801"),
    link("//learning.tarnshire.example/gone/", "L801"),
    link("..\\missing\\", "L801"),
    link("%2e%2e/absent/", "L801"),
    link("../caf%C3%A9/", "L801"),
    link("../with space/", "L801"),
    link("../" + "x" * 100_000 + "/", "L801", '"../xxxx'),
    page("<a href='../unclosed/'>broken <b>HTML</a></td>", "L801", '"../unclosed/"'),
    page('<img src="../no.png" alt="x">', "L801", '"../no.png"'),
    page('<img srcset="../a,b.png 1x, ../../assets/favicon.svg 2x" alt="x">', "L801", '"../a,b.png"'),
    page('<video poster="../no.webp"></video>', "L801", '"../no.webp"'),
    page('<form action="../no-form/"></form>', "L801", '"../no-form/"'),
    page('<button formaction="../no-button/">x</button>', "L801", '"../no-button/"'),
    page('<object data="../no.pdf"></object>', "L801", '"../no.pdf"'),
    page('<blockquote cite="../no-source/">x</blockquote>', "L801", '"../no-source/"'),
    page('<meta property="og:image" content="https://learning.tarnshire.example/no-og.png">', "L801", "no-og.png"),
    page('<link rel="canonical" href="https://learning.tarnshire.example/no-canon/">', "L801", "no-canon"),
    page('<link rel="stylesheet" href="../no.css">', "L801", '"../no.css"'),
    page('<script src="../no.js"></script>', "L801", '"../no.js"'),
    served("assets/library.css", ".x { background: url( '../no-url.png' ) }"),
    served("assets/dark.css", '@import "no-import.css";'),
    served("assets/library.js", 'import("./no-module.js");'),
    served("feed.xml", '<entry><link href="https://learning.tarnshire.example/no-entry/"/></entry>'),
    served("feed.xml", '<content type="html">&lt;a href="/no-word/"&gt;x&lt;/a&gt;</content>'),
    served("sitemap.xml", "<loc>https://learning.tarnshire.example/no-loc/</loc>"),
    served("data/extra.json", '{"a": "https://learning.tarnshire.example/no-json/"}'),
    served("data/reviews.csv", "x,https://learning.tarnshire.example/no-csv/,y"),
    served("data/reviews.bib", "url = {https://learning.tarnshire.example/no-bib/}"),
    served("data/reviews.ris", "UR  - https://learning.tarnshire.example/no-ris/"),
    served("events.ics", "URL:https://learning.tarnshire.exa\r\n mple/no-ics/"),
    served("_redirects", "/old/page/ /no-new/ 301"),
    served("moved/index.html", '<meta http-equiv="Refresh" content="0; URL=\'../no-more/\'">'),
    # places that a page does not have
    link("#nowhere", "L802"),
    link("../wren/#no-place", "L802"),
    link("../wren/#caf%C3%A9", "L802", "#café"),
    link("../wren/#lost:~:text=some%20words", "L802", "#lost"),
    # by way of another address
    link("../wren", "L803", hint='write "reviews/wren/"'),
    link("../../old/page/", "L803"),
    link("../../sent/on/", "L803", hint='write "reviews/wren/"'),
    # addresses that cannot be followed
    link("javascript:void(0)", "L806"),
    link("data:text/html,x", "L806"),
    link("mailto:nobody", "L806"),
    link("mailto:a@b@c.example", "L806"),
    link("tel:0800 none", "L806"),
    link("http://[broken/", "L806"),
    link("https://exa mple.org/", "L806"),
    link("C:\\Users\\me\\report.pdf", "L806"),
    link("file:///home/me/report.pdf", "L806"),
    link("case:heron", "L806"),
    # this site by http
    link("http://learning.tarnshire.example/reviews/wren/", "L807", hint='write "https://learning'),
    # sources
    source("pages/about/unlinked.md", "# Nobody links here\n", "L804", "/about/unlinked/"),
    source("cases/heron/draft.txt", "x", "L805", "no record"),
    source("pages/about/forgotten.png", "x", "L805", "no page"),
)  # fmt: skip
WELL: Final = """
<a href="">x</a><a href="#">x</a><a href="#top">x</a><a href="#lib-main">x</a><a href="#:~:text=heron">x</a>
<a href=" ../wren/ ">x</a><a href="../w
ren/">x</a><a href="..\\wren\\">x</a>
<a href="%2e%2e/wren/?a=b&amp;c=d#story">x</a><a href="./.././wren/index.html">x</a>
<a href="//LEARNING.tarnshire.example:443/reviews/wren/">x</a><a href="https://learning.tarnshire.example">x</a>
<a href="/documents/wren-full-report.pdf#page=9999">x</a><a href="../%77ren/">x</a><a href="?sort=date">x</a>
<a href="mailto:a.b+c@tarnshire.example,d@tarnshire.example?subject=A%20b">x</a><a href="mailto:?body=x">x</a>
<a href="tel:+44-1632-960000">x</a><a href="tel:999">x</a><a href="sms:85258">x</a>
<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">
<a href="https://münchen.example/überall#ä">x</a><a href="http://elsewhere.example/reviews/no-such/">x</a>
<a name="lesetip">x</a>
<a href="#lesetip">x</a><p id="caf&eacute;">x</p><a href="#caf%C3%A9">x</a><a href="#café">x</a>
"""


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, list[dict[str, object]]]:
    """A built site with every fault in it, and what the command finds."""
    site = copy_full(tmp_path_factory.mktemp("faulty") / "full")
    for each in PLANTED:
        if each.file.startswith("content/"):
            title = (
                "---\ntitle: Unlinked\ndescription: Invented.\nsection: about\n---\n"
                if each.file.endswith(".md")
                else ""
            )
            site.write(each.file, title + each.text)
    site.build()
    site.write("site/sent/on/index.html", '<meta http-equiv="refresh" content="0; url=../../reviews/wren/"><p id="x">')
    for each in PLANTED:
        if each.file.startswith("site/"):
            plant(site.root / each.file, each.text)
    plant(site.root / HERON, WELL)
    return site, findings(site)


def plant(path: Path, text: str) -> None:
    """At the end of what a file holds, inside what a page or feed is made of."""
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    head, end, rest = before.rpartition("</body>" if path.suffix == ".html" else "</")
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = f"{head}{text}{end}{rest}" if end and path.suffix in (".html", ".xml") else f"{before}\n{text}\n"
    path.write_text(whole, encoding="utf-8", newline="")


def findings(site: Site, *arguments: str) -> list[dict[str, object]]:
    """What the command finds in the links and files of a site."""
    told = site.library("check", "--today", TODAY, "--format", "json", *arguments).text
    every = json.loads(told[told.index("{") :])["diagnostics"]
    return [each for each in every if each["code"].startswith("L")]


def is_of(found: dict[str, object], planted: Planted) -> bool:
    place = found["location"]
    assert isinstance(place, dict)
    return (
        found["code"] == planted.code
        and planted.said in str(found["message"])
        and place["file"] == planted.at
        and planted.hint in str(found["hint"])
    )


@pytest.mark.parametrize("planted", PLANTED, ids=lambda each: f"{each.code} {each.said}"[:60])
def test_a_planted_fault_is_found_where_it_stands(
    planted: Planted, faulty: tuple[Site, list[dict[str, object]]]
) -> None:
    assert [each for each in faulty[1] if is_of(each, planted)]


def test_nothing_else_is_found(faulty: tuple[Site, list[dict[str, object]]]) -> None:
    assert [each for each in faulty[1] if not any(is_of(each, planted) for planted in PLANTED)] == []
    assert len(faulty[1]) == len(PLANTED)


SOURCES: Final = (
    ("content/notices/paper-pad.yml", "L801", "https://learning.tarnshire.example/resources/no-pad/"),
    ("content/pages/about/index.md", "L802", "#no-such-words"),
)


def test_a_link_in_a_source_is_told_at_its_line(full: Site) -> None:
    notice, page = (full.root / each for each, _, _ in SOURCES)
    notice.write_text(notice.read_text() + f'\nlinks:\n  - {{label: Pad, url: "{SOURCES[0][2]}"}}\n')
    page.write_text(page.read_text() + "\n\nSee [the words](contact.md#no-such-words).\n")
    full.build("--without", "search", "--without", "sheets")
    told = {str(finding["code"]): finding["location"] for finding in findings(full) if finding["code"] != "L805"}
    assert set(told) >= {"L801", "L802"}
    for name, code, written in SOURCES:
        place = told[code]
        assert isinstance(place, dict)
        assert place["file"] == name
        line = (full.root / name).read_text().split("\n")[place["line"] - 1]
        assert line[place["column"] - 1 :].lstrip("(").startswith((written, "contact.md" + written))


def test_what_every_page_shows_is_told_once_at_the_theme(full: Site) -> None:
    full.build("--without", "search", "--without", "sheets")
    (full.output / "assets" / "dark.css").unlink()
    told = [finding for finding in findings(full) if finding["code"] == "L801"]
    (every,) = (each for each in told if int(str(each["pages"])) > 50)
    place = every["location"]
    assert isinstance(place, dict)
    assert place["file"].endswith("overrides/base.html"), place
    assert place["line"]
    related = every["related"]
    assert isinstance(related, list)
    assert len(related) == 4
    assert re.fullmatch(r"and on \d+ more pages, such as", related[3]["message"])
