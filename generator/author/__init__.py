"""A few answers in; a new record to edit out. And the list of what is still to be done, and what was sent. Pure."""

from generator.author.bulletins import draft_bulletin
from generator.author.draft import Draft, draft_briefing, draft_case, draft_notice, id_from
from generator.author.overview import Kind, Overview, Summary, Task, Todo, overview
from generator.author.quoting import can_be_written
from generator.author.sending import as_sent, sent_item
from generator.author.withdrawing import as_withdrawn, state_lines

__all__ = [
    "Draft",
    "Kind",
    "Overview",
    "Summary",
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
