"""One set of findings in every form: for people, and for the programs that run beside them."""

from __future__ import annotations

import json
import re
from itertools import groupby
from urllib.parse import unquote

import pytest

from generator.diagnostics import CATALOGUE, Diagnostic, Location, RelatedLocation, rule
from generator.report import FORMATS, report
from generator.report.text import as_text, summary

PLACE = Location("content/cases/hazel/case.yml", 5, 10, "themes: [early-hepl]")
FINDINGS = (
    rule("T703").diagnostic('no date is known for "Hazel"', Location("content/cases/a/case.yml", 1, 1, "name: A")),
    rule("V311").diagnostic('"a" is listed twice', Location("content/cases/a/case.yml", 3, 4, "a: [b, b]")),
    rule("V302").diagnostic(
        'unknown theme "early-hepl"',
        PLACE,
        'did you mean "early-help"?',
        (RelatedLocation("first written here", PLACE),),
    ),
    rule("S001").diagnostic("there is no mkdocs.yml here"),
)


def caret(source: str, column: int) -> tuple[str, int]:
    """The line that is shown, and the column of its mark."""
    finding = rule("V302").diagnostic("unknown", Location("case.yml", 1, column, source))
    lines = as_text((finding,)).split("\n")
    return lines[3].removeprefix("   1 | "), lines[4].removeprefix("     | ").index("^")


def test_the_text_shows_the_line_with_a_mark_below_the_place() -> None:
    assert report(FINDINGS[2:3]) == (
        'error[V302]: unknown theme "early-hepl"\n'
        "  --> content/cases/hazel/case.yml:5:10\n"
        "     |\n"
        "   5 | themes: [early-hepl]\n"
        "     |          ^\n"
        '  = hint: did you mean "early-help"?\n'
        "  = first written here: content/cases/hazel/case.yml:5:10"
    )


def undated(name: str, line: int = 1) -> Diagnostic:
    """A note about a case that has no date."""
    place = Location(f"content/cases/{name}/case.yml", line, 1, f"name: {name.title()}")
    return rule("T703").diagnostic(f'no date is known for "{name.title()}"', place, "write published: 2026-03")


REPEATED = (
    rule("V311").diagnostic('"a" is listed twice', Location("content/cases/ash/case.yml", 3, 4, "a: [b, b]")),
    *(undated(name) for name in ("ash", "birch", "elm", "fir", "oak")),
    *(
        rule("R204").diagnostic(
            f'"{day}th March 2022" is not a date',
            Location("content/cases/ash/case.yml", day, 8, f"date: {day}th March 2022"),
            f"write 2022-03-{day}",
        )
        for day in (14, 15, 16, 17)
    ),
    rule("R201").diagnostic('unknown field "sumary"', Location("content/cases/ash/case.yml", 2, 1, "sumary: x")),
)
"""What an editor sees who has converted a list: one rule is broken in many places."""


def test_the_text_shows_a_repeated_problem_once_with_its_places_below() -> None:
    assert report(REPEATED, places=4) == (
        'note[T703]: no date is known for "Ash"\n'
        "  --> content/cases/ash/case.yml:1:1\n"
        "     |\n"
        "   1 | name: Ash\n"
        "     | ^\n"
        "  = hint: write published: 2026-03\n"
        "  = 4 more of this kind:\n"
        '      content/cases/birch/case.yml:1:1: no date is known for "Birch"\n'
        '      content/cases/elm/case.yml:1:1: no date is known for "Elm"\n'
        '      content/cases/fir/case.yml:1:1: no date is known for "Fir"\n'
        "      and 1 more; list them all with --all\n"
        "\n"
        'warning[V311]: "a" is listed twice\n'
        "  --> content/cases/ash/case.yml:3:4\n"
        "     |\n"
        "   3 | a: [b, b]\n"
        "     |    ^\n"
        "\n"
        'error[R204]: "14th March 2022" is not a date\n'
        "  --> content/cases/ash/case.yml:14:8\n"
        "      |\n"
        "   14 | date: 14th March 2022\n"
        "      |        ^\n"
        "  = hint: write 2022-03-14\n"
        "  = 3 more of this kind:\n"
        '      content/cases/ash/case.yml:15:8: "15th March 2022" is not a date\n'
        "        hint: write 2022-03-15\n"
        '      content/cases/ash/case.yml:16:8: "16th March 2022" is not a date\n'
        "        hint: write 2022-03-16\n"
        '      content/cases/ash/case.yml:17:8: "17th March 2022" is not a date\n'
        "        hint: write 2022-03-17\n"
        "\n"
        'error[R201]: unknown field "sumary"\n'
        "  --> content/cases/ash/case.yml:2:1\n"
        "     |\n"
        "   2 | sumary: x\n"
        "     | ^"
    )


