"""Finds the words that say what a link is, where the link itself only says "Read more" or "Download"."""

from __future__ import annotations

import re

from generator.importing.labels import Label, understand
from generator.importing.link_words import clean_label, is_generic
from generator.importing.listing import Block, BlockKind, Link
from generator.importing.phrases import Phrases


def text_of_link(link: Link, block: Block, above: Block | None, phrases: Phrases) -> str:
    """Return the words that say what a link is: those around it, or the line above, if it only says "Click here"."""
    if not is_generic(link.text):
        # "Report (withdrawn)": what follows a link on its line belongs to it, if the line has no other.
        label = understand(block.text, phrases)
        is_alone = len(block.links) == 1 and block.kind is not BlockKind.ROW and len(block.text.split()) <= 40
        return block.text if is_alone and _says_state_of(link, block.text, label) else link.text
    if not link.text and not block.text:
        return _words_of_file_name(link.address)
    rest = clean_label(_words_around(link, block) if link.text else block.text).strip(" -–—:[]|,;.")  # noqa: RUF001
    rest = rest.strip("() ") if rest.count("(") != rest.count(")") or rest.startswith("(") else rest
    if rest:
        return rest
    return above.text if above is not None and _names_one_document(above, phrases) else link.text or block.text


def _names_one_document(above: Block, phrases: Phrases) -> bool:
    """Return True for a short line without a link that names one document: "7-minute briefing", above "Read more"."""
    if above.links or above.kind is BlockKind.ROW or len(above.text.split()) > 8:
        return False
    label = understand(above.text, phrases)
    return bool(label.kinds or label.series) and not (label.is_plural or label.names or label.topic)


def _says_state_of(link: Link, text: str, label: Label) -> bool:
    """Return True if the state is in the sentence of the link: "Report. Withdrawn reports ..." is about others."""
    if label.state is None:
        return False
    after = text.find(link.text) + len(link.text)
    return re.search(r"[.!?]\s+\S", text[after : max(after, label.state.start + 1)]) is None


def _words_around(link: Link, block: Block) -> str:
    """Return the words next to a link: all of its line, or those between it and the links on both sides.

    The words of another link are that link's own: "Read more" next to "7-minute briefing" is no briefing.
    """
    at = _places_of_links(block)
    if at is None or len(block.links) == 1:
        return block.text.replace(link.text, " ", 1)
    starts = [start for start, _ in at]
    n = block.links.index(link)
    before = block.text[at[n - 1][1] if n else 0 : starts[n]]
    after = block.text[at[n][1] : starts[n + 1] if n + 1 < len(at) else len(block.text)]
    if re.search(r"\w{3}", before):
        return before
    # "Download - overview report; Download - executive summary": the words are behind each link.
    is_behind = not re.search(r"\w{3}", block.text[: starts[0]]) and all(is_generic(each.text) for each in block.links)
    return after if is_behind else ""


def _places_of_links(block: Block) -> list[tuple[int, int]] | None:
    """Return where the words of each link of a line are. None if they are not all there."""
    found: list[tuple[int, int]] = []
    for each in block.links:
        start = block.text.find(each.text, found[-1][1] if found else 0) if each.text else -1
        if start < 0:
            return None
        found.append((start, start + len(each.text)))
    return found


def _words_of_file_name(address: str) -> str:
    """Return the words of the name of a file, for a link without a text: `7MB Early Help`."""
    name = re.split(r"[?#]", address, maxsplit=1)[0].rstrip("/").rsplit("/", 1)[-1]
    name = re.sub(r"\.\w{2,5}$", "", name.replace("%20", " "))
    words = re.sub(r"[_+-]+", " ", name)
    return (
        " ".join(
            re.sub(r"\b(?:final|version|vs?\d*|\d[\d ]*)$|\bvs? ?\d[\d ]*.*$", "", words, flags=re.IGNORECASE).split()
        )
        or name
    )
