"""What may tell who somebody is, found without a list; and what looks like it and does not. All of it is invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.partial_date import MONTHS
from generator.validate.rules.personal_data import CONTACTS, NUMBERS, OF_CASES, find_matches
from generator.validate.rules.personal_data.match import PublicKnowledge
from tests import pdfs
from tests.unit.diagnostics.conftest import run

KNOWN: Final = PublicKnowledge(
    frozenset({"01632960101"}), frozenset({"help@tarnshire.example", "@beck.example"}), frozenset({"hazel"})
)


def told(text: str) -> list[tuple[str, str]]:
    return [(code, each.text) for code, each in find_matches(text, (*NUMBERS, *CONTACTS, *OF_CASES), KNOWN)]


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        ("NHS number 999 000 1235", "P620", "999 000 1235"),
        ("NHS number 9990001235.", "P620", "9990001235"),
        ("UPN C999000000001", "P621", "C999000000001"),
        ("NI number AB123456C", "P622", "AB123456C"),
        ("crime reference number: 26D1/4711", "P623", "26D1/4711"),
        ("in case CV20P00123", "P623", "CV20P00123"),
        ("log 26/1234567/24", "P623", "26/1234567/24"),
        ("born in hospital on 14th March 2019", "P624", "14th March 2019"),
        ("DOB 14/03/2019", "P624", "14/03/2019"),
        ("On 14 March 2019 they moved", "P625", "14 March 2019"),
        ("near ZE1 0AA", "P626", "ZE1 0AA"),
        ("ring 01632 960999", "P627", "01632 960999"),
        ("ring +44 1632 960999", "P627", "+44 1632 960999"),
        ("write to mum@post.example", "P628", "mum@post.example"),
        ("at Flat 2, 12 Elm Garth Road", "P629", "Flat 2, 12 Elm Garth Road"),
        ("aged 13 years and 4 months", "P630", "13 years and 4 months"),
        ("was thirteen years, four months and 12 days old", "P630", "thirteen years, four months and 12 days"),
        ("lived with her brother Ben", "P631", "Ben"),
        ("Ben and Hazel lived there", "P631", "Ben"),
        ("Ben was four", "P631", "Ben"),
        ("Grace had told a friend", "P631", "Grace"),
        ("it was Ben's school", "P631", "Ben"),
        ("NHS number: 111 222 3333", "P620", "111 222 3333"),
        ("her National Insurance number, QQ 12 34 56 C", "P622", "QQ 12 34 56 C"),
        ("the car, registration KT19 KLM", "P699", "KT19 KLM"),
        ("a van with the number plate r123 abc", "P699", "r123 abc"),
        ("a pupil at St Osyth's Catholic Primary School", "P699", "St Osyth's Catholic Primary School"),
        ("moved to Elm Garth Academy in May", "P699", "Elm Garth Academy"),
        ("lived at Tarn View Care Home", "P699", "Tarn View Care Home"),
        ("was taken to Ward 32b", "P699", "Ward 32b"),
        ("lived in the Tarn Bridge ward of the town", "P699", "Tarn Bridge ward"),
        ("lived with Q.V. in the town", "P699", "Q.V."),
        ("lived with Q from Ashdale", "P699", "Q from Ashdale"),
        ("then QV, aged 7, came", "P699", "QV"),
        ("known as the Qs of Ashdale", "P699", "the Qs of Ashdale"),
        ("B\u0130RTHDAY 14/03/2019", "P624", "14/03/2019"),
        ("d\n.o b 14/03/2019", "P625", "14/03/2019"),
        ("D.\u00a0O.B 14/03/2019", "P624", "14/03/2019"),
        ("on 2 May n\u0131neteen ninety", "P625", "2 May n\u0131neteen ninety"),
        ("aged 3 years and two wee\u212a\u017f", "P630", "3 years and two wee\u212a\u017f"),
        ("aged 3 months, two day\u017f", "P630", "3 months, two day\u017f"),
        ("mum [\u00a0At ] post dot example", "P628", "mum [\u00a0At ] post dot example"),
        ("mum at post\ndot uk", "P628", "mum at post\ndot uk"),
        ("Her father is the vicar of a village", "P699", "Her father is the vicar"),
        ("The uncle, a retired magistrate, came", "P699", "The uncle, a retired magistrate"),
        ("His mother ran the chip shop in the town", "P699", "mother ran the chip shop"),
        ("He was the only deaf boy in the school", "P699", "the only deaf boy in the school"),
        ("He was nicknamed Spud", "P699", "nicknamed Spud"),
        ("was treated for a burn at Elm Garth Hospital", "P699", "Elm Garth Hospital"),
        ("the Elm Garth Surgery", "P699", "Elm Garth Surgery"),
        ("moved to a flat in Garth Street", "P699", "Garth Street"),
        ("She was the youngest of nine children", "P699", "youngest of nine children"),
        ("a rare condition, Tarn syndrome", "P699", "rare condition, Tarn"),
        ("her account was @elm_garth07", "P699", "@elm_garth07"),
        ("Ben T told the nurse", "P631", "Ben"),
        ("died on Christmas Day 2020", "P625", "Christmas Day 2020"),
        ("on 1/2/\u0663\u0664", "P625", "1/2/\u0663\u0664"),
    ],
)
def test_what_gives_somebody_away_is_told(text: str, code: str, shown: str) -> None:
    assert told(text) == [(code, shown)]


@pytest.mark.parametrize(
    "text",
    [
        "999 000 1236",
        "1999 000 1235",
        "A999000000001",
        "GB 12 34 56 C",
        "three crimes in 2019",
        "the case reference group",
        "born in March 2019",
        "In spring 2019",
        "section 4.2.10",
        "ZE1 and QQ1 0AA",
        "ring 01632 960101 or +44 1632 960101",
        "write to help@tarnshire.example or desk@beck.example",
        "12 people on Elm Garth Road",
        "12 road traffic accidents",
        "for 2 years and 4 months",
        "thirteen years old",
        "Hazel lived there",
        "a grace period",
        "Grace periods are short",
        "In May they came",
        "May is a month",
        "Clare's Law",
        "Operation Alice",
        "St George",
        "[Grace](case:grace) was another child",
        "Mark the form",
        "The report was published on 14 March 2019, and the law came into force on 1 April 2020.",
        "The review covers 1 April 2019 to 31 March 2021.",
        "The primary school and the Virtual School met the School Nurse and the College of Policing.",
        "A high school, a Catholic Primary School and Further Education College",
        "The ward manager, the labour ward and Children's Ward at the hospital",
        "a GP in Ashdale, aged care, U.K. law, 10 a.m. and the A.E. unit",
        "Plan B from Ashdale, hepatitis B, vitamin K and Section A of the form",
        "KT19 and KLM; form AB12; the car was old",
        "Training at the Benn Hall; the Mary Ann Evans Hospice; Women's Aid and Refuge",
        "The policy is due for review on 31 March 2027, and the action is completed by 1 May 2027.",
        "The parents met the headteacher, and the mother ran the nursery rhyme group.",
        "The only child in the house; the only family centre in the district",
        "The first of seven children's centres; one of ten children is affected",
        "Known to the family as Child K; known as the Prevent duty; known to everyone as MASH",
        "Elm Garth Hospital shared its notes, and he was treated by Elm Garth Hospital NHS Trust.",
        "The Emergency Surgery team met at a Health Centre in High Street.",
        "They moved to a house on the estate; he has a rare condition and two carers.",
    ],
)
def test_what_only_looks_like_it_is_not_told(text: str) -> None:
    assert told(text) == []


@given(st.integers(400_000_000, 499_999_999), st.integers(0, 9))
def test_of_ten_last_digits_one_at_most_makes_an_nhs_number(start: int, digit: int) -> None:
    # The NHS Data Dictionary: weights 10 to 2, the rest of a division by 11, and no number if the check digit is 10.
    check = -sum(weight * int(written) for weight, written in zip(range(10, 1, -1), str(start), strict=True)) % 11
    valid = [check] if check < 10 else []
    text = f"number {start}{digit} here"
    assert ("P620" in dict(told(text))) is (digit in valid)


@given(st.integers(1, 28), st.sampled_from(MONTHS), st.integers(1990, 2026))
def test_every_full_day_is_found(day: int, month: str, year: int) -> None:
    assert told(f"It was {day} {month} {year}.") == [("P625", f"{day} {month} {year}")]


def test_the_likeness_of_a_siblings_name_that_slipped_in_once_is_told(
    change: tuple[Path, Callable[[str, str], None]],
) -> None:
    root, replace = change
    replace("Rowan was often hungry.", "Rowan was often hungry. The school saw that Ben had no coat.")
    assert 'P631]: this forename may be the real one: "Ben"' in run(root, "check", "--records").told
    replace("type: cspr\n", "type: cspr\npeople: [Ben]\n")
    assert run(root, "check", "--records").told == ""


@pytest.mark.parametrize(
    ("code", "words"), [("P628", "mum@post.example"), ("P699", "Elm Garth Academy")], ids=["an address", "a school"]
)
def test_what_is_accepted_with_its_reason_is_not_told(
    code: str, words: str, change: tuple[Path, Callable[[str, str], None]]
) -> None:
    root, replace = change
    replace("Rowan was often hungry.", f"Rowan was often hungry. People wrote to {words}.")
    assert code in run(root, "check", "--records").told
    accepted = f'{{rule: {code}, text: {words}, reason: "It is invented.", date: 2026-11-20}}'
    replace("type: cspr\n", f"type: cspr\naccepted_findings:\n  - {accepted}\n")
    assert run(root, "check", "--records").told == ""


def test_a_number_on_a_page_of_a_report_is_told_with_the_page(change: tuple[Path, Callable[[str, str], None]]) -> None:
    root, replace = change
    replace("{kind: report, availability: on-request}", "{kind: report, file: report.pdf}")
    report = root / "content" / "cases" / "rowan" / "report.pdf"
    report.write_bytes(pdfs.good(title="Rowan: report", last="NHS number 999 000 1235"))
    assert (
        'page 2 of "report.pdf": this looks like an NHS number: "999 000 1235"' in run(root, "check", "--records").told
    )


def test_a_number_in_the_bookmarks_of_a_report_is_reported(change: tuple[Path, Callable[[str, str], None]]) -> None:
    root, replace = change
    replace("{kind: report, availability: on-request}", "{kind: report, file: report.pdf}")
    report = root / "content" / "cases" / "rowan" / "report.pdf"
    marked = pdfs.changed(
        lambda writer: writer.add_outline_item(title="NHS number 999 000 1235", page_number=0),
        pdfs.good(title="Rowan: report"),
    )
    report.write_bytes(marked)
    assert (
        'a bookmark of "report.pdf": this looks like an NHS number: "999 000 1235"'
        in run(root, "check", "--records").told
    )
