"""Builds a partial record without its invalid fields, so that its other faults are found in the same run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from generator.model import Located, RawRecord
from generator.model.raw_record import Path, Place
from generator.model.record_model import RecordModel

AnyShape = TypeVar("AnyShape", bound=RecordModel)

_DECIDES_ALL: Final = frozenset({"id", "status", "publish_on", "series"})
"""Fields without which a record says too little about itself to be checked."""


def without_faulty_fields(
    raw: RawRecord, model: type[AnyShape], faults: Iterable[Path], context: Mapping[str, Any]
) -> Located[AnyShape] | None:
    """Return the record without its faulty fields and list items; None if too little is left.

    Only for rules that check the text of fields. A required name is replaced by the record's id, a required id
    by an empty text. `context` is that of the validation of the whole record.
    """
    paths = {_whole_part(path) for path in faults}
    if not paths or any(path == () or path[0] in _DECIDES_ALL for path in paths):
        return None
    values, places = _without(dict(raw.values), raw.places, paths)
    absent = [name for name, field in model.model_fields.items() if field.is_required() and values.get(name) is None]
    stand_ins = dict.fromkeys(absent, raw.id)
    identity = {"id": raw.id} if "id" in model.model_fields else {}
    try:
        record = model.model_validate({**identity, **values, **stand_ins}, context=context)
    except ValidationError:
        return None
    empty = {name: "" for name in absent if name in ("type", "kind")}
    return Located(record.model_copy(update=empty), replace(raw, values=values, places=places))


def _whole_part(path: Path) -> Path:
    """Return the path of the field, or of the list item, that a fault makes unusable."""
    first = next((index for index, step in enumerate(path) if isinstance(step, int)), 0)
    return path[: first + 1] if first < 2 else path[:1]


def _without(values: dict[str, Any], places: Place, paths: set[Path]) -> tuple[dict[str, Any], Place]:
    """Return `values` and `places` without the fields and items at `paths`. The rest keeps its places in the file."""
    line, column, children = places
    children = dict(children)
    for path in sorted(paths, key=len):
        name = path[0]
        if len(path) == 1:
            values.pop(str(name), None)
            children.pop(name, None)
    for name in {path[0] for path in paths if len(path) == 2} & values.keys():
        kept = [place for place in range(len(values[str(name)])) if (name, place) not in paths]
        key_line, key_column, (item_line, item_column, items) = children[name]
        values[str(name)] = [values[str(name)][place] for place in kept]
        children[name] = (key_line, key_column, (item_line, item_column, [items[place] for place in kept]))
    return values, (line, column, children)
