"""The reading age of a text, by its words and sentences."""

from __future__ import annotations

import pytest

from generator.markdown import estimate_reading_age
from generator.markdown.reading_age import YOUNGEST, syllables


@pytest.mark.parametrize(
    ("word", "spoken"),
    [
        *(("child", 1), ("made", 1), ("table", 2), ("while", 1), ("asked", 1), ("wanted", 2), ("notes", 1)),
        *(("places", 2), ("useful", 2), ("safeguarding", 3), ("created", 3), ("creating", 3), ("the", 1), ("2023", 1)),
        *(("nspcc", 1), ("neighbour", 2), ("multi", 2), ("they", 1), ("agreed", 2), ("actual", 3), ("baby\u2019s", 2)),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, spoken: int) -> None:
    assert syllables(word) == spoken


def test_the_age_is_the_grade_of_the_formula_and_five_years() -> None:
    # 0.39 * 10 words / 2 sentences + 11.8 * 20 syllables / 10 words - 15.59 = 9.96
    assert estimate_reading_age("Careful teachers believed Adam. Brenda's doctor noticed later problems daily.") == 15


def test_long_sentences_and_long_words_cost_years() -> None:
    plain = "The nurse came to the house. She saw that the baby was cold. She told the team."
    joined = plain.replace(". She", " and she")
    learned = plain.replace("saw", "established").replace("told", "communicated with")
    assert estimate_reading_age(plain) < estimate_reading_age(joined)
    assert estimate_reading_age(plain) < estimate_reading_age(learned)


@pytest.mark.parametrize("text", ["", "...", "No.", "\u201c\u201d"])
def test_a_text_without_words_is_for_the_youngest(text: str) -> None:
    assert estimate_reading_age(text) == YOUNGEST
