"""Share images, which other sites show with a shared link: for each kind of page, and for reviews and briefings."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.documents.print_sheets.colours import print_colours
from generator.documents.print_sheets.rich_text import allow_line_breaks
from generator.documents.print_sheets.typst_compiler import TypstCompiler, TypstError, compiler_version
from generator.languages import gettext as _
from generator.model import Address, Library, PageKind, Partnership, SharePicture, address_of, addresses
from generator.model.motif import wide_motif
from generator.system import (
    CHECKSUMS,
    cache_folder,
    make_way,
    prune_old_files,
    read_checksums,
    write_atomically,
    write_checksums,
)

_WIDTH: Final = 800
_HEIGHT: Final = 420
"""Pixels: the shape that the sites where links are shared crop least, and more than twice the size that they need."""

_MOST_OF_A_KIND: Final = 120
"""How many reviews, and how many briefings, have an image with their own title: the newest.

An image takes 4 ms. With this limit the first build of a site with 1,000 reviews takes a tenth longer at most.
"""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An image that has not been drawn yet."""

    address: Address
    label: str
    title: str
    alt: str


def draw_share_pictures(library: Library, cache: Path) -> dict[Address, SharePicture]:
    """Return the share images by their addresses: one for every kind of page, one for every new review and briefing.

    The images have the partnership's colours and motif. Equal words and colours give equal bytes. The private terms
    guard cannot read an image, but it reads the alternative text on the page, which has the same words. The mapping is
    empty if Typst cannot set a title: links then have no image. Raises an OSError if the cache cannot be written.
    """
    folder = cache_folder(cache / "share")
    wanted = (*_of_kinds(library), *_of_records(library))
    same = _same_in_all(library.partnership)
    version = compiler_version() + json.dumps(same, sort_keys=True).encode()
    paths = {each.address: folder / f"{_fingerprint(version, each)}.png" for each in wanted}
    missing = [each for each in wanted if read_checksums(paths[each.address].with_suffix(CHECKSUMS)) is None]
    try:
        _draw(missing, same, paths)
    except TypstError:
        return {}
    used = {path.stem for path in paths.values()}
    prune_old_files(folder, lambda name: Path(name).stem in used)
    return {
        each.address: SharePicture(each.address, str(paths[each.address]), each.alt, _WIDTH, _HEIGHT) for each in wanted
    }


def _of_kinds(library: Library) -> Iterator[_Wanted]:
    for kind in PageKind:
        if kind.is_used(library.sections):
            label = kind.label(library.sections)
            alt = _alternative_text(library.partnership, library.partnership.library_name, label)
            yield _Wanted(addresses.share_picture(kind), label, library.partnership.library_name, alt)


def _of_records(library: Library) -> Iterator[_Wanted]:
    words = library.vocabulary
    for case in library.newest_cases[:_MOST_OF_A_KIND]:
        label = words.type_label(case.type, not_stated=PageKind.REVIEW.label(library.sections))
        yield _of_record(library, address_of(case, words), label, case.name)
    for briefing in library.newest_briefings[:_MOST_OF_A_KIND]:
        series = briefing.series.label
        # The label says the series, so the title does not: "Grace: lessons learned briefing".
        title = re.sub(rf":\s*{re.escape(series)}$", "", library.page_title(briefing), flags=re.IGNORECASE)
        yield _of_record(library, address_of(briefing, words), series, title)


def _of_record(library: Library, page: Address, label: str, title: str) -> _Wanted:
    label = label[:1].upper() + label[1:]
    alt = _alternative_text(library.partnership, title, label, library.partnership.library_name)
    return _Wanted(addresses.share_picture_of(page), label, title, alt)


def _fingerprint(version: bytes, wanted: _Wanted) -> str:
    return hashlib.sha256(version + repr((wanted.label, wanted.title)).encode()).hexdigest()[:32]


def _alternative_text(partnership: Partnership, *words: str) -> str:
    published = _("Published by {partnership}").format(partnership=partnership.name)
    return ". ".join(word.rstrip(".") for word in (*words, published) if word) + "."


def _same_in_all(partnership: Partnership) -> dict[str, object]:
    return {
        "library": partnership.library_name,
        "publisher": partnership.name,
        "colours": print_colours(partnership.colours),
        "motif": wide_motif(partnership),
        "width": _WIDTH,
        "height": _HEIGHT,
    }


def _draw(missing: Sequence[_Wanted], same: dict[str, object], paths: dict[Address, Path]) -> None:
    """Draw images together, which takes half the time of one after the other, and keep them in the cache."""
    if not missing:
        return
    texts = [{"label": each.label, "title": allow_line_breaks(each.title)} for each in missing]
    with TypstCompiler() as compiler:
        drawn = compiler.draw("share", {**same, "pictures": texts})
    for each, png in zip(missing, drawn, strict=True):
        path = paths[each.address]
        make_way(path)
        write_atomically(path, png)
        write_checksums(path.with_suffix(CHECKSUMS), [path.name])
