"""A page that said something wrong says so once it is corrected, and everyone who follows the library learns of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree

import pytest

from tests.conftest import copy_full
from tests.feeds import ATOM, faults

if TYPE_CHECKING:
    from tests.conftest import Site

CASE: Final = "content/cases/heron/case.yml"
BRIEFING: Final = "briefings/knocking-twice/briefing.yml"
NOTICE: Final = "content/notices/second-visit-rule.yml"
UNDATED: Final = "content/notices/rumour.yml"
OLDER: Final = "The page said that Heron was 16. Heron was 15"
NEWER: Final = "The page said that a school called. Nobody called."
OF_BRIEFING: Final = "The second question named another form."
OF_NOTICE: Final = "The address of the hall was wrong."


def corrections(*entries: tuple[str, str]) -> str:
    """The field with corrections, as lines of a record."""
    return "corrections:\n" + "".join(f"  - {{date: {day}, text: {text!r}}}\n" for day, text in entries)


def add(site: Site, file: str, lines: str) -> None:
    """Adds lines to the end of a record."""
    path = site.root / file
    path.write_text(f"{path.read_text(encoding='utf-8').rstrip()}\n{lines}", encoding="utf-8")


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The invented partnership's site with corrections of a case, a briefing and a notice."""
    site = copy_full(tmp_path_factory.mktemp("corrected") / "full")
    add(site, CASE, corrections(("2025-07-08", OLDER), ("2025-08-01", NEWER)))
    add(site, BRIEFING, corrections(("2025-08-02", OF_BRIEFING), ("2025-08-02", "And the third.")))
    add(site, NOTICE, corrections(("2025-08-03", OF_NOTICE)))
    site.build()
    return site


def texts(site: Site, address: str, selector: str) -> list[str]:
    """The texts of the elements of a page's main part."""
    return [" ".join(each.text().split()) for each in site.main(address).css(selector)]


def test_the_page_lists_its_corrections_newest_first_and_leads_to_them_from_its_top(corrected: Site) -> None:
    page = "reviews/heron/"
    assert texts(corrected, page, "section[aria-labelledby=corrections] li") == [
        f"1 August 2025: {NEWER}",
        f"8 July 2025: {OLDER}",
    ]
    link = corrected.main(page).css_first("a[href='#corrections']")
    assert link is not None and link.parent is not None
    assert " ".join(link.parent.text().split()) == "Corrected: 1 August 2025. What was corrected"
    assert texts(corrected, page, ".lib-updated") == ["Last updated: 1 August 2025"]
    assert "Corrections" in [each.text() for each in corrected.page(page).css("nav a[href='#corrections']")]


def test_a_briefing_and_a_notice_list_theirs(corrected: Site) -> None:
    briefing = corrected.main("briefings/knocking-twice/")
    assert [each.attributes["id"] for each in briefing.css("section[aria-labelledby=corrections] li")] == [
        "correction-2025-08-02",
        "correction-2025-08-02-2",
    ]
    found = texts(corrected, "news/second-visit-rule/", "section[aria-labelledby=corrections] li")
    assert found == [f"3 August 2025: {OF_NOTICE}"]


def test_a_page_without_corrections_does_not_mention_any(corrected: Site) -> None:
    assert corrected.main("reviews/wren/").css_first("[href='#corrections'], #corrections") is None


def test_the_feed_has_an_entry_for_each(corrected: Site) -> None:
    data = (corrected.output / "feed.xml").read_bytes()
    assert faults(data) == []
    of_heron = [
        each
        for each in ElementTree.fromstring(data).findall(f"{ATOM}entry")
        if (each.findtext(f"{ATOM}title") or "").startswith("Corrected: Heron")
    ]
    assert len({each.findtext(f"{ATOM}title") for each in of_heron}) == 1
    assert [(each.findtext(f"{ATOM}updated"), each.findtext(f"{ATOM}summary")) for each in of_heron] == [
        ("2025-08-01T00:00:00Z", NEWER),
        ("2025-07-08T00:00:00Z", OLDER),
    ]


def test_the_bulletin_of_the_quarter_has_one_item_with_all_of_them(corrected: Site) -> None:
    bulletin = corrected.main("bulletins/2025-q3/")
    item = bulletin.css_first("#case-heron-corrected")
    assert item is not None
    told = " ".join(item.text().split())
    assert "Corrected" in told and f"{NEWER} {OLDER}" in told


def test_the_data_have_them(corrected: Site) -> None:
    reviews = {each["id"]: each for each in corrected.data("data/reviews.json")["reviews"]}
    assert reviews["heron"]["corrections"] == [
        {"date": "2025-08-01", "text": NEWER},
        {"date": "2025-07-08", "text": OLDER},
    ]
    assert reviews["wren"]["corrections"] == []


def test_the_search_leaves_out_what_was_wrong(corrected: Site) -> None:
    article = corrected.main("reviews/heron/").css_first("[data-pagefind-body]")
    assert article is not None
    for left_out in article.css("[data-pagefind-ignore]"):
        left_out.decompose()
    assert "16" not in article.text()


def test_a_correction_is_not_shown_of_a_withdrawn_page(full: Site) -> None:
    add(full, NOTICE, corrections(("2025-08-03", OF_NOTICE)))
    add(full, NOTICE, "status: withdrawn\nstatus_reason: It was wrong.")
    full.build()
    for file in full.output.rglob("*"):
        assert not file.is_file() or OF_NOTICE.encode() not in file.read_bytes(), file


def test_a_correction_to_come_or_before_the_publication_is_reported(full: Site) -> None:
    add(full, NOTICE, corrections(("2031-01", "Later."), ("2020", "Earlier.")))
    told = full.library("check", "--records", "--today", "2026-05-01").text
    assert "the date January 2031 is still to come, and the page already shows the correction" in told
    assert "corrected before it was published" in told


def test_a_correction_gives_a_record_without_a_date_no_other_quarter(full: Site) -> None:
    add(full, UNDATED, corrections(("2025-08-03", OF_NOTICE)))
    assert "B904" not in full.library("check", "--records", "--today", "2026-05-01").text


def test_personal_data_in_a_correction_is_reported(full: Site) -> None:
    add(full, CASE, corrections(("2025-07-08", "The number is 943 476 5919.")))
    told = full.library("check", "--records", "--today", "2026-05-01").text
    assert "943 476 5919" in told
