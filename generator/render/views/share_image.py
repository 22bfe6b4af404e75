"""The picture beside a shared link, as a page's head names it."""

from __future__ import annotations

from generator.model import Library, PageKind


def share_picture_view(kind: PageKind, library: Library) -> dict[str, object] | None:
    """Its address in full, as those who show it want it, its words and its size; None where there is none."""
    picture = library.share_pictures.get(kind)
    if picture is None:
        return None
    address = library.site_url + picture.address
    return {"address": address, "alt": picture.alt, "width": picture.width, "height": picture.height}
