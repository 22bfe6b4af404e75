"""The library that this repository publishes, as a reader and a program find it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from tests.conftest import Site

HERE = Path(__file__).parent
LABELS: dict[str, Any] = json.loads((HERE / "warwickshire-labels.json").read_text(encoding="utf-8"))
"""Every label, 7-minute briefing and address that the partnership's own pages print (seeds 000, 001 and 002)."""
OF_THE_LIBRARY = {"child-safeguarding-practice-reviews", "using-a-7-minute-briefing"}
"""The 7-minute briefings that no source prints: written for this library."""


@pytest.fixture(scope="module")
def reviews(warwickshire: Site) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in warwickshire.data("data/reviews.json")["reviews"]}


@pytest.fixture(scope="module")
def briefings(warwickshire: Site) -> dict[str, dict[str, Any]]:
    return {each["id"]: each for each in warwickshire.data("data/briefings.json")["briefings"]}


def test_the_build_finds_no_error_and_no_warning(warwickshire: Site) -> None:
    told = warwickshire.library("build", "--format", "json")
    found = json.loads(told.text[told.text.index("{") : told.text.rindex("}") + 1])
    assert told.status == 0
    assert {each["severity"] for each in found["diagnostics"]} <= {"note"}


def test_the_check_of_every_link_is_clean(warwickshire: Site) -> None:
    told = warwickshire.library("check")
    assert told.status == 0, told.text
    assert int(re.findall(r"(\d+) links checked", told.text)[0]) > 5000


def test_every_case_and_briefing_of_the_sources_is_published(
    reviews: dict[str, dict[str, Any]], briefings: dict[str, dict[str, Any]]
) -> None:
    types = [review["type"] for review in reviews.values()]
    series = [briefing["series"] for briefing in briefings.values()]
    assert (len(types) - types.count("thematic"), types.count("thematic")) == (13, 2)
    assert (series.count("seven-minute"), series.count("lessons-learned")) == (29 + len(OF_THE_LIBRARY), 9)


def test_the_7_minute_briefings_are_those_that_the_sources_print_and_two_of_the_librarys_own(
    briefings: dict[str, dict[str, Any]],
) -> None:
    own = {briefing["id"]: briefing for briefing in briefings.values() if briefing["series"] == "seven-minute"}
    printed = {title.lower() for title in LABELS["seven_minute_titles"]}
    found = {identity: printed & {name.lower() for name in names_of(each)} for identity, each in own.items()}
    assert len(printed) == 29
    assert set().union(*found.values()) == printed
    assert {identity for identity, titles in found.items() if not titles} == OF_THE_LIBRARY


@pytest.mark.parametrize("name", sorted(OF_THE_LIBRARY | {"safeguarding-adults-reviews"}))
def test_a_briefing_written_here_is_whole(warwickshire: Site, name: str) -> None:
    page = warwickshire.main(f"briefings/{name}")
    lengths = [len(each.text().split()) for each in page.css(".lib-sections > li")]
    assert len(lengths) == 7
    assert max(lengths) <= 130 and 600 <= sum(lengths) <= 850, "read aloud in seven minutes"
    assert 4 <= len(page.css(".lib-questions li")) <= 6
    assert "written for this library" in page.text()


def test_every_case_names_its_sources(warwickshire: Site) -> None:
    records = sorted((warwickshire.root / "content" / "cases").glob("*/case.yml"))
    assert len(records) == 15
    assert [
        record.parent.name for record in records if not yaml.safe_load(record.read_text("utf-8")).get("sources")
    ] == []


@pytest.mark.parametrize("printed", LABELS["cases"], ids=lambda each: each["name"])
def test_every_label_that_the_sources_print_is_accounted_for(
    printed: dict[str, Any], reviews: dict[str, dict[str, Any]], briefings: dict[str, dict[str, Any]]
) -> None:
    case = next(review for review in reviews.values() if review["name"] == printed["name"])
    assert (case["published"], case["type"].upper()) == (printed["published"], printed["type"])
    topics = {topic(name): identity for identity in case["briefings"] for name in names_of(briefings[identity])}
    kinds = {each["kind"] for each in case["documents"]}
    for label in printed["documents"]:
        if "Lessons Learned" in label:
            assert briefings[case["lessons_learned"]]["reviews"] == [case["id"]], label
        elif "inute Briefing" in label or "inute briefing" in label:
            assert topic(label) in topics, label
        else:
            assert ("statement" if "Statement" in label else "report") in kinds, label


def names_of(briefing: dict[str, Any]) -> list[str]:
    return [briefing["title"], *briefing["also_known_as"]]


def topic(label: str) -> str:
    """`child neglect` for each of the five ways in which the partnership prints that briefing."""
    dash = r"\s*[-\u2013]\s*"
    return re.sub(f"^7.minute briefing{dash}|{dash}7.minute briefing$", "", label.lower())


def test_every_address_that_the_sources_print_is_offered(
    warwickshire: Site, reviews: dict[str, dict[str, Any]], briefings: dict[str, dict[str, Any]]
) -> None:
    offered = {
        document["address"] for each in (*reviews.values(), *briefings.values()) for document in each["documents"]
    }
    for page in warwickshire.output.glob("*/*/index.html"):
        offered |= set(re.findall(r'href="(https://[^"]+\.pdf)"', page.read_text("utf-8")))
    assert set(LABELS["addresses"]) - offered == set()


