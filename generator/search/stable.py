"""The same index, byte for byte, whenever it is made from the same pages.

Pagefind 1.5 names its files by their content, but lists the filters, and the values of each, in the order of a hash
table that differs from run to run. Here both are sorted, and their files named anew.
"""

from __future__ import annotations

import gzip
import json
from hashlib import blake2b
from pathlib import Path
from typing import Final

import cbor2

Value = int | str | list["Value"]
"""What Pagefind writes, as CBOR (RFC 8949)."""

_MARK: Final = b"pagefind_dcd"
"""Stands before what Pagefind has compressed, so that a browser notices whether a server has undone it."""

_FILTERS, _SORTS = 3, 4
"""Where the meta file lists the filters, as name and file, and the orders, as name and pages."""


def make_stable(folder: Path) -> None:
    """Sorts what Pagefind leaves in any order. A `ValueError` when its files are not of the form known here."""
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        path = folder / f"pagefind.{language['hash']}.pf_meta"
        meta = _list(_read(path), at_least=_SORTS + 1)
        filters = sorted((_list(each, at_least=2) for each in _list(meta[_FILTERS])), key=lambda each: str(each[0]))
        for each in filters:
            each[1] = _sort_filter(folder / "filter", str(each[1]))
        meta[_FILTERS] = [*filters]
        meta[_SORTS] = sorted(_list(meta[_SORTS]), key=_name)
        language["hash"] = _replace(path, language["hash"], meta)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def _sort_filter(folder: Path, name: str) -> str:
    """Sorts the values of one filter; gives the new name of its file."""
    path = folder / f"{name}.pf_filter"
    held = _list(_read(path), at_least=2)
    held[1] = sorted(_list(held[1]), key=_name)
    return _replace(path, name, held)


def _replace(path: Path, name: str, value: Value) -> str:
    """Writes a file anew and names it by what it now holds: `en_` and as many letters as before."""
    data: bytes = cbor2.dumps(value)
    language, _, letters = name.rpartition("_")
    new = f"{language}_{blake2b(data, digest_size=16).hexdigest()[: len(letters)]}"
    path.unlink()
    path.with_name(path.name.replace(name, new)).write_bytes(gzip.compress(_MARK + data, mtime=0))
    return new


def _read(path: Path) -> Value:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MARK):
        raise ValueError(f"{path.name} is not a file of Pagefind")
    try:
        value: Value = cbor2.loads(data.removeprefix(_MARK))
    except (cbor2.CBORDecodeError, EOFError) as error:
        raise ValueError(f"{path.name} is not a file of Pagefind") from error
    return value


def _list(value: Value, at_least: int = 0) -> list[Value]:
    if not isinstance(value, list) or len(value) < at_least:
        raise ValueError("Pagefind has written something else than a list where one is expected")
    return value


def _name(value: Value) -> str:
    return str(_list(value, at_least=1)[0])
