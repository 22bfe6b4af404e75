"""Checks `coding` under `workflow` against the coversheets of the vocabulary. A value is not shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, rule
from generator.diagnostics.suggest import one_of
from generator.model import Records
from generator.model.raw_record import PRIVATE_FIELD


def check_coding(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield W932 for a field that no coversheet of the case's types has, and W933 for a value that is not a code."""
    if records.vocabulary is None:
        return
    words = records.vocabulary.record
    for case in records.cases:
        coding = case.record.workflow.coding if case.record.workflow is not None else {}
        sheets = words.coversheets_of(case.record.type) if coding else ()
        fields = {each.id: each for sheet in sheets for each in sheet.fields}
        for name, value in coding.items():
            place = case.raw.location_of(PRIVATE_FIELD, "coding", name)
            if name not in fields:
                hint = one_of(fields) if fields else "no repository of this type of review has a coversheet"
                message = f'"{case.record.name}": a field under coding that no coversheet has'
                yield rule("W932").diagnostic(message, place, hint)
                continue
            codes = [each.id for each in fields[name].codes]
            if codes and value not in codes:
                message = f'"{case.record.name}": the value of "{name}" under coding is not a code of the coversheet'
                yield rule("W933").diagnostic(message, place, one_of(codes))