def test_every_link_from_a_case_to_a_briefing_leads_back(
    warwickshire: Site, reviews: dict[str, dict[str, Any]], briefings: dict[str, dict[str, Any]]
) -> None:
    pairs = [(case, briefing) for case in reviews.values() for briefing in case["briefings"]]
    pairs += [(case, case["lessons_learned"]) for case in reviews.values() if case["lessons_learned"]]
    assert len(pairs) == 32 + 9
    for case, briefing in pairs:
        assert case["id"] in briefings[briefing]["reviews"]
        there = warwickshire.page(f"reviews/{case['id']}")
        back = warwickshire.page(f"briefings/{briefing}")
        assert there.css(f'main a[href="../../briefings/{briefing}/"]'), (case["id"], briefing)
        assert back.css(f'main a[href="../../reviews/{case["id"]}/"]'), (briefing, case["id"])


def test_every_link_from_a_briefing_to_a_case_is_in_the_case(
    reviews: dict[str, dict[str, Any]], briefings: dict[str, dict[str, Any]]
) -> None:
    for briefing in briefings.values():
        for case in briefing["reviews"]:
            listed = [*reviews[case]["briefings"], reviews[case]["lessons_learned"]]
            assert briefing["id"] in listed


def test_what_the_partnership_links_to_is_on_its_website_and_of_the_rest_we_do_not_know(warwickshire: Site) -> None:
    every = [
        (record["id"], document["kind"], document["availability"])
        for name in ("reviews", "briefings")
        for record in warwickshire.data(f"data/{name}.json")[name]
        for document in record["documents"]
    ]
    assert sum(availability == "elsewhere" for _, _, availability in every) == 15 + 5 + 14 + 2
    assert all(availability != "on-request" for _, _, availability in every)
    assert [(case, kind) for case, kind, availability in every if availability == "unknown"] == [
        ("prada-and-jordan", "statement"),
        ("cj", "report"),
    ]


def test_a_case_without_a_story_says_so(warwickshire: Site) -> None:
    told = {path.parent.name for path in (warwickshire.output / "reviews").glob("*/index.html")}
    silent = {"simon", "sophie", "child-k", "peter"}
    assert silent < told
    for case in silent:
        text = warwickshire.main(f"reviews/{case}").text()
        assert "We have no summary of this review." in text
        assert "The report is on Warwickshire Safeguarding's website." in text


def test_a_paper_of_another_area_has_its_name_in_its_title(warwickshire: Site) -> None:
    for path in (warwickshire.root / "content" / "notices").glob("*.yml"):
        notice = yaml.safe_load(path.read_text("utf-8"))
        if notice["kind"] == "form" and path.stem != "referral-form":
            assert notice["title"].startswith("Warrington's "), path.stem
            assert "parents-and-carers" not in notice["audience"], path.stem
        elif "Warrington" in notice["title"] + notice.get("summary", ""):
            assert path.stem == "referral-form"


def test_a_form_says_that_it_cannot_be_opened_here_and_whose_it_is(warwickshire: Site) -> None:
    forms = [
        path.stem
        for path in (warwickshire.root / "content" / "notices").glob("*.yml")
        if yaml.safe_load(path.read_text("utf-8"))["kind"] == "form"
    ]
    assert len(forms) == 6
    for form in forms:
        text = " ".join(warwickshire.main(f"resources/{form}").text().split())
        assert "There is no file to open here." in text, form
        assert "Warrington" in text, form
        assert form == "referral-form" or re.search(r"not a (form|booklet) for Warwickshire", text), form


def test_no_page_promises_to_send_a_document_if_nobody_can_be_asked(warwickshire: Site) -> None:
    assert "documents_contact:" not in (warwickshire.root / "content" / "partnership.yml").read_text("utf-8")
    promise = re.compile(r"how to ask for|you can (also )?ask for (a|an|any|the) (copy|document|report)", re.IGNORECASE)
    found = [
        f"{path.relative_to(warwickshire.output)}: {words[0]}"
        for path in sorted(warwickshire.output.rglob("*.html"))
        for words in promise.finditer(" ".join(path.read_text("utf-8").split()))
    ]
    assert found == []


def test_a_story_without_lessons_says_that_they_are_missing(warwickshire: Site) -> None:
    sentence = "This page does not give the lessons of this review, its recommendations or what was done about them."
    for case, is_said in (("grace", True), ("charlie", True), ("cj", True), ("peter", True), ("james", False)):
        assert (sentence in warwickshire.main(f"reviews/{case}").text()) is is_said, case


def test_the_documents_of_peter_are_on_the_page_that_links_to_them(warwickshire: Site) -> None:
    links = [link.attributes["href"] or "" for link in warwickshire.main("reviews/peter").css(".lib-document a")]
    assert len(links) == 2 and all(link.endswith("/safeguarding-adults-reviews") for link in links)


def test_the_page_for_children_has_no_number_that_is_for_adults(warwickshire: Site) -> None:
    page = warwickshire.main("for/children-and-young-people")
    assert "NSPCC" not in page.text() and "0800 1111" in page.text() and "116 123" in page.text()
    assert "NSPCC" in warwickshire.main("for/parents-and-carers").text()
