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
    address_collisions,
    ambiguous_publish_time,
    annual_report_lists,
    branding_files,
    briefing_links,
    bulletin_items,
    bulletin_status,
    contradictory_dates,
    document_files,
    document_location,
    duplicate_ids,
    duplicate_list_items,
    event_changes,
    event_times,
    external_images,
    harmful_language,
    lessons_before_case,
    lessons_learned,
    low_contrast,
    missing_alt_text,
    missing_helpline,
    missing_sources,
    missing_urgent_contacts,
    page_headings,
    page_slots,
    pdf_quality,
    personal_data,
    prose_links_and_html,
    reading_age,
    reserved_themes,
    starter_texts,
    status_fields,
    synonyms,
    undated_cases,
    unfinished_texts,
    unknown_terms,
    unused_briefings,
    vague_links,
    workflow,
    year_figures,
    year_ids,
)

Rule = Callable[[Records, date], Iterator[Diagnostic]]

RULES_FOR_PARTIAL_RECORDS: Final[tuple[Rule, ...]] = (
    duplicate_ids.check,
    unknown_terms.check,
    briefing_links.check,
    bulletin_items.check,
    duplicate_list_items.check,
    document_location.check,
    document_files.check,
    pdf_quality.check,
    prose_links_and_html.check,
    starter_texts.check,
    unfinished_texts.check,
    vague_links.check,
    reading_age.check,
    harmful_language.check,
    missing_helpline.check,
    missing_urgent_contacts.check,
    personal_data.check,
    page_headings.check,
    missing_alt_text.check,
    external_images.check,
    page_slots.check,
    low_contrast.check,
    branding_files.check,
    unused_briefings.check,
    synonyms.check,
    reserved_themes.check,
    year_ids.check,
    year_figures.check,
    annual_report_lists.check,
)
"""These see what is right in a record with faults as well: its other faults are told in the same run."""

RULES_FOR_VALID_RECORDS: Final[tuple[Rule, ...]] = (
    lessons_learned.check,
    lessons_before_case.check,
    status_fields.check,
    ambiguous_publish_time.check,
    contradictory_dates.check,
    event_times.check,
    event_changes.check,
    address_collisions.check,
    undated_cases.check,
    missing_sources.check,
    bulletin_status.check,
    workflow.check,
)
"""These would take a field that could not be read for one that is missing."""
