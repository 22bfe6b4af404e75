"""The rules on what may tell who somebody is, one a file. They need no list: they know what such things look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule
from generator.model import Briefing, Case, FileFacts, Located, Notice, RawRecord, Records
from generator.validate.rules.identity import (
    case_number,
    days,
    email_address,
    exact_age,
    insurance_number,
    nhs_number,
    phone_number,
    postcode,
    pupil_number,
    street_address,
    undeclared_name,
)
from generator.validate.rules.identity.judging import Found, Known, Look, known_of

_Record = Located[Case] | Located[Briefing] | Located[Notice]
_Path = tuple[str | int, ...]

NUMBERS: Final[dict[str, Look]] = {
    "P620": nhs_number.look,
    "P621": pupil_number.look,
    "P622": insurance_number.look,
    "P623": case_number.look,
    "P624": days.birth,
}
"""Nobody publishes these: they are looked for in records, hand-written pages and PDFs."""

CONTACTS: Final[dict[str, Look]] = {
    "P626": postcode.look,
    "P627": phone_number.look,
    "P628": email_address.look,
    "P629": street_address.look,
    "P630": exact_age.look,
}
"""Some are public: they are looked for in records, where each can be accepted."""

OF_CASES: Final[dict[str, Look]] = {"P625": days.other, "P631": undeclared_name.look}
"""Only where the story of a person is told."""


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields P620 to P631 for what is not accepted, and P633 for an accepted finding that nothing needs.

    What is withdrawn is not shown, so not looked at.
    """
    known = known_of(records)
    for each in records.published:
        if not each.record.is_withdrawn:
            yield from _judged(each, [*_in_record(each, known)])
    for page in records.pages:
        for code, found in _found(page.source.text, NUMBERS, known):
            yield rule(code).found(f'{found.said}: "{found.text}"', page.source.find(found.text), found.hint)


def check_documents(records: Records, texts: Callable[[FileFacts], Iterable[str]]) -> Iterator[Diagnostic]:
    """Yields P620 to P624 for the pages of the PDFs beside records. `texts` gives the text of each page."""
    for each in records.published:
        for place, document in enumerate(each.record.documents):
            facts = records.files.get((each.raw.file, document.file or ""))
            if facts is None or facts.pdf is None or each.record.is_withdrawn:
                continue
            for number, text in enumerate(texts(facts), 1):
                for code, found in _found(text, NUMBERS, Known()):
                    if not _is_accepted(each, code, found.text):
                        said = f'page {number} of "{document.file}": {found.said}: "{found.text}"'
                        at = each.raw.at("documents", place, "file")
                        yield rule(code).found(
                            said, at, "mend it in the program that made it, and save it as PDF again"
                        )


def check_pictures(with_places: Iterable[str]) -> Iterator[Diagnostic]:
    """Yields P632 for each picture that tells where it was taken."""
    for name in with_places:
        hint = "save it again without its properties: in most programs, export it for the web"
        yield rule("P632").found(f'the picture "{name}" tells where it was taken', Location(name), hint)


def _in_record(each: _Record, known: Known) -> Iterator[tuple[str, Found, _Path]]:
    looks = {**NUMBERS, **CONTACTS}
    if isinstance(each.record, Case):
        looks |= OF_CASES
        known = replace(known, people=_people(each.record))
    for path, text in _texts(each):
        for code, found in _found(text, looks, known):
            yield code, found, path


def _texts(each: _Record) -> Iterator[tuple[_Path, str]]:
    if each.record.summary is not None:
        yield ("summary",), each.record.summary
    yield from each.record.prose


def _people(case: Case) -> frozenset[str]:
    named = (case.name, *case.also_known_as, *case.people, case.reviewer or "")
    return frozenset(word.strip(",.").lower() for name in named for word in name.replace("-", " ").split())


def _found(text: str, looks: dict[str, Look], known: Known) -> Iterator[tuple[str, Found]]:
    """The numbers need a digit; a text without one is not looked at for them."""
    has_digit = _DIGIT.search(text) is not None
    for code, look in looks.items():
        if has_digit or code in _WITHOUT_DIGITS:
            for each in look(text, known):
                yield code, each


_DIGIT: Final = re.compile("[0-9]")
_WITHOUT_DIGITS: Final = frozenset({"P628", "P630", "P631"})


def _is_accepted(each: _Record, code: str, text: str) -> bool:
    plain = " ".join(text.split())
    return any(given.rule == code and " ".join(given.text.split()) == plain for given in each.record.accepted_findings)


_KEEP: Final = "to keep it, list it with the reason under accepted_findings"


def _judged(each: _Record, found: list[tuple[str, Found, _Path]]) -> Iterator[Diagnostic]:
    raw: RawRecord = each.raw
    for code, what, path in found:
        if not _is_accepted(each, code, what.text):
            yield rule(code).found(f'{what.said}: "{what.text}"', raw.find(what.text, *path), f"{what.hint}; {_KEEP}")
    needed = {(code, " ".join(what.text.split())) for code, what, _ in found}
    has_files = any(document.file is not None for document in each.record.documents)
    for place, given in enumerate(each.record.accepted_findings):
        in_a_file = has_files and given.rule in NUMBERS
        if (given.rule, " ".join(given.text.split())) not in needed and not in_a_file:
            said = f'nothing in the record needs {given.rule} to be accepted for "{given.text}"'
            yield rule("P633").found(said, raw.at("accepted_findings", place), "take the entry out")
