"""A record's text stands on paper as it is written, whatever it looks like to Typst."""

from __future__ import annotations

import unicodedata
from typing import Any, Final

import pytest

from generator.documents.print_sheets.colours import print_colours, readable_colour
from generator.documents.print_sheets.rich_text import allow_line_breaks, first_words, prose
from generator.model.colour_contrast import contrast
from generator.model.partnership import Colours

KNOCKING: Final = "briefings/knocking-twice/briefing.yml"

AS_WRITTEN: Final = (
    "#panic()",
    '#read("/etc/passwd")',
    "$x^2$",
    "@ref",
    "<label>",
    "= no heading",
    "a_b_c",
    "// no comment",
    "~tilde~",
    "\"quotes\" 'too'",
    "\\u{1F600}",
    "[brackets]",
    "--- dashes --",
    "☎ ✓ → é ő ł ½ £",
    "Привет",
)


def escaped(text: str) -> str:
    """As an author writes it in CommonMark, so that it means itself."""
    return "".join(f"\\{each}" if each in "\\`*_[]<>#$@~-!\"'=" else each for each in text)


def test_nothing_of_a_record_is_evaluated(sample: Any) -> None:
    body = "".join(f"      {escaped(each)}\n\n" for each in AS_WRITTEN)
    sample.change(KNOCKING, "      Who else has knocked?\n", body)
    sample.change(KNOCKING, "What stops you?", "'#panic() $x$ @ref *star* _under_'")
    sample.change(KNOCKING, "heading: What to do", "heading: '#panic() * What to do'")
    text = sample.print()["knocking-twice sheet"].text
    for each in (*AS_WRITTEN, "#panic() $x$ @ref *star* _under_", "#panic() * What to do"):
        assert unicodedata.normalize("NFC", each) in unicodedata.normalize("NFC", text)


def test_right_to_left_and_combining_letters_are_printed(sample: Any) -> None:
    hebrew = "\u05e9\u05dc\u05d5\u05dd"
    arabic = "\u0645\u0631\u062d\u0628\u0627"
    sample.change(KNOCKING, "      Who else has knocked?\n", f"      {hebrew} {arabic} q\u0308 e\u0301\n")
    text = unicodedata.normalize("NFKC", sample.print()["knocking-twice sheet"].text)
    assert set(hebrew + arabic + "q\u0308\u00e9") <= set(text)


def test_a_letter_that_no_typeface_has_is_a_finding_at_its_place(sample: Any) -> None:
    sample.change(KNOCKING, "Who else has knocked?", "Who else has knocked? 😀")
    printed = sample.print()
    (finding,) = printed.findings
    assert (finding.code, finding.severity) == ("D423", "warning")
    assert finding.message == 'the sheet of "Knocking twice" cannot be made: its fonts have no "😀"'
    assert (finding.location.file, finding.location.line) == (KNOCKING, 35)
    assert "knocking-twice" not in [sheet.briefing_id for sheet in printed.sheets]
    assert sample.print() == printed


def test_every_form_of_prose_is_set(sample: Any) -> None:
    body = """
      #### A heading

      **Strong** and *stressed* and `code();` and a line  
      broken. <https://www.tarnshire.example/plain>

      > Somebody said so.
      >
      > - to somebody

      7. seven
      8. eight
         - nested
           1. deeper

      ```
      kept   as
        it is
      ```

      ---

      An empty link: [](https://www.tarnshire.example/bare)

      | a | b |
      |---|:-:|
      | 1 |   |
"""  # noqa: W291
    sample.change(KNOCKING, "      Who else has knocked?\n", body.lstrip("\n"))
    paper = sample.print()["knocking-twice sheet"]
    for each in (
        "A heading",
        "Strong and stressed and code(); and a line",
        "Somebody said so.",
        "7. seven",
        "8. eight",
    ):
        assert each in paper.text
    assert {"https://www.tarnshire.example/plain", "https://www.tarnshire.example/bare"} <= set(paper.links)
    kinds = [element["/S"] for element in paper.elements]
    assert kinds.count("/H2") == 1
    assert "/BlockQuote" in kinds
    assert kinds.count("/Table") == 3


def test_what_is_nested_without_end_ends_as_plain_text(sample: Any) -> None:
    sample.change(KNOCKING, "      Who else has knocked?\n", f"      {'> ' * 400}At the bottom.\n")
    assert "At the bottom." in sample.print()["knocking-twice sheet"].text


def test_a_very_long_word_stays_in_its_column(sample: Any) -> None:
    sample.change(KNOCKING, "Who else has knocked?", "x" * 200)
    sample.change(KNOCKING, "title: Knocking twice", f"title: {'Knock' * 40}")
    paper = sample.print()["knocking-twice sheet"]
    assert "x" * 200 in paper.text.replace(" ", "")
    assert "Knock" * 40 in paper.text.replace(" ", "")
    edge = float(paper.reader.pages[0].mediabox.width)
    ends: list[float] = []
    for page in paper.reader.pages:
        page.extract_text(visitor_text=lambda text, cm, tm, font, size: ends.append(tm[4] + 4 * len(text.strip())))
    assert ends and all(end < edge for end in ends)


def test_words_are_cut_in_the_order_of_reading() -> None:
    pieces = prose("One **two three** four.\n\n- five\n- six seven\n", lambda each: each)
    assert sum(piece.words for piece in pieces) == 7
    assert [sum(first_word.words for first_word in first_words(pieces, most)) for most in range(9)] == [
        0,
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        7,
    ]
    assert first_words(pieces, 7) == pieces


def test_an_address_breaks_at_its_points_and_an_ordinary_word_nowhere() -> None:
    assert allow_line_breaks("safeguarding") == "safeguarding"
    assert allow_line_breaks("https://www.tarnshire.example/a") == "https://www.tarnshire.example/a"
    assert allow_line_breaks("www.learning.tarnshire.example") == "www.\u200blearning.\u200btarnshire.\u200bexample"


@pytest.mark.parametrize("colour", ["#ffffff", "#ffe600", "#00ff00", "#0b6b3a", "#000000", "#8fd0df"])
def test_a_colour_is_dark_enough_to_be_read(colour: str) -> None:
    printed = readable_colour(colour)
    assert contrast(printed, "#ffffff") >= 4.5
    assert readable_colour(printed) == printed


def test_a_partnership_without_colours_prints_in_dark_grey() -> None:
    assert print_colours(None) == {"brand": "#33383d", "accent": "#33383d"}
    own = Colours(brand="#4b2e6b", brand_dark="#d3b8f0", accent="#0b6b3a")
    assert print_colours(own) == {"brand": "#4b2e6b", "accent": "#0b6b3a"}
