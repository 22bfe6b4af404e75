"""Folds characters that look like others, so that a word is found in whichever way a document spells it."""

from __future__ import annotations

import unicodedata
from typing import Final

_LIGATURES: Final = range(0xFB00, 0xFB07)
"""The Latin ligatures, such as "fi" in one character, which many PDFs use."""

_FULL_WIDTH: Final = (range(0xFF10, 0xFF1A), range(0xFF21, 0xFF3B), range(0xFF41, 0xFF5B))
"""Full-width digits and letters."""

_INVISIBLE: Final = "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"

_FOLDED: Final = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for codes in (_LIGATURES, *_FULL_WIDTH) for code in codes},
    **dict.fromkeys(map(ord, _INVISIBLE), ""),
}


def fold_characters(text: str) -> str:
    """Return a text, or HTML, without ligatures, full-width letters and digits, soft hyphens and zero-width spaces.

    Signs of HTML do not change. The browser folds the reader's words in the same way.
    """
    return text.translate(_FOLDED).replace("&shy;", "")
