"""How each question about an import is asked, in a terminal and in the browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Wording:
    """How a question is asked, and the words of each answer."""

    ask: str
    keys: str
    """How it is answered in a terminal."""

    yes: str = "Yes"
    """What an empty answer means."""

    no: str = ""
    """What `LEAVE_OUT` means; empty if the proposal cannot be rejected."""

    other: str = ""
    """What another answer is; empty if there is none."""


WORDINGS: Final = {
    "name": Wording(
        "Is this the name of a review?",
        "Enter for yes, - for no, or type the name",
        "Yes",
        "No, it is no review",
        "Another name",
    ),
    "type": Wording(
        "Is this the type?", "Enter for yes, - for no type, or type an id", "Yes", "No type is known", "Another type"
    ),
    "published": Wording(
        "Is this the date of publication?",
        "Enter for yes, - for no date, or type it as 2022-09",
        "Yes",
        "No date is known",
        "Another date",
    ),
    "kind": Wording(
        "Is this the kind of document?",
        "Enter for yes, - to leave the document out, or type an id",
        "Yes",
        "Leave the document out",
        "Another kind",
    ),
    "topic": Wording(
        "Is it the same briefing?", "Enter for yes, - for two briefings", "Yes, one briefing", "No, two briefings"
    ),
    "series": Wording(
        "Is this the series?",
        "Enter for yes, - to leave all briefings with this name out, or type an id",
        "Yes",
        "Leave all briefings with this name out",
        "Another series",
    ),
    "state": Wording("Is this what the page says of it?", "Enter for yes, - for no", "Yes", "No"),
    "title": Wording("Is this the title?", "Enter for yes, or type the title", "Yes", "", "Another title"),
    "reviewer": Wording(
        "Is this the lead reviewer?",
        "Enter for yes, - for no reviewer, or type the name",
        "Yes",
        "No reviewer is known",
        "Another name",
    ),
    "case": Wording(
        "Which review is it about?",
        "Enter for a new one with this name, or type the id of one of the library",
        "A new review with this name",
        "",
        "A review of the library",
    ),
    "part": Wording(
        "Which part of the briefing is it?",
        "Enter for the proposal, - to leave it out, or type one of the parts",
        "Yes",
        "Leave it out",
        "Another part",
    ),
    "section": Wording(
        "Is this the heading of a part?",
        "Enter for yes, - for a line of the part before, or type the heading",
        "Yes",
        "No, a line of the part before",
        "Another heading",
    ),
}
PLACE: Final = Wording(
    "Which review does it belong to?",
    "Enter to leave it out, or type the id and the kind: grace report",
    "Leave it out",
    "",
    "A document of a review",
)
