"""The coversheet that a national library asks for with a report, from the record, as CSV and as text. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.markdown import whole_text
from generator.model import Case, Library, addresses
from generator.model.coversheet import Coversheet, CoversheetField, CoversheetValue

_COLUMNS: Final = ("group", "field", "label", "value", "code", "missing")
_WIDE: Final = "Write ages, dates and places in broad bands only, so that nobody can be recognised."


@dataclass(frozen=True, slots=True)
class CoversheetRow:
    """One value of a field, or a field without a value."""

    field: CoversheetField
    value: str
    """In words; empty if it is missing."""

    code: str
    """The code of the library for the value; empty if there is none, or if its list is not known."""

    missing: str
    """What to do; empty if nothing is missing."""


def coversheet_rows(sheet: Coversheet, case: Case, library: Library) -> tuple[CoversheetRow, ...]:
    """Return a row for each value of each field, in the order of the coversheet."""
    return tuple(row for field in sheet.fields for row in _rows(field, case, library))


def as_csv(rows: tuple[CoversheetRow, ...]) -> str:
    """Return the rows as CSV with a heading line."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(_COLUMNS)
    for row in rows:
        cells = (row.field.group, row.field.id, row.field.label, row.value, row.code, row.missing)
        table.writerow([_not_a_formula(str(each)) for each in cells])
    return written.getvalue()


def _not_a_formula(cell: str) -> str:
    """Return a cell that a spreadsheet does not run as a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def as_text(sheet: Coversheet, rows: tuple[CoversheetRow, ...]) -> str:
    """Return the coversheet as plain text, with what it lacks at the end."""
    lines = [sheet.label, _WIDE]
    if sheet.source is not None:
        read = f" Read in {sheet.read.label}." if sheet.read is not None else ""
        lines.append(f"Source of the fields: {sheet.source}.{read}")
    for group, of_group in groupby(rows, key=lambda row: row.field.group):
        lines += ["", group.capitalize()]
        lines += [f"  {row.field.label}: {_shown(row)}" for row in of_group]
    missing = [row for row in rows if row.missing]
    if missing:
        lines += ["", f"Missing: {len(missing)}", *(f"  {row.field.label}: {row.missing}" for row in missing)]
    return "\n".join(lines) + "\n"


def _shown(row: CoversheetRow) -> str:
    return f"{row.value or '-'}{f' ({row.code})' if row.code else ''}"


def _rows(field: CoversheetField, case: Case, library: Library) -> Iterator[CoversheetRow]:
    coded = case.workflow.coding.get(field.id) if case.workflow is not None else None
    if coded is not None:
        label = next((each.label for each in field.codes if each.id == coded), coded)
        yield CoversheetRow(field, label, coded if field.codes else "", "")
        return
    values = tuple(_values(field.value, case, library)) if field.value is not None else ()
    for term, value in values:
        code = next((each.id for each in field.codes if term in each.terms), "")
        missing = (
            "" if code or not field.codes else f'add "{field.id}" to coding under workflow, with a code of the list'
        )
        yield CoversheetRow(field, value, code, missing)
    if not values:
        named = f'add "{field.value}" to the record' if field.value is not None else ""
        coding = f'add "{field.id}" to coding under workflow'
        yield CoversheetRow(field, "", "", f"{named}, or {coding}" if named else coding)


def _values(value: CoversheetValue, case: Case, library: Library) -> Iterator[tuple[str, str]]:
    """Yield each value of a fact of the record: the id of its term, empty if it has none, and its words."""
    words = library.vocabulary
    one = {
        CoversheetValue.PARTNERSHIP: library.partnership.name,
        CoversheetValue.NAME: case.name,
        CoversheetValue.PAGE: library.site_url + addresses.review(case.id),
        CoversheetValue.REVIEWER: case.reviewer,
        CoversheetValue.PUBLISHED: case.published and case.published.label,
        CoversheetValue.COMMISSIONED: case.commissioned and case.commissioned.label,
        CoversheetValue.CONCLUDED: case.concluded and case.concluded.label,
    }
    if value in one:
        yield from (("", text) for text in (one[value],) if text)
        return
    match value:
        case CoversheetValue.TYPE:
            yield from ((each, words.type_label((each,))) for each in case.type)
        case CoversheetValue.HARMS:
            yield from ((each, words.harm[each].label) for each in case.harms if each in words.harm)
        case CoversheetValue.THEMES:
            yield from ((each, words.theme[each].label) for each in case.themes if each in words.theme)
        case CoversheetValue.FINDINGS:
            yield from ((each.theme or "", _plain(each.text)) for each in case.findings)
        case CoversheetValue.RECOMMENDATIONS:
            yield from ((each.theme or "", _plain(each.text)) for each in case.recommendations)
        case CoversheetValue.AGENCIES:
            asked = dict.fromkeys(agency for each in case.recommendations for agency in each.to)
            yield from ((each, words.agency[each].label) for each in asked if each in words.agency)


def _plain(prose: str) -> str:
    return whole_text(prose)