def test_the_problem_with_the_most_places_comes_first_among_equally_severe_ones() -> None:
    few = [undated("ash", line) for line in range(1, 5)]
    many = [rule("V309").diagnostic("unused", Location("z.yml", line), "list it") for line in range(1, 7)]
    assert re.findall(r"T703|V309", report([*few, *many])) == ["V309", "T703"]


def test_a_problem_in_three_places_is_shown_in_full_each_time() -> None:
    told = report([undated(name) for name in ("ash", "birch", "elm")], places=1)
    assert told.count("note[T703]") == 3
    assert "more of this kind" not in told


def test_without_a_limit_the_text_lists_every_place() -> None:
    names = [f"case-{number}" for number in range(40)]
    told = report([undated(name) for name in names])
    assert told.count("note[T703]") == 1
    assert all(f"content/cases/{name}/case.yml:1:1" in told for name in names)
    assert "--all" not in told


def test_the_places_below_a_problem_keep_their_related_places() -> None:
    twice = [
        rule("R206").diagnostic("two", Location("a.yml", line), None, (RelatedLocation("first here", PLACE),))
        for line in range(1, 5)
    ]
    assert report(twice).count("first here: content/cases/hazel/case.yml:5:10") == 4


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_formats_for_programs_have_one_entry_for_each_place(form: str) -> None:
    told = report(REPEATED, form, places=2)
    count = {"json": told.count('"severity"'), "sarif": told.count('"ruleId"'), "github": len(told.splitlines())}
    assert count[form] == len(REPEATED)


@pytest.mark.parametrize("form", FORMATS)
def test_errors_come_last_in_the_text_and_first_in_the_other_forms(form: str) -> None:
    told = report(FINDINGS, form)
    results = told[told.find('"results"') :] if form == "sarif" else told
    codes = [code for code, _ in groupby(re.findall(r"S001|V302|V311|T703", results))]
    assert codes == (["T703", "V311", "S001", "V302"] if form == "text" else ["S001", "V302", "V311", "T703"])


@pytest.mark.parametrize(
    ("source", "column", "shown", "mark"),
    [
        ("name: no", 7, "name: no", 6),
        ("\ta: \tb", 5, " a:  b", 4),
        ("名前: 値段 x", 5, "名前: 値段 x", 6),
        ("e\u0301e\u0301: x", 6, "e\u0301e\u0301: x", 3),
        ("😀😀 x", 4, "😀😀 x", 5),
        ("a\x1b[31mred: x", 2, "a<U+001B>[31mred: x", 1),
        ("a\u202eb: x", 4, "a<U+202E>b: x", 10),
        ("short", 6, "short", 5),
    ],
)
def test_the_mark_stands_below_its_character(source: str, column: int, shown: str, mark: int) -> None:
    assert caret(source, column) == (shown, mark)


@pytest.mark.parametrize("column", [1, 50, 61, 99, 100, 101, 5_000, 99_999, 100_000])
def test_a_long_line_is_cut_around_its_mark(column: int) -> None:
    source = "".join(chr(97 + place % 26) for place in range(100_000))
    shown, mark = caret(source, column)
    assert len(shown) <= 100
    assert shown[mark] == source[column - 1]


def test_a_long_line_of_wide_characters_is_cut_by_its_columns() -> None:
    shown, _ = caret("値" * 500, 300)
    assert shown.strip(".") == "値" * len(shown.strip("."))
    assert len(shown.strip(".")) <= 50


