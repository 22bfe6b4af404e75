"""What `library import` finds in the invented Word files of `tests/word_samples.py`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.listing_accuracy import errors_of_drafts, table
from tests.word_accuracy import WORD_FACTS, measure_word
from tests.word_samples import SAMPLES, WordSample

FLOOR: Final = 0.95


def test_there_are_at_least_12_files_of_each_way_of_writing() -> None:
    assert len(SAMPLES) >= 12
    assert {each.kind for each in SAMPLES} == {"briefing", "lessons", "case"}


def test_precision_and_recall_of_word_files_stay_above_the_floor(empty_site: Path) -> None:
    scores = measure_word(empty_site, SAMPLES)
    print(table(scores))
    for fact in WORD_FACTS:
        assert scores[fact].precision >= FLOOR, (fact, scores[fact].faults)
        assert scores[fact].recall >= FLOOR, (fact, scores[fact].faults)


IDS_OF_PACKS: Final = {"dardr": "dhr"}
"""Types of review that the packs have under another id than this library."""


def test_a_new_library_of_england_finds_the_same_with_the_words_that_it_starts_with(tmp_path: Path) -> None:
    root = tmp_path / "new"
    given = {"--name": "Marlow Fen Partnership", "--area": "Marlow Fen", "--about": "both", "--nation": "england"}
    more = {"--address": "https://reviews.example.org/", "--documents": "library@example.org"}
    options = [word for pair in (given | more).items() for word in pair]
    assert CliRunner().invoke(main, ["init", str(root), "--no-input", *options]).exit_code == 0
    scores = measure_word(root, [_with_ids_of_packs(each) for each in SAMPLES])
    print(table(scores))
    for fact in WORD_FACTS:
        assert (scores[fact].precision, scores[fact].recall) == (1, 1), (fact, scores[fact].faults)


def _with_ids_of_packs(sample: WordSample) -> WordSample:
    wanted = sample.facts.get("type", "")
    for ours, packs in IDS_OF_PACKS.items():
        wanted = wanted.replace(ours, packs)
    return replace(sample, facts={**sample.facts, "type": wanted}) if wanted else sample


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda each: each.name)
def test_the_draft_of_each_file_passes_the_check_and_a_second_import_changes_nothing(
    sample: WordSample, empty_site: Path, library: Callable[..., Result], tmp_path: Path
) -> None:
    file = tmp_path / sample.name
    file.write_bytes(sample.data)
    assert library("import", str(file), "--yes").exit_code == 0
    drafts = {each: each.read_bytes() for each in empty_site.rglob("*.yml")}
    assert sum(b"status: draft" in each for each in drafts.values()) >= 1
    assert errors_of_drafts(library) == []
    found = json.loads(library("check", "--format", "json").stdout)["diagnostics"]
    assert not [each for each in found if each["code"].startswith(("P67", "P69"))]
    library("import", str(file), "--yes")
    assert {each: each.read_bytes() for each in empty_site.rglob("*.yml")} == drafts
