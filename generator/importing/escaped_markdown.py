"""Writes the words of another program as Markdown that shows exactly these words."""

from __future__ import annotations

import re
from typing import Final

from generator.importing.lines import squash

_SIGNS: Final = re.compile(r"[\\`*\[\]<>~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,31};)")
_REPORT_SIGNS: Final = re.compile(r"([\\|<\[`*])|&(?=#?\w+;)")
"""Fewer signs than in a record, because people read a report as Markdown too. With `|`, which divides cells."""

_AT_START: Final = re.compile(r"^(?:(\d{1,9})([.)])(?=\s|$)|([#+=|-])(?=[#+=|\s-]|$))")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"'\\`*]*[^\s<>()\[\]\"'\\`*.,;:!?]", re.IGNORECASE)
_UNSAFE: Final = re.compile(r"[\s<>()\[\]\\`\"]")


def escape_markdown(text: str) -> str:
    """Return words in which no sign has a meaning, apart from those that have one only at the start of a line."""
    return _SIGNS.sub(lambda sign: "\\" + sign[0], text)


def escape_line_start(markdown: str) -> str:
    """Return a line that begins with its own words: `1986. A year` stays a sentence, and is no list."""
    text = squash(markdown)
    return _AT_START.sub(lambda start: f"{start[1]}\\{start[2]}" if start[1] else f"\\{start[3]}", text)


def with_links(text: str) -> str:
    """Return escaped words, with each bare web address as a link."""
    parts, at = [], 0
    for match in _ADDRESS.finditer(text):
        address = match[0] if match[0].lower().startswith("http") else f"https://{match[0]}"
        shown = re.sub(r"^https?://", "", match[0], flags=re.IGNORECASE).rstrip("/")
        parts += [escape_markdown(text[at : match.start()]), f"[{escape_markdown(shown)}]({address})"]
        at = match.end()
    return "".join((*parts, escape_markdown(text[at:])))


def link(words: str, address: str) -> str:
    """Return a link, or only its words if the address is none that a page may have."""
    is_usable = address.lower().startswith(("http://", "https://", "mailto:")) and len(address) <= 2_000
    encoded = _UNSAFE.sub(lambda sign: "".join(f"%{byte:02X}" for byte in sign[0].encode()), address)
    return f"[{squash(words)}]({encoded})" if is_usable and words.strip() else words


def strong(markdown: str) -> str:
    """Return bold words. The stars are directly at the words, as Markdown needs them."""
    bare = markdown.strip()
    if not bare or not re.search(r"\w", bare):
        return markdown
    before = markdown[: len(markdown) - len(markdown.lstrip())]
    return f"{before}**{bare}**{markdown[len(markdown.rstrip()) :]}"


def report_text(text: str) -> str:
    """Return a text that Markdown shows as it is, in one line."""
    return _REPORT_SIGNS.sub(lambda sign: f"\\{sign[0]}", " ".join(text.split()))


def table_row(*cells: str) -> str:
    """Return a row of a table."""
    return f"| {' | '.join(report_text(each) for each in cells)} |"
