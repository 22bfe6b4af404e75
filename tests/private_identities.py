"""Invented people of many communities, the ways in which a text can give them away, and harmless texts.

No name, date or address belongs to a real person. The forenames and surnames are usual ones or made up; together they
mean nobody.
"""

# ruff: noqa: RUF001 - names in their own letters
from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.markdown.forenames import forenames


@dataclass(frozen=True)
class Identity:
    """A person as an officer lists them, with a birthday and an address."""

    first: str
    last: str
    middle: str
    nickname: str
    other: str
    """The forename of a relative with the same surname."""


PEOPLE: Final = tuple(
    Identity(*line.split("|"))
    for line in """\
Tobias|Quillfeather|James|Toby|Ella
Ottoline|Marrowby|Rose|Otty|Fred
Zebedee|Larkspur|Tom|Zeb|Nell
Llywelyn|Gwynfaelog|Rhys|Llew|Cerys
Aoife|Bhraonghaile|Niamh|Effie|Cian
Hamish|McCorquhannan|Ewan|Hamo|Isla
Niall|O'Shaughnally|Patrick|Nialler|Sinead
Zbigniew|Wąsowiczek|Jan|Zbyszek|Ola
Agnieszka|Kowalikowska|Maria|Aga|Piotr
Jürgen|Müllerstein|Karl|Jupp|Heike
Käthe|Schönbrunner|Anna|Kathi|Uwe
João|Figueirinhas|Pedro|Joca|Rita
Iñaki|Etxeberrigaray|Mikel|Kiko|Nerea
Ștefan|Dumitrașcovici|Ion|Fane|Ioana
Žygimantas|Kazlauskonis|Jonas|Zygis|Rasa
Dvořák|Novotničková|Eva|Dvora|Petr
Şükrü|Yıldırımoğlu|Can|Suki|Elif
Olena|Kovalchenko|Ivanivna|Lena|Taras
Dmitri|Vasilyevsky|Pavel|Dima|Oksana
Eleftherios|Papadimitropoulos|Nikos|Lefteris|Maria
Muhammad|Zafarullahi|Imran|Zaf|Saima
Harpreet|Dhaliwalen|Kaur|Happy|Gurdeep
Ananya|Subramaniaswamy|Devi|Anu|Ravi
Rukhsana|Choudhranee|Parveen|Ruxi|Tariq
Nusrat|Talukdarani|Jahan|Nusi|Rafiq
Yusuf|al-Harrabi|Karim|Yoyo|Layla
Oluwaseun|Adebayotunde|Femi|Seun|Tolu
Kwabena|Owusu-Ansahene|Yaw|Kobby|Abena
Abdirahman|Warsamehi|Ali|Abdi|Hodan
Chidinma|Okonkwoji|Ada|Chidi|Emeka
Wei-Ling|Xiaozheng|Mei|Ling|Jun
Thi|Nguyenphuoc|Hoa|Tee|Minh
Kenji|Takahashira|Ren|Ken|Yuki
Mariska|van der Houtenkamp|Sofie|Riska|Bram
Esmeralda|Boswellane|Vinnie|Esme|Levi
Tyrone|Blackwoodson|Leon|Ty|Keisha
Claire|Hart|Louise|Clairey|Stephen
Will|Young|Arthur|Billo|Molly
Mark|Fielding-Oakes|Peter|Marko|Susan
Bo|Ng|Li|Bobo|Jia
""".splitlines()
)

BIRTHDAY: Final = "14/09/2011"
ADDRESS: Final = "12 Elm Garth Road, Fellbeck TQ9 4XB"
SCHOOL: Final = "St Hild's Primary School"

_DIGITS: Final = {"l": "1", "i": "1", "o": "0", "e": "3"}
_CYRILLIC: Final = {
    "Olena Kovalchenko": ("Олена Ковальченко", "ОЛЕНА КОВАЛЬЧЕНКО"),
    "Dmitri Vasilyevsky": ("Дмитрий Васильевский", "Васильевский Дмитрий"),
}
_GERMAN: Final = {"ü": "ue", "ö": "oe", "ä": "ae", "ß": "ss"}


