"""A frame with its slots filled, except those for the values of one page."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from html import escape
from typing import Final

from generator.markdown import record_link
from generator.markdown.record_links import KINDS, RecordLink
from generator.model import Address, Frame
from generator.model.addresses import path_to_root
from generator.model.frame import Slot
from generator.publish.page_heads import title_in

Fill = Callable[[Slot, Address], str | None]
"""Returns the HTML of a slot on the page at an address; None for a slot whose content differs between pages."""

Resolve = Callable[[RecordLink], Address]
"""Returns the address of the record or the page that a link names."""

_LINK_BY_ID: Final = re.compile(r'(?<=\shref=")((?:' + "|".join(KINDS) + r'):[^"]*)(?=")')

_RELATIVE_LINK: Final = re.compile(r"""\s(?:href|src)=["'](?=[^"'#?/])(?![a-z][a-z0-9+.-]*:)""", re.IGNORECASE)
"""The beginning of an attribute with a relative address."""


@dataclass(frozen=True)
class FilledFrame:
    """A frame in which only the slots for the values of one page are still open.

    It is filled when the first page needs it.
    """

    frame: Frame
    fill: Fill
    resolve: Resolve
    open_slots: frozenset[str] = frozenset()
    """The slots that differ between the pages of this frame, in addition to those that `fill` leaves open."""

    depth: int = 0
    """How many folders deep the pages are. The later pages of a list are deeper than their frame."""

    @cached_property
    def filled(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The pieces of HTML, and the names of the open slots between them."""
        texts = [
            resolve_links(_with_deeper_links(text, self._deeper), self._address, self.resolve)
            for text in self.frame.texts
        ]
        pieces, open_slots = [[texts[0]]], []
        for slot, rest in zip(self.frame.slots, texts[1:], strict=True):
            filled = self._fill(slot)
            if filled is None:
                open_slots.append(slot.name)
                pieces.append([rest])
            else:
                pieces[-1] += (filled, rest)
        return tuple("".join(piece) for piece in pieces), tuple(open_slots)

    @cached_property
    def fingerprint(self) -> bytes:
        """A hash of the frame and of its filled slots."""
        pieces, open_slots = self.filled
        return blake2b("\0".join((*pieces, *open_slots)).encode(), digest_size=16).digest()

    @property
    def text(self) -> str:
        """The page's HTML, with the marks of languages. In a hand-written page the open slots stay empty."""
        return "".join(self.filled[0])

    def title_with(self, title: str) -> str:
        """Return the content of the title element of a page with this title. Later slots are not filled for it."""
        return title_in(escape(title).join(self._pieces_of_title))

    @cached_property
    def _pieces_of_title(self) -> tuple[str, ...]:
        """The beginning of the HTML, up to the end of the title element, without the slot `title`."""
        pieces = [self.frame.texts[0]]
        for slot, rest in zip(self.frame.slots, self.frame.texts[1:], strict=True):
            if "</title>" in pieces[-1]:
                break
            filled = self._fill(slot)
            if filled is None and slot.name == "title":
                pieces.append(rest)
            else:
                pieces[-1] += (filled or "") + rest
        return tuple(pieces)

    @property
    def _deeper(self) -> int:
        """How many folders the pages are below their frame."""
        return max(self.depth - self.frame.address.count("/"), 0)

    @property
    def _address(self) -> Address:
        return self.frame.address + "page/" * self._deeper

    def _fill(self, slot: Slot) -> str | None:
        return None if slot.name in self.open_slots else self.fill(slot, self._address)


def resolve_links(html: str, address: Address, resolve: Resolve) -> str:
    """Replace links by id in hand-written pages, `href="case:grace"`, with addresses."""

    def to_address(match: re.Match[str]) -> str:
        link = record_link(match[1])
        return match[1] if link is None else (path_to_root(address) + resolve(link)) or "./"

    return _LINK_BY_ID.sub(to_address, html)


def _with_deeper_links(html: str, deeper: int) -> str:
    """Return the HTML of a frame for pages that are some folders deeper than the frame."""
    return _RELATIVE_LINK.sub(lambda match: match[0] + "../" * deeper, html) if deeper else html
