"""Groups the blocks of listing pages into cases: what a heading begins, and what follows it until the next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from generator.importing.case_book import CaseBook, Context
from generator.importing.entries import EntryReader
from generator.importing.found import Found, FoundCase
from generator.importing.labels import Label, subject_of_thematic_review, understand
from generator.importing.link_words import clean_label, is_generic
from generator.importing.listing import BOLD_LEVEL, Block, BlockKind, Listing
from generator.importing.name_lines import ITEM_LEVEL, is_above_documents, is_topic_of_list, proves_case
from generator.importing.names import name_key
from generator.importing.phrases import Phrases
from generator.importing.repeated_headings import RepeatedHeadings
from generator.importing.row_reader import RowReader
from generator.importing.sentences import LINE_LEVEL, LONGEST_HEADING, SentenceReader, is_sentence


def group(listings: Iterable[Listing], phrases: Phrases, in_library: Iterable[str] = ()) -> Found:
    """Return the cases of all pages. The pages are read twice: names found anywhere are known everywhere.

    `in_library` has the names of the cases that the library has already.
    """
    pages = tuple(listings)
    keys = frozenset(filter(None, map(name_key, in_library)))
    first = _Grouper(phrases, frozenset(), keys)
    first.read(pages)
    names = frozenset(name_key(case.name) for case in first.book.cases if not case.is_tentative)
    second = _Grouper(phrases, names, keys)
    second.read(pages)
    return second.book.found()


class _Grouper:
    def __init__(self, phrases: Phrases, known: frozenset[str], in_library: frozenset[str]) -> None:
        self.book = CaseBook(phrases, known, in_library)
        self._phrases = phrases
        self._entries = EntryReader(self.book, phrases)
        self._rows = RowReader(self.book, self._entries, phrases)
        self._sentences = SentenceReader(self.book, phrases)
        self._repeated = RepeatedHeadings(self.book, phrases)
        self._following: Block | None = None
        """The block below the one that is being read."""
        self._names_in_list = 0
        """How many items of a list, one below the other, have named a review and nothing else."""

    def read(self, listings: Iterable[Listing]) -> None:
        for listing in listings:
            self.book.begin_page(listing.file)
            for block, self._following in pairwise((*listing.blocks, None)):
                assert block is not None
                self._read_block(block)
                self._entries.above = block
            self._entries.above = None
            self.book.end_case()
        self._entries.end()

    def _read_block(self, block: Block) -> None:
        if block.kind is not BlockKind.ITEM and self._names_in_list > 1:
            # What is below a list of names is not about the last of them.
            self.book.end_case()
        before = self.book.current
        if block.kind is BlockKind.ROW:
            self._rows.read(block)
        elif block.kind is BlockKind.HEADING:
            self._read_heading(block)
        elif block.links:
            self._read_links(block)
        else:
            self._read_line(block)
        self._repeated.divide(block)
        is_name = block.kind is BlockKind.ITEM and not block.links and self.book.current is not before
        current = self.book.current
        has_facts = current is None or current.has_entries or current.date_is_own or current.state is not None
        self._names_in_list = self._names_in_list + 1 if is_name and not has_facts else 0

    def _read_heading(self, block: Block) -> None:
        label = understand(block.text, self._phrases)
        self.book.close_before_heading(block.level)
        if not self._begin_from(label, block, block.level):
            self._add_context(label, block.level)
        for link in block.links:
            self._entries.read(link, block)

    def _begin_from(self, label: Label, block: Block, level: int) -> bool:
        """Begin a case if a heading names one. Return False if it does not."""
        current = self.book.current
        subject = subject_of_thematic_review(label)
        if subject:
            self.book.begin(label, block.place, level, subject)
            return True
        is_section = label.is_plural and label.types and not (label.is_certain_name or label.date)
        if label.names and not (label.series and label.topic) and not is_section:
            if current is not None and self.book.is_same_review(current, label):
                self.book.add_facts(current, label, block.place)
                self._repeated.add(label, block, level)
                return True
            if (
                (label.kinds or label.series)
                and label.name
                and self.book.find(label.name) is None
                and not (label.date or label.types or label.is_certain_name or self.book.is_known(label.name))
            ):
                return False
            self.book.begin(label, block.place, level)
            self._repeated.add(label, block, level)
            return True
        return False

    def _add_context(self, label: Label, level: int) -> None:
        self.book.close_contexts(level)
        current = self.book.current
        date = label.date.date if label.date else None
        is_only_parts = not label.leftover and not label.names and bool(label.kinds or label.series) and not label.types
        if current is not None and (
            level < current.level
            or (level == current.level and not is_only_parts)
            or (label.is_plural and label.types)
            or (level == BOLD_LEVEL and current.level > BOLD_LEVEL and not is_only_parts)
        ):
            self.book.end_case()
            current = None
        if current is not None and self.book.takes_date(current, label):
            self.book.set_date(current, label)
            return
        self.book.contexts.append(
            Context(
                level,
                date if not label.leftover or (label.date and label.date.is_publication) or label.types else None,
                label.printed,
                label.types,
                label.unknown_type,
                label.series,
                label.series_words,
                bool(label.series) and label.is_usual,
                label.kinds[0] if label.kinds and not label.types else "",
                bool(label.leftover and (label.types or label.unknown_type)) and not label.is_plural,
            )
        )

    def _read_links(self, block: Block) -> None:
        rest = _without_links(block)
        # The sentence around links may name the case: it comes before them.
        is_named = not all(is_generic(link.text) for link in block.links)
        says_state = len(rest.split()) <= 6 and understand(rest, self._phrases).state is not None
        # "The rapid review is not published." is about the review; "(withdrawn)" is about the link.
        says_state = says_state and not re.search(r"\b(?:review|report) (?:is|was|has|will)\b", rest, re.IGNORECASE)
        if self._begins_with_name(rest, block):
            pass
        elif rest and not says_state and (is_named or len(rest.split()) > LONGEST_HEADING):
            self._sentences.read(rest, block, has_links=True)
        first: FoundCase | None = None
        for link in block.links:
            self._entries.read(link, block)
            first = first or self.book.current
        # "12 March 2024 - SAR Edith (easy read, video)": the date is that of the review named first.
        for words in (block.text.partition(block.links[0].text)[0] if block.links[0].text else "", rest):
            label = understand(words, self._phrases)
            is_only_date = label.date is not None and not (label.leftover or label.names or label.types or label.state)
            if is_only_date and first is not None and first.place == block.place and first.published is None:
                self.book.set_date(first, label)

    def _begins_with_name(self, rest: str, block: Block) -> bool:
        """Begin the review that is named before the links of a line: "Child 3 - published May 2022: report"."""
        # "SAR Hope (2019): 7-minute briefing (download), report (download)".
        before = block.text.partition(block.links[0].text)[0] if block.links[0].text else ""
        named = re.split(r":\s|\s[-\u2013\u2014]\s", before)[0]
        if understand(named, self._phrases).date and len(named) < len(before):
            rest = named
        label = understand(rest, self._phrases)
        is_name_alone = bool(label.names) and not (label.leftover or label.kinds or label.series or label.state)
        if not is_name_alone or is_sentence(rest) or not proves_case(label, self.book):
            return False
        if not clean_label(block.text).startswith(rest[: len(label.name)]) or block.text.startswith(
            block.links[0].text
        ):
            return False
        level = ITEM_LEVEL if block.kind is BlockKind.ITEM else LINE_LEVEL
        return self._begin_from(label, block, level)

    def _read_line(self, block: Block) -> None:
        text = block.text
        if self._begins_with_name_and_state(block):
            return
        if is_sentence(text):
            self._sentences.read(text, block)
            return
        label = understand(text, self._phrases)
        level = ITEM_LEVEL if block.kind is BlockKind.ITEM else LINE_LEVEL
        has_document = bool(label.kinds or label.series)
        if label.names and not has_document and proves_case(label, self.book) and self._begin_from(label, block, level):
            return
        if not has_document and is_above_documents(label, block, self._following, self.book, self._phrases):
            self._begin_from(label, block, level)
            case = self.book.current
            assert case is not None
            case.is_proved()
            why = "only the documents below it show that it is a name"
            case.doubt("name", label.printed, block.place, case.name, why)
            return
        if not has_document and subject_of_thematic_review(label) and label.date:
            self._begin_from(label, block, level)
            return
        if has_document and not (label.is_plural and not label.names and not label.topic):
            self._entries.read_label(text, "", block)
            return
        current = self.book.current
        if label.state and current is not None:
            self.book.set_state(current, label, block.place)
            return
        if is_topic_of_list(label, block, self.book, self._phrases):
            self._entries.read_label(text, "", block)
            return
        if not label.leftover and not label.names and (label.date or label.types or label.series):
            self._read_bare_line(label, level, block)
            return
        self._sentences.read(text, block)

    def _begins_with_name_and_state(self, block: Block) -> bool:
        """Begin a review that is named only to say why it is not published: "Child K - not published because ..."."""
        label = understand(block.text, self._phrases)
        if label.state is None or not label.names:
            return False
        before = understand(clean_label(block.text)[: label.state.start], self._phrases)
        named = before.names and before.name == label.name and not before.leftover and not before.series
        current = self.book.current
        if not named or (current is not None and self.book.is_same(current, before.name)):
            return False
        is_review = before.is_certain_name or before.types or self.book.is_known(before.name)
        if not (is_review or self.book.has_types_above() or self.book.is_below_reviews()):
            return False
        level = ITEM_LEVEL if block.kind is BlockKind.ITEM else LINE_LEVEL
        if before.kinds:
            self._entries.read_label(block.text, "", block)
            return True
        case = self.book.begin(before, block.place, level)
        self.book.add_facts(case, label, block.place)
        return True

    def _read_bare_line(self, label: Label, level: int, block: Block) -> None:
        """Read a line that consists of a date, a review type or the name of a series."""
        current = self.book.current
        is_date = current is not None and self.book.takes_date(current, label)
        if current is not None and not is_date and self._is_below_link(current, label):
            assert label.date is not None
            self.book.set_date(current, label)
            why = "it is below the name, and does not say what it is"
            current.doubt("published", label.printed, block.place, label.date.date.iso, why)
            return
        is_type = bool(label.types) and not label.is_plural
        if label.is_plural and label.series and not self._phrases.series(label.series).is_for_case:
            self.book.end_case()
        if current is not None and (is_date or is_type):
            self.book.add_facts(current, label, block.place)
        else:
            self.book.close_contexts(level)
            self._add_context(label, level)

    def _is_below_link(self, case: FoundCase, label: Label) -> bool:
        """Return True for a day or a month below the link of a review without a date: in a card or a list of files.

        A page whose dates are above the names has one above the first.
        """
        is_precise = label.date is not None and len(label.date.date.iso) > len("2021")
        is_dated_above = any(each.date for each in self.book.contexts)
        return is_precise and not label.types and not label.series and case.published is None and not is_dated_above


def _without_links(block: Block) -> str:
    """Return the text of a block without the texts of its links."""
    text = block.text
    for link in block.links:
        if link.text and link.text != text:
            text = text.replace(link.text, " ", 1)
        elif link.text:
            text = ""
    return re.sub(r"\s+", " ", text).strip(" ,;:|-–—/()[]")  # noqa: RUF001
