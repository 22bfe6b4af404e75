"""Finds the facts on the first pages of a report: name, type, publication, lead reviewer, who commissioned it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.importing.labels import Label, understand
from generator.importing.lines import squash
from generator.importing.listing import Place
from generator.importing.names import has_role, parse_names
from generator.importing.phrases import Phrases
from generator.importing.printed_dates import find_dates
from generator.importing.tokens import plain
from generator.importing.word.blocks import WordBlock, WordBlockKind
from generator.importing.word.fact_patterns import AFTER_PERSON, BOARD, LABELLED, LABELS, NO_PERSON, PERSON, SENTENCES
from generator.importing.word.parts import flatten_blocks
from generator.model import PartialDate

FIRST_PAGES: Final = 120
"""How many paragraphs are read for facts: about four pages."""

_TITLE_LINES: Final = 10
_LONGEST_SENTENCE: Final = 2_000


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact, with the sentence that says it."""

    about: str
    """`name`, `type`, `published`, `reviewer` or `commissioned`."""

    value: str
    printed: str
    place: Place
    why: str = ""
    """Why it is not certain; empty if the file says it."""

    types: tuple[str, ...] = ()
    date: PartialDate | None = None
    unknown_type: str = ""


def find_facts(blocks: Iterable[WordBlock], title: str, file: str, phrases: Phrases) -> dict[str, Fact]:
    """Return one fact of each sort. What is certain comes before what is likely, and then what is printed first."""
    blocks = tuple(blocks)
    lines = flatten_blocks(blocks)[:FIRST_PAGES]
    labelled = [*_labelled_rows(blocks), *((each.text, each.number) for each in lines)]
    found: list[Fact] = []
    for text, number in labelled:
        found += _of_label(text, Place(file, number, "paragraph"), phrases)
    found += _of_title(lines, title, file, phrases)
    for line in lines:
        found += _of_sentence(line.text, Place(file, line.number, "paragraph"))
    facts: dict[str, Fact] = {}
    for fact in sorted(found, key=lambda each: bool(each.why)):
        facts.setdefault(fact.about, fact)
    return facts


def _labelled_rows(blocks: Iterable[WordBlock]) -> list[tuple[str, int]]:
    """Return the rows of tables with a label in the left cell as lines: `Lead reviewer: Dr A Example`."""
    rows = []
    for block in blocks:
        cells = [squash(" ".join(each.text for each in flatten_blocks(cell))) for cell in block.cells]
        filled = [each for each in cells if each]
        if block.kind is WordBlockKind.ROW and block.number <= FIRST_PAGES and len(filled) == 2:
            rows.append((f"{filled[0].rstrip(' :')}: {filled[1]}", block.number))
    return rows


def _of_label(text: str, place: Place, phrases: Phrases) -> Iterable[Fact]:
    match = LABELLED.match(text)
    label, value = (match[1].strip(), match[2].strip()) if match else ("", "")
    if not match:
        by = re.match(r"(?i)^((?:written|completed|prepared|published|commissioned) (?:by|in|on)?)\s*(\S.*)$", text)
        if by is None or len(text) > 120:
            return
        label, value = by[1].strip(), by[2]
    for about, pattern, certain in LABELS:
        if pattern.fullmatch(label):
            why = "" if certain else f'the label "{label}" may mean something else'
            fact = _fact(about, value, text, place, why, phrases)
            if fact is not None:
                yield fact
            return


def _fact(about: str, value: str, printed: str, place: Place, why: str, phrases: Phrases) -> Fact | None:
    match about:
        case "reviewer":
            name = _person(value)
            return Fact(about, name, printed, place, why) if name else None
        case "published":
            dates = find_dates(value)
            return Fact(about, dates[0].date.iso, printed, place, why, date=dates[0].date) if len(dates) == 1 else None
        case "commissioned":
            board = value.strip(" .")
            return Fact(about, board, printed, place, why) if BOARD.search(board) else None
        case "name":
            bare = plain(value).strip(" .'\"")
            return Fact(about, bare, printed, place, why) if parse_names(bare) else None
        case "type":
            label = understand(value, phrases)
            return Fact(about, ", ".join(label.types), printed, place, why, label.types) if label.types else None
    return None


