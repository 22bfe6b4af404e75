"""The stages of a review are one picture and one list, from the vocabulary of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.conftest import Site

if TYPE_CHECKING:
    from pathlib import Path

PAGE: Final = """---
title: Stages
description: Invented, as Brackenford is.
section: reviews
---

# Stages

<!-- library:review-process{} -->
"""


def test_the_picture_and_the_list_have_the_same_stages_in_the_same_order(site: Site) -> None:
    site.write("content/pages/reviews/stages.md", PAGE.format(""))
    assert site.build().status == 0
    main = site.main("reviews/stages")
    picture = main.css("svg[role=img]")[0]
    drawn = [text.text() for text in picture.css("text")]
    labels = ["The bell rings", "The council decides", "The report"]
    assert [text for text in drawn if text[0].isdigit()] == [f"{n}. {each}" for n, each in enumerate(labels, 1)]
    listed = main.css("ol.lib-process__stages > li")
    assert [each.css("strong")[0].text() for each in listed] == [f"{each}." for each in labels]
    assert "Within 3 working days" in drawn and "Within 3 working days." in listed[1].text()
    assert "Or: nothing follows" in drawn and "Or: nothing follows." in listed[1].text()
    assert "by <lot>" in listed[1].text(), "texts are escaped"


def test_the_picture_has_a_name_and_no_style_that_the_content_security_policy_forbids(site: Site) -> None:
    site.write("content/pages/reviews/stages.md", PAGE.format(""))
    site.build()
    picture = site.main("reviews/stages").css("svg[role=img]")[0]
    named = (picture.attributes["aria-labelledby"] or "").split()
    assert all(picture.css(f"#{each}")[0].text() for each in named)
    assert not picture.css("[style], script, style")


def test_a_type_without_stages_is_reported_with_what_to_add(site: Site) -> None:
    site.write("content/pages/reviews/stages.md", PAGE.format(" type=nowhere"))
    told = site.library("build")
    assert told.status == 1
    assert "P603" in told.text and "cannot have type=nowhere" in told.text


def test_a_site_without_stages_has_no_picture(site: Site) -> None:
    vocabulary = site.root / "content" / "vocabulary.yml"
    head, _, rest = vocabulary.read_text("utf-8").partition("    process:\n")
    vocabulary.write_text(head + rest[rest.index("  - id: adult-review") :], "utf-8")
    site.change("content/pages/about/index.md", "<!-- library:review-process type=child-review -->", "")
    site.write("content/pages/reviews/stages.md", PAGE.format(""))
    assert site.build().status == 0
    assert site.main("reviews/stages").css_first("svg, ol") is None


@pytest.mark.parametrize(("page", "stages"), [("process", 8), ("safeguarding-adults-reviews", 5)])
def test_the_packs_bring_the_stages_of_reviews_in_england(warwickshire: Site, page: str, stages: int) -> None:
    assert len(warwickshire.main(f"how-reviews-work/{page}").css("ol.lib-process__stages > li")) == stages


def test_a_new_library_in_england_explains_the_stages_before_its_first_review(tmp_path: Path) -> None:
    root = tmp_path / "new"
    arguments = ["init", str(root), "--no-input", "--name", "Ashdale Board", "--area", "Ashdale"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    site = Site(root)
    assert site.build().status == 0
    assert len(site.main("about").css("ol.lib-process__stages")) == 2
