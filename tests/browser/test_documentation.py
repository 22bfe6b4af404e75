"""The pages that `library docs` opens: nothing for axe to object to, in light and dark, on a phone and a screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, expect

from generator.cli import main
from tests.browser.axe_and_layout import objections


@pytest.fixture
def documentation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the pages."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert CliRunner().invoke(main, ["docs", "--no-browser"]).exit_code == 0
    return tmp_path / "reviews-library" / "documentation"


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_every_kind_of_page_can_be_read_by_everybody(
    chromium: Browser, documentation: Path, width: int, scheme: Any
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for name in ("index", "install", "records", "diagnostics/v300-vocabulary", "hosting"):
        page.goto((documentation / f"{name}.html").as_uri())
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert objections(page) == {}, name
    page.close()


def test_a_link_leads_from_the_list_to_the_section_of_a_code(chromium: Browser, documentation: Path) -> None:
    page = chromium.new_page()
    page.goto((documentation / "index.html").as_uri())
    page.get_by_role("link", name="Diagnostics", exact=True).click()
    page.get_by_role("link", name="V302", exact=True).click()
    expect(page.get_by_role("heading", name="V302 An unknown theme")).to_be_in_viewport()
    page.get_by_role("link", name="All pages").click()
    expect(page.get_by_role("heading", name="Documentation", level=1)).to_be_visible()
    page.close()