def _of_title(lines: list[WordBlock], title: str, file: str, phrases: Phrases) -> Iterable[Fact]:
    """Yield what the first lines say. A line with nothing but a date or a name counts only there."""
    number = next((each.number for each in lines if each.text == title), 1)
    first = [(title, number)] if title else []
    first += [(each.text, each.number) for each in lines[:_TITLE_LINES] if each.text != title]
    has_type = False
    for text, at in first:
        if len(text.split()) > 25 or (LABELLED.match(text) and _is_labelled(text)):
            continue
        place = Place(file, at, "paragraph")
        label = understand(text, phrases)
        if label.types:
            has_type = True
            yield Fact("type", ", ".join(label.types), text, place, _why_type(label), label.types)
        elif label.unknown_type and len(label.unknown_type.split()) > 1:
            has_type = True
            yield Fact("type", "", text, place, unknown_type=label.unknown_type)
        if label.name and (label.is_certain_name or label.types or has_type or has_role(label.name)):
            certain = label.is_certain_name and not label.leftover
            yield Fact(
                "name",
                _all_names(label),
                text,
                place,
                "" if certain else "the file does not say that it is a pseudonym",
            )
        if label.date is not None and len(text.split()) <= 12:
            why = "" if label.date.is_publication else "the file does not say what this date is"
            yield Fact("published", label.date.date.iso, text, place, why, date=label.date.date)


def _all_names(label: Label) -> str:
    """Return the names in quotation marks if there are several: 'Ivy' and 'Fern'."""
    quoted = [each for each in label.quoted if parse_names(each)]
    return " and ".join(quoted) if len(quoted) > 1 and label.name in quoted else label.name


def _is_labelled(text: str) -> bool:
    match = LABELLED.match(text)
    return match is not None and any(pattern.fullmatch(match[1].strip()) for _, pattern, _ in LABELS)


def _why_type(label: Label) -> str:
    return "the words have a typing error" if label.has_typing_error else ""


def _of_sentence(text: str, place: Place) -> Iterable[Fact]:
    shown = squash(text)[:_LONGEST_SENTENCE]
    for about, pattern, certain in SENTENCES:
        match = pattern.search(shown)
        if match is None:
            continue
        sentence = next((each for each in re.split(r"(?<=[.!?]) ", shown) if match["value"][:20] in each), shown)
        value = _person(match["value"]) if about == "reviewer" else match["value"].strip(" ,.")
        if about == "commissioned":
            value = re.split(
                r"\b(?:in|on|following|after|under|to|and (?:led|written)) (?=[A-Z0-9a-z])", value, maxsplit=1
            )[0].strip(" ,.")
        if value and (about == "reviewer" or BOARD.search(value)):
            why = "" if certain else "the sentence does not say that this is the lead reviewer"
            yield Fact(about, value, sentence[:300], place, why)
    for date in find_dates(shown):
        if date.is_publication and re.search(
            r"(?i)\b(?:this|the) (?:report|review|document) (?:was|is) published", shown
        ):
            yield Fact("published", date.date.iso, shown[:300], place, date=date.date)


def _person(value: str) -> str:
    """Return the name of a person, without what is printed after it; empty if it is no name of a person."""
    names = [AFTER_PERSON.sub("", each).strip(" .") for each in re.split(r" and | & ", squash(value))]
    first = names[0] if names else ""
    if not re.fullmatch(PERSON, first) or NO_PERSON.search(first):
        return ""
    second = names[1] if len(names) > 1 else ""
    is_pair = bool(re.fullmatch(PERSON, second)) and not NO_PERSON.search(second)
    return f"{first} and {second}" if is_pair else first
