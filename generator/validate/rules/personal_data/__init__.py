"""The rules on text that may identify a person, one in each file. They need no list: they look for typical patterns."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from generator.diagnostics import Diagnostic, Location, Severity, rule
from generator.file_cleaning import PlacedText
from generator.model import Briefing, Bulletin, Case, FileInfo, Located, Notice, Records, Year
from generator.model.asset_kinds import PICTURES
from generator.model.image_properties import PictureProperty
from generator.model.publication import accepted_key
from generator.validate.rules.personal_data import full_name, identifying_details, postcode, undeclared_name
from generator.validate.rules.personal_data.dates import BIRTH_STEMS, SAYS_BIRTH, check_birth_dates, check_other_dates
from generator.validate.rules.personal_data.match import Check, Match, PublicKnowledge, known_of
from generator.validate.rules.personal_data.patterns import (
    CASE_NUMBER,
    HOUSE_NUMBER,
    SIX_DIGITS,
    find_case_numbers,
    find_email_addresses,
    find_exact_ages,
    find_national_insurance_numbers,
    find_nhs_numbers,
    find_phone_numbers,
    find_pupil_numbers,
    find_street_addresses,
)
from generator.validate.rules.unused_acceptances import unused_acceptances
from generator.validate.shown_texts import shown_texts
from generator.validate.stems import StemIndex

_Record = Located[Case] | Located[Briefing] | Located[Notice]
_Path = tuple[str | int, ...]

_DIGITS: Final = tuple(string.digits)

NUMBERS: Final[dict[str, Check]] = {
    "P620": Check(find_nhs_numbers, _DIGITS, SIX_DIGITS),
    "P621": Check(find_pupil_numbers, _DIGITS, SIX_DIGITS),
    "P622": Check(find_national_insurance_numbers, _DIGITS, SIX_DIGITS),
    "P623": Check(find_case_numbers, _DIGITS, CASE_NUMBER),
    "P624": Check(check_birth_dates, BIRTH_STEMS, SAYS_BIRTH),
}
"""Patterns that are never published. They are looked for in records, hand-written pages and PDFs."""

CONTACTS: Final[dict[str, Check]] = {
    "P626": Check(postcode.check, _DIGITS, postcode.END),
    "P627": Check(find_phone_numbers, _DIGITS, SIX_DIGITS),
    "P628": Check(find_email_addresses, ("@", " dot ", "(at", "( at", "[at", "[ at", "{at", "{ at")),
    "P629": Check(find_street_addresses, _DIGITS, HOUSE_NUMBER),
    "P630": Check(find_exact_ages, ("month", "week", "day")),
}
"""Patterns that are sometimes public. They are looked for in records, where each match can be accepted."""

OF_CASES: Final[dict[str, Check]] = {
    "P625": Check(check_other_dates, (*_DIGITS, "/", "thousand", "nineteen", "twenty")),
    "P631": Check(undeclared_name.check),
    "P660": Check(full_name.check),
    "P699": Check(identifying_details.check),
}
"""Patterns that are looked for only in cases and their briefings, which tell the story of a person."""

_ALL: Final = {**NUMBERS, **CONTACTS, **OF_CASES}


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield P620 to P631, P660 and P699 for matches that are not accepted, and P633.

    P633 is for an accepted finding that does not occur. Of a withdrawn record, only the reason is shown and checked.
    """
    known = known_of(records)
    cases = {case.record.id: case.record for case in records.cases}
    needed: set[tuple[str, str, str]] = set()
    for record in records.cases_briefings_notices:
        accepted = {given.key for given in record.record.accepted_findings}
        needed |= {(record.raw.file, *key) for key in accepted if key[0] in NUMBERS and _has_files(record)}
        is_done = record.raw.file in records.unchanged_clean_files
        for code, what, path in () if is_done else _find_in_record(record, known, cases):
            key = accepted_key(code, what.text)
            if key in accepted:
                needed.add((record.raw.file, *key))
            else:
                yield rule(code).diagnostic(
                    f'{what.message}: "{what.text}"', record.raw.find(what.text, *path), f"{what.hint}; {_KEEP}"
                )
    yield from unused_acceptances(records, ("P62", "P63", "P66", "P699"), needed)
    others: tuple[Located[Bulletin] | Located[Year], ...] = (*records.bulletins, *records.years)
    for located in others:
        for path, text in located.record.prose:
            for code, found in find_matches(text, tuple(NUMBERS), known):
                at = located.raw.find(found.text, *path)
                yield rule(code).diagnostic(f'{found.message}: "{found.text}"', at, found.hint)
    for page in records.pages:
        for code, found in find_matches(page.source.text, tuple(NUMBERS), known):
            yield rule(code).diagnostic(f'{found.message}: "{found.text}"', page.source.find(found.text), found.hint)


