"""The words of the index, in files of a few kilobytes.

A browser fetches the whole file that a word lies in. Pagefind makes files of some 27 KB; here they are a few times
smaller, and so is what a first query costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from generator.search.packed import Value, first, items, read_packed, size_of, write_packed

_BYTES_AT_LEAST: Final = 12_000
"""Before they are compressed; a file ends with the first family of words that brings it there."""

_FAMILY: Final = 3
"""Words that begin with the same three letters stay in one file: a browser that is asked for the beginning of a word
looks into one."""

_SUFFIX: Final = ".pf_index"


def cut_finer(folder: Path, listed: list[Value]) -> list[Value]:
    """Writes the files of words anew, and their list: the first word, the last and the name of each."""
    words: list[Value] = []
    for each in listed:
        path = folder / f"{items(each, at_least=3)[2]}{_SUFFIX}"
        words += items(items(read_packed(path), at_least=1)[0])
        path.unlink()
    words.sort(key=lambda word: first(word).encode())
    return [[first(each[0]), first(each[-1]), write_packed(folder, [[*each]], _SUFFIX)] for each in _cut(words)]


def _cut(words: Iterable[Value]) -> Iterator[list[Value]]:
    part: list[Value] = []
    size = 0
    for _, family in groupby(words, key=lambda word: first(word)[:_FAMILY]):
        for word in family:
            part.append(word)
            size += size_of(word)
        if size >= _BYTES_AT_LEAST:
            yield part
            part, size = [], 0
    if part:
        yield part
