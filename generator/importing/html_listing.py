"""Reads a saved HTML page into blocks. Scripts, menus and forms are skipped; nothing on the page runs or is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.importing.lines import LineFinder, squash
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
from generator.importing.table_rows import lines_of, rows_of, rows_of_list
from generator.importing.tabs import Tabs

_SKIPPED_TEXT: Final = """
    script style noscript template svg iframe object embed nav footer form select textarea input head title
"""
_SKIPPED: Final = frozenset(_SKIPPED_TEXT.split())
_SKIPPED_ROLES: Final = frozenset({"navigation", "search", "contentinfo", "banner", "menu", "menubar"})
_SKIPPED_CLASSES: Final = re.compile(
    r"(?:^|[\s_-])(?:breadcrumbs?|cookies?|site-?nav|main-?menu|nav-?menu|navbar|sidebar|skip-link|pagination|"
    r"social-share|sharedaddy|site-?footer|site-?header|offcanvas|moduletable[-_]?menu)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BLOCKS_TEXT: Final = """
    p div section article main header aside ul ol dl table tr td th blockquote figure figcaption address
    center fieldset details body html pre hr tbody thead tfoot caption
"""
_BLOCKS: Final = frozenset(_BLOCKS_TEXT.split())
_BOLD: Final = frozenset({"b", "strong"})
_ACCORDION: Final = re.compile(
    r"accordion[-_]?(?:button|toggle|title|head|header|heading|trigger|link)|panel-title|collapsible|toggle-title"
    r"|tab-title|js-accordion",
    re.IGNORECASE,
)
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}


def read_html(text: str, file: str, guessed_encoding: str = "") -> Listing:
    """Return the blocks of a page, in the order in which they are printed."""
    tree = LexborHTMLParser(text)
    reader = _Reader(text, file, Tabs(tree))
    root = tree.css_first("main") or tree.css_first("[role=main]") or tree.body
    if root is not None and not root.text(deep=True).strip():
        root = tree.body
    if root is not None:
        reader.read(root)
    title = tree.css_first("title")
    return Listing(
        file,
        tuple(reader.blocks),
        _base(tree),
        squash(title.text()) if title is not None else "",
        reader.was_cut,
        guessed_encoding,
    )


def _base(tree: LexborHTMLParser) -> str:
    for selector, name in (
        ("base[href]", "href"),
        ("link[rel=canonical]", "href"),
        ('meta[property="og:url"]', "content"),
    ):
        node = tree.css_first(selector)
        address = (node.attributes.get(name) or "").strip() if node is not None else ""
        if re.match(r"https?://", address):
            return address
    return ""


class _Reader:
    """Walks through a page without recursion, because a hostile page may be nested very deeply."""

    def __init__(self, text: str, file: str, tabs: Tabs) -> None:
        self.blocks: list[Block] = []
        self.was_cut = False
        self._file = file
        self._lines = LineFinder(text)
        self._tabs = tabs
        self._tab_level = 1
        self._panels = 0
        """How many panels of tabs the reader is in. A heading in a panel is below the tab."""
        self._whole = 0
        """How many elements the reader is in whose words are read at another place, or as a whole."""
        self._lists: set[int] = set()
        self._words: list[str] = []
        self._links: list[Link] = []
        self._plain = False
        """True if the line has words that are not bold."""
        self._bold = 0
        self._level = 0
        """The level of the last heading of the page itself."""
        self._kinds: list[BlockKind] = []
        self._heading = 0
        """The level of the heading that is being read; 0 outside of headings."""
        self._heading_is_read = False
        """True if the heading had words already: a block inside it then shows that it was never closed."""

    def read(self, root: LexborNode) -> None:
        for node, is_end in _walk(root):
            if len(self.blocks) >= MOST_BLOCKS:
                self.was_cut = True
                return
            tag = node.tag or ""
            if self._is_read_as_whole(node, is_end):
                continue
            if tag == "-text":
                self._add_words(node.text_content or "")
            elif is_end:
                self._close(tag, node)
            else:
                self._open(tag, node)
        self._end_line()

    def _is_read_as_whole(self, node: LexborNode, is_end: bool) -> bool:
        """Return True for a tab, for a list of facts about one review, and within them."""
        is_tab = self._tabs.is_tab(node)
        if is_tab and not is_end:
            self._end_line()
            self._tab_level = min(self._level + 1, 6)
        is_whole = is_tab or (node.tag == "dl" and self._is_list_of_facts(node, is_end))
        self._whole += 0 if not is_whole else -1 if is_end else 1
        return is_whole or self._whole > 0

    def _is_list_of_facts(self, node: LexborNode, is_end: bool) -> bool:
        if is_end or self._whole:
            return node.mem_id in self._lists
        rows = rows_of_list(node)
        if rows:
            self._end_line()
            self._lists.add(node.mem_id)
            self._add_rows(rows)
        return bool(rows)

    def _add_words(self, words: str) -> None:
        if words.strip():
            self._plain = self._plain or not self._bold
        self._words.append(words)

    def _open(self, tag: str, node: LexborNode) -> None:
        name = self._tabs.name_of_panel(node)
        if name:
            self._end_line()
            place = Place(self._file, self._lines.line_of(name))
            self.blocks.append(Block(BlockKind.HEADING, name, place, (), self._tab_level))
            self._panels += 1
        if tag == "br":
            self._end_line()
        elif tag == "table":
            self._end_line()
            lines = lines_of(node)
            for line in lines:
                place = Place(self._file, self._lines.find(line.text))
                self.blocks.append(Block(BlockKind.TEXT, line.text, place, line.links))
            if not lines:
                self._add_rows(rows_of(node))
        elif tag in _HEADINGS or tag in ("summary", "dt") or _is_accordion_head(tag, node):
            self._end_line()
            self._heading = min((_HEADINGS.get(tag) or self._level + 1) + self._panels, 6)
            self._heading_is_read = False
            if tag in _HEADINGS:
                self._level = _HEADINGS[tag]
        elif tag in ("li", "dd"):
            self._end_line()
            self._end_unclosed_heading()
            self._kinds.append(BlockKind.ITEM)
        elif tag in _BLOCKS:
            self._end_line()
            self._end_unclosed_heading()
        elif tag in _BOLD:
            self._bold += 1
        elif tag == "a":
            # Read as a whole, so that the words of a link are known when it begins.
            self._links.append(Link(_clip(node.text(deep=True)), (node.attributes.get("href") or "").strip()[:4_000]))

    def _close(self, tag: str, node: LexborNode) -> None:
        if self._tabs.name_of_panel(node):
            self._panels -= 1
        if tag in _HEADINGS or tag in ("summary", "dt") or _is_accordion_head(tag, node):
            self._end_line()
            self._heading = 0
        elif tag in ("li", "dd"):
            self._end_line()
            if self._kinds:
                self._kinds.pop()
        elif tag in _BLOCKS:
            self._end_line()
        elif tag in _BOLD:
            self._bold = max(0, self._bold - 1)

    def _end_unclosed_heading(self) -> None:
        if self._heading_is_read:
            self._heading = 0

    def _end_line(self) -> None:
        text, links = _clip("".join(self._words)), tuple(self._links)
        is_bold = not self._plain and bool(text)
        self._words, self._links, self._plain = [], [], False
        if not text and not links:
            return
        place = Place(self._file, self._lines.find(text))
        if self._heading:
            self.blocks.append(Block(BlockKind.HEADING, text, place, _real(links), self._heading))
            self._heading_is_read = True
        elif is_bold and not _real(links) and len(text) <= 150 and not text.endswith((".", ",", ";")):
            self.blocks.append(Block(BlockKind.HEADING, text, place, (), BOLD_LEVEL))
        else:
            kind = self._kinds[-1] if self._kinds else BlockKind.TEXT
            self.blocks.append(Block(kind, text, place, links))

    def _add_rows(self, rows: Iterable[tuple[Cell, ...]]) -> None:
        for cells in rows:
            text = squash(" | ".join(cell.text for cell in cells if cell.text))
            place = Place(self._file, self._lines.find(cells[0].text if cells else text))
            links = tuple(link for cell in cells for link in cell.links)
            self.blocks.append(Block(BlockKind.ROW, text, place, links, 0, cells))


def _real(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return the links that lead out of the page: the head of an accordion often links to its own body."""
    return tuple(link for link in links if link.address and not link.address.startswith("#"))


