"""Notes to colleagues, file names as links, and what is listed twice are reported. The names are invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.unit.diagnostics.conftest import run

Change = tuple[Path, Callable[[str, str], None]]


@pytest.mark.parametrize(
    "note",
    [
        *("[JB to check]", "[Sarah please confirm]", "[check date]", "[awaiting sign-off]", "[DATE]", "[to be added]"),
        *("[JB1]", "[SLW12]"),
        *("(ask Sarah)", "(a\u017f\u212a Sarah)", "(check with Sarah)", "(awaiting Sarah)", "(tbc)", "(?)", "??"),
        *("lorem ipsum", "TODO", "FIXME", "TBC", "TBD", "todo:", "XXX", "{{ name }}", "\u00aba_name\u00bb"),
        "<insert a name>",
    ],
)
def test_a_note_to_a_colleague_is_reported(note: str, change: Change) -> None:
    root, replace = change
    replace("Rowan was often hungry.", f"Rowan was often hungry {note}.")
    assert f'warning[R211]: this text is not finished: "{note}"' in run(root, "check", "--records").told


@pytest.mark.parametrize("field", ["learning", "practice", "community", "sources", "also_known_as", "content_note"])
def test_a_text_that_is_twice_in_a_list_is_reported(field: str, change: Change) -> None:
    root, _ = change
    case = root / "content/cases/rowan/case.yml"
    record = yaml.safe_load(case.read_text("utf-8"))
    for last, is_reported in (("Ask the child alone.", True), ("Come back.", False)):
        record[field] = ["Ask the child alone.", "Write it down.", last]
        case.write_text(yaml.safe_dump(record, sort_keys=False), "utf-8")
        told = run(root, "check", "--records").told
        assert ('warning[V311]: "Ask the child alone." is listed twice' in told) is is_reported


@pytest.mark.parametrize("marking", ["OFFICIAL-SENSITIVE", "CONFIDENTIAL", "DRAFT", "NOT FOR SHARING"])
def test_the_marking_of_a_file_is_reported(marking: str, change: Change) -> None:
    root, replace = change
    replace("Rowan was often hungry.", f"Rowan was often hungry.\n\n  {marking}\n\n  It was late.")
    assert f'warning[R211]: this text is marked "{marking}"' in run(root, "check", "--records").told


@pytest.mark.parametrize(
    "text",
    ["Nobody thought to check (they were busy).", 'The notes say "what [he] wanted".', "Who asks? And who checks?"],
)
def test_words_in_brackets_that_belong_to_the_text_are_not_reported(text: str, change: Change) -> None:
    root, replace = change
    replace("Rowan was often hungry.", text)
    assert "R211" not in run(root, "check", "--records").told


def test_a_link_whose_text_is_a_file_name_is_reported(change: Change) -> None:
    root, replace = change
    replace("Rowan was often hungry.", "Read [SAR_final_v3.pdf](https://guide.ashdale.gov.uk/SAR_final_v3.pdf).")
    assert (
        '[P606]: the link text "SAR_final_v3.pdf" does not say where it leads' in run(root, "check", "--records").told
    )


def test_an_address_that_is_none_is_reported_and_does_not_stop_the_check(change: Change) -> None:
    root, replace = change
    replace("{kind: report, availability: on-request}", '{kind: report, url: "http://[guide/"}')

    told = run(root, "check", "--records").told

    assert "content/cases/rowan/case.yml" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(("address", "is_reported"), [("hazel.pdf", True), ("reviews", False)])
def test_a_file_that_is_listed_twice_is_reported_and_a_page_is_not(
    address: str, is_reported: bool, change: Change
) -> None:
    root, replace = change
    url = f"https://guide.ashdale.gov.uk/{address}"
    listed = f'{{kind: report, url: "{url}"}}\n  - {{kind: summary, url: "{url}"}}'
    replace("{kind: report, availability: on-request}", listed)
    assert ("D494" in run(root, "check", "--records").told) is is_reported
