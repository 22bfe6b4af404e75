"""What goes along when a page is cited or its link is shared: files of citations, the head's facts, pictures."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops

from generator.documents.print_sheets import share_images
from generator.model import PageKind
from tests.citations import read_bibtex, read_ris

if TYPE_CHECKING:
    from tests.conftest import Site

KINDS = {
    "": "page",
    "about/": "page",
    "reviews/": "list",
    "reviews/wren/": "reviews/wren",
    "reviews/type/adult-review/": "list",
    "briefings/knocking-twice/": "briefings/knocking-twice",
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


OWN_TITLES = {
    "reviews/wren/": "Wren. Tarn Adult Review",
    "briefings/knocking-twice/": "Knocking twice. 7-minute briefing",
}


def test_every_page_names_the_picture_of_its_kind_and_a_record_its_own(built: Site) -> None:
    for address, kind in KINDS.items():
        facts = met(built, address)
        assert facts["og:image"] == f"https://learning.tarnshire.example/assets/share/{kind}.png", address
        assert facts["twitter:card"] == "summary_large_image"
        png = (built.output / "assets" / "share" / f"{kind}.png").read_bytes()
        assert png[:8] == b"\x89PNG\r\n\x1a\n"
        width, height = struct.unpack(">II", png[16:24])
        assert (str(width), str(height)) == (facts["og:image:width"], facts["og:image:height"]) == ("800", "420")
        assert facts["og:image:alt"].startswith(OWN_TITLES.get(address, "Tarnshire learning library"))
        assert "Tarnshire learning library. " in facts["og:image:alt"]
        assert len(png) < MOST_BYTES


def test_pictures_of_links_are_warwickshires_own_and_small(warwickshire: Site, built: Site) -> None:
    for kind in PageKind:
        picture = f"assets/share/{kind}.png"
        assert (warwickshire.output / picture).read_bytes() != (built.output / picture).read_bytes()
    for path in (warwickshire.output / "assets" / "share").rglob("*.png"):
        assert path.stat().st_size < MOST_BYTES


def test_the_picture_of_a_review_holds_its_title(warwickshire: Site) -> None:
    """The same picture with another title differs only where the title is, so the title is what is seen there."""
    pictures = warwickshire.output / "assets" / "share" / "reviews"
    grace, charlie = (Image.open(pictures / f"{name}.png").convert("L") for name in ("grace", "charlie"))
    left, top, right, bottom = ImageChops.difference(grace, charlie).getbbox() or (0, 0, 0, 0)
    assert (left, right) > (40, 150)
    assert 60 < top < bottom < 200
    lit = grace.crop((0, top, 420, bottom)).point(lambda value: 255 if value > 200 else 0).getbbox()
    assert lit is not None
    assert lit[2] - lit[0] > 150


def test_the_newest_records_have_a_picture_of_their_own_and_the_others_that_of_their_kind(
    full: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(share_images, "_MOST_OF_A_KIND", 1)
    full.build("--without", "search")
    assert len(list((full.output / "assets" / "share" / "reviews").iterdir())) == 1
    pictures = {met(full, f"reviews/{name}/")["og:image"].rpartition("/share/")[2] for name in ("wren", "sorrel")}
    assert "review.png" in pictures


def test_pictures_are_drawn_again_only_for_another_title_or_name_and_not_without_sheets(full: Site) -> None:
    folder = full.root / ".cache" / "library" / "share"
    full.build("--without", "search")
    before = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.png")}
    assert len(before) > len(PageKind) + 10
    full.change("content/cases/wren/case.yml", "name: ", "name: Little ")
    full.build("--without", "search")
    after = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.png")}
    drawn = after.keys() - before.keys()
    assert len(drawn) in {1, 2}  # Little Wren, and the briefing with this name in its title
    assert {name: after[name] for name in before} == before
    assert met(full, "reviews/wren/")["og:image:alt"].startswith("Little Wren.")
    full.change("content/partnership.yml", "library_name: Tarnshire learning", "library_name: Tarnshire reading")
    full.build("--without", "search")
    assert "Tarnshire reading library." in met(full, "reviews/wren/")["og:image:alt"]
    full.build("--without", "search", "--without", "sheets")
    for address in KINDS:
        assert not {"og:image", "twitter:card"} & met(full, address).keys()
    assert not (full.output / "assets" / "share").exists()
