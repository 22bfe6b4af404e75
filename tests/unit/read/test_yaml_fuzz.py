"""Whatever a file holds, reading it ends at once, without a traceback, and points into the file."""

from __future__ import annotations

import time
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Diagnostic
from generator.model import Source
from generator.model.raw_record import begins_private_field
from generator.read.text_file import read_text
from generator.read.yaml_loader import MAX_REPORTED, load

PIECES: Final = st.sampled_from(
    [
        *"abc:-?[]{}#&*!|>'\"%@`,~=<\\ \t\n",
        *(
            "\n  ",
            "\n- ",
            ": ",
            "- ",
            "? ",
            "a: ",
            "&a ",
            "*a",
            "!!int ",
            "!x ",
            "---\n",
            "...\n",
            "<<: ",
            "|2-\n",
            "# ",
        ),
        *("no", "0123", "2022-02-30", "1e400", "0x1F", ".nan", "null", "12:30:45", '"\\0"', '"\\ud800"', "'"),
        *("\x00", "\x07", "\x7f", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffe", "\U0001f600", "é", "e\u0301", "\r"),
    ]
)
YAML_LIKE: Final = st.lists(PIECES, max_size=60).map("".join)


def point_into(text: str, findings: tuple[Diagnostic, ...]) -> None:
    """Every finding has a code, one line of message, and a place that the file has."""
    lines = text.split("\n")
    for finding in findings:
        assert finding.message and "\n" not in finding.message
        assert finding.location is not None
        if finding.location.line is not None:
            line = lines[finding.location.line - 1]
            # A line that may begin a private field, such as "noe:" for "notes:", is not shown.
            assert finding.location.source == (None if begins_private_field(line, finding.location.file) else line)
            assert 1 <= (finding.location.column or 1) <= len(line) + 1


def look(written: str) -> None:
    text = written.replace("\r\n", "\n").replace("\r", "\n")  # as `read_text` gives it
    outcome = load(Source("content/cases/hazel/case.yml", text))
    assert outcome.value is not None or outcome.diagnostics, "nothing was read and nothing was said"
    point_into(text, outcome.diagnostics)


@settings(max_examples=600)
@given(YAML_LIKE)
def test_anything_like_yaml_is_read_or_told(text: str) -> None:
    look(text)


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_any_text_is_read_or_told(text: str) -> None:
    look(text)


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_told(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yml"
    path.write_bytes(data)
    outcome = read_text(path, "any.yml")
    if outcome.value is not None:
        look(outcome.value)
        return
    (fault,) = outcome.diagnostics
    assert fault.code == "Y107"
    assert fault.location is not None
    if fault.location.line is not None:
        assert "\ufffd" in (fault.location.source or "")[(fault.location.column or 1) - 1 :]


LARGE: Final = {
    "ten thousand open brackets": "a: " + "[" * 10_000,
    "ten thousand brackets, closed": "a: " + "[" * 10_000 + "]" * 10_000,
    "ten thousand open braces": "a: " + "{a: " * 10_000,
    "ten thousand hyphens": "- " * 10_000 + "a",
    "ten thousand question marks": "? " * 10_000 + "a",
    "a staircase": "\n".join(" " * step + "a:" for step in range(1_300)),
    "a megabyte of brackets": "a: " + "[" * 990_000,
    "a hundred thousand faults": "a: no\n" * 100_000,
    "a hundred thousand doubtful words": "\n".join(f"k{each}: no" for each in range(70_000)),
    "one line of 100 kB": "a: " + "x" * 100_000,
    "one key of 100 kB": "x" * 100_000 + ": a",
    "one quoted line of 100 kB, not closed": 'a: "' + "x" * 100_000,
    "a billion laughs": "a0: &a0 [ha]\n" + "\n".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]" for n in range(1, 40)),
    "an anchor in itself": "a: &a [*a]",
    "more than a megabyte": "a: " + "x" * 1_000_000,
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_a_file_made_to_be_too_much_ends_at_once(text: str) -> None:
    began = time.process_time()
    outcome = load(Source("large.yml", text))
    assert time.process_time() - began < 30, "seconds of computing, however busy the machine is; one or two are usual"
    assert len(outcome.diagnostics) <= MAX_REPORTED + 1
    point_into(text, outcome.diagnostics)
