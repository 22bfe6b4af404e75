"""A page of the engine, with slots in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.addresses import Address
from generator.model.page import Asset


@dataclass(frozen=True, slots=True)
class Slot:
    """A place to be filled: `<!-- library:latest-cases limit=3 -->`."""

    name: str
    arguments: tuple[tuple[str, str], ...] = ()

    def argument(self, name: str) -> str | None:
        """An argument's text; None when it is not given."""
        return dict(self.arguments).get(name)


@dataclass(frozen=True, slots=True)
class Frame:
    """The engine's HTML, cut at its slots: text, slot, text, slot, text."""

    address: Address
    """Of the hand-written page itself; `reviews/_frame/` for a frame of record pages."""

    texts: tuple[str, ...]
    """One more than there are slots."""

    slots: tuple[Slot, ...]
    fingerprint: bytes = b""


@dataclass(frozen=True, slots=True)
class Frames:
    """All that the engine gave."""

    by_folder: Mapping[Address, Frame]
    """Frames of record pages, by the folder that they frame: `reviews/`."""

    pages: tuple[Frame, ...] = ()
    """Hand-written pages, which are frames whose slots are filled once."""

    assets: tuple[Asset, ...] = field(default=())
    """Everything else that the engine wrote: styles, scripts, pictures."""
