"""The option `--report` of the commands that import, and the form in which a report is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.report import markdown_page


def _known_form(_context: click.Context, _parameter: click.Parameter, page: Path | None) -> Path | None:
    if page is not None and page.suffix.lower() not in (".md", ".html", ".htm"):
        raise click.BadParameter(f'"{page.name}" has to end in .html or .md')
    return page


def import_report_option(command: Any) -> Any:
    """Add `--report`."""
    return click.option(
        "--report",
        "page",
        type=click.Path(path_type=Path, dir_okay=False),
        callback=_known_form,
        metavar="FILE",
        help="Also write the report: as a web page (.html), or as Markdown (.md).",
    )(command)


def render_report(page: Path, markdown: str) -> bytes:
    """Return a report as the name of its file says: as a web page, or as Markdown."""
    return (markdown if page.suffix.lower() == ".md" else markdown_page(markdown)).encode()
