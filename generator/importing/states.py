"""What a page says about a document that it does not offer: withdrawn, not published, not yet, on request."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class State(StrEnum):
    """Why a document is not offered."""

    NOT_YET = "not yet published"
    NOT_PUBLISHED = "not published"
    WITHDRAWN = "withdrawn"
    REMOVED = "no longer online"
    ON_REQUEST = "on request"
    ELSEWHERE = "on another website"
    UNKNOWN = "not known to be online"


@dataclass(frozen=True, slots=True)
class PrintedState:
    """A state as it is printed."""

    state: State
    reason: str
    """The reason in the words of the page; empty if it gives none."""

    start: int
    end: int


_BECAUSE: Final = (
    r"(?:[^.;\n]{0,80}?\b(?:because(?: of)?|due to|owing to|as|since|in order)\s+(?P<reason>[^.;)\n]{3,250}))?"
)
_SO_THAT: Final = r"(?:\W{0,3}(?P<so>to (?:protect|avoid|prevent|preserve)[^.;)\n]{3,250}))?"
_NOT_OTHERS: Final = r"(?!\s+(?:reports|reviews|documents|cases|versions|papers)\b)"
"""Not before several things: "Withdrawn reports can be requested" is not about one report."""

_PATTERNS: Final = tuple(
    (state, re.compile(pattern, re.IGNORECASE))
    for state, pattern in (
        (
            State.NOT_YET,
            (
                r"\b(?:(?:has |is )?not (?:yet )?been published yet|not yet (?:been )?(?:published"
                r"|available)|(?:is )?awaiting"
                r" publication|coming soon|(?:is |still )?to be published|forthcoming"
                r"|(?:is )?(?:still )?(?:in progress|ongoing"
                r"|under ?way)|publication (?:is |has been )?(?:delayed|pending)|will be published(?! on request)"
                r"|is expected|due to be published|(?:not published|unpublished) yet|heb ei gyhoeddi eto)\b"
            ),
        ),
        (
            State.NOT_PUBLISHED,
            r"\b(?:(?:has |have |is |are |was |were )?(?:not (?:been |being )?published"
            r"|not for publication|unpublished)"
            r"|will not be published|cannot be published|decided not to publish"
            r"|ni chyhoeddir|heb ei gyhoeddi(?! eto))\b" + _NOT_OTHERS + _BECAUSE + _SO_THAT,
        ),
        (
            State.WITHDRAWN,
            r"\b(?:(?:has been |was |is |been |now )*withdrawn|tynnwyd yn ôl|taken down|retracted)\b"
            + _NOT_OTHERS
            + _BECAUSE
            + _SO_THAT,
        ),
        (
            State.REMOVED,
            (
                r"\b(?:(?:is |are )?no longer (?:available|online|published|on (?:this"
                r"|our) (?:web)?site)|(?:has been |was )?removed"
                r"(?: from (?:this|our|the) (?:web)?site)?|archived and removed)\b"
            ),
        ),
        (
            State.ON_REQUEST,
            (
                r"\b(?:(?:is |are )?(?:available )?(?:on|by|upon) request|ar gais|(?:request|ask for) a copy"
                r"|(?:e-?mail|write to|contact|ask)\b[^.;]{0,80}\b(?:for|to request) a copy)\b"
            ),
        ),
    )
)


_REASON_FIRST: Final = re.compile(
    r"(?:^|[.;|]\s*)(to (?:protect|avoid|prevent|preserve)[^.;|,]{3,150}),[^.;|]{0,80}$", re.IGNORECASE
)


def _is_in_reason(text: str, at: int) -> bool:
    """Return True within the reason of another state: "not published because of ongoing proceedings"."""
    others = (pattern.search(text) for state, pattern in _PATTERNS if state in (State.NOT_PUBLISHED, State.WITHDRAWN))
    return any(match is not None and -1 < match.start("reason") <= at < match.end("reason") for match in others)


def find_state(text: str) -> PrintedState | None:
    """Return what a text says about a document that is not offered. None if it says nothing."""
    for state, pattern in _PATTERNS:
        match = pattern.search(text)
        if match is not None and not (state is State.NOT_YET and _is_in_reason(text, match.start())):
            groups = match.groupdict()
            reason = groups.get("reason") or groups.get("so") or ""
            if not reason and state in (State.NOT_PUBLISHED, State.WITHDRAWN):
                first = _REASON_FIRST.search(text[: match.start()])
                reason = first[1] if first is not None else ""
            return PrintedState(state, reason.strip(" ,:-"), *match.span())
    return None


_WORDS: Final = {
    "pending": State.NOT_YET,
    "delayed": State.NOT_YET,
    "planned": State.NOT_YET,
    "expected": State.NOT_YET,
    "offline": State.REMOVED,
    "expired": State.REMOVED,
    "deleted": State.REMOVED,
}
"""Usual words for a state, where a cell has nothing else."""

_WORDS_OF_STATES: Final = {
    "withheld": State.NOT_PUBLISHED,
    "not for publication": State.NOT_PUBLISHED,
    "elsewhere": State.ELSEWHERE,
    "on another website": State.ELSEWHERE,
    "external": State.ELSEWHERE,
    "unknown": State.UNKNOWN,
    "not known": State.UNKNOWN,
}
"""Words that are a state only in a column of states: a date may be unknown, and a name may be withheld."""

_OFFERED: Final = re.compile(
    r"(?:(?:is |now )?(?:published|available|online|live|public|current)(?: online| on (?:our|the) (?:web)?site)?"
    r"|final|yes|ok|none|n/?a|\W*)\W*",
    re.IGNORECASE,
)
_WORD_AND_REASON: Final = re.compile(
    r"\s*(?P<word>[^:;,.(\u2013\u2014]+?)\s*(?:[:;,.(\u2013\u2014]\s*(?P<reason>.*?))?[\s.)]*"
)


def find_state_of_cell(text: str) -> PrintedState | None:
    """Return the state in a cell that may have another use too, such as a date: "pending". None if it gives none."""
    state = _WORDS.get(text.strip(" .").lower())
    return find_state(text) or (PrintedState(state, "", 0, len(text)) if state else None)


def find_state_in_column(text: str) -> PrintedState | None:
    """Return the state in a cell of a column of states, also as records write it: "on-request", "withheld: ..."."""
    words = re.sub(r"(?<=\w)[-_](?=\w)", " ", text)
    known = find_state_of_cell(words)
    match = _WORD_AND_REASON.fullmatch(words)
    state = {**_WORDS, **_WORDS_OF_STATES}.get(match["word"].lower()) if match else None
    if known is not None or match is None or state is None:
        return known
    return PrintedState(
        state, text[match.start("reason") : match.end("reason")] if match["reason"] else "", 0, len(text)
    )


def says_offered(text: str) -> bool:
    """Return True for a cell of a column of states that says nothing else than that the document is offered."""
    return _OFFERED.fullmatch(text.strip()) is not None
