"""Patterns of details that let neighbours recognise a family: a rare job, a nickname, a street, a place of treatment.

One row for each detail; add a row to add one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.system import LazyPattern
from generator.validate.rules.personal_data.match import Match, PublicKnowledge
from generator.validate.stems import StemIndex

_RELATIVE: Final = (
    r"(?:(?:step|grand|foster[ ])?(?:mother|father|mum|dad|parent)s?|uncle|aunt|brother|sister"
    r"|husband|wife|partner|boyfriend|carer|son|daughter)"
)
_RARE_JOB: Final = (
    r"(?:vicars?|priests?|pastors?|imams?|rabbis?|magistrates?|judges?|coroners?|councillors?|mayors?"
    r"|members?[ ]of[ ]parliament"
    r"|head[ ]?teachers?|footballers?|jockeys?|(?:zoo|lion|game|light[ ]?house)[ -]?keepers?"
    r"|undertakers?|funeral[ ]directors?"
    r"|publicans?|pub[ ]landlords?|landlady|landlord[ ]of[ ]the[ ]\w+|(?:airline|helicopter)[ ]pilots?|diplomats?"
    r"|surgeons?"
    r"|(?:TV|television|radio)[ ]presenters?|fire[ ]officers?|postmasters?|postmistress|lollipop[ ](?:lady|man)"
    r"|blacksmiths?|actors?|actress|pop[ ]star|professional[ ](?:\w+[ ])?(?:player|dancer|boxer|wrestler)s?)"
)
_SHOP: Final = (
    r"(?:(?:\w+[ ]){0,2}(?:shop|pub|caf\u00e9|cafe|takeaway|post[ ]office|garage|salon|bakery|farm"
    r"|butcher['\u2019]?s|pharmacy|newsagent['\u2019]?s|hotel|restaurant|nursery|playgroup))"
)
_PERSON: Final = (
    r"(?:boy|girl|child|pupil|student|teenager|baby|man|woman|person|family|mother|father|couple"
    r"|resident|patient|officer|teacher|nurse|doctor|midwife|driver|twins)"
)
_NAMED: Final = r"(?:[A-Z][\w'\u2019-]+[ ]){1,4}"
_STREET: Final = (
    r"(?:Road|Street|Avenue|Close|Lane|Drive|Crescent|Gardens|Terrace|Grove|Mews|Row|Estate|estate|Caravan[ ]Park"
    r"|Flats)"
)


@dataclass(frozen=True, slots=True)
class _Detail:
    pattern: LazyPattern
    stems: tuple[str, ...]
    message: str
    hint: str


def _detail(pattern: str, stems: str, message: str, hint: str) -> _Detail:
    return _Detail(LazyPattern(pattern), tuple(stems.split("|")), message, hint)


_LESS: Final = "write it in general words, or leave it out"

_DETAILS: Final = (
    _detail(
        rf"\b(?:[Hh]er|[Hh]is|[Tt]heir|[Tt]he|[Aa]n?)[ ](?:\w+[ ])?{_RELATIVE},?[ ]"
        rf"(?:(?:who[ ])?(?:was|is|works?[ ]as|worked[ ]as|had[ ]been)[ ])?(?:an?"
        rf"|the)[ ](?:\w+[ ]){{0,2}}?{_RARE_JOB}\b",
        "mother|father|mum|dad|parent|uncle|aunt|brother|sister|husband|wife|partner|boyfriend|carer|son|daughter",
        "this job leads to one person",
        "leave the job out, or write what it meant for the child, such as shifts at night",
    ),
    _detail(
        rf"\b(?:{_RELATIVE}|[Ss]he|[Hh]e|[Tt]hey|family)[ ](?:also[ ])?(?:ran|runs|owned|owns)[ ](?:the|a)[ ]{_SHOP}"
        r"(?=[.,;]|[ ](?:in|on|at|near|next|opposite|and|where|which|by)\b)",
        " ran | runs | owned | owns ",
        "this job leads to one family",
        "leave the job out, or write what it meant for the child, such as long days",
    ),
    _detail(
        rf"\bthe[ ]only[ ](?:[\w-]+[ ]){{0,3}}?{_PERSON}[ ](?:in|at|on|of)[ ](?:the|her|his|their|that"
        rf"|this)[ ](?:\w+[ ])?"
        r"(?:school|town|village|class|street|estate|area|county|year|district|neighbourhood|college"
        r"|nursery|church|congregation)\b",
        "the only ",
        "the only one of a place is easy to recognise",
        _LESS,
    ),
    _detail(
        r"\b(?:nick-?named|nickname[ ](?:was|is)|real[ ]name[ ](?:was|is)|full[ ]name[ ](?:was|is)"
        r"|(?:[Kk]nown|referred[ ]to)[ ](?:to|by|among)[ ](?:(?:her|his|their|the|all|many)[ ])?"
        r"(?:friends|family|relatives|neighbours|classmates|locals|everyone)"
        r"(?:[ ]and[ ]\w+)?[ ]as)[ ][\"'\u2018\u201c]?(?P<name>[A-Z][a-z][\w'\u2019-]+)",
        "nicknamed|nick-named|nickname|real name|full name| as ",
        "this looks like a name that people know the person by",
        "take it out; the pseudonym is enough",
    ),
    _detail(
        rf"\b(?:taken|admitted|rushed|flown|transferred|treated|brought|discharged|moved|born|died"
        rf"|patient|surgery|operation)\b"
        rf"[^.!?;]{{0,40}}?[ ](?:to|at|in|from|by)[ ](?:the[ ])?(?P<shown>{_NAMED}(?:Hospital|Infirmary|Hospice))\b"
        r"(?!['\u2019]?s?[ ](?:NHS|Trust|Foundation))",
        "hospital|infirmary|hospice",
        "this names the hospital where a person was treated",
        'write "a hospital"',
    ),
    _detail(
        rf"\b(?P<shown>{_NAMED}(?:Surgery|Medical[ ](?:Practice|Centre)|Health[ ]Centre|Youth[ ]Club"
        rf"|Kingdom[ ]Hall|Mosque"
        r"|Gurdwara|Football[ ]Club|Mandir))\b",
        "surgery|medical practice|medical centre|health centre|youth club|kingdom hall|mosque|gurdwara|football club"
        "|mandir",
        "this names a place that a family goes to",
        "write what it is, such as a GP surgery or a club, without its name",
    ),
    _detail(
        r"\b(?i:liv(?:ed|es|ing)|moved|flat|house|home|address|lodg\w+|stayed|staying|resid\w+"
        r"|tenancy|bedsit)\b[^.!?;]{0,25}?"
        rf"[ ](?:in|on|at|to|off|near)[ ](?:the[ ])?(?P<shown>{_NAMED}{_STREET})\b(?!['\u2019]?s?[ ](?:[Cc]hildren"
        rf"|[Hh]ouse|[A-Z]))",
        "road|street|avenue|close|lane|drive|crescent|gardens|terrace|grove|mews| row|estate|caravan park|flats",
        "this names the street or the estate where a family lives",
        "name the town or the county at the most",
    ),
    _detail(
        r"\b(?:(?:was|is)[ ]one|eldest|oldest|youngest|middle|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
        r"|tenth|first)[ ]of[ ](?:(?:seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|[7-9]|1\d)[ ]"
        r"(?:\w+[ ])?(?:children|siblings|brothers|sisters)(?!['\u2019])|(?:triplets|quadruplets|quads))\b"
        r"|\b(?:two|three)[ ](?:sets|pairs)[ ]of[ ]twins\b|\bset[ ]of[ ]triplets\b",
        " of ",
        "so unusual a family is easy to recognise",
        'write "a large family", or "one of several children"',
    ),
    _detail(
        r"\brare[ ](?:\w+[ ])?(?:condition|disease|disorder|syndrome|illness)(?:,|[ ]called|[ ]known[ ]as|[ ]named|:)?"
        r"[ ](?:the[ ])?[A-Z]\w+(?:['\u2019]s)?",
        "rare ",
        "a rare illness leads to one person",
        "say what help the person needed because of it, without its name",
    ),
    _detail(
        r"(?<![\w.@/])@[A-Za-z_][\w.]{3,}\b(?!@)",
        "@",
        "this looks like a name on social media",
        "take it out; no reader needs it",
    ),
)

_STEMS: Final = StemIndex({number: detail.stems for number, detail in enumerate(_DETAILS)})
_NOT_A_FAMILYS: Final = frozenset({
    "a", "at", "brain", "cardiac", "children's", "children\u2019s", "community", "coronation", "day", "dental",
    "downing", "emergency", "eye", "football", "further", "general", "gp", "health", "heart", "high", "in",
    "main", "major", "medical", "minor", "nhs", "oral", "orthopaedic", "plastic", "practice", "scotland",
    "sesame", "the", "this", "urgent", "weight", "working", "youth",
})  # fmt: skip
"""Words, in small letters, that are no name of a place by themselves: `Emergency Surgery`, `High Street`."""

_ROLES: Final = frozenset({"child", "baby", "mother", "father", "person", "adult", "young"})
"""Words that a review uses in place of a name: `known to the family as Child K`."""


def check(text: str, known: PublicKnowledge) -> Iterator[Match]:
    """Yield each detail once. A name that the case declares is not reported."""
    for number in sorted(_STEMS.keys_for(text)):
        detail = _DETAILS[number]
        reported: set[str] = set()
        for match in detail.pattern.finditer(text):
            parts = match.groupdict()
            shown = parts.get("shown") or match[0]
            is_public = "name" in parts and parts["name"].lower() in known.people | _ROLES
            is_public |= "shown" in parts and _NOT_A_FAMILYS.issuperset(shown.lower().split()[:-1])
            if not is_public and shown not in reported:
                reported.add(shown)
                yield Match(shown, detail.message, detail.hint)
