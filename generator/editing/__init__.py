"""Drafts new records and JSON Schemas of records, and lists what is still to be done and what was sent. Pure."""

from generator.editing.json_schemas import RECORD_FILES, draft_schemas
from generator.editing.new_bulletin import draft_bulletin
from generator.editing.new_record import EventAnswers, NewRecordFile, draft_briefing, draft_case, draft_notice, slugify
from generator.editing.new_site import (
    DocumentsContact,
    NewSiteFile,
    PeopleCovered,
    PhoneContact,
    SiteAnswers,
    add_to_menu,
    draft_section,
    draft_site,
)
from generator.editing.reading_counts import ReadingCount, reading_counts
from generator.editing.record_counts import Overview, RecordCounts, SummaryReadingAge, Task, Todo, overview
from generator.editing.record_edits import (
    AddItem,
    AddKey,
    RecordEdit,
    RemoveField,
    RenameLinks,
    SetField,
    SetValue,
    UnusualFormatError,
    edit_text,
    rename_links,
)
from generator.editing.sent_items import mark_sent
from generator.editing.withdrawal_fields import mark_withdrawn, status_lines
from generator.editing.yaml_writer import can_be_written, quoted

__all__ = [
    "RECORD_FILES",
    "AddItem",
    "AddKey",
    "DocumentsContact",
    "EventAnswers",
    "NewRecordFile",
    "NewSiteFile",
    "Overview",
    "PeopleCovered",
    "PhoneContact",
    "ReadingCount",
    "RecordCounts",
    "RecordEdit",
    "RemoveField",
    "RenameLinks",
    "SetField",
    "SetValue",
    "SiteAnswers",
    "SummaryReadingAge",
    "Task",
    "Todo",
    "UnusualFormatError",
    "add_to_menu",
    "can_be_written",
    "draft_briefing",
    "draft_bulletin",
    "draft_case",
    "draft_notice",
    "draft_schemas",
    "draft_section",
    "draft_site",
    "edit_text",
    "mark_sent",
    "mark_withdrawn",
    "overview",
    "quoted",
    "reading_counts",
    "rename_links",
    "slugify",
    "status_lines",
]
