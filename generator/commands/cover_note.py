"""The cover note of a report. Only the fields here leave the partnership. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

from generator.diagnostics import one_line

_NOTHING: Final = "Nothing yet: the report's file is missing."


@dataclass(frozen=True, slots=True)
class CoverNote:
    """Everything that one recipient is given, as text to read. A field is empty if its value is not known."""

    recipient: str
    """The name as used inside a sentence: `the National Panel`."""

    address: str
    """An e-mail address. Empty if no source gives one."""

    partnership: str
    review_type: str
    name: str
    """The pseudonym of the case."""

    publication: str
    """The time of publication, as in `14 December 2026, 12.01am`."""

    is_public: bool
    """True once the report is published."""

    is_copy: bool
    """True for a recipient of a copy, False for a collector of published reports."""

    page: str
    """The address at which the full report is, or will be, published."""

    reviewer: str
    contact: str
    files: tuple[str, ...]
    """Each file: its name in the folder, its kind, its pages and its size."""

    delay: str = ""
    """Why the review takes longer. Only for recipients who must be informed."""

    not_published: str = ""
    """Why the report is not published. Only for recipients who must be informed."""

    @property
    def title(self) -> str:
        """Return the title, such as `Grace: Child Safeguarding Practice Review`."""
        return f"{self.name}: {self.review_type}"

    @property
    def opening(self) -> str:
        """Return the sentence that says what the letter is for."""
        if self.not_published:
            return f"{self.partnership} sends you this report, and the reason for which it will not be published."
        if not self.is_copy:
            return f"{self.partnership} sends you this report for your collection of published reviews."
        when = "which is published" if self.is_public else "before it is published"
        return f"{self.partnership} sends you a copy of this report, {when}."

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return pairs of label and value. Values that are not known are left out."""
        published = "Published" if self.is_public else "Will be published"
        rows = (
            ("To", f"{self.recipient}{f', {self.address}' if self.address else ''}"),
            ("From", self.partnership),
            ("Review", self.title),
            ("Lead reviewer", self.reviewer),
            (published, "" if self.not_published else self.publication),
            ("Address", "" if self.not_published else self.page),
            ("Reason for delay", self.delay),
            ("Reason for not publishing", self.not_published),
            ("Questions", self.contact),
        )
        return tuple((label, one_line(value)) for label, value in rows if value)


def as_text(note: CoverNote) -> str:
    """Return the note as plain text, for the body of an e-mail."""
    return "\n".join((note.title, "", note.opening, "", *(f"{a}: {b}" for a, b in note.rows), "", *_files(note))) + "\n"


def as_markdown(note: CoverNote) -> str:
    """Return the note as Markdown. Markdown characters in the record's text are escaped."""
    rows = (f"- **{label}:** {_plain(value)}" for label, value in note.rows)
    attached = [f"- {_plain(file)}" for file in note.files] or [_NOTHING]
    head = (f"# {_plain(note.title)}", "", _plain(note.opening), "")
    return "\n".join((*head, *rows, "", "## Attached", "", *attached, ""))


def as_html(note: CoverNote) -> str:
    """Return an HTML page that Word opens and saves as a letter: headings, a table with row headings, a list.

    The page loads no other file.
    """
    rows = "\n".join(f'<tr><th scope="row">{escape(a)}</th><td>{escape(b)}</td></tr>' for a, b in note.rows)
    files = "\n".join(f"<li>{escape(each)}</li>" for each in note.files or (_NOTHING,))
    title = escape(note.title)
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n</head>\n<body>\n"
        f"<h1>{title}</h1>\n<p>{escape(note.opening)}</p>\n<table>\n{rows}\n</table>\n"
        f"<h2>Attached</h2>\n<ul>\n{files}\n</ul>\n</body>\n</html>\n"
    )


def _files(note: CoverNote) -> Iterator[str]:
    yield "Attached:"
    for each in note.files or (_NOTHING,):
        yield f"- {each}"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#&|~])", r"\\\1", text)
