"""The two pictures of the real library: a case page, and the sheet of a briefing."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Final

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser

from tests.handbook_pictures.ashdale import REPOSITORY, run
from tests.served_folder import serving_folder

_CASE: Final = "reviews/grace/"
_SHEET: Final = "documents/sheets/using-a-7-minute-briefing.pdf"
_LINE: Final = (170, 170, 170)


def take_library_pictures(browser: Browser, scratch: Path, folder: Path) -> None:
    """Build the library, and write `case.png` and `sheet.png`."""
    site = scratch / "library"
    run(REPOSITORY, sys.executable, "-m", "generator", "build", "--out", str(site))
    with serving_folder(site) as served:
        page = browser.new_page(viewport={"width": 1180, "height": 820}, bypass_csp=True)
        page.goto(f"{served}{_CASE}", wait_until="networkidle")
        _write(Image.open(io.BytesIO(page.screenshot(animations="disabled"))), folder / "case.png")
        page.close()
    with pypdfium2.PdfDocument(site / _SHEET) as sheet:
        pages = [page.render(scale=0.835).to_pil() for page in sheet]
    both = Image.new("RGB", (sum(page.width + 2 for page in pages), pages[0].height + 2), _LINE)
    left = 1
    for picture in pages:
        both.paste(picture, (left, 1))
        left += picture.width + 2
    _write(both, folder / "sheet.png")


def _write(picture: Image.Image, file: Path) -> None:
    picture.convert("RGB").quantize(64, dither=Image.Dither.NONE).save(file, optimize=True)
