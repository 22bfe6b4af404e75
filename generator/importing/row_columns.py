"""What the columns of a table are about, by the words of their headings."""

from __future__ import annotations

import re
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

    OTHER = auto()


_WORDS: Final = (
    (Column.ADDRESS, r"url|address|link address|web ?address|href|web ?link|hyperlink"),
    (Column.STATE, r"state|status|availability|notes?|comments?|remarks?"),
    (Column.DATE, r"date\b.*|.*\bdate|(?:date )?published(?: on| in)?|publication(?: month)?|month|year|when"),
    (Column.TYPE, r"(?:review )?type(?: of review)?|kind(?: of review)?|category"),
    (
        Column.NAME,
        (
            r"cases?(?: name)?|names?(?: of (?:case|review|child|adult|subject))?|subjects?"
            r"|pseudonym|child|adult|who|reviews?"
            r"|review name|review subject|case review|child or adult|case or subject|title of review|person"
        ),
    ),
    (
        Column.LABEL,
        (
            r"labels?|documents?|links?|titles?|report|reports?|downloads?|files?|resources?|briefings?|text|link text|"
            r".*(?:document|report|briefing|summary|statement|plan|download|learning|resource)s?.*"
        ),
    ),
)


def column_of(header: str) -> Column:
    """Return what a column is about. `OTHER` for a heading without a usual word."""
    words = re.sub(r"[^a-z ]+", " ", header.lower().replace("_", " ")).strip()
    words = re.sub(r"\s+", " ", words)
    return next((column for column, pattern in _WORDS if re.fullmatch(pattern, words)), Column.OTHER)
