"""A notice: one piece of news, policy, event, training, service, tool or resource."""

from __future__ import annotations

from generator.languages import gettext as _
from generator.model.event_time import EventTime, format_range
from generator.model.partial_date import PartialDate
from generator.model.publication import Publication
from generator.model.record_model import Line, RecordModel, Slug, Text, WebAddress


class Link(RecordModel):
    """A web link with a label."""

    label: Line
    url: WebAddress


class EventChange(RecordModel):
    """A change of an event, for readers who had it in their diaries."""

    date: PartialDate
    """The day on which readers were informed."""

    text: Text
    """The change, in plain words."""


class Cancellation(EventChange):
    """Why an event does not take place."""

    text: Text
    """The reason, in plain words."""


class Notice(Publication):
    """`content/notices/<id>.yml`. Its kind decides whether it appears under News or Resources."""

    title: Line
    kind: Slug
    date: PartialDate | None = None
    summary: Text
    body: Text | None = None
    audience: tuple[Slug, ...] = ()
    starts: EventTime | None = None
    ends: EventTime | None = None
    """The last day of the event, or the time at which it ends."""

    place: Line | None = None
    changes: tuple[EventChange, ...] = ()
    """Changes of day, time or place. The record's fields have the new values."""

    cancelled: Cancellation | None = None
    """Why the event does not take place; None if it does. The page and the calendar stay, and say so."""

    links: tuple[Link, ...] = ()
    workflow: dict[str, object] | None = None
    """Dates and decisions before publication. Never published."""

    @property
    def name(self) -> str:
        """The title for lists; it says if the event is cancelled."""
        return self.title if self.cancelled is None else _("Cancelled: {title}").format(title=self.title)

    @property
    def dated(self) -> PartialDate | None:
        """The date for sorting: the notice's date, or else the day of the event; None if neither is known."""
        return self.date or (self.starts.day if self.starts is not None else None)

    @property
    def when(self) -> str:
        """Day and time in words; empty if no start is known."""
        return format_range(self.starts, self.ends) if self.starts is not None else ""

    @property
    def latest(self) -> PartialDate | None:
        """The date of the last announcement about it, as precise as it is known."""
        dates = (self.date, *(change.date for change in self.changes), self.cancelled.date if self.cancelled else None)
        return max((known for known in dates if known is not None), key=lambda known: known.first_day, default=None)

    @property
    def has_calendar(self) -> bool:
        """True if its days are all known, so that it can be in a calendar."""
        return self.starts is not None and all(
            event_time.day.day is not None for event_time in (self.starts, self.ends) if event_time is not None
        )

    @property
    def prose(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Return every prose text with its path in the record."""
        return ((("body",), self.body),) if self.body is not None else ()
