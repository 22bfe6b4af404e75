"""Which parts of an address track readers, and what is left without them."""

from __future__ import annotations

import pytest

from generator.model.tracking_parameters import without_tracking

PAGE = "https://county.example/plan"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        (f"{PAGE}?utm_source=govdelivery&utm_medium=email", PAGE),
        (f"{PAGE}?year=2026&utm_campaign=a#part", f"{PAGE}?year=2026#part"),
        (f"{PAGE}?fbclid=IwAR0x&year=2026", f"{PAGE}?year=2026"),
        (f"{PAGE}?mc_cid=1a&mc_eid=2b", PAGE),
        (f"{PAGE}?year=2026&amp;UTM_Source=a", f"{PAGE}?year=2026"),
        (f"{PAGE}?%75tm_source=a", PAGE),
        ("//county.example/plan?gclid=a", "//county.example/plan"),
    ],
)
def test_the_address_is_left_without_the_parameters_that_track(written: str, left: str) -> None:
    assert without_tracking(written) == left


@pytest.mark.parametrize(
    "written",
    [
        PAGE,
        f"{PAGE}?year=2026",
        f"{PAGE}?",
        f"{PAGE}?source=utm_source",
        f"{PAGE}/utm_source=a",
        f"{PAGE}#?utm_source=a",
        "mailto:desk@county.example?subject=utm_source",
        "reviews/?utm_source=a",
        "case:grace",
    ],
)
def test_other_addresses_stay_as_they_are(written: str) -> None:
    assert without_tracking(written) is None
