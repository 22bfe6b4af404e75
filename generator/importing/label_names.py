"""Finds the names in a label: in what is left of it without the type, the kind, the date and the state."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.importing import welsh_words
from generator.importing.lines import squash
from generator.importing.names import (
    ROLE,
    has_role,
    in_english,
    is_board,
    is_page_word,
    is_role_with_code,
    parse_names,
)
from generator.importing.tokens import plain

_BEFORE_DATE: Final = re.compile(
    r"[\s,;:(\u2013-]+(?:first )?(?:published|issued|released|dated)(?: in| on)?\s*:?\s*¦", re.IGNORECASE
)
"""What a label says before its date, which is replaced by the sign at the end."""

_NOISE: Final = (
    welsh_words.NOISE + r"|"
    r"the (?:case|death|life|circumstances|subject) of|case of|in the matter of|in relation to|in respect of"
    r"|relating to|regarding|concerning|known as|referred to as|called|named|re|for|of"
    r"|about|on|into|by|from|and its findings"
    r"|learning from|lessons from|what we learned from|findings from|the|a|an|our|this|and"
    r"|with|to|final|full|draft|complete|"
    r"published|publication(?: date)?|date|independent|local|joint|statutory|discretionary|mandatory"
    r"|multi-agency|local authority"
    r"|summary of|copy|version \S+|v\.? ?\d[\d._]*|updated|new|latest|pdf|word|download"
    r"|view|here|is|was|redacted|anonymised"
    r"|pseudonym|type(?: of review)?|name|partnership|board|safeguarding|review of|review|reviews|findings|report"
)
_NOISE_FIRST: Final = re.compile(rf"^(?:(?:{_NOISE})\b[\s.,:;-]*)+", re.IGNORECASE)
_NOISE_LAST: Final = re.compile(rf"(?:[\s.,:;-]*\b(?:{_NOISE}))+$", re.IGNORECASE)
_LONGEST_NOISE: Final = 300
"""How many characters at the end of a text are searched, since the search takes long for a long text."""

QUOTED: Final = re.compile(r"[\"]([^\"]{1,80})[\"]|(?<![\w])'([^'\"]{1,80}(?:'[a-z][^'\"]{1,60})?)'(?![\w])")
_CHUNKS: Final = re.compile(r"\s*¦\s*|\s+-\s+|\s*[:;|•]\s*|\s*[\[\]()]\s*|\s*,\s+(?=¦)|\s*-\s*(?=¦)|(?<=¦)\s*-\s*")


@dataclass(frozen=True, slots=True)
class NamesOfLabel:
    """The names in a label."""

    names: tuple[str, ...]
    name: str
    """The names as they are printed."""

    is_certain: bool
    leftover: tuple[str, ...]
    """The parts that were not understood."""


def find_names(rest: str, all_quoted: tuple[str, ...]) -> NamesOfLabel:
    """Return the names in the rest of a label, in which a mark is in place of each part that was understood."""
    names: tuple[str, ...] = ()
    name, leftover, certain = "", [], False
    for chunk in _CHUNKS.split(_BEFORE_DATE.sub(" ¦ ", rest)):
        bare = strip_noise(chunk)
        if not re.search(r"\w", bare):
            continue
        parsed = parse_names(bare) or _quoted_name(bare)
        if parsed and not names:
            names, name = parsed, squash(bare.strip(" .,:;-'\"()[]|"))
            certain = has_role(bare) or any(name in quoted for quoted in all_quoted)
        elif parsed and _same(parsed, names):
            continue
        elif parsed and in_english(squash(bare)) in (in_english(name), name):
            # "Plentyn C / Child C": the English name is the one for an English site.
            if in_english(squash(bare)) == squash(bare):
                names, name = parsed, squash(bare)
        elif parsed and not certain and is_role_with_code(bare):
            # "Northport: Child Q" is about Child Q.
            leftover.append(name)
            names, name, certain = parsed, squash(bare.strip(" .,:;-'\"()[]|")), True
        else:
            leftover.append(squash(bare))
    if not names:
        for quoted in all_quoted:
            if parsed := parse_names(quoted) or _quoted_name(f"'{quoted}'"):
                names, name, certain = parsed, quoted, True
                leftover = [each for each in leftover if quoted not in each]
                break
    return NamesOfLabel(names, name, certain, tuple(leftover))


def _quoted_name(text: str) -> tuple[str, ...]:
    """Return a name in quotation marks that does not look like one: 'the twins'."""
    match = re.fullmatch(r"['\"](.{2,40})['\"]", plain(text).strip())
    if match is None or len(match[1].split()) > 4:
        return ()
    return (squash(match[1]),) if not all(is_page_word(word) for word in match[1].split()) else ()


def _same(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return {each.casefold() for each in one} <= {each.casefold() for each in other}


def strip_noise(chunk: str) -> str:
    """Return a part of a label without the words around a name. A role such as "Case 4" stays."""
    text = squash(chunk).strip(" .,:;-|/&+")
    words = text.split(" ")
    while words and is_board(words[0].strip("'")):
        words.pop(0)
    while words and is_board(words[-1].strip("'")):
        words.pop()
    text = " ".join(words)
    if re.match(r"(?i:case) [A-Z0-9]", text):
        return re.sub(r"(?i)\s+(?:overview|final|report|v\d+)$", "", text)
    text = _NOISE_FIRST.sub("", text)
    # "A" and "B" are names, and "a" is not: only words in lower case, or whole words, go at the end.
    noise = _NOISE_LAST.search(text, max(0, len(text) - _LONGEST_NOISE))
    shorter = text if noise is None else text[: noise.start()]
    if shorter and not re.search(rf"\b(?i:{ROLE})$", shorter):
        text = shorter
    elif not shorter and len(text) > 1:
        text = ""
    while text and is_board(text.split(" ")[-1]):
        text = text.rpartition(" ")[0]
    return text.strip(" .,:;-|/&+")
