"""Finds the findings and recommendations of a report, where a heading or a label says that they are ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.importing.lines import squash
from generator.importing.word.blocks import WordBlock, WordBlockKind
from generator.importing.word.parts import flatten_blocks
from generator.importing.word.texts import as_items

_FIELDS: Final = ("findings", "recommendations")
_MOST_WORDS: Final = 10
_HEADING: Final = re.compile(
    r"(?:(?:section|part|chapter|appendix)\s+)?(?:[\dA-Z]{1,2}(?:\.\d+)*[.):]?\s+)?"
    r"(?:(?:the|our|key|main|all|list|table|overview|summary|of|review|reviewer's|review's|local|national|specific"
    r"|multi-agency|single-agency|single|agency|summary:)\s+)*"
    r"(findings|recommendations|recommendations\s+made)"
    r"(?:\s+(?:of|from|for|to|and|in|made|by|arising)\b(?!.*\b(?:earlier|previous|other|past)\b).{0,60})?",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?:(finding|recommendation)\b(?:\s*(?:no\.?|number)?\s*(\d{1,2}|(?-i:[ivx]{1,4}|[A-Z])))?|([FR])(\d{1,2}))"
    r"(?:\s*[.):\u2013\u2014-]+\s*|\s+(?=(?-i:[A-Z]))|$)",
    re.IGNORECASE,
)
_TYPED_NUMBER: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.)]?|\([a-z\d]{1,2}\)|[a-z][.)])\s+(?=\S)")
_COLUMN: Final = re.compile(r"(?:(?:key|the|main)\s+)*(finding|recommendation)s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReportPoint:
    """A finding or a recommendation, in the words of the report."""

    field: str
    """`findings` or `recommendations`."""

    text: str
    """Markdown."""

    heading: str
    """The heading or label below which it is printed."""

    number: int
    """Which paragraph of the file it is."""


@dataclass(frozen=True, slots=True)
class ReportPoints:
    """The points of a report, and the paragraphs below their headings that are no points."""

    points: tuple[ReportPoint, ...]
    others: tuple[tuple[str, WordBlock], ...]
    """Each with the field that the heading names."""


def find_report_points(blocks: Iterable[WordBlock]) -> ReportPoints:
    """Return the points below the headings "Findings" and "Recommendations", with a label, or in a column of that name.

    A heading for both, such as "Findings and recommendations", says nothing; labels and columns below it do.
    """
    listed = tuple(blocks)
    points: list[ReportPoint] = []
    others: list[tuple[str, WordBlock]] = []
    at = 0
    while at < len(listed):
        block = listed[at]
        field = _field_of_heading(block)
        if field:
            end = _end_of_section(listed, at)
            found, left = _of_section(field, block, listed[at + 1 : end])
            points += found
            others += [(field, each) for each in left]
            at = end
            continue
        end = at + 1
        if block.kind is WordBlockKind.ROW:
            end = _end_of_table(listed, at)
            points += _of_table("", "", listed[at:end])
        elif (label := _label_of(block.text)) and (
            block.kind is not WordBlockKind.TEXT or block.bold_start or block.is_bold
        ):
            end = _end_of_labelled(listed, at)
            points += _labelled(label, listed[at:end])
        at = end
    return ReportPoints(tuple(dict.fromkeys(points)), tuple(others))


def point_values(points: Sequence[ReportPoint]) -> dict[str, list[dict[str, str]]]:
    """Return the values of the fields `findings` and `recommendations`: each point with an id such as `r1`."""
    values: dict[str, list[dict[str, str]]] = {}
    for field in _FIELDS:
        texts = [each.text for each in points if each.field == field]
        if texts:
            values[field] = [{"id": f"{field[0]}{number}", "text": text} for number, text in enumerate(texts, 1)]
    return values


def _is_bold(block: WordBlock) -> bool:
    return block.kind is WordBlockKind.HEADING or (block.is_bold and block.kind is not WordBlockKind.ROW)


def _field_of_heading(block: WordBlock) -> str:
    text = squash(block.text).strip(" :.")
    if block.kind is WordBlockKind.ROW or not text or len(text.split()) > _MOST_WORDS:
        return ""
    match = _HEADING.fullmatch(text)
    if match is None or not (_is_bold(block) or text.isupper() or len(text.split()) <= 3):
        return ""
    names_both = all(each in text.casefold() for each in _FIELDS)
    return "" if names_both else match[1].split()[0].casefold()


def _end_of_section(blocks: tuple[WordBlock, ...], start: int) -> int:
    """Return where the section of a heading ends: at the next heading of its rank."""
    heading = blocks[start]
    for at in range(start + 1, len(blocks)):
        block = blocks[at]
        is_label = bool(_label_of(block.text))
        if block.kind is WordBlockKind.HEADING and not is_label:
            if heading.kind is not WordBlockKind.HEADING or block.level <= heading.level:
                return at
        elif _field_of_heading(block) or (heading.is_bold and _is_bold(block) and not is_label):
            return at
    return len(blocks)


def _end_of_labelled(blocks: tuple[WordBlock, ...], start: int) -> int:
    """Return where a labelled point ends: its own paragraph, and if that is a label alone, the next one."""
    label = _label_of(blocks[start].text)
    rest = blocks[start].text[len(label[1]) :] if label else ""
    has_next = start + 1 < len(blocks) and blocks[start + 1].kind in (WordBlockKind.TEXT, WordBlockKind.ITEM)
    return start + 2 if not rest.strip() and has_next and not _label_of(blocks[start + 1].text) else start + 1


def _label_of(text: str) -> tuple[str, str] | None:
    """Return the field that a label such as `Recommendation 2:` names, and the label; None if the text has none."""
    match = _LABEL.match(text)
    if match is None or not (match[2] or match[4] or match[0].rstrip().endswith(":")):
        return None
    word = (match[1] or match[3]).casefold()
    return ("findings" if word.startswith("f") else "recommendations"), match[0]


def _labelled(label: tuple[str, str], blocks: Sequence[WordBlock]) -> list[ReportPoint]:
    field, printed = label
    own = _without(blocks[0], printed)
    text = own.markdown if own.text else " ".join(each.markdown for each in blocks[1:])
    return [ReportPoint(field, text, printed.strip(" :.-"), blocks[0].number)] if text else []


def _without(block: WordBlock, start: str) -> WordBlock:
    """Return a block without the words at its start."""
    text = block.text[len(start) :].strip()
    if not block.text.startswith(start):
        return block
    plain = block.markdown.replace("**", "").replace("\\", "")
    return replace(block, text=text, markdown=plain[len(start) :].strip(), bold_start="")


def _of_section(
    field: str, heading: WordBlock, blocks: tuple[WordBlock, ...]
) -> tuple[list[ReportPoint], list[WordBlock]]:
    """Return the points of a section, and what is left out of it."""
    points: list[ReportPoint] = []
    left: list[WordBlock] = []
    has_items = any(each.kind is WordBlockKind.ITEM for each in blocks)
    has_labels = any(_label_of(each.text) for each in blocks)
    at = 0
    while at < len(blocks):
        block, end = blocks[at], at + 1
        label = _label_of(block.text)
        if block.kind is WordBlockKind.ROW:
            end = _end_of_table(blocks, at)
            rows = _of_table(field, heading.text, blocks[at:end])
            points += rows
            left += [] if rows else [each for row in blocks[at:end] for each in flatten_blocks([row])]
        elif label is not None:
            end = at + _end_of_labelled(blocks[at:], 0)
            points += _labelled(label, blocks[at:end])
        elif block.kind is WordBlockKind.ITEM and not has_labels:
            while end < len(blocks) and blocks[end].kind is WordBlockKind.ITEM and blocks[end].level > 1:
                end += 1
            points += [
                ReportPoint(field, text, heading.text, block.number) for text in as_items(blocks[at:end])[0] if text
            ]
        elif (number := _TYPED_NUMBER.match(block.text)) and block.kind is WordBlockKind.TEXT and not has_items:
            points.append(ReportPoint(field, _without(block, number[0]).markdown, heading.text, block.number))
        else:
            left.append(block)
        at = end
    return points, left


def _end_of_table(blocks: tuple[WordBlock, ...], start: int) -> int:
    """Return where the table ends whose first row is at `start`."""
    end, table = start + 1, blocks[start].table
    while end < len(blocks) and blocks[end].kind is WordBlockKind.ROW and blocks[end].table == table:
        end += 1
    return end


def _of_table(field: str, heading: str, rows: Sequence[WordBlock]) -> list[ReportPoint]:
    """Return the points of a table: of the column that its first row names, or of the only one with sentences."""
    cells = [[squash(" ".join(each.text for each in flatten_blocks(cell))) for cell in row.cells] for row in rows]
    if not cells:
        return []
    named = {place: match[1].casefold() for place, text in enumerate(cells[0]) if (match := _COLUMN.fullmatch(text))}
    columns = {place: f"{word}s" for place, word in named.items()}
    body = list(zip(rows, cells, strict=True))[1 if columns else 0 :]
    if not columns and field:
        widest = max(len(each) for each in cells)
        long = [
            place
            for place in range(widest)
            if sum(len(row[place].split()) > 3 for row in cells if place < len(row)) * 2 > len(cells)
        ]
        columns = {long[0]: field} if len(long) == 1 else {}
    points = []
    for place, of in columns.items():
        for row, texts in body:
            if place < len(texts) and len(texts[place].split()) > 2:
                found = " ".join(each.markdown for each in flatten_blocks(row.cells[place]))
                label = _label_of(texts[place])
                text = found.replace("**", "")[len(label[1]) :] if label else found
                points.append(ReportPoint(of, text.strip(), heading or cells[0][place], row.number))
    return points
