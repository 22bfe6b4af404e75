"""No text is so long, or so odd, that the rules need minutes for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from generator.link_checker import check_raw_markdown
from generator.markdown.html_tags import without_code
from generator.markdown.plain_text import to_plain, whole_text
from generator.model import Frame, MarkdownPage, Source
from generator.model.frame import Slot
from generator.model.starter_texts import starter_text_in
from generator.publish.filled_frame import FilledFrame
from generator.validate.rules.languages import says_its_language
from generator.validate.rules.unfinished_texts import unfinished_mark
from tests.cpu_limit import cpu_limit

SECONDS_OF_CPU: Final = 20
"""A thousand times what the slowest needs. With time that grows with the square of the length, it needs far more."""


@pytest.mark.parametrize("read", [unfinished_mark, starter_text_in, without_code, says_its_language])
@pytest.mark.parametrize(
    "text", ["a" * 300_000, "a@" * 150_000, "www." * 75_000, "<!--" * 75_000, "<a " * 100_000, "`" * 300_000]
)
def test_a_very_long_text_takes_time_in_proportion_to_its_length(read: Callable[[str], object], text: str) -> None:
    with cpu_limit(SECONDS_OF_CPU):
        read(text)


@pytest.mark.parametrize(
    "text", ["> " * 2_000 + "Nobody asked.", "- " * 2_000 + "Nobody asked.", "1. " * 99 + "Nobody asked."]
)
def test_quotations_and_lists_nested_thousands_deep_become_plain_text(text: str) -> None:
    with cpu_limit(SECONDS_OF_CPU):
        assert whole_text(text).rstrip(".").endswith("Nobody asked")
        assert "asked." in to_plain(text, str)


def test_a_broken_table_of_thousands_of_lines_takes_time_in_proportion_to_them() -> None:
    table = "| Address | What it contains | Reviews at most |\n" * 3_000
    page = MarkdownPage(
        Source("content/pages/feeds.md", f"# Feeds\n\n{table}<p>\n* One\n* Two\n</p>\n"), "feeds/", False
    )
    html = f"<main><h1>Feeds</h1><p>{table}</p><p>* One * Two</p></main>".encode()
    with cpu_limit(SECONDS_OF_CPU):
        found = [each.message for each in check_raw_markdown([page], {"feeds/": html})]
    assert any(message.startswith("this is not a table") for message in found)
    assert any(message.startswith("Markdown inside <p>") for message in found)


def test_thousands_of_findings_in_one_long_line_take_little_time() -> None:
    source = Source("content/cases/heron/case.yml", "story: " + "a@b." * 75_000)
    with cpu_limit(SECONDS_OF_CPU):
        for column in range(1, 20_000):
            source.at(1, column)


def test_a_page_with_thousands_of_slots_takes_time_in_proportion_to_them() -> None:
    frame = Frame("reviews/", ("<main>", *["<p>Rowan</p>\n"] * 40_000), (Slot("latest-reviews"),) * 40_000)
    with cpu_limit(SECONDS_OF_CPU):
        page = FilledFrame(frame, lambda slot, address: "<p>Ashdale</p>\n" * 10, lambda link: "").text
    assert page.count("Rowan") * 10 == page.count("Ashdale")
