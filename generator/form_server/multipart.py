"""Reads a form that a browser has posted."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qsl

_PARAMETER: Final = re.compile(r'\b(name|filename)="((?:[^"\\]|\\.)*)"')
_MOST_FIELDS: Final = 20_000


@dataclass(frozen=True, slots=True)
class PostedFile:
    """A file that was chosen in a form."""

    field: str
    name: str
    """The name on the machine of the person, which may be any text."""

    data: bytes


@dataclass(frozen=True, slots=True)
class PostedForm:
    """Everything in a posted form."""

    values: dict[str, list[str]] = field(default_factory=dict)
    files: tuple[PostedFile, ...] = ()

    def get(self, name: str) -> str:
        """Return the last value of a field; empty if there is none."""
        return self.values.get(name, [""])[-1]


def parse_form(media_type: str, body: bytes) -> PostedForm | None:
    """Return a posted form; None if the body is not one."""
    if media_type.partition(";")[0].strip() == "application/x-www-form-urlencoded":
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        return PostedForm(_grouped(pairs))
    boundary = re.search(r'boundary="?([^";,\s]{1,200})"?', media_type)
    if not media_type.startswith("multipart/form-data") or boundary is None:
        return None
    parts = (b"\r\n" + body).split(b"\r\n--" + boundary[1].encode())
    pairs, files = [], []
    for part in parts[1:_MOST_FIELDS]:
        head, mark, content = part.partition(b"\r\n\r\n")
        names = dict(_PARAMETER.findall(head.decode("utf-8", "replace")))
        if not mark or "name" not in names:
            continue
        name = _unescaped(names["name"])
        if "filename" in names:
            if names["filename"]:
                files.append(PostedFile(name, _unescaped(names["filename"]), content))
        else:
            pairs.append((name, content.decode("utf-8", "replace")))
    return PostedForm(_grouped(pairs), tuple(files))


def _grouped(pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
    values: defaultdict[str, list[str]] = defaultdict(list)
    for name, value in pairs:
        values[name].append(value)
    return dict(values)


def _unescaped(text: str) -> str:
    """Return a name without the escapes of the HTML standard, and of browsers before it."""
    return text.replace("%22", '"').replace("%0D", "").replace("%0A", "").replace('\\"', '"')
