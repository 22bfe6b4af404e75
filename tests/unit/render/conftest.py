"""The invented partnership's library with an invented bulletin, its events and its sender."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from tests.bulletins import lay_bulletin
from tests.conftest import Site, copy_full

if TYPE_CHECKING:
    from generator.model import Library


@pytest.fixture(scope="package")
def with_bulletin(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site's folder; nothing is built of it. Tests only look at it."""
    return lay_bulletin(copy_full(tmp_path_factory.mktemp("bulletin") / "full"))


@pytest.fixture(scope="package")
def library(with_bulletin: Site) -> Library:
    """What is public of it."""
    library = validate_and_link(BuildOptions(with_bulletin.root, date(2026, 5, 1))).library
    assert library is not None
    return library
