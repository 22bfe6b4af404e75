"""The nearest known word to one that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A ready hint, `did you mean "child-neglect"?`; None when nothing known is near."""
    candidates = sorted(set(known))
    near = difflib.get_close_matches(word.lower(), candidates, n=1, cutoff=0.6)
    if not near:
        near = [
            candidate for candidate in candidates if word and (word.lower() in candidate or candidate in word.lower())
        ][:1]
    return f'did you mean "{near[0]}"?' if near else None


def one_of(known: Iterable[str], limit: int = 12) -> str:
    """The known words as a hint, `one of: cspr, sar, alr`; the rest are counted."""
    words = sorted(set(known))
    rest = len(words) - limit
    return "one of: " + ", ".join(words[:limit]) + (f" and {rest} more" if rest > 0 else "")
