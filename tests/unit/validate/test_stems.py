"""A text is only searched for the patterns that could match it, and no disguise of a letter loses one of them."""

from __future__ import annotations

import pytest

from generator.validate.stems import StemIndex

INDEX = StemIndex({"a birthday": ("born", "birth"), "an age": (" weeks old",), "initials": ()})


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("BORN in May", {"a birthday", "initials"}),
        ("the b\u0130rth and the b\u0131rth", {"a birthday", "initials"}),
        ("two wee\u212a\u017f\u00a0\n OLD", {"an age", "initials"}),
        ("reborn, six weeks older", {"a birthday", "an age", "initials"}),
        ("weeks older", {"initials"}),
        ("half a \udce9 pair", {"initials"}),
        ("", {"initials"}),
    ],
)
def test_a_text_has_the_patterns_that_could_match_it(text: str, possible: set[str]) -> None:
    assert INDEX.keys_for(text) == possible
