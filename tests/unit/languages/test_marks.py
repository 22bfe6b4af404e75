"""A text that is not translated states its language where an element can, and nowhere else."""

from __future__ import annotations

import pytest

from generator.languages import bytes_without_marks, marks_to_html, without_marks
from generator.languages.marks import mark

MARKED = mark("Reviews")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (f"<p>{MARKED}</p>", '<p><span lang="en-GB">Reviews</span></p>'),
        (f'<p title="{MARKED}">x</p>', '<p title="Reviews">x</p>'),
        (f"<title>{MARKED}</title>", "<title>Reviews</title>"),
        (
            f"<option>{MARKED}</option><p>{MARKED}</p>",
            '<option>Reviews</option><p><span lang="en-GB">Reviews</span></p>',
        ),
        (f"<script>{MARKED}</script>", "<script>Reviews</script>"),
        (f"<svg><text>{MARKED}</text></svg>", "<svg><text>Reviews</text></svg>"),
        (
            f"<p>{mark('<strong>2</strong> reviews')}</p>",
            '<p><strong><span lang="en-GB">2</span></strong><span lang="en-GB"> reviews</span></p>',
        ),
        ("<p>Adolygiadau</p>", "<p>Adolygiadau</p>"),
    ],
)
def test_a_mark_becomes_an_element(html: str, shown: str) -> None:
    assert marks_to_html(html) == shown


def test_files_without_elements_have_no_marks() -> None:
    assert without_marks(MARKED) == "Reviews"
    assert bytes_without_marks(MARKED.encode()) == b"Reviews"
