"""The engine's output, split at its slots."""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b
from html import unescape
from pathlib import Path
from typing import Final

from generator.diagnostics import WithDiagnostics, rule
from generator.frame.table_alignment import move_alignment_to_classes
from generator.markdown.wide_tables import wrap_wide_tables
from generator.model import Asset, Frame, Frames
from generator.model.addresses import parent_folder
from generator.model.asset_kinds import is_published
from generator.model.frame import Slot
from generator.model.slots import ARGUMENT_PATTERN, SLOT_PATTERN, TEXT

_FRAME: Final = "_frame/"
_ENGINES_OWN: Final = (
    "sitemap.xml",
    "sitemap.xml.gz",
    "objects.inv",
    "search.json",
    "search/",
    "assets/javascripts/",
    "assets/stylesheets/",
)
"""Files that the engine generates and this site does not use: its search, its scripts, its sitemap of frames."""


def frames_of(site: Path) -> WithDiagnostics[Frames | None]:
    """Return every frame, hand-written page and asset of an engine's output; None with a diagnostic if it is empty.

    Files of a kind that is not published are left out. `read` reports each of them.
    """
    by_folder: dict[str, Frame] = {}
    pages: list[Frame] = []
    assets: list[Asset] = []
    for path in sorted(file for file in site.rglob("*") if file.is_file()):
        name = path.relative_to(site).as_posix()
        if path.suffix != ".html":
            if not name.startswith(_ENGINES_OWN) and is_published(name):
                assets.append(Asset(name, str(path)))
            continue
        address = name.removesuffix("index.html")
        frame = _frame(address, _text_of(path))
        if address.endswith(_FRAME):
            by_folder[parent_folder(address)] = frame
        else:
            pages.append(frame)
    if not pages:
        return WithDiagnostics(
            None, (rule("S002").diagnostic("the engine wrote no page", hint="is there an index.md in content/pages?"),)
        )
    return WithDiagnostics(Frames(by_folder, tuple(pages), tuple(assets)))


def _text_of(page: Path) -> str:
    """Return the HTML of a page. The engine copies HTML files as they are: `read` reports one that is not UTF-8."""
    return page.read_text(encoding="utf-8", errors="replace")


@lru_cache(maxsize=256)
def _frame(address: str, html: str) -> Frame:
    """Return a page of the engine, split at its slots. A preview reads the same pages after each save."""
    return cut_at_slots(address, wrap_wide_tables(move_alignment_to_classes(html)))


def cut_at_slots(address: str, html: str) -> Frame:
    """Return a page's HTML, split at its slots."""
    texts: list[str] = []
    slots: list[Slot] = []
    end = 0
    for match in SLOT_PATTERN.finditer(html):
        texts.append(html[end : match.start()])
        arguments = tuple((name, value.strip('"')) for name, value in ARGUMENT_PATTERN.findall(match[2]))
        if match[1] == TEXT:
            arguments = (("words", unescape(match[2].strip())),)
        slots.append(Slot(match[1], arguments))
        end = match.end()
    texts.append(html[end:])
    return Frame(address, tuple(texts), tuple(slots), blake2b(html.encode(), digest_size=16).digest())
