"""Documents that belong to several reviews: a statement about two, or a lessons learned briefing about three."""

from __future__ import annotations

from dataclasses import replace

from generator.importing.case_book import CaseBook
from generator.importing.found import FoundCase, FoundDocument
from generator.importing.labels import Label
from generator.importing.listing import Block
from generator.importing.names import name_key


class SharedDocuments:
    """Gives a document to each review that its label names."""

    def __init__(self, book: CaseBook) -> None:
        self._book = book
        self._waiting: list[tuple[Label, str, str, Block]] = []
        """Labels of which one review comes later on the pages, each with the kind of document and its address."""

    def end(self) -> None:
        """Place what had to wait for reviews further down."""
        for label, kind, address, block in self._waiting:
            self.place_or_wait(label, kind, address, block, is_end=True)
        self._waiting = []

    def place_or_wait(self, label: Label, kind: str, address: str, block: Block, is_end: bool = False) -> bool:
        """Give a document for several reviews to each of them. Return False for a label that names one review."""
        names = self._joined_names(label)
        if not names:
            return False
        cases = [case for each in names if (case := self._book.find(each)) is not None]
        if len(cases) < len(names) and not is_end:
            self._waiting.append((label, kind, address, block))
        elif len(cases) < len(names) or not kind:
            self._book.add_unplaced(
                label.printed, address, block.place, f"it is about several reviews: {', '.join(names)}"
            )
        else:
            document = FoundDocument(kind, label.printed, address, block.place, label.state)
            add_document(cases[0], document)
            for other in cases[1:]:
                add_document(other, replace(document, shared_with=cases[0].key))
                other.doubt(
                    "kind", label.printed, block.place, f"{kind} of {cases[0].name}", "several reviews share it"
                )
        return True

    def _joined_names(self, label: Label) -> list[str]:
        """Return the names of the reviews that a label joins: a statement for several. Empty if it names one review."""
        is_one = self._book.find(label.name) is not None or self._book.is_in_library(label.name)
        if len(label.names) < 2 or is_one:
            return []
        found: list[str] = []
        names = label.names
        while names:
            # One review may have several names: "Ash, Elm and Oak" are the reviews "Ash" and "Elm and Oak".
            most = min(len(names), len(label.names) - 1)
            joined = (" and ".join(names[:n]) for n in range(most, 0, -1))
            name = next((each for each in joined if self._book.is_known(each) or self._book.is_in_library(each)), "")
            if not name:
                return []
            found.append(name)
            names = names[name.count(" and ") + 1 :]
        return found


def add_document(case: FoundCase, document: FoundDocument) -> None:
    """Add a document to a review, or complete the same document."""
    for each in case.documents:
        if each.kind == document.kind and (each.address == document.address or not each.address):
            each.address = each.address or document.address
            each.state = each.state or document.state
            return
        if each.kind == document.kind and not document.address and name_key(each.printed) == name_key(document.printed):
            return
    case.documents.append(document)
