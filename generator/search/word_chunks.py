"""Splits the words of the index into files of a few kilobytes.

A browser loads the whole file that has a word. Pagefind makes files of some 27 KB; here they are a few times smaller,
and so is the download for a first query. A common word is not in one file with rare ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
"""Minimum size in bytes, before compression. Words that begin alike and need more have their own file."""

_FAMILY, _BRANCH = 3, 4
"""Numbers of initial letters. Words that begin with the same three letters stay in one file, so that a browser that is
given the beginning of a word loads one file. If they need more than the minimum, the file is for four letters."""

_CHANGED_ENDINGS: Final = ("e", "i")
"""Last letters of stems that the typed word may not have: "care" of "caring", "babi" of "baby"."""

_LAST: Final = "\uffff"
"""Sorts after all letters."""

_SUFFIX: Final = ".pf_index"
_Word = tuple[str, bytes]
"""A word, and all its occurrences, packed."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Words that begin alike."""

    first: str
    last: str
    """A browser loads the file for what is typed between them, also for "sleeping" or "slee" if the word is "sleep"."""

    words: list[_Word]

    @property
    def size(self) -> int:
        return sum(len(data) for _, data in self.words)

    @property
    def is_large(self) -> bool:
        return self.size >= _BYTES_AT_LEAST


def split_word_chunks(folder: Path, chunks: list[Value]) -> list[Value]:
    """Rewrite the word files; return the range of typed words and the name of each. Ranges may overlap."""
    words: list[_Word] = []
    for chunk in chunks:
        path = folder / f"{list_items(chunk, at_least=3)[2]}{_SUFFIX}"
        words += [
            (first_item(word), pack_value(word)) for word in list_items(list_items(read_packed(path), at_least=1)[0])
        ]
        path.unlink()
    words.sort(key=lambda word: word[0].encode())
    return [
        [
            part[0].first,
            max(group.last for group in part),
            write_data(folder, pack_list([pack_list([data for group in part for _, data in group.words])]), _SUFFIX),
        ]
        for part in _split_into_chunks(words)
    ]


def _split_into_chunks(words: Iterable[_Word]) -> Iterator[list[_Group]]:
    part: list[_Group] = []
    for group in _groups(words):
        if part and (group.is_large or part[-1].is_large or sum(each.size for each in part) >= _BYTES_AT_LEAST):
            yield part
            part = []
        part.append(group)
    if part:
        yield part


def _groups(words: Iterable[_Word]) -> Iterator[_Group]:
    """Yield the words that must stay in one file.

    Pagefind loads each file whose range has the typed word, but the files have stems: "run" for "running". So in a
    divided family the short stems have a file for everything that begins with their three letters.
    """
    for family in _begin_alike(words, _FAMILY):
        if family.is_large:
            yield from _begin_alike([word for word in family.words if _is_short(word)], _FAMILY)
            yield from _begin_alike([word for word in family.words if not _is_short(word)], _BRANCH)
        else:
            yield family


def _is_short(word: _Word) -> bool:
    """Return true if typed forms of a stem may have another fourth letter."""
    return len(word[0]) - word[0].endswith(_CHANGED_ENDINGS) < _BRANCH


def _begin_alike(words: Iterable[_Word], letters: int) -> Iterator[_Group]:
    for beginning, group in groupby(words, key=lambda word: word[0][:letters]):
        yield _Group(beginning, beginning + _LAST if len(beginning) == letters else beginning, [*group])
