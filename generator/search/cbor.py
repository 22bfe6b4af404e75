"""As much of CBOR (RFC 8949) as Pagefind writes: whole numbers, texts, and lists of known length."""

from __future__ import annotations

from typing import Final

Value = int | str | list["Value"]

_NUMBER, _TEXT, _LIST = 0, 3, 4
_LENGTHS: Final = {24: 1, 25: 2, 26: 4, 27: 8}
"""Bytes of a number that does not fit into the first one, by what stands there instead."""


def decode(data: bytes) -> Value:
    """The one value that the bytes hold. A `ValueError` for any other kind of value, and for bytes that end early."""
    value, end = _decode(data, 0)
    if end != len(data):
        raise ValueError("more than one value")
    return value


def encode(value: Value) -> bytes:
    """The bytes of a value, as short as can be."""
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        text = value.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(value)) + b"".join(map(encode, value))


def _decode(data: bytes, at: int) -> tuple[Value, int]:
    kind, number, at = _read_head(data, at)
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT and at + number <= len(data):
        return data[at : at + number].decode(), at + number
    if kind == _LIST:
        items: list[Value] = []
        for _ in range(number):
            item, at = _decode(data, at)
            items.append(item)
        return items, at
    raise ValueError(f"no number, text or list at byte {at}")


def _read_head(data: bytes, at: int) -> tuple[int, int, int]:
    """The kind of a value, its number or length, and where it goes on."""
    if at >= len(data):
        raise ValueError("the bytes end early")
    kind, short = data[at] >> 5, data[at] & 0b11111
    if short < min(_LENGTHS):
        return kind, short, at + 1
    if short not in _LENGTHS:
        raise ValueError(f"a length of its own kind at byte {at}")
    end = at + 1 + _LENGTHS[short]
    return kind, int.from_bytes(data[at + 1 : end]), end


def _head(kind: int, number: int) -> bytes:
    if number < min(_LENGTHS):
        return bytes([kind << 5 | number])
    short, length = next((short, length) for short, length in _LENGTHS.items() if number < 1 << 8 * length)
    return bytes([kind << 5 | short]) + number.to_bytes(length)
