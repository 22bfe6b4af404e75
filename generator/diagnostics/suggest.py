"""Hints that suggest a known word for an unknown one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return a hint such as `did you mean "child-neglect"?`; None if no known word is similar."""
    candidates = sorted(set(known))
    similar = difflib.get_close_matches(word.lower(), candidates, n=1, cutoff=0.6)
    if not similar:
        similar = [
            candidate
            for candidate in candidates
            if word and candidate and (word.lower() in candidate or candidate in word.lower())
        ][:1]
    return f'did you mean "{similar[0]}"?' if similar else None


def one_of(known: Iterable[str], limit: int = 12) -> str:
    """Return a hint such as `one of: alr, cspr, sar`. Words beyond `limit` are only counted: `and 3 more`."""
    words = sorted(set(known))
    rest = len(words) - limit
    return "one of: " + ", ".join(words[:limit]) + (f" and {rest} more" if rest > 0 else "")
