"""Pseudonyms of reviews as pages print them: `Grace`, `Prada and Jordan`, `Child K`, `Adult A & Adult B`, `Siân`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from generator.importing import welsh_words
from generator.importing.tokens import DOUBLE_QUOTES, SINGLE_QUOTES, fold, plain

_ROLES: Final = (
    "child|children|baby|babies|adult|adults|family|families|mr|mrs|ms|miss|dr|person|people|infant"
    "|sibling|siblings|brothers|sisters|twins|case|mother|father|patient|resident"
    "|subject|victim|offender|boy|girl|man|woman|student|" + "|".join(welsh_words.ROLES)
)
ROLE: Final = rf"(?:(?:the )?(?:young |older |vulnerable )?(?:{_ROLES}))"
_CODE: Final = (
    r"(?:[A-Z]{1,4}\d{0,4}|\d{1,4}[A-Z]?|"
    r"[A-Z]{1,5}[/-]?\d{1,4}(?:[/-]\d{1,4})?|[A-Z]\d?(?:, [A-Z]\d?)+)(?!\w)"
)
_WORD: Final = r"(?:(?:Mc|Mac|O'|D'|De |Van |Al-|El-)?[^\W\d_a-z][^\W\d_]*(?:[-'][^\W\d_]+)*)"
_PERSON: Final = rf"{_WORD}(?: {_WORD}){{0,2}}(?: family| siblings)?"
_SEVERAL: Final = (
    r"(?i:(?:two|three|four|five) (?:young |older )?"
    r"(?:brothers|sisters|siblings|children|adults|boys|girls|men|women))"
)
_UNIT: Final = rf"(?:{_SEVERAL}|(?i:{ROLE}) (?:{_CODE}|{_WORD})|{_PERSON}|{_CODE})(?: \((?:[^()]{{1,40}})\))?"
NAMES: Final = rf"{_UNIT}(?:(?:,? and |,? & |, | ?/ ?| \+ ){_UNIT})*"
_HAS_ROLE: Final = re.compile(rf"^(?i:{ROLE}) (?:{_CODE}|{_WORD})")
_QUOTED_CODE: Final = re.compile(
    rf"\b((?i:{ROLE})) [{SINGLE_QUOTES}{DOUBLE_QUOTES}]([A-Z]{{1,2}}\d{{0,2}})[{SINGLE_QUOTES}{DOUBLE_QUOTES}](?!\w)"
)
_SEPARATOR: Final = re.compile(r",? and |,? & |, | ?/ ?| \+ ")
_BOARD: Final = re.compile(r"^[A-Z]{0,4}(?:SCB|SCP|SAB|SAP|SP|CSP|LSCB|SPB|WSP)$")
# Words of headings and menus that begin with a capital and are nobody's name.
_NO_NAMES_TEXT: Final = """
    about access accessibility accordion action adults advice all alternative an annual appendix archive
    archived are assessment back background bulletin briefing briefings business care carers case cases chair
    child children click community complaints conference consultation contact content contents cookie cookies
    council county coming covid current data death deaths details development document documents domestic
    download downloads draft early education english events evaluation executive exploitation external families
    family feedback files final findings for forms forward framework from full further general glossary guidance
    guides guide harm health help helpful here home homicide how impact improvement improvements in independent
    individual information introduction issue issues key latest learning lessons legal letter library link links
    list local mailing main management media meeting meetings members menu mental minute minutes model more
    multi national neglect news newsletter newsletters next no not notes on online open other our outcome
    overview page panel parents part partner partners partnership past people plan plans please policies policy
    practice practitioner practitioners presentation previous privacy procedure procedures process professional
    professionals programme protocol publication publications published purpose rapid read recent
    recommendations referral register related report reports research resource resources response review reviews
    safeguarding schools search section see serious seven share sign single site sitemap skip staff statement
    statements statistics statutory strategy subgroup subscribe suicide summaries summary support table template
    terms thematic theme themes these this to toolkit tools top training twitter facebook under understanding
    update updates upcoming useful version video view voice we webinar webinars website welcome
    what when where which who why work working worried you young your january february march april june july
    august september october november december monday tuesday wednesday thursday friday saturday sunday pdf word
    docx doc zip html mb kb llb scr cspr sar dhr dardr lcspr the a and of title type date name state status
    address label opens copy
    mappa bsl nspcc older earlier mandatory discretionary concise extended watch listen play attachments
    appendices
"""
_NO_NAMES: Final = frozenset((_NO_NAMES_TEXT + welsh_words.NO_NAMES_TEXT).split())


def parse_names(text: str) -> tuple[str, ...]:
    """Return the names in a text that consists of nothing else: `Prada and Jordan` gives both. Empty if it does not."""
    text = plain(text).strip(" .,:;-'\"()[]|*")
    if not text or len(text) > 120 or not re.fullmatch(NAMES, text):
        return ()
    units = tuple(each.strip() for each in _SEPARATOR.split(text) if each.strip())
    return units if all(_may_be_name(each) for each in units) else ()


def without_quotes(text: str) -> str:
    """Return a text with a code after a role without its quotation marks: `Child "P"` is `Child P`."""
    return _QUOTED_CODE.sub(r"\1 \2", text)


def is_role_with_code(text: str) -> bool:
    """Return True for `Child Q` or `Adult 7`."""
    return re.fullmatch(rf"(?i:{ROLE}) {_CODE}", plain(text).strip()) is not None


def in_english(name: str) -> str:
    """Return a pseudonym with an English word in place of a Welsh one: `Plentyn C` is `Child C`."""
    first, space, rest = name.partition(" ")
    return welsh_words.ROLES.get(first.lower(), first) + space + rest


def has_role(text: str) -> bool:
    """Return True for names such as `Child K`, which can be nothing else."""
    return _HAS_ROLE.match(plain(text).strip(" '\"")) is not None


@lru_cache(maxsize=16_384)
def name_key(name: str) -> str:
    """Return the form in which names are compared: `Alice & Beth` is `Alice and Beth`, without accents."""
    text = fold(plain(name))
    text = re.sub(r"\s*\([^()]*\)\s*$", "", text)
    text = re.sub(r"\b(?:and|the)\b|[&,/+]", " ", text)
    return " ".join(re.sub(r"[^\w]+", " ", text).split())


def is_board(word: str) -> bool:
    """Return True for the abbreviation of a board or a partnership, such as `WSCB`."""
    return _BOARD.match(word) is not None


def is_page_word(word: str) -> bool:
    """Return True for a word of headings and menus."""
    return fold(word) in _NO_NAMES


def _may_be_name(unit: str) -> bool:
    bare = re.sub(r" \([^()]*\)$", "", unit)
    if re.fullmatch(_SEVERAL, bare):
        return True
    if _HAS_ROLE.match(bare):
        last = bare.rsplit(" ", 1)[-1]
        return not is_page_word(last) or len(last) == 1
    if re.fullmatch(r"\d+", bare):
        return False
    words = re.split(r"[ ]", bare)
    if len(words) > 1 and words[-1] in ("family", "siblings"):
        words = words[:-1]  # "The Lark family".
    return not any(is_page_word(word) for word in words if len(word) > 1 or len(words) > 1) and not is_board(bare)
