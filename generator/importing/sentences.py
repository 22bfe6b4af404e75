"""Reads sentences: the reviews that they are about, and what they say about them."""

from __future__ import annotations

import re
from typing import Final

from generator.importing.case_book import CaseBook
from generator.importing.found import FoundCase
from generator.importing.labels import Label, understand
from generator.importing.listing import BOLD_LEVEL, Block
from generator.importing.mentions import find_mentions, names_one_review
from generator.importing.phrases import Phrases

LINE_LEVEL: Final = BOLD_LEVEL + 1
"""The level of a line of text that is a heading by its words."""

LONGEST_HEADING: Final = 16
"""The most words of a line that may be a heading or a label."""


class SentenceReader:
    """Reads sentences."""

    def __init__(self, book: CaseBook, phrases: Phrases) -> None:
        self._book = book
        self._phrases = phrases

    def read(self, text: str, block: Block, has_links: bool = False) -> None:
        """Read one sentence or paragraph."""
        label = understand(text, self._phrases)
        current = self._book.current
        if current is not None and self._book.names_another_by_number(current, block.text) and not label.names:
            self._book.end_case()
            self._book.add_unplaced(text, "", block.place, "it names a review only by its number")
            return
        is_about_review = bool(label.types or label.unknown_type or re.search(r"\breviews?\b|\breport\b", text, re.I))
        mentions = find_mentions(text) if is_about_review or label.date or label.state else ()
        cases = self._cases_of(mentions, label, block)
        if not cases and not mentions and current is not None and (label.date or label.state):
            cases = [current] if label.state or (label.date and label.date.is_publication) else []
        for case in cases:
            self._book.add_facts(case, label, block.place, is_sentence=True)
        if not cases and not has_links and not _is_boilerplate(text):
            if mentions and is_about_review and label.date is not None:
                why = "it may name a review, and nothing else on the page shows that"
                self._book.add_unplaced(text, "", block.place, why)
            elif current is not None and not current.has_entries and len(current.not_understood) < 10:
                current.not_understood.append((text, block.place))
            else:
                self._book.add_prose(text, block.place)

    def _cases_of(self, mentions: tuple[str, ...], label: Label, block: Block) -> list[FoundCase]:
        """Return the cases that a sentence is about. A sentence with a review type may begin them."""
        current = self._book.current
        if current is not None and any(self._book.is_same(current, each) for each in mentions):
            return [current]
        known = [case for each in mentions if (case := self._book.find(each)) is not None]
        if known and len(known) == len(mentions):
            if len(known) == 1 and (label.types or label.unknown_type):
                self._book.current = known[0]
            return known
        has_type = label.types or label.unknown_type or (label.state and self._book.has_types_above())
        if not has_type and len(mentions) == 1 and names_one_review(block.text) and self._book.has_types_above():
            case = self._book.begin_named(mentions[0], label, block.place, LINE_LEVEL)
            case.doubt("name", label.printed, block.place, case.name, "only a sentence names it")
            return [case]
        if not has_type:
            return known
        return [self._book.begin_named(each, label, block.place, LINE_LEVEL) for each in mentions]


def is_sentence(text: str) -> bool:
    """Return True for a text that is no heading and no label, by its length or its full stop."""
    words = text.split()
    return len(words) > LONGEST_HEADING or (len(words) > 6 and text.rstrip("'\"\u2019\u201d )").endswith((".", ":")))


def _is_boilerplate(text: str) -> bool:
    return (
        re.match(r"^(?:please )?(?:see|find|click|read|use)\b.*\b(?:below|here|link|following)\b", text, re.I)
        is not None
    )
