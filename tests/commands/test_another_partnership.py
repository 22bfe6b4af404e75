"""Nothing in the house knows whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from generator.model.slots import CHROME_SLOTS, LISTING_SLOTS, SLOT_PATTERN
from generator.model.vocabulary import TERM_LISTS
from tests import pdfs
from tests.conftest import vocabulary_of

if TYPE_CHECKING:
    from tests.conftest import Site

REAL = ("warwickshire", "01926", "front door", "safeguardingwarwickshire")


def test_no_byte_of_another_partnerships_site_names_warwickshire(built: Site) -> None:
    for path in built.output.rglob("*"):
        assert "warwickshire" not in path.name.lower()
        if path.is_file():
            # A PDF's table of offsets is full of numbers, and its text is compressed.
            data = pdfs.shown(path) if path.suffix == ".pdf" else path.read_bytes()
            assert [name for name in REAL if name.encode() in data.lower()] == [], path


@pytest.mark.parametrize("folder", ["generator", "overrides"])
def test_no_source_of_the_house_names_warwickshire(folder: str, request: pytest.FixtureRequest) -> None:
    suffixes = {".py", ".html", ".css", ".js", ".xml", ".svg"}
    sources = [each for each in (request.config.rootpath / folder).rglob("*") if each.suffix in suffixes]
    assert len(sources) > 5
    for path in sources:
        text = path.read_text("utf-8").lower()
        assert [name for name in REAL if name in text] == [], path


def test_every_file_of_the_sample_says_that_it_is_invented(request: pytest.FixtureRequest) -> None:
    folder = request.config.rootpath / "tests" / "sites" / "valid" / "full"
    others = {".cache", "site", "fonts"}  # the fonts are real, and their licence lies beside them
    for path in folder.rglob("*"):
        if path.is_file() and not others & set(path.relative_to(folder).parts):
            text = PdfReader(path).pages[0].extract_text() if path.suffix == ".pdf" else path.read_text("utf-8")
            assert "Invented for tests" in text, path


def test_the_sample_shares_no_id_of_its_vocabulary_with_warwickshire(built: Site, warwickshire: Site) -> None:
    def ids(site: Site) -> set[tuple[str, str]]:
        words = vocabulary_of(site.root)
        # National bodies, and the usual names of series, belong to no partnership.
        own = set(TERM_LISTS) - {"recipients", "repositories", "briefing_series"}
        return {(name, term.id) for name in own for term in getattr(words, name)}

    assert ids(built) & ids(warwickshire) == set()


def test_the_sample_uses_every_listing_slot_and_none_is_left_in_any_page(built: Site) -> None:
    used = {
        match[1]
        for page in (built.root / "content" / "pages").rglob("*.md")
        for match in SLOT_PATTERN.finditer(page.read_text("utf-8"))
    }
    assert used == set(LISTING_SLOTS)
    for page in built.output.rglob("*.html"):
        assert "<!-- library:" not in page.read_text("utf-8"), page


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", "7 reviews"),
        ("reviews", "Tarn Child Review (3)"),
        ("reviews", "2024"),
        ("reviews", "Sedge: a near miss"),
        ("briefings", "Rowan and Robin"),
        ("themes", "Cold home"),
        ("themes", "Harm to an adult"),
        ("bulletins", "January to March 2025"),
        ("bulletins", "Get the Tarnshire bulletin"),
        ("news", "Autumn moot"),
        ("resources", "Handy tools"),
        ("about", "Tarnshire Constabulary"),
        ("about", "Tarn Walkers"),
        ("about", "Tarnshire Record Office"),
        ("about/contact", "01632 960101"),
        ("about/contact", "Tarn Listeners"),
        ("about/contact", "documents@tarnshire.example"),
        ("about/contact", "Tell Tarnshire what you think"),
    ],
)
def test_a_listing_slot_shows_what_this_partnership_has(built: Site, address: str, words: str) -> None:
    assert words in built.main(address).text()


def test_every_page_wears_this_partnerships_name_contacts_and_colours(built: Site) -> None:
    assert set(CHROME_SLOTS) >= {"partnership-name", "library-name", "exit-address"}
    for path in built.output.rglob("*.html"):
        html = path.read_text("utf-8")
        for words in ("Tarnshire Safeguarding Partnership", "Tarnshire learning library", "01632 960102"):
            assert words in html, path
        assert 'href="https://www.tarnshire.example/weather"' in html, path
    style = (built.output / "assets" / "library.css").read_text("utf-8")
    assert [colour for colour in ("#4b2e6b", "#d3b8f0", "#0b6b3a") if colour not in style] == []


def test_prose_links_by_id_lead_where_they_say(built: Site) -> None:
    story = {each.attributes["href"] for each in built.page("reviews/wren").css("main section a")}
    for address in (
        "briefings/knocking-twice/",
        "reviews/rowan-and-robin/",
        "themes/harm/cuckooing/",
        "themes/handing-over/",
        "reviews/type/adult-review/",
        "news/autumn-moot/",
        "resources/visit-ledger/",
        "about/contact/",
        "about/contact/#worried",
        "feed.xml",
    ):
        assert f"../../{address}" in story
    assert 'href="../reviews/wren/"' in (built.main("reviews").html or "")
    assert 'href="../../feed.xml"' in (built.main("about/feeds-and-data").html or "")
    assert 'href="../../"' in (built.main("about/contact").html or "")


def test_each_way_to_get_a_document_is_said(built: Site) -> None:
    wren = built.main("reviews/wren").text().replace("\N{NO-BREAK SPACE}", " ")
    assert "Wren: Tarn Adult Review report (PDF, 3 pages," in wren
    assert "Wren: plain summary (PDF, 1 page," in wren
    assert "Not published: It names a witness." in wren
    rowan = built.main("reviews/rowan-and-robin").text()
    assert "On Tarnshire Safeguarding Partnership's website" in rowan and "On another website" not in rowan
    assert "Not published yet: A court has not finished." in rowan
    assert "Withdrawn: A figure in it was wrong." in built.main("reviews/sedge").text()
    assert "How to ask for this document: Sorrel: Tarn Child Review report" in built.main("reviews/sorrel").text()
    assert (built.output / "documents" / "wren-full-report.pdf").read_bytes().startswith(b"%PDF-")
