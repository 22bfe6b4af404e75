"""The scripts that the theme and hand-written pages carry inline, by the hash under which a browser lets them run."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from generator.model import Frames

_SCRIPT: Final = re.compile(r"""(<script(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>)(.*?)</script""", re.DOTALL | re.IGNORECASE)
"""The tag and the text. A script ends at the first `</script`, whatever stands before it."""

_RUN: Final = frozenset({"", "module", "importmap", "speculationrules", "text/javascript", "application/javascript"})
"""Types that a browser runs or obeys; any other type is data, and needs no leave."""


def script_hashes(frames: Frames) -> tuple[str, ...]:
    """`sha256-...` of each inline script of all frames and hand-written pages, sorted, each once."""
    found = {
        (match[1], match[2])
        for frame in (*frames.by_folder.values(), *frames.pages)
        for match in _SCRIPT.finditer("".join(frame.texts))
    }
    return tuple(sorted({_hash(text) for tag, text in found if _is_run(tag)}))


def _is_run(tag: str) -> bool:
    script = LexborHTMLParser(f"{tag}</script>").css_first("script")
    attributes = script.attributes if script is not None else {}
    return "src" not in attributes and (attributes.get("type") or "").strip().lower() in _RUN


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
