"""The e-mail as a file for mail programs: headers, HTML and plain text (RFC 5322, RFC 2046)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime
from hashlib import blake2b

from generator.diagnostics import one_line
from generator.model import Partnership


@dataclass(frozen=True, slots=True)
class Envelope:
    """The values for the message's headers."""

    subject: str
    """The subject, on one line."""

    name: str
    """The name of the bulletin, `bulletin-2022-q3`. It does not change between builds."""

    day: date
    host: str
    """The host name of the public site."""

    partnership: Partnership


class _UnfoldedHeader(UnstructuredHeader, BaseHeader):
    """A header that is not folded, because a line break would damage its address.

    Lines of up to 998 characters are allowed.
    """

    def fold(self, *, policy: Policy) -> str:
        return f"{self.name}: {self}{policy.linesep}"


def as_message(envelope: Envelope, html: str, text: str) -> bytes:
    """Return the whole message.

    It opens as a draft in Outlook (`X-Unsent`), so that an editor checks it before sending.
    """
    registry = HeaderRegistry()
    for name in ("message-id", "list-id", "list-unsubscribe"):
        registry.map_to_type(name, _UnfoldedHeader)
    message = EmailMessage(policy=SMTP.clone(header_factory=registry))
    newsletter = envelope.partnership.newsletter
    if newsletter is not None:
        message["From"] = Address(printable_line(newsletter.from_name), addr_spec=newsletter.from_address)
        if newsletter.reply_to is not None:
            message["Reply-To"] = Address(addr_spec=newsletter.reply_to)
    message["Subject"] = envelope.subject
    message["Date"] = format_datetime(datetime.combine(envelope.day, time(12), UTC))
    message["Message-ID"] = f"<{envelope.name}@{envelope.host}>"
    message["X-Unsent"] = "1"
    message["List-Id"] = f"<bulletin.{envelope.host}>"
    if newsletter is not None and newsletter.list_unsubscribe is not None:
        message["List-Unsubscribe"] = f"<{newsletter.list_unsubscribe}>"
        if newsletter.list_unsubscribe.startswith("https:"):
            # Unsubscribing takes one click, and mail programs show a button for it (RFC 8058).
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    message["Content-Language"] = envelope.partnership.language
    # In quoted-printable, an equals sign only appears before two hex digits or at the end of a line.
    digest = blake2b(f"{text}\0{html}".encode(), digest_size=12).hexdigest()
    message.set_boundary(f"=_{envelope.name}_{digest}")
    return message.as_bytes()


def printable_line(text: str) -> str:
    """Return a text on one line, without invisible characters: it is used in a header."""
    return one_line("".join(letter if letter.isprintable() else " " for letter in text))
