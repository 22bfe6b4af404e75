"""The guard against private names in disguise, in every corner of every kind of file. All names are invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic, Severity
from generator.private_terms.matcher import TermMatcher
from generator.private_terms.pdf_image_text import PdfImageExtractor
from generator.private_terms.scan import ScanState, scan_file
from generator.private_terms.scan_session import PrivateTermScanner
from generator.private_terms.terms import Term, TermKind, read_terms
from tests.name_variants import TERMS, Planted, innocent, planted


@pytest.fixture(scope="module")
def terms(tmp_path_factory: pytest.TempPathFactory) -> tuple[Term, ...]:
    """The list of the corpus, read as any other."""
    path = tmp_path_factory.mktemp("safe") / "terms.txt"
    path.write_text(TERMS, encoding="utf-8")
    return read_terms(path, path.parent / "site").value.terms


@pytest.fixture(scope="module")
def errors_in(
    terms: tuple[Term, ...], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Iterable[Planted]], list[Diagnostic]]:
    """What is told of files that are all looked at at once."""
    watch = PrivateTermScanner(terms, tmp_path_factory.mktemp("cache"))

    def look(files: Iterable[Planted]) -> list[Diagnostic]:
        named = [(file.name, lambda data=file.data: data) for file in files]
        return [diagnostic for diagnostic in watch.scan(named, ()).diagnostics if diagnostic.severity is Severity.ERROR]

    return look


def test_every_disguise_in_every_carrier_is_found(terms: tuple[Term, ...], tmp_path: Path) -> None:
    corpus = list(planted())
    searcher = TermMatcher(terms)
    with PdfImageExtractor(tmp_path) as deep:
        missed = [each for each in corpus if not _is_found(each, searcher, deep)]
    assert len(corpus) >= 300
    assert [(each.carrier, each.text) for each in missed] == []


def test_no_innocent_neighbour_is_taken_for_a_term(errors_in: Callable[[Iterable[Planted]], list[Diagnostic]]) -> None:
    corpus = list(innocent())
    assert len(corpus) >= 300
    assert errors_in(corpus) == []


def _is_found(each: Planted, searcher: TermMatcher, deep: PdfImageExtractor) -> bool:
    seen = ScanState()
    scan_file(each.name, each.data, searcher, deep, seen)
    return bool(seen.hits)


SEARCHER = TermMatcher([Term(7, TermKind.NAME, "Tobias Quillfeather")])

CHANGES: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "hidden characters": lambda text: text.replace("i", "i\u200b").replace("l", "\u2060l"),
    "soft hyphens": lambda text: text.replace("bi", "bi\u00ad").replace("fe", "fe\u00ad"),
    "wide gaps": lambda text: text.replace(" ", "\u00a0\n  "),
    "accents": lambda text: text.replace("a", "a\u0301").replace("A", "A\u0308"),
    "wide letters": lambda text: "".join(chr(ord(each) + 0xFEE0) if "a" <= each <= "f" else each for each in text),
    "letters of another script": lambda text: text.replace("o", "\u043e").replace("e", "\u0435"),
    "another's": lambda text: f"{text}\u2019s",
    "a sentence": lambda text: f"It was ({text}), they said.",
    "a file": lambda text: f"{text}.pdf",
    "underscores": lambda text: text.replace(" ", "_"),
    "hyphens": lambda text: text.replace(" ", "-"),
}


@given(
    st.lists(st.sampled_from(sorted(CHANGES)), max_size=6, unique=True),
    st.sampled_from(["Tobias Quillfeather", "Quillfeather, Tobias"]),
)
def test_disguises_on_top_of_each_other_are_seen_through(changes: list[str], name: str) -> None:
    for change in changes:
        name = CHANGES[change](name)
    assert SEARCHER.find(name) == {7}
