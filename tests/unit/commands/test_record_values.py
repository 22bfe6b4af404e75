"""A record is changed as text: only what differs is written again, and what is written is what was meant."""

import copy
import difflib
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.commands.record_values import text_with_values
from generator.editing.record_text import says_the_same
from generator.read import read_nodes

ROOT = Path(__file__).parents[3]
HOSTILE = (
    "yes", "No", "#1 Nobody asked", "a: b", "- dash", "“curly” quotes", "it's", 'say "x"', "ends:", "two\nlines", "🙂",
    "012345", "1e3", "2022-09", "2022", "null", "~", "*star", "&amp", "{x}", "[y]", "!z", "%p", "@a", "`b`", "a\u00a0b",
    "---", "...", "<<<<<<< HEAD", "- item\n- item2", "1. one\n2. two", "> quote\n\nmore", "para\n\n    code", "x,y",
    "a\n\n\n\nb", "C:\\temp\\x", "100%", "key: [a, b]", "true", "07:30", "01926 410410", "x" * 300, "word " * 60,
    "Rosie & Tom", "'single'", "? q", ": c", "a #b", "a # b", "tab\there", "Ŵyn Łódź 李", "**bold** [l](briefing:x)",
    "line one  \nline two", "# Heading\ntext", "* a\n* b\n  cont", "|", "| a | b |\n|---|---|\n| 1 | 2 |", "\u2028",
    "```\ncode  here\n```\nafter", "2019. " + "A year at the start of a sentence. " * 6, "O'Brien", "a\u200bb", "=",
    "A text whose next word is a hyphen " * 4 + "- " + "and goes on after it " * 4, "Title\n===", "a\\", "a\\\nb",
)  # fmt: skip


def records() -> list[Path]:
    return sorted(path for folder in ("content", "briefings") for path in (ROOT / folder).rglob("*.yml"))


def values_of(text: str) -> Any:
    node = read_nodes(text)
    assert node is not None
    return node.value


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.split("\n"), after.split("\n"), n=0, lineterm="")
    return [line for line in lines if line[0] in "+-" and line[:3] not in ("+++", "---")]


def test_every_record_of_this_library_opens_and_saves_byte_for_byte_the_same() -> None:
    assert len(records()) > 90
    for path in records():
        text = path.read_text(encoding="utf-8")
        assert text_with_values(text, copy.deepcopy(values_of(text))) == text, path


def mutated(values: Any, chance: random.Random) -> Any:
    """Return values with one to four hostile changes."""
    values = copy.deepcopy(values)
    for _ in range(chance.randint(1, 4)):
        places = list(_places(values))
        holder, key = chance.choice(places)
        try:
            _change(holder, key, chance)
        except (KeyError, IndexError):
            continue
    if chance.random() < 0.3:
        text = chance.choice(HOSTILE)
        values[chance.choice(("summary", "story", "learning", "reviewer"))] = chance.choice([text, [text, "b"]])
    return values


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


def _change(holder: Any, key: Any, chance: random.Random) -> None:
    value, dice, text = holder[key], chance.random(), chance.choice(HOSTILE)
    if isinstance(value, list) and value:
        new = text if isinstance(value[0], str) else copy.deepcopy(chance.choice(value))
        if dice < 0.3:
            value.insert(chance.randint(0, len(value)), new)
        elif dice < 0.5 and len(value) > 1:
            del value[chance.randrange(len(value))]
        elif dice < 0.7:
            chance.shuffle(value)
        else:
            value.append(new)
    elif isinstance(value, dict) and dice < 0.5:
        value[chance.choice(("reason", "text", "heading"))] = text
    elif isinstance(value, str) and dice > 0.7 and isinstance(holder, dict) and len(holder) > 1:
        del holder[key]
    else:
        holder[key] = text if dice < 0.6 else f"{value} {text}"


