"""One piece of news, policy, event, training, service, tool or resource."""

from __future__ import annotations

from generator.model.dates import PartialDate
from generator.model.event_time import EventTime, when
from generator.model.publication import Publication
from generator.model.record import Line, Shape, Slug, Text, WebAddress


class Link(Shape):
    """A labelled address on the web."""

    label: Line
    url: WebAddress


class EventChange(Shape):
    """What has become different about an event, for those who had it in their diaries."""

    date: PartialDate
    """When readers were told."""

    text: Text
    """In plain words."""


class Notice(Publication):
    """`content/notices/<id>.yml`; its kind decides whether it stands under News or Resources."""

    title: Line
    kind: Slug
    date: PartialDate | None = None
    summary: Text
    body: Text | None = None
    audience: tuple[Slug, ...] = ()
    starts: EventTime | None = None
    ends: EventTime | None = None
    """The last day of it, or the time at which it is over."""

    place: Line | None = None
    changes: tuple[EventChange, ...] = ()
    """Of its day, time or place: the record has the new ones."""

    cancelled: EventChange | None = None
    """It does not take place; the page and the calendar go on saying so."""

    links: tuple[Link, ...] = ()
    workflow: dict[str, object] | None = None
    """Dates and decisions behind publication. Never published."""

    @property
    def name(self) -> str:
        """Its title as it stands in lists, which say what is cancelled."""
        return self.title if self.cancelled is None else f"Cancelled: {self.title}"

    @property
    def dated(self) -> PartialDate | None:
        """By what it is sorted: its date, or else the day of the event; None where neither is known."""
        return self.date or (self.starts.day if self.starts is not None else None)

    @property
    def when(self) -> str:
        """Day and time in words; empty where no beginning is known."""
        return when(self.starts, self.ends) if self.starts is not None else ""

    @property
    def latest(self) -> PartialDate | None:
        """When it was last told anything new about, as far as that is known."""
        told = (self.date, *(each.date for each in self.changes), self.cancelled.date if self.cancelled else None)
        return max((each for each in told if each is not None), key=lambda each: each.first_day, default=None)

    @property
    def has_calendar(self) -> bool:
        """True where every day of it is known, so that a calendar can hold it."""
        return self.starts is not None and all(
            each.day.day is not None for each in (self.starts, self.ends) if each is not None
        )

    @property
    def prose(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Every piece of prose with its path in the record."""
        return ((("body",), self.body),) if self.body is not None else ()
