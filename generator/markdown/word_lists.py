"""Words as they stand in a sentence."""

from __future__ import annotations

from collections.abc import Sequence


def join_words(words: Sequence[str], most: int | None = None) -> str:
    """`a, b and c`; past `most` the rest are counted. Empty for no words."""
    if most is not None and len(words) > most:
        return ", ".join(words[:most]) + f" and {len(words) - most} more"
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
