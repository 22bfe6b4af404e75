"""What goes along when a page is cited or its link is shared: files of citations, the head's facts, pictures."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest

from generator.model import PageKind
from tests.citations import read_bibtex, read_ris

if TYPE_CHECKING:
    from tests.conftest import Site

KINDS = {
    "": "page",
    "about/": "page",
    "reviews/": "list",
    "reviews/wren/": "review",
    "reviews/type/adult-review/": "list",
    "briefings/knocking-twice/": "briefing",
    "themes/": "list",
    "news/": "news",
    "bulletins/2025-q1/": "bulletin",
}
MOST_BYTES = 60_000


def met(site: Site, address: str) -> dict[str, str]:
    """The facts in a page's head, by name or property."""
    found = {}
    for each in site.page(address).css("head meta"):
        name = each.attributes.get("property") or each.attributes.get("name")
        if name:
            assert name not in found, name
            found[name] = each.attributes["content"] or ""
    return found


@pytest.mark.parametrize(("name", "key"), [("reviews", "review"), ("briefings", "briefing")])
def test_the_files_of_citations_hold_every_record_as_the_open_data_have_it(built: Site, name: str, key: str) -> None:
    data = built.data(f"data/{name}.json")
    entries = read_bibtex((built.output / "data" / f"{name}.bib").read_text())
    ris = (built.output / "data" / f"{name}.ris").read_bytes()
    assert ris.count(b"\r\n") == ris.count(b"\n")
    records = read_ris(ris.decode().replace("\r\n", "\n"))
    assert len(data[name]) == len(entries) == len(records) > 5
    undated = 0
    for each in data[name]:
        entry, record = entries[f"{key}-{each['id']}"], records[f"{key}-{each['id']}"]
        dated = each.get("revised") or each["published"]
        undated += dated is None
        assert entry["title"] == record["title"]
        assert entry["title"].startswith(each.get("name") or each["title"])
        assert entry.get("year") == record.get("year") == (dated[:4] if dated else None)
        assert entry["url"] == each["address"]
        assert record["urls"] == [each["address"]]
        assert entry["author"] == data["publisher"]
    assert undated > 0


def test_a_page_shows_the_same_citations_as_the_files_hold(built: Site) -> None:
    page = built.main("reviews/wren/")
    for ending, read in (("bib", read_bibtex), ("ris", read_ris)):
        shown = page.css_first(f"#cite-{ending}")
        assert shown is not None
        held = read((built.output / "data" / f"reviews.{ending}").read_text())
        assert read(shown.text().lstrip("\n")) == {"review-wren": held["review-wren"]}


def test_a_reference_manager_learns_of_a_report_from_the_head(built: Site) -> None:
    facts = met(built, "reviews/wren/")
    [case] = [each for each in built.data("data/reviews.json")["reviews"] if each["id"] == "wren"]
    assert facts["citation_title"] == f"{case['name']}: {case['type_label']}"
    assert facts["citation_author"] == "Tarnshire Safeguarding Partnership,"
    assert facts["citation_technical_report_institution"] == "Tarnshire Safeguarding Partnership"
    assert facts["citation_publication_date"] == case["published"].replace("-", "/")
    assert "citation_publication_date" not in met(built, "reviews/sorrel/")
    assert [each for each in met(built, "themes/") if each.startswith("citation_")] == []


def test_every_page_names_the_picture_of_its_kind(built: Site) -> None:
    for address, kind in KINDS.items():
        facts = met(built, address)
        assert facts["og:image"] == f"https://learning.tarnshire.example/assets/share/{kind}.png", address
        assert facts["twitter:card"] == "summary_large_image"
        png = (built.output / "assets" / "share" / f"{kind}.png").read_bytes()
        assert png[:8] == b"\x89PNG\r\n\x1a\n"
        width, height = struct.unpack(">II", png[16:24])
        assert (str(width), str(height)) == (facts["og:image:width"], facts["og:image:height"]) == ("1200", "630")
        assert facts["og:image:alt"].startswith("Tarnshire learning library.")
        assert len(png) < MOST_BYTES


def test_pictures_of_links_are_warwickshires_own_and_small(warwickshire: Site, built: Site) -> None:
    for path in (warwickshire.output / "assets" / "share").iterdir():
        assert path.stat().st_size < MOST_BYTES
        assert path.read_bytes() != (built.output / "assets" / "share" / path.name).read_bytes()


def test_a_picture_is_drawn_once_anew_for_another_name_and_not_without_sheets(full: Site) -> None:
    folder = full.root / ".cache" / "library" / "share"
    full.build("--without", "search")
    before = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.png")}
    assert len(before) == len(PageKind)
    full.change("content/cases/wren/case.yml", "name: ", "name: Little ")
    full.build("--without", "search")
    assert {path.name: path.stat().st_mtime_ns for path in folder.glob("*.png")} == before
    full.change("content/partnership.yml", "library_name: Tarnshire learning", "library_name: Tarnshire reading")
    full.build("--without", "search")
    assert len(list(folder.glob("*.png"))) == 2 * len(PageKind)
    assert met(full, "reviews/wren/")["og:image:alt"].startswith("Tarnshire reading library.")
    full.build("--without", "search", "--without", "sheets")
    for address in KINDS:
        assert not {"og:image", "twitter:card"} & met(full, address).keys()
    assert not (full.output / "assets" / "share").exists()
