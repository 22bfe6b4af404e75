"""A site with more entries than fit on one page of a list. All records are invented and short."""

from __future__ import annotations

from typing import Final

from tests.conftest import Site

NUMBER: Final = 450
"""More than two pages of reviews."""

YEARS: Final = 15
THEMES: Final = ("handing-over", "knocking-twice")


def add_short_reviews(site: Site, number: int = NUMBER) -> None:
    """Write reviews with little text. Every third one is on a second theme, and one in fifty is about an adult."""
    for place in range(number):
        year, month = 2023 - place * YEARS // number, 12 - place % 12
        themes = ", ".join(THEMES if place % 3 == 0 else THEMES[:1])
        kind = "adult-review" if place % 50 == 7 else "child-review"
        site.write(
            f"content/cases/short-{place}/case.yml",
            "# Invented for tests.\n"
            f"name: Short {place}\n"
            f"type: {kind}\n"
            f"published: {year}-{month:02}\n"
            f"summary: Somebody forgot appointment {place}.\n"
            f"themes: [{themes}]\n"
            "sources: [Invented for tests]\n"
            "summary_source: invented\n",
        )
