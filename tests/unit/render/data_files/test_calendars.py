"""Calendars read what the records say: days, clock times through the year, what has moved and what is cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

from generator.model import EventChange, EventTime, Notice, PartialDate
from generator.render.data_files.calendars import calendar_files

if TYPE_CHECKING:
    from generator.model import Library

REQUIRED = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS", "LAST-MODIFIED", "URL", "DESCRIPTION"}
"""RFC 5545, 3.6.1 wants the first three; the others are promised here."""


def files(library: Library) -> dict[str, bytes]:
    return {calendar_file.address: calendar_file.make() for calendar_file in calendar_files(library)}


def notice(**fields: object) -> Notice:
    known: dict[str, object] = {
        "id": "fete",
        "title": "A fête",
        "kind": "gathering",
        "summary": "Come; bring cake, too.",
    }
    return Notice.model_validate({**known, "date": "2023-01-04", **fields})


def parsed(data: bytes) -> Any:
    """The calendar; its properties have each a class of their own."""
    return Calendar.from_ical(data)


def of(library: Library, *notices: Notice) -> Any:
    return parsed(files(replace(library, notices=notices))["events.ics"])


def test_every_event_with_a_day_is_in_the_calendar_and_has_a_file(library: Library) -> None:
    made = files(library)
    assert set(made) == {
        "events.ics",
        *(f"news/{each}/event.ics" for each in ("autumn-moot", "door-day", "night-walk")),
    }
    calendar = parsed(made["events.ics"])
    assert [str(each["UID"]).split("@")[0] for each in calendar.walk("VEVENT")] == [
        "door-day",
        "night-walk",
        "autumn-moot",
    ]
    for data in made.values():
        read = parsed(data)
        assert {"VERSION", "PRODID", "METHOD", "CALSCALE"} <= set(read)
        assert (str(read["VERSION"]), str(read["METHOD"])) == ("2.0", "PUBLISH")
        for event in read.walk("VEVENT"):
            assert set(event) >= REQUIRED
            assert str(event["UID"]).endswith("@learning.tarnshire.example")
            assert not event.errors


def test_the_raw_lines_are_folded_and_end_as_the_standard_wants(library: Library) -> None:
    long = notice(starts="2023-06-08", summary="Ä" * 200, place="A;B,C\\D\nE")
    for data in (*files(library).values(), files(replace(library, notices=(long,)))["events.ics"]):
        assert data.endswith(b"END:VCALENDAR\r\n")
        assert b"\n" not in data.replace(b"\r\n", b"")
        for line in data.split(b"\r\n"):
            assert len(line) <= 75
            line.decode("utf-8")
    assert of(library, long).walk("VEVENT")[0]["LOCATION"] == "A;B,C\\D E"


@pytest.mark.parametrize(
    ("starts", "ends", "utc"),
    [
        ("2023-01-10 10:00", "2023-01-10 12:30", ["2023-01-10 10:00", "2023-01-10 12:30"]),
        ("2023-07-10 10:00", "2023-07-10 12:30", ["2023-07-10 09:00", "2023-07-10 11:30"]),
        ("2023-10-28 22:00", "2023-10-29 03:00", ["2023-10-28 21:00", "2023-10-29 03:00"]),
        ("2045-07-10 10:00", "2045-07-10 11:00", ["2045-07-10 09:00", "2045-07-10 10:00"]),
    ],
)
def test_clock_times_are_londons_all_year(starts: str, ends: str, utc: list[str], library: Library) -> None:
    calendar = of(library, notice(starts=starts, ends=ends))
    [zone] = calendar.walk("VTIMEZONE")
    assert str(zone["TZID"]) == "Europe/London"
    [event] = calendar.walk("VEVENT")
    assert event["DTSTART"].params["TZID"] == event["DTEND"].params["TZID"] == "Europe/London"
    # By the zone as this file tells it, not by what this machine knows of London.
    told = zone.to_tz(lookup_tzid=False)
    moments = [event[name].dt.replace(tzinfo=told).astimezone(UTC) for name in ("DTSTART", "DTEND")]
    assert [f"{moment:%Y-%m-%d %H:%M}" for moment in moments] == utc


def test_clock_changes_are_a_rule_and_not_a_list_that_outlook_ignores(library: Library) -> None:
    for year in (2026, 2040):
        [zone] = of(library, notice(starts=f"{year}-07-14 10:00")).walk("VTIMEZONE")
        rules = {str(part["TZNAME"]): part["RRULE"].to_ical().decode() for part in zone.subcomponents}
        assert rules == {"BST": "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "GMT": "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"}
        assert b"RDATE" not in zone.to_ical()


def test_whole_days_end_before_the_day_after(library: Library) -> None:
    [event] = of(library, notice(starts="2023-06-08", ends="2023-06-09")).walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2023, 6, 8), date(2023, 6, 10))
    assert event["DTSTART"].params["VALUE"] == "DATE"
    [event] = of(library, notice(starts="2023-12-31")).walk("VEVENT")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2023, 12, 31), date(2024, 1, 1))


def test_an_end_that_nobody_has_told_is_not_made_up(library: Library) -> None:
    [event] = of(library, notice(starts="2023-06-08 10:00")).walk("VEVENT")
    assert "DTEND" not in event
    assert "DURATION" not in event


@pytest.mark.parametrize(
    "fields", [{"starts": "2023-06"}, {"starts": "2023"}, {"starts": "2023-06-08", "ends": "2023-07"}, {}]
)
def test_an_event_whose_day_is_not_known_is_in_no_calendar(fields: dict[str, str], library: Library) -> None:
    undated = replace(library, notices=(notice(**fields),))
    assert files(undated) == {}
    # A calendar that somebody may follow stays at its address.
    made = files(replace(undated, published_addresses=frozenset({"events.ics"})))
    assert set(made) == {"events.ics"}
    read = parsed(made["events.ics"])
    assert read.walk("VEVENT") == []
    assert read.subcomponents, "a calendar has at least one component (RFC 5545, 3.6)"


def test_moved_and_cancelled_events_are_followed_by_calendars_that_hold_them(library: Library) -> None:
    first = notice(starts="2023-06-08 10:00")
    change = EventChange(date=PartialDate.parse("2023-02-01"), text="It has moved by a day.")
    moved = first.model_copy(update={"starts": EventTime.parse("2023-06-09 10:00"), "changes": (change,)})
    off = EventChange(date=PartialDate.parse("2023-03-01"), text="The hall is closed.")
    cancelled = moved.model_copy(update={"cancelled": off})
    events = [of(library, each).walk("VEVENT")[0] for each in (first, moved, cancelled)]
    assert [int(event["SEQUENCE"]) for event in events] == [0, 1, 2]
    assert [str(event["STATUS"]) for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert len({str(event["UID"]) for event in events}) == 1
    told = [datetime(2023, month, day, tzinfo=UTC) for month, day in ((1, 4), (2, 1), (3, 1))]
    assert [event["DTSTAMP"].dt for event in events] == [event["LAST-MODIFIED"].dt for event in events] == told
    assert str(events[2]["SUMMARY"]) == "Cancelled: A fête"
    assert str(events[2]["DESCRIPTION"]).startswith(
        "Cancelled, 1 March 2023: The hall is closed.\n\nChanged, 1 February"
    )


def test_the_same_records_give_the_same_bytes_on_any_day(library: Library) -> None:
    assert files(library) == files(replace(library, today=date(2027, 1, 1)))
