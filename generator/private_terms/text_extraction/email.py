"""Extracts text from emails: headers, bodies and attachments."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from generator.private_terms.text_extraction.encodings import decoded
from generator.private_terms.text_extraction.extracted_text import ExtractedText, Inside


def extract_email(data: bytes, inside: Inside) -> Iterator[ExtractedText]:
    """Yield each header, each part as its reader sees it, and each attachment with its name."""
    message = message_from_bytes(data, policy=default)
    yield ExtractedText("in a heading of the e-mail", "\n".join(_headings(message)))
    for part in message.walk():
        if part is not message:
            yield ExtractedText("in a heading of a part", "\n".join(_headings(part)))
        if part.is_multipart():
            continue
        name = part.get_filename() or ""
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            yield from inside(name or _named(part.get_content_type()), payload, "in a part of the e-mail")
    yield ExtractedText("in its source", decoded(data), by_line=True)


def _headings(message: EmailMessage) -> Iterator[str]:
    for name, value in message.items():
        try:
            yield f"{name} . {value}"
        except (ValueError, LookupError, IndexError):
            continue


def _named(kind: str) -> str:
    return {"text/html": "part.html", "text/calendar": "part.ics", "message/rfc822": "part.eml"}.get(kind, "part.txt")
