"""Reads plain text into blocks: text copied from a page or from Word, with or without addresses."""

from __future__ import annotations

import re
from typing import Final

from generator.importing.lines import squash
from generator.importing.listing import (
    BOLD_LEVEL,
    MOST_BLOCKS,
    MOST_LETTERS,
    Block,
    BlockKind,
    Cell,
    Link,
    Listing,
    Place,
)

_BULLET: Final = re.compile(r"^\s*(?:[•·▪◦‣●○*+–—-]|o(?=\t| {2,})|\d{1,2}[.)](?=\s))\s+|^\s*[•·▪◦‣●○]\s*")  # noqa: RUF001
_ADDRESS: Final = re.compile(r"[<(\[]?\b((?:https?://|www\.)[^\s<>()\[\]\"]+)[>)\]]?", re.IGNORECASE)
_MARKDOWN_LINK: Final = re.compile(r"\[([^\]]{1,300})\]\(([^)\s]{1,2000})\)")
_MARKDOWN_HEADING: Final = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_UNDERLINE: Final = re.compile(r"^\s*(?:={3,}|-{3,}|_{3,})\s*$")
_BOLD_LINE: Final = re.compile(r"^\s*(?:\*\*|__)(.+?)(?:\*\*|__)\s*$")


def read_text(text: str, file: str, guessed_encoding: str = "") -> Listing:
    """Return the lines of a text. Underlined lines, lines in `**` and lines that begin with `#` are headings."""
    lines = text.split("\n")
    blocks: list[Block] = []
    for number, line in enumerate(lines, 1):
        if not line.strip() or _UNDERLINE.match(line):
            continue
        if len(blocks) >= MOST_BLOCKS:
            return Listing(file, tuple(blocks), was_cut=True, guessed_encoding=guessed_encoding)
        following = lines[number] if number < len(lines) else ""
        blocks.append(_block(line[: MOST_LETTERS * 2], following, Place(file, number)))
    return Listing(file, tuple(blocks), guessed_encoding=guessed_encoding)


def _block(line: str, following: str, place: Place) -> Block:
    heading = _MARKDOWN_HEADING.match(line)
    bold = _BOLD_LINE.match(line)
    if heading or bold or _UNDERLINE.match(following):
        level = len(heading[1]) if heading else BOLD_LEVEL if bold else 2
        text, links = _links(heading[2] if heading else bold[1] if bold else line)
        return Block(BlockKind.HEADING, text, place, links, level)
    cells = [each.strip() for each in line.strip().split("\t")]
    if len(cells) > 2 and not _BULLET.match(line):
        parts = [_links(each) for each in cells]
        row = tuple(Cell("", text, links) for text, links in parts)
        return Block(BlockKind.ROW, squash(" | ".join(text for text, _ in parts)), place, tuple(_all(row)), 0, row)
    bullet = _BULLET.match(line)
    text, links = _links(line[bullet.end() :] if bullet else line)
    return Block(BlockKind.ITEM if bullet else BlockKind.TEXT, text, place, links)


def _all(cells: tuple[Cell, ...]) -> list[Link]:
    return [link for cell in cells for link in cell.links]


def _links(line: str) -> tuple[str, tuple[Link, ...]]:
    """Return a line without its addresses, and the links."""
    links = [Link(squash(text), address) for text, address in _MARKDOWN_LINK.findall(line)]
    if links:
        return squash(_MARKDOWN_LINK.sub(r"\1", line))[:MOST_LETTERS], tuple(links)
    found = list(_ADDRESS.finditer(line))
    if not found:
        return squash(line)[:MOST_LETTERS], ()
    rest = squash(_ADDRESS.sub(" ", line)).strip(" :-–—|")  # noqa: RUF001
    for match in found:
        address = match[1].rstrip(".,;")
        links.append(Link(rest, address if address.lower().startswith("http") else f"https://{address}"))
    return rest[:MOST_LETTERS], tuple(links)
