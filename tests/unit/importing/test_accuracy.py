"""What `library import` finds on the invented pages in `tests/listings/`, and on the pages of the first partnership."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from generator.commands.import_listing import plan_import
from generator.commands.options import BuildOptions
from generator.importing.proposals import CaseProposal
from generator.model.partial_date import MONTHS
from tests.listing_accuracy import FACTS, measure, pages, table

REPOSITORY: Final = Path(__file__).parents[3]
INVENTORY: Final = json.loads(
    (REPOSITORY / "tests" / "commands" / "warwickshire-labels.json").read_text(encoding="utf-8")
)
FLOOR: Final = 0.95
TODAY: Final = date(2026, 11, 28)
TYPES: Final = {
    "CSPR": "Child Safeguarding Practice Review",
    "ALR": "Alternative Learning Review",
    "SCR": "Serious Case Review",
}


def test_there_are_at_least_20_pages_each_with_what_is_expected() -> None:
    assert len(pages()) >= 20
    assert all(each.with_suffix(".json").exists() for each in pages())


def test_precision_and_recall_stay_above_the_floor(empty_site: Path) -> None:
    scores = measure(empty_site, pages())
    print(table(scores))
    for fact in FACTS:
        score = scores[fact]
        assert score.precision >= FLOOR, (fact, score.faults)
        assert score.recall >= FLOOR, (fact, score.faults)


WITHOUT_FAULT: Final = (
    "tabs.html",
    "names-above.html",
    "two-digit-years.csv",
    "list-of-files.html",
    "one-table-each.html",
    "sentences.html",
    "named-with-care.html",
    "which-link.html",
    "links-column.csv",
)
"""Pages of kinds that were once read wrongly."""


@pytest.mark.parametrize("name", WITHOUT_FAULT)
def test_a_page_that_was_once_read_wrongly_is_read_without_a_fault(empty_site: Path, name: str) -> None:
    scores = measure(empty_site, [page for page in pages() if page.name == name])
    assert [fault for score in scores.values() for fault in score.faults] == []


def test_a_sentence_that_may_name_a_review_is_reported(empty_site: Path) -> None:
    page = next(page for page in pages() if page.name == "sentences.html")
    plan = plan_import(BuildOptions(empty_site, TODAY), page).plan
    assert plan is not None
    assert [each.text for each in plan.unplaced] == ["The review into Larchfield House was published in June 2020."]


def listing_of(case: dict[str, Any]) -> str:
    """A case of the inventory as its page prints it."""
    month = ""
    if case["published"]:
        year, number = case["published"].split("-")
        month = f"{case['name']} - Published {MONTHS[int(number) - 1]} {year}\n"
    said = f"A {TYPES[case['type']]} has been undertaken to the case of \u2018{case['name']}\u2019.\n"
    return month + said + "\n".join(case["documents"]) + "\n\n"


@pytest.fixture
def old_page(tmp_path: Path) -> Path:
    page = tmp_path / "reviews.txt"
    page.write_text("".join(listing_of(case) for case in INVENTORY["cases"]), encoding="utf-8")
    return page


def labels_of(case: CaseProposal) -> list[str]:
    """Every label below a case, once."""
    found = case.found
    documents = {each.printed for each in found.documents}
    return sorted(documents | {each.printed for each in found.topics} | {each.printed for each in found.briefings})


def test_every_case_month_and_label_of_the_first_partnership_is_found(empty_site: Path, old_page: Path) -> None:
    plan = plan_import(BuildOptions(empty_site, TODAY), old_page).plan
    assert plan is not None
    found = {
        case.found.name: (
            case.found.published.iso if case.found.published else None,
            labels_of(case),
        )
        for case in plan.cases
    }
    assert found == {case["name"]: (case["published"], sorted(set(case["documents"]))) for case in INVENTORY["cases"]}
    assert {case.found.name: list(case.found.types) for case in plan.cases} == {
        case["name"]: [case["type"].lower()] for case in INVENTORY["cases"]
    }
    assert not plan.unplaced


def test_the_spellings_of_a_briefing_become_one_record(empty_site: Path, old_page: Path) -> None:
    plan = plan_import(BuildOptions(empty_site, TODAY), old_page).plan
    assert plan is not None
    titles = [each.title.lower() for each in plan.briefings if not each.case]
    assert len(titles) == len(set(titles)) == 21
    history = next(each for each in plan.briefings if each.id == "importance-of-history-in-assessments")
    assert len({each.printed for each in history.mentions}) == 2
    cases = [case.id for case in plan.cases if history.id in case.briefings]
    assert cases == ["simon", "anna", "grace", "charlie"]


def test_the_records_that_were_entered_by_hand_agree_with_the_pages(old_page: Path) -> None:
    found = plan_import(BuildOptions(REPOSITORY, TODAY), old_page)
    assert found.plan is not None
    assert all(case.exists for case in found.plan.cases)
    assert all(briefing.exists for briefing in found.plan.briefings)
    differing = {(each.file, each.field, each.page, each.record) for each in found.compared if each.verdict != "equal"}
    # The page prints "around Dog", and its text names a statement for which it has no link.
    assert differing == {("content/cases/prada-and-jordan/case.yml", "documents", "", "statement")}
