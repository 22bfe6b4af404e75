"""What the columns of a table are about, by the words of their headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final


class Column(Enum):
    """What a column contains."""

    NAME = auto()
    TYPE = auto()
    DATE = auto()
    LABEL = auto()
    """Documents: their labels, with or without links."""

    ADDRESS = auto()
    STATE = auto()
    """Whether a document is published, withdrawn and the like."""

    NOT_READ = auto()
    """Other dates, sizes and names of editors, as lists of files have them: "Modified", "Date of death"."""

    OTHER = auto()


_OTHER_EVENT: Final = re.compile(
    r"\b(?:modified|updated|created|changed|uploaded|added|edited|reviewed|revised|death|died|birth|born|incident"
    r"|commissioned|commenced|started|referral|referred|notified|approved|approval|agreed|signed|meeting|due|expires?"
    r"|expiry|removal|removed|archived|size)\b"
)
"""Words for a date of something else than publication. A column with one of them says nothing that a record has."""

_WORDS: Final = (
    (Column.ADDRESS, r"dolen|cyfeiriad(?: gwe)?|url|address|link address|web ?address|href|web ?link|hyperlink"),
    (Column.STATE, r"statws|nodiadau|reasons?|state|status|availability|notes?|comments?|remarks?"),
    (
        Column.DATE,
        (
            r"dyddiad(?: cyhoeddi)?|cyhoeddwyd|mis|blwyddyn"
            r"|date\b.*|.*\bdate|(?:date )?published(?: on| in)?|publication(?: month)?|month|year|when"
        ),
    ),
    (Column.TYPE, r"math(?: o adolygiad)?|(?:review )?type(?: of review)?|kind(?: of review)?|category"),
    (
        Column.NAME,
        (
            r"adolygiad|enw(?: (?:yr adolygiad|y plentyn|yr oedolyn))?|achos|plentyn|oedolyn"
            r"|cases?(?: name)?|names?(?: of (?:case|review|child|adult|subject))?|subjects?"
            r"|pseudonym|child|adult|who|reviews?"
            r"|review name|review subject|case review|child or adult|case or subject|title of review|person"
        ),
    ),
    (
        Column.LABEL,
        (
            r"dogfen(?:nau)?|adroddiad(?:au)?|teitl|labels?|documents?|links?|titles?|report|reports?|downloads?|files?|resources?|briefings?|text|"
            r"link text|file ?names?|attachments?|"
            r".*(?:document|report|briefing|summary|statement|plan|download|learning|resource)s?.*"
        ),
    ),
)


def column_of(header: str) -> Column:
    """Return what a column is about. `OTHER` for a heading without a usual word."""
    words = _words(header)
    if _OTHER_EVENT.search(words) and not re.search(r"\bpubli", words) and len(words.split()) <= 5:
        return Column.NOT_READ
    return next((column for column, pattern in _WORDS if re.fullmatch(pattern, words)), Column.OTHER)


def is_date_of_publication(header: str) -> bool:
    """Return True for a column that says that its date is the one of publication."""
    return "publi" in header.lower()


_REFERENCE: Final = re.compile(r"(?:(?:review|case|our) )?ref(?:erence)?s?(?: (?:name|number|no))?")
_TITLE: Final = re.compile(r"(?:(?:review|case) )?titles?")


def name_column(headers: Sequence[str]) -> int | None:
    """Return the place of the column that names the reviews if no heading says so: a reference, or a title.

    A title names the review only if another column has the documents, and if the headings speak of reviews: else it
    is the label of a document or the topic of a briefing.
    """
    words = [_words(each) for each in headers]
    columns = [column_of(each) for each in headers]
    if Column.NAME in columns:
        return None
    titles = [n for n, each in enumerate(words) if _TITLE.fullmatch(each)]
    of_reviews = any(re.search(r"\b(?:review|case)s?\b", each) for each in words)
    has_documents = any(column is Column.LABEL and n not in titles for n, column in enumerate(columns))
    if titles and of_reviews and has_documents:
        return titles[0]
    return next((n for n, each in enumerate(words) if _REFERENCE.fullmatch(each)), None)


def title_column(headers: Sequence[str]) -> int | None:
    """Return the place of the column "Title" next to another column of documents. None if there is none."""
    titles = [n for n, each in enumerate(headers) if _TITLE.fullmatch(_words(each))]
    others = [n for n, each in enumerate(headers) if column_of(each) is Column.LABEL and n not in titles]
    return titles[0] if titles and others else None


def _words(header: str) -> str:
    header = re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", header)  # "Published (dd/mm/yy)"
    return re.sub(r"\s+", " ", re.sub(r"[^a-z ]+", " ", header.lower().replace("_", " "))).strip()