def check_documents(records: Records, texts: Callable[[FileInfo], Iterable[PlacedText]]) -> Iterator[Diagnostic]:
    """Yield P620 to P624 for the PDFs and Office files of records.

    `texts` returns the text of each page, slide or sheet.
    """
    for record in records.cases_briefings_notices:
        if record.raw.file in records.unchanged_clean_files:
            continue
        for index, document in enumerate(record.record.documents):
            facts = records.files.get((record.raw.file, document.file or ""))
            if facts is None or record.record.is_withdrawn:
                continue
            for part in texts(facts):
                for code, found in find_matches(part.text, tuple(NUMBERS), PublicKnowledge()):
                    if accepted_key(code, found.text) not in {given.key for given in record.record.accepted_findings}:
                        message = f'{part.place} of "{document.file}": {found.message}: "{found.text}"'
                        at = record.raw.location_of("documents", index, "file")
                        yield rule(code).diagnostic(
                            message, at, "fix it in the program that made it, and save it again"
                        )


def check_pictures(with_places: Iterable[str], records: Records) -> Iterator[Diagnostic]:
    """Yield P632 for each image that says where it was taken.

    P632 is a warning for an image of `with_places`, which is next to a record and not published, and an error for one
    among the pages or in the theme that cannot be cleaned. An image that a record names as a document is D427.
    """
    named = {file.path for file in records.files.values()}
    for name in with_places:
        if name not in named:
            yield replace(_with_place(name), severity=Severity.WARNING)
    for name, facts in records.assets.items():
        if PurePosixPath(name).suffix.lower() in PICTURES and PictureProperty.PLACE in facts.kept:
            yield _with_place(name)


def _with_place(name: str) -> Diagnostic:
    hint = "save it again without its properties: in most programs, export it for the web"
    return rule("P632").diagnostic(f'the picture "{name}" says where it was taken', Location(name), hint)


def _find_in_record(
    each: _Record, known: PublicKnowledge, cases: Mapping[str, Case]
) -> Iterator[tuple[str, Match, _Path]]:
    codes = (*NUMBERS, *CONTACTS)
    case = each.record if isinstance(each.record, Case) else _case_of(each.record, cases)
    if case is not None:
        codes = (*codes, *OF_CASES)
        known = replace(known, people=_people(case))
    for path, text in shown_texts(each):
        # A name that the partnership has given, and the date of a document, tell nothing about a person.
        wanted = codes if path[0] not in _WITH_DATES else tuple(code for code in codes if code != "P625")
        for code, found in find_matches(text, wanted, known) if path[0] not in _GIVEN_NAMES else ():
            yield code, found, path


_GIVEN_NAMES: Final = frozenset({"name", "title"})
_WITH_DATES: Final = frozenset({"documents", "status_reason"})


def _case_of(record: Briefing | Notice, cases: Mapping[str, Case]) -> Case | None:
    """Return the case whose story a lessons learned briefing tells; None for any other record."""
    return cases.get(record.case or "") if isinstance(record, Briefing) else None


def _people(case: Case) -> frozenset[str]:
    named = (case.name, *case.also_known_as, *case.people, case.reviewer or "")
    return frozenset(
        word.strip(",.\"'\u2018\u2019\u201c\u201d").lower() for name in named for word in name.replace("-", " ").split()
    )


@lru_cache(maxsize=4_096)
def find_matches(text: str, codes: tuple[str, ...], known: PublicKnowledge) -> tuple[tuple[str, Match], ...]:
    """Return the code and the match of each finding.

    The result is cached, because a preview checks the same texts again and again.
    """
    possible = _STEMS.keys_for(text)
    wanted = [code for code in codes if code in possible and _ALL[code].has_trace(text)]
    return tuple((code, match) for code in wanted for match in _ALL[code].find(text, known))


_STEMS: Final = StemIndex({code: check.stems for code, check in _ALL.items()})


_KEEP: Final = "to keep it, list it with the reason under accepted_findings"


def _has_files(each: _Record) -> bool:
    """Return True if the record has files: an accepted finding may be in the text of a PDF."""
    return any(document.file is not None for document in each.record.documents)
