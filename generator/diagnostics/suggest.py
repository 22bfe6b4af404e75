"""Hints that suggest a known word for an unknown one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Final

_OPPOSITES: Final = ("not-", "non-", "un", "not ", "non ")
_SHORTEST_PART: Final = 5
"""A shorter word is only recognised in another one if it is a whole part of it."""

_ALIKE: Final = 0.8
"""How alike two words are that are one word with a slip in it."""


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """Return a hint such as `did you mean "child-neglect"?`; None if no known word is similar."""
    similar = _similar(word, known)
    return f'did you mean "{similar}"?' if similar else None


def did_you_mean_path(path: str, known: Iterable[str]) -> str | None:
    """Return a hint for an address or a file: `did you mean "about/contact/"?`; None if no last part is similar.

    Paths of one folder are alike in most letters, so only the last parts are compared.
    """
    by_name: dict[str, list[str]] = {}
    for each in known:
        by_name.setdefault(_last_part(each), []).append(each)
    name = _similar(_last_part(path), by_name, 0.72)
    if not name:
        return None
    nearest = difflib.get_close_matches(path, sorted(by_name[name]), n=1, cutoff=0)
    return f'did you mean "{nearest[0]}"?'


def _last_part(path: str) -> str:
    return path.strip("/").rpartition("/")[2].removesuffix(".md").removesuffix(".html").lower()


def _similar(word: str, known: Iterable[str], cutoff: float = 0.6) -> str | None:
    """Return the known word that is most like a word, or that contains it; None if there is none."""
    candidates = sorted(each for each in set(known) if not _is_opposite(word.lower(), each.lower()))
    similar = difflib.get_close_matches(word.lower(), candidates, n=1, cutoff=cutoff)
    if not similar:
        similar = [
            candidate
            for candidate in candidates
            if _contains(candidate, word.lower()) or _contains(word.lower(), candidate)
        ][:1]
    return similar[0] if similar else None


def _contains(longer: str, shorter: str) -> bool:
    """Return True if the longer word contains the shorter one: `help` in `early-help`, but not `age` in `language`."""
    return (len(shorter) >= _SHORTEST_PART and shorter in longer) or shorter in re.split("[-_ /]", longer)


def _is_opposite(word: str, other: str) -> bool:
    """Return True if one word is the other with "not", "non" or "un" before it, also if it is misspelt a little."""
    for longer, shorter in ((word, other), (other, word)):
        for opposite in _OPPOSITES:
            rest = longer.removeprefix(opposite)
            is_added = rest != longer and not shorter.startswith(opposite)
            if is_added and difflib.SequenceMatcher(None, rest, shorter).ratio() > _ALIKE:
                return True
    return False


def one_of(known: Iterable[str], limit: int = 12) -> str:
    """Return a hint such as `one of: alr, cspr, sar`. Words beyond `limit` are only counted: `and 3 more`."""
    words = sorted(set(known))
    rest = len(words) - limit
    return "one of: " + ", ".join(words[:limit]) + (f" and {rest} more" if rest > 0 else "")