def test_a_message_stays_in_one_line_of_readable_length() -> None:
    found = rule("P601").diagnostic(f'the link "{"x" * 5000}\n\x1b[2J" leads nowhere')
    assert len(found.message) <= 500
    text = as_text((found,))
    assert "\n" not in text
    assert "\x1b" not in text


@pytest.mark.parametrize("form", FORMATS)
def test_the_name_of_a_file_that_is_not_utf_8_can_be_told(form: str) -> None:
    told = report([rule("S005").diagnostic("caf\udce9 cannot be read", Location("caf\udce9/x.yml"))], form)
    assert told.encode()


@pytest.mark.parametrize(
    ("severities", "told"),
    [
        ((), "nothing to fix"),
        (("V302",), "1 error; for more, type library explain V302"),
        (("V311", "V302", "V302"), "2 errors, 1 warning; for more, type library explain V302 V311"),
        (("T703", "T703"), "2 notes"),
    ],
)
def test_the_closing_line_counts(severities: tuple[str, ...], told: str) -> None:
    assert summary(tuple(rule(code).diagnostic("x") for code in severities)) == told


def test_json_is_one_object_with_every_finding() -> None:
    data = json.loads(report(FINDINGS, "json"))
    assert data["version"] == 1
    first, second, *_ = data["diagnostics"]
    assert first == {
        "code": "S001",
        "title": "Not a library's folder",
        "severity": "error",
        "message": "there is no mkdocs.yml here",
        "hint": None,
        "location": None,
        "pages": 0,
        "related": [],
    }
    assert second["location"] == {"file": PLACE.file, "line": 5, "column": 10}
    assert second["related"] == [{"message": "first written here", "location": second["location"]}]
    assert json.loads(report((), "json")) == {"version": 1, "diagnostics": []}


def test_github_gets_one_escaped_command_a_finding() -> None:
    finding = Diagnostic("V302", "100 % : a, b\r\nc", Location("a,b:c%.yml", 3, 4), "x\ny")
    assert report([finding], "github") == (
        "::error title=V302 An unknown theme,file=a%2Cb%3Ac%25.yml,line=3,col=4::100 %25 : a, b%0D%0Ac. Hint: x%0Ay"
    )


def test_github_knows_notices_and_findings_without_a_place() -> None:
    told = report(FINDINGS, "github").split("\n")
    assert [each.split(" ")[0] for each in told] == ["::error", "::error", "::warning", "::notice"]
    assert told[0] == "::error title=S001 Not a library's folder::there is no mkdocs.yml here"


def test_sarif_has_what_version_2_1_0_requires() -> None:
    """OASIS SARIF 2.1.0: 3.13 (log file), 3.14 (run), 3.19 (tool component), 3.27 (result), 3.28-3.30 (places)."""
    log = json.loads(report(FINDINGS, "sarif"))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    ids = [each["id"] for each in driver["rules"]]
    assert len(ids) == len(set(ids)) == 4
    for each in driver["rules"]:
        assert each["shortDescription"]["text"]
        assert each["fullDescription"]["text"]
        assert each["help"]["text"].startswith("docs/diagnostics/")
        assert each["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    for result in run["results"]:
        assert result["message"]["text"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert ids[result["ruleIndex"]] == result["ruleId"]
        for place in (*result["locations"], *result.get("relatedLocations", ())):
            physical = place["physicalLocation"]
            assert re.fullmatch(r"[\w./%~-]+", physical["artifactLocation"]["uri"])
            assert all(number >= 1 for number in physical["region"].values())


@pytest.mark.parametrize("name", ["content/cases/Hazel Grove/case.yml", "content/cafés/x.yml", "a#b?c%d.yml"])
def test_sarif_writes_a_file_as_an_address(name: str) -> None:
    log = json.loads(report([rule("S006").diagnostic("x", Location(name))], "sarif"))
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not set(uri) & set(" #?")
    assert unquote(uri) == name


def test_every_form_is_valid_for_every_code() -> None:
    findings = [each.diagnostic("x", Location("a.yml", 1, 1, "a: b")) for each in CATALOGUE.values()]
    assert report(findings, "github").count("\n") == len(CATALOGUE) - 1
    assert len(json.loads(report(findings, "sarif"))["runs"][0]["results"]) == len(CATALOGUE)
