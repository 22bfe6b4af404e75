"""Finds and removes the metadata of films and recordings: MP3 (ID3, APE) and MP4 (ISO 14496-12, QuickTime).

What is heard and shown is copied byte for byte. In an MP4, metadata is overwritten in its place, so that the positions
of the film's data, which the file lists, stay right.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_CONTAINERS: Final = frozenset(
    {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf", b"mvex", b"moof", b"traf"}
)
_METADATA: Final = frozenset({b"udta", b"meta", b"uuid", b"cprt", b"loci", b"ilst", b"keys"})
_EMPTY: Final = frozenset({b"free", b"skip", b"wide"})
_SHOWN: Final = frozenset({b"ftyp", b"styp", b"moov", b"moof", b"mfra", b"mdat", b"sidx", b"pdin", *_METADATA, *_EMPTY})
_TRACKS: Final = frozenset({b"vide", b"soun", b"subt", b"text", b"sbtl", b"clcp", b"hint", b"tmcd", b"alis", b"url "})
"""Kinds of tracks that are seen or heard. Others, such as `meta`, can contain the places of a journey."""

_KINDS: Final = (
    (b"\xa9xyz", "a place"),
    (b"loci", "a place"),
    (b"location", "a place"),
    (b"GPS", "a place"),
    (b"\xa9ART", "a name"),
    (b"\xa9aut", "a name"),
    (b"\xa9wrt", "a name"),
    (b"auth", "a name"),
    (b"author", "a name"),
    (b"artist", "a name"),
    (b"cprt", "a name"),
    (b"TPE", "a name"),
    (b"TCOM", "a name"),
    (b"COMM", "a caption"),
    (b"TIT", "a caption"),
    (b"\xa9nam", "a caption"),
    (b"\xa9cmt", "a caption"),
    (b"desc", "a caption"),
    (b"APIC", "a picture"),
    (b"covr", "a picture"),
)
_MOST_TAGS: Final = 20


class RecordingError(ValueError):
    """The film or recording cannot be cleaned; the text says why."""


def is_recording(data: bytes) -> bool:
    """Return True for a kind of file whose metadata can be removed, by its first bytes."""
    return _is_mp4(data) or data.startswith(b"ID3") or _is_mp3_frame(data)


def clean_recording(data: bytes) -> bytes:
    """Return a copy without metadata. Raises a RecordingError."""
    if _is_mp4(data):
        copy = bytearray(data)
        for start, end in _metadata_atoms(data, 0, len(data), b""):
            _blank(copy, start, end)
        return bytes(copy)
    start, end = _sound(data)
    if not _is_mp3_frame(data[start:]):
        raise RecordingError("it is not an MP3 or MP4 file")
    return data[start:end]


def properties_of_recording(data: bytes) -> tuple[str, ...]:
    """Return the kinds of metadata in a film or recording, in words; empty if it has none. Raises a RecordingError."""
    if _is_mp4(data):
        metadata = [data[start:end] for start, end in _metadata_atoms(data, 0, len(data), b"")]
    elif is_recording(data):
        start, end = _sound(data)
        metadata = [data[:start], data[end:]]
    else:
        raise RecordingError("it is not an MP3 or MP4 file")
    whole = b"\0".join(metadata)
    found = tuple(dict.fromkeys(words for mark, words in _KINDS if mark in whole))
    return found or (("properties",) if whole.strip(b"\0") else ())


def _is_mp4(data: bytes) -> bool:
    return data[4:8] in (b"ftyp", b"moov", b"mdat", b"wide", b"skip", b"free")


def _is_mp3_frame(data: bytes) -> bool:
    """Return True at the mark of a frame of layer 1 to 3 (ISO 11172-3)."""
    return len(data) > 1 and data[0] == 0xFF and data[1] & 0xE0 == 0xE0 and data[1] & 0x06 != 0


def _sound(data: bytes) -> tuple[int, int]:
    """Return where the sound of an MP3 begins and ends, between its tags."""
    start, end = 0, len(data)
    for _ in range(_MOST_TAGS):
        if data[start : start + 3] == b"ID3":
            size = 0
            for byte in data[start + 6 : start + 10]:
                size = size << 7 | byte & 0x7F
            start += 10 + size + (10 if data[start + 5] & 0x10 else 0)
            while data[start : start + 1] == b"\0":
                start += 1
        elif data[start : start + 8] == b"APETAGEX":
            start += 32 + int.from_bytes(data[start + 12 : start + 16], "little")
        elif data[end - 128 : end - 125] == b"TAG" and end - 128 >= start:
            end -= 128
        elif data[end - 227 : end - 223] == b"TAG+" and end - 227 >= start:
            end -= 227
        elif data[end - 9 : end] == b"LYRICS200" and data[end - 15 : end - 9].isdigit():
            end -= 15 + int(data[end - 15 : end - 9])
        elif data[end - 32 : end - 24] == b"APETAGEX":
            has_header = data[end - 9] & 0x80
            end -= int.from_bytes(data[end - 20 : end - 16], "little") + (32 if has_header else 0)
        elif data[end - 10 : end - 7] == b"3DI":
            size = 0
            for byte in data[end - 4 : end]:
                size = size << 7 | byte & 0x7F
            end -= 20 + size
        else:
            return start, max(start, end)
    raise RecordingError("it has too many tags")


def _metadata_atoms(data: bytes, start: int, end: int, outer: bytes) -> Iterator[tuple[int, int]]:
    """Yield the place of each atom with metadata. Raises a RecordingError for a kind that is not known."""
    place = start
    while place < end:
        size, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        head = 8
        if size == 1:
            size, head = int.from_bytes(data[place + 8 : place + 16], "big"), 16
        stop = end if size == 0 else place + size
        if len(kind) < 4 or stop > end or stop < place + head:
            raise RecordingError("it is damaged")
        if not outer and kind not in _SHOWN:
            raise RecordingError("it has parts that cannot be checked")
        if kind in _METADATA:
            yield place, stop
        elif kind in _EMPTY:
            if data[place + head : stop].strip(b"\0"):
                yield place, stop
        elif kind in _CONTAINERS:
            yield from _metadata_atoms(data, place + head, stop, kind)
        elif kind == b"hdlr" and outer == b"mdia" and data[place + head + 8 : place + head + 12] not in _TRACKS:
            raise RecordingError("it has a track that is neither seen nor heard, which can contain places")
        place = stop


def _blank(copy: bytearray, start: int, end: int) -> None:
    """Overwrite an atom with an empty one of the same size."""
    head = 16 if int.from_bytes(copy[start : start + 4], "big") == 1 else 8
    copy[start + 4 : start + 8] = b"free"
    copy[start + head : end] = bytes(end - start - head)
