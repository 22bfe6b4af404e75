"""Pages that are broken, huge, hostile, in an old encoding, or the wrong ones."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from click.testing import Result

from tests.cpu_limit import cpu_limit
from tests.listing_accuracy import errors_of_drafts

Library = Callable[..., Result]

SECONDS_OF_CPU: Final = 30
"""Reading takes a tenth of it. It took over a minute when each review was compared with all others."""


@pytest.fixture
def plan_of(library: Library, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """Imports a text as a page, without writing."""

    def plan(text: str | bytes, name: str = "page.html") -> dict[str, Any]:
        file = tmp_path / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        found: dict[str, Any] = json.loads(library("import", str(file), "--dry-run", "--format", "json").stdout)
        return found

    return plan


Plan = Callable[..., dict[str, Any]]


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (b"", "empty.html", "the page contains no text"),
        (b"<html><body><script>list()</script></body></html>", "script.html", "the page contains no text"),
        (b"%PDF-1.7 \x00\x01", "report.html", "the file is no web page, text or CSV file"),
        (b"PK\x03\x04\x00", "report.txt", "the file is no web page, text or CSV file"),
        (b"<div>" * 50_000, "deep.html", "the page has thousands of elements inside one another"),
        (b"x" * 10_000_001, "large.txt", "the file has more than 10 MB"),
        (b"<p>We meet on Mondays.</p>", "other.html", "no review was found on the page"),
        (b"colour;size\na;b\n", "odd.csv", "no column of the CSV file is called case or label"),
    ],
)
def test_a_page_that_gives_nothing_is_reported_and_nothing_is_written(
    library: Library, empty_site: Path, tmp_path: Path, data: bytes, name: str, message: str
) -> None:
    (tmp_path / name).write_bytes(data)
    before = sorted(empty_site.rglob("*.yml"))
    done = library("import", str(tmp_path / name), "--yes")
    assert done.exit_code == 1
    assert message in done.output
    assert "nothing was written" in done.output
    assert sorted(empty_site.rglob("*.yml")) == before


def test_an_empty_folder_is_reported(library: Library, tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    assert "the folder contains no page" in library("import", str(tmp_path / "pages")).output


def test_a_broken_page_is_read_as_browsers_read_it(plan_of: Plan) -> None:
    plan = plan_of("<h3>Grace - Published May 2021<p>Serious Case Review<ul><li><a href=https://x.example/g.pdf>Report")
    assert [(each["name"], each["published"]) for each in plan["cases"]] == [("Grace", "2021-05")]
    assert plan["cases"][0]["documents"][0]["address"] == "https://x.example/g.pdf"


def test_scripts_and_odd_addresses_never_reach_a_draft(library: Library, empty_site: Path, tmp_path: Path) -> None:
    page = tmp_path / "hostile.html"
    page.write_text(
        "<h3>Grace - Published May 2021</h3><p>Serious Case Review</p>"
        "<a href='javascript:alert(1)'>Report</a><a href='file:///etc/passwd'>Action plan</a>"
        "<a href='https://x.example/\"><script>'>Statement</a>"
        "<a href='https://x.example/ok.pdf'>Executive summary: \"}]# status: published\n</a>"
        "<script>document.write('<h3>Evil - Published May 2021</h3>')</script>",
        encoding="utf-8",
    )
    library("import", str(page), "--yes")
    text = (empty_site / "content" / "cases" / "grace" / "case.yml").read_text(encoding="utf-8")
    assert "status: draft" in text
    facts = "\n".join(line for line in text.split("\n") if not line.strip().startswith("#"))
    for word in ("javascript", "passwd", "<script>", "Evil"):
        assert word not in facts.split("sources:")[0]
    assert not errors_of_drafts(library)


def test_a_huge_page_is_read_to_its_limit(plan_of: Plan) -> None:
    plan = plan_of("<h3>Grace - Published May 2021</h3>" + "<p>Serious Case Review</p>" * 30_000)
    assert [each["name"] for each in plan["cases"]] == ["Grace"]


def test_a_list_of_two_thousand_reviews_is_read_in_time(plan_of: Plan) -> None:
    items = [
        f"<li><a href='/{n}.pdf'>Child A{n} serious case review, published May 2021</a></li>" for n in range(2_000)
    ]
    with cpu_limit(SECONDS_OF_CPU):
        plan = plan_of(f"<h1>Reviews</h1><ul>{''.join(items)}</ul>")
    assert len(plan["cases"]) == len(items)


def test_lists_in_each_other_are_read_in_time(plan_of: Plan) -> None:
    lists = "<dl><dt>Name<dd>Ada" * 900
    with cpu_limit(SECONDS_OF_CPU // 3):
        plan = plan_of(f"<h1>Serious Case Reviews</h1><h2>Grace - Published May 2021</h2>{lists}")
    assert "Grace" in [each["name"] for each in plan["cases"]]


@pytest.mark.parametrize(
    "name", ["O'Connor", "D\u2019Arcy", "Siân", "Łukasz", "Zoë", "Ann-Marie", "McKay", "Child AB", "CJ"]
)
def test_names_with_marks_and_letters_of_other_languages_are_kept(plan_of: Plan, name: str) -> None:
    plan = plan_of(f"{name} - Published May 2021\n{name} Serious Case Review - Report\n", "page.txt")
    assert [each["name"].replace("\u2019", "'") for each in plan["cases"]] == [name.replace("\u2019", "'")]


def test_letters_of_windows_1252_are_read(plan_of: Plan) -> None:
    page = "<h3>Zoë \u2013 Published May 2021</h3><p>A Serious Case Review about \u2018Zoë\u2019</p>"
    plan = plan_of(page.encode("windows-1252"))
    assert [each["name"] for each in plan["cases"]] == ["Zoë"]


def test_two_children_in_one_name_are_one_review(plan_of: Plan) -> None:
    plan = plan_of("Ada and Ben - Published May 2021\nAda and Ben Serious Case Review - Report\n", "page.txt")
    assert [each["name"] for each in plan["cases"]] == ["Ada and Ben"]


def test_one_statement_for_several_is_in_one_record_and_shared(library: Library, empty_site: Path) -> None:
    page = Path(__file__).parents[2] / "listings" / "joint-statement.html"
    library("import", str(page), "--yes")
    text = (empty_site / "content" / "cases" / "hazel" / "case.yml").read_text(encoding="utf-8")
    assert "- {kind: statement, from: rowan}" in text


def test_a_reason_for_not_publishing_is_kept_in_the_words_of_the_page(library: Library, empty_site: Path) -> None:
    page = Path(__file__).parents[2] / "listings" / "running-text.html"
    library("import", str(page), "--yes")
    text = (empty_site / "content" / "cases" / "child-q" / "case.yml").read_text(encoding="utf-8")
    assert "publication: not-published" in text
    assert "availability: withheld" in text
    assert "The family could be recognised." in text
    assert not errors_of_drafts(library)


def test_a_type_that_the_vocabulary_does_not_have_is_never_guessed(
    library: Library, empty_site: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Grace - Published May 2021\nGrace Partnership Learning Review - Report\n", encoding="utf-8")
    library("import", str(page), "--yes")
    text = (empty_site / "content" / "cases" / "grace" / "case.yml").read_text(encoding="utf-8")
    assert "\ntype:" not in text
    assert 'The page says "Partnership Learning Review".' in text.replace("\n# ", " ")
