"""Pinned answers and lists are found by name, and characters are folded. People and places are invented."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.search import SearchablePage, SearchVocabulary, index_site
from generator.search.answers import AnswerNames
from generator.search.folding import fold_characters
from tests.conftest import copy_full
from tests.unit.search.conftest import article, document, fragments, page

if TYPE_CHECKING:
    from tests.conftest import Site

TODAY = date(2026, 5, 1)
WORDS_THAT_A_BROWSER_READS = 12


def answers_of(pages: list[SearchablePage], names: AnswerNames, folder: Path) -> dict[str, dict[str, Any]]:
    """The answers in `words.json`, by their title."""
    return {each["title"]: each for each in listed_answers_of(pages, names, folder)}


def listed_answers_of(pages: list[SearchablePage], names: AnswerNames, folder: Path) -> list[dict[str, Any]]:
    """The answers in `words.json`."""
    files = index_site(pages, [], SearchVocabulary(answers=names), b"", folder).value
    words = next(each for each in files if each.address.endswith("/words.json"))
    answers: list[dict[str, Any]] = json.loads(Path(words.path).read_text(encoding="utf-8"))["answers"]
    return answers


def facts_of(answer: dict[str, Any], *keys: str) -> list[Any]:
    """Some values of an answer in `words.json`, which leaves out what is empty."""
    return [answer.get(key) for key in keys]


def listing(address: str, title: str, extra: str = "") -> SearchablePage:
    """A page without text for the index."""
    html = (
        f'<html lang="en-GB"><head><meta name="description" content="About it."></head><h1>{title}</h1>{extra}</html>'
    )
    return SearchablePage(address, html.encode, html.encode)


def test_a_list_is_not_in_the_index_and_is_an_answer_by_its_names(tmp_path: Path) -> None:
    marked = page("reviews/", article("Reviews", "Hazel and Rowan."))
    pages = [
        SearchablePage(marked.address, marked.fingerprint, marked.html, is_list=True),
        listing("types/tcr/", "Tarn Child Reviews"),
        page("about/", article("About", "What we do.")),
    ]
    names = AnswerNames(of_terms={"types/tcr/": ("Tarn Child Review", "TCR")})
    answers = answers_of(pages, names, tmp_path)
    assert answers.keys() == {"Reviews", "Tarn Child Reviews"}
    assert answers["Tarn Child Reviews"]["names"] == ["", "Tarn Child Review", "TCR"]
    assert answers["Tarn Child Reviews"]["text"] == "About it."
    files = index_site(pages, [], SearchVocabulary(answers=names), b"", tmp_path).value
    assert fragments(files).keys() == {"about/"}


def test_a_pinned_page_is_an_answer_and_one_that_the_site_does_not_have_is_left_out(tmp_path: Path) -> None:
    pages = [page("about/contact/", article("Contact", "Who to call."))]
    names = AnswerNames(pinned={"about/contact/#now": ("phone number",), "about/nowhere/": ("feedback",)})
    answers = answers_of(pages, names, tmp_path)
    assert [(each["address"], each["phrases"]) for each in answers.values()] == [
        ("about/contact/#now", ["phone number"])
    ]


def test_a_pinned_record_has_its_kind_and_date_as_in_other_results(tmp_path: Path) -> None:
    facts = ("kind:Review", "date:14 May 2026", "read:PDF")
    spans = "".join(f'<span hidden data-pagefind-meta="{each}"></span>' for each in facts)
    pages = [page("reviews/hazel/", article("Hazel", "Hazel was four." + spans)), page("about/", article("About", "."))]
    names = AnswerNames(pinned={"reviews/hazel/": ("door",), "about/": ("us",)})
    answers = answers_of(pages, names, tmp_path)
    keys = ("kind", "date", "read")
    assert facts_of(answers["Hazel"], *keys) == ["Review", "14 May 2026", "PDF"]
    assert facts_of(answers["About"], *keys) == [None, None, None]


def test_a_pinned_phrase_in_quotation_marks_is_for_readers_who_type_nothing_else(tmp_path: Path) -> None:
    names = AnswerNames(pinned={"about/contact/": ("phone number", '"press"')})
    answers = answers_of([page("about/contact/", article("Contact", "Who to call."))], names, tmp_path)
    assert facts_of(answers["Contact"], "phrases", "alone") == [["phone number"], ["press"]]


def test_a_pinned_list_without_records_says_so(tmp_path: Path) -> None:
    empty = '<p class="lib-empty">Nothing on this yet.</p>'
    names = AnswerNames(pinned={"harm/ice/": ("skating",)})
    pinned, by_name = listed_answers_of([listing("harm/ice/", "Thin ice", empty)], names, tmp_path)
    assert facts_of(pinned, "text", "phrases") == ["Nothing on this yet.", ["skating"]]
    assert facts_of(by_name, "text", "names", "empty") == ["Nothing on this yet.", [""], True]


def test_a_subject_without_records_says_so_with_or_without_a_page(tmp_path: Path) -> None:
    empty = '<p class="lib-empty">Nothing on this yet. <a href="/">See all</a></p>'
    names = AnswerNames(of_terms={"harm/ice/": ("Thin ice",), "harm/fog/": ("Fog", "Mist")})
    answers = answers_of([listing("harm/ice/", "Thin ice", empty)], names, tmp_path)
    assert answers["Thin ice"]["text"] == "Nothing on this yet."
    assert [facts_of(each, "address", "empty") for each in answers.values()] == [["harm/ice/", True], [None, True]]


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("a con\N{LATIN SMALL LIGATURE FL}ict", "a conflict"),
        ("\N{LATIN SMALL LIGATURE FFI}ce", "ffice"),
        ("safe\N{SOFT HYPHEN}guarding and safe&shy;guarding", "safeguarding and safeguarding"),
        ("\N{FULLWIDTH LATIN CAPITAL LETTER S}\N{FULLWIDTH DIGIT ONE}", "S1"),
        ("a \N{FULLWIDTH LESS-THAN SIGN}b\N{NO-BREAK SPACE}½", "a \N{FULLWIDTH LESS-THAN SIGN}b\N{NO-BREAK SPACE}½"),
    ],
)
def test_characters_that_look_alike_are_folded_and_signs_are_not(written: str, folded: str) -> None:
    assert fold_characters(written) == folded


def test_a_ligature_in_a_page_or_document_is_folded_in_the_index(tmp_path: Path) -> None:
    text = "The con\N{LATIN SMALL LIGATURE FL}ict was \N{LATIN SMALL LIGATURE FI}nished."
    report = document("documents/hazel-report.pdf", "Hazel: report", [text])
    files = index_site([page("reviews/hazel/", article("Hazel", text))], [report], SearchVocabulary(), b"", tmp_path)
    for held in fragments(files.value).values():
        assert "conflict was finished" in held["content"]


def test_a_records_documents_are_searched_with_it(tmp_path: Path) -> None:
    site = copy_full(tmp_path / "full")
    site.build()
    html = (site.output / "reviews" / "wren" / "index.html").read_text(encoding="utf-8")
    assert 'data-pagefind-meta="documents:Wren: Tarn Adult Review report' in html


def test_lists_of_a_built_site_are_not_indexed(tmp_path: Path, words_of: Callable[[Site], dict[str, Any]]) -> None:
    site = copy_full(tmp_path / "full")
    site.build()
    named = {path.name.rpartition("~")[0] for path in (site.output / "search" / "index" / "fragment").iterdir()}
    assert "reviews~wren" in named
    lists = ("reviews", "briefings", "themes", "themes~by-year", "years", "news", "resources", "bulletins")
    assert not named & {*lists, "about~feeds-and-data"}
    assert not {each for each in named if each.startswith("years~")}
    by_address = {each.get("address"): each for each in words_of(site)["answers"]}
    assert "" in by_address["reviews/"]["names"], "the empty name stands for the title"


def test_the_list_of_a_year_has_the_types_of_its_reviews_as_names(
    tmp_path: Path, words_of: Callable[[Site], dict[str, Any]]
) -> None:
    site = copy_full(tmp_path / "full")
    site.build()
    names = {each.get("address"): each.get("names", []) for each in words_of(site)["answers"]}
    of_years = {address: each for address, each in names.items() if (address or "").startswith("reviews/year/20")}
    assert of_years
    for address, each in of_years.items():
        assert any(name.startswith(f"{address[-5:-1]} case review report published ") for name in each), each
        assert all(len(name.split()) <= WORDS_THAT_A_BROWSER_READS for name in each), each


@pytest.fixture
def words_of() -> Callable[[Site], dict[str, Any]]:
    """Reads `words.json` of a built site."""
    return lambda site: dict(site.data("search/index/words.json"))
