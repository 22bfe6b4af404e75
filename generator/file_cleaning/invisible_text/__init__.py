"""Finds text in Office files that readers cannot see: in the colour of its background, or too small.

PDFs are drawn to find such text. An Office file cannot be drawn here, so its formats are compared. If it is not known
what is behind a text, such as a picture, the text counts as seen.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from generator.file_cleaning.invisible_text.causes import Cause
from generator.file_cleaning.invisible_text.excel import invisible_in_excel
from generator.file_cleaning.invisible_text.open_document import invisible_in_open_document
from generator.file_cleaning.invisible_text.powerpoint import invisible_in_powerpoint
from generator.file_cleaning.invisible_text.word import invisible_in_word
from generator.file_cleaning.office_finding import OfficeFinding, Step
from generator.file_cleaning.xml_editing import XmlError

__all__ = ["find_invisible_text"]

_STEPS: Final = {
    Cause.COVERED: Step.HIDDEN_SHAPES,
    Cause.HIDDEN_ROW: Step.HIDDEN_TEXT,
    Cause.WEB_HIDDEN: Step.HIDDEN_TEXT,
}


def find_invisible_text(parts: Mapping[str, bytes]) -> Iterator[OfficeFinding]:
    """Yield a finding for each cause, such as `2 pieces of text too small to be seen`."""
    try:
        found = _count(parts)
    except XmlError:
        # A part that cannot be read stops the cleaning, with a finding of its own.
        return
    for cause in Cause:
        count = found[cause]
        if count:
            phrase = "1 piece of text" if count == 1 else f"{count} pieces of text"
            yield OfficeFinding(f"{phrase} {cause.describe(count)}", _STEPS.get(cause, Step.INVISIBLE))


def _count(parts: Mapping[str, bytes]) -> Counter[Cause]:
    if "content.xml" in parts:
        return invisible_in_open_document(parts)
    if "word/document.xml" in parts:
        return invisible_in_word(parts)
    if "xl/workbook.xml" in parts:
        return invisible_in_excel(parts)
    return invisible_in_powerpoint(parts)
