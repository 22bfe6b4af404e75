"""Regular expressions that are compiled when they are used first."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cached_property


class LazyPattern:
    """A regular expression with some methods of `re.Pattern`, compiled when it is used first.

    For large expressions that few runs need: to compile those of the rules takes longer than many commands.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression. Raises `re.error` for one that is wrong."""
        return re.compile(self.pattern, self.flags)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in a text, or None."""
        return self.compiled.search(text, pos, endpos)

    def match(self, text: str, pos: int = 0) -> re.Match[str] | None:
        """Return the match that begins at a place of a text, or None."""
        return self.compiled.match(text, pos)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of a whole text, or None."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches in a text."""
        return self.compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        """Return the matched texts of an expression without groups."""
        return self.compiled.findall(text)
