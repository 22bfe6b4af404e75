"""The picture shown with a shared link, as the page's head names it."""

from __future__ import annotations

from generator.model import Address, Library, PageKind, SharePicture, addresses


def share_picture(kind: PageKind, library: Library, page: Address = "") -> SharePicture | None:
    """Return the picture of a page: its own or, if it has none, that of its kind. None without share pictures."""
    pictures = library.share_pictures
    return pictures.get(addresses.share_picture_of(page)) or pictures.get(addresses.share_picture(kind))


def share_picture_view(kind: PageKind, library: Library, page: Address = "") -> dict[str, object] | None:
    """Return the picture's absolute address, its alternative text and its size; None if there is none."""
    picture = share_picture(kind, library, page)
    if picture is None:
        return None
    address = library.site_url + picture.address
    return {"address": address, "alt": picture.alt, "width": picture.width, "height": picture.height}
