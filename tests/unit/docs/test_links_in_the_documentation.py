"""Every link in the documentation leads to an existing file and, if it has an anchor, to an existing heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

REPOSITORY: Final = Path(__file__).parents[3]
PAGES: Final = [
    REPOSITORY / "README.md",
    REPOSITORY / "CONTRIBUTING.md",
    *sorted((REPOSITORY / "docs").rglob("*.md")),
]


def parse(page: Path) -> list[Token]:
    """Return the Markdown tokens of a page. GitHub has tables, which CommonMark has not."""
    return MarkdownIt("commonmark").enable("table").parse(page.read_text(encoding="utf-8"))


def headings(page: Path) -> Iterator[str]:
    """Yield the text of each heading without its markup."""
    tokens = parse(page)
    for token, inline in pairwise(tokens):
        if token.type == "heading_open":
            yield "".join(child.content for child in inline.children or () if child.type in ("text", "code_inline"))


def anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub gives to the headings of a page.

    GitHub writes the heading in small letters, drops punctuation and turns spaces into hyphens. It numbers a heading
    that appears again: `example`, `example-1`, `example-2`.
    """
    names: set[str] = set()
    for heading in headings(page):
        anchor = re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")
        copies = (f"{anchor}-{number}" if number else anchor for number in range(len(names) + 1))
        names.add(next(copy for copy in copies if copy not in names))
    return names


def link_targets(page: Path) -> Iterator[str]:
    """Yield the address of each link and picture of a page, as written."""
    for token in parse(page):
        for child in token.children or ():
            address = child.attrGet("href") or child.attrGet("src")
            if address:
                yield str(address)


def broken_links(page: Path) -> list[str]:
    """Return the relative links of a page that lead to no file or no heading. Links to other sites are not checked."""
    return [
        address for address in link_targets(page) if not urlsplit(address).scheme and not leads_there(page, address)
    ]


def leads_there(page: Path, address: str) -> bool:
    """Return True if a relative link of a page leads to a file and, if it has an anchor, to a heading."""
    parts = urlsplit(address)
    target = page.parent / unquote(parts.path) if parts.path else page
    if parts.netloc or parts.path.startswith("/") or not target.exists():
        return False
    return not parts.fragment or (target.suffix == ".md" and unquote(parts.fragment) in anchors(target))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_every_relative_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    assert broken_links(page) == []


def test_a_link_to_a_missing_file_or_heading_is_found(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# A `case.yml`, twice\n\n## An example\n\n## An example\n", encoding="utf-8")
    (tmp_path / "picture.png").touch()
    good = ["other.md", "other.md#a-caseyml-twice", "other.md#an-example-1", "#start", "https://ashdale.example/x"]
    broken = ["missing.md", "other.md#an-example-2", "#end", "picture.png#start", "/other.md", "missing.png"]
    links = "".join(f"- {'!' if link.endswith('.png') else ''}[link]({link})\n" for link in (*good, *broken))
    page = tmp_path / "page.md"
    page.write_text(
        f"# Start\n\n{links}\n| Table |\n| --- |\n| [link](gone.md) |\n\n    [code](gone.md)\n", encoding="utf-8"
    )
    assert broken_links(page) == [*broken, "gone.md"]
