"""The variants in which a private term may be written. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, product
from typing import Final

from generator.markdown.dictionary import dictionary_words, ordinary_words
from generator.markdown.forenames import ALSO_WORDS
from generator.private_terms.name_words import PARTICLES
from generator.private_terms.normalisation import normalise, to_word_stream
from generator.private_terms.place_variants import place_spellings, streets_without_numbers
from generator.private_terms.term import Term, TermKind


class MatchContext(StrEnum):
    """Which context to check when a variant is found."""

    PLAIN = "plain"
    CAPITAL = "capital"
    """Also an ordinary word: it counts with a capital inside a sentence."""

    CAPITALS = "capitals"
    """Also ordinary words: they count if each has a capital, or if they are joined as in an id."""

    INITIAL = "initial"
    """`J. Smith`: it counts with two capitals, or joined as ids join words."""

    STREET = "street"
    """A street without its number: it counts with capitals, and not after the number of another house."""


@dataclass(frozen=True, slots=True)
class NameVariant:
    """A variant of a term: lower-case words with a space between them, as in a word stream."""

    words: str
    sort: MatchContext = MatchContext.PLAIN
    starts: str = ""
    """The initials, if the variant has any."""

    surname: str = ""
    """The words next to the initials."""

    surname_first: bool = False

    is_joined: bool = False
    """True for the words of the term without the spaces, as in a file name."""


_MOST: Final = 400
"""The variants of one term."""


def variants_of(term: Term) -> frozenset[NameVariant]:
    """Return every variant of a term.

    The set is empty for a date or a number, which have their own search, and for an exception.
    """
    text = normalise(term.text)
    if term.kind is TermKind.NAME:
        found = _name(text)
    elif term.kind is TermKind.NICKNAME:
        found = _single(text)
    elif term.kind in (TermKind.DATE, TermKind.NUMBER, TermKind.ALLOW):
        found = iter(())
    else:
        found = _place(text)
    return frozenset(islice((each for each in found if len(each.words) > 2), _MOST))


def units_of(text: str) -> tuple[str, ...]:
    """Return the parts of a name, forename first: `Smith, John` is John Smith. Dashes and other signs are not parts."""
    last, comma, first = text.partition(",")
    units = [word for word in (f"{first} {last}" if comma else text).split() if any(map(str.isalnum, word))]
    if units and not _is_initial(units[0]):
        # `Smith J. A.`: the initials belong in front.
        behind = next(place for place in range(len(units), 0, -1) if not _is_initial(units[place - 1]))
        units = [*units[behind:], *units[:behind]]
    return tuple(units)


def _is_initial(unit: str) -> bool:
    return sum(map(str.isalnum, unit)) == 1 and unit[0].isascii()


def _name(text: str) -> Iterator[NameVariant]:
    units = units_of(text)
    if len(units) < 2:
        yield from _single(" ".join(units))
        return
    for parts in dict.fromkeys((units, with_whole_surname(units))):
        for spelt in product(*map(spellings_of, parts)):
            yield from _whole_names(spelt)
            yield from _with_initials(spelt)


def with_whole_surname(units: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts of a name with `van der Berg` as one part."""
    place = next((index for index, each in enumerate(units) if index and each.lower() in PARTICLES), len(units) - 1)
    return (*units[:place], " ".join(units[place:]))


def _single(text: str) -> Iterator[NameVariant]:
    """Yield the variants of a single name: a surname, a forename or a nickname."""
    for words in (" ".join(each) for each in product(*map(spellings_of, text.split()))):
        sort = MatchContext.CAPITAL if words in ALSO_WORDS else MatchContext.PLAIN
        yield NameVariant(words, sort)
        yield from (NameVariant(plural, sort) for plural in _plurals(words))
        if " " in words:
            yield from _joined(words, 6)


def _whole_names(spelt: Sequence[str]) -> Iterator[NameVariant]:
    first, *middle, last = spelt
    if len(first) == 1 and first.isascii():
        # `a smith` in lower case is not A. Smith: the variants with initials check the capitals.
        return
    for order in {(*spelt,), (first, last), (last, first), (last, first, *middle)}:
        is_phrase = len(order) == 2 and first in ALSO_WORDS and (last in ALSO_WORDS or last in ordinary_words())
        yield NameVariant(" ".join(order), MatchContext.CAPITALS if is_phrase else MatchContext.PLAIN)
        yield from _joined("".join(order), 5)
    for plural in _plurals(last):
        yield NameVariant(f"{first} {plural}")
        yield NameVariant(" ".join((first, *middle, plural)))


def _joined(words: str, longer_than: int) -> Iterator[NameVariant]:
    """Yield the words without spaces, unless that makes a dictionary word: `Mark Down` is not in `markdown`."""
    joined = words.replace(" ", "").replace("'", "")
    if len(joined) > longer_than and joined not in dictionary_words():
        yield NameVariant(joined, is_joined=True)


def _with_initials(spelt: Sequence[str]) -> Iterator[NameVariant]:
    first, *middle, last = spelt
    start = first[0]
    for surname in (last, *_plurals(last)):
        yield from _initialled(start, surname)
    bare = last.replace(" ", "").replace("'", "")
    if len(bare) > 3 and bare not in ALSO_WORDS and bare not in ordinary_words():
        yield from _joined(start + bare, 4)
        yield from _joined(bare + start, 4)
    if middle:
        starts = "".join((start, *(each[0] for each in middle)))
        yield from _initialled(starts, last)
        yield NameVariant(f"{starts} {last}", MatchContext.INITIAL, starts, last)
        yield NameVariant(f"{first} {' '.join(starts[1:])} {last}")
        yield NameVariant(f"{first} {' | '.join(starts[1:])} | {last}")


def _initialled(starts: str, surname: str) -> Iterator[NameVariant]:
    """Yield the variants `J. A. Smith`, `J.A. Smith`, `J A Smith`; and `Smith, J. A.`, with or without full stops."""
    for gap, end in ((" ", " "), (" | ", " | "), (" ", " | ")):
        yield NameVariant(f"{gap.join(starts)}{end}{surname}", MatchContext.INITIAL, starts, surname)
    for gap in (" ", " | "):
        yield NameVariant(f"{surname} {gap.join(starts)}", MatchContext.INITIAL, starts, surname, surname_first=True)


def spellings_of(unit: str) -> tuple[str, ...]:
    """Return a part of a name with its hyphens and apostrophes kept, left out, and replaced by spaces."""
    words = to_word_stream(unit).strip()
    whole = words.replace(" ' ", "")
    return tuple(dict.fromkeys((words, words.replace(" ' ", " "), whole, whole.replace(" ", ""))))


def _plurals(words: str) -> Iterable[str]:
    if words.endswith(("s", "x", "z", "ch", "sh")):
        return (f"{words}es",)
    if words.endswith("y") and words[-2:-1] not in "aeiou":
        return (f"{words}s", f"{words[:-1]}ies")
    return (f"{words}s",)


def _place(text: str) -> Iterator[NameVariant]:
    """Yield the variants of a school, a placement or a street."""
    yield from (NameVariant(words, MatchContext.STREET) for words in streets_without_numbers(text))
    for words in place_spellings(text):
        yield NameVariant(words)
        yield from _joined(words, 7)
