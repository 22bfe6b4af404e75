"""Each page says when it was last changed, from dates that somebody wrote, and never from the files."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Site

CASE = "content/cases/heron/case.yml"
PAGE = "content/pages/about/index.md"


def line(site: Site, address: str) -> str:
    """The line with the dates of a page; empty if it has none."""
    found = site.main(address).css_first(".lib-updated")
    return " ".join(found.text().split()) if found is not None else ""


def json_ld(site: Site, address: str) -> dict[str, object]:
    """What a page says to machines."""
    found = site.page(address).css_first("script[type='application/ld+json']")
    assert found is not None
    data: dict[str, object] = json.loads(found.text())
    return data


def test_a_review_without_a_later_change_says_when_it_was_published(full: Site) -> None:
    full.build()
    published = full.data("data/reviews.json")["reviews"]
    heron = next(each for each in published if each["id"] == "heron")
    assert line(full, "reviews/heron/").startswith("Published: ")
    assert heron["updated"] is None
    assert "dateModified" not in json_ld(full, "reviews/heron/")


def test_a_review_with_a_document_that_was_added_later_says_when(full: Site) -> None:
    added = '{kind: full-report, url: "https://www.tarnshire.example/heron.pdf", published: 2026-02-10}'
    full.change(CASE, "{kind: full-report, availability: on-request}", added)
    full.build()
    assert line(full, "reviews/heron/") == "Last updated: 10 February 2026"
    assert json_ld(full, "reviews/heron/")["dateModified"] == "2026-02-10"
    reviews = full.data("data/reviews.json")["reviews"]
    assert next(each for each in reviews if each["id"] == "heron")["updated"] == "2026-02-10"


def test_a_revised_briefing_says_when_it_was_revised(built: Site) -> None:
    assert line(built, "briefings/knocking-twice/") == "Last updated: 20 January 2025"
    assert json_ld(built, "briefings/knocking-twice/")["dateModified"] == "2025-01-20"


def test_a_page_without_a_known_date_says_nothing(built: Site) -> None:
    assert line(built, "reviews/sorrel/") == ""
    assert line(built, "about/") == ""


def test_a_hand_written_page_says_what_its_fields_say(full: Site) -> None:
    full.change(PAGE, "section: about\n", "section: about\nupdated: 2026-03-04\nlaw_checked: 2026-02\n")
    full.build()
    assert line(full, "about/") == "Last updated: 4 March 2026Law last checked: February 2026"


def test_a_date_that_is_still_to_come_is_not_shown(full: Site) -> None:
    full.change(PAGE, "section: about\n", "section: about\nupdated: 2026-12-24\n")
    assert "S039" in full.build().text
    assert line(full, "about/") == ""


def test_the_pages_of_this_library_about_the_law_say_when_it_was_checked(warwickshire: Site) -> None:
    assert "Law last checked: November 2026" in line(warwickshire, "how-reviews-work/")
