"""The rules, by file name, for which files below content/pages and in the theme are copied unchanged to the site."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

PICTURES: Final = frozenset({
    ".png", ".apng", ".jpg", ".jpeg", ".jpe", ".jfif", ".gif", ".webp", ".avif", ".heic", ".heif", ".svg", ".ico",
    ".bmp", ".tif", ".tiff", ".jp2", ".jxl",
})  # fmt: skip
OFFICE: Final = frozenset({
    ".doc", ".dot", ".docx", ".docm", ".dotx", ".dotm", ".xls", ".xlt", ".xlsx", ".xlsm", ".xlsb", ".xltx", ".xltm",
    ".ppt", ".pps", ".pot", ".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm", ".odt", ".ods", ".odp", ".odg",
    ".ott", ".ots", ".otp", ".fodt", ".fods", ".fodp", ".rtf", ".pub", ".vsd", ".vsdx", ".one", ".pages", ".numbers",
    ".key",
})  # fmt: skip
"""Files of Word, Excel, PowerPoint, LibreOffice and the like."""

PLAIN_TEXT: Final = frozenset({
    ".txt", ".csv", ".tsv", ".json", ".geojson", ".xml", ".rss", ".atom", ".ics", ".vcf", ".vtt", ".srt", ".bib",
    ".ris",
})  # fmt: skip
HTML_FILES: Final = frozenset({".html", ".htm", ".xhtml"})
_WEB: Final = HTML_FILES | frozenset({
    ".css", ".js", ".mjs", ".map", ".wasm", ".webmanifest", ".woff2", ".woff", ".ttf",
    ".otf", ".eot", ".xsl", ".xslt",
})  # fmt: skip
RECORDINGS: Final = frozenset({
    ".mp3", ".m4a", ".aac", ".ogg", ".oga", ".opus", ".flac", ".wav", ".mp4", ".m4v", ".webm", ".ogv", ".mov",
})  # fmt: skip
"""Films and recordings."""

# Apple Keynote files end in .key, as private keys do, so Pages, Numbers and Keynote are left out here.
_APPLE: Final = frozenset({".pages", ".numbers", ".key", ".one"})
_PUBLISHED: Final = PICTURES | (OFFICE - _APPLE) | PLAIN_TEXT | _WEB | RECORDINGS | {".pdf"}

_WITHOUT_ENDING: Final = frozenset({"CNAME"})
"""Configuration files that web hosts read."""

_LICENCES: Final = ("licence", "license", "copying", "ofl")
"""Names of licence files that some fonts and scripts must be published with."""

WELL_KNOWN: Final = ".well-known"
"""The folder for files such as security.txt (RFC 8615)."""

NO_JEKYLL: Final = ".nojekyll"
"""An empty file that GitHub Pages looks for."""

_ENGINE_PAGES: Final = frozenset({".markdown", ".mdown", ".mkdn", ".mkd"})
_PLACEHOLDERS: Final = frozenset({".gitkeep", ".keep", ".gitignore", ".gitattributes", ".editorconfig"})
_OF_THE_COMPUTER: Final = frozenset({".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini"})
_LOCK_FILE: Final = "~$"


def is_page(name: str) -> bool:
    """Return True for a Markdown page. `name` is its path in the pages folder."""
    return name.endswith(".md")


def is_page_for_the_engine_only(name: str) -> bool:
    """Return True for a name that the engine treats as a page and the generator does not: `contact.markdown`."""
    return PurePosixPath(name).suffix in _ENGINE_PAGES


def is_published_at_the_root(name: str) -> bool:
    """Return True for a hidden file or folder that is published when it is directly below content/pages."""
    return name in (WELL_KNOWN, NO_JEKYLL)


def is_placeholder(name: str) -> bool:
    """Return True for a hidden file that only keeps an empty folder in the repository, or sets up git or an editor."""
    return PurePosixPath(name).name in _PLACEHOLDERS


def is_of_the_computer(name: str) -> bool:
    """Return True for a file that Windows or macOS adds to every folder that is opened."""
    base = PurePosixPath(name).name.lower()
    return base in _OF_THE_COMPUTER or base.startswith("._")


def is_published(name: str) -> bool:
    """Return True for a file that is copied unchanged to the site. `name` is its path in the pages, theme or site."""
    path = PurePosixPath(name)
    below = path.parts[1:] if is_published_at_the_root(path.parts[0]) else path.parts
    if any(part.startswith(".") for part in below):
        return False
    if path.name.startswith(_LOCK_FILE) or is_of_the_computer(name):
        return False
    if path.parts[0] in (WELL_KNOWN, NO_JEKYLL):
        return not path.suffix or path.suffix.lower() in PLAIN_TEXT or path.name == NO_JEKYLL
    if not path.suffix and path.name.lower().startswith(_LICENCES):
        return True
    return path.suffix.lower() in _PUBLISHED or name in _WITHOUT_ENDING
