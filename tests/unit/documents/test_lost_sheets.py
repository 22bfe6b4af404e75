"""A sheet whose PDF is lost from the cache is printed again, although its facts are still there."""

from __future__ import annotations

from typing import Any


def test_a_sheet_whose_pdf_is_lost_is_printed_again(sample: Any) -> None:
    first = sample.print()
    path = first.sheets[0].path
    data = path.read_bytes()
    path.unlink()
    assert sample.print() == first
    assert path.read_bytes() == data


def test_a_sheet_whose_pdf_is_damaged_is_printed_again(sample: Any) -> None:
    first = sample.print()
    path = first.sheets[0].path
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    assert sample.print() == first
    assert path.read_bytes() == data
