"""Converts prose to a tree of plain nodes that Typst can set. Typst never evaluates anything in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.markdown import to_html

_LONGEST_WORD: Final = 24
"""Letters. A longer word may break inside, so that it does not overflow its column."""

_DEEPEST: Final = 8
"""Levels of nesting. Deeper levels become plain text, because they do not fit on any paper."""

_LONG_WORD: Final = re.compile(rf"[^\s\u200b/-]{{{_LONGEST_WORD + 1},}}")
_MAY_BREAK_AFTER: Final = re.compile(r".{1,12}?[.,&=_?@](?=.)|.{12}(?=.)")
_KINDS: Final = {
    "p": "paragraph",
    "ul": "list",
    "ol": "numbered",
    "li": "item",
    "blockquote": "quote",
    "table": "table",
    "tr": "row",
    "th": "cell",
    "td": "cell",
    "pre": "preformatted",
    "hr": "rule",
    "br": "break",
    "strong": "strong",
    "em": "emphasis",
    "code": "code",
    "a": "link",
}
_TRANSPARENT: Final = ("thead", "tbody")
_BLOCKS: Final = frozenset(
    ("paragraph", "list", "numbered", "item", "quote", "table", "row", "cell", "preformatted", "rule", "heading")
)
_MAY_BE_EMPTY: Final = frozenset(("cell", "row", "rule", "break"))


@dataclass(frozen=True, slots=True)
class RichTextNode:
    """A node of the tree: a paragraph, a list, a link or a run of text, for example."""

    kind: str
    """`text`, `heading` or a value of `_KINDS`."""

    text: str = ""
    """The text of a run of text; empty for a node that contains other nodes."""

    inside: tuple[RichTextNode, ...] = ()
    to: str = ""
    """The full address that a link leads to."""

    start: int = 1
    """The first number of a numbered list."""

    @property
    def words(self) -> int:
        """The number of words in the node and in the nodes inside it."""
        return len(self.text.split()) + sum(node.words for node in self.inside)

    def as_data(self) -> dict[str, object]:
        """Return the node as plain values for JSON."""
        inside = [node.as_data() for node in self.inside]
        return {"kind": self.kind, "text": self.text, "inside": inside, "to": self.to, "start": self.start}


def plain(text: str) -> tuple[RichTextNode, ...]:
    """Return a text without markup as one paragraph."""
    return (RichTextNode("paragraph", inside=(_text_run(text),)),)


def list_nodes(items: Iterable[tuple[RichTextNode, ...]]) -> tuple[RichTextNode, ...]:
    """Return one list, with an item for each group of nodes."""
    return (RichTextNode("list", inside=tuple(RichTextNode("item", inside=item) for item in items)),)


def prose(text: str, resolve: Callable[[str], str]) -> tuple[RichTextNode, ...]:
    """Parse CommonMark into nodes. `resolve` turns a link's destination into a full address."""
    body = LexborHTMLParser(to_html(text, resolve)).body
    return _blocks(_children(body, 0)) if body is not None else ()


def first_words(pieces: Iterable[RichTextNode], most: int) -> tuple[RichTextNode, ...]:
    """Return the nodes, cut off after `most` words."""
    nodes: list[RichTextNode] = []
    for piece in pieces:
        if most <= 0:
            break
        if piece.words <= most:
            nodes.append(piece)
        elif piece.text:
            nodes.append(RichTextNode("text", "".join(re.findall(r"\s*\S+", piece.text)[:most])))
        else:
            nodes.append(
                RichTextNode(piece.kind, inside=first_words(piece.inside, most), to=piece.to, start=piece.start)
            )
        most -= piece.words
    return tuple(nodes)


def allow_line_breaks(text: str) -> str:
    """Return the text with zero-width spaces in very long words, so that they may break.

    Any word may already break at a slash or a hyphen.
    """
    return _LONG_WORD.sub(lambda word: _MAY_BREAK_AFTER.sub(lambda part: part[0] + "\u200b", word[0]), text)


def _text_run(text: str) -> RichTextNode:
    return RichTextNode("text", allow_line_breaks(re.sub(r"\s+", " ", text)))


def _children(node: LexborNode, depth: int) -> tuple[RichTextNode, ...]:
    nodes: list[RichTextNode] = []
    for child in node.iter(include_text=True):
        nodes += _convert(child, depth)
    return tuple(nodes)


def _convert(node: LexborNode, depth: int) -> tuple[RichTextNode, ...]:
    tag = node.tag or ""
    if tag == "-text":
        return (_text_run(node.text()),)
    if tag == "img":
        return (_text_run(node.attributes.get("alt") or ""),)
    if tag in _TRANSPARENT:
        return _children(node, depth)
    kind = "heading" if re.fullmatch(r"h[1-6]", tag) else _KINDS.get(tag)
    if kind is None:
        return ()
    if kind in ("code", "preformatted"):
        text = allow_line_breaks(node.text().rstrip("\n"))
        return (RichTextNode(kind, text),) if text else ()
    if depth >= _DEEPEST:
        return (RichTextNode(kind, inside=(_text_run(node.text(separator=" ")),)),)
    inside = _children(node, depth + 1)
    if kind in ("list", "numbered", "table", "row", "quote"):
        inside = _only_blocks(inside) if kind != "quote" else _blocks(inside)
    if kind == "item":
        inside = _blocks(inside)
    to = node.attributes.get("href") or ""
    if kind == "link" and not any(child.words for child in inside):
        inside = (_text_run(to),)
    if not any(child.words for child in inside) and kind not in _MAY_BE_EMPTY:
        return ()
    start = node.attributes.get("start") or "1"
    return (RichTextNode(kind, inside=inside, to=to, start=int(start) if start.isdecimal() else 1),)


def _only_blocks(pieces: Iterable[RichTextNode]) -> tuple[RichTextNode, ...]:
    return tuple(piece for piece in pieces if piece.kind in _BLOCKS)


def _blocks(pieces: Iterable[RichTextNode]) -> tuple[RichTextNode, ...]:
    """Return the blocks, with each run of text between them as a separate paragraph."""
    blocks: list[RichTextNode] = []
    run: list[RichTextNode] = []
    for piece in (*pieces, None):
        if piece is not None and piece.kind not in _BLOCKS:
            run.append(piece)
            continue
        if any(one.words for one in run):
            blocks.append(RichTextNode("paragraph", inside=tuple(run)))
        run = []
        if piece is not None:
            blocks.append(piece)
    return tuple(blocks)
