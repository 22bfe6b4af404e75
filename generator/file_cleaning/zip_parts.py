"""Reads the parts of a ZIP file within limits, and writes a ZIP file that is the same each time."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Final

_LARGEST_PART: Final = 20_000_000
_LARGEST_TOTAL: Final = 150_000_000
_MOST_PARTS: Final = 5_000
_MIMETYPE: Final = "mimetype"
"""The part that an OpenDocument file begins with, uncompressed."""


class TooLargeError(ValueError):
    """The unpacked file is larger than any file that is likely to be published."""


class DamagedZipError(ValueError):
    """The file is not a ZIP file that can be unpacked, or it is protected with a password."""


def read_parts(data: bytes) -> dict[str, bytes]:
    """Return the content of each part by its name, in the order of the file.

    Nothing is unpacked beyond the limits, even if the file states smaller sizes. Raises a TooLargeError or a
    DamagedZipError, also if two parts have one name.
    """
    parts: dict[str, bytes] = {}
    left = _LARGEST_TOTAL
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            entries = [entry for entry in packed.infolist() if not entry.is_dir()]
            if len(entries) > _MOST_PARTS:
                raise TooLargeError
            for entry in entries:
                with packed.open(entry) as part:
                    content = part.read(min(_LARGEST_PART, left) + 1)
                left -= len(content)
                if len(content) > _LARGEST_PART or left < 0:
                    raise TooLargeError
                if entry.filename in parts:
                    raise DamagedZipError("two parts have one name")
                parts[entry.filename] = content
    except (TooLargeError, DamagedZipError):
        raise
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise DamagedZipError(str(error)) from None
    return parts


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file of these parts, without dates, comments and names of systems."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED if name == _MIMETYPE else zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    return out.getvalue()
