"""A few of the changed files of `python -m tests.fuzz`: no traceback, a place for each finding, no broken page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.inputs import KINDS, OUTSIDE_THE_SITE, Input
from tests.fuzz.page_faults import page_faults
from tests.fuzz.summary import Summary
from tests.fuzz.trial import SLOW, Outcome, Trial
from tests.fuzz.workshop import Workshop

BLOCKS = 6


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """The site that is changed and restored."""
    return Workshop(tmp_path_factory.mktemp("fuzz"), seed=2026)


def test_no_changed_file_gives_a_traceback_a_finding_without_a_place_or_a_broken_page(workshop: Workshop) -> None:
    summary = Summary(2026)
    for block in range(BLOCKS):
        outcome, causes = workshop.run(workshop.inputs.block(block))
        # How long it takes says more of the machine: the long run reports it.
        summary.add(outcome, {fault: numbers for fault, numbers in causes.items() if fault != SLOW})
    assert not summary.faults, summary.text()
    assert summary.refused + summary.built == summary.count == BLOCKS * workshop.inputs.block_size
    assert summary.built > summary.count / 4, "many changed files are without a fault, and their pages were looked at"
    assert len(summary.codes) > 40


def test_a_fault_is_narrowed_down_to_the_one_changed_file_that_causes_it(
    workshop: Workshop, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = workshop.inputs.block(3)
    run, culprit = Trial.run, block[17]

    def failing_run(trial: Trial) -> None:
        run(trial)
        if any(one.number == culprit for one in trial.outcome.inputs):
            trial.outcome.faults.append("an invented fault: 'of this test'")

    monkeypatch.setattr(Trial, "run", failing_run)
    _, causes = workshop.run(block)
    assert causes == {"an invented fault: 'of this test'": [culprit]}


def test_the_same_seed_and_number_give_the_same_input(workshop: Workshop, tmp_path: Path) -> None:
    again = Workshop(tmp_path, seed=2026)
    for number in (0, 7, 230):
        assert again.inputs.input(number) == workshop.inputs.input(number)
    inputs = [workshop.inputs.input(number) for number in range(600)]
    assert {one.kind for one in inputs} == {*KINDS, *OUTSIDE_THE_SITE, "file names"}
    assert all(one.mutations for one in inputs)


def test_the_inputs_of_a_block_change_different_files(workshop: Workshop) -> None:
    for block in range(20):
        names = [name for number in workshop.inputs.block(block) for name in workshop.inputs.input(number).files]
        assert len(names) - len(set(names)) <= 1, "only two added files can have the same odd name"


def test_the_site_is_as_before_after_each_trial(workshop: Workshop) -> None:
    root = workshop.inputs.root
    for block in (30, 31):
        workshop.run(workshop.inputs.block(block))
        files = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
        found = {name: path.read_bytes() for name, path in files.items() if not name.startswith(".cache/")}
        assert found == workshop.inputs.site.before


@pytest.mark.parametrize(
    ("name", "text", "fault"),
    [
        ("a/index.html", b"<p>Published: None</p>", "None"),
        ("a/index.html", b'<p><a href="">Rowan</a></p>', "an empty link"),
        ("a/index.html", b'<p><a href="/b/"><span> </span></a></p>', "a link without words"),
        ("a/index.html", b"<p>{{ case.name }}</p>", "template code"),
        ("a/index.html", b"<p>{% if case %}</p>", "template code"),
        ("a/index.html", b"<p>62615533</p>", "template code that was run"),
        ("a/index.html", b"<p>a\x0bb</p>", "a control character"),
        ("a/index.html", b'<a href="javascript:x">A</a>', "an address with a script"),
        ("a/index.html", b"<p><script>x</script></p>", "a script of a text"),
        ("feed.xml", b"<feed><title>A & B</title></feed>", "no XML"),
        ("data.json", b'{"a": NaN}', "no JSON"),
        ("calendar.ics", b"BEGIN:VCALENDAR\r\nand more\r\n", "no calendar"),
        ("data.csv", b"a,b\r\n1,2,3\r\n", "a row of another length"),
        ("data.csv", b"a,b\r\n1,=2\r\n", "a formula"),
    ],
)
def test_the_harness_sees_what_no_page_may_contain(name: str, text: bytes, fault: str) -> None:
    assert any(found.startswith(f"{fault} in {name}: ") for found in page_faults(name, text))


def test_a_summary_names_the_fewest_inputs_that_cause_a_fault() -> None:
    inputs = tuple(Input(number, "pages", {}, ("nested",)) for number in range(3))
    summary = Summary(1)
    summary.add(Outcome(inputs), {"traceback: ValueError in a.py:1: 'x'": [0, 1, 2]})
    summary.add(Outcome(inputs), {"traceback: ValueError in a.py:1: 'y'": [1]})
    assert "2 times, for example input 1: traceback: ValueError in a.py:1: 'y'" in summary.text()
    assert "seed 1: 6 changed files in 2 trials" in summary.text()
