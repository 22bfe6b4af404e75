"""How readers can read a record: on its page, in a PDF, on a website, or not online."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Final

from generator.languages import gettext as _


class HowToRead(StrEnum):
    """A way to read a record, the best first. The value is in the address of a filtered list and never changes."""

    READ_HERE = "read-here"
    """Its page has the text."""

    SUMMARY_HERE = "summary-here"
    """Its page has a summary, written from a source about the review. The text itself is elsewhere."""

    PDF = "pdf"
    """A link opens a PDF, of this site or of another."""

    FILE = "file"
    """A link opens a file in another format, such as a Word document."""

    PARTNERSHIP_WEBSITE = "partnership-website"
    """It is on the partnership's website, with or without a known address."""

    ANOTHER_WEBSITE = "another-website"
    NOT_KNOWN = "not-known"
    """It has documents, and nobody who wrote the record knows whether they are online."""

    NOT_ONLINE = "not-online"

    @property
    def label(self) -> str:
        """The words that readers see: `Read here`."""
        return {
            "read-here": _("Read here"),
            "summary-here": _("Summary here"),
            "pdf": _("PDF"),
            "file": _("File to download"),
            "partnership-website": _("On the partnership's website"),
            "another-website": _("On another website"),
            "not-known": _("Not known to be online"),
            "not-online": _("Not online"),
        }[self]

    @property
    def label_off_site(self) -> str:
        """The words in an e-mail or a feed, where "here" would be the wrong place: `On its page`."""
        here = {HowToRead.READ_HERE: _("On its page"), HowToRead.SUMMARY_HERE: _("Summary on its page")}
        return here.get(self) or self.label

    @property
    def can_be_opened(self) -> bool:
        """True if the text is one link away from every page of this site."""
        return self in _OPENED


_OPENED: Final = frozenset({HowToRead.READ_HERE, HowToRead.PDF, HowToRead.FILE})

WaysToRead = tuple[HowToRead, ...]
"""Every way to read a record, the best first. Empty for a notice that has nothing more to read than its summary."""


def label_ways(
    ways: Iterable[HowToRead], off_site: bool = False, documents: Mapping[HowToRead, str] | None = None
) -> str:
    """Return the ways as readers see them: `Read here · PDF`. Empty if there are none.

    If the text can be opened here, where else it may be is left out. A summary is always named. `off_site` is for an
    e-mail or a feed. `documents` has the names of documents to show with the way to read them: `Improvements: PDF`.
    """
    listed = tuple(ways)
    is_opened = can_be_opened(listed)
    shown = [way for way in listed if way.can_be_opened or way is HowToRead.SUMMARY_HERE or not is_opened]
    names = documents or {}
    return " · ".join(_with_name(way.label_off_site if off_site else way.label, names.get(way, "")) for way in shown)


def _with_name(label: str, document: str) -> str:
    """Return `Improvements: PDF`; the label alone if the document has no name."""
    return _("{document}: {label}").format(document=document, label=in_a_list(label)) if document else label


def in_a_list(label: str) -> str:
    """Return a label that does not begin a line: with a small letter, unless it is an abbreviation."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def can_be_opened(ways: Iterable[HowToRead]) -> bool:
    """Return True if readers can open the text here: on the page, or in a document with a known address."""
    return any(way.can_be_opened for way in ways)
