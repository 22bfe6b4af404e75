"""Understands one label, heading or sentence: review types, kind of document, series, names, topic, date and state."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from generator.importing import welsh_words
from generator.importing.label_names import QUOTED, find_names, strip_noise
from generator.importing.lines import squash
from generator.importing.link_words import clean_label
from generator.importing.names import without_quotes
from generator.importing.phrases import Found, Meaning, Phrases
from generator.importing.printed_dates import PrintedDate, find_dates, says_date
from generator.importing.states import PrintedState, find_state
from generator.importing.tokens import Token, plain, tokens_of

_REVISION: Final = re.compile(
    r"\s*[\[(](?:last )?(?:updated|revised|reviewed|refreshed)\b[^\[\]()]*[\])]$", re.IGNORECASE
)
_TYPE_WORDS_TEXT: Final = """
    serious case child children adult safeguarding practice learning local partnership multi agency
    discretionary independent joint homicide domestic abuse related death thematic rapid significant incident
    mental health alternative management single unified historical critical lesson learned offensive weapon peer
    management
"""
_TYPE_WORDS: Final = frozenset(_TYPE_WORDS_TEXT.split())
_GENERAL_TYPE_WORDS: Final = frozenset(
    ["safeguarding", "case", "child", "adult", "local", "partnership", "joint", "independent"]
)
"""Words that name no type of review by themselves when a page has them before "reviews"."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says. Every field is empty if the label does not say it."""

    printed: str
    """The words of the page, on one line."""

    kinds: tuple[str, ...] = ()
    """Ids of document kinds, in the order in which they are named."""

    series: str = ""
    series_words: tuple[str, ...] = ()
    """The words that name the series, in the form in which words are compared."""

    types: tuple[str, ...] = ()
    """Ids of review types; several for a joint review."""

    unknown_type: str = ""
    """Words that name a review type which the vocabulary does not have."""

    names: tuple[str, ...] = ()
    """The pseudonyms."""

    name: str = ""
    """The names as they are printed."""

    is_certain_name: bool = False
    """True if the names are in quotation marks or have a word such as `Child`."""

    topic: str = ""
    """The subject of a briefing on a topic, or of a thematic review."""

    date: PrintedDate | None = None
    state: PrintedState | None = None
    leftover: tuple[str, ...] = ()
    """The parts that were not understood."""

    is_plural: bool = False
    """True if it names several reviews, briefings or reports at once, as headings of sections do."""

    has_typing_error: bool = False
    is_usual: bool = False
    """True if the kind or the series was named by a usual word that the vocabulary does not have."""

    quoted: tuple[str, ...] = field(default=())
    """What is in quotation marks."""

    @property
    def is_empty(self) -> bool:
        """True if nothing in it was understood."""
        return not (self.kinds or self.series or self.types or self.unknown_type or self.names or self.topic)


@lru_cache(maxsize=4_096)
def understand(text: str, phrases: Phrases) -> Label:
    """Return what a label or a heading says."""
    printed = squash(text)
    label = without_quotes(clean_label(printed))
    shown = plain(label)
    state = find_state(shown)
    dates = [each for each in find_dates(shown, phrases.latest_year) if says_date(each, shown)]
    date = next((each for each in dates if each.is_publication), dates[0] if dates else None)
    tokens = tokens_of(label)
    spans = [(each.start, each.end) for each in dates] + ([(state.start, state.end)] if state else [])
    found = [
        each
        for each in phrases.find(tokens)
        if not any(tokens[each.first].start < end and start < tokens[each.after - 1].end for start, end in spans)
    ]
    series = _series(found)
    on_topic = series is not None and not phrases.series(series.phrase.id).is_for_case
    kept = [each for each in found if _is_same_series(each, series)] if on_topic and series else found
    other = next((each for each in kept if _is_of_other_law(each, tokens)), None)
    kept = [each for each in kept if each is not other]
    used = [(tokens[each.first].start, tokens[each.after - 1].end) for each in kept]
    unknown = "" if on_topic or other else _unknown_type(tokens, kept, label, used)
    if other is not None:
        used.append((tokens[other.first - 1].start, tokens[other.after - 1].end))
        unknown = label[slice(*used[-1])]
    base = Label(
        printed,
        tuple(dict.fromkeys(each.phrase.id for each in kept if each.phrase.meaning is Meaning.KIND)),
        series.phrase.id if series else "",
        series.phrase.words if series else (),
        tuple(dict.fromkeys(each.phrase.id for each in kept if each.phrase.meaning is Meaning.TYPE)),
        unknown,
        date=date,
        state=state,
        is_plural=any(_is_plural(label, tokens, each) for each in kept),
        has_typing_error=any(each.has_typing_error for each in kept),
        is_usual=any(not each.phrase.is_exact for each in kept),
        quoted=tuple(squash(a or b) for a, b in QUOTED.findall(shown)),
    )
    rest = _without(label, used + spans)
    return _with_topic(base, rest) if on_topic else _with_names(base, rest)


