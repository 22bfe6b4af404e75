"""The files that Pagefind writes: how they are read, and written anew under a name that tells what they hold."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

import cbor2

Value = int | str | list["Value"]
"""What Pagefind writes, as CBOR (RFC 8949)."""

_MARK: Final = b"pagefind_dcd"
"""Stands before what Pagefind has compressed, so that a browser notices whether a server has undone it."""

_LETTERS: Final = 10
"""So long is the part of a name that tells what the file holds, as Pagefind has it."""


def content_of(path: Path) -> bytes:
    """What a file holds. A `ValueError` where it is none of Pagefind's."""
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_MARK):
        raise ValueError(f"{path.name} is not a file of Pagefind")
    return data.removeprefix(_MARK)


def read_packed(path: Path) -> Value:
    """The value in a file. A `ValueError` where it is none of Pagefind's."""
    try:
        value: Value = cbor2.loads(content_of(path))
    except (cbor2.CBORDecodeError, EOFError) as error:
        raise ValueError(f"{path.name} is not a file of Pagefind") from error
    return value


def write_packed(folder: Path, value: Value, suffix: str, before: str = "") -> str:
    """Writes a value to a file that is named by it; gives the name without its suffix and what stands before."""
    return write_data(folder, pack_value(value), suffix, before)


def write_data(folder: Path, data: bytes, suffix: str, before: str = "") -> str:
    """The same for a value that is packed already."""
    name = f"en_{blake2b(data, digest_size=16).hexdigest()[:_LETTERS]}"
    (folder / f"{before}{name}{suffix}").write_bytes(gzip.compress(_MARK + data, mtime=0))
    return name


def pack_value(value: Value) -> bytes:
    """A value as it stands in a file, before it is compressed."""
    data: bytes = cbor2.dumps(value)
    return data


def pack_list(values: Sequence[bytes]) -> bytes:
    """A list of packed values, packed."""
    return pack_value([0] * len(values))[: -len(values) or None] + b"".join(values)


def list_items(value: Any, at_least: int = 0) -> list[Value]:
    """The items of a list. A `ValueError` where there is something else, or a list with fewer."""
    if not isinstance(value, list) or len(value) < at_least:
        raise ValueError("Pagefind has written something else than a list where one is expected")
    return value


def first_item(value: Value) -> str:
    """The first item of a list, as text: the name of a filter, a word."""
    return str(list_items(value, at_least=1)[0])
