"""Reads the hand-written pages of a site: their addresses, their front matter, and their Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, WithDiagnostics, rule
from generator.model import MarkdownPage, RawRecord, Source
from generator.model.to_dos import to_do
from generator.read.file_names import name_from
from generator.read.project import Project
from generator.read.text_file import read_text
from generator.read.unsaved_record import UnsavedRecord
from generator.read.yaml_loader import load

_OPENED: Final = re.compile(
    r"\A---[ \t]*\n(?P<fields>(?:[ \t]*\n|[ \t]*#.*\n)*[a-z_]+:(?:[ \t].*)?(?:\n(?=[a-z_]+:|[ \t-]).*)*)"
)
"""A line of three hyphens with a field below it, and the lines that may belong to the fields."""

_CLOSED: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FRONT_MATTER: Final = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)


def read_handwritten_pages(
    project: Project, paths: Iterable[Path], findings: list[Diagnostic], unsaved: Mapping[str, UnsavedRecord]
) -> tuple[MarkdownPage, ...]:
    """Return the pages of these files, and add a diagnostic to `findings` for each fault.

    The text of a file that is in `unsaved`, by its path in the site, is read from there.
    """
    pages = []
    for path in sorted(paths):
        name = name_from(project.root, path)
        text = WithDiagnostics(unsaved[name].text) if name in unsaved else read_text(path, name)
        findings += text.diagnostics
        if text.value is None:
            continue
        place = path.relative_to(project.pages).with_suffix("")
        parts = place.parts[:-1] if place.name in ("index", "README") else place.parts
        address = "/".join(parts) + "/" if parts else ""
        findings += _check_file_name(name, address)
        page = _page(Source(name, text.value), address, place.name == "_frame")
        findings += page.diagnostics
        pages.append(page.value)
    return tuple(pages)


@lru_cache(maxsize=1_024)
def _page(source: Source, address: str, is_frame: bool) -> WithDiagnostics[MarkdownPage]:
    """Return a page with the faults of its fields. A page that has not changed is the same object as before."""
    fields = _front_matter(source.file, source.text)
    page = MarkdownPage(source, address, is_frame, _find_to_do(fields.value), fields.value)
    return WithDiagnostics(page, fields.diagnostics)


def _check_file_name(name: str, address: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for a file name in an old encoding, which cannot be written into a link."""
    if not address.isascii() and any("\ud800" <= character <= "\udfff" for character in address):
        hint = "rename the file: use small letters, digits and hyphens"
        yield rule("S005").diagnostic(f"{name} cannot be read: its name is not UTF-8", Location(name), hint)


def _front_matter(name: str, text: str) -> WithDiagnostics[RawRecord | None]:
    """Return the fields at the top of a page, with their faults.

    None if there are no fields. The engine would treat faulty fields as part of the text.
    """
    opened = _OPENED.match(text)
    if opened is not None and _CLOSED.search(text, opened.start("fields")) is None:
        last = text.count("\n", 0, opened.end("fields")) + 1
        hint = f"write a line with only --- below the last field, which seems to be in line {last}"
        fault = rule("Y109").diagnostic(
            "the fields at the top of this page have no end", Source(name, text).at(1, 1), hint
        )
        return WithDiagnostics(None, (fault,))
    match = _FRONT_MATTER.match(text)
    if match is None or not match[1].strip():
        return WithDiagnostics(None)
    source = Source(name, "\n" + match[1])
    loaded = load(source)
    fields = RawRecord("page", name, source, *loaded.value) if loaded.value is not None else None
    return WithDiagnostics(fields, loaded.diagnostics)


def _find_to_do(fields: RawRecord | None) -> Diagnostic | None:
    """Return the to-do of a page, as S030; None if there is none."""
    if fields is None or not fields.values.get("to_do") or isinstance(fields.values["to_do"], list | dict):
        return None
    hint = "do it, then delete the field to_do"
    return to_do(str(fields.values["to_do"]), fields.location_of("to_do", key=True), hint)
