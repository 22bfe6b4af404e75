"""One piece of news, policy, event, training, service, tool or resource."""

from __future__ import annotations

from generator.model.dates import PartialDate
from generator.model.publication import About, Publication
from generator.model.record import Line, Shape, Slug, Text, WebAddress


class Link(Shape):
    """A labelled address on the web."""

    label: Line
    url: WebAddress


class Notice(Publication):
    """`content/notices/<id>.yml`; its kind decides whether it stands under News or Resources."""

    title: Line
    kind: Slug
    date: PartialDate | None = None
    summary: Text
    body: Text | None = None
    about: tuple[About, ...] = ()
    audience: tuple[Slug, ...] = ()
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    place: Line | None = None
    links: tuple[Link, ...] = ()
    workflow: dict[str, object] | None = None
    """Dates and decisions behind publication. Never published."""

    @property
    def prose(self) -> tuple[tuple[tuple[str | int, ...], str], ...]:
        """Every piece of prose with its path in the record."""
        return ((("body",), self.body),) if self.body is not None else ()
