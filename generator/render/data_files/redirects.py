"""The redirect pages for readers, and the list of moved addresses for the maintainers of the old site."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlsplit

from generator.model import GeneratedFile, Library, ServerRedirect, addresses, to_server_redirect
from generator.render.data_files.open_data import cell
from generator.render.jinja_environment import environment


def redirect_pages(library: Library) -> tuple[GeneratedFile, ...]:
    """Return a page at each old address of this site that redirects automatically; none for a file, such as a PDF.

    Search engines do not list these pages. They have no frame, because the folder of an old address may no longer
    exist.
    """
    known = {each.page: each for each in reversed(_moved(library)) if each.page is not None}
    return tuple(GeneratedFile(page, partial(_page, each, library)) for page, each in sorted(known.items()))


def moved_csv(library: Library) -> GeneratedFile:
    """Return `/data/moved.csv`: every old address and its new one, both absolute."""
    return GeneratedFile(addresses.MOVED_CSV, lambda: "".join(_rows(library)).encode("utf-8-sig"))


def _moved(library: Library) -> list[ServerRedirect]:
    return [to_server_redirect(redirect, library.site_url) for redirect in library.redirects]


def _rows(library: Library) -> Iterator[str]:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(("old", "new"))
    writer.writerows((cell(each.old_in_full), cell(each.new_in_full)) for each in _moved(library))
    yield text.getvalue()


def _page(each: ServerRedirect, library: Library) -> bytes:
    assert each.page is not None
    root = addresses.path_to_root(each.page)
    site = urlsplit(library.site_url).path
    link = (root or "./") + each.to.removeprefix(site) if each.to.startswith("/") else each.to
    template = environment().get_template("redirect.html")
    return template.render(
        root=root,
        link=link,
        new=each.new_in_full,
        language=library.partnership.language,
        library_name=library.partnership.library_name,
        partnership=library.partnership.name,
        exit_address=library.partnership.exit_to,
    ).encode()
