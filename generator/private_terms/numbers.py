"""Finds private numbers, such as phone numbers or NHS numbers, with any grouping of their digits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Final

from generator.private_terms.normalisation import normalise
from generator.private_terms.term import Term

_RUN: Final = re.compile(r"[0-9]+(?:[\s()./+-]{1,3}[0-9]+)*")
_GROUP: Final = re.compile(r"[0-9]+")
_ABROAD: Final = re.compile(r"^(?:00)?440?(?=[1-9][0-9]{8,9}$)")
"""The country code of a British number, with or without the zero in brackets."""


class Numbers:
    """Finds numbers by their digits."""

    def __init__(self, terms: Iterable[Term]) -> None:
        """Take `terms`, the entries of the kind `number`."""
        self._meant: dict[str, list[int]] = defaultdict(list)
        for term in terms:
            self._meant[bare_number(term.text)].append(term.line)
        self._longest = max(map(len, self._meant), default=0) + len("0044")

    def __bool__(self) -> bool:
        return bool(self._meant)

    def find(self, text: str) -> Iterator[int]:
        """Yield the list lines of the numbers in a normalised text. A number consists of whole groups of digits."""
        for run in _RUN.finditer(text):
            groups = _GROUP.findall(run[0])
            for place in range(len(groups)):
                for digits in accumulate(groups[place:]):
                    if len(digits) > self._longest:
                        break
                    yield from self._meant.get(_ABROAD.sub("0", digits), ())


def bare_number(text: str) -> str:
    """Return only the digits. A British number is returned without its country code."""
    return _ABROAD.sub("0", "".join(_GROUP.findall(normalise(text))))
