"""No text is so long, or so odd, that the rules need minutes for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from generator.markdown.html_tags import without_code
from generator.model import Source
from generator.model.starter_texts import starter_text_in
from generator.validate.rules.languages import says_its_language
from generator.validate.rules.unfinished_texts import unfinished_mark
from tests.cpu_limit import cpu_limit

SECONDS_OF_CPU: Final = 20
"""A thousand times what the slowest needs. With time that grows with the square of the length, it needs far more."""


@pytest.mark.parametrize("read", [unfinished_mark, starter_text_in, without_code, says_its_language])
@pytest.mark.parametrize(
    "text", ["a" * 300_000, "a@" * 150_000, "www." * 75_000, "<!--" * 75_000, "<a " * 100_000, "`" * 300_000]
)
def test_a_very_long_text_takes_time_in_proportion_to_its_length(read: Callable[[str], object], text: str) -> None:
    with cpu_limit(SECONDS_OF_CPU):
        read(text)


def test_thousands_of_findings_in_one_long_line_take_little_time() -> None:
    source = Source("content/cases/heron/case.yml", "story: " + "a@b." * 75_000)
    with cpu_limit(SECONDS_OF_CPU):
        for column in range(1, 20_000):
            source.at(1, column)
