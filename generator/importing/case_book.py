"""The cases that were found so far, and the headings above the block that is being read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.importing.found import Found, FoundBriefing, FoundCase, Unplaced
from generator.importing.labels import Label, understand
from generator.importing.listing import Place
from generator.importing.names import name_key
from generator.importing.phrases import Phrases
from generator.importing.printed_dates import month_alone
from generator.importing.states import State
from generator.model import PartialDate

_MOST_LISTED = 2_000
_NUMBER_FIRST = re.compile(r"\W*[A-Z]{2,6}[ /-]?(\d+[/-]\d+)\b")
_REFERENCE = re.compile(r"\d+[/-]\d+")


@dataclass(frozen=True, slots=True)
class Context:
    """What a heading says about everything below it."""

    level: int
    date: PartialDate | None
    printed: str
    types: tuple[str, ...] = ()
    unknown_type: str = ""
    series: str = ""
    series_words: tuple[str, ...] = ()
    is_usual: bool = False
    """True if the series was named by a usual word that the vocabulary does not have."""

    kind: str = ""
    is_of_one: bool = False
    """True for the heading of one review without a name, whose date and type are not those of the next heading."""


class CaseBook:
    """Collects cases. One case may be named in several places."""

    def __init__(self, phrases: Phrases, known: frozenset[str], in_library: frozenset[str] = frozenset()) -> None:
        self.cases: list[FoundCase] = []
        self.topics: list[FoundBriefing] = []
        self.current: FoundCase | None = None
        self.contexts: list[Context] = []
        self._phrases = phrases
        self._known = known
        self._in_library = in_library
        self._unplaced: list[Unplaced] = []
        self._prose: list[Unplaced] = []
        self._file = ""

    def begin_page(self, file: str) -> None:
        """Begin a file: no heading of another file applies."""
        self.current, self.contexts, self._file = None, [], file

    def close_contexts(self, level: int) -> None:
        """Remove the headings that a heading of this level ends."""
        self.contexts = [each for each in self.contexts if each.level < level]

    def close_before_heading(self, level: int) -> None:
        """Remove the headings that another heading of this level ends, if that may name a review.

        A review may have a heading of the level of "Serious Case Reviews" above it.
        """
        self.contexts = [each for each in self.contexts if each.level < level + (not each.is_of_one)]

    def end_case(self) -> None:
        """End the case that is being read."""
        self.current = None

    def is_known(self, name: str) -> bool:
        """Return True for the name of a case that was found anywhere on the pages."""
        key = name_key(name)
        return bool(key) and (key in self._known or any(name_key(each.name) == key for each in self.cases))

    def is_in_library(self, name: str) -> bool:
        """Return True for the name of a case that the library has already."""
        return name_key(name) in self._in_library

    def is_same(self, case: FoundCase, name: str) -> bool:
        """Return True if a name is the name of a case."""
        return bool(name) and name_key(case.name) == name_key(name)

    def is_same_review(self, case: FoundCase, label: Label) -> bool:
        """Return True if a heading names a case again, rather than another review with the same name."""
        date = label.date.date if label.date else None
        types_differ = label.types and case.type_is_own and not set(label.types) & set(case.types)
        may_be = may_be_same(case.published, date) and not types_differ and not self._references_differ(case, label)
        return self.is_same(case, label.name) and may_be

    def takes_date(self, case: FoundCase, label: Label) -> bool:
        """Return True if a line with nothing but a date can be the date of publication of a case."""
        if label.date is None or label.leftover or (case.has_entries and not label.date.is_publication):
            return False
        if case.published is None:
            return True
        return label.date.is_publication and (not case.date_is_own or may_be_same(case.published, label.date.date))

    def find(self, name: str) -> FoundCase | None:
        """Return the case with a name; of two with one name the one that is being read, or else the last."""
        if self.current is not None and self.is_same(self.current, name):
            return self.current
        key = name_key(name)
        return next((each for each in reversed(self.cases) if key and name_key(each.name) == key), None)

    def begin(self, label: Label, place: Place, level: int, name: str = "") -> FoundCase:
        """Begin a case that a heading names, or return to it."""
        for_sure = bool(label.date or label.types or label.unknown_type or label.is_certain_name)
        case = self._with_name(name or label.name, label)
        if case is None:
            case = self._add_case(name or label.name, label, place, level)
        case.level = level
        if for_sure or (self.is_known(case.name) and name_key(case.name) in self._known):
            case.is_tentative = False
        if any(label.leftover) and not name:
            case.not_understood.extend((each, place) for each in label.leftover)
        self.current = case
        self.add_facts(case, label, place)
        self._add_context_facts(case, label)
        return case

    def begin_another(self, case: FoundCase, label: Label, place: Place, level: int) -> FoundCase:
        """Begin another case with the name and the type of a case."""
        another = self._add_case(case.name, label, place, level)
        another.types, another.type_printed, another.type_is_own = case.types, case.type_printed, case.type_is_own
        another.unknown_type = case.unknown_type
        another.is_tentative = False
        self.current = another
        return another

    def _add_case(self, name: str, label: Label, place: Place, level: int) -> FoundCase:
        case = FoundCase(name, place, label.printed, is_tentative=True, level=level)
        case.number = 1 + sum(name_key(each.name) == name_key(case.name) for each in self.cases)
        if case.number > 1:
            case.doubt("name", label.printed, place, case.name, "another review has the same name")
        self.cases.append(case)
        return case

    def _references_differ(self, case: FoundCase, label: Label) -> bool:
        """Return True if the headings of two reviews have reference numbers, and not the same: "DHR/001/2019"."""
        one, other = _references(understand(case.printed, self._phrases)), _references(label)
        return bool(one and other) and not one & other

    def names_another_by_number(self, case: FoundCase, text: str) -> bool:
        """Return True for a line that begins with the number of another review than the one of a case."""
        number = _NUMBER_FIRST.match(text)
        of_case = _REFERENCE.search(case.printed)
        return number is not None and of_case is not None and number[1] != of_case[0]

    def begin_named(self, name: str, label: Label, place: Place, level: int) -> FoundCase:
        """Begin a case that a sentence names."""
        case = self._with_name(name, label)
        if case is None:
            case = FoundCase(name, place, label.printed, level=level)
            self.cases.append(case)
        self.current = case
        self.add_facts(case, label, place, is_sentence=True)
        self._add_context_facts(case, label)
        return case

    def _with_name(self, name: str, label: Label) -> FoundCase | None:
        """Return the case with a name, unless the date or the type says that it is another review."""
        candidates = [each for each in self.cases if name_key(each.name) == name_key(name)]
        date = label.date.date if label.date else None
        return next(
            (
                each
                for each in reversed(candidates)
                if may_be_same(each.published, date)
                and not self._references_differ(each, label)
                and (not label.types or not each.types or not each.type_is_own or set(each.types) & set(label.types))
            ),
            None,
        )

    def add_facts(self, case: FoundCase, label: Label, place: Place, is_sentence: bool = False) -> None:
        """Add what a heading, a label or a sentence says about a case: its type, its date and its state."""
        if label.types and (not case.types or not case.type_is_own):
            case.types, case.type_printed, case.type_is_own = label.types, label.printed, True
            case.is_tentative = False
        elif label.types and case.type_is_own and not set(label.types) & set(case.types):
            why = f'"{case.type_printed[:120]}" says another type'
            case.doubt("type", label.printed, place, ", ".join(case.types), why)
        elif len(label.types) > len(case.types):
            case.types, case.type_printed = label.types, label.printed
        if label.unknown_type and not case.types and not case.unknown_type:
            case.unknown_type = label.unknown_type
        if label.state is not None:
            self.set_state(case, label, place)
        elif label.date is not None and (label.date.is_publication or not is_sentence):
            self.set_date(case, label)

    def set_date(self, case: FoundCase, label: Label) -> None:
        """Take the date of a label as the date of publication, unless a more precise one is known."""
        assert label.date is not None
        date = label.date.date
        is_more_precise = case.published is not None and (
            may_be_same(case.published, date) and len(date.iso) > len(case.published.iso)
        )
        if case.published is None or not case.date_is_own or is_more_precise:
            case.published, case.date_printed, case.date_is_own = date, label.printed, True
            case.is_tentative = False

    def set_state(self, case: FoundCase, label: Label, place: Place) -> None:
        """Take what a sentence says about the report of a case."""
        assert label.state is not None
        if label.state.state is State.NOT_YET and label.date is not None:
            case.expected = label.date.date
        elif label.date is not None and label.date.is_publication:
            self.set_date(case, label)
        if case.state is None:
            case.state = label.state
            case.is_tentative = False
            case.doubt("state", label.printed, place, label.state.state, "a person has to decide what readers may see")

    def _add_context_facts(self, case: FoundCase, label: Label) -> None:
        for context in reversed(self.contexts):
            if context.types and not case.types and not case.unknown_type:
                case.types, case.type_printed = context.types, context.printed
            if context.unknown_type and not case.types and not case.unknown_type:
                case.unknown_type = context.unknown_type
            if context.date and case.published is None and case.state is None:
                case.published, case.date_printed = context.date, context.printed
                month = month_alone(label.printed)
                if month is not None and context.date.month is None:
                    case.published, case.date_printed = PartialDate(context.date.year, month), label.printed
        if case.types and self.contexts and any(each.types or each.date for each in self.contexts):
            case.is_tentative = False

    def context_series(self) -> str:
        """Return the series that a heading above names."""
        context = self.series_context()
        return context.series if context is not None else ""

    def series_context(self) -> Context | None:
        """Return the nearest heading above that names a series."""
        return next((each for each in reversed(self.contexts) if each.series), None)

    def has_types_above(self) -> bool:
        """Return True below a heading such as "Serious Case Reviews" or "Reviews published in 2019"."""
        return any(each.types or each.unknown_type or each.date for each in self.contexts)

    def is_below_reviews(self) -> bool:
        """Return True below a heading that speaks of reviews, such as "Reviews not yet published"."""
        return any(re.search(r"\breviews?\b", each.printed, re.IGNORECASE) for each in self.contexts)

    def add_unplaced(self, text: str, address: str, place: Place, why: str) -> None:
        """Keep what could not be placed."""
        if len(self._unplaced) < _MOST_LISTED:
            self._unplaced.append(Unplaced(text, address, place, why))

    def add_prose(self, text: str, place: Place, why: str = "text that names no review", address: str = "") -> None:
        """Keep a sentence or a link that was not used, and that is no question."""
        if len(self._prose) < _MOST_LISTED:
            self._prose.append(Unplaced(text, address, place, why))

    def found(self) -> Found:
        """Return everything. A heading without evidence that it is a case is listed as not placed."""
        kept: list[FoundCase] = []
        for case in self.cases:
            if case.is_tentative:
                self._give_back(case)
            else:
                kept.append(case)
        return Found(tuple(kept), tuple(self.topics), tuple(self._unplaced), tuple(self._prose))

    def _give_back(self, case: FoundCase) -> None:
        self.add_unplaced(case.printed, "", case.place, "it may be the name of a review, and nothing else shows that")
        for document in case.documents:
            self.add_unplaced(document.printed, document.address, document.place, f'it is below "{case.printed[:100]}"')


def _references(label: Label) -> set[str]:
    """Return the reference numbers in what was not understood of a heading."""
    return {match[0] for each in label.leftover for match in _REFERENCE.finditer(each)}


def may_be_same(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Return True for two dates of which one may be the other, less precisely."""
    return one is None or other is None or one.iso.startswith(other.iso) or other.iso.startswith(one.iso)
