"""Share images, which other sites show with a shared link: one for each kind of page, drawn once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Set
from pathlib import Path
from typing import Final

from generator.documents.print_sheets.colours import print_colours
from generator.documents.print_sheets.rich_text import allow_line_breaks
from generator.documents.print_sheets.typst_compiler import TypstCompiler, TypstError, compiler_version
from generator.languages import gettext as _
from generator.model import PageKind, Partnership, SharePicture, SiteSection, addresses
from generator.system import (
    CHECKSUMS,
    cache_folder,
    make_way,
    prune_old_files,
    read_checksums,
    write_atomically,
    write_checksums,
)

_WIDTH: Final = 1200
_HEIGHT: Final = 630
"""Pixels. This is the size that the sites where links are shared crop least."""


def draw_share_pictures(
    partnership: Partnership, sections: Set[SiteSection], cache: Path
) -> Mapping[PageKind, SharePicture]:
    """Return a share image for every kind of page of the site, without any person's name.

    The images have the partnership's colours. Equal words and colours give equal bytes. The mapping is empty if Typst
    cannot set the partnership's name: links then have no picture. Raises an OSError if the cache cannot be written.
    """
    folder = cache_folder(cache / "share")
    compiler = TypstCompiler()
    try:
        drawn = {
            kind: _picture(partnership, kind, kind.label(sections), folder, compiler)
            for kind in PageKind
            if kind.is_used(sections)
        }
    except TypstError:
        return {}
    used = {Path(picture.path).stem for picture in drawn.values()}
    prune_old_files(folder, lambda name: Path(name).stem in used)
    return drawn


def _picture(
    partnership: Partnership, kind: PageKind, label: str, folder: Path, compiler: TypstCompiler
) -> SharePicture:
    data: dict[str, object] = {
        "kind": str(kind),
        "label": label,
        "library": allow_line_breaks(partnership.library_name),
        "publisher": partnership.name,
        "colours": print_colours(partnership.colours),
        "width": _WIDTH,
        "height": _HEIGHT,
    }
    seen = hashlib.sha256(compiler_version() + json.dumps(data, sort_keys=True).encode())
    path = folder / f"{seen.hexdigest()[:32]}.png"
    checksums = path.with_suffix(CHECKSUMS)
    if read_checksums(checksums) is None:
        make_way(path)
        write_atomically(path, compiler.draw("share", data))
        write_checksums(checksums, [path.name])
    words = [partnership.library_name, label, _("Published by {partnership}").format(partnership=partnership.name)]
    alt = ". ".join(word for word in words if word) + "."
    return SharePicture(addresses.share_picture(kind), str(path), alt, _WIDTH, _HEIGHT)
