"""How many disguises of invented people of many communities are found, and how many harmless texts are flagged."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.private_terms.matcher import TermMatcher
from generator.private_terms.terms import Term, TermKind, read_terms
from tests.private_identities import INNOCENTS, PEOPLE, disguises, list_of_terms, random_names

CONTENT = Path(__file__).parents[3] / "content"


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> TermMatcher:
    """The list of all the people, read as any other."""
    path = tmp_path_factory.mktemp("safe") / "terms.txt"
    path.write_text(list_of_terms(), encoding="utf-8")
    terms = read_terms(path, path.parent / "site")
    assert terms.diagnostics == ()
    return TermMatcher(terms.value.terms)


def test_nearly_every_plausible_leak_is_found(searcher: TermMatcher) -> None:
    planted, missed = Counter[str](), Counter[str]()
    for kind, carrier, text in disguises():
        planted[kind] += 1
        missed[kind] += not searcher.find(text, is_name=carrier == "file")
    print(f"{planted.total() - missed.total()} of {planted.total()} disguises of {len(PEOPLE)} people found")
    for kind, count in missed.items():
        if count:
            print(f"  {kind}: {planted[kind] - count} of {planted[kind]}")
    assert planted.total() >= 1_500
    assert len(PEOPLE) >= 30
    assert missed.total() <= planted.total() * 0.025
    assert [kind for kind, count in missed.items() if count * 4 > planted[kind]] == []


def test_no_harmless_text_is_flagged(searcher: TermMatcher) -> None:
    flagged = [text for text in INNOCENTS if searcher.find(text)]
    print(f"{len(flagged)} of {len(INNOCENTS)} harmless texts flagged")
    assert len(INNOCENTS) >= 400
    assert flagged == []


def test_hardly_any_of_5000_usual_names_is_found_where_nobody_has_it() -> None:
    names = random_names(5_000)
    searcher = TermMatcher(Term(line, TermKind.NAME, name) for line, name in enumerate(names))
    found: set[int] = set()
    for path in sorted(CONTENT.rglob("*")):
        if path.suffix in (".md", ".yml"):
            found |= searcher.find(path.read_text(encoding="utf-8"))
            found |= searcher.find(path.relative_to(CONTENT).as_posix(), is_name=True)
    print(f"{len(found)} of {len(names)} usual names found in the texts of the real site")
    assert len(found) < 30
