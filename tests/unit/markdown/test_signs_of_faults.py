"""The fast checks that leave out a text before a slow one: they leave out no text with a fault."""

from __future__ import annotations

from typing import Final

import pytest
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


SIGNS: Final = (
    *("[words] (https://a.example)", "[words](two words)", "(words)[https://a.example]", "[words][1]", "[[words]]"),
    *("[^1]", "](", "**word", "__word", "a * word *", "~~word~~", "==word==", "word\n##word", "[x] word", "!!! note"),
    *("??? note", "::: note", "{% word %}", "{.word}", "|a|b|\n|c|d|", ":smile:", "https://a.example", "HTTP://a.example"),
    *("wWw.a.example", "&amp;nbsp;", "www\\.a.example", "ww<b>w.a.example"),
)  # fmt: skip
MISREAD: Final = (
    *("\u2022 word", "\u00b7 word", "o  word\no  word", "\u2013 one\n\u2013 two", "-one\n-two", "o one\no two"),
    *("(a) word\n(b) word", "iv. word\nv. word", "word \u25aa word \u25aa word", "word.\n---", "word.\n==="),
    *("> 5 words", "2019. word", "- 1) word\n  4) word", "    word word word"),
    *("<!-- a\nb --> \u00a7 word", "```\n\n```\n\u00b7 word"),
)  # fmt: skip


@pytest.mark.parametrize("text", SIGNS)
def test_each_sign_is_searched_for_and_found(text: str) -> None:
    assert may_leave_signs(text)
    assert list(leftover_signs(html_of(text)))


@pytest.mark.parametrize("text", MISREAD)
def test_each_fault_of_a_line_is_searched_for_and_found(text: str) -> None:
    assert may_be_misread(text)
    assert list(misread_texts(text, is_page=False))


@given(_TEXTS)
def test_a_text_that_leaves_signs_is_not_left_out(text: str) -> None:
    assert may_leave_signs(text) or not [*leftover_signs(html_of(text)), *leftover_signs(text)]


@given(_TEXTS)
def test_a_text_that_is_misread_is_not_left_out(text: str) -> None:
    assert may_be_misread(text) or not list(misread_texts(text, is_page=False))
