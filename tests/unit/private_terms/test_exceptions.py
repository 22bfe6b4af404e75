"""What the list allows, and names that are ordinary words. All names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.markdown.dictionary import dictionary_words
from generator.private_terms.matcher import TermMatcher
from generator.private_terms.near_matches import near_spellings
from generator.private_terms.terms import Term, TermKind, read_terms


def found(listed: str, text: str, tmp_path: Path, is_name: bool = False) -> frozenset[int]:
    path = tmp_path / "terms.txt"
    path.write_text(listed, encoding="utf-8")
    read = read_terms(path, tmp_path / "site")
    assert read.diagnostics == ()
    return TermMatcher(read.value.terms).find(text, is_name)


NAMES = (
    "Claire Hart", "Theo Range", "Mark Etting", "Sam Hill", "Tom Rust", "Paul Each", "Peter Rice", "Beth Rook",
    "Ben Radford",
    "Sarah Book", "Rita Walke", "Tom Plan", "Will Son", "Rose Mary", "Mark Down", "Pat Tern", "Tim Etable", "Ben Efit",
    "Max Imum", "Chris Lark", "Clive Love", "Emma Nation", "Ray Mond", "Al Ways", "Anna Logue", "Steve Port",
    "Wendy Hite",
    "Brian Lack", "Pete Lace", "Sue Round", "Ed Ucation", "Car Ing", "Don Ation", "Art Icle", "Dan Gerous", "Gray Son",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_found_in_itself_and_in_no_word_of_the_dictionary(name: str) -> None:
    searcher = TermMatcher([Term(1, TermKind.NAME, name)])
    forename, surname = name.split()
    for text in (name, name.upper(), f"{surname}, {forename}", f"{forename[0]}. {surname}", name.replace(" ", "-")):
        assert searcher.find(f"They saw {text} there."), text
    listed = sorted(dictionary_words())
    for place in range(0, len(listed), 1_000):
        # One word to a sentence: "they mark down" is two words and not one.
        assert not searcher.find(". ".join(listed[place : place + 1_000]))


@pytest.mark.parametrize(
    ("listed", "text", "is_found"),
    [
        ("Mark Etting\nallow: marketting", "marketting", False),
        ("Mark Etting\nallow: marketting", "Marketting by Mark Etting", True),
        ("Brown\nallow: brown", "a brown dog", False),
        ("Brown\nallow: brown", "with Brown at home", True),
        ("Will Young\nallow: will young", "how will young people", False),
        ("Will Young\nallow: will young", "WILL YOUNG", True),
        ("Will Young\nallow: will young", "Will Young", True),
        ("John Smith\nallow: John Smith Children's Centre", "the John Smith Children\u2019s Centre", False),
        ("John Smith\nallow: John Smith Children's Centre", "John Smith at the John Smith Children's Centre", True),
        ("John Smith\nallow: John Lewis Smith Trust", "the John Lewis Smith Trust", False),
        ("John Smith\nallow: John Lewis Smith Trust", "John Lewis Smith", True),
        ("Claire Hart\nallow: hart centre", "Claire Hart Centre", True),
        ("14 September 2011\nallow: published on 14 September 2011", "Published on 14 September 2011.", False),
        ("14 September 2011\nallow: published on 14 September 2011", "Born on 14 September 2011.", True),
        ("01632 960 555\nallow: helpline 01632 960 555", "Helpline: 01632 960 555", False),
    ],
)
def test_an_exception_counts_for_its_own_words_alone(tmp_path: Path, listed: str, text: str, is_found: bool) -> None:
    assert bool(found(listed, text, tmp_path)) is is_found


def test_an_exception_that_is_a_term_itself_is_refused_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("# Invented.\nWill Young\nallow: Young, Will\n", encoding="utf-8")
    (refused,) = read_terms(path, tmp_path / "site").diagnostics
    assert refused.code == "G107"
    assert refused.location is not None and refused.location.line == 3
    assert "Young" not in str(refused)


def test_an_exception_alone_is_no_list(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("allow: chart\n", encoding="utf-8")
    assert [diagnostic.code for diagnostic in read_terms(path, tmp_path / "site").diagnostics] == ["G103"]


def test_a_word_that_is_allowed_is_no_near_spelling() -> None:
    terms = [Term(1, TermKind.NAME, "Carter"), Term(2, TermKind.ALLOW, "Charter")]
    assert near_spellings(terms, {"Charter"}, ()) == ()


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Tobias James Quillfeather", True),
        ("TOBIAS JAMES QUILLFEATHER", True),
        ("tobias-james-quillfeather.pdf", True),
        ("Tobias J. P. Quillfeather", True),
        ("Tobias and Jane Quillfeather", True),
        ("Tobias van der Quillfeather", True),
        ("Tobias\nJames Quill-\nfeather", True),
        ("Tobias saw Quillfeather", False),
        ("TOBIAS SAW QUILLFEATHER", False),
        ("Tobias. James Quillfeather", False),
        ("Tobias Brown, Anna Quillfeather", False),
        ("Tobias\n\nJames Quillfeather", False),
        ("Tobias's friend Quillfeather", False),
        ("Tobias told Mr Quillfeather", False),
        ("Tobias\u2019s Quillfeather", False),
    ],
)
def test_a_middle_name_that_the_list_does_not_have_hides_no_name(text: str, is_found: bool) -> None:
    assert bool(TermMatcher([Term(1, TermKind.NAME, "Tobias Quillfeather")]).find(text)) is is_found


@pytest.mark.parametrize(
    "text", ["01632 960555", "(01632) 960 555", "+44 1632 960555", "0044 (0)1632 960555", "01632-960-555"]
)
def test_a_number_is_found_in_any_groups(text: str) -> None:
    searcher = TermMatcher([Term(1, TermKind.NUMBER, "01632 960 555")])
    assert searcher.find(f"Ring {text} now")
    assert not searcher.find(f"Ring 9{text}1 now")
