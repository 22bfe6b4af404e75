"""An e-mail in its three forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from generator.languages import marks_to_html, use_language, without_marks
from generator.markdown import record_link_resolver
from generator.model import Library, PublishedBulletin
from generator.render.email.html import as_html
from generator.render.email.message import Envelope, as_message
from generator.render.email.text import as_text
from generator.render.email.view import mail_view

LARGEST: Final = 102 * 1024
"""The size of the HTML, in bytes, above which Gmail shows only the beginning."""


@dataclass(frozen=True, slots=True)
class BulletinEmail:
    """One e-mail. Equal bulletins give identical bytes on the same day."""

    subject: str
    html: bytes
    text: bytes
    message: bytes
    """HTML and plain text with their headers, as a file that mail programs can open (RFC 5322)."""


def bulletin_email(bulletin: PublishedBulletin, library: Library, is_draft: bool) -> BulletinEmail:
    """Return the e-mail of a bulletin, dated to the day on which it was sent, or today if it was not sent yet.

    If `is_draft`, the subject and the first line say so. The e-mail contains only what the pages would show today.
    """
    resolve = record_link_resolver(library)
    with use_language(library.partnership.language):
        view = mail_view(bulletin, library, is_draft)
        html = marks_to_html(as_html(view, library.partnership, resolve))
        text = without_marks(as_text(view, resolve))
    subject = without_marks(view["subject"])
    sent = bulletin.record.sent
    envelope = Envelope(
        subject=subject,
        name=f"bulletin-{bulletin.quarter.id}{'-draft' if is_draft else ''}",
        day=sent.first_day if sent is not None else library.today,
        host=urlsplit(library.site_url).hostname or "localhost",
        partnership=library.partnership,
    )
    return BulletinEmail(subject, html.encode(), text.encode(), as_message(envelope, html, text))
