"""The rules, one a file. Each takes all records and today's date and yields what it finds.

To add one: write the file, name it here, give it a code in the catalogue, a section in
`docs/diagnostics.md` and a sample in `tests/sites/invalid/`.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic
from generator.model import Records
from generator.validate.rules import (
    addresses,
    briefing_links,
    dates,
    document_choice,
    document_files,
    duplicate_ids,
    handwritten_slots,
    lessons_learned,
    listed_twice,
    prose,
    states,
    undated_cases,
    unused_briefings,
    vocabulary,
)

ALL_RULES: Final[tuple[Callable[[Records, date], Iterator[Diagnostic]], ...]] = (
    duplicate_ids.check,
    vocabulary.check,
    briefing_links.check,
    lessons_learned.check,
    listed_twice.check,
    document_choice.check,
    document_files.check,
    states.check,
    dates.check,
    prose.check,
    handwritten_slots.check,
    addresses.check,
    undated_cases.check,
    unused_briefings.check,
)
