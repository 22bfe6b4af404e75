"""Facts about a PDF, read from the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from generator.model.tag_issues import TagIssue


@dataclass(frozen=True, slots=True)
class PdfLink:
    """A web link in a PDF."""

    page: int
    """1-based."""

    address: str


MOST_PICTURE_PAGES: Final = 2
"""Pages that are a picture and no fault: the cover and the back of a report."""


class HiddenTextCause(StrEnum):
    """Why readers cannot see a text, as the end of the sentence `words that are ...`."""

    MARK = "under a comment, a stamp or a box that is not part of the page"
    COVERED = "under a box or a picture, or in a hidden layer"
    COLOUR = "in the colour of the paper"
    OUTSIDE = "outside the visible page"
    INVISIBLE = "set as invisible"
    TINY = "too small to be seen"


@dataclass(frozen=True, slots=True)
class HiddenText:
    """Text on a page that readers cannot see and that copying or searching would show. Never the text itself."""

    page: int
    """1-based."""

    cause: HiddenTextCause
    characters: int
    """The number of characters, without spaces."""


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """Facts about one PDF. If the file does not give a fact, it is empty, never guessed."""

    version: str
    """The PDF version in the file's header: `1.7`."""

    pages: int
    title: str
    """The title in its document properties; empty if it has none."""

    language: str
    """`en-GB`; empty if the file gives no language."""

    shows_title: bool
    """True if the window of a PDF reader shows the title and not the file's name."""

    is_tagged: bool
    """True if it has tags, a structure that a screen reader can follow."""

    is_encrypted: bool
    """True if it is encrypted but opens without a password."""

    text_lengths: tuple[int, ...]
    """The number of characters of text on each page; all 0 in a scan."""

    outline: tuple[str, ...]
    """The titles of its bookmarks, in reading order."""

    links: tuple[PdfLink, ...]
    comments: tuple[int, ...]
    """The page of each comment, mark-up or note, 1-based."""

    form_fields: int
    embedded_files: tuple[str, ...]
    """The names of files attached to the PDF."""

    scripts: tuple[str, ...]
    """Actions that would run or start something: `JavaScript`, `Launch`; one entry for each occurrence."""

    names: tuple[str, ...]
    """The properties that may name a person or an employer: `Author`, `dc:creator`. Their values are never included."""

    producer: str
    fonts_not_embedded: tuple[str, ...]
    picture_properties: tuple[str, ...] = ()
    """The kinds of metadata about people and places in its pictures, in words: `a place`. Never the values."""

    picture_pages: tuple[int, ...] = ()
    """The pages that show such a picture, 1-based; empty if the picture is not on a page."""

    covering_marks: tuple[int, ...] = ()
    """The page of each annotation that may cover content: filled boxes, and planned redactions. 1-based."""

    signatures: int = 0
    """The number of signatures made with a certificate, which names the signer."""

    hidden_texts: tuple[HiddenText, ...] = ()
    """The text that readers cannot see, one entry for each page and cause."""

    hidden_values: tuple[int, ...] = ()
    """The page of each form field that has a value and is not shown, 1-based; 0 for a field that is on no page."""

    stray_comments: int = 0
    """The number of comments that no page shows any more and that are still in the file."""

    disk_links: tuple[int, ...] = ()
    """The page of each link to a file: on a disk, on a share, or beside this one. 1-based."""

    links_behind: tuple[PdfLink, ...] = ()
    """The page that a link through a mail scanner leads to, for each such link that contains its address."""

    tag_issues: tuple[TagIssue, ...] = ()
    """The faults of the tags and the text for people who hear it, each kind once a page."""

    scanned_pages: tuple[int, ...] = ()
    """The pages without text and form fields that are a picture of a page, 1-based."""

    tags_name_language: bool = False
    """True if the file names no language and its tags name that of all its text."""

    wrong_language: str = ""
    """A language in the file that is not a language tag, such as `english`; empty if there is none."""

    @property
    def is_scan(self) -> bool:
        """True if no page has any text, and there are pictures of pages. Text in form fields is text."""
        return bool(self.scanned_pages) and not any(self.text_lengths) and self.form_fields == 0

    @property
    def is_partly_scanned(self) -> bool:
        """True if some pages have text, and half of the pages or more than two are pictures of pages."""
        count = len(self.scanned_pages)
        return count > 0 and not self.is_scan and (count > MOST_PICTURE_PAGES or 2 * count >= self.pages)
