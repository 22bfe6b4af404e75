"""A few of the changed sites of `python -m tests.fuzz`: no traceback, a place for each finding, no broken page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.inputs import KINDS
from tests.fuzz.summary import Summary
from tests.fuzz.workshop import Workshop

INPUTS = 60


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """The site that is changed and restored."""
    return Workshop(tmp_path_factory.mktemp("fuzz"), seed=2026)


def test_no_changed_site_gives_a_traceback_a_finding_without_a_place_or_a_broken_page(workshop: Workshop) -> None:
    summary = Summary(2026)
    for number in range(INPUTS):
        outcome = workshop.run(number)
        outcome.seconds = 0.0  # how long it takes says more of the machine: the long run reports it
        summary.add(outcome)
    assert not summary.faults, summary.text()
    assert summary.built > 5, "some of the changed sites are without a fault, and their pages were looked at"
    assert len(summary.codes) > 15


def test_the_same_seed_and_number_give_the_same_input(workshop: Workshop, tmp_path: Path) -> None:
    again = Workshop(tmp_path, seed=2026)
    for number in (0, 7, 23):
        assert again.inputs.input(number) == workshop.inputs.input(number)
    assert {workshop.inputs.input(number).kind for number in range(500)} == set(KINDS)


def test_the_site_is_as_before_after_each_input(workshop: Workshop) -> None:
    root = workshop.inputs.root
    workshop.run(3)
    assert {name: (root / name).read_bytes() for name in workshop.inputs.before} == workshop.inputs.before
