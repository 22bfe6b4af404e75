"""Finds out if a text mentions a subject, whatever the endings of its words."""

from __future__ import annotations

import re
from typing import Final

_RECORD_LINK: Final = re.compile(
    r"\[[^\]]*\]\((?:case|briefing|notice|bulletin|theme|harm|type|year|page|site):[^)]*\)"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTERS: Final = 5
"""The number of first letters that two forms of a word share: "exploited" and "exploitation"."""

_SHORTEST: Final = 3
_GENERIC: Final = frozenset(
    {
        *(
            "abuse",
            "abused",
            "abusive",
            "harm",
            "harmed",
            "harmful",
            "linked",
            "serious",
            "severe",
            "possible",
            "victim",
        ),
        *("child", "children", "young", "adult", "adults", "person", "people", "other", "one", "who"),
        *("and", "for", "from", "the", "with", "within"),
    }
)
"""Words that do not tell one subject from another. They count only if a subject has no other word."""

_FORMS: Final = (
    frozenset({"death", "deaths", "dead", "die", "died", "dies", "dying", "killed", "killing", "fatal"}),
    frozenset({"suicide", "suicidal"}),
    frozenset({"fire", "fires"}),
    frozenset({"drug", "drugs"}),
)
"""Forms of words that do not share their first letters, and short words."""

_SUICIDE: Final = re.compile(
    r"\b(?:end(?:ed|ing|s)?|t(?:ook|akes?|aking|aken)) (?:her|his|their) (?:own )?li(?:fe|ves)\b", re.IGNORECASE
)


def text_without_record_links(text: str) -> str:
    """Return the text without its links to records and terms: the title of a briefing is not about the person."""
    return _RECORD_LINK.sub("", text)


def mentions(text: str, subject: str) -> bool:
    """Return True if the text has a form of any word of the subject that tells it from other subjects."""
    wanted = [word for word in _words(subject) if len(word) >= _SHORTEST]
    specific = [word for word in wanted if word not in _GENERIC] or wanted
    found = _words(text)
    if "suicide" in specific and _SUICIDE.search(text):
        return True
    return any(_is_form(one, other) for one in specific for other in found)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))


def _is_form(one: str, other: str) -> bool:
    if one == other or any(one in forms and other in forms for forms in _FORMS):
        return True
    return min(len(one), len(other)) >= _LETTERS and _beginning(one) == _beginning(other)


def _beginning(word: str) -> str:
    """Return the first letters of a word, the same for "bullying" and "bullied"."""
    return word[:_LETTERS].replace("y", "i")