def _is_accordion_head(tag: str, node: LexborNode) -> bool:
    attributes = node.attributes
    if tag == "button":
        return True
    if tag not in ("a", "div", "span", "p"):
        return False
    if attributes.get("data-toggle") == "collapse" or attributes.get("data-bs-toggle") == "collapse":
        return True
    return bool(_ACCORDION.search(attributes.get("class") or "")) or (
        attributes.get("role") in ("button", "tab") and "aria-controls" in attributes
    )


def _is_skipped(node: LexborNode) -> bool:
    attributes = node.attributes
    if (node.tag or "") in _SKIPPED or attributes.get("role") in _SKIPPED_ROLES or "hidden" in attributes:
        # The body of a closed accordion is hidden on the page, and is its content all the same.
        return "hidden" not in attributes or (node.tag or "") in _SKIPPED
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return bool(names.strip()) and _SKIPPED_CLASSES.search(names) is not None


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Yield each node when it begins, and each element again when it ends."""
    node: LexborNode | None = root.first_child
    depth: list[LexborNode] = []
    while node is not None or depth:
        if node is None:
            node = depth.pop()
            yield node, True
            node = node.next
            continue
        tag = node.tag or ""
        if tag == "-text":
            yield node, False
        elif not tag.startswith(("-", "_", "!")) and not _is_skipped(node):
            yield node, False
            if tag != "table" and node.first_child is not None:
                depth.append(node)
                node = node.first_child
                continue
            if tag != "table":
                yield node, True
        node = node.next


def _clip(text: str) -> str:
    return squash(text[: MOST_LETTERS * 4])[:MOST_LETTERS]
