"""The documentation as text for a terminal, and as HTML pages for a browser."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import partial
from textwrap import fill
from typing import Final

from generator.markdown import Document, document_html
from generator.report.page_templates import template_environment

START_PAGE: Final = "index.html"

_LINK: Final = re.compile(r"\[([^\]\n]+)\]\([^)\n]+\)")
_HEADING: Final = re.compile(r"^#+ ")
_ITEM: Final = re.compile(r"(\d+\.|[-*]) ")
_GROUPS: Final = (
    ("handbook", "Task by task"),
    ("", "More about the library"),
    ("diagnostics", "What a message means"),
    ("decisions", "Why the generator is made as it is"),
)
"""The folders of the documentation in the order of the start page, with their headings."""


def section_as_text(page: str, code: str, width: int) -> str | None:
    """Return the section about a code from a page of `docs/diagnostics/`, for a terminal; None if it has none."""
    match = re.search(rf"^## {re.escape(code)} .*\n(?:(?!## ).*\n?)*", page, re.MULTILINE)
    return markdown_as_text(match[0], width) if match else None


def markdown_as_text(text: str, width: int) -> str:
    """Return Markdown as text for a terminal: paragraphs wrapped, examples indented, links as their words."""
    return "\n\n".join(_blocks(text, width)) + "\n"


def _blocks(text: str, width: int) -> Iterator[str]:
    is_code = False
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        is_fence = line.startswith("```")
        if not is_fence and (is_code or line.strip()):
            lines.append(line)
            continue
        if lines:
            yield "\n".join(f"    {each}".rstrip() for each in lines) if is_code else _paragraph(lines, width)
        lines = []
        is_code = is_code != is_fence


def _paragraph(lines: list[str], width: int) -> str:
    lines = [_LINK.sub(r"\1", line) for line in lines]
    if _HEADING.match(lines[0]):
        return "\n".join(_HEADING.sub("", line) for line in lines)
    if any(_ITEM.match(line) or line.startswith("|") for line in lines):
        return "\n".join(lines)
    return fill(" ".join(lines), width, break_long_words=False, break_on_hyphens=False)


def documentation_pages(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the documentation as HTML pages, and the start page that lists them.

    `texts` are the Markdown pages by their names, `diagnostics/README.md`. A link to a file that is not part of the
    documentation becomes its words.
    """
    template = template_environment().get_template("documentation.html")
    documents = {name: document_html(text, partial(_address, name, texts)) for name, text in texts.items()}
    pages = {}
    for name, document in documents.items():
        start = posixpath.relpath(START_PAGE, posixpath.dirname(name) or ".")
        pages[html_name(name)] = template.render(title=document.title, body=document.html, start=start)
    pages[START_PAGE] = template.render(title="Documentation", groups=_groups(documents), start=None)
    return pages


def html_name(name: str) -> str:
    """Return the name of the HTML page of a Markdown page: `records.html`."""
    return f"{name.removesuffix('.md')}.html"


def _groups(documents: Mapping[str, Document]) -> list[dict[str, object]]:
    groups: list[dict[str, object]] = []
    for folder, heading in _GROUPS:
        names = sorted(
            (name for name in documents if posixpath.dirname(name) == folder),
            key=lambda name: (not name.endswith("README.md"), name),
        )
        pages = [{"address": html_name(name), "title": documents[name].title} for name in names]
        if pages:
            groups.append({"heading": heading, "pages": pages})
    return groups


def _address(page: str, texts: Mapping[str, str], link: str) -> str | None:
    """Return the address of a link of a page; None if it leads to a file that is not part of the documentation."""
    path, hash_sign, anchor = link.partition("#")
    if "://" in link or link.startswith("mailto:") or not path:
        return link
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    names = (target, f"{target}/README.md")
    name = next((each for each in names if each in texts), None)
    if name is None:
        return None
    return f"{posixpath.relpath(html_name(name), posixpath.dirname(page) or '.')}{hash_sign}{anchor}"
