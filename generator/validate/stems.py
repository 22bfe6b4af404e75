"""Finds which slow patterns could match a text, by pieces of words without which they cannot.

One search for all stems of a rule is faster than a search for any of its patterns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Final, Generic, TypeVar

from ahocorasick_rs import AhoCorasick

from generator.diagnostics import one_line

Key = TypeVar("Key", bound=Hashable)


class StemIndex(Generic[Key]):
    """The stems of patterns: texts in lower case and on one line. Each match of a pattern contains one of its stems."""

    def __init__(self, stems: Mapping[Key, Iterable[str]]) -> None:
        """Take the stems of each pattern. A pattern without stems could match every text."""
        keys: defaultdict[str, set[Key]] = defaultdict(set)
        for key, each in stems.items():
            for stem in each:
                keys[stem].add(key)
        self._keys: Final = dict(keys)
        self._always: Final = stems.keys() - set().union(*keys.values())
        self._search: Final = AhoCorasick(keys)

    def keys_for(self, text: str) -> set[Key]:
        """Return the patterns that could match a text. Case does not matter, and any white space is one space."""
        has_single_spaces = text.isprintable() and "  " not in text
        line = fold_case(text if has_single_spaces else one_line(text))
        found = set(self._search.find_matches_as_strings(line, overlapping=True))
        return self._always.union(*(self._keys[stem] for stem in found))


def fold_case(text: str) -> str:
    """Return a text in lower case, with an i, s and k for the other letters that `re.IGNORECASE` takes for them."""
    if not text.isascii():
        text = text.encode(errors="replace").decode()  # A half of a pair of surrogates, as a PDF may have it.
        text = text.replace("\u0130", "i").replace("\u0131", "i").replace("\u017f", "s")
    return text.lower()  # It makes a k of U+212A.
