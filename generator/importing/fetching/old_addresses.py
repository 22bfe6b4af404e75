"""The old addresses of a document, as servers can redirect them, and the text of `content/redirects.yml` with them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from generator.editing.record_text import change_text
from generator.editing.yaml_writer import quoted
from generator.link_checker.external import normalise_url
from generator.read import read_nodes

_CHANGES_WITH_EACH_VISIT: Final = ("refresh", "_wpdmkey", "utm_", "fbclid", "gclid")
"""Parts of a query for statistics, and the keys that WordPress Download Manager adds to `?wpdmdl=7`."""

_HEAD: Final = """\
# Old addresses and the pages of the library that replace them. "library import-documents" has added those of the
# old site. An entry that leads to a draft waits until its record is published.
redirects:
"""


def old_addresses(written: str) -> tuple[str, ...]:
    """Return the addresses to redirect for a document: usually one.

    If its query has a part that changes with each visit, the address without that part is added.

    A fragment is left out, because browsers keep it, and a port, because servers compare only the host.
    """
    url = normalise_url(written)
    if url is None:
        return ()
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    address = f"{parts.scheme}://{f'[{host}]' if ':' in host else host}{parts.path or '/'}"
    if not parts.query:
        return (address,)
    kept = [each for each in parts.query.split("&") if not each.lower().startswith(_CHANGES_WITH_EACH_VISIT)]
    steady = f"{address}?{'&'.join(kept)}" if kept else address
    return tuple(dict.fromkeys((f"{address}?{parts.query}", steady)))


def with_redirects(text: str | None, entries: Iterable[tuple[str, str]]) -> str | None:
    """Return the text of the redirects with new entries at its end; `text` is None if there is no such file.

    Everything that the file says stays. None if its text has an error, or cannot be changed without risk.
    """
    added = [{"old": old, "new": new} for old, new in entries]
    lines = "".join(f"  - {{old: {quoted(each['old'])}, new: {each['new']}}}\n" for each in added)
    if text is None or not text.strip():
        return _HEAD + lines
    if has_no_values(text):
        return f"{text.rstrip()}\nredirects:\n{lines}"
    root = read_nodes(text)
    if root is None or not isinstance(root.value, dict):
        return None
    before = root.value.get("redirects") or []
    if not isinstance(before, list):
        return None
    wanted = {**root.value, "redirects": [*before, *added]}
    changed = change_text(text, root, wanted, lambda path: ("old", "new", "since") if path else ("redirects",))
    after = read_nodes(changed) if changed is not None else None
    return changed if after is not None and after.value == wanted else None


def has_no_values(text: str) -> bool:
    """Return True for a text with nothing but notes and empty lines."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in text.split("\n"))
