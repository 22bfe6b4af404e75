"""The rules on what may tell who somebody is, one a file. They need no list: they know what such things look like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Final

from generator.diagnostics import Diagnostic, Location, Severity, rule
from generator.model import Briefing, Case, FileFacts, Located, Notice, Records
from generator.model.asset_kinds import PICTURES
from generator.model.picture_properties import PictureProperty
from generator.model.publication import accepted_key
from generator.validate.rules.accepted import needless
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

_ALL: Final = {**NUMBERS, **CONTACTS, **OF_CASES}


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields P620 to P631 for what is not accepted, and P633 for an accepted finding that nothing needs.

    What is withdrawn is not shown, so not looked at.
    """
    known = known_of(records)
    needed: set[tuple[str, str, str]] = set()
    for each in records.published:
        accepted = {given.key for given in each.record.accepted_findings}
        needed |= {(each.raw.file, *key) for key in accepted if key[0] in NUMBERS and _has_files(each)}
        is_done = each.record.is_withdrawn or each.raw.file in records.clean
        for code, what, path in () if is_done else _in_record(each, known):
            key = accepted_key(code, what.text)
            if key in accepted:
                needed.add((each.raw.file, *key))
            else:
                yield rule(code).found(
                    f'{what.said}: "{what.text}"', each.raw.find(what.text, *path), f"{what.hint}; {_KEEP}"
                )
    yield from needless(records, ("P62", "P63"), needed)
    for page in records.pages:
        for code, found in _found(page.source.text, tuple(NUMBERS), known):
            yield rule(code).found(f'{found.said}: "{found.text}"', page.source.find(found.text), found.hint)


def check_documents(records: Records, texts: Callable[[FileFacts], Iterable[str]]) -> Iterator[Diagnostic]:
    """Yields P620 to P624 for the pages of the PDFs beside records. `texts` gives the text of each page."""
    for each in records.published:
        if each.raw.file in records.clean:
            continue
        for place, document in enumerate(each.record.documents):
            facts = records.files.get((each.raw.file, document.file or ""))
            if facts is None or facts.pdf is None or each.record.is_withdrawn:
                continue
            for number, text in enumerate(texts(facts), 1):
                for code, found in _found(text, tuple(NUMBERS), Known()):
                    if accepted_key(code, found.text) not in {given.key for given in each.record.accepted_findings}:
                        said = f'page {number} of "{document.file}": {found.said}: "{found.text}"'
                        at = each.raw.at("documents", place, "file")
                        yield rule(code).found(
                            said, at, "mend it in the program that made it, and save it as PDF again"
                        )


def check_pictures(with_places: Iterable[str], records: Records) -> Iterator[Diagnostic]:
    """Yields P632 for each picture that says where it was taken.

    A warning for a picture of `with_places`, which is next to a record and not published; an error for one among the
    pages or in the theme. A picture that a record names as a document is D427.
    """
    named = {each.path for each in records.files.values()}
    for name in with_places:
        if name not in named:
            yield replace(_with_place(name), severity=Severity.WARNING)
    for name, facts in records.assets.items():
        if PurePosixPath(name).suffix.lower() in PICTURES and PictureProperty.PLACE in facts.says:
            yield _with_place(name)


def _with_place(name: str) -> Diagnostic:
    hint = "save it again without its properties: in most programs, export it for the web"
    return rule("P632").found(f'the picture "{name}" says where it was taken', Location(name), hint)


def _in_record(each: _Record, known: Known) -> Iterator[tuple[str, Found, _Path]]:
    codes = (*NUMBERS, *CONTACTS)
    if isinstance(each.record, Case):
        codes = (*codes, *OF_CASES)
        known = replace(known, people=_people(each.record))
    for path, text in _texts(each):
        for code, found in _found(text, codes, known):
            yield code, found, path


def _texts(each: _Record) -> Iterator[tuple[_Path, str]]:
    if each.record.summary is not None:
        yield ("summary",), each.record.summary
    yield from each.record.prose


def _people(case: Case) -> frozenset[str]:
    named = (case.name, *case.also_known_as, *case.people, case.reviewer or "")
    return frozenset(word.strip(",.").lower() for name in named for word in name.replace("-", " ").split())


@lru_cache(maxsize=65_536)
def _found(text: str, codes: tuple[str, ...], known: Known) -> tuple[tuple[str, Found], ...]:
    """The numbers need a digit; a text without one is not looked at for them.

    A preview asks the same again and again.
    """
    has_digit = _DIGIT.search(text) is not None
    wanted = [each for each in codes if has_digit or each in _WITHOUT_DIGITS]
    return tuple((code, each) for code in wanted for each in _ALL[code](text, known))


_DIGIT: Final = re.compile("[0-9]")
_WITHOUT_DIGITS: Final = frozenset({"P628", "P630", "P631"})


_KEEP: Final = "to keep it, list it with the reason under accepted_findings"


def _has_files(each: _Record) -> bool:
    """What a PDF says may be what an entry accepts."""
    return any(document.file is not None for document in each.record.documents)
