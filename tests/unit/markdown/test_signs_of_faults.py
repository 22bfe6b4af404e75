"""The fast checks that leave out a text before a slow one: they leave out no text with a fault."""

from __future__ import annotations

from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from generator.markdown.commonmark import html_of
from generator.markdown.leftover_signs import leftover_signs, may_leave_signs
from generator.markdown.misread_text import may_be_misread, misread_texts

_PIECES: Final = (
    *(
        "!!!",
        "???",
        ":::",
        " :smile:",
        "www",
        "WwW.",
        "http",
        "HTTPS",
        "://",
        "a.b/c",
        "]",
        "](",
        "[",
        "[x]",
        ")",
        "((",
    ),
    *(
        "**",
        "*",
        "_",
        "~~",
        "==",
        "# ",
        "##",
        "{",
        "%}",
        "{.a",
        "|",
        "&",
        "&amp;",
        "nbsp;",
        "`",
        "\\",
        "<b>",
        "<!--",
        "-->",
    ),
    *(
        "\n",
        "\n\n",
        "\t",
        "    ",
        " ",
        "\u00a0",
        "\u2022",
        "\u25aa ",
        "\u00b7 ",
        "\u2013 ",
        "- ",
        "-a",
        "o ",
        "o\t",
        "(a) ",
    ),
    *("b) ", "iv. ", "12. ", "3) ", "---", "===", "> ", ">5", "```", "~~~", "word", "Word", "\u0663. ", "\uf0b7"),
)
_TEXTS: Final = st.lists(st.sampled_from(_PIECES), max_size=7).map("".join)


@given(_TEXTS)
def test_a_text_that_leaves_signs_is_not_left_out(text: str) -> None:
    assert may_leave_signs(text) or not [*leftover_signs(html_of(text)), *leftover_signs(text)]


@given(_TEXTS)
def test_a_text_that_is_misread_is_not_left_out(text: str) -> None:
    assert may_be_misread(text) or not list(misread_texts(text, is_page=False))
