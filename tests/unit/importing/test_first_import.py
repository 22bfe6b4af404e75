# ruff: noqa: RUF001 the pages have the dashes and quotation marks that real pages have
"""The first import of a new partnership, into the library that `library init` writes. All names are invented."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.commands.import_listing import plan_import
from generator.commands.options import BuildOptions
from generator.importing import ImportPlan, apply_answer, draft_records, questions
from generator.importing.comparison import Verdict
from generator.importing.fetching.wanted_documents import read_drafts
from generator.importing.states import State

TODAY = date(2026, 11, 28)
Imported = Callable[..., ImportPlan]
SAR = "<h2>SAR ‘Peter’ 2021</h2><ul><li><a href='/p.pdf'>Overview report</a></li></ul>"


@pytest.fixture
def new_library(tmp_path: Path) -> Path:
    root = tmp_path / "fellshire"
    options = ["--name", "Fellshire Partnership", "--area", "Fellshire", "--about", "both", "--no-input"]
    result = CliRunner().invoke(main, ["init", str(root), *options])
    assert result.exit_code == 0, result.output
    return root


@pytest.fixture
def imported(new_library: Path, tmp_path: Path) -> Imported:
    """What an import of a text, a page or a CSV file proposes."""

    def run(text: str, suffix: str = "txt") -> ImportPlan:
        page = tmp_path / f"reviews.{suffix}"
        page.write_text(text, encoding="utf-8")
        found = plan_import(BuildOptions(new_library, TODAY), page, "https://www.fellshire.example/reviews")
        assert found.plan is not None, found.diagnostics
        return found.plan

    return run


def names(plan: ImportPlan) -> list[str]:
    return [each.found.name for each in plan.cases]


def titles(plan: ImportPlan) -> list[str]:
    return [each.title for each in plan.briefings if not each.case]


def kinds(plan: ImportPlan, name: str) -> list[str]:
    return [each.kind for case in plan.cases if case.found.name == name for each in case.found.documents]


REVIEW = "<h3>SAR – Mr T</h3><p>Published June 2024</p><ul><li><a href='/t.pdf'>Overview report</a></li>{}</ul>"


@pytest.mark.parametrize(
    "label",
    [
        "7 Minute Briefing – Hoarding",
        "7-minute briefing: Hoarding",
        "Seven Minute Briefing – Hoarding",
        "7MB – Hoarding",
        "Hoarding (7MB)",
        "Hoarding – 7 minute guide",
        "One page briefing – Hoarding",
        "One-minute guide: Hoarding",
        "5 Minute Briefing – Hoarding",
        "Hoarding: learning on a page",
        "Bite-size briefing – Hoarding",
        "7-Minute Briefing – Hoarding (updated May 2024)",
    ],
)
def test_the_usual_names_of_short_briefings_mean_the_series_of_the_starter(imported: Imported, label: str) -> None:
    plan = imported(f"<h2>Briefings</h2><ul><li><a href='/h.pdf'>{label}</a></li></ul>" + REVIEW.format(""), "html")
    assert titles(plan) == ["Hoarding"]
    assert names(plan) == ["Mr T"]
    assert plan.briefings[0].series == "topic-briefing"
    assert "Hoarding" not in [each.text for each in plan.unplaced]


def test_the_address_of_a_briefing_is_in_its_draft_so_that_it_can_be_fetched(imported: Imported) -> None:
    page = (
        "<h2>Seven minute briefings</h2><ul><li><a href='/icon.pdf'>Babies cry</a></li></ul>"
        "<h2>Reviews</h2><h3>SAR – Mr T</h3><ul><li><a href='/llb.pdf'>Learning Lessons Briefing</a></li></ul>"
    )
    drafts = {each.file: each.text for each in draft_records(imported(page, "html"))}
    assert 'url: "https://www.fellshire.example/icon.pdf"' in drafts["briefings/babies-cry/briefing.yml"]
    assert 'url: "https://www.fellshire.example/llb.pdf"' in drafts["briefings/mr-t-learning-briefing/briefing.yml"]


def test_one_question_asks_about_all_briefings_with_one_name_and_its_answer_is_for_all(
    imported: Imported, new_library: Path
) -> None:
    labels = ["7 Minute Briefing – Neglect", "7MB: Hoarding", "Seven-minute briefing – Fire"]
    page = "".join(f"<li><a href='/{n}.pdf'>{label}</a></li>" for n, label in enumerate(labels))
    vocabulary = plan_import(BuildOptions(new_library, TODAY), new_library / "README.md").vocabulary
    assert vocabulary is not None
    plan = imported(f"<ul>{page}</ul>", "html")
    asked = [each for each in questions(plan, vocabulary) if each.about == "series"]
    assert len(asked) == 1
    assert "2 more" in asked[0].printed
    assert "content/vocabulary.yml" in asked[0].printed
    apply_answer(plan, asked[0], "-", vocabulary)
    assert titles(plan) == []
    again = imported(f"<ul>{page}</ul>", "html")
    apply_answer(again, questions(again, vocabulary)[0], "learning-briefing", vocabulary)
    assert {each.series for each in again.briefings} == {"learning-briefing"}


@pytest.mark.parametrize("label", ["7-minute briefing", "7 Minute Briefing – Mr T", "7MB"])
def test_a_short_briefing_below_a_review_that_names_no_other_topic_belongs_to_it(
    imported: Imported, label: str
) -> None:
    plan = imported(REVIEW.format(f"<li><a href='/7.pdf'>{label}</a></li>"), "html")
    assert kinds(plan, "Mr T") == ["overview-report", "seven-minute"]
    assert not plan.briefings
    assert not plan.unplaced


@pytest.mark.parametrize(
    "heading", ["Safeguarding reviews", "Case Reviews", "Local safeguarding reviews", "Child and Adult Reviews"]
)
def test_a_heading_that_only_says_reviews_is_no_type_of_review(imported: Imported, heading: str) -> None:
    plan = imported(f"<h1>{heading}</h1><h3>‘Rowan’ – March 2024</h3><a href='/r.pdf'>Overview report</a>", "html")
    assert [(each.found.name, each.found.unknown_type) for each in plan.cases] == [("Rowan", "")]


@pytest.mark.parametrize("heading", ["Rapid Reviews", "Child Practice Reviews", "Learning reviews"])
def test_a_heading_with_an_unknown_type_of_review_still_says_it(imported: Imported, heading: str) -> None:
    plan = imported(f"<h1>{heading}</h1><h3>‘Rowan’ – March 2024</h3><a href='/r.pdf'>Overview report</a>", "html")
    assert [each.found.unknown_type for each in plan.cases] == [heading]


TWO = (
    "<h3>SAR – Harold</h3><a href='/h.pdf'>Report</a><h3>SAR – Child Elm and Child Oak</h3><a href='/e.pdf'>Report</a>"
)


@pytest.mark.parametrize(
    "label", ["LLB: {}", "Lessons Learned Briefing – {}", "Learning Briefing: {}", "Statement – {}"]
)
@pytest.mark.parametrize("joined", ["Harold, Child Elm and Child Oak", "Child Elm, Child Oak & Harold"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_document_for_several_reviews_goes_to_each_of_them(
    imported: Imported, label: str, joined: str, is_first: bool
) -> None:
    link = f"<h2>Learning</h2><p><a href='/shared.pdf'>{label.format(joined)}</a></p>"
    plan = imported(link + TWO if is_first else TWO + link, "html")
    assert sorted(names(plan)) == ["Child Elm and Child Oak", "Harold"]
    shared = [each for case in plan.cases for each in case.found.documents if each.address == "/shared.pdf"]
    assert len(shared) == 2
    assert sorted(bool(each.shared_with) for each in shared) == [False, True]


def test_a_briefing_about_reviews_that_the_library_has_becomes_no_review(imported: Imported, new_library: Path) -> None:
    for draft in draft_records(imported(TWO, "html")):
        (new_library / draft.file).parent.mkdir(parents=True)
        (new_library / draft.file).write_text(draft.text, encoding="utf-8")
    label = "LLB – Harold, Child Elm and Child Oak"
    plan = imported(f"<p><a href='/l.pdf'>{label}</a></p><p><a href='/7.pdf'>7MB: Neglect</a></p>", "html")
    assert names(plan) == []
    assert [(each.text, each.why) for each in plan.unplaced] == [
        (label, "it is about several reviews: Harold, Child Elm and Child Oak")
    ]


@pytest.mark.parametrize("address", ["/", "https://www.fellshire.example", "https://www.fellshire.example/index.php"])
def test_a_link_to_the_home_page_is_no_question(imported: Imported, address: str) -> None:
    plan = imported(f"<div><a href='{address}'>Fellshire Council</a></div>" + REVIEW.format(""), "html")
    assert names(plan) == ["Mr T"]
    assert not plan.unplaced


@pytest.mark.parametrize(
    ("line", "name", "state", "reason"),
    [
        ("Child P – not published because of ongoing criminal proceedings.", "Child P", State.NOT_PUBLISHED,
         "ongoing criminal proceedings"),
        ("Edith – the review will not be published at the request of the family.", "Edith", State.NOT_PUBLISHED, ""),
        ("“Ivy”: this report is not published to protect her brothers and sisters.", "Ivy", State.NOT_PUBLISHED,
         "to protect her brothers and sisters"),
        ("Mr B – publication is delayed.", "Mr B", State.NOT_YET, ""),
        ("Mr B – has not been published yet.", "Mr B", State.NOT_YET, ""),
        ("Adult W – withdrawn because of an error.", "Adult W", State.WITHDRAWN, "of an error"),
    ],
)  # fmt: skip
def test_a_review_named_only_to_say_why_it_is_not_published_is_found(
    imported: Imported, line: str, name: str, state: State, reason: str
) -> None:
    for page in (f"<h2>Reviews that are not here</h2><p>{line}</p>", f"<h2>Other reviews</h2><ul><li>{line}</li></ul>"):
        plan = imported(REVIEW.format("") + page, "html")
        assert names(plan) == ["Mr T", name]
        said = plan.cases[1].found.state
        assert said is not None
        assert said.state == state
        assert reason in said.reason or said.reason in reason


def test_lines_without_links_below_the_name_of_a_series_are_its_briefings(imported: Imported) -> None:
    plan = imported(
        "SAR ‘Peter’ 2021\n• Overview report\n\nSeven Minute Briefings\nNeglect\nFire safety (7MB)\nContact us\n"
    )
    assert names(plan) == ["Peter"]
    assert titles(plan) == ["Neglect", "Fire safety"]


def test_rows_of_a_csv_file_without_a_case_are_briefings_and_not_documents_of_the_row_above(imported: Imported) -> None:
    plan = imported(
        "case,type,date,label,address,state\n"
        "Mrs Lane,SAR,2019,Executive summary,,on request\n"
        ",,,7 Minute Briefing – Coercive control,https://www.fellshire.example/c.pdf,\n"
        ",7-minute briefing,2023-01,Modern slavery,https://www.fellshire.example/m.pdf,\n",
        "csv",
    )
    assert titles(plan) == ["Coercive control", "Modern slavery"]
    assert kinds(plan, "Mrs Lane") == ["executive-summary"]


@pytest.mark.parametrize(
    ("address", "state", "lines"),
    [
        ("", "withheld", ["The page says: not published", "availability: unknown"]),
        ("", "Withheld: the siblings could be recognised", ["availability: withheld", "The siblings could be recogn"]),
        ("", "on-request", ["availability: on-request"]),
        ("", "delayed", ["The page says: not yet published", "availability: unknown"]),
        ("", "withdrawn", ["The page says: withdrawn", "availability: unknown"]),
        ("", "unknown", ["The page says: not known to be online", "availability: unknown"]),
        ("", "elsewhere", ["availability: elsewhere"]),
        ("https://books.example/x", "elsewhere", ["availability: elsewhere", "url: https://books.example/x"]),
        ("https://books.example/x", "Available online.", ["url: https://books.example/x"]),
        ("", "awaiting the lawyers", ["Not understood", "awaiting the lawyers", "availability: unknown"]),
        ("", "", ["availability: unknown"]),
    ],
)
def test_a_state_is_read_as_records_write_it_and_none_is_invented(
    imported: Imported, address: str, state: str, lines: list[str]
) -> None:
    plan = imported(f"case,type,date,label,address,state\nChild R,LCSPR,2024,Report,{address},{state}\n", "csv")
    text = " ".join(draft_records(plan)[0].text.split("sources:")[0].replace('"', "").replace("# ", "").split())
    assert [each for each in lines if each not in text] == []
    others = ("elsewhere", "withheld", "on-request", "unknown", "url:")
    assert not [each for each in others if each in text.split("documents:")[1] and each not in " ".join(lines)]


def test_a_report_on_another_website_is_not_copied(imported: Imported) -> None:
    plan = imported(
        "case,type,date,label,address,state\nChild R,LCSPR,2024,Report,https://books.example/x,elsewhere\n", "csv"
    )
    (draft,) = draft_records(plan)
    assert read_drafts({draft.file: draft.text}).wanted == ()


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (("Reference", "Review type", "Date published", "Documents"), ("Child K", "LCSPR")),
        (("Review ref.", "Review type", "Date published", "Documents"), ("Child K", "LCSPR")),
        (("Title", "Review type", "Date published", "Documents"), ("Child K", "LCSPR")),
        (("Reference", "Name", "Date published", "Documents"), ("R17/03", "Child K")),
        (("Name", "Reference", "Date published", "Documents"), ("Child K", "R17/03")),
        (("Reference", "Review title", "Date published", "Documents"), ("R17/03", "Child K")),
    ],
)
def test_the_column_that_names_the_reviews_is_found(
    imported: Imported, headings: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    head = "".join(f"<th>{each}</th>" for each in headings)
    row = "".join(f"<td>{each}</td>" for each in (*cells, "14/03/2024", '<a href="/k.pdf">Report</a>'))
    page = f"<h1>Published reviews</h1><table><tr>{head}</tr><tr>{row}</tr></table>"
    plan = imported(page, "html")
    assert (names(plan), kinds(plan, "Child K")) == (["Child K"], ["report"])


def test_a_column_of_titles_in_a_list_of_briefings_names_no_review(imported: Imported) -> None:
    row = '<tr><td>Neglect</td><td>7-minute briefing</td><td><a href="/n.pdf">Download</a></td></tr>'
    plan = imported(f"<table><tr><th>Title</th><th>Type</th><th>Document</th></tr>{row}</table>{SAR}", "html")
    assert names(plan) == ["Peter"]


def section(name: str, date: str, *documents: str) -> str:
    items = "".join(f"<li><a href='/{len(date)}-{n}.pdf'>{each}</a></li>" for n, each in enumerate(documents))
    return f"<h2>{name}</h2><p>{date}</p><ul>{items}</ul>"


@pytest.mark.parametrize(
    "sections",
    [
        (section("Child Q", "Published 12 March 2024", "Report"), section("Child Q", "Published 9 May 2019", "Report")),
        (
            section("Child Q", "Published 12 March 2024", "Report"),
            section("Child R", "Published 1 May 2021", "Report"),
            section("Child Q", "Published 9 May 2019", "Report", "Action plan"),
        ),
        (
            section("SCR/001/2019 - ‘Child Q’", "Published: 1 June 2021", "Report"),
            section("SCR/002/2020 - ‘Child Q’", "Published: 9 May 2022", "Report"),
        ),
    ],
    ids=["one after the other", "with another between them", "with reference numbers"],
)
def test_two_reviews_with_one_name_and_two_dates_are_two_cases(imported: Imported, sections: tuple[str, ...]) -> None:
    plan = imported(f"<h1>CSPRs</h1>{''.join(sections)}", "html")
    both = [each.found for each in plan.cases if each.found.name == "Child Q"]
    assert [each.number for each in both] == [1, 2]
    assert len({each.published for each in both}) == 2
    assert [[document.kind for document in each.documents].count("report") for each in both] == [1, 1]
    assert [each.about for each in both[1].doubts] == ["name"]


@pytest.mark.parametrize(
    "second",
    [
        section("Child Q", "Published 9 May 2025", "Action plan"),
        section("Child Q", "Published March 2024", "Report"),
        section("Child Q", "Updated 9 May 2025", "Report, part 2"),
    ],
)
def test_more_documents_below_the_same_name_are_of_the_same_review(imported: Imported, second: str) -> None:
    plan = imported(f"<h1>CSPRs</h1>{section('Child Q', 'Published 12 March 2024', 'Report')}{second}", "html")
    assert names(plan) == ["Child Q"]


def test_a_date_that_does_not_exist_is_said_in_the_draft(imported: Imported) -> None:
    plan = imported("case,type,date,label\nChild R,LCSPR,2024-02-30,Report\n", "csv")
    assert "2024-02-30" in draft_records(plan)[0].text.split("name:")[0]


def test_after_the_documents_were_fetched_the_old_page_says_nothing_else_than_the_records(
    new_library: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<h2>Briefings</h2><a href='/n.pdf'>7 Minute Briefing – Neglect</a>"
        + REVIEW.format("<li><a href='/l.pdf'>Learning Lessons Briefing</a></li>"),
        encoding="utf-8",
    )
    arguments = [str(page), "--base", "https://www.fellshire.example/", "--root", str(new_library), "--yes"]
    assert CliRunner().invoke(main, ["import", *arguments]).exit_code == 0
    for record in new_library.glob("briefings/*/briefing.yml"):
        text = record.read_text(encoding="utf-8")
        (record.parent / "briefing.pdf").write_bytes(b"%PDF-1.4")
        record.write_text(re.sub(r"url: .*", "file: briefing.pdf", text), encoding="utf-8")
    found = plan_import(BuildOptions(new_library, TODAY), page, "https://www.fellshire.example/")
    assert len(found.compared) > 4
    assert [(each.file, each.field) for each in found.compared if each.verdict != Verdict.EQUAL] == []


@pytest.mark.parametrize("command", ["import", "import-documents"])
def test_help_shows_the_examples_on_lines_of_their_own(command: str) -> None:
    shown = CliRunner().invoke(main, [command, "--help"]).stdout
    assert "\\b" not in shown
    assert f"\n    library {command} " in shown


def test_the_drafts_of_the_first_import_have_no_error(new_library: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(TWO + "<a href='/s.pdf'>LLB: Harold, Child Elm and Child Oak</a><p>Child P – not published.</p>"
                    "<h2>Briefings</h2><a href='/n.pdf'>7 Minute Briefing – Neglect</a>", encoding="utf-8")  # fmt: skip
    arguments = ["--root", str(new_library), "--today", "2026-11-28"]
    made = CliRunner().invoke(
        main, ["import", str(page), "--yes", "--base", "https://www.fellshire.example/", *arguments]
    )
    assert made.exit_code == 0, made.output
    checked = json.loads(CliRunner().invoke(main, ["check", "--format", "json", *arguments]).stdout)
    assert [each for each in checked["diagnostics"] if each["severity"] == "error"] == []


@pytest.mark.parametrize(
    ("label", "published"),
    [
        ("Child G (March)", "2023-03"),
        ("Child G – June", "2023-06"),
        ("Child G report, published May", "2023-05"),
        ("Child G (published in November)", "2023-11"),
        ("Child G (March 2021)", "2021-03"),
        ("Child G", "2023"),
    ],
)
def test_a_month_in_a_label_belongs_to_the_year_of_the_heading_above(
    imported: Imported, label: str, published: str
) -> None:
    page = f"<h1>Safeguarding reviews</h1><h2>2023</h2><ul><li><a href='/g.pdf'>{label}</a></li></ul>"
    (case,) = imported(page, "html").cases
    assert case.found.published is not None
    assert case.found.published.iso == published
