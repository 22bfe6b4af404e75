"""Builds timelines: the steps for a day or a case with their latest days, in several output formats. Pure: no I/O."""

from generator.timeline.case_steps import case_timeline
from generator.timeline.ical import as_calendar
from generator.timeline.json_report import as_json
from generator.timeline.publication_steps import publication_timeline
from generator.timeline.rapid_review import from_referral
from generator.timeline.svg import as_picture
from generator.timeline.text import as_text, draw_bars
from generator.timeline.timeline_model import State, Timeline, TimelineStep

__all__ = [
    "State",
    "Timeline",
    "TimelineStep",
    "as_calendar",
    "as_json",
    "as_picture",
    "as_text",
    "case_timeline",
    "draw_bars",
    "from_referral",
    "publication_timeline",
]