def list_of_terms() -> str:
    """Return the list of private terms: each person on one line, and the details of one of them."""
    return "\n".join((*(f"{each.first} {each.last}" for each in PEOPLE), BIRTHDAY, ADDRESS, SCHOOL, ""))


def disguises() -> Iterator[tuple[str, str, str]]:
    """Yield the kind, the carrier (`prose`, `file` or `lines`) and the text of each plausible leak."""
    for person in PEOPLE:
        for kind, text in _in_prose(person):
            yield kind, "prose", text
        for kind, text in _in_files(person):
            yield kind, "file", text
    for text in _DETAILS:
        yield "a detail", "prose", text


def _in_prose(person: Identity) -> Iterator[tuple[str, str]]:
    first, last, middle, nickname, other = person.first, person.last, person.middle, person.nickname, person.other
    yield "as listed", f"We met {first} {last} today."
    yield "capitals", f"RE: {first.upper()} {last.upper()}"
    yield "middle name", f"We met {first} {middle} {last} today."
    yield "two middle names", f"We met {first} {middle} {other} {last} today."
    yield "middle initial", f"We met {first} {middle[0]}. {last} today."
    yield "initials with dots", f"A note on {first[0]}.{middle[0]}. {last} was read."
    yield "initial with a dot", f"A note on {first[0]}.{last} was read."
    yield "initial of the surname first", f"The form says {last}, {first[0]}. at the top."
    yield "nickname in brackets", f"We met {first} ({nickname}) {last} today."
    yield "nickname in quotes", f"We met {first} \u201c{nickname}\u201d {last} today."
    yield "known as", f"We met {first}, known as {nickname}, {last} today."
    yield "shared surname", f"We met {first} and {other} {last} today."
    yield "shared surname, first", f"We met {other} and {first} {last} today."
    yield "family", f"The family: {first}, {middle}, {nickname} and {other} {last}."
    yield "double-barrelled after", f"We met {first} {last}-Smith today."
    yield "double-barrelled before", f"We met {first} Jones-{last} today."
    yield "two surnames", f"We met {first} {last} Jones today."
    yield "title between", f"Signed: {first} (Mr) {last}."
    yield "surname first", f"The form says {last}, {first} at the top."
    yield "surname first, title", f"The form says {last}, Mr {first} at the top."
    yield "surname first in capitals", f"The form says {last.upper()} {first} at the top."
    yield "surname first, title, initial", f"The form says {last}, Mr {first[0]} at the top."
    yield "surname first, middle", f"The form says {last}, {first} {middle} at the top."
    yield "possessive", f"It was {first} {last}\u2019s idea."
    yield "line end", f"We met {first}\n{last} today."
    yield "hyphen at a line end", f"We met {first} {last[:3]}-\n{last[3:]} today."
    yield "hyphen at a page break", f"We met {first} {last[:3]}-\n\f{last[3:]} today."
    yield "page break", f"We met {first}\n\n\f{last} today."
    yield "page number at a page break", f"We met {first}\n\n12\n\f\n{last} today."
    yield "spaced out", " ".join(f"{first} {last}".upper())
    yield "table cells", f"{first}\t{last}\t3"
    yield "digits for letters", "Seen: " + _in_digits(first) + " " + _in_digits(last)
    plain = _as_german(f"{first} {last}")
    if plain != f"{first} {last}":
        yield "German spelling", f"We met {plain} today."
    for text in _CYRILLIC.get(f"{first} {last}", ()):
        yield "Cyrillic", f"We met {text} today."


