"""Whom a review or a briefing is about: said by the vocabulary, never guessed."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from generator.model import Case, Library, Vocabulary
from generator.model.facets import Facet, by_facet, facet_ids
from tests.briefing_series import briefing_of

WORDS = Vocabulary.model_validate(
    {
        "review_types": [
            {"id": "child-review", "label": "C", "about": ["children"]},
            {"id": "adult-review", "label": "A", "about": ["adults"]},
            {"id": "either", "label": "E", "about": ["children", "adults"]},
            {"id": "strand", "label": "S"},
            {"id": "family-review", "label": "F", "about": ["families"]},
        ],
        "harms": [
            {"id": "scalds", "label": "S", "about": ["children"]},
            {"id": "cuckooing", "label": "C", "about": ["adults"]},
            {"id": "cold", "label": "D", "about": ["children", "adults"]},
        ],
    }
)


def library(**known: Any) -> Library:
    """A library that holds what is given and nothing else."""
    return Library(
        **{field.name: known.get(field.name, {}) for field in fields(Library) if field.init} | {"vocabulary": WORDS}
    )


def case(type_id: str, *harms: str, **more: Any) -> Case:
    return Case.model_validate({"id": "wren", "name": "Wren", "type": type_id, "harms": harms, **more})


@pytest.mark.parametrize(
    ("type_id", "harms", "about"),
    [
        ("child-review", (), ("children",)),
        ("adult-review", (), ("adults",)),
        # The type says it, whatever the harm's own list is called.
        ("adult-review", ("scalds",), ("adults",)),
        ("either", (), ()),
        ("strand", (), ()),
        ("either", ("scalds",), ("children",)),
        ("strand", ("cuckooing", "scalds"), ("children", "adults")),
        ("either", ("cold",), ()),
        ("family-review", (), ()),
    ],
)
def test_a_review_is_about_whom_its_type_or_else_its_harms_are_about(
    type_id: str, harms: tuple[str, ...], about: tuple[str, ...]
) -> None:
    assert facet_ids(case(type_id, *harms), library())[Facet.ABOUT] == about


def test_a_briefing_is_about_whom_its_harms_are_about() -> None:
    def about(*harms: str) -> tuple[str, ...]:
        told = briefing_of({"id": "b", "title": "B", "series": "seven-minute", "harms": harms})
        return facet_ids(told, library())[Facet.ABOUT]

    assert (about(), about("cuckooing"), about("cold")) == ((), ("adults",), ())


def test_a_lessons_learned_briefing_is_found_by_what_its_case_is_found_by() -> None:
    told = briefing_of({"id": "b", "title": "Wren", "series": "lessons-learned", "case": "wren"})
    wren = case("either", "scalds", themes=("knocking-twice",), published="2024-03")
    ids = facet_ids(told, library(cases_of={"b": (wren,)}))
    assert (ids[Facet.ABOUT], ids[Facet.HARM], ids[Facet.THEME]) == (("children",), ("scalds",), ("knocking-twice",))
    # Its date is its own.
    assert ids[Facet.YEAR] == ("undated",)


def test_records_keep_their_order_and_are_listed_once_for_each_id() -> None:
    cases = [case("strand", "scalds", "scalds", id=name, published=year) for name, year in (("b", "2023"), ("a", None))]
    found = by_facet(cases, library())
    assert {each: [one.id for one in listed] for each, listed in found[Facet.HARM].items()} == {"scalds": ["b", "a"]}
    assert list(found[Facet.YEAR]) == ["2023", "undated"]
    assert found[Facet.AUDIENCE] == {}
