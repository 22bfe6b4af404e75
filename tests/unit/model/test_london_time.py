"""A scheduled record becomes public at its moment, in Europe/London, whatever zone the machine is set to."""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.options import Today, day
from generator.model import EventTime
from generator.model.london_time import LondonTime, has_come, start_moment
from generator.serve.rebuild_loop import next_moment

REPOSITORY = Path(__file__).parents[3]


def at(written: str) -> date:
    return Today().convert(written, None, None)


@pytest.mark.parametrize(
    ("publish_on", "today", "is_public"),
    [
        ("2026-12-14", "2026-12-13", False),
        ("2026-12-14", "2026-12-13T23:59", False),
        ("2026-12-14", "2026-12-14T00:00", True),
        ("2026-12-14", "2026-12-14", True),
        ("2026-12-14 00:01", "2026-12-14T00:00", False),
        ("2026-12-14 00:01", "2026-12-14T00:01", True),
        ("2026-12-14 00:01", "2026-12-14", True),
        ("2026-12-14 00:01", "2026-12-13", False),
        ("2026-07-14 09:30", "2026-07-14T09:29", False),
        ("2026-07-14 09:30", "2026-07-14T09:30", True),
        ("2026-07-14 09:30", "2026-07-15T00:00", True),
        ("2026-10-25 01:30", "2026-10-25T01:30", True),
        ("2026-10-25 01:30", "2026-10-25T01:29", False),
    ],
)
def test_a_moment_has_come_from_its_minute_on_and_not_before(publish_on: str, today: str, is_public: bool) -> None:
    assert has_come(EventTime.parse(publish_on), at(today)) is is_public


def test_the_zone_is_londons_in_summer_and_in_winter() -> None:
    nine = EventTime.parse("2026-07-14 09:00")
    assert not has_come(nine, LondonTime.at(datetime(2026, 7, 14, 7, 59, tzinfo=UTC)))
    assert has_come(nine, LondonTime.at(datetime(2026, 7, 14, 8, 0, tzinfo=UTC)))
    assert LondonTime.at(datetime(2026, 7, 13, 23, 30, tzinfo=UTC)) == date(2026, 7, 14)
    assert LondonTime.at(datetime(2026, 12, 13, 23, 30, tzinfo=UTC)) == date(2026, 12, 13)
    assert start_moment(EventTime.parse("2026-07-14")).timestamp() == datetime(2026, 7, 13, 23, tzinfo=UTC).timestamp()


@given(st.integers(0, 8_000_000), st.integers(-100_000, 100_000))
def test_time_goes_forward_and_what_is_public_stays_so(minute: int, minutes: int) -> None:
    first = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    local = LondonTime.at(first)
    assert local.moment is not None
    when = EventTime.parse(f"{local.isoformat()} {local.moment:%H:%M}")
    later = LondonTime.at(first + timedelta(minutes=minutes))
    if when.comes_twice or when.is_skipped:
        return
    assert has_come(when, later) is (minutes >= 0)


def test_a_now_is_a_date_everywhere_else() -> None:
    now = LondonTime.at(datetime(2026, 12, 14, 8, 30, tzinfo=UTC))
    assert now == date(2026, 12, 14) and now.isoformat() == "2026-12-14"
    tomorrow = now + timedelta(days=1)
    assert tomorrow == date(2026, 12, 15)
    assert has_come(EventTime.parse("2026-12-15 23:59"), tomorrow)
    again = pickle.loads(pickle.dumps(now))
    assert (again, again.moment) == (now, now.moment)


@pytest.mark.parametrize("written", ["today", "2026-12", "2026-13-01", "2026-12-14T25:00", "08:30", "2026-03-29T01:30"])
def test_what_is_no_day_and_no_moment_is_a_mistake_of_usage(written: str) -> None:
    with pytest.raises(click.BadParameter):
        at(written)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_machines_zone_does_not_matter(zone: str) -> None:
    code = "from generator.system.clock import london_now; print(london_now().moment.strftime('%Y-%m-%dT%H:%M%z'))"
    done = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        env={"TZ": zone, "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
    )
    told = datetime.strptime(done.stdout.strip(), "%Y-%m-%dT%H:%M%z")
    assert abs(told.timestamp() - time.time()) < 120
    assert told.utcoffset() in (timedelta(0), timedelta(hours=1))
    assert isinstance(day(None), LondonTime)


def test_nothing_is_waited_for_where_nothing_is_scheduled() -> None:
    assert next_moment(None, date(2026, 12, 14)) == float("inf")
