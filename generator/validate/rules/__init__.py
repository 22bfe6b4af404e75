"""The rules, one a file. Each takes all records and today's date and yields what it finds.

To add one: write the file, name it in one of the two lists below, give it a code in the catalogue, a section in
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
    bulletin_items,
    bulletins,
    case_sources,
    dates,
    document_choice,
    document_files,
    documents,
    duplicate_ids,
    event_changes,
    event_times,
    handwritten_slots,
    hard_to_read,
    identity,
    language,
    lessons_learned,
    lessons_public,
    listed_twice,
    low_contrast,
    no_helpline,
    nobody_to_call,
    page_headings,
    partnership_files,
    picture_texts,
    pictures_from_elsewhere,
    prose,
    publish_on,
    reserved_themes,
    starter_texts,
    states,
    steps,
    synonyms,
    undated_cases,
    unfinished_texts,
    unused_briefings,
    vague_links,
    vocabulary,
    year_figures,
    year_lists,
    years,
)

Rule = Callable[[Records, date], Iterator[Diagnostic]]

RULES_OF_WHAT_IS_WRITTEN: Final[tuple[Rule, ...]] = (
    duplicate_ids.check,
    vocabulary.check,
    briefing_links.check,
    bulletin_items.check,
    listed_twice.check,
    document_choice.check,
    document_files.check,
    documents.check,
    prose.check,
    starter_texts.check,
    unfinished_texts.check,
    vague_links.check,
    hard_to_read.check,
    language.check,
    no_helpline.check,
    nobody_to_call.check,
    identity.check,
    page_headings.check,
    picture_texts.check,
    pictures_from_elsewhere.check,
    handwritten_slots.check,
    low_contrast.check,
    partnership_files.check,
    unused_briefings.check,
    synonyms.check,
    reserved_themes.check,
    years.check,
    year_figures.check,
    year_lists.check,
)
"""These see what is right in a record with faults as well: its other faults are told in the same run."""

RULES_OF_WHOLE_RECORDS: Final[tuple[Rule, ...]] = (
    lessons_learned.check,
    lessons_public.check,
    states.check,
    publish_on.check,
    dates.check,
    event_times.check,
    event_changes.check,
    addresses.check,
    undated_cases.check,
    case_sources.check,
    bulletins.check,
    steps.check,
)
"""These would take a field that could not be read for one that is missing."""