def _in_files(person: Identity) -> Iterator[tuple[str, str]]:
    first, last, middle = (each.replace(" ", "") for each in (person.first, person.last, person.middle))
    yield "file name", f"{first}_{last}_report.docx"
    yield "file name in capitals", f"{first}{last}REPORT.docx".upper()
    yield "file name, joined", f"{first}{last}report2.docx".lower()
    yield "file name, surname first", f"{last}-{first}.docx".lower()
    yield "file name, surname and initial", f"{last}_{first[0]}_2011.docx"
    yield "file name, initial joined", f"{first[0]}{last}.docx".lower()
    yield "file name, middle name", f"{first}-{middle}-{last}-final.docx".lower()
    yield "file name, initials", f"{first[0]}{middle[0]}{last}.docx".lower()
    yield "file name, half in capitals", f"{last.upper()}{first}.docx"


_DETAILS: Final = (
    "born on 14 September 2011", "14.9.11", "14-Sep-2011", "14-Sep-11", "2011-09-14 00:00:00",
    "14th day of September 2011",
    "the fourteenth of September 2011", "Sept. 14th, 2011", "14/9/11", "14 / 09 / 2011", "DOB 14092011", "20110914",
    "14\u2013Sep\u20132011", "2011.09.14", "12 Elm Garth Road", "12 elm garth rd", "12, Elm Garth Road",
    "at Elm Garth Road",
    "the house in Elm Garth Rd", "TQ9 4XB", "tq94xb", "St. Hilds Primary", "Saint Hild's Primary School",
    "St Hild\u2019s C of E Primary School",
)  # fmt: skip


def _in_digits(word: str) -> str:
    changed = "".join(_DIGITS.get(letter, letter) for letter in word[1:])
    return word[0] + changed


def _as_german(text: str) -> str:
    for letter, spelt in _GERMAN.items():
        text = text.replace(letter, spelt)
    return text


