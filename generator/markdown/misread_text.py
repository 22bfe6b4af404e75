"""Finds prose that Markdown reads otherwise than its author meant: pasted lists, years, dashes and indented lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.markdown.commonmark import html_with_places

_FENCE: Final = re.compile(r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)|\Z)", re.DOTALL | re.MULTILINE)
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_BULLET: Final = re.compile(
    r"[ \t]*(?:[•‣◦▪▫■□●○∙\u2043➢➤❖✓✔☐☑\uf000-\uf0ff][ \t\u00a0]*|[·§][ \t\u00a0]+|o[\t\u00a0]+|o {2,})(?=\S)"
)
"""Bullets of Word and LibreOffice, also from their symbol fonts (private use area)."""

_POSSIBLE_BULLET: Final = re.compile(
    r"[ \t]*(?:[\u2013\u2014][ \t\u00a0]+|[-*+](?=[^\W\d_])(?!\w+[*_])|o[ \u00a0])(?=\S)"
)
"""Only a list if two lines of a paragraph begin like this."""

_LETTER: Final = re.compile(r"[ \t]*(?:\((?:[a-h]|[ivx]{1,4}|\d{1,2})\)|(?:[a-h]|[ivx]{1,4})[.)])[ \t\u00a0]+(?=\S)")
_SIGN_OF_A_LINE: Final = re.compile(
    r"\n(?:[ \t]*(?:[^\w\s]|o[ \t\u00a0]|(?:[a-h]|[ivx]{1,4})[.)]|\d)| {4}|\t)|•|▪|●|‣|◦|`|~|<!"
)
"""The beginning of every line that may be misread, and whatever may hide one."""

_BULLETS_IN_LINE: Final = re.compile(r"\S[ \t\u00a0]*[•▪●‣◦][ \t\u00a0]*\S[^•▪●‣◦\n]*[•▪●‣◦][ \t\u00a0]*\S")
_ITEM: Final = re.compile(r" {0,3}(?:[-*+]|\d{1,9}\.)[ \t]+\S")
_NUMBERED: Final = re.compile(r"[ \t]{0,3}(?:> ?)*(?:[-*+][ \t]+)?(\d{1,9})([.)])(?=[ \t]|$)")
_NUMBER_IN_BRACKET: Final = re.compile(r" {0,3}\d{1,9}\)[ \t]+\S")
_UNDERLINE: Final = re.compile(r" {0,3}(-+|=+)[ \t]*$")
_QUOTED_NUMBER: Final = re.compile(r" {0,3}>[ ]?[\d£$€]")
_NO_PARAGRAPH: Final = re.compile(r"[ \t]*(?:$|#{1,6}[ \t]|>|\||<|[-*+][ \t]|\d{1,9}[.)][ \t]|!!!|\?\?\?|:[ \t])")
_ORDERED: Final = re.compile(r'<ol data-sourcepos="(\d+):[^>]*>')
_ITEM_START: Final = re.compile(r'<li data-sourcepos="(\d+):(\d+)-')
_INDENTED: Final = re.compile(r'<pre data-sourcepos="(\d+):(\d+)-\d+:\d+"><code>(.*?)</code></pre>', re.DOTALL)
_CELLS: Final = re.compile(r"\S *\t[ \t]*\S")
"""Two words with a tab between them."""

_HIGHEST_NUMBER: Final = 99
_LONGEST_HEADING: Final = 80


@dataclass(frozen=True, slots=True)
class MisreadText:
    """A place that readers see otherwise than it was meant."""

    line: int
    """1-based, in the text."""

    piece: str
    """The beginning of that line as it is written."""

    slug: str
    """The slug of the rule."""

    message: str
    hint: str


def may_be_misread(text: str) -> bool:
    """Return False for prose in which `misread_texts` finds nothing."""
    return _SIGN_OF_A_LINE.search(f"\n{text}") is not None or _CELLS.search(text) is not None


def misread_texts(text: str, is_page: bool) -> Iterator[MisreadText]:
    """Yield each misread place of a text. Python-Markdown, which renders pages, reads more lists otherwise."""
    lines = _without_code(text).split("\n")
    blocks = list(_blocks(lines))
    yield from _bullets(blocks)
    yield from _underlines(lines, is_page)
    yield from _quotations(lines)
    yield from _tables_with_tabs(blocks)
    if re.search(r"^[ \t>*+-]*\d{1,9}[.)]", text, re.MULTILINE) or re.search(r"^(?: {4}|\t)", text, re.MULTILINE):
        html = html_with_places(text)
        yield from _numbers(html, text.split("\n"), is_page)
        yield from _indented(html, text.split("\n"))
    if is_page:
        yield from _lists_of_pages(lines)


def _without_code(text: str) -> str:
    def empty(match: re.Match[str]) -> str:
        return "\n" * match[0].count("\n")

    return _COMMENT.sub(empty, _FENCE.sub(empty, text)) if "`" in text or "~" in text or "<!" in text else text


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines between empty lines, with the number of the first, 1-based."""
    block: list[str] = []
    for number, line in enumerate((*lines, ""), 1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _at(number: int, line: str, slug: str, message: str, hint: str) -> MisreadText:
    return MisreadText(number, line.strip()[:40].rstrip(), slug, message, hint)


def _bullets(blocks: list[tuple[int, list[str]]]) -> Iterator[MisreadText]:
    slug, hint = "bullets-not-a-list", "begin each item with a hyphen and a space, with an empty line above the first"
    message = "these bullets do not make a list: readers see one paragraph"
    likely = {line for _, block in blocks for line in block if _POSSIBLE_BULLET.match(line)}
    for number, block in blocks:
        lettered = sum(bool(_LETTER.match(each)) for each in block)
        for offset, line in enumerate(block):
            if _BULLET.match(line) or _BULLETS_IN_LINE.search(line):
                yield _at(number + offset, line, slug, message, hint)
                break
            if lettered > 1 and _LETTER.match(line):
                message_of_letters = "these letters do not make a list: readers see one paragraph"
                hint_of_letters = "begin each item with a hyphen, or with 1. 2. 3."
                yield _at(number + offset, line, slug, message_of_letters, hint_of_letters)
                break
            if len(likely) > 1 and line in likely:
                yield _at(number + offset, line, slug, message, hint)
                break


def _tables_with_tabs(blocks: list[tuple[int, list[str]]]) -> Iterator[MisreadText]:
    """Yield each table that was pasted from a document: two lines or more with a tab between their words."""
    message = "this is not a table: readers see its words in one paragraph"
    hint = "write the headings as | One | Two |, then | --- | --- |, and each row below like the headings"
    for number, block in blocks:
        rows = [offset for offset, line in enumerate(block) if _CELLS.search(line) and not _is_item(line)]
        if len(rows) > 1:
            yield _at(number + rows[0], block[rows[0]], "markdown-shown-raw", message, hint)


def _is_item(line: str) -> bool:
    return any(sign.match(line) for sign in (_NO_PARAGRAPH, _BULLET, _LETTER, _POSSIBLE_BULLET))


def _underlines(lines: list[str], is_page: bool) -> Iterator[MisreadText]:
    for number in range(1, len(lines)):
        mark = _UNDERLINE.match(lines[number])
        above = lines[number - 1]
        if mark is None or _NO_PARAGRAPH.match(above) or above.startswith(("    ", "\t")):
            continue
        is_sentence = above.rstrip().endswith((".", "?", "!", ":", ",", ";")) or len(above) > _LONGEST_HEADING
        if is_page and not is_sentence:
            continue  # A heading of a page: P609 checks its level.
        marks = "dashes" if mark[1].startswith("-") else "equals signs"
        message = f"the {marks} below this line make it a heading"
        hint = f"leave an empty line above the {marks}; for a heading, write # and a space before the text instead"
        yield _at(number, above, "underlined-text", message, hint)


def _quotations(lines: list[str]) -> Iterator[MisreadText]:
    for number, line in enumerate(lines, 1):
        if _QUOTED_NUMBER.match(line):
            message = "the > at the beginning of this line makes it a quotation"
            yield _at(number, line, "read-as-list", message, f'write "more than", or \\{line.strip()[:30]}')


def _numbers(html: str, lines: list[str], is_page: bool) -> Iterator[MisreadText]:
    """Yield numbered lists whose numbers readers do not see as they are written."""
    for found in _ORDERED.finditer(html):
        first = int(found[1])
        items = [int(each[1]) for each in _ITEM_START.finditer(html, found.end(), _end_of_list(html, found.end()))]
        written = [(line, *_number_in(lines[line - 1])) for line in dict.fromkeys([first, *items])]
        numbers = [(line, number, mark) for line, number, mark in written if number is not None]
        if not numbers:
            continue
        line, start, mark = numbers[0]
        large = next((each for each in numbers if each[1] > _HIGHEST_NUMBER), None)
        if large is not None:
            line, start, mark = large
            message = f'"{start}{mark}" at the beginning of a paragraph makes it a list with other numbers'
            yield _at(
                line, lines[line - 1], "read-as-list", message, f"write {start}\\{mark} or begin with another word"
            )
        elif is_page and start > 1:
            message = f"this list begins with {start}, and readers see 1"
            hint = f"for a sentence that begins with a number, write {start}\\{mark}; for a list, begin with 1"
            yield _at(line, lines[line - 1], "read-as-list", message, hint)
        else:
            values = [number for _, number, _ in numbers]
            wrong = next((at for at, number in enumerate(values) if number not in (start + at, start)), None)
            if wrong is not None:
                line, number, mark = numbers[wrong]
                message = f"readers see {start + wrong} in this list, where {number} is written"
                hint = f"write {start + wrong}. here; for a sentence that begins with a number, write {number}\\{mark}"
                yield _at(line, lines[line - 1], "read-as-list", message, hint)


def _end_of_list(html: str, start: int) -> int:
    """Return where the list ends whose inside begins at `start`. Items of nested lists are left out by `_number_in`."""
    depth, position = 1, start
    for tag in re.compile(r"<(/?)ol\b").finditer(html, start):
        depth += -1 if tag[1] else 1
        position = tag.start()
        if depth == 0 or not tag[1]:
            return position
    return len(html)


def _number_in(line: str) -> tuple[int | None, str]:
    match = _NUMBERED.match(line)
    return (int(match[1]), match[2]) if match is not None else (None, "")


def _indented(html: str, lines: list[str]) -> Iterator[MisreadText]:
    for found in _INDENTED.finditer(html):
        words = re.findall(r"[^\W\d_]{2,}", found[3])
        line = int(found[1])
        if len(words) > 2 and lines[line - 1].startswith((" ", "\t")):
            message = "the spaces before this line make it a piece of code, in another font and without line breaks"
            hint = "take the spaces out; for a piece of code, write a line of ``` above and below it"
            yield _at(line, lines[line - 1], "indented-text", message, hint)


def _lists_of_pages(lines: list[str]) -> Iterator[MisreadText]:
    slug = "list-on-a-page"
    for number, block in _blocks(lines):
        starts = 0
        while starts < len(block) and re.match(r" {0,3}#{1,6}", block[starts]):
            starts += 1
        rest = block[starts:]
        if not rest:
            continue
        numbered = next((at for at, line in enumerate(rest) if _NUMBER_IN_BRACKET.match(line)), None)
        if numbered is not None and sum(bool(_NUMBER_IN_BRACKET.match(line)) for line in rest) > 1:
            message = "numbers with a bracket do not make a list on a page"
            hint = "write a full stop after each number: 1."
            yield _at(number + starts + numbered, rest[numbered], slug, message, hint)
            continue
        if _ITEM.match(rest[0]):
            yield from _nested_items(number + starts, rest)
        elif not _NO_PARAGRAPH.match(rest[0]) and not rest[0].startswith(("    ", "\t")):
            for offset, line in enumerate(rest[1:], 1):
                if _ITEM.match(line) and _item_number(line) < _HIGHEST_NUMBER:
                    message = "this list is shown as part of the paragraph above it"
                    yield _at(number + starts + offset, line, slug, message, "leave an empty line above the list")
                    break


def _item_number(line: str) -> int:
    return _number_in(line)[0] or 0


def _nested_items(number: int, block: list[str]) -> Iterator[MisreadText]:
    for offset, line in enumerate(block):
        indent = len(line) - len(line.lstrip(" "))
        if offset and indent in (2, 3) and _ITEM.match(line) and not block[0].startswith(" "):
            message = "this item is shown at the same level as the item above it"
            yield _at(
                number + offset, line, "list-on-a-page", message, "begin an item of a nested list with four spaces"
            )
            return
