"""Checks the addresses of links, in every text and every field of a record and on hand-written pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Final

from generator.diagnostics import Diagnostic, Location, rule, rule_by_slug
from generator.markdown import links_in, record_link
from generator.markdown.html_tags import html_tags, unsafe_addresses, without_code
from generator.markdown.record_links import KINDS
from generator.model import Records
from generator.model.link_problems import link_problem
from generator.model.tracking_parameters import without_tracking
from generator.validate.rules.personal_data.match import known_of
from generator.validate.text_locations import SourceLocator, body_location, page_text, texts_to_publish

_ADDRESS_ALONE: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_ADDRESS_ATTRIBUTES: Final = frozenset({"action", "data", "formaction", "href", "poster", "src", "xlink:href"})
_WITH_SPACE: Final = re.compile(r"\]\(\s*((?:[a-z][a-z0-9+.-]{1,20}:|www\.)[^()<>\n]*?)\s*\)", re.IGNORECASE)
_TITLE: Final = re.compile(r"""\S+\s+(?:"[^"]*"|'[^']*')""")


def check(records: Records, today: date) -> Iterator[Diagnostic]:
    """Yield L827 to L830 and L832 for addresses of links, and L831 for a link with a space in its address."""
    public_emails = known_of(records).emails
    for raw, path, text in texts_to_publish(records):
        if ":" in text or "](" in text:
            place = SourceLocator(raw.source, partial(raw.location_of, *path))
            whole = text.strip()
            if _ADDRESS_ALONE.fullmatch(whole):
                # A field such as `url` contains an address and nothing else.
                yield from _problems((whole,), place, public_emails)
            elif "](" in text or "<" in text or "]:" in text:
                yield from _problems(_destinations(text), place, public_emails)
                yield from _addresses_with_spaces(text, place)
    for page in records.pages:
        text = page_text(page)
        place = SourceLocator(page.source, partial(body_location, page))
        yield from _problems((*_destinations(text), *_addresses_in_html(text)), place, public_emails)
        yield from _links_without_address(text, place)
        yield from _addresses_with_spaces(text, place)


def _destinations(text: str) -> Iterator[str]:
    yield from links_in(text)
    yield from unsafe_addresses(text)


def _addresses_in_html(text: str) -> Iterator[str]:
    for tag in html_tags(text):
        is_picture = tag.name in ("img", "image")
        for name, value in tag.attributes:
            # A picture may be embedded as data:.
            if name in _ADDRESS_ATTRIBUTES and not (is_picture and value.lower().startswith("data:image/")):
                yield value


def _links_without_address(text: str, place: Callable[[str], Location]) -> Iterator[Diagnostic]:
    for tag in html_tags(text):
        if tag.name == "a" and any(name == "href" and not value.strip() for name, value in tag.attributes):
            hint = "write the address between the quotation marks, or take the link out"
            yield rule("L827").diagnostic("this link has no address", place(tag.text), hint)


def _problems(
    destinations: Iterable[str], place: Callable[[str], Location], public_emails: frozenset[str]
) -> Iterator[Diagnostic]:
    for destination in destinations:
        problem = None if record_link(destination) is not None else link_problem(destination, public_emails)
        if problem is not None:
            yield rule_by_slug(problem.kind).diagnostic(f"the link {problem.reason}", place(destination), problem.hint)
        elif (plain := without_tracking(destination)) is not None:
            message = "the link has parameters that track who follows it"
            yield rule("L832").diagnostic(message, place(destination), f'write "{plain}"')


def _addresses_with_spaces(text: str, place: Callable[[str], Location]) -> Iterator[Diagnostic]:
    for match in _WITH_SPACE.finditer(without_code(text)):
        address = match[1]
        if not re.search(r"\s", address) or _TITLE.fullmatch(address):
            continue
        message = "this is not a link, because its address contains a space: readers see the brackets and the address"
        yield rule("L831").diagnostic(message, place(address), _without_spaces(address))


def _without_spaces(address: str) -> str:
    scheme = address.partition(":")[0].lower()
    host = address.partition("//")[2].partition("/")[0]
    if scheme in ("mailto", "sms"):
        return "write it like mailto:name@example.org, without spaces"
    if scheme == "tel" or scheme in KINDS or " " in host or " " in address.partition("//")[0]:
        return f'write "{"".join(address.split())}"'
    return f'write "{"%20".join(address.split())}"'
