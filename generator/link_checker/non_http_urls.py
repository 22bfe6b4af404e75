"""Checks the form of URLs other than http and https: `mailto:`, `tel:`, `data:`."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from generator.link_checker.html_links import LinkRole

_MAILBOX: Final = re.compile(r"[^\s@,;<>\"()\[\]\\]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}")
_NUMBER: Final = re.compile(r"\+?[\d().-]+(?:;[\w-]+(?:=[^;\s]*)?)*")
_MIN_DIGITS, _MAX_DIGITS = 3, 15
"""Digits of a telephone number: 999 has three, and ITU-T E.164 allows fifteen."""

_ALLOWED_SCHEMES: Final = frozenset({"sms", "webcal"})


def invalid_url_reason(url: str, role: LinkRole) -> tuple[str, str] | None:
    """Return the problem of a URL, as the end of a sentence, and a hint; None if its form is right."""
    scheme, _, rest = url.partition(":")
    scheme = scheme.lower()
    if scheme in ("javascript", "vbscript"):
        return "runs a script instead of leading somewhere", "write the address of a page"
    if scheme == "data":
        if role is LinkRole.IMAGE:
            return None
        return "contains a whole file instead of leading to one", "put the file next to the record and link to it"
    if scheme == "mailto":
        return None if _is_mail(rest) else ("is not an e-mail address", "write it like mailto:name@example.org")
    if scheme == "tel":
        return None if _is_number(rest) else ("is not a telephone number", "write it like tel:+441632960000")
    if scheme == "file" or len(scheme) == 1:
        return "leads to a file on one computer", "put the file next to the record and link to it"
    if scheme in _ALLOWED_SCHEMES:
        return None
    return f'begins with "{scheme}:", which browsers cannot follow', "write an address that begins with https://"


def _is_mail(rest: str) -> bool:
    """Return True for e-mail addresses separated by commas, or for a query without an address (RFC 6068)."""
    mailboxes, question, fields = unquote(rest).partition("?")
    if not mailboxes:
        return bool(question and fields)
    return all(_MAILBOX.fullmatch(mailbox.strip()) for mailbox in mailboxes.split(","))


def _is_number(rest: str) -> bool:
    """Return True for digits, with dots, hyphens or brackets but no spaces between them (RFC 3966)."""
    number = unquote(rest)
    return (
        bool(_NUMBER.fullmatch(number))
        and _MIN_DIGITS <= sum(map(str.isdecimal, number.partition(";")[0])) <= _MAX_DIGITS
    )
