"""Merges two changes of one record, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator.editing.record_text import says_the_same
from generator.model.raw_record import Path

SIDES: Final = ("mine", "theirs")
"""The answers to a conflict: which of the two values is kept."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both have changed."""

    path: Path
    before: Any
    """None, as in the two others, if the record did not have the field."""

    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merge:
    """The merged values, and what is still to be decided."""

    values: dict[str, Any]
    """A field in conflict has my value here."""

    conflicts: tuple[Conflict, ...] = ()
    taken: tuple[Path, ...] = ()
    """The fields that only the other has changed."""


def merge(
    before: Mapping[str, Any],
    mine: Mapping[str, Any],
    theirs: Mapping[str, Any],
    decided: Mapping[Path, str] | None = None,
) -> Merge:
    """Return a record with both changes. `decided` says which of two values to take: `mine` or `theirs`, by path.

    Groups of fields, and the items of lists that have as many items as before, are merged field by field too.
    """
    conflicts: list[Conflict] = []
    taken: list[Path] = []

    def of_fields(
        old: Mapping[str, Any], one: Mapping[str, Any], other: Mapping[str, Any], path: Path
    ) -> dict[str, Any]:
        names = [*one, *(name for name in other if name not in one)]
        merged = {name: of_value(old.get(name), one.get(name), other.get(name), (*path, name)) for name in names}
        return {name: value for name, value in merged.items() if value is not None}

    def of_value(old: Any, one: Any, other: Any, path: Path) -> Any:
        if says_the_same(one, other) or says_the_same(other, old):
            return one
        if says_the_same(one, old):
            taken.append(path)
            return other
        if all(isinstance(each, Mapping) for each in (old, one, other)):
            return of_fields(old, one, other, path)
        if _are_lists_of_one_length(old, one, other):
            return [of_value(*each, (*path, n)) for n, each in enumerate(zip(old, one, other, strict=True))]
        if decided and path in decided:
            return one if decided[path] == "mine" else other
        conflicts.append(Conflict(path, old, one, other))
        return one

    return Merge(of_fields(before, mine, theirs, ()), tuple(conflicts), tuple(taken))


def _are_lists_of_one_length(*values: Any) -> bool:
    return all(isinstance(each, list) for each in values) and len({len(each) for each in values}) == 1
