"""The note that goes with a report. What is not a field here does not leave the partnership. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Final

_NOTHING: Final = "Nothing yet: the report's file is missing."


@dataclass(frozen=True, slots=True)
class CoverNote:
    """All that one recipient is told: words as they are read, empty where nothing is known."""

    recipient: str
    """Inside a sentence: `the National Panel`."""

    address: str
    """An e-mail address; empty where no source gives one."""

    partnership: str
    review_type: str
    name: str
    """The pseudonym."""

    publication: str
    """`14 December 2026, 12.01am`."""

    is_public: bool
    """True once readers have it."""

    is_copy: bool
    """True for who gets a copy, False for who collects published reports."""

    page: str
    """Where the report is published, or will be, in full."""

    reviewer: str
    contact: str
    files: tuple[str, ...]
    """Each with its name in the folder, what it is, its pages and size."""

    delay: str = ""
    """Why the review takes longer; only for who has to be told."""

    not_published: str = ""
    """Why it is not published; only for who has to be told."""

    @property
    def title(self) -> str:
        """`Grace: Child Safeguarding Practice Review`."""
        return f"{self.name}: {self.review_type}"

    @property
    def opening(self) -> str:
        """What the letter is for."""
        if self.not_published:
            return f"{self.partnership} sends you this report, and the reason for which it will not be published."
        if not self.is_copy:
            return f"{self.partnership} sends you this report for your collection of published reviews."
        when = "which is published" if self.is_public else "before it is published"
        return f"{self.partnership} sends you a copy of this report, {when}."

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """What is known, each under its label; what is not known is left out."""
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
        return tuple((label, " ".join(value.split())) for label, value in rows if value)


def as_text(note: CoverNote) -> str:
    """For the body of an e-mail."""
    return "\n".join((note.title, "", note.opening, "", *(f"{a}: {b}" for a, b in note.rows), "", *_files(note))) + "\n"


def as_markdown(note: CoverNote) -> str:
    """The same as Markdown; what the record says is not taken for marks."""
    rows = (f"- **{label}:** {_plain(value)}" for label, value in note.rows)
    attached = [f"- {_plain(each)}" for each in note.files] or [_NOTHING]
    head = (f"# {_plain(note.title)}", "", _plain(note.opening), "")
    return "\n".join((*head, *rows, "", "## Attached", "", *attached, ""))


def as_html(note: CoverNote) -> str:
    """A page that Word opens and saves as a letter: headings, a table with row headings, a list. Nothing is loaded."""
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
