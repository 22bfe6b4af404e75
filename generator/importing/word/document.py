"""Reads a Word file into blocks. Only what is printed is read: no comments, no deleted and no hidden text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from io import BytesIO
from typing import Any, Final

import mammoth

from generator.file_cleaning.word_copy import WordCopy, WordCopyError, copy_of_word_file
from generator.importing.word.blocks import WordBlock, blocks_of_html

LARGEST_WORD_FILE: Final = 60_000_000
"""The largest file that is read, in bytes. Most of a large one is pictures."""


class WordProblem(Enum):
    """Why a Word file cannot be read."""

    IS_PDF = auto()
    IS_OLD_WORD = auto()
    IS_OPEN_DOCUMENT = auto()
    IS_RICH_TEXT = auto()
    IS_PROTECTED = auto()
    IS_ANOTHER_FILE = auto()
    IS_EMPTY = auto()
    IS_DAMAGED = auto()
    IS_TOO_LARGE = auto()


@dataclass(frozen=True, slots=True)
class WordDocument:
    """What a Word file says."""

    file: str
    blocks: tuple[WordBlock, ...]
    title: str = ""
    """The first line with the style Title; empty if it has none."""

    left_out: tuple[str, ...] = ()
    """What is not in the blocks, each as a phrase such as `2 comments`."""

    tracked_changes: int = 0
    """The number of changes that nobody has accepted or rejected yet."""

    was_cut: bool = False
    """True if the file has more paragraphs than are read."""


_LEFT_OUT: Final = {
    "comment": "comment",
    "deletion": "deleted piece of text in tracked changes",
    "picture": "picture, chart or drawing",
    "box": "text box",
    "note": "footnote or endnote",
    "hidden": "piece of hidden text",
    "object": "embedded object",
    "contents": "table of contents",
    "header": "header or footer",
}
_PLURALS: Final = {
    "comment": "comments",
    "deletion": "deleted pieces of text in tracked changes",
    "picture": "pictures, charts or drawings",
    "box": "text boxes",
    "note": "footnotes or endnotes",
    "hidden": "pieces of hidden text",
    "object": "embedded objects",
    "contents": "tables of contents",
    "header": "headers or footers",
}
_STYLE_MAP: Final = "\n".join(
    [
        "p[style-name='Title'] => h1.title:fresh",
        *(f"p[style-name='heading {level}'] => h{min(level, 6)}:fresh" for level in range(1, 10)),
        "u => ",
        "strike => ",
    ]
)


def read_word(data: bytes, file: str) -> WordDocument | WordProblem:
    """Return what a Word file prints, or why it cannot be read."""
    problem = _problem_of(data)
    if problem is not None:
        return problem
    try:
        copy = copy_of_word_file(data)
    except WordCopyError as error:
        return _PROBLEMS.get(str(error), WordProblem.IS_DAMAGED)
    html = _html_of(copy)
    if html is None:
        return WordProblem.IS_DAMAGED
    blocks, title = blocks_of_html(html)
    if not blocks:
        return WordProblem.IS_EMPTY
    return WordDocument(file, blocks, title, _phrases(copy.left_out, copy.boxes), copy.tracked_changes, copy.was_cut)


def _problem_of(data: bytes) -> WordProblem | None:
    """Return what a file is, if it is no Word file of today."""
    head = data[:1024]
    if not data.strip(b"\0 \t\r\n"):
        return WordProblem.IS_EMPTY
    if len(data) > LARGEST_WORD_FILE:
        return WordProblem.IS_TOO_LARGE
    if b"%PDF-" in head:
        return WordProblem.IS_PDF
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        is_protected = "EncryptedPackage".encode("utf-16-le") in data
        return WordProblem.IS_PROTECTED if is_protected else WordProblem.IS_OLD_WORD
    if head.lstrip().startswith(b"{\\rtf"):
        return WordProblem.IS_RICH_TEXT
    return None if head.startswith(b"PK\x03\x04") else WordProblem.IS_ANOTHER_FILE


_PROBLEMS: Final = {
    "too large": WordProblem.IS_TOO_LARGE,
    "protected": WordProblem.IS_PROTECTED,
    "open document": WordProblem.IS_OPEN_DOCUMENT,
    "another file": WordProblem.IS_ANOTHER_FILE,
}


def _html_of(copy: WordCopy) -> str | None:
    """Return the text with its headings, lists and tables as HTML; None if mammoth cannot read the file."""
    try:
        result: Any = mammoth.convert_to_html(
            BytesIO(copy.data), style_map=_STYLE_MAP, include_embedded_style_map=False, external_file_access=False
        )
    except Exception:  # noqa: BLE001 mammoth names no errors: each one means that the file breaks the format
        return None
    return str(result.value)


def _phrases(left_out: Counter[str], boxes: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for what, count in left_out.items():
        phrase = f"1 {_LEFT_OUT[what]}" if count == 1 else f"{count} {_PLURALS[what]}"
        if what == "box":
            begins = ", ".join(f'"{each}"' for each in boxes[:5])
            phrase += f" ({'it begins' if count == 1 else 'they begin'} with {begins})" if begins else ""
        found.append(phrase)
    return tuple(found)
