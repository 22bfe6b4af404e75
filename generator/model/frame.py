"""A page from the site engine, with slots in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model.addresses import Address
from generator.model.page import Asset


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder in a page: `<!-- library:latest-cases limit=3 -->`."""

    name: str
    arguments: tuple[tuple[str, str], ...] = ()

    def argument(self, name: str) -> str | None:
        """Return an argument's text; None if it is not given."""
        return dict(self.arguments).get(name)


@dataclass(frozen=True, slots=True)
class Frame:
    """The engine's HTML, split at its slots: text, slot, text, slot, text."""

    address: Address
    """The address of the hand-written page, or `reviews/_frame/` for a frame of record pages."""

    texts: tuple[str, ...]
    """The texts between the slots: one more than there are slots."""

    slots: tuple[Slot, ...]
    fingerprint: bytes = b""


@dataclass(frozen=True, slots=True)
class Frames:
    """The complete output of the engine."""

    by_folder: Mapping[Address, Frame]
    """Frames of record pages, by the folder that they are used for: `reviews/`."""

    pages: tuple[Frame, ...] = ()
    """Hand-written pages. They are frames whose slots are filled once."""

    assets: tuple[Asset, ...] = field(default=())
    """All other files from the engine: styles, scripts, pictures."""
