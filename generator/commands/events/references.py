"""Finds the values of a record that name another record by its id."""

from __future__ import annotations

from collections.abc import Iterator

from generator.commands.changes.planning import AnyLocated
from generator.model import RawRecord, title_of
from generator.model.raw_record import Path


def find_references(raw: RawRecord, located: AnyLocated) -> Iterator[Path]:
    """Yield the path of each value of a record that is the id of another."""
    kind, identity, values = located.raw.kind, located.record.id, raw.values
    fields: dict[tuple[str, str], tuple[Path, ...]] = {
        ("case", "briefing"): (("case",),),
        ("case", "case"): (("after",),),
        ("briefing", "briefing"): (("after",),),
        ("notice", "notice"): (("after",),),
        ("briefing", "case"): (("briefings",),),
        ("case", "partnership"): (("review_order",),),
        ("case", "year"): (("stated", "reviews"), ("stated", "lessons")),
        ("briefing", "year"): (("stated", "briefings"),),
    }
    for path in fields.get((kind, raw.kind), ()):
        found: object = values
        for step in path:
            found = found.get(step) if isinstance(found, dict) else None
        if found == identity:
            yield path
        elif isinstance(found, list):
            yield from ((*path, n) for n, each in enumerate(found) if each == identity)
    documents = values.get("documents")
    if kind == "case" and isinstance(documents, list):
        for n, each in enumerate(documents):
            if isinstance(each, dict) and each.get("from") == identity:
                yield ("documents", n, "from")


def has_title_of_case(raw: RawRecord, located: AnyLocated) -> bool:
    """Return True for a briefing of a case that has the title of the case."""
    is_own = raw.kind == "briefing" and located.raw.kind == "case" and raw.values.get("case") == located.record.id
    return is_own and raw.values.get("title") == title_of(located.record)
