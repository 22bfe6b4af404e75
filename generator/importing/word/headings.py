"""Recognises the headings that partnerships print in briefings: by the vocabulary's own, and by usual other words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.importing.lines import squash
from generator.importing.tokens import is_typing_error, plain, words_of
from generator.model import BriefingSeries

_NUMBER: Final = re.compile(
    r"^(?:(?:section|part|step|box|minute|point)\s+)?(\d{1,2})(?!\s*-?\s*minutes?\b)(?:\s*[.):/–—-]+\s*|\s+)(?=\S)",  # noqa: RUF001
    re.IGNORECASE,
)
_SMALL_WORDS: Final = frozenset(["the", "a", "an", "of", "and", "for", "in", "on", "to", "this", "our", "s"])
_USUAL_PARTS: Final[dict[str, tuple[str, ...]]] = {
    "story": (
        "story", "what happened", "background", "case summary", "summary of the case", "the case", "case background",
        "circumstances", "the circumstances of the case", "introduction", "brief summary", "summary",
        "what happened in this case", "the facts of the case", "case overview", "overview of the case", "case outline",
    ),
    "learning": (
        "what we learned", "what did we learn", "what have we learned", "key learning", "learning", "lessons learned",
        "the lessons", "key findings", "findings", "learning points", "key learning points", "what we found",
        "key themes", "what did the review find", "what the review found", "themes", "learning themes", "key lessons",
        "learning from the review", "what can we learn", "lessons", "what was learned",
    ),
    "practice": (
        "advice for practitioners", "what practitioners can do", "what this means for practice", "for practitioners",
        "practice points", "advice for professionals", "implications for practice", "messages for practice",
        "key messages for practice", "what can practitioners do", "what professionals can do", "for professionals",
        "what should practitioners do", "learning for practice", "what does this mean for practice",
        "key practice messages", "improving practice", "good practice", "practitioners", "practice advice",
        "what you can do in your practice", "messages for practitioners", "key messages for practitioners",
        "what this means for practitioners", "advice for staff",
    ),
    "community": (
        "advice for the community", "what the community can do", "for the community", "for the public",
        "advice for the public", "for families and communities", "for families", "advice for families",
        "what can the community do", "what you can do as a member of the community", "for parents and carers",
        "advice for parents and carers", "community", "messages for the community", "what everyone can do",
        "advice for family and friends", "how the community can help", "key messages for the community",
        "what can the public do", "what the public can do", "how the public can help",
        "for friends and family", "what this means for the community",
    ),
}  # fmt: skip
"""Usual headings for the texts of a case, by the field."""

_AMBIGUOUS: Final = frozenset(
    ["background", "case background", "introduction", "summary", "brief summary", "finding", "theme", "key theme",
     "good practice", "circumstances", "learning theme"]
)  # fmt: skip
"""Headings that may be of another part."""

_STORY_OF: Final = re.compile(
    r"(?:the )?story of .{1,60}|.{1,60}'s? story|who (?:is|was|are|were) .{1,60}|about (?:[A-Z]\S*|the child|the adult)"
    r"(?: and [A-Z]\S*)?"
)
_USUAL_SECTIONS: Final[dict[str, tuple[str, ...]]] = {
    "background": (
        "background", "introduction", "context", "what happened", "the case", "case background", "overview",
        "what is it", "background to the review", "background and context", "about this briefing", "case summary",
    ),
    "why": (
        "why it matters", "why does it matter", "why is this important", "why this matters", "why is it important",
        "why does this matter", "importance", "why it is important", "why do we need to know",
    ),
    "information": (
        "information", "key information", "facts", "key facts", "what we know", "what does the law say", "research",
        "what the research says", "the law", "legal context", "definition", "definitions", "what do we know",
    ),
    "signs": (
        "signs to look for", "signs", "indicators", "what to look for", "warning signs", "signs and indicators",
        "what should i look for", "risk factors", "what to look out for", "signs and symptoms", "spotting the signs",
    ),
    "action": (
        "what to do", "what should you do", "action", "actions", "what you can do", "good practice", "next steps",
        "implications for practice", "what can you do", "how to respond", "key messages", "recommendations",
        "what should i do", "what needs to happen", "what do you need to do", "best practice", "what can i do",
        "practice points", "what to do next", "top tips",
    ),
    "learning": (
        "learning", "key learning", "findings", "key findings", "lessons learned", "learning points", "lessons",
        "what did we learn", "what we learned", "key learning points", "what have we learned", "key themes",
    ),
    "questions": (
        "questions", "questions to consider", "questions for your team", "reflective questions", "reflection",
        "discussion points", "questions for discussion", "questions to ask", "for discussion", "things to consider",
        "questions for reflection", "reflect", "for reflection",
    ),
    "more": (
        "where to find more", "further information", "find out more", "more information", "resources", "useful links",
        "links", "references", "further reading", "help and support", "where to get help", "useful resources",
        "further support", "contacts", "useful contacts", "where to go for more information", "sources",
        "further resources", "links and resources",
    ),
}  # fmt: skip
"""Usual headings of short briefings on topics, by what the part is about."""


@dataclass(frozen=True, slots=True)
class KnownHeading:
    """A heading that was recognised."""

    id: str
    """The field of a case (`story`), or what a part is about (`background`, or the heading of the vocabulary)."""

    is_exact: bool
    """True for a heading of the vocabulary, and for a usual one of a part that is not ambiguous."""


@dataclass(frozen=True)
class Headings:
    """The headings of one series."""

    series: BriefingSeries

    def find(self, text: str) -> KnownHeading | None:
        """Return what a heading means; None if it is not known."""
        key = heading_key(text)
        if not key:
            return None
        if key in self._own:
            return KnownHeading(self._own[key], True)
        for usual, identity in self._usual.items():
            if key == usual or _nearly(key, usual):
                return KnownHeading(identity, key == usual and " ".join(key) not in _AMBIGUOUS)
        if self.series.takes_text_from_case and _STORY_OF.fullmatch(plain(squash(text)).strip(" :?.")):
            return KnownHeading("story", False)
        return None

    def heading_of(self, printed: str, known: KnownHeading | None) -> str:
        """Return the heading for a section: that of the series if it has one, or else the printed one."""
        for part in self.series.parts:
            same = heading_key(part.heading) == heading_key(printed)
            if same or (known is not None and self._usual_id(part.heading) == known.id):
                return part.heading
        return without_number(printed).rstrip(" :")

    def _usual_id(self, heading: str) -> str:
        return self._usual.get(heading_key(heading), "")

    @cached_property
    def _own(self) -> dict[tuple[str, ...], str]:
        return {
            heading_key(part.heading): str(part.from_case)
            if part.from_case
            else self._usual_id(part.heading) or part.heading
            for part in self.series.parts
        }

    @cached_property
    def _usual(self) -> dict[tuple[str, ...], str]:
        usual = _USUAL_PARTS if self.series.takes_text_from_case else _USUAL_SECTIONS
        found: dict[tuple[str, ...], str] = {}
        for identity, texts in usual.items():
            for text in texts:
                found.setdefault(heading_key(text), identity)
        return found


def without_number(text: str) -> str:
    """Return a heading without the number before it: `1. Background`."""
    return squash(_NUMBER.sub("", squash(text)))


def number_of(text: str) -> int:
    """Return the number before a heading; 0 if there is none."""
    match = _NUMBER.match(squash(text))
    return int(match[1]) if match is not None else 0


def heading_key(text: str) -> tuple[str, ...]:
    """Return the form in which headings are compared: without number, case, small words and punctuation."""
    words = words_of(without_number(text))
    return tuple(word for word in words if word not in _SMALL_WORDS) or words


def count_known_headings(headings: Headings, texts: Iterable[str]) -> int:
    """Return how many different known headings are among these lines."""
    return len({known.id for text in texts if (known := headings.find(text)) is not None})


def _nearly(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other):
        return False
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(different) == 1 and is_typing_error(*different[0])
