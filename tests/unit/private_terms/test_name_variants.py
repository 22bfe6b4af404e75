"""How a term may be written, kind by kind. All names are invented."""

from __future__ import annotations

from datetime import date

import pytest

from generator.private_terms.date_formats import find_dates
from generator.private_terms.matcher import TermMatcher
from generator.private_terms.near_matches import is_one_away, near_spellings
from generator.private_terms.terms import Term, TermKind


def found(kind: str, term: str, text: str, is_name: bool = False) -> bool:
    return bool(TermMatcher([Term(1, TermKind(kind), term)]).find(text, is_name))


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("Anna Child", True),
        ("A. Child", True),
        ("Child, A.", True),
        ("a child", False),
        ("A child was seen", False),
        ("Child A was seen", False),
        ("the voice-of-a-child", False),
        ("Anna's child", False),
    ],
)
def test_an_initial_before_an_ordinary_word_needs_its_full_stop(text: str, is_found: bool) -> None:
    assert found("name", "Anna Child", text) is is_found


@pytest.mark.parametrize(
    ("term", "text", "is_found"),
    [
        ("May", "She told May about it", True),
        ("May", "May was at home", True),
        ("May", "in May 2022", False),
        ("May", "It may be", False),
        ("May", "May I ask", False),
        ("Grace", "a grace period", False),
        ("Grace", "with Grace at home", True),
        ("Grace", "Grace's mother", True),
        ("Hild", "hild", True),
    ],
)
def test_a_name_that_is_a_word_as_well_counts_where_it_stands_as_a_name(term: str, text: str, is_found: bool) -> None:
    assert found("name", term, text) is is_found


def test_a_sentence_that_ends_between_two_names_parts_them() -> None:
    assert not found("name", "John Fernleigh", "They saw Mr Fernleigh. John went home.")
    assert found("name", "John Fernleigh", "They saw Fernleigh, John, who went home.")


@pytest.mark.parametrize(
    "text",
    [
        "4 May 2011", "4th May, 2011", "the 4th of May 2011", "May 4, 2011", "May 4th 2011", "04/05/2011", "4.5.11",
        "4-5-2011",
        "2011-05-04", "20110504", "D:20110504093000Z", "DTSTART:20110504T093000", "04052011", "2011 May 4", "4 May '11",
        "fourth of May 2011", "4May2011",
    ],
)  # fmt: skip
def test_a_day_is_known_in_all_its_spellings(text: str) -> None:
    assert date(2011, 5, 4) in find_dates(text)


@pytest.mark.parametrize(
    "text", ["May 2011", "4 May", "5 May 2011", "14 May 2011", "chapters 4, 5, 11", "4/5", "41/05/2011"]
)
def test_what_is_another_day_or_none_is_not_that_day(text: str) -> None:
    assert date(2011, 5, 4) not in find_dates(text)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("fernleigh", "fernliegh", True),
        ("fernleigh", "fernlegh", True),
        ("fernleigh", "fernleighs", True),
        ("fernleigh", "farnleigh", True),
        ("fernleigh", "fernleigh", False),
        ("fernleigh", "farnliegh", False),
        ("fernleigh", "fern", False),
    ],
)
def test_one_letter_away_is_one_slip(one: str, other: str, near: bool) -> None:
    assert is_one_away(one, other) is near


def test_a_near_spelling_needs_a_long_name_and_is_no_ordinary_word() -> None:
    terms = [Term(1, TermKind.NAME, "Carter"), Term(2, TermKind.NAME, "Holt"), Term(3, TermKind.NAME, "Mina Fernleigh")]
    near = near_spellings(terms, {"Cartel", "cartel", "Charter", "Bolt", "Fernliegh"}, {"cartel"})
    assert {(each.words, each.line) for each in near} == {
        ("charter", 1), ("mina fernliegh", 3), ("fernliegh mina", 3),
    }  # fmt: skip
