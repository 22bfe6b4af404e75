"""Says which lines of a page name a review or a topic, by their words and by what is above and below them."""

from __future__ import annotations

import re
from typing import Final

from generator.importing.case_book import CaseBook
from generator.importing.labels import Label, understand
from generator.importing.listing import BOLD_LEVEL, Block, BlockKind
from generator.importing.phrases import Phrases

ITEM_LEVEL: Final = BOLD_LEVEL + 2
"""The level of an item of a list that is a heading by its words."""

_MENU: Final = re.compile(
    r"(?:about|back|click|contact|cookies?|follow|home|more|next|previous|print|privacy|read|search|see|share|skip|top"
    r"|website)\b",
    re.IGNORECASE,
)
"""The first words of lines that lead elsewhere on a site."""


def is_topic_of_list(label: Label, block: Block, book: CaseBook, phrases: Phrases) -> bool:
    """Return True for a short line without a link below a heading such as "7-minute briefings"."""
    series = book.context_series()
    if not series or phrases.series(series).is_for_case or book.current is not None:
        return False
    if label.types or label.state or label.series or label.kinds:
        return False
    words = block.text.split()
    is_item = block.kind is BlockKind.ITEM or block.text[:1].isupper()
    return is_item and len(words) <= 10 and not _MENU.match(block.text)


def is_above_documents(label: Label, block: Block, following: Block | None, book: CaseBook, phrases: Phrases) -> bool:
    """Return True for an item of a list that is a name, with the documents of one review as the next item."""
    below, current = following, book.current
    if block.kind is not BlockKind.ITEM or below is None or below.kind is not BlockKind.ITEM or not below.links:
        return False
    if not label.names or label.leftover or not book.has_types_above():
        return False
    labels = [understand(link.text, phrases) for link in below.links]
    are_documents = all((each.kinds or each.series) and not (each.names or each.topic) for each in labels)
    return are_documents and (current is None or current.level >= ITEM_LEVEL)


def proves_case(label: Label, book: CaseBook) -> bool:
    """Return True if a line that names a review shows that it does."""
    return bool(label.date or label.types or label.unknown_type or label.is_certain_name or book.is_known(label.name))
