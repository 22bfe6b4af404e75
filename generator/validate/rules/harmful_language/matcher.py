"""Finds harmful wording in one text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.diagnostics import one_line
from generator.validate.rules.harmful_language.abuse_terms import EXCUSING, SOFTENING
from generator.validate.rules.harmful_language.blaming_and_labelling_terms import BLAMING, DEBATED, LABELLING
from generator.validate.rules.harmful_language.choice_terms import CHOOSING, ENGAGING
from generator.validate.rules.harmful_language.judging_terms import JUDGING
from generator.validate.rules.harmful_language.suicide_terms import IN_A_SENTENCE, METHODS, WORDS
from generator.validate.rules.harmful_language.terms_for_people import ADULTIFYING, LABELS, UNCLEAR
from generator.validate.rules.harmful_language.wording import Wording
from generator.validate.stems import StemIndex

WORDINGS: Final = (
    *WORDS,
    *METHODS,
    *BLAMING,
    *CHOOSING,
    *EXCUSING,
    *SOFTENING,
    *ADULTIFYING,
    *LABELLING,
    *LABELS,
    *DEBATED,
    *ENGAGING,
    *JUDGING,
    *UNCLEAR,
)

_QUOTED: Final = re.compile(
    "\u201c[^\u201d]{1,400}\u201d"
    '|"[^"]{1,400}"'
    r"|\u2018[^\u2019]{1,400}\u2019(?!\w)"
    r"|(?<!\w)'[^'\n]{1,400}'(?!\w)"
    r"|^ {0,3}>[^\n]*$",
    re.MULTILINE,
)
"""Words between quotation marks, and a block quotation of Markdown."""

_MENTIONED: Final = re.compile(
    r"\b(?:words?|terms?|phrases?|labels?|expressions?|language)(?: such as| like|:| of)? (?:\w+ (?:or|and) )?"
    r"(?:an? |the )?$",
    re.IGNORECASE,
)
"""The end of a text before words that are mentioned and not used: `the word addict`."""

_MENTIONED_AFTER: Final = re.compile(
    r"^,? (?:is|are|was|were|has|as)(?: \w+)? (?:an? |the )?(?:word|term|phrase|label|expression)s?\b", re.IGNORECASE
)
_SAY: Final = (
    r"(?:writ(?:e|ing)|say(?:ing)?|us(?:e|ing)|describ(?:e|ing)|call(?:ing)?|refer(?:ring)?"
    r"|label(?:ling)?|record(?:ing)?"
    r"|assum(?:e|ing)|think(?:ing)?|see(?:ing)?|treat(?:ing)?|regard(?:ing)?|view(?:ing)?|imply"
    r"|suggest|mean|ask)"
)
_ADVISED_AGAINST: Final = re.compile(
    r"\b(?:(?:should|must|do) not|never|avoid|don['\u2019]t|instead of|rather than|stop)"
    rf" (?:\w+ ){{0,2}}?{_SAY}\b[^.!?;]{{0,80}}$"
    r"|\b(?:wrongly|mistakenly|unfairly|myth|stereotype|misconception|prejudice|judged"
    r"|victim-blaming)\b[^.!?;]{0,60}$",
    re.IGNORECASE,
)
"""The end of a text before words that it advises against: `Do not write that she is`, `the myth that`."""

_DENIED: Final = re.compile(
    r"(?:\b(?:not|never|cannot|no|nobody|neither|nor|unable to|too young to)|n['\u2019]t)"
    r" (?:(?:be|been|being|to|have|an?|the|any|legally|give|really|in) ){0,3}$",
    re.IGNORECASE,
)
_OF_AN_ORGANISATION: Final = re.compile(
    r"\b(?:services?|agenc(?:y|ies)|councils?|trusts?|police|housing|departments?|school"
    r"|organisations?|providers?|boards?"
    r"|professionals|practitioners|workers|staff|teams?|meetings?|offices?|clinics?|partnerships?"
    r"|help|support|courts?)"
    r"(?: (?:was|were|is|are|be|can be|could be|had|have|has|often|still|also|too|sometimes|that"
    r"|which|who)){0,3} $",
    re.IGNORECASE,
)
"""Before a claim (P642 and P644), a denial or an organisation makes it innocent: `was not hard to reach`."""

_CLAIMS: Final = ("P642", "P644")
_SENTENCE: Final = re.compile(r"[.!?](?=\s)|\n\s*\n")
_STEMS: Final = StemIndex({number: wording.stems for number, wording in enumerate(WORDINGS)})


@dataclass(frozen=True, slots=True)
class TextContext:
    """The subject of the record that contains a text."""

    suicide: bool = False
    """True if the record's harms or themes are about suicide or self-harm."""

    only_adults: bool = False
    """True for a review of a type that is only about adults."""


