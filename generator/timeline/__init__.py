"""A day or a case in; its steps with their latest days, and the forms in which they are shown, out. Pure."""

from generator.timeline.calendar import as_calendar
from generator.timeline.json_text import as_json
from generator.timeline.of_case import of_case
from generator.timeline.picture import as_picture
from generator.timeline.publication import to_publication
from generator.timeline.rapid_review import from_referral
from generator.timeline.steps import State, Timeline, TimelineStep
from generator.timeline.text import as_text, bars

__all__ = [
    "State",
    "Timeline",
    "TimelineStep",
    "as_calendar",
    "as_json",
    "as_picture",
    "as_text",
    "bars",
    "from_referral",
    "of_case",
    "to_publication",
]
