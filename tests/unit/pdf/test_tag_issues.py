"""What is wrong with the tags and the text of a PDF: every fault is found, by its kind alone, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject, TextStringObject

from generator.model import PdfFacts, TagIssueKind
from generator.model.document_rules import DocumentRule, unmet_rules
from tests import pdfs, tagged_pdfs
from tests.pdfs_by_hand import by_hand
from tests.tagged_pdfs import BROKEN, INTACT

Look = Callable[[bytes], PdfFacts]


@pytest.mark.parametrize("clause", BROKEN)
def test_every_fault_is_found(look_at: Look, clause: str) -> None:
    kind, change = BROKEN[clause]
    assert kind in {issue.kind for issue in look_at(tagged_pdfs.made(change)).tag_issues}


@pytest.mark.parametrize("clause", INTACT)
def test_nothing_is_found_where_nothing_is_wrong(look_at: Look, clause: str) -> None:
    assert look_at(tagged_pdfs.made(INTACT[clause])).tag_issues == ()


def test_every_kind_of_fault_has_a_file_that_has_it() -> None:
    assert {kind for kind, _ in BROKEN.values()} == set(TagIssueKind)


def test_a_file_with_tags_and_a_fault_falls_short_of_its_rule(look_at: Look) -> None:
    assert unmet_rules(look_at(tagged_pdfs.intact())) == ()
    assert unmet_rules(look_at(tagged_pdfs.broken("7.3 a picture without a text alternative"))) == (
        DocumentRule.FIGURES,
    )


@pytest.mark.parametrize(
    ("scanned", "written", "found"),
    [(1, 2, ()), (2, 9, ()), (3, 9, (10, 11, 12)), (1, 1, (2,)), (6, 1, (2, 3, 4, 5, 6, 7))],
)
def test_a_file_is_partly_scanned_by_its_pages(
    look_at: Look, scanned: int, written: int, found: tuple[int, ...]
) -> None:
    facts = look_at(pdfs.partly_scanned(scanned, written))
    assert facts.is_partly_scanned == bool(found)
    assert not facts.is_scan
    assert facts.scanned_pages == (found or facts.scanned_pages)


def test_a_form_whose_only_text_is_in_its_fields_is_no_scan(look_at: Look) -> None:
    fields = {
        1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>",
        3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Annots [6 0 R] >>",
        6: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (first) /V (Hazel) /Rect [10 10 90 30] /F 4 >>",
    }
    facts = look_at(by_hand(fields))
    assert not facts.is_scan
    assert not facts.is_partly_scanned


def test_an_empty_page_is_no_scan(look_at: Look) -> None:
    empty = {3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] >>"}
    assert not look_at(by_hand(empty)).is_scan


def test_tags_may_name_the_language_in_place_of_the_file(look_at: Look) -> None:
    def name(writer: PdfWriter) -> None:
        del writer.root_object[NameObject("/Lang")]
        del writer.root_object[NameObject("/Outlines")]
        next(tagged_pdfs.tags(writer, "/Document"))[NameObject("/Lang")] = TextStringObject("en")

    def name_nothing(writer: PdfWriter) -> None:
        del writer.root_object[NameObject("/Lang")]

    assert look_at(tagged_pdfs.made(name)).tags_name_language
    assert not look_at(tagged_pdfs.made(name_nothing)).tags_name_language


def test_a_language_that_is_none_is_found(look_at: Look) -> None:
    def name(writer: PdfWriter) -> None:
        next(tagged_pdfs.tags(writer, "/H2"))[NameObject("/Lang")] = TextStringObject("British English")

    assert look_at(tagged_pdfs.made(name)).wrong_language == "British English"
    assert look_at(tagged_pdfs.intact()).wrong_language == ""
