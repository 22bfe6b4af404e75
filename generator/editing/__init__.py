"""A few answers in; a new record to edit out. And the list of what is still to be done, and what was sent. Pure."""

from generator.editing.new_bulletin import draft_bulletin
from generator.editing.new_record import NewRecordFile, draft_briefing, draft_case, draft_notice, id_from
from generator.editing.record_counts import Overview, RecordCounts, SummaryReadingAge, Task, Todo, overview
from generator.editing.sent_items import as_sent, sent_item
from generator.editing.withdrawal_fields import as_withdrawn, state_lines
from generator.editing.yaml_writer import can_be_written

__all__ = [
    "NewRecordFile",
    "Overview",
    "RecordCounts",
    "SummaryReadingAge",
    "Task",
    "Todo",
    "as_sent",
    "as_withdrawn",
    "can_be_written",
    "draft_briefing",
    "draft_bulletin",
    "draft_case",
    "draft_notice",
    "id_from",
    "overview",
    "sent_item",
    "state_lines",
]
