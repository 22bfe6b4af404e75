"""The texts that `library new` writes for an editor to replace, and the values that are only examples."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache
from typing import Final

from ahocorasick_rs import AhoCorasick


class StarterText(StrEnum):
    """A text of a starter file. A rule reports each of them in a record that is not a draft.

    Each must be recognisable: a text that an editor could mean seriously does not belong here.
    """

    CASE_NAME = "New case"
    BRIEFING_TITLE = "New briefing"
    NOTICE_TITLE = "New notice"
    SUMMARY = "One or two plain sentences."
    NOTICE_SUMMARY = "One or two plain sentences stand here."
    WELCOME = "Write two to four sentences here: what this quarter brought, and what readers should look at first."
    STORY = "Write it here, in short paragraphs."
    BODY = "Write more here."
    LEARNING = "One thing that we learned."
    PRACTICE = "One thing to do."
    COMMUNITY = "One thing to know."
    FINDING = "One thing that the review found."
    RECOMMENDATION = "One thing that should be done."
    SECTION_HEADING = "The heading of this part"
    SECTION_BODY = "Write it here."
    QUESTION = "A question for a team to talk about."
    REVIEWER = "Jo Example"
    PSEUDONYM = "Another pseudonym"
    CONTENT_NOTE = "a subject that may distress a reader"
    OTHER_NAME = "Another name"
    SUBTITLE = "A few words below the name"
    PLACE = "The name and the address of the place"
    CHANGE = "What has changed, in a sentence."
    CANCELLED = "Why, in a sentence."
    LINK_LABEL = "What readers find at this link"
    LINK = "https://www.example.org/"
    SOURCE = "The name of the document, and the page"
    ACCEPTED_REASON = "Why it stays, in a sentence."
    ALTERNATIVE = "What the picture shows, in words."
    CORRECTION = "What was wrong, and what is right."
    OWN_ID = "another-id"


TITLES: Final = {
    "case": StarterText.CASE_NAME,
    "briefing": StarterText.BRIEFING_TITLE,
    "notice": StarterText.NOTICE_TITLE,
}
"""The name of a record that was started without one, by kind.

In other places an editor may mean these words seriously.
"""

STARTER_IDS: Final = frozenset({"new-case", "new-briefing", "new-notice", str(StarterText.OWN_ID)})
"""The ids of records that were started without a name."""

_ELSEWHERE: Final = frozenset({*TITLES.values(), StarterText.LINK, StarterText.OWN_ID})
"""These are compared only with the field that they are written for, not with every text."""

_DISTINCTIVE: Final = 6
"""A part of a starter text with at least this many words is recognised inside any other text."""

_EXAMPLE_ADDRESS: Final = re.compile(
    r"(?:https?://|mailto:|www\.|(?<![\w.+-])[\w.+-]+@)(?:[\w-]{1,63}\.){0,10}example\.(?:org|com|net)\b[^\s)\]>\"']*",
    re.IGNORECASE,
)
"""An example address in a domain that cannot be registered (RFC 2606)."""

_INVISIBLE: Final = dict.fromkeys(map(ord, "*_~`\u00ad\u200b\u200c\u200d\ufeff"))
_ENDS: Final = " #>-+.,:;!?\"'\u201c\u201d\u2018\u2019()[]"


def may_contain_starter_text(text: str) -> bool:
    """Return False if `starter_text_in` finds nothing in a text, or in any of the texts that are joined in it."""
    return "example." in text.lower() or bool(_search().find_matches_as_indexes(_plain(text)))


def starter_text_in(text: str) -> str | None:
    """Return the starter text, or the example address, that a text still contains; None if it contains none.

    Case, line breaks, emphasis and punctuation at the end are ignored. A short starter text must be a whole sentence
    or line; a longer one, or a distinctive part of it, is found anywhere.
    """
    address = _EXAMPLE_ADDRESS.search(text) if "example." in text.lower() else None
    if address is not None:
        return address[0]
    whole, parts = _known()
    plain = _plain(text)
    part = next((part for part in parts if part in plain), None)
    if part is not None:
        return parts[part]
    sentences = (*re.split(r"[.!?]+ ?", plain), *map(_plain, text.splitlines()), plain)
    return next((whole[each] for sentence in sentences if (each := sentence.strip(_ENDS)) in whole), None)


def is_starter_title(title: str, kind: str) -> bool:
    """Return True for the default name that `library new` gives a record of a kind, and for "Example"."""
    plain = _plain(title).strip(_ENDS)
    return plain == "example" or (kind in TITLES and plain == _plain(TITLES[kind]))


@cache
def _known() -> tuple[dict[str, str], dict[str, str]]:
    """Return the starter texts and their distinctive parts. Each maps the form for comparison to the original words."""
    whole = {
        _plain(starter).strip(_ENDS): str(starter).rstrip(".") for starter in StarterText if starter not in _ELSEWHERE
    }
    parts = [part.strip() for starter in StarterText for part in re.split(r"[.:;]", starter)]
    return whole, {_plain(part): part for part in parts if len(part.split()) >= _DISTINCTIVE}


@cache
def _search() -> AhoCorasick:
    whole, parts = _known()
    return AhoCorasick([*whole, *parts])


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).translate(_INVISIBLE).casefold().split())
