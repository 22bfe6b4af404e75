"""`/events.ics` and a file for each event, for calendar programs: iCalendar (RFC 5545), written by icalendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from generator.diagnostics import one_line
from generator.languages import gettext as _
from generator.model import EventTime, GeneratedFile, Library, Notice, address_of, addresses
from generator.model.event_time import ZONE

if TYPE_CHECKING:
    from icalendar import Event, Timezone

_ASK_AGAIN: Final = timedelta(days=1)


def calendar_files(library: Library) -> tuple[GeneratedFile, ...]:
    """Return one calendar with all events, for subscriptions, and a separate file for each event; none without events.

    Events for which only the month or the year is known are left out. A cancelled event is still included and marked as
    cancelled. An event that has moved has a higher sequence number, so that calendars update it. The files contain only
    what the record contains, and do not depend on the current time.
    """
    events = library.events
    single = (
        GeneratedFile(addresses.event_calendar(event.id), partial(_calendar, [event], library, event.title))
        for event in events
    )
    title = _("{partnership}: events").format(partnership=library.partnership.name)
    together = GeneratedFile(addresses.EVENTS, partial(_calendar, events, library, title))
    return (*((together,) if library.has_calendar else ()), *single)


def _calendar(events: Sequence[Notice], library: Library, title: str) -> bytes:
    # icalendar is slow to import, and not every command writes a calendar.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", f"-//{_host(library)}//{one_line(library.partnership.library_name)}//EN")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", one_line(title))
    calendar.add("x-wr-calname", one_line(title))
    calendar.add("x-wr-timezone", ZONE)
    calendar.add("refresh-interval", _ASK_AGAIN, {"value": "DURATION"})
    for each in sorted(events, key=lambda each: (each.starts.iso if each.starts else "", each.id)):
        calendar.add_component(_event(each, library))
    has_clock_times = any(each.clock is not None for event in events for each in (event.starts, event.ends) if each)
    if has_clock_times or not calendar.subcomponents:
        # A calendar without components is invalid (RFC 5545, 3.6).
        calendar.subcomponents.insert(0, _time_zone())
    data: bytes = calendar.to_ical()
    return data


def _time_zone() -> Timezone:
    """Return the time zone of London with the rule for the clock changes since 1996: the last Sundays of two months.

    Outlook ignores lists of dates (`RDATE`), which icalendar writes for a time zone, and then shows summer events an
    hour off.
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = Timezone()
    zone.add("tzid", ZONE)
    no_offset, summer = timedelta(), timedelta(hours=1)
    changes = (
        (TimezoneDaylight(), "BST", datetime(1996, 3, 31, 1), no_offset, summer),  # noqa: DTZ001 local by RFC 5545
        (TimezoneStandard(), "GMT", datetime(1996, 10, 27, 2), summer, no_offset),  # noqa: DTZ001
    )
    for part, name, first, before, after in changes:
        part.add("dtstart", first)
        part.add("tzname", name)
        part.add("tzoffsetfrom", before)
        part.add("tzoffsetto", after)
        part.add("rrule", {"freq": "yearly", "bymonth": first.month, "byday": "-1SU"})
        zone.add_component(part)
    return zone


def _event(notice: Notice, library: Library) -> Event:
    from icalendar import Event

    assert notice.starts is not None
    scheduled = notice.publish_on.day if notice.publish_on is not None else None
    told = datetime.combine((notice.latest or scheduled or notice.starts.day).first_day, time(), UTC)
    address = library.site_url + address_of(notice, library.vocabulary)
    event = Event()
    event.add("uid", f"{notice.id}@{_host(library)}")
    event.add("dtstamp", told)
    event.add("last-modified", told)
    event.add("sequence", len(notice.changes) + (notice.cancelled is not None))
    event.add("status", "CANCELLED" if notice.cancelled is not None else "CONFIRMED")
    event.add("summary", one_line(notice.name), _language(notice))
    event.add("dtstart", _moment(notice.starts))
    ends = _end(notice)
    if ends is not None:
        event.add("dtend", ends)
    if notice.place is not None:
        event.add("location", one_line(notice.place))
    event.add("categories", [library.vocabulary.notice_kind[notice.kind].label])
    event.add("description", _description(notice, address))
    event.add("url", address)
    return event


def _language(notice: Notice) -> dict[str, str]:
    """Return the parameter with the language of an event (RFC 5545, 3.2.10), if its notice states one."""
    return {"LANGUAGE": notice.language} if notice.language is not None else {}


def _end(notice: Notice) -> date | datetime | None:
    """Return the exclusive end, as RFC 5545 requires: the day after the last one. None if the end is not known."""
    assert notice.starts is not None
    if notice.starts.clock is not None:
        return _moment(notice.ends) if notice.ends is not None and notice.ends != notice.starts else None
    return (notice.ends or notice.starts).day.last_day + timedelta(days=1)


def _moment(moment: EventTime) -> date | datetime:
    return moment.moment or moment.day.first_day


def _description(notice: Notice, address: str) -> str:
    """Return the description. Changes come first, because some calendars show only the beginning."""
    changed = [
        _("Changed, {date}: {text}").format(date=change.date.label, text=change.text)
        for change in reversed(notice.changes)
    ]
    cancelled = (
        [_("Cancelled, {date}: {text}").format(date=notice.cancelled.date.label, text=notice.cancelled.text)]
        if notice.cancelled
        else []
    )
    return "\n\n".join((*cancelled, *changed, notice.summary, _("More about it: {address}").format(address=address)))


def _host(library: Library) -> str:
    return urlsplit(library.site_url).hostname or "localhost"
