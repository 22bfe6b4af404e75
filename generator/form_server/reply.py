"""What a browser gets from the forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

HTML: Final = "text/html; charset=utf-8"
TEXT: Final = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Reply:
    """A page, or where the browser goes next."""

    text: str = ""
    goes_to: str | None = None
    """The end of an address below `/_edit/`; None for a page."""

    status: int = 200
    media_type: str = HTML