@dataclass(frozen=True, slots=True)
class Match:
    """Harmful words in a text."""

    wording: Wording
    words: str
    """The words as they are written, on one line."""

    @property
    def message(self) -> str:
        """Return the message: what is wrong, in an editor's words."""
        return f'"{self.words}" {self.wording.harm}'

    @property
    def hint(self) -> str:
        """Return the hint: what to write, and the source of that advice."""
        return f"{self.wording.better} ({self.wording.source})"


_EVERYWHERE: Final = TextContext()


@lru_cache(maxsize=4_096)
def find_harmful_wording(text: str, about: TextContext = _EVERYWHERE) -> tuple[Match, ...]:
    """Return the harmful wordings in a text, each once, in the order of the text."""
    possible = sorted(_STEMS.keys_for(text))
    if not possible:
        return ()
    found: list[tuple[int, int, Match]] = []
    for wording in (WORDINGS[number] for number in possible):
        if wording.of_children and about.only_adults:
            continue
        for match in wording.pattern.finditer(text):
            if not wording.even_quoted and (
                _is_quoted(text, match) or _is_mentioned(text, match) or _is_refuted(wording, text, match)
            ):
                continue
            if _is_meant(wording, text, match, about):
                found.append((match.start(), match.end(), Match(wording, one_line(match[0]))))
                break
    return tuple(each for _, _, each in sorted(_outermost(found), key=lambda at: at[:2]))


def _is_quoted(text: str, match: re.Match[str]) -> bool:
    return any(start <= match.start() < end for start, end in _quotations(text))


@lru_cache(maxsize=1)
def _quotations(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(quoted.span() for quoted in _QUOTED.finditer(text))


def _is_mentioned(text: str, match: re.Match[str]) -> bool:
    """Return True for words that the text speaks about, as in `the word addict`, rather than about a person."""
    before = text[max(0, match.start() - 60) : match.start()]
    after = text[match.end() : match.end() + 40]
    return _MENTIONED.search(before) is not None or _MENTIONED_AFTER.match(after) is not None


def _is_refuted(wording: Wording, text: str, match: re.Match[str]) -> bool:
    """Return True for words that the text advises against, and a claim that it denies or makes of an organisation."""
    before = one_line(text[max(0, match.start() - 120) : match.start()] + "|")[:-1]
    if _ADVISED_AGAINST.search(before):
        return True
    is_claim = wording.code in _CLAIMS
    return is_claim and (_DENIED.search(before) is not None or _OF_AN_ORGANISATION.search(before) is not None)


def _outermost(found: list[tuple[int, int, Match]]) -> Iterator[tuple[int, int, Match]]:
    """Yield the matches that are not inside a longer match of the same code, so that one place is reported once."""
    for start, end, each in found:
        inside = any(
            other is not each
            and other.wording.code == each.wording.code
            and first <= start
            and end <= last
            and (last - first > end - start)
            for first, last, other in found
        )
        if not inside:
            yield start, end, each


def _is_meant(wording: Wording, text: str, match: re.Match[str], about: TextContext) -> bool:
    """Return True if the wording counts here. Words that also have a harmless sense count only near suicide."""
    if wording.near == "anything":
        return True
    if wording.near == "subject" and about.suicide:
        return True
    before = [match.end() for match in _SENTENCE.finditer(text, 0, match.start())]
    after = _SENTENCE.search(text, match.end())
    sentence = text[before[-1] if before else 0 : after.start() if after else len(text)]
    return IN_A_SENTENCE.search(sentence) is not None
