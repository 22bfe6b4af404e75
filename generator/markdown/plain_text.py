"""Converts prose to plain text for an e-mail: paragraphs, lists, and each link with its address.

cmark parses it, as for pages, so that both forms have the same text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from textwrap import wrap
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.diagnostics import one_line
from generator.languages import active_catalogue, dates
from generator.markdown.commonmark import html_of

WIDTH: Final = 72
"""Columns of a plain e-mail, with room for quoting it (RFC 3676 recommends fewer than 78)."""

_NARROWEST: Final = 24
"""Columns of the most deeply nested quotation or list. What is nested further is one paragraph."""

_DEEPEST: Final = 50
"""How many levels of quotations and lists are read one block at a time, for a text in one line."""

_UNDERLINES: Final = {"h1": "=", "h2": "-"}
_ENDS: Final = (".", "!", "?", ";", ":", ",")
"""What a list item may end with, so that no semicolon is added."""

_BLOCKS: Final = frozenset({"p", "ul", "ol", "blockquote", "pre", "table", "hr", "h1", "h2", "h3", "h4", "h5", "h6"})


def truncate_words(text: str, most: int) -> str:
    """Return the beginning of prose in one line of at most `most` characters, without the addresses of links.

    Only the paragraphs at the beginning are used, if there are any. A shortened text has whole words and `...`.
    """
    body = LexborHTMLParser(html_of(text)).body
    blocks = list(body.iter()) if body is not None else []
    paragraphs = list(takewhile(lambda block: block.tag in ("p", "-text"), blocks)) or blocks
    line = one_line(" ".join(paragraph.text() for paragraph in paragraphs))
    return line if len(line) <= most else f"{line[: most - 3].rsplit(' ', 1)[0]}..."


def whole_text(text: str) -> str:
    """Return all of prose in one line, without the addresses of links: each paragraph, list item and quotation.

    A list reads as a sentence: `Nobody writes, unless: the child asks; the school asks.`.
    """
    body = LexborHTMLParser(html_of(text)).body
    return _in_one_line(body) if body is not None else ""


def shorten(line: str, most: int) -> str:
    """Return a line, or whole words of its beginning and `…`: at most `most` characters."""
    return line if len(line) <= most else f"{line[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def _in_one_line(parent: LexborNode, depth: int = 0) -> str:
    """Return the words of a node in one line, with its blocks one after the other.

    Below level `_DEEPEST`, its words are only joined.
    """
    if depth > _DEEPEST:
        return one_line(parent.text())
    pieces: list[str] = []
    words = ""
    for node in (*parent.iter(include_text=True), None):
        if node is not None and node.tag not in _BLOCKS:
            words += " " if node.tag == "br" else (node.text_content or "") if node.tag == "-text" else node.text()
            continue
        pieces.append(one_line(words))
        words = ""
        if node is not None:
            pieces.append(_block_in_one_line(node, depth + 1))
    return " ".join(filter(None, pieces))


def _block_in_one_line(block: LexborNode, depth: int) -> str:
    if block.tag in ("ul", "ol"):
        start = int(block.attributes.get("start") or 1)
        items = [_in_one_line(item, depth) for item in block.iter() if item.tag == "li"]
        if block.tag == "ol":
            items = [f"{number}. {item}" for number, item in enumerate(items, start)]
        return _joined([item for item in items if item])
    if block.tag == "table":
        rows = [", ".join(one_line(cell.text()) for cell in row.css("th, td")) for row in block.css("tr")]
        return _joined(rows)
    return _in_one_line(block, depth) if block.tag == "blockquote" else one_line(block.text())


def _joined(items: Sequence[str]) -> str:
    """Return items as one sentence. A semicolon is between two, unless the first ends as a sentence does."""
    line = "".join(f"{item} " if item.endswith(_ENDS) else f"{item}; " for item in items).rstrip(" ;")
    return line if not line or line.endswith(_ENDS) else f"{line}."


def to_plain(text: str, resolve: Callable[[str], str], width: int = WIDTH) -> str:
    """Return prose as lines of at most `width` columns. Addresses and code are never broken.

    `resolve` converts a link's destination to a full address, which is added after the link's words.
    """
    body = LexborHTMLParser(html_of(text)).body
    return "\n\n".join("\n".join(block) for block in _blocks(body, resolve, width)) if body is not None else ""


def wrap_paragraph(text: str, width: int = WIDTH, first: str = "", rest: str | None = None) -> list[str]:
    """Return a paragraph as lines: `first` begins the first line, and `rest` each other line."""
    indent = " " * len(first) if rest is None else rest
    return wrap(
        one_line(text),
        width,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _blocks(parent: LexborNode, resolve: Callable[[str], str], width: int) -> Iterator[list[str]]:
    """Yield the lines of each block of a node. Words outside of any block are a paragraph."""
    if width < _NARROWEST:
        yield wrap_paragraph(parent.text(), _NARROWEST)
        return
    loose: list[LexborNode] = []
    for node in (*parent.iter(include_text=True), None):
        if node is not None and node.tag not in _BLOCKS:
            loose.append(node)
            continue
        lines = _paragraph(loose, resolve, width)
        if lines:
            yield lines
        loose = []
        if node is not None:
            yield from _block(node, resolve, width)


def _block(node: LexborNode, resolve: Callable[[str], str], width: int) -> Iterator[list[str]]:
    name = node.tag or ""
    if name == "p":
        yield _paragraph(node.iter(include_text=True), resolve, width)
    elif name in ("ul", "ol"):
        yield _list_lines(node, resolve, width)
    elif name == "blockquote":
        inner = _join_blocks(_blocks(node, resolve, width - 2))
        yield [f"> {line}".rstrip() for line in inner]
    elif name == "pre":
        yield [f"    {line}".rstrip() for line in node.text().rstrip("\n").split("\n")]
    elif name == "table":
        for row in node.css("tr"):
            yield wrap_paragraph(
                " | ".join(_inline_text(cell.iter(include_text=True), resolve) for cell in row.css("th, td")), width
            )
    elif name == "hr":
        yield ["* * *"]
    else:
        lines = _paragraph(node.iter(include_text=True), resolve, width)
        yield [*lines, _UNDERLINES.get(name, "-") * max(map(len, lines), default=0)]


def _list_lines(node: LexborNode, resolve: Callable[[str], str], width: int) -> list[str]:
    number = int(node.attributes.get("start") or 1)
    items: list[list[str]] = []
    for item in node.css("li"):
        if item.parent != node:
            continue
        mark = f"{number + len(items)}. " if node.tag == "ol" else "- "
        lines = _join_blocks(_blocks(item, resolve, width - len(mark)), is_tight=True) or [""]
        items.append([mark + lines[0], *((" " * len(mark) + line).rstrip() for line in lines[1:])])
    return [line for lines in items for line in lines]


def _join_blocks(blocks: Iterator[list[str]], is_tight: bool = False) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        lines += [*([""] if lines and not is_tight else []), *block]
    return lines


def _paragraph(nodes: Iterator[LexborNode] | list[LexborNode], resolve: Callable[[str], str], width: int) -> list[str]:
    pieces = _inline_text(nodes, resolve).split("\n")
    return [line for piece in pieces for line in wrap_paragraph(piece, width)]


def _inline_text(nodes: Iterator[LexborNode] | list[LexborNode], resolve: Callable[[str], str]) -> str:
    """Return the words of inline nodes. Hard line breaks are kept; other line breaks become spaces."""
    text = ""
    for node in nodes:
        if node.tag == "-text":
            text += node.text_content.replace("\n", " ") if node.text_content else ""
        elif node.tag == "br":
            text = text.rstrip(" ") + "\n"
        elif node.tag == "img":
            text += node.attributes.get("alt") or ""
        elif node.tag == "a":
            words = _inline_text(node.iter(include_text=True), resolve)
            address = resolve(node.attributes.get("href") or "")
            text += words if address.removeprefix("mailto:") in ("", words) else f"{words} ({address})"
        elif node.tag not in ("-comment", "_comment"):
            text += _inline_text(node.iter(include_text=True), resolve)
    return text


def join_words(words: Sequence[str], most: int | None = None) -> str:
    """Return `a, b and c`. After `most` words the rest are counted. Empty if there are no words."""
    if most is None or len(words) <= most:
        return dates.join_list(words)
    if not active_catalogue().is_english:
        return dates.join_list([*words[:most], "..."])
    return ", ".join(words[:most]) + f" and {len(words) - most} more"
