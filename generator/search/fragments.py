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
_LETTERS: Final = 5
"""Number of hash letters kept, which distinguish a text from an older one of its page: the address precedes them."""

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

    `reviews~grace~9eed9` is the page `reviews/grace/`, `reviews~grace~@grace-report.pdf~41f0a` a part of a document of
    that record, and `news~open~2ab41-202311` a page of that month. A page whose address has characters other than
    letters, digits and `/._-` keeps Pagefind's name.
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
        name = _fragment_name(str(fragment["url"]), str(page[0]).rpartition("_")[2][:_LETTERS], records, months)
        if name is not None:
            path.rename(folder / f"{name}{_SUFFIX}")
            page[0] = name
    return texts


def _fragment_name(
    url: str, letters: str, records: Mapping[Address, Address], months: Mapping[Address, str]
) -> str | None:
    address = url.partition("#")[0].removeprefix("/")
    record = records.get(address)
    name = address if record is None else f"{record}@{address.removeprefix('documents/')}/"
    if not _PLAIN.fullmatch(name.replace("@", "")):
        return None
    month = f"-{months[address]}" if address in months else ""
    return f"{name.replace('/', '~')}{'' if name else '~'}{letters}{month}"
