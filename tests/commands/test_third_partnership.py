"""A partnership that nobody here has met starts its library: from the wheel, outside the checkout, by library init.

Rhosfelyn, its board and its reviews are invented. It has Welsh names, a joint review, a statement that two reviews
share, its own series of briefings, no bulletins and no dates.
"""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path
from typing import Any, Final

import pytest

from tests.installed import Installed
from tests.pdfs import good

TODAY: Final = ("--today", "2026-11-28")
ANSWERS: Final = (
    *("--name", "Bwrdd Diogelu Oedolion Rhosfelyn", "--area", "Rhosfelyn", "--about", "adults"),
    *("--title", "Rhosfelyn learning library", "--address", "reviews.rhosfelyn.example", "--nation", "england"),
    *("--phone", "Adult care: 01632 960011", "--documents", "reviews@rhosfelyn.gov.uk", "--colour", "#4b2e83"),
)
RECORDS: Final = {
    "content/cases/llyr/case.yml": """
name: Llŷr
type: [dardr, sar]
after: sian
summary: Llŷr lived with his brother, and several services visited them at different times.
learning: [Services did not tell each other what they had seen.]
documents:
  - {kind: report, availability: elsewhere, publisher: Rhosfelyn Council}
  - {kind: statement, file: datganiad.pdf}
sources: [invented for tests]
""",
    "content/cases/sian/case.yml": """
name: Siân
type: sar
summary: Siân had stopped opening the door to people who came to help.
story: Siân lived alone after a long stay in hospital.
documents:
  - {kind: statement, from: llyr}
briefings: [knocking-twice]
sources: [invented for tests]
""",
    "content/cases/the-lodgers/case.yml": """
name: The lodgers
publication: not-yet
expected: 2027-03
summary: A house where five adults rented rooms.
sources: [invented for tests]
""",
    "briefings/knocking-twice/briefing.yml": """
title: Knocking twice
series: nodyn
summary: What to do when nobody answers the door.
sections:
  - {heading: What we saw, body: People went away when nobody answered.}
  - {heading: What to try, body: Come back on another day.}
sources: [invented for tests]
""",
}
SERIES: Final = """briefing_series:
  - id: nodyn
    label: learning note
    plural: learning notes
    for: [topics]
    parts: [{heading: What we saw}, {heading: What to try}]
    sheet: true
"""
FOREIGN: Final = re.compile(rb"warwick|warrington|west midlands|01926|7-minute|lessons learned", re.IGNORECASE)
NOT_PUBLISHED: Final = re.compile(
    r"bulletin|newsletter|a child|for children|children's|young people|\b0 ", re.IGNORECASE
)
"""What a board for adults without a bulletin does not write about."""


@pytest.fixture(scope="module")
def library(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of Rhosfelyn, started, filled, built and checked by the installed command."""
    home = tmp_path_factory.mktemp("rhosfelyn")
    installed.run(home, "library", "init", "library", "--no-input", *ANSWERS)
    root = home / "library"
    for name, text in RECORDS.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip(), encoding="utf-8")
    (root / "content/cases/llyr/datganiad.pdf").write_bytes(good("Llŷr and Siân: statement"))
    words = root / "content/vocabulary.yml"
    own = re.sub(r"briefing_series:\n(?:[ ].*\n)+", SERIES, words.read_text(encoding="utf-8"))
    words.write_text(own, encoding="utf-8")
    (root / "told.txt").write_text(installed.run(root, "library", "build", "--all", *TODAY), encoding="utf-8")
    (root / "checked.txt").write_text(installed.run(root, "library", "check", "--all", *TODAY), encoding="utf-8")
    return root


def text_of(library: Path, address: str) -> str:
    html = (library / "site" / address / "index.html").read_text(encoding="utf-8")
    main = html.partition("<main")[2].partition("</main>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def reviews(library: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((library / "site/data/reviews.json").read_text(encoding="utf-8"))[
        "reviews"
    ]
    return found


def test_it_builds_and_checks_with_nothing_to_fix_but_what_only_the_board_can_write(library: Path) -> None:
    for name in ("told.txt", "checked.txt"):
        told = (library / name).read_text(encoding="utf-8")
        assert re.findall(r"^(?:error|warning)\[", told, re.MULTILINE) == []
        assert "WCAG 2.2" in told
        assert "data protection officer" in told


def test_nothing_of_another_partnership_is_in_any_byte(library: Path) -> None:
    assert (library / "site/index.html").is_file()
    for path in sorted((library / "site").rglob("*")):
        if path.is_file() and "pagefind" not in path.parts and path.suffix not in (".pdf", ".png", ".webp", ".woff2"):
            found = FOREIGN.search(path.read_bytes())
            assert found is None, (path, found and found[0])


def test_no_page_promises_what_the_board_does_not_publish(library: Path) -> None:
    pages = sorted((library / "site").rglob("index.html"))
    assert len(pages) > 20
    for page in pages:
        text = text_of(library, page.parent.relative_to(library / "site").as_posix())
        found = NOT_PUBLISHED.search(text)
        assert found is None, (page, text[max(0, found.start() - 60) : found.end() + 60] if found else "")


def test_a_joint_review_is_listed_under_both_types(library: Path) -> None:
    assert "Safeguarding Adults Review and Domestic Abuse Related Death Review" in text_of(library, "reviews/llyr")
    assert "Llŷr" in text_of(library, "reviews/type/sar")
    assert "Llŷr" in text_of(library, "reviews/type/dardr")


def test_a_shared_statement_has_one_address_and_one_label(library: Path) -> None:
    shared = [
        document for review in reviews(library) for document in review["documents"] if document["kind"] == "statement"
    ]
    assert len(shared) == 2
    assert len({document["address"] for document in shared}) == 1
    assert len({document["label"] for document in shared}) == 1
    assert "Llŷr and Siân" in shared[0]["label"] or "Siân and Llŷr" in shared[0]["label"]


def test_a_review_without_a_type_or_a_report_says_so(library: Path) -> None:
    page = text_of(library, "reviews/the-lodgers")
    assert "Type not stated" in page or "Not stated" in page
    assert "Expected in March 2027" in page
    assert "Date not known" not in page


def test_undated_reviews_keep_the_order_that_their_records_give(library: Path) -> None:
    names = [review["name"] for review in reviews(library)]
    assert names.index("Llŷr") + 1 == names.index("Siân")


def test_the_board_s_own_series_of_briefings_has_a_page_and_a_sheet(library: Path) -> None:
    assert "Learning note" in text_of(library, "briefings/knocking-twice")
    assert "Knocking twice" in text_of(library, "briefings/series/nodyn")
    assert list((library / "site/documents/sheets").glob("*.pdf"))


def test_the_spreadsheet_has_the_welsh_names(library: Path) -> None:
    text = (library / "site/data/reviews.csv").read_text(encoding="utf-8-sig")
    assert {row["name"] for row in csv.DictReader(text.splitlines())} == {"Llŷr", "Siân", "The lodgers"}


def test_mkdocs_itself_builds_the_same_pages(library: Path, installed: Installed) -> None:
    page = (library / "site/reviews/llyr/index.html").read_bytes()
    installed.run(library, "python", "-m", "mkdocs", "build")
    assert (library / "site/reviews/llyr/index.html").read_bytes() == page
