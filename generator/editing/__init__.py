"""Drafts new records, and lists what is still to be done and what was sent. Pure."""

from generator.editing.new_bulletin import draft_bulletin
from generator.editing.new_record import (
    EventAnswers,
    NewRecordFile,
    draft_briefing,
    draft_case,
    draft_notice,
    free_id,
    slugify,
)
from generator.editing.new_site import (
    DocumentsContact,
    NewSiteFile,
    PeopleCovered,
    PhoneContact,
    SiteAnswers,
    add_menu_entry,
    add_to_menu,
    draft_section,
    draft_site,
)
from generator.editing.reading_counts import ReadingCount, reading_counts
from generator.editing.record_counts import Overview, RecordCounts, SummaryReadingAge, Task, Todo, overview
from generator.editing.redirected_ids import redirected_ids
from generator.editing.sent_items import sent_items
from generator.editing.yaml_writer import can_be_written, quoted

__all__ = [
    "DocumentsContact",
    "EventAnswers",
    "NewRecordFile",
    "NewSiteFile",
    "Overview",
    "PeopleCovered",
    "PhoneContact",
    "ReadingCount",
    "RecordCounts",
    "SiteAnswers",
    "SummaryReadingAge",
    "Task",
    "Todo",
    "add_menu_entry",
    "add_to_menu",
    "can_be_written",
    "draft_briefing",
    "draft_bulletin",
    "draft_case",
    "draft_notice",
    "draft_section",
    "draft_site",
    "free_id",
    "overview",
    "quoted",
    "reading_counts",
    "redirected_ids",
    "sent_items",
    "slugify",
]
