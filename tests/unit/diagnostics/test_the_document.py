"""`docs/diagnostics/` agrees with the catalogue, and each correction in it fixes its sample site."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from markdown_it import MarkdownIt

from generator.diagnostics import CATALOGUE
from tests.diagnostics_index import FOLDER, index_of_codes

PAGES: Final = {rule.page: (FOLDER / rule.page).read_text(encoding="utf-8") for rule in CATALOGUE.values()}
SECTIONS: Final = {
    code: text
    for page in PAGES.values()
    for code, text in re.findall(r"^## (\w+) .*\n((?:(?!^#{1,2} ).*\n)*)", page, re.MULTILINE)
}

MEANS: Final = {"error": "An error: ", "warning": "A warning: ", "note": "A note: "}


def examples(code: str) -> list[tuple[str, str]]:
    """The language and the text of a section's examples: first what is wrong, then what is right."""
    tokens = MarkdownIt().parse(SECTIONS[code])
    return [(token.info, token.content.rstrip("\n")) for token in tokens if token.type == "fence"]


def test_each_page_has_a_section_for_each_of_its_codes_in_the_order_of_the_catalogue() -> None:
    for name, page in PAGES.items():
        headings = re.findall(r"^## (\w+) (.*)$", page, re.MULTILINE)
        assert headings == [(rule.code, rule.title) for rule in CATALOGUE.values() if rule.page == name]


def test_the_index_is_as_make_docs_writes_it() -> None:
    assert (FOLDER / "README.md").read_text(encoding="utf-8").endswith("\n\n" + index_of_codes())


def test_there_is_no_page_without_codes() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {"README.md", *PAGES}


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_section_says_what_the_catalogue_says(code: str) -> None:
    told = " ".join(SECTIONS[code].split())
    rule = CATALOGUE[code]
    assert f"Why it matters: {rule.why}" in told
    assert f"Source of the rule: {rule.source}." in told
    assert MEANS[rule.severity] in told
    assert len(examples(code)) == 2


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_link_to_a_section_leads_there(code: str) -> None:
    rule = CATALOGUE[code]
    assert rule.anchor == re.sub(r"[^\w\- ]", "", f"{code} {rule.title}".lower()).replace(" ", "-")


HELD: Final = [code for code in CATALOGUE if code in SECTIONS and examples(code)[0][0] in ("yaml", "markdown")]


@pytest.mark.parametrize("code", HELD)
def test_what_the_document_calls_right_cures_the_sample(
    code: str, lay_sample: Callable[[str], Path], run_on: Callable[[str, Path], str]
) -> None:
    root = lay_sample(code)
    wrong, right = (text for _, text in examples(code))
    named = re.search(r"^Wrong, in `(.+)`:$", SECTIONS[code], re.MULTILINE)
    assert named is not None
    path = root / named[1]
    before, found, after = path.read_text(encoding="utf-8").partition(wrong)
    assert found, f"{named[1]} of the sample does not hold what the document calls wrong"
    path.write_text(before + right + after, encoding="utf-8")
    assert run_on(code, root) == ""


def test_most_sections_are_held_to_their_sample() -> None:
    assert len(HELD) > len(CATALOGUE) * 2 // 3
