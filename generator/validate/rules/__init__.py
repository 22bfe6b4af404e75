"""The rules, one in each file. Each takes all records and today's date, and yields diagnostics.

There are rules for each record, which judge a record separately, and rules for all records, which compare them. The
first kind runs only on records that are new or have changed.

To add one: write the file, name it in one of the lists below, give it a code in the catalogue, a section in
`docs/diagnostics` and a sample in `tests/sites/invalid/`.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from generator.diagnostics import Diagnostic
from generator.model import Records
from generator.validate.rules import (
    address_collisions,
    front_page_contacts,
    harmful_language,
    link_addresses,
    misread_markdown,
    missing_helpline,
    missing_urgent_contacts,
    pdf_quality,
    personal_data,
    prose_links_and_html,
    reading_age,
    record_pictures,
    split_texts,
    starter_texts,
    to_dos,
    typing_mistakes,
    unfinished_texts,
    unsupported_content_notes,
    vague_links,
    workflow,
)
from generator.validate.rules.acceptance_reasons import check_acceptance_reasons
from generator.validate.rules.active_html import check_active_html
from generator.validate.rules.annual_reports import check_annual_report_lists, check_year_figures, check_year_ids
from generator.validate.rules.authorship import check_retold_briefings, check_story_sources, check_summary_sources
from generator.validate.rules.branding import check_branding_files, check_low_contrast
from generator.validate.rules.briefing_series import check_parts, check_series, check_series_of_briefings
from generator.validate.rules.briefing_use import check_briefing_links, check_empty_briefings, check_unused_briefings
from generator.validate.rules.bulletins import check_bulletin_items, check_bulletin_status
from generator.validate.rules.case_briefings import (
    check_briefing_before_case,
    check_briefing_dates,
    check_case_briefings,
    check_drafts_of_scheduled_case,
)
from generator.validate.rules.contacts import check_contacts
from generator.validate.rules.content_notes import check_content_notes
from generator.validate.rules.destinations import check_destinations
from generator.validate.rules.document_labels import (
    check_documents_listed_twice,
    check_languages_of_documents,
    check_similar_documents,
    check_titles_of_documents,
)
from generator.validate.rules.documents import (
    check_document_files,
    check_document_location,
    check_elsewhere_without_website,
    check_removed_and_elsewhere,
)
from generator.validate.rules.documents_contact import check_documents_contact
from generator.validate.rules.duplicates import check_duplicate_ids, check_duplicate_list_items
from generator.validate.rules.events import check_event_changes, check_event_times
from generator.validate.rules.images import check_external_images, check_missing_alt_text, check_pictures_in_records
from generator.validate.rules.incomplete_cases import check_missing_sources, check_undated_cases
from generator.validate.rules.languages import (
    check_paragraph_languages,
    check_record_languages,
    check_site_language,
    check_unstated_languages,
)
from generator.validate.rules.markdown_pages import check_conflicts, check_page_headings, check_page_slots
from generator.validate.rules.missing_sections import (
    check_record_sections,
    check_slot_contacts,
    check_slot_sections,
)
from generator.validate.rules.page_dates import check_page_dates
from generator.validate.rules.page_fields import check_page_fields
from generator.validate.rules.pinned_answers import check_pinned_answers
from generator.validate.rules.places_in_lists import check_places, check_review_order
from generator.validate.rules.publication_dates import (
    check_ambiguous_publish_time,
    check_contradictory_dates,
    check_status_fields,
    check_years_to_come,
)
from generator.validate.rules.recommendations import (
    check_annual_report_types,
    check_answers,
    check_due_dates,
    check_evidence,
    check_progress_dates,
    check_recommendation_ids,
    check_recommendation_pages,
    check_review_dates,
    check_status_needs,
    check_superseded,
)
from generator.validate.rules.review_types import (
    check_joint_types,
    check_shared_names,
    check_types_not_stated,
    check_types_with_variants,
    check_variants,
)
from generator.validate.rules.shared_documents import check_shared_document_names, check_shared_documents
from generator.validate.rules.titles import check_titles
from generator.validate.rules.unpublished_reports import check_reports_of_unpublished_reviews, check_unpublished_reports
from generator.validate.rules.vocabulary_terms import (
    check_mixed_terms,
    check_reserved_themes,
    check_synonyms,
    check_unknown_terms,
)
from generator.validate.rules.workflow.coding import check_coding
from generator.validate.rules.workflow.coroner_reports import check_coroner_reports

Rule = Callable[[Records, date], Iterator[Diagnostic]]

RULES_FOR_EACH_PARTIAL_RECORD: Final[tuple[Rule, ...]] = (
    check_unknown_terms,
    check_recommendation_ids,
    check_duplicate_list_items,
    split_texts.check,
    check_document_location,
    check_document_files,
    check_removed_and_elsewhere,
    check_elsewhere_without_website,
    check_similar_documents,
    check_documents_listed_twice,
    check_languages_of_documents,
    link_addresses.check,
    typing_mistakes.check,
    misread_markdown.check,
    typing_mistakes.check_invisible_characters,
    typing_mistakes.check_control_characters,
    unfinished_texts.check,
    reading_age.check,
    reading_age.check_length,
    harmful_language.check,
    missing_helpline.check,
    unsupported_content_notes.check,
    check_content_notes,
    check_acceptance_reasons,
    personal_data.check,
    check_missing_alt_text,
    check_external_images,
    check_pictures_in_records,
    record_pictures.check,
    check_empty_briefings,
    check_types_with_variants,
    check_record_languages,
    check_paragraph_languages,
    check_unstated_languages,
)
"""Rules that judge each record separately, partial records too. They also check pages and single records.

