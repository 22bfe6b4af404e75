"""Names, numbers, dates and addresses as people write them, and what looks like them: how many are found, how many not.

All people, numbers and places are invented, except for the famous names.
"""

from __future__ import annotations

from typing import Final

import pytest

from generator.validate.rules.personal_data import CONTACTS, NUMBERS, OF_CASES, find_matches
from generator.validate.rules.personal_data.match import PublicKnowledge

KNOWN: Final = PublicKnowledge(
    frozenset({"01632960101"}), frozenset({"help@tarnshire.example", "@beck.example"}), frozenset({"rosie", "bramble"})
)
_HARD: Final = "\u00a0"

NAMES: Final = (
    *(
        "Daniel Brown",
        "Megan Hughes",
        "Callum O'Brien",
        "Kayleigh Smith",
        "Liam Taylor",
        "Jayden Wright",
        "Sophie Hall",
    ),
    *("Ellie-Mae Carter", "Connor McAllister", "Bethany Green", "Kyle Robinson", "Chloe Hill", "Oliver Wood"),
    *(
        "Aisha Khan",
        "Mohammed Hussain",
        "Zainab Begum",
        "Priya Sharma",
        "Harpreet Kaur",
        "Gurpreet Singh",
        "Arjun Patel",
    ),
    *(
        "Andrei Popescu",
        "Ioana Ionescu",
        "Katarzyna Nowak",
        "Agnieszka Kowalska",
        "Wojciech Lewandowski",
        "Vytautas Kazlauskas",
    ),
    *("Chinedu Okafor", "Abdirahman Warsame", "Ayodele Balogun", "Kwabena Mensah", "Yusuf Demir", "Fatima Rahman"),
    *("Oksana Shevchenko", "Giulia Esposito", "Thandiwe Ndlovu", "Afonso Pereira", "Tamás Szabó", "Zuzana Horváthová"),
    *("Jose Fernandez", "Laila Haidari", "Shahid Mahmood", "Mina Hosseini", "Sean Murphy", "Siobhan Doherty"),
)
FULL_NAMES: Final = (
    *(f"{name} died in the spring." for name in NAMES),
    *(f"The visit was late. {name} had asked for help." for name in NAMES[::4]),
    *("Mrs Patel was at home.", "Mr Brown moved away.", "Ms Kowalska rang the school.", "Dr Okafor saw the child."),
    *("The family met Mr. Hussain.", "PC Hargreaves came.", "Miss Doherty taught the class.", "Then Mr J Barlow left."),
    *(
        "Rosie Jones lived there.",
        "Rosie Brown lived there.",
        "It was said that Rosie Smith slept.",
        "Bramble Jones was ill.",
    ),
    *("DANIEL BROWN", "Daniel James Brown was two.", "Daniel J. Brown was two.", f"Daniel{_HARD}Brown was two."),
)
FOUND: Final[dict[str, tuple[str, ...]]] = {
    "P660": FULL_NAMES,
    "P620": (
        *("NHS number 999 000 1235", "999.000.1235"),
        *("999-000-1235", f"999{_HARD}000{_HARD}1235", "999\u2013000\u20131235"),
        *("999 - 000 - 1235", "999\u2009000\u20091235", "nhs no: 9990001235", "999\u2011000\u20111235"),
    ),
    "P621": (
        *("UPN C999000000001", "upn c999000000001", "C 999 000 000 001", f"c999{_HARD}000{_HARD}000{_HARD}001"),
        *("C-999000000001", "C.999.000.000.001", "C999 0000 00001"),
    ),
    "P622": (
        *("AB123456C", "ab123456c", "ab 12 34 56 c", "AB-12-34-56-C", f"AB{_HARD}12{_HARD}34{_HARD}56{_HARD}C"),
        *("ab.12.34.56.c", "Ab123456c", "AB 123456 C"),
    ),
    "P623": (
        *("crime reference number: 26D1/4711", "crime ref no 26d1/4711"),
        *("Crime Ref. 26-4711-24", "cv20p00123", "CV20P00123"),
        *("cv 20 p 00123", f"CV{_HARD}20{_HARD}P{_HARD}00123", "CV-20-P-00123", "log 26/1234567/24", "26d/12345/24"),
        *("police reference 26.4711.24", "26-1234567-24"),
        *("court case number cv20p123", "CAD 4711-2019", "crn: x123456"),
    ),
    "P624": (
        *("born on 14 March 2019", "born on the fourteenth of March 2019", "born 14 March two thousand and nineteen"),
        *("the fourteenth of March, twenty nineteen was her date of birth", "DOB 14/03/2019", "D.O.B. 14.03.2019"),
        *("d.o.b: 14-03-2019", "dob 14.3.19", "her birthday is 14 March", "birthday on the fourteenth of March"),
        *("14 March 2019 (date of birth)", f"born on 14{_HARD}March{_HARD}2019", "Born March the 14th, 2019"),
        "born on the 3rd of june 1999",
        *("Date of birth: twenty-first May nineteen ninety-nine", "date of birth 14 / 03 / 2019"),
    ),
    "P626": (
        *("near ZE1 0AA", "near ze1 0aa", "near ze10aa", f"near ZE1{_HARD}0AA", "near ZE1  0AA", "near Cv32 4ab"),
        *("near cv32-4ab", "near ZE1.0AA", "near m1 1ae"),
    ),
    "P627": (
        *("ring 01632 960999", "ring (01632) 960999"),
        *("ring (01632) 960 999", "ring 0044 1632 960999", "ring 0044 (0)1632 960999"),
        *("ring +44 (0)1632 960999", "ring 01632-960-999", "ring 07700 900 123", f"ring 07700{_HARD}900{_HARD}123"),
        *("ring (+44) 7700 900123", "ring 01632.960.999"),
        *("ring 07700\u2011900123", "ring 00447700900123", "ring (0163) 2960999"),
    ),
    "P628": (
        *("mum@post.example", "mum(at)post.example", "mum (at) post.example", "mum [at] post [dot] example"),
        *("mum at post dot com", "Mum.Smith(AT)post.example", "mum{at}post.example", "mum (at) post (dot) co (dot) uk"),
    ),
    "P629": (
        *("at 12 Elm Garth Road", "at 12 ELM GARTH ROAD"),
        *("at 12-14 Elm Road", "at 12\u201314 Elm Road", "at 12 to 14 Elm Road"),
        *("at 3 Meadow Way", "at 3 Orchard Place"),
        *("at 12a Beck Row", "at Flat 2, 12 Elm Road", f"at 12{_HARD}Elm{_HARD}Road"),
        *("at FLAT 2, 12 ELM STREET", "at Apartment 4, 9 Larch View"),
        *("at 7/9 Station Parade", "at 12, Elm Garth Close"),
    ),
}  # fmt: skip
INNOCENT: Final = (
    *("John Lewis sold the cot.", "The Lucy Faithfull Foundation gives advice.", "Victoria Climbi\u00e9 died in 2000."),
    *("The Marmot Review came first.", "Marie Curie nurses came."),
    *("Alice Ruggles Trust", "The Victoria Climbie Inquiry"),
    "Oliver McGowan training is for all.",
    *("The Suzy Lamplugh Trust helps.", "George Eliot Hospital told the school."),
    *("Daniel Pelka is the subject of a review.", "John Bowlby wrote on attachment.", "The Anna Freud Centre"),
    *("Joseph Rowntree Foundation", "The Mary Seacole Centre", "Great Ormond Street Hospital", "Sarah Everard's death"),
    *("Arthur Labinjo-Hughes and Star Hobson", "Harold Shipman was a doctor.", "The Florence Nightingale Ward"),
    *("Peter Connelly died in 2007.", "Stephen Lawrence Inquiry", "Lord Laming reported.", "Sir Michael Marmot"),
    *("Munro's report", "Louise Casey led an audit.", "Terence Higgins Trust", "Mr Justice Hayden gave judgment."),
    *("Rosie lived there.", "Rosie Children's Services", "Rosie House", "Bramble Primary School", "Bramble Road"),
    *("Child Protection Plan", "Early Help Assessment"),
    *("Grace Period", "May Council decide?", "Will Social Care come?"),
    *("Mark Each Page", "Hope Hospital", "Christian Aid", "Victoria Street", "Chelsea Football Club", "Jordan River"),
    *("Kent Police", "Warwick Hospital", "Leamington Spa", "Bradford Council", "Devon County Council", "Chester Road"),
    *("Summer Term", "Autumn Term", "Family Court", "Local Child Safeguarding Practice Review", "Dr A and Ms B"),
    *("Mr A", "Miss a visit and lose a place", "Working Together to Safeguard Children", "Clare's Law", "Sarah's Law"),
    *("Operation Alice", "St George", "Queen Elizabeth Hospital"),
    *("King Edward School", "Princess Diana", "Martha's Rule"),
    *("Early Years Foundation", "Youth Justice Service", "Section Nine"),
    *("Health Visitor", "Social Worker", "West Midlands"),
    *("999 000 1236", "1999 000 1235", "999,000,1235", "476 of 900 in 1235", "A999000000001", "a999000000001"),
    *("on 12 03 19 a letter came", "by 10-20-30 a plan", "GB 12 34 56 C", "AB12345C", "at 12.30.45 a bell rang"),
    *("three crimes in 2019", "the case reference group"),
    *("our number one aim", "police reference group", "case number three"),
    *("12-2019-10", "2019/20", "24/7", "10.2.15"),
    *("page 26-47", "in 2019-2020-21", "room cv20", "file no later than Monday"),
    *("born in March 2019", "born in spring"),
    *("her birthday was in May", "born at home", "born two thousand miles away"),
    *("the second of March", "twenty nineteen"),
    *("first and second visits", "a date of birth is not published", "born 3 years on"),
    *("ZE1 and QQ1 0AA", "section s1 2nd part", "m1 1st"),
    *("e4 5th grade", "level b1 3rd year", "abc-e14fa-ffe", "at 5pm 3pm"),
    *("ring 01632 960101", "ring (01632) 960101", "ring 0044 1632 960101"),
    *("ring +44 (0)1632 960101", "ring 999", "dial 111"),
    *("on 01/02/2019 10:30", "pages 01 to 09", "2019 2020 2021", "0.12 of 100000", "ISBN 978 0 11 000000 0"),
    *("help@tarnshire.example", "help(at)tarnshire.example"),
    *("desk@beck.example", "look at post and dot the letters", "(at) home"),
    *("12 people on Elm Garth Road", "12 road traffic accidents"),
    *("In 2019 the Way", "3 Ways Forward", "12 YEARS ON THE ROAD"),
    *("the right Way", "Elm Garth Road", "a Place of Safety"),
    *("Section 47 enquiries", "12-14 years", "10 to 12 children"),
    *("Barnardo's", "Peter Wanless led it.", "Jimmy Savile", "Mother Teresa", "Lord Justice Wall", "Dame Louise Casey"),
    *("5 Steps", "2 to 3 Places", "Ladder of Participation"),
    *("for 2 years and 4 months", "thirteen years old", "1 in 10"),
)  # fmt: skip


def told(text: str) -> set[str]:
    """The codes of the findings, without exact days (P625) and named schools (P699), which the lists do not plant."""
    return {code for code, _ in find_matches(text, (*NUMBERS, *CONTACTS, *OF_CASES), KNOWN)} - {"P625", "P699"}


@pytest.mark.parametrize("code", FOUND)
def test_what_gives_somebody_away_is_found_in_every_spelling(code: str) -> None:
    wanted = {code, "P631"} if code == "P660" else {code}
    missed = [text for text in FOUND[code] if not told(text) & wanted]
    assert missed == []


def test_what_only_looks_like_it_is_not_found() -> None:
    assert {text: told(text) for text in INNOCENT if told(text)} == {}


def test_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    planted = [(code, text) for code, texts in FOUND.items() for text in texts]
    found = sum(bool(told(text)) for _, text in planted)
    false = sum(bool(told(text)) for text in INNOCENT)
    with capsys.disabled():
        print(
            f"\nwithout a list: {found} of {len(planted)} planted found, {false} of {len(INNOCENT)} innocents flagged"
        )
    assert len(planted) >= 150
    assert len(INNOCENT) >= 150
