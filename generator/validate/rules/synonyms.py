"""Words that mean the same, each group for itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.diagnostics import Diagnostic, Location, RelatedLocation, rule
from generator.model import Records


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yields R209 for a group with one word, and at the second place of a word that stands in two."""
    if records.vocabulary is None:
        return
    first: dict[str, Location] = {}
    raw = records.vocabulary.raw
    for number, group in enumerate(records.vocabulary.record.synonyms):
        if len(group) < 2:
            yield rule("R209").diagnostic(
                f"group {number + 1} of the synonyms has one word or none",
                raw.location_of("synonyms", number),
                "write at least two words that mean the same, or take the group out",
            )
        for index, word in enumerate(group):
            here = raw.location_of("synonyms", number, index)
            if word.casefold() in first:
                yield rule("R209").diagnostic(
                    f'"{word}" stands twice among the synonyms',
                    here,
                    "join the two groups, or take one of the two out",
                    (RelatedLocation("the first is here", first[word.casefold()]),),
                )
            first.setdefault(word.casefold(), here)
