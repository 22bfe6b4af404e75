"""Makes the index deterministic and small: identical pages give an identical index, byte for byte.

Pagefind 1.5 names its files by their content, but lists the filters in the order of a hash table that differs from run
to run. No browser loads filters and sort orders, so they are left out. The words are split into smaller files, the
fragments' names get the addresses of the pages, and the list of pages, which each first search loads, is made smaller.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from generator.model import Address
from generator.search.fragments import IndexedText, name_by_address
from generator.search.pagefind_files import Value, list_items, read_packed, write_packed
from generator.search.word_chunks import split_word_chunks

_PAGES, _CHUNKS, _FILTERS, _SORTS = 1, 2, 3, 4
"""Indices in the meta file: the pages, as name and number of words; the word files, as first word, last word and name;
the filters, as name and file; the sort orders, as name and pages."""

_META: Final = ".pf_meta"

_BITS: Final = 4
"""Significant bits of a page's number of words. Ranking needs no more, and the numbers take a quarter of the bytes."""


def make_deterministic(
    folder: Path, records: Mapping[Address, Address], months: Mapping[Address, str]
) -> list[IndexedText]:
    """Rewrite the index; return the indexed text of each page and part of a document.

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
        meta[_PAGES] = [_round_length(page) for page in list_items(meta[_PAGES])]
        meta[_CHUNKS] = split_word_chunks(folder / "index", list_items(meta[_CHUNKS]))
        meta[_FILTERS] = []
        meta[_SORTS] = []
        path.unlink()
        language["hash"] = write_packed(folder, meta, _META, before="pagefind.")
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), encoding="utf-8")
    return texts


def _round_length(page: Value) -> Value:
    """Return a page, as its name and number of words, with few significant bits of the number."""
    name, words = list_items(page, at_least=2)[:2]
    if not isinstance(words, int):
        raise ValueError("Pagefind has not written the number of words of a page")
    spare = max(0, words.bit_length() - _BITS)
    return [name, words >> spare << spare]
