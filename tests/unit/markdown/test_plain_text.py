"""Prose as plain text keeps what it says, where its links lead, and the width of an e-mail."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as any_of

from generator.markdown import shorten, to_plain, truncate_words, whole_text


def plain(text: str, width: int = 40) -> str:
    return to_plain(text, lambda to: f"https://t.example/{to[9:]}/" if to.startswith("briefing:") else to, width)


def test_paragraphs_are_wrapped_and_marks_are_gone() -> None:
    assert plain("We *looked* at **doors** that stay shut, and at\n`ways` to open them.\n\nThen & now: 5 < 6.") == (
        "We looked at doors that stay shut, and\nat ways to open them.\n\nThen & now: 5 < 6."
    )


def test_a_link_has_its_address_behind_it_and_no_address_is_broken() -> None:
    assert plain("Read [early help](briefing:early-help) <https://t.example/a/very/long/address/indeed/> soon.") == (
        "Read early help\n(https://t.example/early-help/)\nhttps://t.example/a/very/long/address/indeed/\nsoon."
    )
    assert plain("Write to [a@t.example](mailto:a@t.example).") == "Write to a@t.example."


def test_lists_are_indented_and_numbered_as_they_are() -> None:
    written = "- one that is long enough to be wrapped once\n  - inner\n- two\n\n3. three\n4. four\n\n   more"
    assert plain(written) == (
        "- one that is long enough to be wrapped\n  once\n  - inner\n- two\n\n3. three\n4. four\n   more"
    )


def test_headings_quotes_tables_pictures_and_breaks() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |"
    written = f"## Next\n\n> said\n> so\n\n{table}\n\n***\n\n![A door](d.png) one  \ntwo\n\n    code  here"
    assert plain(written) == ("Next\n----\n\n> said so\n\na | b\n\n1 | 2\n\n* * *\n\nA door one\ntwo\n\n    code  here")


@given(any_of.text(alphabet="ab \n-*>[]()<&1.#`|!_\\", max_size=80))
def test_any_prose_becomes_text_without_tags(written: str) -> None:
    said = plain(written)
    assert "<p>" not in said
    assert all(
        len(line) <= 40 or " " not in line.strip() or line.startswith(("    ", ">", "-")) for line in said.split("\n")
    )


def test_the_first_words_are_whole_and_stop_before_a_list() -> None:
    assert truncate_words("One [two](briefing:x) three.\n\nFour\n\n- five", 99) == "One two three. Four"
    assert truncate_words("One two three.", 11) == "One two..."
    assert truncate_words("- only a list", 99) == "only a list"


def test_the_whole_text_has_every_paragraph_and_item_in_one_line() -> None:
    bullets = "Nobody writes, unless:\n\n- the *child* asks\n- the school asks\n\nThat is [all](briefing:x)."
    assert whole_text(bullets) == "Nobody writes, unless: the child asks; the school asks. That is all."
    assert whole_text("1. One.\n2. Two\n   - inner\n") == "1. One. 2. Two inner."
    assert whole_text("Said:\n\n> It is\n> late.") == "Said: It is late."
    assert whole_text("One line\\\nand another") == "One line and another"


def test_a_shortened_line_ends_with_an_ellipsis() -> None:
    assert shorten("One two three.", 14) == "One two three."
    assert shorten("One two, three.", 10) == "One two…"
