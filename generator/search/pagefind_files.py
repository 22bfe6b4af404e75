"""Reads and writes Pagefind's files, whose names include a hash of their content."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import cbor2

Value = int | str | list["Value"]
"""A value that Pagefind writes, as CBOR (RFC 8949)."""

_MARK: Final = b"pagefind_dcd"
"""Prefix of data that Pagefind has compressed. It shows a browser whether a server has decompressed the data."""

_LETTERS: Final = 10
"""Length of the hash in a file name, as in Pagefind."""


def content_of(path: Path) -> bytes:
    """Return the content of a file. Raise `ValueError` if it is not a Pagefind file."""
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MARK):
        raise ValueError(f"{path.name} is not a file of Pagefind")
    return data.removeprefix(_MARK)


def read_packed(path: Path) -> Value:
    """Return the value in a file. Raise `ValueError` if it is not a Pagefind file."""
    try:
        value: Value = cbor2.loads(content_of(path))
    except (cbor2.CBORDecodeError, EOFError) as error:
        raise ValueError(f"{path.name} is not a file of Pagefind") from error
    return value


def write_packed(folder: Path, value: Value, suffix: str, before: str = "") -> str:
    """Write a value to a file named by its hash; return the name without its suffix and `before`."""
    return write_data(folder, pack_value(value), suffix, before)


def write_data(folder: Path, data: bytes, suffix: str, before: str = "") -> str:
    """Write a packed value to a file named by its hash; return the name without its suffix and `before`."""
    name = f"en_{blake2b(data, digest_size=16).hexdigest()[:_LETTERS]}"
    (folder / f"{before}{name}{suffix}").write_bytes(gzip.compress(_MARK + data, mtime=0))
    return name


def pack_value(value: Value) -> bytes:
    """Return a value as it is in a file, before compression."""
    data: bytes = cbor2.dumps(value)
    return data


def pack_list(values: Sequence[bytes]) -> bytes:
    """Return a packed list of packed values."""
    return pack_value([0] * len(values))[: -len(values) or None] + b"".join(values)


def list_items(value: Any, at_least: int = 0) -> list[Value]:
    """Return the items of a list. Raise `ValueError` if it is not a list, or has fewer than `at_least` items."""
    if not isinstance(value, list) or len(value) < at_least:
        raise ValueError("Pagefind has written something else than a list where one is expected")
    return value


def first_item(value: Value) -> str:
    """Return the first item of a list, as text: the name of a filter, a word."""
    return str(list_items(value, at_least=1)[0])
