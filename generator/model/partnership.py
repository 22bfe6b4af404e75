"""The partnership that publishes the site, and the contacts for urgent help."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Final
from urllib.parse import urlsplit

from annotated_types import Ge, Le, MinLen
from pydantic import StringConstraints

from generator.model.document import LanguageTag
from generator.model.document_rules import RuleSeverity
from generator.model.nation import Nation
from generator.model.publication import About
from generator.model.recommendation import RecommendationSettings
from generator.model.record_model import Line, RecordModel, Slug, Text, WebAddress

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
Family = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9 -]*$", max_length=60)]
LogoName = Annotated[
    str, StringConstraints(pattern=r"\.(svg|SVG|png|PNG|webp|WEBP)$", max_length=200, strip_whitespace=True)
]
FontName = Annotated[str, StringConstraints(pattern=r"\.(woff2|WOFF2)$", max_length=200, strip_whitespace=True)]
Phone = Annotated[str, StringConstraints(pattern=r"^[0-9+][0-9 ]{2,20}$")]


_FRONT_PAGE: Final = re.compile(r"/*((index|default|home)\.[a-z]{3,5})?/*")


def is_front_page(address: str) -> bool:
    """Return True for the address of a website's front page: `https://www.anytown.example/index.html`."""
    parts = urlsplit(address)
    return not parts.query and _FRONT_PAGE.fullmatch(parts.path.lower()) is not None


class Contact(RecordModel):
    """A person or service to call. The order of the list is the order in which to call them."""

    id: Slug
    label: Line
    phone: Phone | None = None
    text: Text | None = None
    hours: Line | None = None
    url: WebAddress | None = None
    """The service's website. Its link says "website", so it may be a front page."""

    sms: Phone | None = None
    """The number for text messages; None if the service takes none, or no source gives a number."""

    sms_note: Line | None = None
    """What readers must know before they send a text message, such as how to register."""

    web_chat: WebAddress | None = None
    """The page where readers can chat with the service in writing."""

    relay: Phone | None = None
    """The number to dial with Relay UK or a textphone, for people who cannot hear or speak on the phone."""

    about: tuple[About, ...] = ()


class Partner(RecordModel):
    """An organisation of the partnership, and its role."""

    role: Line
    organisation: Line


class ContactPoint(RecordModel):
    """A contact for questions. It has at least a label."""

    label: Line
    url: WebAddress | None = None
    """A page about the contact, never the front page of a website."""

    form: WebAddress | None = None
    """A form that a person reads and answers."""

    email: Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")] | None = None
    phone: Phone | None = None
    text: Text | None = None

    @property
    def reaches_a_person(self) -> bool:
        """True if a reader can write or call: there is an email address, a form, a phone number or a contact page.

        S032 refuses a page that is only the front page of a website.
        """
        return any((self.email, self.form, self.phone, self.url))


Mailbox = Annotated[
    str,
    StringConstraints(
        pattern=r"^[A-Za-z0-9_+'-]+(?:\.[A-Za-z0-9_+'-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$", max_length=120
    ),
]
"""An email address in the plain form that every mail program accepts."""


class Newsletter(RecordModel):
    """The sender of the bulletin by email. It is used only in that email."""

    from_name: Line
    from_address: Mailbox
    reply_to: Mailbox | None = None
    """None if answers go to the sender."""

    list_unsubscribe: (
        Annotated[str, StringConstraints(pattern=r"^(?:https://|mailto:)[!#-;=?-~]+$", max_length=500)] | None
    ) = None
    """The unsubscribe address for a reader or their mail program: `https:` or `mailto:`.

    None if they unsubscribe by reply.
    """


class Colours(RecordModel):
    """The partnership's own colours, as CSS hex."""

    brand: Colour
    brand_dark: Colour
    """The brand colour on a dark background."""

    accent: Colour


class Logo(RecordModel):
    """A picture before the library's name at the top of each page."""

    file: LogoName
    """The path in content/ of an SVG, PNG or WebP file."""

    alt: Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)] = ""
    """The alternative text. Empty if the logo says no more than the names next to it, which are text already."""


@dataclass(frozen=True, slots=True)
class PublishedLogo:
    """The logo in the form that pages need."""

    address: str
    path: str
    """The path from the site's root folder."""

    width: int
    """In pixels, as `height` is. The two keep space for the picture until it has loaded."""

    height: int
    alt: str


class FontStyle(StrEnum):
    """The style of a font: upright or italic."""

    NORMAL = "normal"
    ITALIC = "italic"


class FontFile(RecordModel):
    """One font file of a typeface, with one weight and style."""

    file: FontName
    """The path in content/ of a WOFF2 file, the one format that all current browsers read."""

    weight: Annotated[int, Ge(1), Le(1000)] = 400
    """400 is regular, 700 is bold."""

    style: FontStyle = FontStyle.NORMAL


class Typeface(RecordModel):
    """A family of fonts."""

    family: Family
    files: Annotated[tuple[FontFile, ...], MinLen(1)]


class Fonts(RecordModel):
    """The partnership's own fonts. If one is not given, the reader's system font is used."""

    text: Typeface | None = None
    headings: Typeface | None = None
    """None if headings use the font of the text."""

    @property
    def typefaces(self) -> Iterator[tuple[str, Typeface]]:
        """Yield each typeface that is given, with its use: `text` or `headings`."""
        for part, typeface in (("text", self.text), ("headings", self.headings)):
            if typeface is not None:
                yield part, typeface


class Partnership(RecordModel):
    """`content/partnership.yml`."""

    name: Line
    area: Line
    library_name: Line
    description: Text
    language: LanguageTag = "en-GB"
    """The language of the site's own words, dates and pages. There is a catalogue of words for each: English, Welsh."""

    website: WebAddress | None = None
    people: tuple[Partner, ...] = ()
    contacts: tuple[Contact, ...] = ()
    helplines: tuple[Contact, ...] = ()
    documents_contact: ContactPoint | None = None
    feedback: ContactPoint | None = None
    sign_up: ContactPoint | None = None
    older_reports: ContactPoint | None = None
    newsletter: Newsletter | None = None
    """None if the person who sends the bulletin enters the sender in the mail program."""

    exit_to: WebAddress = "https://www.bbc.co.uk/weather"
    logo: Logo | None = None
    colours: Colours | None = None
    fonts: Fonts | None = None
    document_rules: tuple[RuleSeverity, ...] = ()
    """Rules on documents whose severity here differs from the usual one."""

    review_order: tuple[Slug, ...] = ()
    """Ids of cases in the order of the partnership's own list. Cases that it leaves out come first, the newest first.

    If empty, lists of reviews begin with the newest.
    """

    recommendations: RecommendationSettings = RecommendationSettings()
    """After how many months the site asks about a recommendation."""

    licence: Line | None = None
    adopted: bool = True
    """False while the partnership has not agreed to publish the library: the footer then says so."""

    nation: Nation | None = None
    """The nation whose bank holidays are not working days. None for the one of the vocabulary packs, or England."""

    @property
    def publisher(self) -> str:
        """The publisher of the library: the partnership; the library itself until the partnership has adopted it."""
        return self.name if self.adopted else self.library_name

    @property
    def files(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield each file that the branding needs, as written in the record, with its path in the record."""
        if self.logo is not None:
            yield ("logo", "file"), self.logo.file
        for part, typeface in self.fonts.typefaces if self.fonts is not None else ():
            for index, font_file in enumerate(typeface.files):
                yield ("fonts", part, "files", index, "file"), font_file.file
