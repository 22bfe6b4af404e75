"""Finds which item of a changed list was which item before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from generator.editing.record_text.comparison import fingerprint

Pair = tuple[int | None, int | None]
"""The number of an item before and after. The first is None for a new item, the second for one that was removed."""


def align(before: Sequence[Any], after: Sequence[Any]) -> Iterator[Pair]:
    """Yield the items in the order of the changed list, removed ones at their old place.

    Of several changed items in a row, those that are most alike are one item.
    """
    old, new = [fingerprint(each) for each in before], [fingerprint(each) for each in after]
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from zip(range(first, last), range(start, end), strict=True)
        else:
            yield from _align_changed(old, new, list(range(first, last)), list(range(start, end)))


def _align_changed(old: list[str], new: list[str], olds: list[int], news: list[int]) -> Iterator[Pair]:
    while olds and news:
        if len(olds) > len(news):
            skipped = _most_alike(new[news[0]], [old[each] for each in olds[: len(olds) - len(news) + 1]])
            yield from ((each, None) for each in olds[:skipped])
            del olds[:skipped]
        elif len(news) > len(olds):
            skipped = _most_alike(old[olds[0]], [new[each] for each in news[: len(news) - len(olds) + 1]])
            yield from ((None, each) for each in news[:skipped])
            del news[:skipped]
        yield olds.pop(0), news.pop(0)
    yield from ((each, None) for each in olds)
    yield from ((None, each) for each in news)


def _most_alike(text: str, others: list[str]) -> int:
    likeness = [SequenceMatcher(None, text, other).ratio() for other in others]
    return likeness.index(max(likeness))
