"""The hashes of the inline scripts of the theme and of hand-written pages, for the content security policy."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from generator.model import Frames

_SCRIPT: Final = re.compile(r"""(<script(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>)(.*?)</script""", re.DOTALL | re.IGNORECASE)
"""The tag and the text. A script ends at the first `</script`, whatever comes before it."""

_RUN: Final = frozenset({"", "module", "importmap", "speculationrules", "text/javascript", "application/javascript"})
"""Types that a browser executes or applies. Any other type is data and needs no permission."""


def script_hashes(frames: Frames) -> tuple[str, ...]:
    """Return the hash `sha256-...` of each inline script of frames and hand-written pages, sorted and unique."""
    scripts = {
        (match[1], match[2])
        for frame in (*frames.by_folder.values(), *frames.pages)
        for match in _SCRIPT.finditer("".join(frame.texts))
    }
    return tuple(sorted({_hash(text) for tag, text in scripts if _is_run(tag)}))


def _is_run(tag: str) -> bool:
    script = LexborHTMLParser(f"{tag}</script>").css_first("script")
    attributes = script.attributes if script is not None else {}
    return "src" not in attributes and (attributes.get("type") or "").strip().lower() in _RUN


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
