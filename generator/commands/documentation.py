"""Reads the documentation that is installed with the program, for a terminal and for a browser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from generator.diagnostics import CATALOGUE
from generator.report.documentation import START_PAGE, documentation_pages, html_name, section_as_text
from generator.system import find_package_docs, state_folder, write_atomically

_FOLDER: Final = "documentation"
"""The folder of the HTML pages, in the user's folder of this program."""


_PICTURES: Final = (".png", ".webp")


class MissingDocumentationError(Exception):
    """The installation is incomplete: it has no documentation."""


def explain_code(code: str, width: int) -> str:
    """Return the section of the documentation about a code of the catalogue, for a terminal of this width.

    Raises MissingDocumentationError.
    """
    page = _docs_folder() / "diagnostics" / CATALOGUE[code].page
    section = section_as_text(page.read_text(encoding="utf-8"), code, width) if page.is_file() else None
    if section is None:
        raise MissingDocumentationError
    return section


def page_names() -> tuple[str, ...]:
    """Return the names of all pages, as an editor types them: `records`, `diagnostics/y100-yaml`.

    Raises MissingDocumentationError.
    """
    return tuple(name.removesuffix(".md") for name in _texts(_docs_folder()))


def write_documentation(page: str | None) -> Path:
    """Write the documentation as HTML pages into the user's folder, and return the path of a page.

    `page` is one of `page_names()`; None for the start page. Raises OSError and MissingDocumentationError.
    """
    folder = state_folder() / _FOLDER
    for name, data in documentation_files().items():
        path = folder / name
        if not path.is_file() or path.read_bytes() != data:
            write_atomically(path, data)
    return folder / (html_name(page) if page else START_PAGE)


@cache
def documentation_files() -> Mapping[str, bytes]:
    """Return the HTML pages and the pictures by their names: `handbook/README.html`.

    Raises OSError and MissingDocumentationError.
    """
    docs = _docs_folder()
    files = {name: html.encode() for name, html in documentation_pages(_texts(docs)).items()}
    pictures = sorted(path for path in docs.rglob("*") if path.suffix in _PICTURES)
    return files | {path.relative_to(docs).as_posix(): path.read_bytes() for path in pictures}


def address_of_code(code: str) -> str | None:
    """Return the HTML page and the heading that explain a code; None if it is not in the catalogue.

    Raises OSError and MissingDocumentationError.
    """
    if code not in CATALOGUE:
        return None
    page = html_name(f"diagnostics/{CATALOGUE[code].page}")
    heading = re.search(rf'id="({code.lower()}-[^"]+)"', documentation_files().get(page, b"").decode())
    return f"{page}#{heading[1]}" if heading else page


def _texts(docs: Path) -> dict[str, str]:
    """Return the Markdown pages by their names, `diagnostics/README.md`."""
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))}


def _docs_folder() -> Path:
    docs = find_package_docs()
    if docs is None:
        raise MissingDocumentationError
    return docs