_PROSE: Final = """\
Will young people be heard?|A bar chart shows the trend.|The chart on page 4 is new.|Charts help readers.
a heartfelt thank you|Mark the field with a cross.|Mark fielding questions is new.|The young person was at home.
The bonus was paid.|Bong and bing|The harbour is near.|Her heart is strong.|St Hilda's College, Oxford
St Hild was an abbess.|A primary school in Fellbeck|the road to Elm Park|Garth Road is long.|Elm Road, 12 people
112 Elm Garth Road|15 September 2011|14 September 2012|14/10/2011|page 14, 9 lines, 2011|September 2011|TQ9 4XC|TQ9
Toby jugs are old.|Ella and James met.|Mr James saw Rose.|Tobias saw a feather.|Quill and feather
Tobias is a Greek name. Quillfeather is not.|Tobias asked Mr Quillfeather.|Will and Arthur spoke. Young Arthur left.
Claire spoke from the heart.|Stephen Hart wrote this.|Professor Hart said so.|Mark Peter Fielding|Peter Oakes
Susan Oakes and Mark|Kaur is a usual name.|Devi and Ravi live here.|Yusuf met Layla.|Muhammad Imran spoke.
Ali met Hodan.|Jan and Maria|Karl Müller wrote it.|Anna Schön|Pedro met Rita.|Nguyen Minh|Olena met Taras.
Dmitri met Oksana.|Олена сказала|Дмитрий сказал|Ken and Yuki|Leon met Keisha.|the black wood|Tyrone and Leon
Claire Smith, Ben Hart|Claire Smith and Stephen Hart|Will Smith, Molly Young|Anna Hart-Jones
Mr Will and Mrs Young-Smith|Claire House|Hart Street|Hart House, Claire Road|Young Minds|Young Carers|Will Trust
The Hart Foundation|Hart District Council|Barnardo's|The Lucy Faithfull Foundation|John Lewis Partnership|NSPCC|Ofsted
Cafcass|West Midlands Police|NHS England|Warwickshire County Council|Rugby Borough Council|Nuneaton and Bedworth
Stratford-upon-Avon|Leamington Spa|Kenilworth|Coventry and Warwickshire|South Warwickshire
Royal College of Paediatrics|Working Together to Safeguard Children|Ng is a surname in Hong Kong.|Bo Diddley
Bob and Ng|a bo tree|Boeing 737|no bong|bang and bong|Wei river|Ling Street|Harpreet and Gurdeep|Ananya spoke
Rukhsana said no.|Parveen and Tariq|Jahan and Rafiq|Kwabena and Abena|Emeka and Ada|Hamish and Isla|Cerys and Rhys
Niamh and Cian|Patrick and Sinead|Piotr and Ola|Heike and Karl|Uwe and Anna|Nerea and Mikel|Ioana and Ion
Rasa and Jonas|Petr and Eva|Elif and Can|Nikos and Maria|Saima and Imran|Femi and Tolu|Yaw and Abena|Bram and Sofie
Levi and Vinnie|Fred and Rose|Nell and Tom|a will to learn|willing young adults|Will young adults come?
The mark of fielding oaks|the oaks are marked|a youngish man|will, young or old, be|Younger children
Young people will come.|Young, willing and able|the Youngs|hartebeest|a clear hard look|Clairvaux|Clairehartley Lane
Markfield|Markfieldings|We will, the young say, act.|I will. Young people too.|What will Young Carers do?
harts and hinds|a hart and a hind|The Marked Field|Mark Oakes|Fielding House|Oakes Trust|otter|mar|lark|spur
The larkspur is blue.|Larkspur Close|Houtenkamp is a village.|van der Berg|al-Harrabi's friend|Marrowbone
marrow by the path|feather quills|quillfeathers
""".replace("\n", "|")
_WORDS: Final = """\
able about account action adult advice agency agreed alarm answer arrange assess autumn balance basis because before
begin behind belief belong better bridge bring brother bruise budget build calm care carer case centre change charge
check child choose claim class clear clinic close coach common concern contact control council court cover daily
danger decide delay detail doctor draft drive duty early earn effect effort employ enough enter escape event exact
exam expect extra factor family father fear field final finding first focus follow force foster friend future garden
gather general gentle girl goal good grant group grow guard guide habit handle hard harm head health hear heart help
hidden history home hope hospital house idea impact include injury inner inquiry issue join judge keep kind know
labour large late launch law lead learn leave legal lesson letter level listen little local manage mark matter measure
medical meet mental method mind mother move nature need neglect nurse offer office open order other panel parent
partner path pattern people person place plan police policy pool practice present prevent private process proof
protect public quality question quick range reach read reason recent record refer region relate remain report request
respond result review right risk role safe sample school search second sector secure see send sense series serious
service session set share short sister skill social source space staff stage stand start state step story strength
stress strong study sudden summer support system table talk target task teach team term test theme thing think threat
time title today together touch trace track train trend trial trust truth under unit update urgent use value very
victim view visit voice wait walk warning watch way welcome whole will winter witness woman word work worker world
worry write year young youth zone
"""

INNOCENTS: Final = tuple(dict.fromkeys((*filter(None, (each.strip() for each in _PROSE.split("|"))), *_WORDS.split())))


_SURNAMES: Final = """\
Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall
Wood Jackson Clarke Patel Khan Hart Young Hill Scott Cook King Ward Moore Cooper Baker Price Long Field Marsh Bird
Cross Day Little Rose Stone Winter Summers Page Read Power Singh Kaur Begum Ali Ahmed Hussain Nowak Kowalski Ng Li Lee
Park May West North Lane Street House Banks Church Parish Law Case Best Good Rich Speed Sharp Strong Wise Wild Golding
Barford Fenwood Halton Ashley Brookfield Clayton Colebridge Eastwood Garland Holcombe Larkham Merewood Ridgeway
Stedman
"""


def random_names(count: int) -> tuple[str, ...]:
    """Return usual forenames with usual surnames, many of which are ordinary words, the same ones in each run."""
    chosen = random.Random(16)
    firsts, lasts = sorted(forenames()), _SURNAMES.split()
    return tuple(f"{chosen.choice(firsts).capitalize()} {chosen.choice(lasts)}" for _ in range(count))
