"""What the forms call the values of closed lists."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from generator.diagnostics import CATALOGUE

_WORDS: Final[Mapping[str, str]] = {
    "draft": "Draft: only you can see it",
    "scheduled": "Scheduled: public from a day on",
    "published": "Public",
    "archived": "Archived: the page stays, reports are on request",
    "withdrawn": "Withdrawn: only the address and the reason stay",
    "sent": "Sent",
    "not-yet": "Not published yet",
    "not-published": "It will not be published",
    "on-request": "On request",
    "withheld": "Never published",
    "delayed": "Later",
    "elsewhere": "On another website",
    "unknown": "Not known",
    "removed": "No longer published",
    "ltr": "From left to right",
    "rtl": "From right to left",
    "partnership": "The partnership",
    "library": "The library",
    "library-retelling": "The library, from the partnership's briefing",
}

_WORDS_OF: Final[Mapping[str, Mapping[str, str]]] = {
    "RapidReviewOutcome": {"national-cspr": "National review", "local-cspr": "Local review"},
    "StatutoryContent": {
        "improvements": "A summary of recommended improvements",
        "reasons": "An analysis of systemic or underlying reasons",
    },
    "PartAnswer": {
        "findings": "The findings of the reviews of the year",
        "ongoing": "The reviews that were not finished",
        "actions": "What was done about recommendations",
        "not-implemented": "What the partners decided not to do",
        "elsewhere": "Nothing: it is not about reviews",
    },
    "CoversheetValue": {
        "partnership": "Name of the partnership",
        "name": "Name of the review",
        "type": "Kind of review",
        "published": "Day of publication",
        "page": "Address of its page",
        "reviewer": "Lead reviewer",
    },
    "CoversheetGroup": {"administrative": "The review itself", "person": "The person", "process": "The process"},
    "SeriesSubject": {"topics": "Topics", "case": "One case"},
    "CaseText": {
        "story": "What happened",
        "learning": "What we learned",
        "practice": "Advice for practitioners",
        "community": "Advice for the community",
    },
    "Severity": {"error": "Error: it prevents publishing", "warning": "Warning", "note": "Note"},
    "FontStyle": {"normal": "Upright", "italic": "Italic"},
    "EvidenceKind": {"other": "Something else"},
    "StatusNeed": {"how": "How it was tested", "superseded_by": "The recommendation that replaces it"},
}
"""Words for a list in which a value means something else than in others."""

_RULES: Final = frozenset({"DocumentRule", "StepRule"})
"""Lists of rules. Each value is the slug of a rule, whose title says it in words."""


def words_of_value(value: str, kind: type[StrEnum] | None = None) -> str:
    """Return a value of a list in words: `not-yet` gives `Not published yet`."""
    name = kind.__name__ if kind is not None else ""
    if name in _RULES:
        title = next((each.title for each in CATALOGUE.values() if each.slug == value), "")
        return title or humanise(value)
    return _WORDS_OF.get(name, {}).get(value) or _WORDS.get(value) or humanise(value)


def humanise(name: str) -> str:
    """Return a field's name or a value as words: `family_contacted` gives `Family contacted`."""
    words = name.replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]
