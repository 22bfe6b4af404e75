"""The engine's output, cut at its slots."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import Final

from generator.diagnostics import Outcome, rule
from generator.frame.aligned import aligned
from generator.model import Asset, Frame, Frames
from generator.model.addresses import folder
from generator.model.asset_kinds import is_published
from generator.model.frame import Slot
from generator.model.slots import ARGUMENT_PATTERN, SLOT_PATTERN

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
"""What the engine writes for itself and this site does not use: its search, its scripts, its map of frames."""


def frames_of(site: Path) -> Outcome[Frames | None]:
    """Every frame, hand-written page and asset of an engine's output; None with a diagnostic when it is empty.

    Files of a kind that is not published are left out; `read` reports each of them.
    """
    by_folder: dict[str, Frame] = {}
    pages: list[Frame] = []
    assets: list[Asset] = []
    for path in sorted(each for each in site.rglob("*") if each.is_file()):
        name = path.relative_to(site).as_posix()
        if path.suffix != ".html":
            if not name.startswith(_ENGINES_OWN) and is_published(name):
                assets.append(Asset(name, str(path)))
            continue
        address = name.removesuffix("index.html")
        frame = cut(address, aligned(path.read_text(encoding="utf-8")))
        if address.endswith(_FRAME):
            by_folder[folder(address)] = frame
        else:
            pages.append(frame)
    if not pages:
        return Outcome(
            None, (rule("S002").found("the engine wrote no page", hint="is there an index.md in content/pages?"),)
        )
    return Outcome(Frames(by_folder, tuple(pages), tuple(assets)))


def cut(address: str, html: str) -> Frame:
    """A page's HTML, cut at its slots."""
    texts: list[str] = []
    slots: list[Slot] = []
    end = 0
    for match in SLOT_PATTERN.finditer(html):
        texts.append(html[end : match.start()])
        arguments = tuple((name, value.strip('"')) for name, value in ARGUMENT_PATTERN.findall(match[2]))
        slots.append(Slot(match[1], arguments))
        end = match.end()
    texts.append(html[end:])
    return Frame(address, tuple(texts), tuple(slots), blake2b(html.encode(), digest_size=16).digest())
