"""The partnership's colours: what is refused, and that what is suggested is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.colour_contrast import TEXT, contrast, mix
from generator.validate.rules.branding import PAIRS, SOFT_SHARE, nearest_readable_colour

ASSETS = Path(__file__).parents[3] / "overrides" / "assets"
LIGHT = "".join((ASSETS / "library" / name).read_text(encoding="utf-8") for name in ("tokens.css", "header-footer.css"))
DARK = (ASSETS / "dark.css").read_text(encoding="utf-8")
SOUND = {"brand": "#17495a", "brand_dark": "#8fd0df", "accent": "#a8430e"}
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def token(css: str, name: str, inside: str = ":root") -> str:
    """The first value of a custom property inside a rule of a style sheet."""
    found = re.search(rf"^ *{re.escape(inside)} {{[^}}]*?--{name}: ([^;]+);", css, re.MULTILINE)
    assert found is not None, name
    return found[1]


def test_contrast_is_what_the_guidelines_say() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#767676", "#ffffff") == contrast("#ffffff", "#767676") == pytest.approx(4.54, abs=0.005)


def test_the_pairs_are_those_of_the_style_sheets() -> None:
    brand, dark = (
        [pair.other("#112233") for pair in PAIRS["brand"]],
        [pair.other("#112233") for pair in PAIRS["brand_dark"]],
    )
    assert (
        token(LIGHT, "color-background")
        == token(LIGHT, "color-background-card")
        == token(LIGHT, "color-masthead-text")
        == brand[0]
    )
    assert token(LIGHT, "color-link") == token(LIGHT, "color-masthead") == "var(--color-brand)"
    assert f"--color-background-soft: color-mix(in srgb, var(--color-brand) {SOFT_SHARE:.0%}, white);" in LIGHT
    assert brand[1] == mix("#112233", SOFT_SHARE, "#ffffff")
    assert token(LIGHT, "color-text-muted", ".lib-worried") == brand[2]
    assert [
        token(DARK, name) for name in ("color-background", "color-background-card", "color-background-soft")
    ] == dark
    assert token(DARK, "color-link") == "var(--color-brand-dark)"


def test_the_looks_own_colours_pass() -> None:
    for name in PAIRS:
        own = token(LIGHT, f"color-{name.replace('_', '-')}")
        assert nearest_readable_colour(name, own) == own


def found(small: dict[str, Any], found_in: Callable[[dict[str, Any]], Any], **colours: str) -> list[Any]:
    small["partnership"]["colours"] = SOUND | colours
    return [finding for finding in found_in(small).findings if finding.code == "V312"]


def test_each_failing_pair_is_named_with_its_contrast(
    small: dict[str, Any], found_in: Callable[[dict[str, Any]], Any]
) -> None:
    assert found(small, found_in) == []
    (fault,) = found(small, found_in, brand="#2f8f83")
    assert "3.9:1 with white, 3.64:1 on the tinted panels, 3.25:1 with" in fault.message
    assert '"#2f8f83"' in (fault.location.source or "").replace("'", '"')
    (fault,) = found(small, found_in, brand_dark="#767676")
    assert "on the dark page" in fault.message
    assert found(small, found_in, accent="#ffffee") == [], "the accent is decoration"


@given(COLOURS)
def test_what_is_suggested_always_passes_and_nothing_is_changed_without_need(colour: str) -> None:
    for name, pairs in PAIRS.items():
        shade = nearest_readable_colour(name, colour)
        assert all(contrast(shade, pair.other(shade)) >= TEXT for pair in pairs)
        if all(contrast(colour, pair.other(colour)) >= TEXT for pair in pairs):
            assert shade == colour
