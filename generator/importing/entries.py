"""Reads one label with its address into a document or a briefing, and finds the case that it belongs to."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from generator.importing.case_book import CaseBook
from generator.importing.found import FoundBriefing, FoundCase, FoundDocument
from generator.importing.labels import Label, subject_of_thematic_review, understand
from generator.importing.link_labels import text_of_link
from generator.importing.link_words import clean_label, is_generic
from generator.importing.listing import BOLD_LEVEL, Block, BlockKind, Link
from generator.importing.phrases import Phrases
from generator.importing.shared_documents import SharedDocuments, add_document
from generator.importing.states import PrintedState, State

_NO_DOCUMENT: Final = re.compile(r"^(?:mailto|tel|javascript|data|vbscript|file|sms|about|blob):", re.IGNORECASE)
_HOME: Final = re.compile(r"(?:https?://[^/?#]+)?/?(?:index\.(?:php|html?|aspx?))?", re.IGNORECASE)
_FILE: Final = re.compile(
    r"\.(?:pdf|docx?|pptx?|odt|rtf)(?:$|[?#])|[?&](?:task=download|wpdmdl|attachment|download)", re.I
)
_REPOSITORY: Final = re.compile(
    r"^https?://(?:library\.nspcc\.org\.uk|learning\.nspcc\.org\.uk/case-reviews|(?:www\.)?nationalnetwork\.org\.uk)/",
    re.I,
)
"""The national collections of reports that boards link to."""

_NO_CASE_KINDS_TEXT: Final = """
    form template annual-report toolkit strategy framework agreement protocol guidance booklet information-pack
