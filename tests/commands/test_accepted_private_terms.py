"""A finding on a private term is accepted in the list itself, and nowhere else. All names are invented."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests import pdfs
from tests.unit.diagnostics.conftest import Run, lay, run

CASE: Final = "content/cases/rowan/case.yml"
NAME: Final = "Tobias Quillfeather"
REASON: Final = "2026-11-20 # The vicar has the same name, and agreed to be named."

Build = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "site")


@pytest.fixture
def build(root: Path, tmp_path: Path) -> Build:
    """Build with these lines below the name; return the codes and places of the findings about the list."""

    def with_list(*lines: str, without: tuple[str, ...] = ()) -> list[tuple[str, str]]:
        return findings(run_with(root, tmp_path, "build", *lines, without=without))

    return with_list


def run_with(root: Path, folder: Path, command: str, *lines: str, without: tuple[str, ...] = ()) -> Run:
    path = folder / "terms.txt"
    path.write_text("\n".join((f"# Invented.\n{NAME}", *lines)) + "\n", encoding="utf-8")
    options = [part for each in without for part in ("--without", each)]
    result = run(root, command, "--private-terms", str(path), *options)
    assert "uillfeather" not in result.told.lower()
    return result


def findings(result: Run) -> list[tuple[str, str]]:
    return re.findall(r"^\w+\[(G\d+)\].*\n(?:  --> (\S+(?: terms:\d+)?))?", result.told, re.MULTILINE)


def change(root: Path, old: str, new: str, file: str = CASE) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def tell(root: Path, text: str) -> None:
    """Add a text to the story of the case."""
    change(root, "Rowan was often", f"{text} Rowan was often")


def attach(root: Path, name: str, data: bytes) -> None:
    """Add a document to the case."""
    (root / CASE).with_name(name).write_bytes(data)
    change(root, "{kind: report, availability: on-request}", f"{{kind: report, file: {name}}}")


def test_a_term_in_a_record_is_accepted_with_its_copies_in_pages_data_and_the_index(root: Path, build: Build) -> None:
    tell(root, f"The vicar, {NAME}, spoke.")
    assert build(without=("sheets",)) == [("G101", f"{CASE}:{line_of(root)}")]
    assert build(f"accept: {CASE}, {REASON}") == []
    assert (root / "site" / "reviews" / "rowan" / "index.html").exists()


def line_of(root: Path) -> int:
    lines = (root / CASE).read_text(encoding="utf-8").split("\n")
    return 1 + next(number for number, line in enumerate(lines) if NAME in line)


def test_a_term_is_still_found_in_every_other_file(root: Path, build: Build) -> None:
    tell(root, f"The vicar, {NAME}, spoke.")
    other = "content/pages/about/contact.md"
    with (root / other).open("a", encoding="utf-8") as page:
        page.write(f"\nAsk {NAME}.\n")
    found = build(f"accept: {CASE}, {REASON}", without=("sheets",))
    assert [(code, place.partition(":")[0]) for code, place in found] == [("G101", other)]


def test_a_file_that_is_published_as_it_is_needs_its_own_line(root: Path, build: Build) -> None:
    tell(root, f"The vicar, {NAME}, spoke.")
    (root / "content" / "pages" / "notes.txt").write_text(f"Ask {NAME}.\n", encoding="utf-8")
    assert build(f"accept: {CASE}, {REASON}") == [("G101", "site/notes.txt:1")]
    assert build(f"accept: {CASE}, {REASON}", f"accept: site/notes.txt, {REASON}") == []


def test_a_template_with_the_term_needs_its_own_line(root: Path, build: Build) -> None:
    tell(root, f"The vicar, {NAME}, spoke.")
    settings = root / "mkdocs.yml"
    settings.write_text(re.sub("site_name: .*", f"site_name: Library of {NAME}", settings.read_text(encoding="utf-8")))
    found = build(f"accept: {CASE}, {REASON}", without=("sheets",))
    assert [place.partition(":")[0] for _, place in found] == ["mkdocs.yml"]


def test_a_term_in_a_pdf_is_accepted_with_its_copy_in_the_search_index(root: Path, build: Build) -> None:
    attach(root, "report.pdf", pdfs.good("Rowan: report", body=f"The vicar was {NAME}."))
    found = build()
    (pdf,) = {place for _, place in found if place.endswith(".pdf")}
    assert build(f"accept: {pdf}, {REASON}") == []


def test_a_file_that_cannot_be_searched_is_accepted_anywhere_in_the_list(root: Path, build: Build) -> None:
    (root / "content" / "pages" / "about" / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0 cut off")
    assert build() == [("G105", "site/about/photo.jpg")]
    assert build("unsearched: site/about/photo.jpg, 2026-11-20 # We opened it in another program.") == []


def test_a_word_that_is_nearly_a_term_is_accepted(root: Path, build: Build) -> None:
    tell(root, "The vicar was Tobias Quillfether.")
    assert [code for code, _ in build()] == ["G102"]
    assert build(f"accept: {CASE}, {REASON}") == []


def test_a_line_that_matches_nothing_is_reported_by_the_whole_build_and_by_check(
    root: Path, build: Build, tmp_path: Path
) -> None:
    line = f"accept: {CASE}, {REASON}"
    assert build(line) == [("G112", "private terms:3")]
    assert build(line, without=("search",)) == []
    assert findings(run_with(root, tmp_path, "check", line)) == [("G112", "private terms:3")]


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        ((f"accept: {CASE} # The vicar agreed to be named.",), 3),
        ((f"accept: {CASE}, 2026-11-20",), 3),
        ((f"accept: {CASE}, 2026-11-20 # ok",), 3),
        ((f"accept: {CASE}, 2026-11-20 # ...",), 3),
        ((f"accept: {CASE}, 2026-11-31 # The vicar agreed to be named.",), 3),
        ((f"accept: {CASE}, 2027-11-20 # The vicar agreed to be named.",), 3),
        (("accept: , 2026-11-20 # The vicar agreed to be named.",), 3),
        (("# note", "unsearched: site/plans.7z",), 4),
    ],
)  # fmt: skip
def test_a_line_without_all_its_parts_stops_the_build(
    root: Path, build: Build, lines: tuple[str, ...], number: int
) -> None:
    tell(root, f"The vicar, {NAME}, spoke.")
    assert build(*lines) == [("G111", f"private terms:{number}")]


def test_a_line_above_every_term_is_reported(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text(f"accept: {CASE}, {REASON}\n{NAME}\n", encoding="utf-8")
    told = run(root, "build", "--private-terms", str(path)).told
    assert "error[G111]: line 1 of the list" in told
    assert "put it below the line of the term" in told


@pytest.mark.parametrize("line", ["Mr", "Mrs.", "Dr", "the", "and", "- Mr and Mrs", "Mr & Mrs", "Lord", "of the", "PC"])
def test_a_line_with_only_titles_or_small_words_is_reported_by_its_number(build: Build, line: str) -> None:
    assert build(line) == [("G113", "private terms:3")]


@pytest.mark.parametrize(
    "line", ["Names:", "Mother", "Name, DOB, Address", "# Mr", "nickname: Lord", "Children and dates"]
)
def test_headings_notes_and_names_with_their_kind_are_not_reported(build: Build, line: str) -> None:
    assert build(line, without=("search", "sheets")) == []
