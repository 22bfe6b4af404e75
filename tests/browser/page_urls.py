"""A page of each kind."""

from __future__ import annotations

import pytest

KINDS = {
    "home": "",
    "reviews": "reviews/",
    "case with a story": "reviews/grace/",
    "case without a summary": "reviews/child-k/",
    "thematic review": "reviews/exploitation/",
    "type": "reviews/type/cspr/",
    "year": "reviews/year/2022/",
    "briefings": "briefings/",
    "7-minute briefing": "briefings/suicide-awareness/",
    "lessons learned briefing": "briefings/james-lessons-learned/",
    "slides of a briefing": "briefings/slides/using-a-7-minute-briefing/",
    "series": "briefings/series/seven-minute/",
    "themes": "themes/",
    "theme": "themes/early-help/",
    "harm": "themes/harm/suicide/",
    "themes over the years": "themes/by-year/",
    "bulletins": "bulletins/",
    "bulletin": "bulletins/2022-q3/",
    "what was learned in a year": "years/2022-23/",
    "news": "news/",
    "resources": "resources/",
    "hand-written page with tables": "how-reviews-work/",
    "the stages of a review": "how-reviews-work/process/",
    "news about a group": "news/about/children/",
    "for children": "for/children-and-young-people/",
    "contact": "about/contact/",
    "search": "search/",
    "not found": "404.html",
}
every_kind = pytest.mark.parametrize("where", KINDS.values(), ids=KINDS.keys())
"""Marks a test that looks at one page of each kind: it is given `where`."""
