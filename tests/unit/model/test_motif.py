"""The drawing that is a partnership's own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from generator.model import Partnership
from generator.model.motif import mark, wide_motif
from generator.model.partnership import Partner

if TYPE_CHECKING:
    from collections.abc import Callable

BOTH = pytest.mark.parametrize("draw", [mark, wide_motif])


def partnership(name: str = "Tarnshire", organisations: int = 4) -> Partnership:
    people = tuple(Partner(role="Partner", organisation=f"Desk {number}") for number in range(organisations))
    return Partnership(name=name, area=name, library_name=f"{name} library", description="Invented.", people=people)


def ends(svg: str) -> list[float]:
    return [float(each) for each in re.findall(r" ([\d.]+)\"/>", "".join(re.findall(r"<path.*?/>", svg)))]


@BOTH
@pytest.mark.parametrize(("organisations", "lines"), [(0, 4), (1, 3), (3, 3), (5, 5), (7, 7), (12, 7)])
def test_there_is_a_line_for_each_organisation(
    draw: Callable[[Partnership], str], organisations: int, lines: int
) -> None:
    assert len(ends(draw(partnership(organisations=organisations)))) == lines


@BOTH
@pytest.mark.parametrize("name", ["Tarnshire", "Brackenford", "Môn a Gwynedd", "x"])
@pytest.mark.parametrize("organisations", [3, 5, 7])
def test_no_line_crosses_another_or_leaves_the_drawing(
    draw: Callable[[Partnership], str], name: str, organisations: int
) -> None:
    svg = draw(partnership(name, organisations))
    height = float(re.search(r'height="([\d.]+)"', svg)[1])  # type: ignore[index]
    assert ends(svg) == sorted(ends(svg))
    assert 0 < ends(svg)[0] < ends(svg)[-1] < height


def test_another_partnership_has_another_drawing_and_the_same_has_the_same() -> None:
    assert wide_motif(partnership()) == wide_motif(partnership())
    assert wide_motif(partnership()) != wide_motif(partnership("Brackenford"))
