"""Writes the blocks of a Word file as the Markdown of a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.importing.word.blocks import WordBlock, WordBlockKind


def as_text(blocks: Sequence[WordBlock]) -> str:
    """Return paragraphs and lists. A heading between them is a line in bold, as texts of records have no headings."""
    pieces: list[str] = []
    chain: list[tuple[int, int]] = []
    for block in blocks:
        if block.kind is not WordBlockKind.ITEM:
            pieces.append("\n\n" + _paragraph(block))
            chain = []
            continue
        is_first = not chain
        depth = min(block.level, len(chain) + 1)
        number = chain[depth - 1][1] + 1 if depth <= len(chain) else 1
        mark = f"{number}. " if block.is_numbered else "- "
        chain = chain[: depth - 1]
        pieces.append(("\n\n" if is_first else "\n") + " " * sum(width for width, _ in chain) + mark + block.markdown)
        chain.append((len(mark), number))
    return "".join(pieces).strip("\n")


def as_items(blocks: Iterable[WordBlock]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the points of a list, and the sentences that only introduce them and are left out.

    Each paragraph is a point, and so is each item. Items below an item are part of it. A heading between the points
    begins the point after it, in bold.
    """
    points: list[list[WordBlock]] = []
    left_out: list[str] = []
    heading: WordBlock | None = None
    for block, following in _pairs(blocks):
        if block.kind is WordBlockKind.ITEM and block.level > 1 and points:
            points[-1].append(block)
        elif block.kind is WordBlockKind.HEADING or (block.is_bold and block.kind is WordBlockKind.TEXT):
            heading = block
        elif (
            block.kind is WordBlockKind.TEXT
            and block.text.endswith(":")
            and following is not None
            and following.kind is WordBlockKind.ITEM
        ):
            left_out.append(block.text)
        else:
            points.append([block] if heading is None else [heading, block])
            heading = None
    if heading is not None:
        left_out.append(heading.text)
    return tuple(_point(each) for each in points), tuple(left_out)


def _point(blocks: list[WordBlock]) -> str:
    heading = blocks[0] if len(blocks) > 1 and blocks[0].kind is not WordBlockKind.ITEM else None
    if heading is not None and (heading.kind is WordBlockKind.HEADING or heading.is_bold):
        blocks = blocks[1:]
    else:
        heading = None
    first, *below = blocks
    text = first.markdown
    if heading is not None:
        label = heading.markdown.strip("*").rstrip(" :")
        text = f"**{label}:** {text}"
    lower = as_text([_raised(each) for each in below])
    return f"{text}\n\n{lower}" if lower else text


def _raised(block: WordBlock) -> WordBlock:
    return WordBlock(block.kind, block.number, block.text, block.markdown, max(1, block.level - 1))


def _paragraph(block: WordBlock) -> str:
    return f"**{block.markdown}**" if block.kind is WordBlockKind.HEADING else block.markdown


def _pairs(blocks: Iterable[WordBlock]) -> Iterable[tuple[WordBlock, WordBlock | None]]:
    listed = list(blocks)
    return zip(listed, [*listed[1:], *([None] if listed else [])], strict=True)