For a record, they read only the record, the facts of its files, the partnership, the vocabulary, today's date and, for
a briefing, its case: `record_findings.py` gives them nothing else, and keeps what they find.
"""

RULES_FOR_EACH_VALID_RECORD: Final[tuple[Rule, ...]] = (
    check_status_fields,
    check_ambiguous_publish_time,
    check_contradictory_dates,
    check_years_to_come,
    check_event_times,
    check_event_changes,
    check_superseded,
    check_progress_dates,
    check_review_dates,
    check_status_needs,
    check_evidence,
    check_answers,
    check_undated_cases,
    check_types_not_stated,
    check_unpublished_reports,
    check_reports_of_unpublished_reviews,
    check_missing_sources,
    check_story_sources,
    check_summary_sources,
    check_retold_briefings,
)
"""Rules that judge each record separately in the same way, and run only on valid ones."""

RULES_FOR_PARTIAL_RECORDS: Final[tuple[Rule, ...]] = (
    check_duplicate_ids,
    check_recommendation_pages,
    check_series,
    check_series_of_briefings,
    check_parts,
    check_briefing_links,
    check_bulletin_items,
    check_shared_document_names,
    check_documents_contact,
    front_page_contacts.check,
    pdf_quality.check,
    prose_links_and_html.check,
    check_active_html,
    starter_texts.check,
    to_dos.check,
    vague_links.check,
    check_contacts,
    missing_urgent_contacts.check,
    check_conflicts,
    check_page_headings,
    check_page_dates,
    check_page_fields,
    check_page_slots,
    check_record_sections,
    check_slot_sections,
    check_slot_contacts,
    check_low_contrast,
    check_branding_files,
    check_unused_briefings,
    check_synonyms,
    check_pinned_answers,
    check_mixed_terms,
    check_reserved_themes,
    check_joint_types,
    check_variants,
    check_shared_names,
    check_annual_report_types,
    check_year_ids,
    check_year_figures,
    check_annual_report_lists,
    check_site_language,
)
"""Rules that also check partial records, so that other faults of a record are reported in the same run."""

RULES_FOR_PARTIAL_VOCABULARY: Final[tuple[Rule, ...]] = (check_pinned_answers, check_synonyms)
"""Rules that also run on a vocabulary with faults, if its lists of terms have none."""

RULES_FOR_VALID_RECORDS: Final[tuple[Rule, ...]] = (
    check_titles_of_documents,
    check_shared_documents,
    check_case_briefings,
    check_briefing_before_case,
    check_briefing_dates,
    check_drafts_of_scheduled_case,
    address_collisions.check,
    check_due_dates,
    check_titles,
    check_places,
    check_review_order,
    check_bulletin_status,
    check_destinations,
    workflow.check,
    check_coroner_reports,
    check_coding,
)
"""Rules that run only on fully valid records: on a partial record a field that could not be read would look missing."""
