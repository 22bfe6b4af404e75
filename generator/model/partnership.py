"""Who publishes, and who to call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from annotated_types import Ge, Le, MinLen
from pydantic import StringConstraints

from generator.model.document_rules import RuleSeverity
from generator.model.publication import About
from generator.model.record_model import Line, RecordModel, Slug, Text, WebAddress

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Family = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 -]*$", max_length=60)]
LogoName = Annotated[
    str, StringConstraints(pattern=r"\.(svg|SVG|png|PNG|webp|WEBP)$", max_length=200, strip_whitespace=True)
]
FontName = Annotated[str, StringConstraints(pattern=r"\.(woff2|WOFF2)$", max_length=200, strip_whitespace=True)]
Phone = Annotated[str, StringConstraints(pattern=r"^[0-9+][0-9 ]{2,20}$")]


class Contact(RecordModel):
    """Someone to call, in the order in which to call them."""

    id: Slug
    label: Line
    phone: Phone | None = None
    text: Text | None = None
    hours: Line | None = None
    url: WebAddress | None = None
    about: tuple[About, ...] = ()


class Partner(RecordModel):
    """An organisation of the partnership and the part it takes."""

    role: Line
    organisation: Line


class ContactPoint(RecordModel):
    """Where to ask for something; at least a label."""

    label: Line
    url: WebAddress | None = None
    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] | None = None
    phone: Phone | None = None
    text: Text | None = None


Mailbox = Annotated[
    str,
    StringConstraints(
        pattern=r"^[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$", max_length=120
    ),
]
"""An e-mail address in the plain form that every mail program takes."""


class Newsletter(RecordModel):
    """Who sends the bulletin by e-mail. It stands in that e-mail and nowhere else."""

    from_name: Line
    from_address: Mailbox
    reply_to: Mailbox | None = None
    """None: answers go to the sender."""

    list_unsubscribe: (
        Annotated[str, StringConstraints(pattern=r"^(?:https://|mailto:)[!#-;=?-~]+$", max_length=500)] | None
    ) = None
    """Where a reader, or their mail program, asks for no more: `https:` or `mailto:`. None: by an answer."""


class Colours(RecordModel):
    """The partnership's own colours, as CSS hex."""

    brand: Colour
    brand_dark: Colour
    """The brand colour on a dark ground."""

    accent: Colour


class Logo(RecordModel):
    """A picture that stands before the library's name at the head of each page."""

    file: LogoName
    """In content/: SVG, PNG or WebP."""

    alt: Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)] = ""
    """What is read in its place. Empty where it says no more than the names beside it, which are words already."""


@dataclass(frozen=True, slots=True)
class PublishedLogo:
    """The logo as readers meet it."""

    address: str
    path: str
    """From the site's root folder."""

    width: int
    """In pixels, as is the height: together they keep its place until it has come."""

    height: int
    alt: str


class FontStyle(StrEnum):
    """Upright or not."""

    NORMAL = "normal"
    ITALIC = "italic"


class FontFile(RecordModel):
    """One cut of a typeface."""

    file: FontName
    """In content/: WOFF2, the one form that every browser in use reads."""

    weight: Annotated[int, Ge(1), Le(1000)] = 400
    """400 is ordinary, 700 is bold."""

    style: FontStyle = FontStyle.NORMAL


class Typeface(RecordModel):
    """A family of fonts."""

    family: Family
    files: Annotated[tuple[FontFile, ...], MinLen(1)]


class Fonts(RecordModel):
    """The partnership's own fonts; what is not given is in the reader's own system's."""

    text: Typeface | None = None
    headings: Typeface | None = None
    """None: headings are in the font of the text."""

    @property
    def typefaces(self) -> Iterator[tuple[str, Typeface]]:
        """Those that are given, with what each is used for: `text` or `headings`."""
        for part, typeface in (("text", self.text), ("headings", self.headings)):
            if typeface is not None:
                yield part, typeface


class Partnership(RecordModel):
    """`content/partnership.yml`."""

    name: Line
    area: Line
    library_name: Line
    description: Text
    website: WebAddress | None = None
    people: tuple[Partner, ...] = ()
    contacts: tuple[Contact, ...] = ()
    helplines: tuple[Contact, ...] = ()
    documents_contact: ContactPoint | None = None
    feedback: ContactPoint | None = None
    sign_up: ContactPoint | None = None
    older_reports: ContactPoint | None = None
    newsletter: Newsletter | None = None
    """None: whoever sends the bulletin names the sender in the mail program."""

    exit_to: WebAddress = "https://www.bbc.co.uk/weather"
    logo: Logo | None = None
    colours: Colours | None = None
    fonts: Fonts | None = None
    document_rules: tuple[RuleSeverity, ...] = ()
    """Rules on documents that weigh more or less here than they do by themselves."""

    licence: Line | None = None

    @property
    def files(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Each file that the look needs, as it is written, with its path in the record."""
        if self.logo is not None:
            yield ("logo", "file"), self.logo.file
        for part, typeface in self.fonts.typefaces if self.fonts is not None else ():
            for index, each in enumerate(typeface.files):
                yield ("fonts", part, "files", index, "file"), each.file
