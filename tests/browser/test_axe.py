"""Nothing on any kind of page that axe objects to. In a file of its own: it takes a while, beside the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.kinds import every_kind

if TYPE_CHECKING:
    from tests.browser.conftest import Opened


@every_kind
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_a_phone_and_on_a_wide_screen(opened: Opened, where: str, scheme: str) -> None:
    with opened(where, width=320, scheme=scheme) as page:
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            results = Axe().run(page)
            assert results.violations_count == 0, results.generate_report()
