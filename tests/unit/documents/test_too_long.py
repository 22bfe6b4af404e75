"""Paper has an end: which text is too long for it, and by how many words."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest

from generator.documents.print_sheets.typst_compiler import CompiledPdf, TypstCompiler

HEADINGS: Final = (
    "Background", "Why it matters", "Information", "Signs to look for",
    "What to do", "Questions to consider", "Where to find more",
)  # fmt: skip
LONG: Final = "briefings/long/briefing.yml"
WREN: Final = "content/cases/wren/case.yml"


def briefing(*counts: int, form: str = "prose") -> str:
    """A record with sections of so many words each."""
    sections = "".join(
        f"  - heading: {heading}\n    body: |\n{body(count, form)}"
        for heading, count in zip(HEADINGS, counts, strict=False)
    )
    return f"title: Long\nseries: seven-minute\nsummary: A summary of five words.\nsections:\n{sections}"


def body(count: int, form: str) -> str:
    said = [f"word{number}" for number in range(count)]
    if form == "table":
        rows = "".join(f"      | {each} |\n" for each in said[1:])
        return f"      | {said[0]} |\n      |---|\n{rows}"
    if form == "list":
        return "".join(f"      - {each}\n" for each in said)
    return "".join(f"      {' '.join(said[start : start + 60])}\n\n" for start in range(0, count, 60))


def excess(message: str) -> dict[str, int]:
    return {name: int(number) for name, number in re.findall(r'"([^"]+)" by (\d+) word', message)}


def has_sheet(printed: Any) -> bool:
    return "long" in [sheet.briefing_id for sheet in printed.sheets]


@pytest.mark.parametrize(
    ("counts", "form"),
    [
        ((1500,), "prose"),
        ((40, 40, 1400, 40, 40, 40, 40), "prose"),
        ((60, 60, 60, 60, 900, 60, 700), "prose"),
        ((20, 20, 20, 400), "list"),
        ((20, 20, 20, 400), "table"),
    ],
)
def test_with_so_many_words_fewer_the_text_fits(sample: Any, counts: tuple[int, ...], form: str) -> None:
    sample.brief("long", briefing(*counts, form=form))
    printed = sample.print()
    (finding,) = printed.findings
    assert not has_sheet(printed)
    over = excess(finding.message)
    shorter = [count - over.get(heading, 0) for heading, count in zip(HEADINGS, counts, strict=False)]
    sample.brief("long", briefing(*shorter, form=form))
    assert has_sheet(sample.print())
    longer = [count + (heading in over) for heading, count in zip(HEADINGS, shorter, strict=False)]
    sample.brief("long", briefing(*longer, form=form))
    assert not has_sheet(sample.print())


def test_the_longest_section_is_the_one_to_shorten(sample: Any) -> None:
    sample.brief("long", briefing(40, 40, 1400, 40, 40, 40, 40))
    printed = sample.print()
    (finding,) = printed.findings
    assert (finding.code, finding.severity) == ("D422", "warning")
    over = excess(finding.message)
    assert list(over) == ["Information"]
    assert finding.message == (
        f'the sheet of "Long" is too long by {over["Information"]} words: "Information" by {over["Information"]} words'
    )
    assert finding.location.file == LONG
    assert finding.location.source.strip().startswith("body: |")
    assert (sample.root / LONG).read_text().split("\n")[finding.location.line - 2] == "  - heading: Information"
    assert "shorten this text" in finding.hint and "the web page is not affected" in finding.hint


def test_of_two_long_sections_both_are_named_the_longer_first(sample: Any) -> None:
    sample.brief("long", briefing(60, 60, 60, 60, 700, 60, 900))
    (finding,) = sample.print().findings
    assert list(excess(finding.message)) == ["Where to find more", "What to do"]
    assert [each.location.file for each in finding.related] == [LONG]


def test_a_story_that_is_too_long_is_a_finding_in_its_case(sample: Any) -> None:
    text = (sample.root / WREN).read_text(encoding="utf-8")
    story = text[text.index("story:") : text.index("learning:")]
    sample.change(WREN, story, f"story: |\n{body(1800, 'prose')}")
    printed = sample.print()
    (finding,) = printed.findings
    assert finding.location.file == WREN
    assert list(excess(finding.message)) == ["The story"]
    assert ("wren-lessons", "poster") in [(sheet.briefing_id, sheet.kind) for sheet in printed.sheets]


def test_a_poster_can_be_too_long_by_itself(sample: Any) -> None:
    sample.change(WREN, "A letter is not a visit.", " ".join(f"word{number}" for number in range(600)))
    printed = sample.print()
    (finding,) = printed.findings
    assert finding.message.startswith('the poster of "Wren" is too long by ')
    assert list(excess(finding.message)) == ["What we learned"]
    assert ("wren-lessons", "sheet") in [(sheet.briefing_id, sheet.kind) for sheet in printed.sheets]


def test_what_was_found_is_remembered(sample: Any) -> None:
    sample.brief("long", briefing(1500))
    assert sample.print() == sample.print()


@pytest.mark.parametrize("record", [briefing(*[1] * 7), briefing(5000), briefing(*[2000] * 7), briefing(1)])
def test_little_and_much_end_in_a_sheet_or_in_a_finding(sample: Any, record: str) -> None:
    sample.brief("long", record)
    printed = sample.print()
    assert has_sheet(printed) != bool(printed.findings)


def test_headings_that_leave_no_room_are_a_finding_too(sample: Any) -> None:
    record = briefing(*[1] * 7)
    for heading in HEADINGS:
        record = record.replace(
            f"heading: {heading}\n", f"heading: {' '.join([heading] * (290 // (len(heading) + 1)))}\n"
        )
    sample.brief("long", record.replace("title: Long", f"title: {' '.join(['Long'] * 55)}"))
    printed = sample.print()
    assert has_sheet(printed) != bool(printed.findings)


def test_without_the_record_at_hand_the_finding_has_no_place(sample: Any) -> None:
    sample.brief("long", briefing(1500))
    printed = sample.print(located=False)
    (finding,) = printed.findings
    assert finding.location is None


def test_a_whole_book_is_refused_after_a_few_tries(sample: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[str] = []
    set_once = TypstCompiler.print

    def counted(press: TypstCompiler, kind: str, data: dict[str, object]) -> CompiledPdf:
        tries.append(kind)
        return set_once(press, kind, data)

    monkeypatch.setattr(TypstCompiler, "print", counted)
    sample.print()
    tries_of_the_others = len(tries)
    tries.clear()
    sample.brief("long", briefing(*[10_000] * 7))
    (finding,) = sample.print(code=b"another generator, so that nothing is taken from the cache").findings
    assert 0 < len(tries) - tries_of_the_others <= 12
    assert len(excess(finding.message)) == 7
