"""A hint names what was probably meant, or nothing."""

from __future__ import annotations

import pytest

from generator.diagnostics import did_you_mean
from generator.diagnostics.suggest import one_of

KNOWN = ["child-neglect", "early-help", "professional-curiosity", "voice-of-the-child"]


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("neglct", "child-neglect"),
        ("child-neglet", "child-neglect"),
        ("Early-Help", "early-help"),
        ("curiosity", "professional-curiosity"),
        ("hel", None),
        ("help", "early-help"),
        ("", None),
        ("xyz", None),
        ("x" * 100_000, None),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, hint: str | None) -> None:
    assert did_you_mean(word, KNOWN) == (hint and f'did you mean "{hint}"?')


def test_nothing_is_suggested_where_nothing_is_known() -> None:
    assert did_you_mean("early-help", []) is None


def test_a_long_list_is_counted() -> None:
    assert one_of(["b", "a", "a"]) == "one of: a, b"
    assert one_of([str(number) for number in range(20)], limit=2) == "one of: 0, 1 and 18 more"


def test_the_opposite_of_a_word_is_never_suggested() -> None:
    assert did_you_mean("accepted", ["not-accepted"]) is None
    assert did_you_mean("not-acepted", ["accepted"]) is None
    assert did_you_mean("statutory", ["non-statutory"]) is None
    assert did_you_mean("not-acepted", ["accepted", "not-accepted"]) == 'did you mean "not-accepted"?'
    assert did_you_mean("under-wy", ["under-way"]) == 'did you mean "under-way"?'
