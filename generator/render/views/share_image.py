"""The picture shown with a shared link, as the page's head names it."""

from __future__ import annotations

from generator.model import Library, PageKind


def share_picture_view(kind: PageKind, library: Library) -> dict[str, object] | None:
    """Return the picture's absolute address, its alternative text and its size; None if there is none."""
    picture = library.share_pictures.get(kind)
    if picture is None:
        return None
    address = library.site_url + picture.address
    return {"address": address, "alt": picture.alt, "width": picture.width, "height": picture.height}