@pytest.mark.parametrize("seed", range(6))
def test_hostile_edits_say_exactly_what_was_meant(seed: int) -> None:
    chance = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in records()]
    texts += [text.rstrip("\n") for text in texts[:40]]
    texts += [f"# A note at the top.\n{text}\n# A note at the end.\n" for text in texts[:40]]
    done = 0
    while done < 250:
        text = chance.choice(texts)
        wanted = mutated(values_of(text), chance)
        if not wanted or says_the_same(values_of(text), wanted):
            continue
        done += 1
        changed = text_with_values(text, wanted)
        assert changed is not None, wanted
        assert says_the_same(values_of(changed), wanted)
        kept = [line for line in text.split("\n") if line.startswith("#") and line[2:3].isupper()]
        assert [line for line in changed.split("\n") if line in kept] == kept


RECORD = """\
# The name is a pseudonym.
name: "Rowan"  # agreed with the family
type: [sar, dardr]

# What happened, in two sentences.
summary: >-
  A first sentence that is long enough to need a second line in the file, because it has so many words in it.
  A second sentence.
documents:
  # The report.
  - kind: report
    file: report.pdf  # 40 pages
  - {kind: statement, availability: withheld, reason: "It names people: it stays private"}
sources:
- Source 001
- 'Source 002'
"""


def with_changes(**changes: Any) -> str:
    values = copy.deepcopy(values_of(RECORD))
    values.update(changes)
    text = text_with_values(RECORD, {name: value for name, value in values.items() if value is not None})
    assert text is not None
    return text


def test_one_word_changes_one_line_and_keeps_its_quotation_marks_and_comment() -> None:
    assert changed_lines(RECORD, with_changes(name="Ash")) == [
        '-name: "Rowan"  # agreed with the family',
        '+name: "Ash"  # agreed with the family',
    ]


def test_a_word_in_a_wrapped_paragraph_does_not_wrap_the_other_lines_again() -> None:
    summary = values_of(RECORD)["summary"].replace("second sentence", "third sentence")
    assert changed_lines(RECORD, with_changes(summary=summary)) == ["-  A second sentence.", "+  A third sentence."]


def test_a_removed_field_leaves_the_comments_of_the_others() -> None:
    assert changed_lines(RECORD, with_changes(type=None)) == ["-type: [sar, dardr]"]


def test_items_of_a_list_move_with_their_text() -> None:
    documents = values_of(RECORD)["documents"]
    assert len(changed_lines(RECORD, with_changes(documents=documents[::-1]))) == 2


def test_an_item_in_brackets_gets_a_field_in_the_same_line() -> None:
    documents = copy.deepcopy(values_of(RECORD)["documents"])
    documents[1]["reason"] = "It names people"
    assert changed_lines(RECORD, with_changes(documents=documents))[1:] == [
        '+  - {kind: statement, availability: withheld, reason: "It names people"}'
    ]


def test_a_new_field_is_written_in_the_usual_order() -> None:
    values = {**values_of(RECORD), "story": "What happened.\n\nAnd then."}
    order = ("name", "type", "summary", "story", "documents", "sources")
    text = text_with_values(RECORD, values, lambda path: () if path else order)
    assert text is not None
    assert "  A second sentence.\nstory: |\n  What happened.\n\n  And then.\ndocuments:\n" in text


def test_a_note_that_shows_how_a_field_is_written_becomes_the_field() -> None:
    text = "name: Ash\n# What happened.\n# story: |\n#   Write it here.\n\n# Names.\n# people:\n#   - Rowan\n"
    assert text_with_values(text, {"name": "Ash", "story": "One day."}) == (
        "name: Ash\n# What happened.\nstory: One day.\n\n# Names.\n# people:\n#   - Rowan\n"
    )


@pytest.mark.parametrize(
    "text",
    ["name: Ash\nname: Rowan\n", "name: &a Ash\n", "- a\n- b\n", "", "name: [\n"],
    ids=["a field twice", "an anchor", "a list", "empty", "not YAML"],
)
def test_a_text_that_is_not_read_without_doubt_is_never_changed(text: str) -> None:
    assert text_with_values(text, {"name": "Elm"}) is None
