"""A citation says what the record says, whatever letters it has, and comes back whole from BibTeX and from RIS."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.model import Library, PartialDate
from generator.render.citations import Citation, as_bibtex, as_ris, as_sentence, cite_briefing, cite_case
from tests.citations import read_bibtex, read_ris
from tests.conftest import FULL

NASTY = st.text(
    alphabet=st.sampled_from('Ab1 \n\t\\{}%&$#_~^@,=.:;"()[]<>|/+!?éßŁő中\u00a0\u0085\u2028\x00\x1f'), max_size=40
)
"""What means something to LaTeX, BibTeX or RIS, accents, and whatever could end a line."""


@cache
def tarnshire() -> Library:
    library = validate_and_link(BuildOptions(FULL, date(2026, 5, 1))).library
    assert library is not None
    return library


def cited(title: str = "Wren: Report", dated: str | None = None, reviewer: str = "", author: str = "A & B") -> Citation:
    return Citation(
        key="review-wren",
        author=author,
        title=title,
        kind="Report",
        dated=PartialDate.parse(dated) if dated else None,
        reviewer=reviewer,
        collection="Library",
        address="https://learning.tarnshire.example/reviews/wren/",
        file_name="wren",
    )


@settings(max_examples=60)
@given(name=NASTY, reviewer=NASTY, partnership=NASTY)
def test_any_text_comes_back_from_bibtex_and_ris(name: str, reviewer: str, partnership: str) -> None:
    publisher = tarnshire().partnership.model_copy(update={"name": f"P {partnership} S"})
    case = tarnshire().cases[0].model_copy(update={"name": f"W {name} R", "reviewer": f"D {reviewer} E"})
    it = cite_case(case, replace(tarnshire(), partnership=publisher))
    assert not any(each.isspace() and each != " " for each in it.title + it.author + it.reviewer)
    written = as_bibtex(it)
    assert written.count("{") == written.count("}"), "BibTeX counts braces with a backslash, too"
    [entry] = read_bibtex(written).values()
    assert (entry["title"], entry["author"], entry["institution"]) == (it.title, it.author, it.author)
    assert entry["note"] == f"Lead reviewer: {it.reviewer}"
    [record] = read_ris(as_ris(it)).values()
    assert (record["title"], record["authors"], record["publisher"]) == (it.title, [f"{it.author},"], it.author)
    assert record["notes"] == [f"Lead reviewer: {it.reviewer}"]


@pytest.mark.parametrize(
    ("dated", "bibtex", "ris"),
    [
        ("2022", {"year": "2022"}, {"year": "2022", "date": "2022///"}),
        ("2022-09", {"year": "2022", "month": "sep"}, {"year": "2022", "date": "2022/09//"}),
        ("2022-09-04", {"year": "2022", "month": "sep"}, {"year": "2022", "date": "2022/09/04/"}),
        (None, {}, {}),
    ],
)
def test_a_date_is_never_more_exact_than_the_record(
    dated: str | None, bibtex: dict[str, str], ris: dict[str, str]
) -> None:
    it = cited(dated=dated)
    [entry] = read_bibtex(as_bibtex(it)).values()
    [record] = read_ris(as_ris(it)).values()
    assert {name: entry[name] for name in ("year", "month", "date") if name in entry} == bibtex
    assert {name: record[name] for name in ("year", "date") if name in record} == ris


def test_the_sentence_says_when_no_date_is_known_and_who_led() -> None:
    address = "https://learning.tarnshire.example/reviews/wren/"
    assert as_sentence(cited()) == f"A & B (no date) Wren: Report. Available at: {address}"
    assert (
        as_sentence(cited(dated="2022-09", reviewer="Dr D. Eve, CBE."))
        == f"A & B (2022) Wren: Report. Lead reviewer: Dr D. Eve, CBE. Available at: {address}"
    )


def test_no_two_records_of_a_library_have_one_key() -> None:
    """A case and a briefing may have the same id."""
    case = tarnshire().cases[0]
    briefing = tarnshire().briefings[0].model_copy(update={"id": case.id})
    assert cite_case(case, tarnshire()).key != cite_briefing(briefing, tarnshire()).key
