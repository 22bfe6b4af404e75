"""Names Pagefind's fragments, the indexed text of each page, by the page's address.

A browser that has search results knows only the names of the fragments. If the name includes the page and its record,
results can be counted by kind, and the parts of a document shown as one, before any of them is loaded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.model import Address
from generator.search.pagefind_files import Value, content_of, list_items

_SUFFIX: Final = ".pf_fragment"
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
"""Two of them, made of Pagefind's hash, distinguish a text from an older one of its page: the address precedes them. No
more than two, because browsers load all names with the first search, and random digits cannot be compressed."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9/._-]*")


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A page, or a part of a document, in the index."""

    text: str
    names: str
    """Its title, and other words that find it."""


def name_by_address(
    folder: Path, pages: list[Value], records: Mapping[Address, Address], months: Mapping[Address, str]
) -> list[IndexedText]:
    """Rename the files of all pages, and update the list of pages.

    `reviews~grace~9e` is the page `reviews/grace/`, `reviews~grace~@grace-report.pdf~41.5` the part of a document of
    that record that begins on page 5, and `news~open~2a-202311` a page of that month. A page whose address has
    characters other than letters, digits and `/._-` keeps Pagefind's name.
    """
    texts = []
    for item in pages:
        page = list_items(item, at_least=1)
        path = folder / f"{page[0]}{_SUFFIX}"
        fragment = json.loads(content_of(path))
        meta = fragment["meta"]
        texts.append(
            IndexedText(
                fragment["content"], f"{meta.get('title', '')} {meta.get('about', '')} {meta.get('documents', '')}"
            )
        )
        name = _fragment_name(str(fragment["url"]), _short_hash(str(page[0])), records, months)
        if name is not None:
            path.rename(folder / f"{name}{_SUFFIX}")
            page[0] = name
    return texts


def _fragment_name(
    url: str, letters: str, records: Mapping[Address, Address], months: Mapping[Address, str]
) -> str | None:
    address, _, place = url.removeprefix("/").partition("#")
    record = records.get(address)
    name = address if record is None else f"{record}@{address.removeprefix('documents/')}/"
    if not _PLAIN.fullmatch(name.replace("@", "")):
        return None
    part = f".{place.rpartition('=')[2]}" if place else ""
    month = f"-{months[address]}" if address in months else ""
    return f"{name.replace('/', '~')}{'' if name else '~'}{letters}{part}{month}"


def _short_hash(name: str) -> str:
    """Return the two digits for a page to which Pagefind has given a name with its hash, `en_89fe128`."""
    tens, ones = divmod(int(name.rpartition("_")[2], 16) % len(_DIGITS) ** 2, len(_DIGITS))
    return _DIGITS[tens] + _DIGITS[ones]
