"""Makes the index deterministic: identical pages give an identical index, byte for byte.

Pagefind 1.5 names its files by their content, but lists the filters, and the values of each, in the order of a hash
table that differs from run to run. Here both are sorted, and their files renamed. The words are also split into smaller
files, the fragments' names get the addresses of the pages, and the sort orders by date are removed, because no browser
loads them.
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
"""Indices in the meta file: the pages, as name and number of words; the word files, as first word, last word and name;
the filters, as name and file; the sort orders, as name and pages."""

_META: Final = ".pf_meta"


def make_deterministic(
    folder: Path, records: Mapping[Address, Address], months: Mapping[Address, str]
) -> list[IndexedText]:
    """Sort everything that Pagefind leaves unordered; return the indexed text of each page and part of a document.

    `records` is the page of the record that each document belongs to, `months` the month of pages that have one.
    Raises `ValueError` if Pagefind's files are not in the supported format.
    """
    texts = []
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        path = folder / f"pagefind.{language['hash']}{_META}"
        meta = list_items(read_packed(path), at_least=_SORTS + 1)
        texts += name_by_address(folder / "fragment", list_items(meta[_PAGES]), records, months)
        meta[_CHUNKS] = split_word_chunks(folder / "index", list_items(meta[_CHUNKS]))
        filters = sorted(
            (list_items(list_item, at_least=2) for list_item in list_items(meta[_FILTERS])), key=first_item
        )
        for search_filter in filters:
            search_filter[1] = _sort_filter(folder / "filter", str(search_filter[1]))
        meta[_FILTERS] = [*filters]
        meta[_SORTS] = []
        path.unlink()
        language["hash"] = write_packed(folder, meta, _META, before="pagefind.")
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    return texts


def _sort_filter(folder: Path, name: str) -> str:
    """Sort the values of one filter; return the new name of its file."""
    path = folder / f"{name}.pf_filter"
    value = list_items(read_packed(path), at_least=2)
    value[1] = sorted(list_items(value[1]), key=first_item)
    path.unlink()
    return write_packed(folder, value, ".pf_filter")
