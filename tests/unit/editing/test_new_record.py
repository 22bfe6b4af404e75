"""A new record: it reads back as what was answered, and it validates at once."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing import NewRecordFile, draft_briefing, draft_case, draft_notice, slugify
from generator.editing.yaml_writer import can_be_written, quoted, yaml_comment
from generator.model import RawRecord, Source, Vocabulary
from generator.model.review_type import ReviewType
from generator.model.vocabulary import NoticeKind, Topic
from generator.read.yaml_loader import load
from generator.validate import validate
from tests.briefing_series import SERIES_OF_TESTS

WORDS = Vocabulary(
    review_types=(ReviewType(id="cspr", label="Review"),),
    briefing_series=SERIES_OF_TESTS,
    themes=tuple(Topic(id=f"a-theme-with-a-long-name-{number}", label="Theme") for number in range(30)),
    notice_kinds=(NoticeKind(id="update", label="Update"),),
)

AWKWARD = (
    "Prada and Jordan",
    "Child K: a review",
    '"quoted"',
    "it's",
    "# not a note",
    "a # b",
    "no",
    "Yes",
    "0123",
    "12:30",
    "2022-09",
    "~",
    "null",
    "- item",
    "* alias",
    "&anchor",
    "!tag",
    "%percent",
    "@at",
    "`tick",
    "{a: b}",
    "[a, b]",
    "a: b",
    "ends with colon:",
    "back\\slash \\n",
    "tab\there",
    "two\nlines",
    "Zoë Łódź 子供 👧🏽",
    "\u202eright to left",
    "soft\u00adhyphen\ufeffmark",
    "---",
    "...",
    "| block",
    "> folded",
    "? key",
)

texts = st.text(max_size=200).filter(can_be_written).map(str.strip).filter(bool)


def values_of(draft: NewRecordFile) -> dict[str, object]:
    loaded = load(Source(draft.file, draft.text))
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    return loaded.value[0]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_reads_back_as_itself(text: str) -> None:
    assert values_of(NewRecordFile("a.yml", f"name: {quoted(text)}\n")) == {"name": text}


@given(texts, texts, texts)
def test_whatever_is_answered_for_a_case_reads_back_as_exactly_that(name: str, summary: str, source: str) -> None:
    values = values_of(draft_case("some-id", name, "cspr", "2022-09", summary, source, WORDS))
    assert (values["name"], values["summary"], values["sources"]) == (name, summary, [source])


@given(texts, texts)
def test_whatever_is_answered_for_a_briefing_reads_back_as_exactly_that(title: str, summary: str) -> None:
    values = values_of(draft_briefing("some-id", title, SERIES_OF_TESTS[0], "", summary, "", WORDS))
    assert (values["title"], values["summary"]) == (title, summary)


@given(texts, texts)
def test_whatever_is_answered_for_a_notice_reads_back_as_exactly_that(title: str, summary: str) -> None:
    values = values_of(draft_notice("some-id", title, "update", "", summary, "", WORDS))
    assert (values["title"], values["summary"]) == (title, summary)


@pytest.mark.parametrize("text", ["\x00", "bell\x07", "\x1b[31m", "half \ud83d", "\x85"])
def test_what_no_record_may_hold_is_not_written(text: str) -> None:
    assert not can_be_written(text)


def test_plain_text_stays_plain() -> None:
    assert quoted("Prada and Jordan") == "Prada and Jordan"


def test_a_note_never_breaks_an_id_in_two() -> None:
    lines = yaml_comment("Theme ids: " + ", ".join(theme.id for theme in WORDS.themes)).splitlines()
    assert all(line.startswith("# ") and len(line) <= 112 for line in lines)
    assert not any(line.endswith("-") for line in lines)


@pytest.mark.parametrize(
    ("title", "identity"),
    [
        ("Prada and Jordan", "prada-and-jordan"),
        ("Children's Voice", "childrens-voice"),
        ("  Zoë: a review!  ", "zoe-a-review"),
        ("子供", ""),
        ("x" * 200, "x" * 60),
    ],
)
def test_an_id_is_made_from_a_title(title: str, identity: str) -> None:
    assert slugify(title) == identity


def fields_of(draft: NewRecordFile) -> set[str]:
    """Every field that a draft names, in use or in a note."""
    lines = (line.removeprefix("# ") for line in draft.text.splitlines() if not line.startswith(("  ", "#   ")))
    return {line.partition(":")[0] for line in lines if line.partition(":")[0].isidentifier()}


def test_every_field_is_explained() -> None:
    from generator.model import Briefing, Case, Notice

    told_inside = {"publish_on", "status_since", "status_reason"}
    for draft, shape, elsewhere in (
        (draft_case("a", "A", "cspr", "", "", "", WORDS), Case, set[str]()),
        (draft_briefing("a", "A", SERIES_OF_TESTS[0], "", "", "", WORDS), Briefing, {"case"}),
        (draft_notice("a", "A", "update", "", "S", "", WORDS), Notice, set[str]()),
    ):
        assert set(shape.model_fields) - told_inside - elsewhere <= fields_of(draft)
        assert all(each in draft.text for each in told_inside)


def test_the_notes_are_right_when_their_marks_are_taken_away() -> None:
    """An editor who uses every field as the notes show it gets a record of the right shape."""
    for kind, draft in (
        ("case", draft_case("a", "A", "cspr", "", "", "", WORDS)),
        ("briefing", draft_briefing("a", "A", SERIES_OF_TESTS[0], "", "", "", WORDS)),
        ("notice", draft_notice("a", "A", "update", "", "S", "", WORDS)),
    ):
        known = fields_of(draft)
        lines = []
        for line in draft.text.splitlines():
            bare = line.removeprefix("# ").removeprefix("#")
            is_field = bare.partition(":")[0] in known and not bare.startswith(("id:", "A ", "status:"))
            lines.append(bare if line.startswith("#") and (is_field or line.startswith("#   ")) else line)
        loaded = load(Source(draft.file, "\n".join(lines) + "\n"))
        assert loaded.value is not None, lines
        assert loaded.diagnostics == ()
        raw = RawRecord(kind, "a", Source(draft.file, draft.text), *loaded.value)
        checked = validate([raw], [], (), {}, date(2026, 5, 1))
        assert [diagnostic.code for diagnostic in checked.diagnostics if diagnostic.code.startswith("R")] == []
