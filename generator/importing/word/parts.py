"""Cuts a Word file into its parts, however its headings were made: with a style, in bold, by number, in a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from generator.importing.escaped_markdown import escape_line_start, escape_markdown
from generator.importing.lines import squash
from generator.importing.word.blocks import WordBlock, WordBlockKind
from generator.importing.word.headings import number_of, without_number

_MOST_WORDS: Final = 12
_LONG_HEADING: Final = 16

IsKnown = Callable[[str], bool]


@dataclass(slots=True)
class WordPart:
    """A part of the file: a heading with what is below it."""

    printed: str
    """The heading as it is printed."""

    number: int
    """Which paragraph of the file the heading is."""

    blocks: list[WordBlock] = field(default_factory=list)
    target: str = ""
    """The field of a case that the text is for; empty if it is not used."""

    heading: str = ""
    """The heading in the record, of a briefing with its own parts."""

    is_alike: bool = True
    """True if the heading looks like most others."""

    @property
    def heading_block(self) -> WordBlock:
        """The heading as a line of the text."""
        return WordBlock(
            WordBlockKind.HEADING, self.number, self.printed, escape_line_start(escape_markdown(self.printed)), 6
        )


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts, and what is above the first of them."""

    opening: tuple[WordBlock, ...]
    parts: tuple[WordPart, ...]
    tables: tuple[str, ...] = ()
    """The first words of each table that is no layout, and so was left out."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A block, and the way in which it may be a heading."""

    block: WordBlock
    way: str = ""
    """`style 2`, `bold`, `number`, `cell`, `start`, `capitals` or `words`; empty for a block that can be none."""

    heading: str = ""
    rest: WordBlock | None = None
    """What follows the heading in the same paragraph."""

    is_known: bool = False


def split_into_parts(
    blocks: Iterable[WordBlock], is_known: IsKnown, is_title: IsKnown = lambda text: False
) -> WordParts:
    """Return the parts. The way of making headings that most known headings have is taken for all.

    A line for which `is_title` returns True is no heading of a part, however it looks.
    """
    tables: list[str] = []
    lines = [
        _Line(each.block) if is_title(each.block.text) else each for each in _lines(tuple(blocks), is_known, tables)
    ]
    way = _usual_way(lines)
    opening: list[WordBlock] = []
    parts: list[WordPart] = []
    seen: set[str] = set()
    for line in lines:
        key = line.heading.casefold()
        is_heading = bool(way) and (line.way == way or (line.is_known and line.way and key not in seen))
        if is_heading:
            seen.add(key)
            parts.append(WordPart(line.heading, line.block.number, is_alike=line.way == way))
            if line.rest is not None:
                parts[-1].blocks.append(line.rest)
        elif parts:
            parts[-1].blocks.append(line.block)
        else:
            opening.append(line.block)
    while parts and not parts[0].blocks and not is_known(parts[0].printed):
        # Titles often look like the headings below them.
        first = parts.pop(0)
        opening.append(next(line.block for line in lines if line.block.number == first.number))
    return WordParts(tuple(opening), tuple(parts), tuple(tables))


def flatten_blocks(blocks: Iterable[WordBlock]) -> list[WordBlock]:
    """Return the blocks, with those inside tables in the order in which they are read."""
    found: list[WordBlock] = []
    for block in blocks:
        if block.kind is WordBlockKind.ROW:
            for cell in block.cells:
                found += flatten_blocks(cell)
        else:
            found.append(block)
    return found


def _usual_way(lines: list[_Line]) -> str:
    ways = dict.fromkeys(line.way for line in lines if line.way)

    def score(way: str) -> tuple[int, int]:
        same = [line for line in lines if line.way == way]
        known = sum(line.is_known for line in same)
        return 3 * known + (len(same) if 2 <= len(same) <= 10 else 0), way.startswith("style")

    best = max(ways, key=score, default="")
    return best if best and score(best)[0] >= 2 else ""


def _lines(blocks: tuple[WordBlock, ...], is_known: IsKnown, tables: list[str]) -> list[_Line]:
    lines: list[_Line] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if block.kind is not WordBlockKind.ROW:
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            lines.append(_line(block, following, is_known))
            at += 1
            continue
        end = at
        while end < len(blocks) and blocks[end].kind is WordBlockKind.ROW and blocks[end].table == block.table:
            end += 1
        lines += _of_table([row.cells for row in blocks[at:end]], is_known, tables)
        at = end
    return lines