"""
_NO_CASE_KINDS: Final = frozenset(_NO_CASE_KINDS_TEXT.split())
"""Kinds of documents that a page offers next to reviews, and that belong to no case unless the label names it."""

_MAIN_KINDS: Final = frozenset({"report", "overview-report"})
_LABEL_LEVEL: Final = BOLD_LEVEL + 2


class EntryReader:
    """Reads labels."""

    def __init__(self, book: CaseBook, phrases: Phrases) -> None:
        self._book = book
        self._phrases = phrases
        self._shared = SharedDocuments(book)
        self.above: Block | None = None
        """The block above the one that is being read: it may say what "Read more" is."""

    def end(self) -> None:
        """Place what had to wait for reviews further down."""
        self._shared.end()

    def read(self, link: Link, block: Block) -> None:
        """Read a link of a block. What leads to no document is listed, or skipped if it stays on the page."""
        if not link.address or link.address.startswith("#"):
            if block.kind is not BlockKind.HEADING and link.text and not is_generic(link.text):
                self.read_label(link.text, "", block)
            return
        if _NO_DOCUMENT.match(link.address):
            self._book.add_unplaced(link.text or block.text, link.address, block.place, "the address is no document")
            return
        if not _HOME.fullmatch(link.address):
            self.read_label(text_of_link(link, block, self.above, self._phrases), link.address, block)
        elif "//" in link.address:
            why = "the first page of a website"
            self._book.add_prose(link.text or block.text, block.place, why, link.address)

    def read_label(self, text: str, address: str, block: Block, hint: FoundCase | None = None) -> None:
        """Read a label. `hint` is the case of the row in which it is."""
        label = understand(text, self._phrases)
        label = self._with_context(label)
        case = hint or self._book.current
        if label.series and not self._phrases.series(label.series).is_for_case:
            self._read_topic(label, address, block, case)
        elif label.series:
            self._read_case_briefing(label, address, block, case)
        elif label.kinds:
            self._read_document(label, address, block, case)
        elif label.types or label.unknown_type or label.names:
            self._read_name(label, address, block, case)
        else:
            self._not_understood(label, address, block, case)

    def _with_context(self, label: Label) -> Label:
        """Return a label below a heading such as "7-minute briefings" as a label of that series."""
        context = self._book.series_context()
        if context is None or label.series or label.kinds or label.types:
            return label
        named = replace(
            label, series=context.series, series_words=context.series_words, is_usual=label.is_usual or context.is_usual
        )
        if self._phrases.series(context.series).is_for_case:
            return named if label.names else label
        return replace(named, topic=clean_label(label.printed), names=(), name="", leftover=())

    def _kind_of(self, label: Label) -> str:
        """Return the document kind of a briefing: that of its series, or the one that its words name."""
        kind = self._phrases.kind_of_series(self._phrases.series(label.series))
        return kind or self._phrases.kind_named(label.series_words)

    def _read_topic(self, label: Label, address: str, block: Block, case: FoundCase | None) -> None:
        kind = self._kind_of(label)
        is_entry = bool(address) or block.kind is BlockKind.ITEM
        if not label.topic and case is not None and kind and is_entry and not label.is_plural:
            # "7-minute briefing" below a review, without a topic: it is about that review.
            add_document(case, FoundDocument(kind, label.printed, address, block.place, label.state))
            case.doubt("kind", label.printed, block.place, kind, "it names no topic, and is below the review")
            case.is_proved()
            return
        if not label.topic:
            why = "it names a series of briefings, and no briefing"
            self._book.add_unplaced(label.printed, address, block.place, why)
            return
        inner = understand(label.topic, self._phrases)
        named = self._book.find(label.topic) or (self._book.find(inner.name) if not inner.leftover else None)
        if named is not None:
            document = FoundDocument(kind, label.printed, address, block.place, label.state)
            add_document(named, document)
            named.doubt("kind", label.printed, block.place, document.kind or "?", "its topic is the name of the review")
            return
        found = FoundBriefing(
            label.series,
            label.topic,
            label.printed,
            address,
            block.place,
            kind,
            label.state,
            label.date.date if label.date else None,
            label.is_usual,
            label.series_words,
        )
        self._book.topics.append(found)
        if case is not None:
            case.topics.append(found)

    def _read_case_briefing(self, label: Label, address: str, block: Block, case: FoundCase | None) -> None:
        kind = self._kind_of(label)
        if self._shared.place_or_wait(label, kind, address, block):
            return
        target = self._target(label, block, case)
        if target is None:
            if label.is_plural or not label.leftover:
                why = "it names a series of briefings, and no review"
            else:
                why = "it is not clear which review it is about"
            self._book.add_unplaced(label.printed, address, block.place, why)
            return
        date = label.date.date if label.date and label.date.is_publication else None
        found = FoundBriefing(
            label.series,
            "",
            label.printed,
            address,
            block.place,
            kind,
            label.state,
            date,
            label.is_usual,
            label.series_words,
        )
        if all((each.series, each.address) != (found.series, found.address) for each in target.briefings):
            target.briefings.append(found)
        self._add_type(target, label, block)

    def _read_document(self, label: Label, address: str, block: Block, case: FoundCase | None) -> None:
        kind = next((each for each in label.kinds if each != "report"), label.kinds[0])
        subject = subject_of_thematic_review(label)
        if subject and (case is None or not self._book.is_same(case, subject)):
            case = self._book.find(subject) or self._book.begin(label, block.place, _LABEL_LEVEL, subject)
        if subject:
            label = replace(label, names=(), name="", leftover=())
        if kind in _NO_CASE_KINDS and not label.names:
            self._book.add_unplaced(
                label.printed, address, block.place, f"a document of the kind {kind} belongs to no case"
            )
            return
        if self._shared.place_or_wait(label, kind, address, block):
            return
        target = self._target(label, block, case)
        if target is None or (label.is_plural and not label.names and not target.is_tentative and not address):
            self._book.add_unplaced(label.printed, address, block.place, "it is not clear which review it is about")
            return
        date = label.date.date if label.date and label.date.is_publication else None
        # "Full report / executive summary" is one label for two documents.
        for each in label.kinds if "/" in label.printed else (kind,):
            add_document(target, FoundDocument(each, label.printed, address, block.place, label.state, date))
        target.is_proved()
        self._add_type(target, label, block)
        if label.date is not None and target.published is None and (label.names or kind in _MAIN_KINDS):
            self._book.set_date(target, label)
            if not label.date.is_publication:
                iso, why = label.date.date.iso, "the label of a document has this date, and does not say what it is"
                target.doubt("published", label.printed, block.place, iso, why)
        if len(label.kinds) > 1 and ("/" in label.printed or len(set(label.kinds) - {"report"}) > 1):
            target.doubt("kind", label.printed, block.place, kind, f"it names {', '.join(label.kinds)}")
        if label.leftover and not label.names:
            target.not_understood.extend((each, block.place) for each in label.leftover)

    def _read_name(self, label: Label, address: str, block: Block, case: FoundCase | None) -> None:
        """Read a link that consists of a name, or of a name and a review type: probably the report."""
        target = self._target(label, block, case)
        if target is None:
            self._book.add_unplaced(
                label.printed, address, block.place, "it may name a review, and nothing else shows that"
            )
            return
        if not address:
            return
        document = FoundDocument("report", label.printed, address, block.place, label.state)
        if not _FILE.search(address) and not label.names:
            self._not_understood(label, address, block, case)
            return
        if any(each.kind == "report" and each.address for each in target.documents):
            target.not_understood.append((label.printed, block.place))
            self._book.add_unplaced(label.printed, address, block.place, f"{target.name} has a report already")
            return
        add_document(target, document)
        target.is_proved()
        self._add_type(target, label, block)
        target.doubt("kind", label.printed, block.place, "report", "the label does not say what it is")

    def _not_understood(self, label: Label, address: str, block: Block, case: FoundCase | None) -> None:
        if case is not None and address and any(each.address == address for each in case.documents):
            return  # "Read more" below a name that links to the same document.
        is_short = len(block.text.split()) <= 8 or block.kind is BlockKind.ROW
        if (
            case is not None
            and is_short
            and _REPOSITORY.search(address)
            and all(each.kind != "report" for each in case.documents)
        ):
            state = PrintedState(State.ELSEWHERE, "", 0, 0)
            add_document(case, FoundDocument("report", label.printed, address, block.place, state))
            case.doubt(
                "kind", label.printed, block.place, "report", "the link leads to a national collection of reports"
            )
            return
        if case is not None and address and is_generic(label.printed) and _FILE.search(address):
            above = case.documents[-1] if case.documents else None
            if above is not None and not above.address and above.state is None:
                above.address = address  # "Overview report", and "Download" on the next line.
                return
            document = FoundDocument("report", label.printed, address, block.place, label.state)
            if all(each.kind != "report" for each in case.documents):
                add_document(case, document)
                case.doubt("kind", label.printed, block.place, "report", "the label does not say what it is")
                return
        if case is not None and (address or label.state):
            if label.state and case.documents:
                case.documents[-1].state = case.documents[-1].state or label.state
                return
            case.not_understood.append((label.printed, block.place))
            why = f"it is below {case.name}, and the label does not say what it is"
        else:
            why = "no review is named"
        self._book.add_unplaced(label.printed, address, block.place, why)

    def _target(self, label: Label, block: Block, case: FoundCase | None) -> FoundCase | None:
        """Return the case that a label names, or the one that is being read. A label may begin a case."""
        if not label.names:
            has_other_words = any(len(each.split()) > 3 for each in label.leftover)
            return None if has_other_words and case is None else case
        if case is not None and self._book.is_same(case, label.name):
            return case
        known = self._book.find(label.name)
        if known is not None:
            if block.kind is not BlockKind.ROW:
                self._book.current = known
            return known
        if set(label.kinds) & _NO_CASE_KINDS and not label.is_certain_name:
            return None
        # "SAR Fay: report, Watch": another word on the line that names the review.
        is_of_line = (
            case is not None and case.place == block.place and case.printed not in [x.text for x in block.links]
        )
        is_of_heading = case is not None and (case.level <= BOLD_LEVEL or is_of_line)
        if case is not None and is_of_heading and not label.types and not label.is_certain_name:
            # A capitalised word below a heading with a name: "Grace: Chronology report".
            case.not_understood.append((label.name, block.place))
            return case
        is_case = (
            label.types or label.unknown_type or label.is_certain_name or label.date or self._book.has_types_above()
        )
        if is_case or (label.kinds and not set(label.kinds) & _NO_CASE_KINDS and "report" not in label.kinds):
            return self._book.begin(label, block.place, _LABEL_LEVEL)
        if self._book.is_known(label.name) or label.kinds or label.series:
            begun = self._book.begin(label, block.place, _LABEL_LEVEL)
            begun.is_tentative = False
            begun.doubt("name", label.printed, block.place, label.name, "only the label of a document names it")
            return begun
        return None

    def _add_type(self, case: FoundCase, label: Label, block: Block) -> None:
        if label.types or label.unknown_type:
            self._book.add_facts(case, replace(label, state=None, date=None), block.place)
