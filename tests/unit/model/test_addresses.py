"""Addresses never change once published: here they stand in full."""

from __future__ import annotations

import pytest

from generator.markdown import record_link
from generator.model import Address, Vocabulary, address_of, addresses
from generator.model.notice import Notice


@pytest.mark.parametrize(
    ("spelt", "address"),
    [
        (addresses.review("grace"), "reviews/grace/"),
        (addresses.review_type("sar"), "reviews/type/sar/"),
        (addresses.review_year(2022), "reviews/year/2022/"),
        (addresses.review_year(None), "reviews/year/undated/"),
        (addresses.reviews_about("children"), "reviews/about/children/"),
        (addresses.theme("early-help"), "themes/early-help/"),
        (addresses.harm("neglect"), "themes/harm/neglect/"),
        (addresses.THEMES_BY_YEAR, "themes/by-year/"),
        (addresses.report_year("2022-23"), "years/2022-23/"),
        (addresses.briefing("early-help"), "briefings/early-help/"),
        (addresses.series("seven-minute"), "briefings/series/seven-minute/"),
        (addresses.briefing_year(2022), "briefings/year/2022/"),
        (addresses.briefing_year(None), "briefings/year/undated/"),
        (addresses.briefings_for("professionals"), "briefings/for/professionals/"),
        (addresses.briefings_about("adults"), "briefings/about/adults/"),
        (addresses.notice("moot", "news"), "news/moot/"),
        (addresses.notice("form", "resources"), "resources/form/"),
        (addresses.document("grace", "report", "pdf"), "documents/grace-report.pdf"),
        (addresses.FEED, "feed.xml"),
        (addresses.REVIEWS_JSON, "data/reviews.json"),
        (addresses.REVIEWS_CSV, "data/reviews.csv"),
        (addresses.BRIEFINGS_JSON, "data/briefings.json"),
        (addresses.REVIEWS_BIBTEX, "data/reviews.bib"),
        (addresses.REVIEWS_RIS, "data/reviews.ris"),
        (addresses.BRIEFINGS_BIBTEX, "data/briefings.bib"),
        (addresses.BRIEFINGS_RIS, "data/briefings.ris"),
        (addresses.share_picture("review"), "assets/share/review.png"),
        (addresses.SITEMAP, "sitemap.xml"),
    ],
)
def test_an_address_is_spelt_as_it_was_published(spelt: Address, address: str) -> None:
    assert spelt == address


@pytest.mark.parametrize(
    ("address", "up", "folder", "file"),
    [
        ("", "", "", "index.html"),
        ("reviews/", "../", "", "reviews/index.html"),
        ("reviews/grace/", "../../", "reviews/", "reviews/grace/index.html"),
        ("reviews/type/sar/", "../../../", "reviews/type/", "reviews/type/sar/index.html"),
        ("404.html", "", "", "404.html"),
        ("data/reviews.csv", "../", "data/", "data/reviews.csv"),
    ],
)
def test_the_way_up_the_folder_and_the_file_of_an_address(address: str, up: str, folder: str, file: str) -> None:
    assert (addresses.path_to_root(address), addresses.parent_folder(address), addresses.output_file(address)) == (
        up,
        folder,
        file,
    )


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("case:grace", "reviews/grace/"),
        ("case:grace#learning", "reviews/grace/#learning"),
        ("briefing:early-help", "briefings/early-help/"),
        ("theme:early-help", "themes/early-help/"),
        ("harm:neglect", "themes/harm/neglect/"),
        ("type:sar", "reviews/type/sar/"),
        ("notice:moot", "news/moot/"),
        ("page:about/contact", "about/contact/"),
        ("page:/about/contact/", "about/contact/"),
        ("page:", ""),
        ("page:#top", "#top"),
        ("site:feed.xml", "feed.xml"),
        ("site:/data/reviews.json", "data/reviews.json"),
    ],
)
def test_a_link_by_id_leads_to_its_address(written: str, address: str) -> None:
    link = record_link(written)
    assert link is not None
    assert link.address() == address


@pytest.mark.parametrize(
    "written",
    ["https://x.example/", "mailto:a@x.example", "tel:999", "#learning", "about/", "cases:grace", "", "Case:grace"],
)
def test_an_ordinary_address_is_no_link_by_id(written: str) -> None:
    assert record_link(written) is None


@pytest.mark.parametrize(
    ("kind", "address"), [("flash", "news/n/"), ("tool", "resources/n/"), ("never-heard-of", "news/n/")]
)
def test_a_notice_lies_on_the_shelf_of_its_kind(kind: str, address: str) -> None:
    words = Vocabulary.model_validate(
        {"notice_kinds": [{"id": "flash", "label": "Flash"}, {"id": "tool", "label": "Tool", "shelf": "resources"}]}
    )
    notice = Notice.model_validate({"id": "n", "title": "N", "kind": kind, "summary": "S"})
    assert address_of(notice, words) == address
    assert address_of(notice, None) == "news/n/"
