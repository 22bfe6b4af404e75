"""HTML in prose is found, and code that looks like HTML is not."""

from __future__ import annotations

import pytest

from generator.markdown.commonmark import raw_html_tags, to_html
from generator.markdown.plain_text import truncate_words


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("No tags at all, 3 < 5 and 5 > 3.", ()),
        ("A <b>bold</b> word.", ("<b>", "</b>")),
        ("The form has `<input>` in it.", ()),
        ("The form has ``<input> and ` `` in it.", ()),
        ("```\n<div>\n```", ()),
        ("```html\n<div>\n```\n\n<span>", ("<span>",)),
        ("`<a>` is code and <i> is not.", ("<i>",)),
        ("    <div>indented code</div>", ()),
        ("See <https://www.tarnshire.example>.", ()),
        ("<!-- a note -->", ("<!-- a note -->",)),
    ],
)
def test_only_html_outside_code_counts(text: str, tags: tuple[str, ...]) -> None:
    assert raw_html_tags(text) == tags


@pytest.mark.parametrize("most", [*range(3, 40), 100])
def test_a_shortened_text_is_never_longer_than_allowed(most: int) -> None:
    text = "Rowan was four years old and lived in Ashdale."
    short = truncate_words(text, most)
    assert len(short) <= most
    assert short == text or short.endswith("...")
    assert text.startswith(short.removesuffix("..."))


def test_a_text_of_exactly_the_length_is_not_shortened() -> None:
    assert truncate_words("One two three.", 14) == "One two three."
    assert truncate_words("One two three.", 13) == "One two..."


@pytest.mark.parametrize("address", ["javascript:alert(1)", "vbscript:x", "file:///etc/passwd", ""])
def test_a_link_without_a_safe_address_is_shown_as_its_text(address: str) -> None:
    text = f"[The *plan*]({address}) and [the report](https://www.tarnshire.example/)."
    html = to_html(text, lambda destination: destination)
    assert html == '<p>The <em>plan</em> and <a href="https://www.tarnshire.example/">the report</a>.</p>\n'
