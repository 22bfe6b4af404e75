"""What a PDF says of itself, found by looking into it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PdfLink:
    """A link to the web inside a PDF."""

    page: int
    """1-based."""

    address: str


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """Facts of one PDF. What a file does not say is empty, never guessed."""

    version: str
    """As its header gives it: `1.7`."""

    pages: int
    title: str
    """Of its document properties; empty where it has none."""

    language: str
    """`en-GB`; empty where it names none."""

    shows_title: bool
    """True when a reader's window shows the title and not the file's name."""

    is_tagged: bool
    """True when it has a structure that a screen reader can follow."""

    is_encrypted: bool
    """True when it is protected and still opens without a password."""

    text_lengths: tuple[int, ...]
    """Characters of text by page; all nought in a scan."""

    outline: tuple[str, ...]
    """The titles of its bookmarks, in reading order."""

    links: tuple[PdfLink, ...]
    comments: tuple[int, ...]
    """The page of each comment, mark-up or note that somebody left, 1-based."""

    form_fields: int
    embedded_files: tuple[str, ...]
    """The names of files inside the file."""

    scripts: tuple[str, ...]
    """What would run or start something: `JavaScript`, `Launch`; one for each place."""

    names: tuple[str, ...]
    """The properties that may name a person or an employer: `Author`, `dc:creator`. Never what they hold."""

    producer: str
    fonts_not_embedded: tuple[str, ...]
    picture_properties: tuple[str, ...] = ()
    """What the pictures inside say about people and places, in words: `a place`. Never what exactly."""

    picture_pages: tuple[int, ...] = ()
    """The pages that show such a picture, 1-based; empty when only something else than a page shows it."""

    covering_marks: tuple[int, ...] = ()
    """The page of each annotation that may cover what is below it: boxes that are filled, and planned redactions."""

    signatures: int = 0
    """How many signatures were made with a certificate, which names the signer."""

    @property
    def is_scan(self) -> bool:
        """True when no page has any text: pictures of pages."""
        return not any(self.text_lengths)
