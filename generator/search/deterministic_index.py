"""The same index, byte for byte, whenever it is made from the same pages.

Pagefind 1.5 names its files by their content, but lists the filters, and the values of each, in the order of a hash
table that differs from run to run. Here both are sorted, and their files named anew. On the way the words are cut into
smaller files, the pages' names say where they lie, and the orders by date go, which no browser asks for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.model import Address
from generator.search.fragments import IndexedText, name_by_address
from generator.search.pagefind_files import first_item, list_items, read_packed, write_packed
from generator.search.word_chunks import split_word_chunks

_PAGES, _CHUNKS, _FILTERS, _SORTS = 1, 2, 3, 4
"""Where the meta file lists the pages, as name and number of words; the files of words, as first word, last word and
name; the filters, as name and file; the orders, as name and pages."""

_META: Final = ".pf_meta"


def make_deterministic(folder: Path, records: Mapping[Address, Address]) -> list[IndexedText]:
    """Sorts what Pagefind leaves in any order; gives what the index holds of each page and part of a document.

    `records`: the page of the record that each document belongs to. A `ValueError` when Pagefind's files are not of
    the form known here.
    """
    held = []
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        path = folder / f"pagefind.{language['hash']}{_META}"
        meta = list_items(read_packed(path), at_least=_SORTS + 1)
        held += name_by_address(folder / "fragment", list_items(meta[_PAGES]), records)
        meta[_CHUNKS] = split_word_chunks(folder / "index", list_items(meta[_CHUNKS]))
        filters = sorted((list_items(each, at_least=2) for each in list_items(meta[_FILTERS])), key=first_item)
        for each in filters:
            each[1] = _sort_filter(folder / "filter", str(each[1]))
        meta[_FILTERS] = [*filters]
        meta[_SORTS] = []
        path.unlink()
        language["hash"] = write_packed(folder, meta, _META, before="pagefind.")
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    return held


def _sort_filter(folder: Path, name: str) -> str:
    """Sorts the values of one filter; gives the new name of its file."""
    path = folder / f"{name}.pf_filter"
    value = list_items(read_packed(path), at_least=2)
    value[1] = sorted(list_items(value[1]), key=first_item)
    path.unlink()
    return write_packed(folder, value, ".pf_filter")
