"""The paragraphs, headings, list items and table rows of a Word file, with their words as Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from html.parser import HTMLParser
from typing import Final

from generator.importing.decoding import clean_text
from generator.importing.escaped_markdown import escape_line_start, escape_markdown, link, strong, with_links
from generator.importing.lines import squash

_MOST_CELLS: Final = 20
_TYPED_BULLET: Final = re.compile(r"^\s*(?:[•·▪◦‣●○■□➢✓✔\uf0b7\uf0a7\uf0d8\uf0fc]|[-–—](?=\s)|o(?=\t|\s{2,}))\s*")  # noqa: RUF001
_SYMBOLS: Final = re.compile("[\ue000-\uf8ff]")
_LONGEST: Final = 20_000


class WordBlockKind(Enum):
    """What a block is."""

    HEADING = auto()
    TEXT = auto()
    ITEM = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class WordBlock:
    """One paragraph, heading, list item or row of a table."""

    kind: WordBlockKind
    number: int
    """Which paragraph of the file it is, from 1; of a row its first."""

    text: str = ""
    """The words, on one line."""

    markdown: str = ""
    """The words on one line, with bold and links."""

    level: int = 0
    """1 to 6 for a heading, and the depth of an item from 1."""

    is_bold: bool = False
    """True if all words are bold."""

    bold_start: str = ""
    """The words in bold at its beginning, if others follow."""

    is_numbered: bool = False
    """True for an item of a list with numbers."""

    cells: tuple[tuple[WordBlock, ...], ...] = ()
    """Only for a row."""

    table: int = 0
    """Which table a row belongs to, from 1."""


@dataclass(slots=True)
class _Open:
    """The paragraph that is being read."""

    tag: str
    title: bool = False
    pieces: list[tuple[str, bool, str]] = field(default_factory=list)
    """Words, whether they are bold, and where they link to."""


@dataclass(slots=True)
class _Table:
    number: int
    rows: list[list[WordBlock]] = field(default_factory=list)


def blocks_of_html(html: str) -> tuple[tuple[WordBlock, ...], str]:
    """Return the blocks of what mammoth made of a Word file, and its title; empty if it has none."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.blocks), reader.title


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[WordBlock] = []
        self.title = ""
        self._count = 0
        self._tables = 0
        self._open: _Open | None = None
        self._lists: list[str] = []
        self._targets: list[list[WordBlock]] = [self.blocks]
        self._cells: list[list[list[WordBlock]]] = []
        self._bold = 0
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        match tag:
            case "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li":
                self._end_paragraph()
                self._open = _Open(tag, values.get("class") == "title")
            case "ul" | "ol":
                self._end_paragraph()
                self._lists.append(tag)
            case "table":
                self._end_paragraph()
                self._tables += 1
            case "tr":
                self._cells.append([])
            case "td" | "th":
                self._targets.append([])
            case "strong":
                self._bold += 1
            case "a" if values.get("href"):
                self._link = values["href"] or ""
            case "br":
                self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        match tag:
            case "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li":
                self._end_paragraph()
            case "ul" | "ol" if self._lists:
                self._end_paragraph()
                self._lists.pop()
            case "td" | "th" if len(self._targets) > 1 and self._cells:
                self._end_paragraph()
                self._cells[-1].append(self._targets.pop())
            case "tr" if self._cells:
                self._end_row(self._cells.pop())
            case "strong":
                self._bold = max(0, self._bold - 1)
            case "a":
                self._link = ""

    def handle_data(self, data: str) -> None:
        self._add(data)

    def close(self) -> None:
        super().close()
        self._end_paragraph()

    def _add(self, words: str) -> None:
        if self._open is None and words.strip():
            self._open = _Open("p")
        if self._open is not None:
            self._open.pieces.append((words, self._bold > 0, self._link))

    def _end_row(self, cells: list[list[WordBlock]]) -> None:
        kept = tuple(tuple(each) for each in cells[:_MOST_CELLS])
        number = next((block.number for cell in kept for block in cell), self._count)
        if any(kept):
            self._targets[-1].append(WordBlock(WordBlockKind.ROW, number, cells=kept, table=self._tables))

    def _end_paragraph(self) -> None:
        opened, self._open = self._open, None
        if opened is None:
            return
        lines: list[list[tuple[str, bool, str]]] = [[]]
        for words, bold, address in opened.pieces:
            first, *others = words.split("\n")
            lines[-1].append((first, bold, address))
            lines.extend([(each, bold, address)] for each in others)
        made = [block for line in lines if (block := self._block(opened, line)) is not None]
        if made:
            self._count += 1
        if opened.tag[0] == "h" and len(made) > 1:
            # A heading that is broken by hand is one heading.
            text = squash(" ".join(each.text for each in made))
            made = [replace(made[0], text=text, markdown=escape_line_start(escape_markdown(text)))]
        if opened.tag == "li" and len(made) > 1:
            joined = squash(" ".join(each.markdown for each in made))
            text = squash(" ".join(each.text for each in made))
            made = [replace(made[0], text=text, markdown=joined, is_bold=all(each.is_bold for each in made))]
        for block in made:
            if opened.title and not self.title:
                self.title = block.text
            self._targets[-1].append(replace(block, number=self._count))

    def _block(self, opened: _Open, pieces: list[tuple[str, bool, str]]) -> WordBlock | None:
        raw = "".join(words for words, _, _ in pieces)
        bullet = _TYPED_BULLET.match(raw) if opened.tag == "p" else None
        pieces = _without_start(pieces, bullet.end()) if bullet is not None else pieces
        cleaned = [(clean_text(_SYMBOLS.sub("", words)), bold, address) for words, bold, address in pieces]
        text = squash("".join(words for words, _, _ in cleaned))[:_LONGEST]
        if not re.search(r"\w", text):
            return None
        spoken = [(words, bold) for words, bold, _ in cleaned if re.search(r"\w", words)]
        is_bold = bool(spoken) and all(bold for _, bold in spoken)
        bold_start = ""
        if spoken and spoken[0][1] and not is_bold:
            first = next(number for number, (_, bold) in enumerate(spoken) if not bold)
            bold_start = squash("".join(words for words, _ in spoken[:first]))
        markdown = escape_line_start(_markdown(cleaned))
        base = WordBlock(WordBlockKind.TEXT, 0, text, markdown, 0, is_bold, bold_start)
        if opened.tag.startswith("h"):
            return replace(
                base,
                kind=WordBlockKind.HEADING,
                level=int(opened.tag[1]),
                markdown=escape_line_start(escape_markdown(text)),
            )
        if opened.tag == "li" or bullet is not None:
            is_numbered = opened.tag == "li" and self._lists[-1:] == ["ol"]
            depth = max(1, len(self._lists))
            return replace(base, kind=WordBlockKind.ITEM, level=depth, is_numbered=is_numbered)
        return base


def _without_start(pieces: list[tuple[str, bool, str]], length: int) -> list[tuple[str, bool, str]]:
    kept = []
    for words, bold, address in pieces:
        kept.append((words[length:], bold, address))
        length = max(0, length - len(words))
    return kept


def _markdown(pieces: list[tuple[str, bool, str]]) -> str:
    """Return words with bold and links. Runs with the same look are one, as Word cuts them at will."""
    runs: list[tuple[str, bool, str]] = []
    for words, bold, address in pieces:
        if runs and runs[-1][1:] == (bold, address):
            runs[-1] = (runs[-1][0] + words, bold, address)
        elif words:
            runs.append((words, bold, address))
    return "".join(_written(*run) for run in runs)


def _written(words: str, bold: bool, address: str) -> str:
    written = link(escape_markdown(words), address) if address else with_links(words)
    if address:
        before = words[: len(words) - len(words.lstrip())]
        written = f"{before}{written}{words[len(words.rstrip()) :] if words.strip() else ''}"
    return strong(written) if bold else written
