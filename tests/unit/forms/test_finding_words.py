"""A form says what is wrong in words that name no YAML."""

import re

import pytest

from generator.diagnostics import Location, rule
from generator.forms import FORMS, FormField, form_findings

CASE = FORMS["case"].fields


@pytest.mark.parametrize(
    ("path", "code", "message", "hint", "shown", "words"),
    [
        (("name",), "R202", 'the field "name" is missing', 'add "name: ..."', ("name",), "Enter the name."),
        (
            ("documents", 0, "kind"),
            "R202",
            "missing",
            'add "kind: ..."',
            ("documents", 0, "kind"),
            "Choose what it is.",
        ),
        (
            ("documents", 1, "availability"),
            "D405",
            "no reason is given",
            'add "reason: ..." in words that the public may read',
            ("documents", 1, "reason"),
            "Write a reason for the public.",
        ),
        (
            ("publish_on",),
            "T701",
            "no day",
            'add "publish_on: 2026-12-14"',
            ("publish_on",),
            "Enter a date for “Public from”.",
        ),
        (
            ("ends",),
            "T713",
            '"starts" has a time and "ends" has none',
            'take the time out of "starts"',
            (),
            '"starts" has a time and "ends" has none. Take the time out of "starts".',
        ),
        (
            ("publication",),
            "T730",
            'the review has a date and "publication: not-yet"',
            'delete "published"',
            ("publication",),
            "The review has a date and “If there is no published report: Not published yet”. Delete “Published”.",
        ),
        (("harms", 0), "R206", "unknown", "did you mean", ("harms",), None),
        (("sumary",), "R201", 'unknown field "sumary"', 'did you mean "summary"?', (), None),
        (
            ("documents", 0, "url"),
            "R207",
            '"url" cannot be "https://www.example.org/my report.pdf"',
            "write a whole address",
            ("documents", 0, "url"),
            "A web address has no space. Copy it from the address bar of your browser, with %20 for each space.",
        ),
        (
            ("documents", 0, "url"),
            "R207",
            '"url" cannot be "www.example.org/report.pdf"',
            "write a whole address",
            ("documents", 0, "url"),
            "Enter a whole web address, which begins with https://.",
        ),
        (
            ("expected",),
            "R204",
            '"2022-13" is not a date: there is no month 13; a date is written',
            "leave the field out",
            ("expected",),
            "There is no month 13; a date is written. Write it as 2022, September 2022 or 14 September 2022.",
        ),
    ],
)
def test_a_finding_is_at_its_field_in_the_words_of_the_form(
    path: tuple[str | int, ...], code: str, message: str, hint: str, shown: tuple[str | int, ...], words: str | None
) -> None:
    found = form_findings(CASE, [rule(code).diagnostic(message, Location("case.yml", path=path), hint)])
    assert [each.path for each in found] == [shown]
    assert words is None or found[0].message == words
    assert ": ..." not in found[0].message


def labels(field: FormField) -> list[tuple[str, str]]:
    own = [(field.name, field.words.label)] if field.name else []
    inner = [*field.fields, *([field.item] if field.item is not None else [])]
    return own + [each for part in inner for each in labels(part)]


@pytest.mark.parametrize("kind", ["case", "briefing", "notice", "bulletin", "vocabulary", "partnership", "page"])
def test_every_field_of_a_case_a_briefing_and_a_notice_has_a_label_in_words(kind: str) -> None:
    form = FORMS[kind]
    shown = [field for field in form.fields.fields if field.name != "workflow"]
    for name, label in (each for field in shown for each in labels(field)):
        assert not re.search(r"[_:]|^[a-z]", label), name
    assert {name for group in form.whole_groups for name in group.names} == {field.name for field in form.fields.fields}
