"""A language is written as a tag, and a wrong one is answered with the tag that was probably meant."""

from __future__ import annotations

import pytest

from generator.languages.tags import direction_of, is_known_tag, suggest_tag
from generator.markdown import to_html


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("polish", "pl"),
        ("Polski", "pl"),
        ("pol", "pl"),
        ("en-UK", "en-GB"),
        ("EN-gb", "en-GB"),
        ("Cymraeg", "cy"),
        ("farsi", "fa"),
        ("pl_PL", "pl-PL"),
        ("gibberish", None),
    ],
)
def test_the_tag_that_was_meant(written: str, tag: str | None) -> None:
    assert suggest_tag(written) == tag


@pytest.mark.parametrize(
    ("tag", "direction"), [("ar", "rtl"), ("ur-PK", "rtl"), ("pa-Arab", "rtl"), ("pa", "ltr"), ("cy", "ltr")]
)
def test_the_direction_follows_from_the_language(tag: str, direction: str) -> None:
    assert direction_of(tag) == direction
    assert is_known_tag(tag)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Mae hwn yn Gymraeg. {lang=cy}", '<p lang="cy" dir="ltr">Mae hwn yn Gymraeg.</p>\n'),
        ("مرحبا\n{: lang=ar dir=rtl }", '<p lang="ar" dir="rtl">مرحبا</p>\n'),
        ('مرحبا {lang="ar"}', '<p lang="ar" dir="rtl">مرحبا</p>\n'),
        ("- one\n- dau {lang=cy}", '<ul>\n<li>one</li>\n<li lang="cy" dir="ltr">dau</li>\n</ul>\n'),
        ("Braces {stay}.", "<p>Braces {stay}.</p>\n"),
        ("Hello {lang=welsh}", "<p>Hello {lang=welsh}</p>\n"),
    ],
)
def test_a_paragraph_states_its_language(text: str, html: str) -> None:
    assert to_html(text, lambda destination: destination) == html
