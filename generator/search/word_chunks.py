"""Splits the words of the index into files of a few kilobytes.

A browser loads the whole file that has a word. Pagefind makes files of some 27 KB; here they are a few times smaller,
and so is the download for a first query.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from generator.search.pagefind_files import (
    Value,
    first_item,
    list_items,
    pack_list,
    pack_value,
    read_packed,
    write_data,
)

_BYTES_AT_LEAST: Final = 5_000
"""Minimum size in bytes, before compression."""

_FAMILY, _BRANCH = 3, 4
"""Numbers of initial letters. Words that begin with the same three letters stay in one file, so that a browser that is
given the beginning of a word loads one file. A branch of four letters gets a separate file only if it is large enough.
"""

_SUFFIX: Final = ".pf_index"
_Word = tuple[str, bytes]
"""A word, and all its occurrences, packed."""


def split_word_chunks(folder: Path, chunks: list[Value]) -> list[Value]:
    """Rewrite the word files; return their list: the first word, the last word and the name of each."""
    words: list[_Word] = []
    for chunk in chunks:
        path = folder / f"{list_items(chunk, at_least=3)[2]}{_SUFFIX}"
        words += [
            (first_item(word), pack_value(word)) for word in list_items(list_items(read_packed(path), at_least=1)[0])
        ]
        path.unlink()
    words.sort(key=lambda word: word[0].encode())
    return [
        [part[0][0], part[-1][0], write_data(folder, pack_list([pack_list([data for _, data in part])]), _SUFFIX)]
        for part in _split_into_chunks(words)
    ]


def _split_into_chunks(words: Iterable[_Word]) -> Iterator[list[_Word]]:
    part: list[_Word] = []
    size = 0
    for beginning, branch in groupby(words, key=lambda word: word[0][:_BRANCH]):
        branch_words = [*branch]
        branch_size = sum(len(data) for _, data in branch_words)
        is_family = bool(part) and part[-1][0][:_FAMILY] == beginning[:_FAMILY]
        if size >= _BYTES_AT_LEAST and (not is_family or branch_size >= _BYTES_AT_LEAST):
            yield part
            part, size = [], 0
        part += branch_words
        size += branch_size
    if part:
        yield part