def _of_table(rows: list[tuple[tuple[WordBlock, ...], ...]], is_known: IsKnown, tables: list[str]) -> list[_Line]:
    """Return the lines of a table that is there for the layout; of one with data, its first words are noted."""
    left = [row for row in rows if len([cell for cell in row if cell]) == 2 and _is_short(row[0])]
    if left and len(left) >= len(rows) / 2 and any(_is_heading_cell(row[0], is_known) for row in left):
        return [line for row in rows for line in _of_row(row, is_known)]
    if (
        len(rows) == 2
        and len(rows[0]) == len(rows[1]) > 1
        and any(_is_heading_cell(each, is_known) for each in rows[0])
    ):
        columns = [(head, cell) for head, cell in zip(*rows, strict=True) if head or cell]
        if all(_is_short(head) for head, _ in columns):
            return [line for column in columns for line in _of_row(column, is_known)]
    cells = [cell for row in rows for cell in row if cell]
    starting = [cell for cell in cells if _line(cell[0], _second(cell), is_known).way]
    if cells and (len(cells) == 1 or len(starting) * 2 >= len(cells)):
        numbers = [number_of(flatten_blocks(cell)[0].text) for cell in starting]
        if len(starting) == len(cells) and all(numbers):
            cells = [cell for _, cell in sorted(zip(numbers, cells, strict=True), key=lambda pair: pair[0])]
        return [line for cell in cells for line in _lines(cell, is_known, tables)]
    words = " ".join(each.text for cell in cells for each in flatten_blocks(cell))
    tables.append(" ".join(words.split()[:8]))
    return []


def _of_row(row: tuple[tuple[WordBlock, ...], ...], is_known: IsKnown) -> list[_Line]:
    """Return the heading in the left cell of a row, and what is in the right one."""
    filled = [cell for cell in row if cell]
    if len(filled) == 2 and _is_short(row[0]):
        head = flatten_blocks(row[0])
        text = squash(" ".join(each.text for each in head))
        block = replace(head[0], text=text, markdown=escape_line_start(escape_markdown(text)))
        heading = _heading(text)
        return [
            _Line(block, "cell", heading, None, is_known(heading)),
            *(_Line(each) for each in flatten_blocks(filled[1])),
        ]
    return [line for cell in filled for line in _lines(cell, is_known, [])]


def _is_short(cell: tuple[WordBlock, ...]) -> bool:
    words = [word for each in flatten_blocks(cell) for word in each.text.split()]
    return 0 < len(words) <= _MOST_WORDS


def _is_heading_cell(cell: tuple[WordBlock, ...], is_known: IsKnown) -> bool:
    texts = flatten_blocks(cell)
    return bool(texts) and is_known(_heading(squash(" ".join(each.text for each in texts))))


def _second(cell: tuple[WordBlock, ...]) -> WordBlock | None:
    return cell[1] if len(cell) > 1 else None


def _heading(text: str) -> str:
    return squash(text).strip(" :\u2013\u2014-")


def _line(block: WordBlock, following: WordBlock | None, is_known: IsKnown) -> _Line:
    if block.kind is WordBlockKind.ROW:
        return _Line(block)
    heading = _heading(block.text)
    known = is_known(heading)
    count = len(heading.split())
    if block.kind is WordBlockKind.HEADING:
        return _Line(block, f"style {block.level}", heading, None, known)
    if block.bold_start and len(block.bold_start.split()) <= _MOST_WORDS:
        start = _heading(block.bold_start)
        if is_known(start) or (block.bold_start.rstrip().endswith(":") and block.kind is WordBlockKind.TEXT):
            return _Line(block, "start", start, _after(block), is_known(start))
    is_sentence = heading.endswith((".", ",", ";")) or count > _LONG_HEADING
    if is_sentence or count > _MOST_WORDS:
        return _Line(block)
    if block.is_bold and (block.kind is WordBlockKind.TEXT or block.is_numbered or known):
        return _Line(block, "bold", heading, None, known)
    has_item_after = following is not None and following.kind is WordBlockKind.ITEM and following.is_numbered
    if block.kind is WordBlockKind.ITEM:
        is_alone = block.is_numbered and not has_item_after
        return _Line(block, "number", heading, None, known) if is_alone and known else _Line(block)
    if number_of(heading) and without_number(heading)[:1].isupper():
        return _Line(block, "number", heading, None, known)
    if heading.isupper() and count > 0 and any(len(word) > 3 for word in heading.split()):
        return _Line(block, "capitals", heading, None, known)
    return _Line(block, "words" if known else "", heading, None, known)


def _after(block: WordBlock) -> WordBlock | None:
    """Return what follows the bold words at the start of a paragraph."""
    text = block.text[len(block.bold_start) :].lstrip(" :\u2013\u2014-")
    bold_end = block.markdown.find("**", block.markdown.find("**") + 2)
    markdown = (
        block.markdown[bold_end + 2 :].lstrip(" :\u2013\u2014-")
        if bold_end > 0
        else escape_line_start(escape_markdown(text))
    )
    return replace(block, text=text, markdown=escape_line_start(markdown), bold_start="") if text else None
