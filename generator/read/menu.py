"""Checks the menu, `nav` in mkdocs.yml."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Diagnostic, one_line, rule
from generator.model.raw_record import RawRecord
from generator.model.site_sections import ADDABLE_SECTIONS


def check_menu(pages: Path, settings: RawRecord) -> Iterator[Diagnostic]:
    """Yield S031 for each entry of the menu that readers could not use.

    Its page does not exist in the folder of hand-written pages, or it is an address without a title: the engine takes a
    missing title from the page, and for an address it would write "None".
    """
    if not os.path.isdir(pages):  # noqa: PTH112 Path raises an error for some names
        return
    for path, target in _targets(settings.values.get("nav"), ("nav",)):
        if isinstance(path[-1], int) and not target.endswith(".md"):
            hint = "write a title and a page, - Resources: resources/index.md; or delete this entry"
            yield rule("S031").diagnostic(
                f'the menu entry "{one_line(target)[:60]}" has no title', settings.location_of(*path), hint
            )
            continue
        if "://" in target or not target.endswith(".md") or os.path.isfile(pages / target):  # noqa: PTH113
            continue
        section = target.partition("/")[0]
        hint = f"write the page {settings.values.get('docs_dir', 'docs')}/{target}, or delete this entry"
        if section in ADDABLE_SECTIONS:
            hint = f"delete this entry; or run: library new section {section}"
        yield rule("S031").diagnostic(
            f'the menu leads to "{target}", and there is no such page', settings.location_of(*path), hint
        )


def _targets(entries: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the page of each entry, also inside groups, with its path in the settings."""
    if isinstance(entries, str):
        yield path, entries
    elif isinstance(entries, list | tuple):
        for index, entry in enumerate(entries):
            yield from _targets(entry, (*path, index))
    elif isinstance(entries, dict):
        for title, entry in entries.items():
            yield from _targets(entry, (*path, title))
