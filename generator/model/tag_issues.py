"""What is wrong with the tags and the text of a PDF, for people who hear it or move through it by keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TagIssueKind(StrEnum):
    """A fault of the tags or the text, as the end of the sentence `it has ...`."""

    FIGURE = "pictures without a text alternative"
    FORMULA = "formulas without a text alternative"
    HEADING_LEVEL = "headings that skip a level"
    HEADING_KIND = "headings with and without a level, or two titles for one section"
    NO_HEADER_CELLS = "tables without header cells"
    LOST_HEADER = "table cells whose header cannot be found"
    UNTAGGED = "text or pictures outside the tags"
    UNTAGGED_LINK = "links outside the tags"
    UNTAGGED_FIELD = "form fields outside the tags"
    ARTIFACT = "content that is tagged and also marked as decoration"
    NO_UNICODE = "characters that have no meaning when they are copied or read aloud"
    TABLE_ORDER = "table tags in the wrong place"
    UNEVEN_TABLE = "tables whose rows have different lengths"
    LIST_ORDER = "list tags in the wrong place"
    CONTENTS_ORDER = "tags of a table of contents in the wrong place"
    UNKNOWN = "tags of a kind that no screen reader knows"
    EMPTY_LINK = "links without a description"
    NO_FIELD_NAME = "form fields without a name"
    TAB_ORDER = "links or fields that the tab key does not follow in reading order"
    SUSPECTS = "tags that the program that made them marked as uncertain"


@dataclass(frozen=True, slots=True)
class TagIssue:
    """A fault at one place."""

    page: int
    """1-based; 0 if the file does not say on which page it is."""

    kind: TagIssueKind
