"""What links, headings, tables and pictures of hand-written pages say to those who listen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.diagnostics import Diagnostic
from generator.model import MarkdownPage, Source
from generator.validate import validate

CONTACT = "---\ntitle: Contact\n---\n\n# How to reach us\n"


def told(markdown: str) -> list[Diagnostic]:
    """What is found on a page, beside a page of contacts."""
    pages = (
        MarkdownPage(Source("content/pages/about/visits.md", markdown), "about/visits/", False),
        MarkdownPage(Source("content/pages/about/contact.md", CONTACT), "about/contact/", False),
    )
    return list(validate([], [], pages, {}, date(2026, 11, 22)).diagnostics)


def codes(markdown: str) -> list[str]:
    return [each.code for each in told(markdown)]


@pytest.mark.parametrize(
    "words",
    [
        *("click here", "Click here!", "HERE", "here \u2192", "**read more**", "Read\nmore", "this page.", "download"),
        *("https://www.tarnshire.example/a", "www.tarnshire.example", "link", "More\u2026", ""),
    ],
)
def test_words_that_do_not_say_where_they_lead_are_told(words: str) -> None:
    assert codes(f"# Visits\n\nSee [{words}](https://www.tarnshire.example/a).\n") == ["P606"]


def test_an_address_in_angle_brackets_is_told_and_an_e_mail_address_is_not() -> None:
    assert codes("# Visits\n\n<https://www.tarnshire.example>\n") == ["P606"]
    assert codes("# Visits\n\n<desk@tarnshire.example>\n") == []


@pytest.mark.parametrize(
    "words", ["Read more about visits", "Here and now: the annual report", "Downloads", "call 999", "tarnshire.example"]
)
def test_words_that_say_something_are_left_alone(words: str) -> None:
    assert codes(f"# Visits\n\nSee [{words}](https://www.tarnshire.example/a).\n") == []


@pytest.mark.parametrize("destination", ["contact.md", "../about/contact.md#desk", "page:about/contact"])
def test_the_hint_names_the_page_that_the_link_leads_to(destination: str) -> None:
    (found,) = told(f"---\ntitle: Visits\n---\n\n# Visits\n\nCall us: [here]({destination}).\n")
    assert found.hint == f'it leads to "How to reach us": write [How to reach us]({destination})'
    assert found.location is not None
    assert (found.location.line, found.location.column) == (7, 11)


def test_the_hint_names_the_other_site() -> None:
    (found,) = told("# Visits\n\n[More](https://www.tarnshire.example/a).\n")
    assert found.hint is not None
    assert found.hint.startswith("it leads to www.tarnshire.example: write what readers find there")


def test_the_second_of_two_vague_links_is_told_at_its_own_place() -> None:
    found = told("# Visits\n\n[here](contact.md)\n\nand [here](contact.md)\n")
    assert [each.location.line for each in found if each.location is not None] == [3, 5]


def test_one_text_that_leads_to_two_places_is_told_with_the_other() -> None:
    (found,) = told("# Visits\n\n[Our form](contact.md)\n\n[our form](https://www.tarnshire.example/form)\n")
    assert found.message == '"our form" leads to two places'
    assert found.location is not None and found.location.line == 5
    assert [each.location.line for each in found.related] == [3]


def test_a_link_that_stands_twice_is_left_alone() -> None:
    assert codes("# Visits\n\n[Our form](contact.md)\n\n[Our form](contact.md)\n") == []


def test_links_in_records_are_told_at_their_line(
    small: dict[str, Any], found_in: Callable[[dict[str, Any]], Any]
) -> None:
    small["rowan"]["learning"] = ["Talk it over.", "For more, [click here](briefing:checking-in)."]
    (found,) = [finding for finding in found_in(small).findings if finding.code == "P606"]
    title = small["checking-in"]["title"]
    assert found.hint == f'it leads to "{title}": write [{title}](briefing:checking-in)'
    assert "click here" in (found.location.source or "")


@pytest.mark.parametrize(
    ("markdown", "said", "line"),
    [
        ("# Visits\n\n### Days\n", "level 3 below one of level 1", 3),
        ("# Visits\n\n## Days\n\n#### Hours\n", "level 4 below one of level 2", 5),
        ("### Days\n", "level 3 below one of level 1", 1),
        ("# Visits\n\n# Days\n", "a second title", 3),
        ("---\ntitle: Visits\n---\n# Visits\n\nDays\n====\n", "a second title", 6),
        ("# Visits\n\n##\n", "has no words", 3),
        ("# Visits\n\n|  |  |\n|---|---|\n| Monday | 9am |\n", "the table has no headings", 3),
    ],
)
def test_headings_that_do_not_lead_are_told(markdown: str, said: str, line: int) -> None:
    (found,) = told(markdown)
    assert found.code == "P609"
    assert said in found.message
    assert found.location is not None and found.location.line == line


@pytest.mark.parametrize(
    "markdown",
    [
        "# Visits\n\n## Days\n\n### Hours\n\n## Places\n",
        "## Days\n\nA page whose title is in its head.\n",
        "# Visits\n\n```\n#### no heading\n```\n",
        "# Visits to <!-- library:area -->\n\n## <!-- library:area -->\n",
        "# Visits\n\n|  | Monday |\n|---|---|\n| Morning | 9am |\n",
    ],
)
def test_headings_in_order_are_left_alone(markdown: str) -> None:
    assert codes(markdown) == []


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("![Our door](https://pictures.example/a.png)", ["P611"]),
        ("![Our door](//pictures.example/a.png)", ["P611"]),
        ("![Our door](http://[oh/a.png)", ["P611"]),
        ("![](a.png)", ["P610"]),
        ("![ ](a.png)", ["P610"]),
        ("![](a.png){.decorations}", ["P610"]),
        ("[![](a.png)](contact.md)", ["P610"]),
        ("![](a.png){.decoration}", []),
        ('![](a.png){ .decoration width="40" }', []),
        ("![A door with a ramp](a.png)", []),
        ("[![Our form](a.png)](contact.md)", []),
        ("[![](a.png){.decoration}](contact.md)", ["P606"]),
    ],
)
def test_pictures_stand_on_this_site_and_have_words_or_are_decoration(markdown: str, found: list[str]) -> None:
    assert codes(f"# Visits\n\n{markdown}\n") == found


def test_in_a_record_no_picture_is_decoration(small: dict[str, Any], found_in: Callable[[dict[str, Any]], Any]) -> None:
    small["rowan"]["story"] = "Rowan drew this.\n\n![](drawing.png){.decoration}\n"
    assert [code for code, _ in found_in(small).told if code == "P610"] == ["P610"]


def test_a_summary_is_told_when_it_is_harder_than_the_bound(
    small: dict[str, Any], found_in: Callable[[dict[str, Any]], Any]
) -> None:
    def hard() -> list[str]:
        return [code for code, _ in found_in(small).told if code == "P607"]

    assert hard() == []
    small["rowan"]["summary"] = "Agencies inadequately communicated deteriorating circumstances concerning Rowan."
    assert hard() == ["P607"]
    small["rowan"] |= {"status": "withdrawn", "status_reason": "Invented."}
    assert hard() == []


@pytest.mark.parametrize("character", ["\0", "\x01", "\x0b", "\x0c", "\x1b", "\x7f", "\x9c", "\uffff"])
def test_a_control_character_on_a_page_is_reported_at_its_line(character: str) -> None:
    (found,) = told(f"---\ntitle: Visits\n---\n\n# Visits\n\nWe visit {character}families.\n")
    assert (found.code, found.location.line, found.location.column) == ("R207", 7, 10)  # type: ignore[union-attr]
    assert found.message == f"an invisible character (U+{ord(character):04X}) is in the text"


def test_a_control_character_in_a_slot_is_reported() -> None:
    (found,) = told("# Visits\n\n<!-- library:latest-cases \0 -->\n")
    assert (found.code, found.location.line, found.location.column) == ("R207", 3, 27)  # type: ignore[union-attr]


@pytest.mark.parametrize("written", ["&#1;", "&#x1b;", "&#X0B;", "&#127;"])
def test_a_control_character_that_a_page_has_by_its_number_is_reported(written: str) -> None:
    (found,) = told(f"# Visits\n\nWe visit {written} families. In code, `{written}` is right.\n")
    assert (found.code, found.location.line, found.location.column) == ("R207", 3, 10)  # type: ignore[union-attr]


@pytest.mark.parametrize("written", ["&#0;", "&#9;", "&#150;", "&#233;", "&#x1F600;", "a\u0085b", "&#99999999;"])
def test_other_characters_that_a_page_has_by_their_number_are_not_reported(written: str) -> None:
    assert codes(f"# Visits\n\nWe visit {written} families.\n") == []