def _with_topic(label: Label, rest: str) -> Label:
    rest = re.sub(r"[\[(][\s.,:;-]*(?:published\s*)?¦[\s.,:;-]*[\])]", "¦", rest)
    chunks = [each.strip(" .,:;-'\"") for each in rest.split("¦")]
    topic = " ".join(each for each in chunks if re.search(r"\w", each))
    topic = re.sub(r"^(?:on|about|for|re|regarding|:|the topic of)\s+", "", topic, flags=re.IGNORECASE)
    topic = _REVISION.sub("", topic)
    topic = squash(re.sub(r"\s*[\[(]\s*[\])]", "", topic)).strip(" .,:;-|")
    return replace(label, topic=topic if not _is_noise(topic) else "")


def _with_names(label: Label, rest: str) -> Label:
    found = find_names(rest, label.quoted)
    return replace(label, names=found.names, name=found.name, is_certain_name=found.is_certain, leftover=found.leftover)


def _series(found: list[Found]) -> Found | None:
    """Return the series that a label names: the vocabulary's own words before usual ones."""
    series = [each for each in found if each.phrase.meaning is Meaning.SERIES]
    return min(series, key=lambda each: not each.phrase.is_exact, default=None)


def _is_plural(label: str, tokens: tuple[Token, ...], found: Found) -> bool:
    if any(token.word in welsh_words.PLURALS for token in tokens[found.first : found.after]):
        return True
    last = label[tokens[found.after - 1].start : tokens[found.after - 1].end].lower()
    return last.endswith("s") and not last.endswith("ss") and found.phrase.words[-1] != last


def _is_same_series(found: Found, series: Found) -> bool:
    """Return True for a name of a series, also in the other language: "Briff 7 munud / 7-minute briefing"."""
    return (found.phrase.meaning, found.phrase.id) == (series.phrase.meaning, series.phrase.id)


def _is_of_other_law(found: Found, tokens: tuple[Token, ...]) -> bool:
    """Return True for a type of review that a word before it makes another one: a MAPPA Serious Case Review."""
    return found.phrase.meaning is Meaning.TYPE and found.first > 0 and tokens[found.first - 1].word == "mappa"


def _unknown_type(tokens: tuple[Token, ...], found: list[Found], label: str, used: list[tuple[int, int]]) -> str:
    """Return words before "Review" that name an unknown type, and mark them as used. Empty for the word alone."""
    taken = {n for each in found for n in range(each.first, each.after)}
    for n, token in enumerate(tokens):
        if token.word not in ("review", "enquiry", "inquiry") or n in taken:
            continue
        first = n
        while first > 0 and first - 1 not in taken and tokens[first - 1].word in _TYPE_WORDS:
            first -= 1
        said = {each.word for each in tokens[first:n]}
        if said <= _GENERAL_TYPE_WORDS and label[token.start : token.end].lower().endswith("s"):
            # "Safeguarding reviews" is the heading of a page, and names no type.
            used.append((tokens[first].start, token.end))
            continue
        # "Baby Child Practice Review": a role before a single capital is a name.
        used.append((tokens[first].start, token.end))
        if first < n:
            return label[tokens[first].start : token.end]
    return ""


def _without(label: str, spans: list[tuple[int, int]]) -> str:
    """Return a label with a mark in place of each part that was understood."""
    text = plain(label)
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} ¦ {text[end:]}"
    return text


def _is_noise(text: str) -> bool:
    return not re.search(r"\w", text) or not strip_noise(text)


def subject_of_thematic_review(label: Label) -> str:
    """Return the subject of a thematic review, which has no pseudonym. Empty for every other label."""
    words = [each for each in label.leftover if each.lower() != "thematic"]
    is_thematic = "thematic" in label.types or "thematic" in label.unknown_type.lower()
    # "Thematic SAR: Rough sleeping" is of the type SAR.
    is_thematic = is_thematic or (bool(label.types) and len(words) < len(label.leftover))
    if not is_thematic or label.is_plural or len(label.printed.split()) > 16:
        return ""
    if len(label.quoted) == 1:
        return label.quoted[0].strip(" .,")
    subject = words[0].strip(" '\"") if len(words) == 1 and not label.names else ""
    return subject if len(subject.split()) <= 10 else ""
