"""Validates a record's schema with pydantic, and reports its faults in an editor's words, at their line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, TypeVar
from weakref import WeakKeyDictionary

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.diagnostics import Diagnostic
from generator.model import Briefing, Located, RawRecord
from generator.model.briefing import SERIES
from generator.model.raw_record import Path
from generator.model.record_model import RecordModel
from generator.model.vocabulary import Vocabulary
from generator.validate.partial_record import without_faulty_fields
from generator.validate.schema_diagnostics import schema_diagnostic

AnyShape = TypeVar("AnyShape", bound=RecordModel)

_MOST_REPORTED: Final = 100
"""Maximum number of faults of one record that are reported separately."""


@dataclass(frozen=True, slots=True)
class ModelResult(Generic[AnyShape]):
    """A record that matches the schema, or the partial record of one that has faults."""

    record: AnyShape | None
    remains: Located[AnyShape] | None = None
    """See `partial_record.py`. Also None for a record without faults."""

    diagnostics: tuple[Diagnostic, ...] = ()


_CACHED_RESULTS: Final[WeakKeyDictionary[RawRecord, tuple[type[RecordModel], Vocabulary | None, ModelResult[Any]]]] = (
    WeakKeyDictionary()
)
"""Results by record. A record that was not read again keeps its result, for as long as the record is in memory."""


def validate_model(
    raw: RawRecord, model: type[AnyShape], vocabulary: Vocabulary | None = None
) -> ModelResult[AnyShape]:
    """Return the validated record, or every fault of its schema.

    A briefing gets its series from `vocabulary`. The hints give the ids of terms that the record names by their labels.
    """
    cached = _CACHED_RESULTS.get(raw)
    depends = model is Briefing or (cached is not None and bool(cached[2].diagnostics))
    if cached is not None and cached[0] is model and (cached[1] is vocabulary or not depends):
        return cached[2]
    result = _validate_uncached(raw, model, vocabulary)
    _CACHED_RESULTS[raw] = (model, vocabulary, result)
    return result


def _validate_uncached(raw: RawRecord, model: type[AnyShape], vocabulary: Vocabulary | None) -> ModelResult[AnyShape]:
    values: Mapping[str, Any] = raw.values
    if "id" in model.model_fields and "id" not in values:
        values = {**values, "id": raw.id}
    try:
        return ModelResult(model.model_validate(values, context=_context(vocabulary)))
    except ValidationError as error:
        details = list(_first_of_each_place(raw, error.errors(include_url=False, include_context=True)))
    findings = [schema_diagnostic(model, vocabulary, *_as_written(raw, detail)) for detail in details[:_MOST_REPORTED]]
    if len(details) > _MOST_REPORTED:
        message = f"and {len(details) - _MOST_REPORTED} more faults in this record"
        findings.append(replace(findings[-1], message=message, hint="fix the first ones, then build again"))
    faults = [detail["loc"] for detail in details]
    return ModelResult(None, without_faulty_fields(raw, model, faults, _context(vocabulary)), tuple(findings))


def _context(vocabulary: Vocabulary | None) -> dict[str, Any]:
    """Return what the validation of a record takes from the vocabulary."""
    return {SERIES: vocabulary.series} if vocabulary is not None else {}


def _as_written(raw: RawRecord, fault: ErrorDetails) -> tuple[RawRecord, ErrorDetails]:
    """Return the record and the fault with its place as in the site's own file, without the terms of packs."""
    own, path = raw.as_written(fault["loc"])
    return own, {**fault, "loc": path}


def _first_of_each_place(raw: RawRecord, details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    seen: set[Path] = set()
    for detail in details:
        if _is_only_item(raw, detail["loc"]):
            detail["loc"] = detail["loc"][:1]
        if detail["loc"] not in seen:
            seen.add(detail["loc"])
            yield detail


def _is_only_item(raw: RawRecord, path: Path) -> bool:
    """Return True for the only item of a list that is written as a single value: `type: sar`."""
    return len(path) == 2 and path[1] == 0 and not isinstance(raw.values.get(str(path[0])), list | dict)
