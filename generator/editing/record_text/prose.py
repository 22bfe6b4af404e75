"""Line breaks in the prose of records: a paragraph has several lines in a file, and is one line in a form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_STARTS_A_BLOCK: Final = re.compile(
    r"\s*(?:[-*+](?: |$)|\d+[.)](?: |$)|#{1,6}(?: |$)|>|\||```|~~~|:::|={2,}$|-{2,}$)|\s{4}"
)
"""Text at the start of a line that Markdown reads as more than the next words of a paragraph."""

_KEPT_AS_IT_IS: Final = re.compile(r"\s*(?:#{1,6} |\||:::)|\s{4}")
"""A line that may never be broken: a heading, a row of a table, code."""

_FENCE: Final = re.compile(r"\s*(?:```|~~~)")
_HARD_BREAK: Final = ("  ", "\\")
_WORDS: Final = re.compile(r"^ +|[^ ]+(?: {2,}$)?")
_INDENT_OF_CODE: Final = 4
_ITEM: Final = re.compile(r"[-*+]|\d+[.)]")


@dataclass(slots=True)
class _Word:
    """A word, the spaces before the first word of a line, or a whole line that stays as it is."""

    text: str
    breaks: bool = False
    """True if the file breaks the line behind this word, and a reader does not see it."""


_LINE_END: Final = "\n"


def join_lines(text: str) -> str:
    """Return prose with each paragraph on one line, as a form shows it. Markdown reads both in the same way."""
    return "\n".join(_joined(line) for line in _lines_of(_words_of(text)))


def wrap_like(before: str, text: str, width: int) -> str:
    """Return prose with the line breaks of `before` wherever the words are the same.

    Only lines that become longer than `width` are broken at another word.
    """
    old, new = _words_of(before), _words_of(join_lines(text))
    matches = SequenceMatcher(None, [word.text for word in old], [word.text for word in new], autojunk=False)
    for match in matches.get_matching_blocks():
        for number in range(match.size):
            new[match.b + number].breaks = old[match.a + number].breaks
    paragraphs = list(_lines_of(new))
    # A single paragraph may be written below `>`, where an indented line would not be joined with the others.
    may_hang = len(paragraphs) > 1
    return "\n".join(line for paragraph in paragraphs for line in _wrapped(paragraph, width, may_hang))


def _words_of(text: str) -> list[_Word]:
    words: list[_Word] = []
    before: str | None = None
    in_fence = False
    for line in text.strip("\n").split("\n"):
        is_fence = _FENCE.match(line) is not None
        if before is not None:
            if in_fence or is_fence or not _is_soft(before, line):
                words.append(_Word(_LINE_END))
                words += _words_in(line, in_fence or is_fence)
            else:
                words[-1].breaks = True
                words += [_Word(each) for each in _WORDS.findall(_without_end(line).lstrip(" "))]
        else:
            words += _words_in(line, is_fence)
        in_fence ^= is_fence
        # The end of a fence is not the start of a paragraph.
        before = "" if is_fence else line
    return words


def _words_in(line: str, is_code: bool) -> list[_Word]:
    line = _without_end(line)
    if is_code or _KEPT_AS_IT_IS.match(line):
        return [_Word(line)] if line else []
    return [_Word(each) for each in _WORDS.findall(line)]


def _without_end(line: str) -> str:
    """Return a line without the space at its end. Two spaces stay: Markdown breaks the line there."""
    return line if line.endswith("  ") and line.strip(" ") else line.rstrip(" ")


def _is_soft(before: str, after: str) -> bool:
    """Return True if a line break between two lines is only for the width of the file."""
    return bool(
        before.strip(" ")
        and after.strip(" ")
        and not _STARTS_A_BLOCK.match(after)
        and not before.endswith(_HARD_BREAK)
        and not _KEPT_AS_IT_IS.match(before)
    )


def _lines_of(words: Iterable[_Word]) -> Iterator[list[_Word]]:
    line: list[_Word] = []
    for word in words:
        if word.text == _LINE_END:
            yield line
            line = []
        else:
            line.append(word)
    yield line


def _joined(words: list[_Word]) -> str:
    indent, rest = _without_indent(words)
    return indent + " ".join(word.text for word in rest)


def _without_indent(words: list[_Word]) -> tuple[str, list[_Word]]:
    if words and not words[0].text.strip(" "):
        return words[0].text, words[1:]
    return "", words


def _wrapped(words: list[_Word], width: int, may_hang: bool) -> Iterator[str]:
    """Yield the lines of one paragraph."""
    indent, rest = _without_indent(words)
    hanging = indent + (" " * (len(rest[0].text) + 1) if rest and may_hang and _ITEM.fullmatch(rest[0].text) else "")
    hanging = hanging if len(hanging) < _INDENT_OF_CODE else indent
    line, has_overflowed = indent, False
    for number, word in enumerate(rest):
        is_blank = not line.strip(" ")
        if not is_blank and len(line) + 1 + len(word.text) > width and not _STARTS_A_BLOCK.match(word.text):
            yield line
            line, has_overflowed = hanging + word.text, True
        else:
            line += word.text if is_blank else f" {word.text}"
        if not word.breaks or number + 1 == len(rest) or _STARTS_A_BLOCK.match(rest[number + 1].text):
            continue
        if has_overflowed and len(line) + 1 + len(_until_break(rest[number + 1 :])) <= width:
            # What moved down from the line above is joined with the next line.
            has_overflowed = False
            continue
        yield line
        line, has_overflowed = hanging, False
    yield line


def _until_break(words: Iterable[_Word]) -> str:
    """Return the words up to the next line break in the file."""
    until: list[str] = []
    for word in words:
        until.append(word.text)
        if word.breaks:
            break
    return " ".join(until)
