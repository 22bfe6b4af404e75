"""A review whose report is not published: the page says so, and leads to the improvements. All cases are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Site

SAID = "The report of this review is not published."
WITHHELD = "{kind: full-report, availability: withheld, reason: The family could be recognised.}"
IMPROVEMENTS = '{kind: improvements, url: "https://www.tarnshire.example/improvements.pdf"}'


@pytest.fixture
def site(full: Site) -> Site:
    """The sample site, whose reviews about children publish improvements if they publish no report."""
    full.change(
        "content/vocabulary.yml",
        "document_kinds:\n",
        "document_kinds:\n  - {id: improvements, label: improvements to be made, replaces_report: true}\n",
    )
    full.change(
        "content/vocabulary.yml",
        "    label: Tarn Child Review\n",
        "    label: Tarn Child Review\n    steps: [{rule: improvements, documents: [full-report]}]\n",
    )
    return full


def write_hazel(site: Site, *documents: str, state: str = "publication: not-published") -> str:
    """Write a review, build the site, and return what the build reports about it."""
    listed = "".join(f"  - {each}\n" for each in documents)
    site.write(
        "content/cases/hazel/case.yml",
        f"name: Hazel\ntype: child-review\n{state}\nsummary: Hazel was hurt at home.\nsources: [invented]\n"
        + (f"documents:\n{listed}" if documents else ""),
    )
    told = site.build("--without", "search", "--without", "sheets")
    return told.text


def test_a_report_that_is_not_published_is_replaced_by_the_improvements(site: Site) -> None:
    assert "W924" not in write_hazel(site, WITHHELD, IMPROVEMENTS)
    main = site.main("reviews/hazel")
    note = next(each for each in main.css(".lib-status") if SAID in each.text())
    assert "You can read what the partners say should be improved:" in " ".join(note.text().split())
    (link,) = note.css("a")
    assert link.attributes["href"] == "https://www.tarnshire.example/improvements.pdf"
    assert link.text() == "Hazel: improvements to be made"
    assert "The family could be recognised." in main.text()
    (hazel,) = (each for each in site.data("data/reviews.json")["reviews"] if each["id"] == "hazel")
    assert [each["kind"] for each in hazel["documents"]] == ["full-report", "improvements"]


def test_a_report_without_improvements_is_reported_and_the_page_claims_nothing_more(site: Site) -> None:
    assert "W924" in write_hazel(site, WITHHELD, state="published: 2025-03")
    main = site.main("reviews/hazel").text()
    assert SAID in main and "should be improved" not in main


def test_a_reason_for_not_publishing_the_improvements_is_enough(site: Site) -> None:
    reason = "{kind: improvements, availability: withheld, reason: They would name the school.}"
    assert "W924" not in write_hazel(site, WITHHELD, reason)
    main = site.main("reviews/hazel").text()
    assert SAID in main and "They would name the school." in main


@pytest.mark.parametrize("state", ["published: 2025-03", "publication: not-yet"])
def test_other_reviews_say_nothing_of_it(site: Site, state: str) -> None:
    assert "W924" not in write_hazel(site, state=state)
    assert SAID not in site.main("reviews/hazel").text()


def test_the_days_before_publication_name_the_test(warwickshire: Site) -> None:
    told = warwickshire.library("timeline", "--publication", "2027-03-15").text
    assert "unless they consider that inappropriate" in " ".join(told.split())
    assert "Children Act 2004, section 16F(4) and (5)" in " ".join(told.split())


def test_the_badge_of_a_report_that_is_not_published_names_the_other_document(site: Site) -> None:
    pdf = '{kind: improvements, url: "https://www.other.example/improvements.pdf"}'
    write_hazel(site, WITHHELD, pdf)
    (hazel,) = (each for each in site.main("reviews").css(".lib-finder__list > li") if "Hazel" in each.text())
    assert [each.text() for each in hazel.css(".lib-how-to-read")] == ["Improvements to be made: PDF"]
    (data,) = (each for each in site.data("data/reviews.json")["reviews"] if each["id"] == "hazel")
    assert data["how_to_read"] == ["pdf"]


def test_the_badge_of_a_published_report_is_only_how_to_read_it(site: Site) -> None:
    write_hazel(site, '{kind: full-report, url: "https://www.other.example/hazel.pdf"}', state="published: 2025-03")
    (hazel,) = (each for each in site.main("reviews").css(".lib-finder__list > li") if "Hazel" in each.text())
    assert [each.text() for each in hazel.css(".lib-how-to-read")] == ["PDF"]
