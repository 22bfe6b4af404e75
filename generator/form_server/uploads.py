"""Checks a file that someone adds to a record, gives it a name, and keeps it with the draft."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path, PurePath, PurePosixPath
from typing import Final

from generator.editing import slugify
from generator.form_server.draft_store import Draft, DraftStore
from generator.form_server.multipart import PostedFile
from generator.forms import RecordForm, with_text
from generator.forms.finding_words import field_at
from generator.read.file_signatures import type_of_bytes

LARGEST: Final = 200_000_000
"""In bytes."""

DOCUMENTS: Final = frozenset(
    {"pdf", "docx", "doc", "pptx", "ppt", "xlsx", "xls", "odt", "ods", "odp", "jpg", "jpeg", "png", "ics"}
)
"""The endings of the files that a document can have."""

_MUST_HAVE: Final = {"pdf": b"%PDF-", "webp": b"WEBP", "woff2": b"wOF2", "svg": b"<svg"}
"""What the beginning of a file with an ending must have in it."""


def safe_name(name: str) -> str:
    """Return a name for the file in the folder of a record: small letters, digits and hyphens."""
    path = PurePath(name.replace("\\", "/").rpartition("/")[2])
    return f"{slugify(path.stem) or 'document'}{path.suffix.lower()}"


def problem_of_upload(name: str, data: bytes, suffixes: Collection[str] = DOCUMENTS) -> str:
    """Return why a file cannot be used, in a sentence; empty if it can.

    `suffixes` are the endings that the field takes.
    """
    suffix = PurePath(name).suffix.lower().lstrip(".")
    shown = re.sub(r"\s+", " ", name)[:80]
    if suffix not in suffixes:
        kinds = "a PDF, a Word, PowerPoint or Excel file, or a picture"
        if suffixes != DOCUMENTS:
            kinds = f"a file of the kind {' or '.join(each.upper() for each in suffixes if each != 'jpg')}"
        return f"“{shown}” cannot be used: choose {kinds}."
    if not data:
        return f"“{shown}” is empty. Choose another file."
    if len(data) > LARGEST:
        return f"“{shown}” is larger than 200 MB. Choose a smaller file."
    actual = type_of_bytes(data, suffix)
    if _MUST_HAVE.get(suffix, b"") not in data[:1024]:
        actual = actual or "another kind of file"
    return f"“{shown}” is not what its name says: it is {actual}." if actual else ""


def add_upload(
    root: Path, drafts: DraftStore, form: RecordForm, identity: str, draft: Draft, file: PostedFile
) -> tuple[Draft, str]:
    """Return the draft with a new file, or with the reason why it cannot be used. `root` is the site's folder."""
    name = file.field.removeprefix("file:")
    field = field_at(form.fields, tuple(int(step) if step.isdecimal() else step for step in name.split(".")))
    suffixes = field.words.suffixes if field is not None and field.words.suffixes else DOCUMENTS
    problem = problem_of_upload(file.name, file.data, suffixes)
    if problem:
        return draft, problem
    folder = (root / form.file_of(identity)).parent
    file_name = safe_name(file.name)
    stem, suffix, number = PurePosixPath(file_name).stem, PurePosixPath(file_name).suffix, 1
    while (folder / file_name).exists() and (folder / file_name).read_bytes() != file.data:
        number += 1
        file_name = f"{stem}-{number}{suffix}"
    draft = drafts.add_upload(form.kind, identity, draft, file_name, file.data)
    return replace(draft, values=with_text(draft.values, name, file_name)), ""


def named_uploads(drafts: DraftStore, form: RecordForm, identity: str, draft: Draft) -> Mapping[str, bytes]:
    """Return the new files that the form still names."""
    named = json.dumps(draft.values)
    files = {name: drafts.upload(form.kind, identity, name) for name in draft.uploads if json.dumps(name) in named}
    return {name: data for name, data in files.items() if data is not None}
