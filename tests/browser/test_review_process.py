"""The stages of a review are on one printed page, and can be read on a phone."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_the_picture_and_the_list_fit_on_one_sheet_of_a4(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(f"{address}how-reviews-work/process/")
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    page.close()
    width, height = sheets[0].mediabox.width, sheets[0].mediabox.height
    assert (round(width), round(height)) == (595, 842), "A4"
    first = " ".join(sheets[0].extract_text().split())
    assert "1. A serious incident" in first and "8. Change" in first
    assert "say in their yearly report" in first and "Sources: Children Act 2004" in first


@pytest.mark.parametrize("width", [360, 1280])
def test_the_texts_in_the_picture_are_large_enough_and_inside_their_boxes(
    chromium: Browser, address: str, width: int
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{address}how-reviews-work/process/")
    picture = page.locator(".lib-process svg")
    smallest, outside = picture.evaluate(
        """svg => {
          const texts = [...svg.querySelectorAll("text")], box = svg.getBoundingClientRect();
          const scale = box.width / svg.viewBox.baseVal.width;
          const size = Math.min(...texts.map(text => parseFloat(getComputedStyle(text).fontSize) * scale));
          return [size, texts.filter(text => text.getBoundingClientRect().right > box.right).length];
        }"""
    )
    page.close()
    assert smallest >= 12 and outside == 0
