"""How reports print who wrote them, when they were published and who commissioned them."""

from __future__ import annotations

import re
from typing import Final

PERSON: Final = (
    r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame|Rev)\.? )?"
    r"[^\W\d_a-z][\w'\u2019.-]*(?: (?:[^\W\d_a-z][\w'\u2019.-]*|de|van|von|al|el|ap)){1,3}"
)
"""The name of a person: at least two words with a capital."""

_PEOPLE: Final = rf"{PERSON}(?:(?: and | & |, ){PERSON})?"
_LEAD: Final = r"(?:independent )?lead (?:independent )?(?:reviewers?|authors?)|independent (?:lead )?reviewers?"
_AUTHOR: Final = (
    r"(?:independent |overview |report |lead ){0,4}(?:authors?|reviewers?|chair and author)"
    r"(?: of (?:the |this )?(?:overview )?report)?|(?:written|completed|prepared|compiled) by"
    r"|review(?:er)? (?:and|&) author"
)
LABELS: Final = (
    ("reviewer", re.compile(rf"(?:the )?(?:{_LEAD})(?: and (?:report )?author)?", re.IGNORECASE), True),
    ("reviewer", re.compile(rf"(?:the )?(?:{_AUTHOR})", re.IGNORECASE), False),
    ("published", re.compile(r"date of publication|publication date|published(?: on| in)?|date published", re.I), True),
    ("published", re.compile(r"date(?: of (?:the |this )?report)?|report date|date of completion", re.I), False),
    ("commissioned", re.compile(r"(?:commissioned by|commissioning (?:partnership|board|body))", re.IGNORECASE), True),
    ("name", re.compile(r"pseudonym(?: used)?|subject(?:\(s\)|s)?(?: of (?:the|this) review)?|review of", re.I), True),
    ("type", re.compile(r"(?:type(?: of (?:review|report))?|review type|kind of review)", re.IGNORECASE), True),
)
"""What a label is about, and whether it is certain: `Lead reviewer` is, `Author` is not."""

LABELLED: Final = re.compile(r"^([^:\u2013\u2014]{3,60}?)\s*(?::|\s[\u2013\u2014-]\s)\s*(\S.*)$")
_WHO: Final = r"(?:,? who (?:wrote|led) (?:this|the) (?:report|review),?)?"
SENTENCES: Final = (
    ("reviewer", re.compile(rf"\b(?i:(?:{_LEAD}){_WHO} (?:is|was|were|are)) (?P<value>{_PEOPLE})"), True),
    (
        "reviewer",
        re.compile(
            rf"(?P<value>{_PEOPLE})(?:,[^.]{{1,80}},)? (?:was|were) (?:appointed|commissioned|asked|engaged)"
            rf"[^.]{{0,60}}\b(?i:{_LEAD})\b"
        ),
        True,
    ),
    (
        "reviewer",
        re.compile(rf"\b(?i:(?:written|authored|completed|prepared|led|undertaken) by) (?P<value>{_PEOPLE})"),
        False,
    ),
    (
        "commissioned",
        re.compile(
            r"\b(?i:commissioned (?:this|the) [^.]{0,80}?by|commissioned (?:jointly )?by) "
            r"(?P<value>(?:the )?[A-Z][^.;:()]{4,120})"
        ),
        True,
    ),
    (
        "commissioned",
        re.compile(
            r"^(?:In [^,]{3,30}, )?(?P<value>(?:[Tt]he )?[A-Z][^.;:()]{4,100}?(?:Partnership|Board)"
            r"(?: \([A-Z]{2,8}\))?) commissioned\b"
        ),
        True,
    ),
)
"""Sentences that say a fact, as `value`, and whether it is certain."""

AFTER_PERSON: Final = re.compile(r"\s*(?:[,(;/|]|\s[\u2013\u2014-]\s|\b(?:Independent|Consultant|on behalf|for)\b).*$")
BOARD: Final = re.compile(r"\b(?:partnership|board|authority|council)\b", re.IGNORECASE)
NO_PERSON: Final = re.compile(
    r"\b(?:partnership|board|council|safeguarding|review|group|panel|trust|services?|limited|ltd|consult\w*)\b", re.I
)
