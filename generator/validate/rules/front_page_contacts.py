"""Checks that the contacts of the partnership do not only lead to the front page of a website."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from generator.diagnostics import Diagnostic, rule
from generator.model import Partnership, Records
from generator.model.partnership import is_front_page

_CONTACT_POINTS: Final = ("documents_contact", "feedback", "sign_up")
_REACH_A_PERSON: Final = (
    "give an email address, a phone number or the address of the page or form itself, or take the contact out: "
    "the site then says that it has no contact for this, and links to your website"
)
_OF_CONTACT: Final = "give the address of the service's own page, or take the address out: a phone number is enough"
_OF_PLACE: Final = "give the address at which readers find the reports, or take it out"
_OF_MAIL: Final = 'give the address that unsubscribes readers, or "mailto:..."'

_Place = tuple[str | int, ...]


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield S032 for each contact whose address is the front page of a website.

    The front page of another website is accepted for a form or a chat, which often has a separate site, and as the
    website of a helpline, because its link says "website".
    """
    if records.partnership is None:
        return
    partnership, raw = records.partnership.record, records.partnership.raw
    for place, address, is_any_front_page_wrong, hint in _addresses(partnership):
        is_own = _is_same_page(address, partnership.website)
        if is_own or (is_any_front_page_wrong and is_front_page(address)):
            whose = "the partnership's own website" if is_own else "a website"
            name = next(str(part) for part in reversed(place) if isinstance(part, str))
            message = f'"{name}" of {_contact_name(place, partnership)} is the front page of {whose}'
            yield rule("S032").diagnostic(message, raw.location_of(*place), hint)


def _addresses(partnership: Partnership) -> Iterator[tuple[_Place, str, bool, str]]:
    """Yield each address: its path in the record, itself, whether any front page is wrong here, and what to do."""
    for name in _CONTACT_POINTS:
        point = getattr(partnership, name)
        if point is not None and point.url is not None:
            yield (name, "url"), point.url, True, _REACH_A_PERSON
        if point is not None and point.form is not None:
            yield (name, "form"), point.form, False, _REACH_A_PERSON
    if partnership.older_reports is not None and partnership.older_reports.url is not None:
        yield ("older_reports", "url"), partnership.older_reports.url, False, _OF_PLACE
    for field in ("contacts", "helplines"):
        for index, contact in enumerate(getattr(partnership, field)):
            for part in ("url", "web_chat"):
                address = getattr(contact, part)
                if address is not None:
                    yield (field, index, part), address, False, _OF_CONTACT
    newsletter = partnership.newsletter
    if newsletter is not None and (newsletter.list_unsubscribe or "").startswith("https:"):
        yield ("newsletter", "list_unsubscribe"), newsletter.list_unsubscribe or "", True, _OF_MAIL


def _contact_name(place: _Place, partnership: Partnership) -> str:
    field, index = place[0], place[1]
    if isinstance(index, int):
        return f'"{getattr(partnership, str(field))[index].label}"'
    return f'"{field}"'


def _is_same_page(address: str, website: str | None) -> bool:
    """Return True if both are the same page, or the two front pages of one host, with or without `www.`."""
    if website is None or _host(address) != _host(website):
        return False
    path, of_website = urlsplit(address).path.strip("/").lower(), urlsplit(website).path.strip("/").lower()
    return not urlsplit(address).query and (path == of_website or is_front_page(address))


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
