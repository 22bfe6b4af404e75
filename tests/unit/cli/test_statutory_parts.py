"""What the law asks of an annual report: from the record to the chapter, the page and the list of what is missing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from generator.model.vocabulary import Vocabulary
from generator.read.vocabulary_packs import pack_names
from tests.conftest import REPOSITORY, Site, Told, copy_full

CARE_ACT: Final = {
    "4(1)(a)": "elsewhere",
    "4(1)(b)": "elsewhere",
    "4(1)(c)": "elsewhere",
    "4(1)(d)": "findings",
    "4(1)(e)": "ongoing",
    "4(1)(f)": "actions",
    "4(1)(g)": "not-implemented",
}
"""Schedule 2, paragraph 4(1) of the Care Act 2014: each letter, and what the records answer it with."""

SIGNS: Final = "wxyzzy"
"""In the private notes of the sample."""


@pytest.fixture
def tarnshire(tmp_path: Path) -> Site:
    """The invented library, not built: the chapter needs no pages."""
    return copy_full(tmp_path / "full")


def year(site: Site, *arguments: str, today: str = "2026-05-01") -> Told:
    told = site.library("year", *arguments, "--today", today)
    assert told.status == 0, told.text
    return told


def data(site: Site, which: str, today: str = "2026-05-01") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(year(site, which, "--format", "json", today=today).text)
    return found


def parts(site: Site, which: str, today: str = "2026-05-01") -> dict[str, Any]:
    """The parts of the invented report by paragraph: the lists of their items."""
    (report,) = data(site, which, today)["annual_reports"]
    return {part["paragraph"]: part["items"] for part in report["parts"]}


def add_case(site: Site, identity: str, *lines: str) -> None:
    fields = "\n".join((f"name: {identity.capitalize()}", "type: adult-review", *lines, "sources: [invented]"))
    site.write(f"content/cases/{identity}/case.yml", f"# Invented for tests.\n{fields}\n")


def pack(name: str) -> dict[str, Any]:
    text = (REPOSITORY / "generator" / "packs" / f"{name}.yml").read_text(encoding="utf-8")
    values: dict[str, Any] = yaml.safe_load(text)
    return values


def test_the_pack_for_adults_has_every_letter_of_the_act_with_its_answer() -> None:
    (report,) = Vocabulary.model_validate({"annual_reports": pack("adults-england")["annual_reports"]}).annual_reports
    assert {part.paragraph: str(part.answer) for part in report.parts} == CARE_ACT
    assert report.source == "Care Act 2014, schedule 2, paragraph 4(1)"
    assert report.reviews == ("sar",)


def test_the_pack_for_children_has_the_four_answers_and_names_no_paragraph_that_nobody_has_read() -> None:
    (report,) = Vocabulary.model_validate({"annual_reports": pack("children-england")["annual_reports"]}).annual_reports
    assert [str(part.answer) for part in report.parts] == [*list(CARE_ACT.values())[3:], "elsewhere"]
    assert {part.paragraph for part in report.parts} == {None}


def test_the_packs_of_other_nations_say_nothing() -> None:
    assert {name for name in pack_names() if "annual_reports" in pack(name)} == {"adults-england", "children-england"}


def test_the_findings_of_the_reviews_that_ended_in_the_year_are_given(tarnshire: Site) -> None:
    (wren,) = parts(tarnshire, "2024-25")["3(b)"]
    assert wren["title"] == "Wren"
    assert wren["address"] == "https://learning.tarnshire.example/reviews/wren/"
    assert wren["lines"][1] == "No note says who was in the flat."
    assert parts(tarnshire, "2025-26")["3(b)"] == []


def test_what_was_done_in_the_year_is_given_for_each_recommendation_of_any_review(tarnshire: Site) -> None:
    done = parts(tarnshire, "2025-26")["3(d)"]
    assert [each["address"].rpartition("#")[2] for each in done] == [
        "recommendation-r1",
        "recommendation-r2",
        "recommendation-r4",
    ]
    assert done[0]["facts"] == "Recommendation 1. Tarnshire County Council and Fell nurses."
    assert done[0]["lines"][-1] == (
        "20 October 2025. Finished and checked: Second visits are made within a week. "
        "How it was tested: The council read 40 notes of one month."
    )
    assert parts(tarnshire, "2024-25")["3(d)"] == []


def test_what_was_decided_against_is_given_with_the_reason_and_nowhere_else(tarnshire: Site) -> None:
    found = parts(tarnshire, "2025-26")
    (refused,) = found["3(e)"]
    assert refused["lines"][-1].endswith("Reason: A letter is the law's first step.")
    assert refused["address"] not in {each["address"] for each in found["3(d)"]}


@pytest.mark.parametrize(
    ("lines", "concluded", "ongoing"),
    [
        (("published: 2026-03-31",), True, False),
        (("published: 2026-04-01",), False, False),
        (("published: 2026",), False, False),
        (("published: 2026-04-20", "concluded: 2026-03"), True, False),
        (("published: 2026-04-20", "commissioned: 2026-03-31"), False, True),
        (("published: 2026-04-20", "commissioned: 2026-04"), False, False),
        (("published: 2026-04-20", "commissioned: 2026"), False, False),
        (("published: 2026-04-20", "commissioned: 2025-11", "concluded: 2026-04-01"), False, True),
        (("publication: not-yet", "commissioned: 2025-11"), False, True),
        (("publication: not-yet",), False, False),
        (("publication: not-published", "commissioned: 2025-11"), False, False),
        (("publication: not-published", "commissioned: 2025-11", "concluded: 2026-02"), True, False),
    ],
)
def test_only_what_the_dates_are_certain_of_counts(
    tarnshire: Site, lines: tuple[str, ...], concluded: bool, ongoing: bool
) -> None:
    add_case(tarnshire, "yarrow", *lines)
    found = parts(tarnshire, "2025-26")
    assert ("Yarrow" in [each["title"] for each in found["3(b)"]]) is concluded
    assert ("Yarrow" in [each["title"] for each in found["3(c)"]]) is ongoing


def missing(site: Site, which: str = "2025-26") -> list[tuple[str, str, str]]:
    """Paragraph, title and the task of everything that is missing, without what Wren and Tansy lack."""
    listed = data(site, which)["missing"]
    return [
        (each["paragraph"], each["title"], each["what"]) for each in listed if each["title"] not in ("Wren", "Tansy")
    ]


def test_what_the_records_cannot_give_is_missing_in_every_year(tarnshire: Site) -> None:
    assert missing(tarnshire) == [("3(a)", "", "write this part yourself: the records of reviews do not have it")]


@pytest.mark.parametrize(
    ("lines", "paragraph", "told"),
    [
        (("published: 2026-02",), "3(b)", 'add "findings:"'),
        (("published: 2026-02",), "3(d)", 'add "recommendations:"'),
        (("published: 2026",), "3(b)", 'write "concluded:" with its month'),
        (("published: 2026-04-20",), "3(c)", 'write "commissioned:"'),
        (("publication: not-yet",), "3(c)", 'write "commissioned:"'),
        (("publication: not-published", "commissioned: 2025-11"), "3(c)", 'write "concluded:"'),
        (("publication: not-yet", "workflow: {completed: 2026-02}"), "3(b)", "if that may be published"),
        (("status: draft", "workflow: {referral: 2025-11-04}"), "3(c)", "it is a draft"),
    ],
)
def test_what_is_missing_names_the_record_and_what_to_write(
    tarnshire: Site, lines: tuple[str, ...], paragraph: str, told: str
) -> None:
    add_case(tarnshire, "yarrow", *lines)
    found = [what for part, title, what in missing(tarnshire) if (part, title) == (paragraph, "Yarrow")]
    assert any(told in what for what in found), found
    said = year(tarnshire, "2025-26").text
    assert f"Yarrow: {found[0]}: content/cases/yarrow/case.yml" in said


def test_an_open_recommendation_without_news_and_a_missing_reason_are_missing(tarnshire: Site) -> None:
    tarnshire.change("content/cases/wren/case.yml", "type: adult-review", "type: [adult-review, near-miss]")
    tarnshire.change("content/cases/wren/case.yml", "        reason: A letter is the law's first step.\n", "")
    tarnshire.change(
        "content/vocabulary.yml",
        "    about: [adults]\n    description: A review of how an adult",
        "    about: [adults, children]\n    description: A review of how an adult",
    )
    listed = {(each["paragraph"], each["what"]) for each in data(tarnshire, "2025-26")["missing"]}
    assert ("3(e)", '"r3" has no reason: add "reason:" to its update') in listed
    assert any(part == "3(d)" and what.startswith('"r5" was open and has no update') for part, what in listed)
    (refused,) = parts(tarnshire, "2025-26")["3(e)"]
    assert refused["lines"][-1].endswith("No reason is recorded.")


def test_nothing_private_is_in_the_chapter(tarnshire: Site, tmp_path: Path) -> None:
    add_case(tarnshire, "yarrow", "status: draft", "workflow: {referral: 2025-11-04, methodology: Yarrowmethod}")
    year(tarnshire, "2025-26", "--out", str(tmp_path / "out"))
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()).lower()
    assert "wren" in written
    assert "yarrow" not in written
    assert SIGNS not in written
    assert "yarrowmethod" not in year(tarnshire, "2025-26").text.lower()


def test_the_page_of_a_year_has_the_parts_and_a_year_without_any_has_no_section(built: Site) -> None:
    section = built.main("years/2024-25").css_first("section[aria-labelledby=report-moot-report]")
    assert section is not None
    assert "No note says who was in the flat." in section.text()
    assert "3(b)" in section.text() and "3(a)" not in section.text()


def test_a_year_of_which_the_records_say_nothing_has_no_section_on_its_page(tarnshire: Site) -> None:
    tarnshire.write("content/years/2019-20.yml", "introduction: It was a quiet year.\nsources: [invented]\n")
    tarnshire.build("--without", "search", "--without", "sheets")
    assert not tarnshire.main("years/2019-20").css("[aria-labelledby^=report-]")
