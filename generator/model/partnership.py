"""Who publishes, and who to call."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

from generator.model.document_rules import RuleSeverity
from generator.model.publication import About
from generator.model.record import Line, Shape, Slug, Text, WebAddress

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Phone = Annotated[str, StringConstraints(pattern=r"^[0-9+][0-9 ]{2,20}$")]


class Contact(Shape):
    """Someone to call, in the order in which to call them."""

    id: Slug
    label: Line
    phone: Phone | None = None
    text: Text | None = None
    hours: Line | None = None
    url: WebAddress | None = None
    about: tuple[About, ...] = ()


class Partner(Shape):
    """An organisation of the partnership and the part it takes."""

    role: Line
    organisation: Line


class Desk(Shape):
    """Where to ask for something; at least a label."""

    label: Line
    url: WebAddress | None = None
    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] | None = None
    phone: Phone | None = None
    text: Text | None = None


class Colours(Shape):
    """The partnership's own colours, as CSS hex."""

    brand: Colour
    brand_dark: Colour
    """The brand colour on a dark ground."""

    accent: Colour


class Partnership(Shape):
    """`content/partnership.yml`."""

    name: Line
    area: Line
    library_name: Line
    description: Text
    website: WebAddress | None = None
    people: tuple[Partner, ...] = ()
    contacts: tuple[Contact, ...] = ()
    helplines: tuple[Contact, ...] = ()
    documents_contact: Desk | None = None
    feedback: Desk | None = None
    sign_up: Desk | None = None
    older_reports: Desk | None = None
    exit_to: WebAddress = "https://www.bbc.co.uk/weather"
    colours: Colours | None = None
    document_rules: tuple[RuleSeverity, ...] = ()
    """Rules on documents that weigh more or less here than they do by themselves."""

    licence: Line | None = None
