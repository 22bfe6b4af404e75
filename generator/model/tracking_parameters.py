"""The parts of a link's query that only count visits, or that say who followed the link."""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote_plus, urlsplit

_BEGINNINGS: Final = (
    "utm_",
    "mtm_",
    "pk_campaign",
    "pk_kwd",
    "pk_medium",
    "pk_source",
    "hsa_",
    "oly_",
    "vero_",
    "elqtrack",
)
_NAMES: Final = frozenset({
    "_ga", "_gl", "_hsenc", "_hsmi", "_openstat", "dclid", "fbclid", "gad_source", "gbraid", "gclid", "gclsrc",
    "hsctatracking", "igsh", "igshid", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "ml_subscriber",
    "ml_subscriber_hash", "msclkid", "rb_clickid", "s_cid", "srsltid", "ttclid", "twclid", "wbraid",
    "wickedid", "yclid",
})  # fmt: skip
"""Parameters of newsletters, social networks and advertisements. Some stand for the recipient of one e-mail."""


def without_tracking(url: str) -> str | None:
    """Return a link's address without the parameters that track readers; None if it has none."""
    whole, hash_sign, fragment = url.partition("#")
    before, mark, query = whole.partition("?")
    if not mark:
        return None
    parts = query.replace("&amp;", "&").split("&")
    kept = [part for part in parts if not _is_tracking(part)]
    if len(kept) == len(parts) or not urlsplit(before).netloc:
        return None
    return before + ("?" + "&".join(kept) if kept else "") + hash_sign + fragment


def _is_tracking(part: str) -> bool:
    name = unquote_plus(part.partition("=")[0]).lower()
    return name in _NAMES or name.startswith(_BEGINNINGS)
