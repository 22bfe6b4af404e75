"""One label in many spellings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.importing import Phrases
from generator.importing.labels import understand
from generator.importing.states import State
from generator.importing.topics import nearly_same_topic, same_topic
from tests.cpu_limit import cpu_limit
from tests.unit.test_long_texts import SECONDS_OF_CPU

RECORDS: Final = validate_and_link(BuildOptions(Path(__file__).parents[3], date(2026, 11, 28))).records
assert RECORDS is not None
assert RECORDS.vocabulary is not None
PHRASES: Final = Phrases(RECORDS.vocabulary.record)

SERIES: Final = st.sampled_from(
    [
        "7 Minute Briefing",
        "7-minute briefing",
        "Seven Minute Briefing",
        "seven-minute Briefing",
        "7MB",
        "7 min briefing",
    ]
)
DASH: Final = st.sampled_from([" - ", " \u2013 ", " \u2014 ", ": ", " \u2011 ", " | "])
TOPIC: Final = st.sampled_from(
    ["Early Help", "The Voice of the Child", "Children & Dogs", "Modern Slavery (Adults)", "Suicide Awareness",
     "Child Safeguarding Practice Reviews", "Children of parents with mental health problems"]
)  # fmt: skip
TAIL: Final = st.sampled_from(["", " (PDF)", " (PDF, 1.2MB)", " [PDF 200KB]", " (opens in a new window)", ".pdf"])
NAME: Final = st.sampled_from(["Grace", "Child K", "O'Connor", "O\u2019Connor", "Siân", "Ada and Ben", "CJ", "Łukasz"])
TYPE: Final = st.sampled_from(
    [("Serious Case Review", "scr"), ("SCR", "scr"), ("Child Safeguarding Practice Review", "cspr"), ("CSPR", "cspr"),
     ("Safeguarding Adult Review", "sar"), ("Child Safegaurding Practice Review", "cspr")]
)  # fmt: skip
KIND: Final = st.sampled_from(
    [("Report", "report"), ("Overview Report", "overview-report"), ("executive summary", "executive-summary"),
     ("WSP Statement", "statement"), ("Action Plan", "action-plan")]
)  # fmt: skip


@given(SERIES, DASH, TOPIC, TAIL, st.booleans())
def test_every_spelling_of_a_series_and_a_topic_is_understood(
    series: str, dash: str, topic: str, tail: str, is_first: bool
) -> None:
    printed = (f"{series}{dash}{topic}" if is_first else f"{topic}{dash}{series}") + tail
    label = understand(printed, PHRASES)
    assert label.series == "seven-minute", printed
    assert same_topic(label.topic, topic), (printed, label.topic)


@given(NAME, TYPE, KIND, DASH, TAIL)
def test_a_name_a_type_and_a_kind_are_told_apart(
    name: str, review_type: tuple[str, str], kind: tuple[str, str], dash: str, tail: str
) -> None:
    label = understand(f"{name} {review_type[0]}{dash}{kind[0]}{tail}", PHRASES)
    assert (label.types, label.kinds) == ((review_type[1],), (kind[1],))
    assert label.name == name.replace("\u2019", "'")


@given(st.text(max_size=300))
def test_no_text_makes_the_parser_fail(text: str) -> None:
    label = understand(text, PHRASES)
    assert len(label.name) <= len(text)


@pytest.mark.parametrize(
    ("text", "state", "reason"),
    [
        ("Overview report (withdrawn)", State.WITHDRAWN, ""),
        ("This report is not published because it names a school.", State.NOT_PUBLISHED, "it names a school"),
        ("The report will be published in 2027", State.NOT_YET, ""),
        ("Report no longer available", State.REMOVED, ""),
        ("Report available on request", State.ON_REQUEST, ""),
    ],
)  # fmt: skip
def test_states_are_read_with_their_reason(text: str, state: State, reason: str) -> None:
    found = understand(text, PHRASES).state
    assert found is not None
    assert (found.state, found.reason) == (state, reason)


def test_a_typing_error_is_not_another_topic_and_another_group_of_people_is() -> None:
    assert nearly_same_topic("Parental Capcity to Change", "Parental capacity to change")
    assert same_topic("Safeguarding Children around Dog", "Safeguarding children around dogs")
    assert not nearly_same_topic("Modern Slavery (Adults)", "Modern Slavery (Children)")
    assert not same_topic("Modern Slavery (Adults)", "Modern Slavery (Children)")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Grace - Published September 2022", "2022-09"),
        ("Grace \u2013 published 3rd Sept 2022", "2022-09-03"),
        ("Grace (14/09/2022)", "2022-09-14"),
        ("Grace, 2022", "2022"),
        ("Grace: Septmber 2022", "2022-09"),
        ("Grace 2022/23", None),
        ("Grace, 31 February 2022", "2022-02"),
    ],
)
def test_dates_are_never_more_precise_than_printed(text: str, iso: str | None) -> None:
    found = understand(text, PHRASES).date
    assert (found.date.iso if found else None) == iso


def test_thousands_of_small_words_take_little_time() -> None:
    with cpu_limit(SECONDS_OF_CPU):
        assert understand("Rowan " + "the " * 6_000 + "x", PHRASES).is_empty
