"""What is wrong with a feed, by the schema of RFC 4287 and by what its text adds to it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(Path(__file__).parent / "schemas" / "atom.rng"))


def faults(data: bytes) -> list[str]:
    """Each fault in words; empty for a feed that is Atom."""
    feed, schema = etree.fromstring(data), _schema()
    schema.validate(feed)
    found = [each.message for each in schema.error_log]
    entries = feed.findall(f"{ATOM}entry")
    for each in (feed, *entries):
        alternates = [
            (link.get("type"), link.get("hreflang"))
            for link in each.findall(f"{ATOM}link")
            if link.get("rel") == "alternate"
        ]
        if len(set(alternates)) != len(alternates):
            found.append("two alternates of one type and language (4.1.1, 4.1.2)")
        if not alternates:
            found.append("neither content nor an alternate (4.1.2), or no page for readers")
    if feed.find(f"{ATOM}author") is None and any(entry.find(f"{ATOM}author") is None for entry in entries):
        found.append("an entry without an author (4.1.2)")
    ids = [each.findtext(f"{ATOM}id") for each in (feed, *entries)]
    if len(set(ids)) != len(ids):
        found.append("two things with one id (4.2.6)")
    return found
