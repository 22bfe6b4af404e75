"""Writes a timeline as an iCalendar file to import: one all-day event for each step."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from generator.timeline.timeline_model import Timeline, day_in_words


def as_calendar(timeline: Timeline) -> bytes:
    """Return identical bytes for identical steps. Done steps are left out, because a calendar is for future events.

    Each event keeps its id when the days are calculated again, so a second import moves it.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//reviews library//timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    stamp = datetime.combine(timeline.start, time(), UTC)
    for step in timeline.steps:
        if not step.is_open:
            continue
        event = Event()
        event.add("uid", f"{timeline.name}-{step.key}@timeline.reviews-library")
        event.add("dtstamp", stamp)
        event.add("dtstart", step.due)
        event.add("dtend", step.due + timedelta(days=1))
        event.add("summary", step.title)
        first = step.starts if step.starts is not None and step.starts > timeline.start else None
        begins = f"Not before {day_in_words(first)}. " if first is not None else ""
        event.add("description", f"The latest day: {step.counted}. {begins}{step.source}.")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
