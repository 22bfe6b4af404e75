"""Sizes as readers read them."""

from __future__ import annotations

import pytest

from generator.model.published_document import size_in_words


@pytest.mark.parametrize(
    ("size_bytes", "words"),
    [
        (0, "1 KB"),
        (1, "1 KB"),
        (999, "1 KB"),
        (1500, "2 KB"),
        (34_400, "34 KB"),
        (999_499, "999 KB"),
        (999_500, "1.0 MB"),
        (999_999, "1.0 MB"),
        (1_000_000, "1.0 MB"),
        (1_249_999, "1.2 MB"),
        (12_340_000, "12.3 MB"),
    ],
)
def test_a_size_is_no_more_exact_than_a_reader_needs(size_bytes: int, words: str) -> None:
    assert size_in_words(size_bytes) == words
