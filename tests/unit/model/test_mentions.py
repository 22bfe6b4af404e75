"""A text mentions a subject in any form of its words; the title of a linked briefing is not a mention."""

from __future__ import annotations

import pytest

from generator.model.mentions import mentions, text_without_record_links


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Concern grew that he was being exploited.", "exploitation"),
        ("He had died.", "a death"),
        ("His death was drug related.", "drugs"),
        ("She made an attempt to end her life.", "suicide"),
        ("Other children bullied her.", "bullying"),
        ("Charlie had extensive injuries.", "serious injuries to a young child"),
        ("She was abused.", "abuse"),
    ],
)
def test_a_form_of_a_word_is_a_mention(text: str, subject: str) -> None:
    assert mentions(text, subject)


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The rubbish lay on the floor.", "neglect"),
        ("There was emotional abuse of the child.", "sexual abuse"),
        ("The story explains what happened.", "exploitation"),
        ("The children were at home alone.", "serious injuries to a young child"),
        ("", "suicide"),
    ],
)
def test_another_subject_is_not(text: str, subject: str) -> None:
    assert not mentions(text, subject)


def test_the_title_of_a_linked_record_is_left_out_and_a_link_to_a_website_is_not() -> None:
    text = "Read [Child Neglect](briefing:child-neglect) and [about fires](https://fire.example)."
    assert text_without_record_links(text) == "Read  and [about fires](https://fire.example)."
