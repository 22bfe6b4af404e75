"""What is wrong with the tags and the text of a PDF: every fault is found, by its kind alone, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model import PdfFacts, TagIssueKind
from tests import tagged_pdfs
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
