"""Which documents are searched, and by what they are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

import pytest

from generator.commands.build import prepare
from generator.commands.options import BuildOptions
from generator.model import Library, PublishedDocument, Status
from generator.search import SearchableDocument, searchable_documents
from tests.conftest import copy_full

TODAY: Final = date(2026, 5, 1)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The invented partnership's library with its drafts, its documents made ready."""
    full = copy_full(tmp_path_factory.mktemp("documents") / "full")
    found = prepare(BuildOptions(full.root, TODAY, drafts=True)).library
    assert found is not None
    return found


def texts_of(document: PublishedDocument) -> tuple[str, ...]:
    return (f"The text of {document.label}", "")


def by_address(library: Library) -> dict[str, SearchableDocument]:
    return {
        searchable_document.address: searchable_document
        for searchable_document in searchable_documents(library, texts_of)
    }


def test_every_document_of_a_public_record_is_searched_under_its_label(library: Library) -> None:
    found = by_address(library)
    summary = found["documents/wren-plain-summary.pdf"]
    assert summary.title.startswith("Wren: ")
    assert list(summary.pages()) == [f"The text of {summary.title}", ""]
    assert found.keys() == {
        "documents/wren-full-report.pdf",
        "documents/wren-plain-summary.pdf",
        "documents/wren-lessons-sheet.pdf",
        "documents/knocking-twice-sheet.pdf",
        "documents/visit-ledger-sheet.pdf",
    }


def test_the_result_of_a_document_says_how_to_read_it(library: Library) -> None:
    document = by_address(library)["documents/wren-plain-summary.pdf"]
    assert document.how_to_read == "PDF"
    _, html = next(document.parts())
    assert '<span data-pagefind-meta="read:PDF"></span>' in html


def test_a_document_knows_the_page_of_its_record(library: Library) -> None:
    assert by_address(library)["documents/wren-plain-summary.pdf"].record == "reviews/wren/"
    assert by_address(library)["documents/knocking-twice-sheet.pdf"].record == "briefings/knocking-twice/"


def test_documents_of_drafts_are_never_searched(library: Library) -> None:
    drafts = [case.id for case in library.cases if case.status is Status.DRAFT]
    assert drafts, "the sample has a draft with a document"
    assert any(library.documents_of.get(("case", draft)) for draft in drafts)
    assert [
        each for each in by_address(library) if each.startswith(tuple(f"documents/{name}-" for name in drafts))
    ] == []


def test_a_document_that_lies_elsewhere_or_is_no_pdf_is_not_searched(library: Library) -> None:
    local = {each for documents in library.documents_of.values() for each in documents if each.path}
    assert len(by_address(library)) <= len(local)
    no_pdf = {
        key: tuple(replace(document, format="DOCX") for document in documents)
        for key, documents in library.documents_of.items()
    }
    assert by_address(replace(library, documents_of=no_pdf)) == {}


def test_another_text_label_or_format_is_another_index(library: Library) -> None:
    one = by_address(library)["documents/wren-plain-summary.pdf"]
    others = (
        replace(one, title="Another label"),
        replace(one, how_to_read="Word"),
        replace(one, fingerprint=b"another"),
        replace(one, address="documents/another.pdf"),
        replace(one, record="reviews/another/"),
    )
    assert len({one.digest, *(document.digest for document in others)}) == 6


def test_a_changed_file_has_another_fingerprint(library: Library) -> None:
    address = "documents/wren-plain-summary.pdf"
    before = by_address(library)[address].fingerprint
    documents = library.documents_of["case", "wren"]
    changed = [
        replace(document, facts=replace(document.facts, sha256="ab" * 32))
        if document.address == address and document.facts
        else document
        for document in documents
    ]
    other = replace(library, documents_of={**library.documents_of, ("case", "wren"): tuple(changed)})
    assert by_address(other)[address].fingerprint != before


def made(pages: list[str]) -> list[tuple[str, str]]:
    return [*SearchableDocument("documents/a.pdf", 'A "report" <1>', lambda: pages, "PDF", b"", "reviews/a/").parts()]


def test_a_text_that_looks_like_html_is_text() -> None:
    [(_, found)] = made(["x < y & <b>"])
    assert "<b>" not in found
    assert "x &lt; y &amp; &lt;b&gt;" in found
    assert "A &quot;report&quot; &lt;1&gt;" in found


@pytest.mark.parametrize(
    ("texts", "starts"),
    [
        ([], [""]),
        (["a"] * 4, [""]),
        (["a"] * 9, ["", "#page=5", "#page=9"]),
        (["", "", "", "", " ", "\n", "", "", "a"], ["", "#page=9"]),
    ],
    ids=["no text", "one part", "three parts", "a part without text"],
)
def test_a_long_document_is_searched_in_parts(texts: list[str], starts: list[str]) -> None:
    parts = made(texts)
    assert [address for address, _ in parts] == [f"documents/a.pdf{start}" for start in starts]
    assert sum(html.count("<h2") for _, html in parts) == sum(bool(text.strip()) for text in texts)
    assert all('data-pagefind-meta="title"' in html for _, html in parts)
