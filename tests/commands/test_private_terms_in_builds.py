"""A build finds private terms in every form, and stops before it writes anything. All names are invented."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from tests.conftest import Site
from tests.unit.diagnostics.conftest import lay, run

CASE: Final = "content/cases/rowan/case.yml"
ARGUMENTS: Final = ("--today", "2026-11-25", "--without", "sheets", "--without", "search")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return lay(tmp_path / "site")


@pytest.fixture
def terms(tmp_path: Path) -> Path:
    return tmp_path / "terms.txt"


def tell(root: Path, text: str) -> None:
    """Add a line to the story of the case."""
    path = root / CASE
    path.write_text(path.read_text(encoding="utf-8").replace("Rowan was often", f"{text}\n  Rowan was often", 1))


def build(root: Path, terms: Path) -> list[str]:
    """Return the codes of the private terms that a build finds; fail if it wrote a site in spite of an error."""
    result = run(root, "build", "--private-terms", str(terms), *ARGUMENTS)
    codes = re.findall(r"^\w+\[(G\d+)\]", result.told, re.MULTILINE)
    assert (root / "site").exists() == ("G101" not in codes)
    return codes


@pytest.mark.parametrize("written", ["14.9.71", "14/9/71", "14-09-1971", "14 Sept 1971", "14th of September, 1971"])
def test_a_date_of_birth_is_found_in_every_usual_form(root: Path, terms: Path, written: str) -> None:
    terms.write_text("14 September 1971\n")
    tell(root, f"A form had {written} on it.")
    assert set(build(root, terms)) == {"G101"}


@pytest.mark.parametrize("written", ["14.9.1972", "15.9.71", "1.4.971"])
def test_another_date_is_not_the_date_of_birth(root: Path, terms: Path, written: str) -> None:
    terms.write_text("14 September 1971\n")
    tell(root, f"A form had {written} on it.")
    assert build(root, terms) == []


@pytest.mark.parametrize("address", ["Tobias%20Quillfeather", "Tobias%2520Quillfeather", "Tobias%252520Quillfeather"])
def test_a_name_in_an_encoded_address_is_found(root: Path, terms: Path, address: str) -> None:
    terms.write_text("Tobias Quillfeather\n")
    tell(root, f"See [the form](https://www.tarnshire.example/?q={address}).")
    assert set(build(root, terms)) == {"G101"}


def test_a_name_of_three_letters_is_searched_for(root: Path, terms: Path) -> None:
    terms.write_text("nickname: Kit\n")
    tell(root, "At home he was Kit to all.")
    assert set(build(root, terms)) == {"G101"}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Tobias Wexham", "Wexam"),  # six letters, one of them left out
        ("Tobias Wexham", "Wexhamm"),
        ("Tobias Wexham", "Wexhma"),
    ],
)
def test_a_name_with_a_typing_error_is_a_warning(root: Path, terms: Path, name: str, written: str) -> None:
    terms.write_text(f"{name}\n")
    tell(root, f"The report names Tobias {written} once.")
    assert set(build(root, terms)) == {"G102"}


def test_a_short_name_with_another_letter_is_another_name(root: Path, terms: Path) -> None:
    terms.write_text("Tobias Wexam\n")
    tell(root, "The report names Tobias Wexan once.")
    assert build(root, terms) == []


@pytest.mark.parametrize(("pages", "findings"), [(9, 9), (10, 10), (11, 11), (14, 11)])
def test_ten_places_of_one_term_are_listed_and_the_others_counted(
    root: Path, terms: Path, pages: int, findings: int
) -> None:
    terms.write_text("Tobias Quillfeather\n")
    for number in range(pages):
        (root / "content" / "pages" / f"tobias-quillfeather-{number}.txt").write_text("A note.\n")
    result = run(root, "build", "--private-terms", str(terms), "--format", "json", *ARGUMENTS)
    assert result.told.count('"G101"') == findings
    assert "Quillfeather" not in result.told
    assert "quillfeather" not in result.told


def test_plain_mkdocs_build_searches_for_the_private_terms(full: Site, terms: Path) -> None:
    terms.write_text("Tobias Quillfeather\n")
    full.change("content/cases/wren/case.yml", "Wren lived alone", "Tobias Quillfeather lived alone")
    command = (sys.executable, "-m", "mkdocs", "build")
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "LIBRARY_PRIVATE_TERMS": str(terms)}
    engine = subprocess.run(
        command, cwd=full.root, env=environment, capture_output=True, text=True, check=False, timeout=600
    )
    output = engine.stdout + engine.stderr
    assert engine.returncode != 0
    assert "G101" in output
    assert "Quillfeather" not in output
    assert not full.output.exists()
    terms.write_text("Ottoline Marrowby\n")
    subprocess.run(command, cwd=full.root, env=environment, capture_output=True, check=True, timeout=600)
    assert (full.output / "index.html").exists()
