"""Checks the form of addresses that are not web addresses."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote

from generator.link_checker.html_links import LinkRole

_MAILBOX: Final = re.compile(r"[^\s@,;<>\"()\[\]\\]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_]{2,63}")
_NUMBER: Final = re.compile(r"\+?[\d().-]+(?:;[\w-]+(?:=[^;\s]*)?)*")
_FEWEST, _MOST = 3, 15
"""Minimum and maximum digits of a telephone number: 999 has three, and ITU-T E.164 allows fifteen."""

_WITHOUT_FORM: Final = frozenset({"sms", "webcal"})


def invalid_url_reason(url: str, use: LinkRole) -> tuple[str, str] | None:
    """Return what is wrong with an address, and a hint; None if its form is right."""
    scheme, _, rest = url.partition(":")
    scheme = scheme.lower()
    if scheme in ("javascript", "vbscript"):
        return "runs a script instead of leading somewhere", "write the address of a page"
    if scheme == "data":
        if use is LinkRole.PICTURE:
            return None
        return "carries a whole file instead of leading to one", "put the file beside the record and link to it"
    if scheme == "mailto":
        return None if _is_mail(rest) else ("is no e-mail address", "write it like mailto:name@example.org")
    if scheme == "tel":
        return None if _is_number(rest) else ("is no telephone number", "write it like tel:+441632960000")
    if scheme == "file" or len(scheme) == 1:
        return "leads to a file on one computer", "put the file beside the record and link to it"
    if scheme in _WITHOUT_FORM:
        return None
    return f'begins with "{scheme}:", which browsers cannot follow', "write an address that begins with https://"


def _is_mail(rest: str) -> bool:
    """Return True for addresses separated by commas, or for none and a `to` or a text in the query (RFC 6068)."""
    boxes, question, fields = unquote(rest).partition("?")
    if not boxes:
        return bool(question and fields)
    return all(_MAILBOX.fullmatch(each.strip()) for each in boxes.split(","))


def _is_number(rest: str) -> bool:
    """Return True for digits with dots, hyphens and brackets between them, and no spaces (RFC 3966)."""
    number = unquote(rest)
    return bool(_NUMBER.fullmatch(number)) and _FEWEST <= sum(map(str.isdecimal, number.partition(";")[0])) <= _MOST
