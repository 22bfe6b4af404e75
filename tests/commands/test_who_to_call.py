"""The numbers next to a review are those for the people whom it is about. Invented people and numbers."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest
import yaml
from pypdf import PdfReader

from generator.model import About, Contact
from generator.model.urgent_contacts import contacts_for, helplines_for
from tests.conftest import REPOSITORY, TODAY, Site

if TYPE_CHECKING:
    from pathlib import Path

EMERGENCY, CHILD, ADULT, NIGHT = "999", "01632 960101", "01632 960102", "01632 960103"
CHILD_LINE, ADULT_LINE, ANY_LINE = "0808 157 0101", "0808 157 0102", "0808 157 0103"
CHILDREN, ADULTS, BOTH = {CHILD, NIGHT}, {ADULT}, {CHILD, ADULT, NIGHT}

CONTACTS = [
    # The number for adults is below the usual four.
    {"id": "emergency", "label": "Emergency", "phone": EMERGENCY, "about": ["children"]},
    {"id": "front-door", "label": "Front Door", "phone": CHILD, "about": ["children", "families"]},
    {"id": "night", "label": "Night team", "phone": NIGHT, "about": ["families"]},
    {"id": "web", "label": "Advice", "url": "https://advice.ashdale.example", "about": ["children"]},
    {"id": "adult-care", "label": "Adult care", "phone": ADULT, "about": ["adults"]},
]
HELPLINES = [
    {"id": "child-line", "label": "Line for children", "phone": CHILD_LINE, "about": ["children"]},
    {"id": "adult-line", "label": "Line for adults", "phone": ADULT_LINE, "about": ["adults"]},
    {"id": "any-line", "label": "Line for all", "phone": ANY_LINE},
]
HARMS = [
    {"id": "neglect", "label": "Neglect", "about": ["children"], "helpline": True},
    {"id": "self-neglect", "label": "Self-neglect", "about": ["adults"], "helpline": True},
    {"id": "harm", "label": "Harm of any kind", "helpline": True},
]
CASES: dict[str, tuple[dict[str, object], set[str]]] = {
    "child": ({"type": "cspr"}, CHILDREN),
    "adult": ({"type": "sar"}, ADULTS),
    "unknown": ({"type": "alr"}, BOTH),
    "child-by-harm": ({"type": "alr", "harms": ["neglect"]}, CHILDREN),
    "adult-by-harm": ({"type": "alr", "harms": ["self-neglect"]}, ADULTS),
    "both-by-harm": ({"type": "alr", "harms": ["neglect", "self-neglect"]}, BOTH),
    "child-by-name": ({"type": "alr", "about": ["children"]}, CHILDREN),
    "both-by-name": ({"type": "sar", "about": ["adults", "children"]}, BOTH),
    "family-by-name": ({"type": "sar", "about": ["families"]}, BOTH),
}
TOPICS: dict[str, tuple[dict[str, object], set[str], list[str]]] = {
    "of-child": ({}, CHILDREN, ["child"]),
    "of-adult": ({}, ADULTS, ["adult"]),
    "of-each": ({}, BOTH, ["child", "adult"]),
    "of-some": ({}, BOTH, ["child", "unknown"]),
    "of-none": ({}, BOTH, []),
    "by-audience": ({"audience": ["young-readers"]}, CHILDREN, ["adult"]),
    "by-harm": ({"harms": ["self-neglect"]}, ADULTS, ["child"]),
    "by-name": ({"about": ["adults"]}, ADULTS, ["child"]),
}


def written(site: Site, name: str, record: dict[str, object]) -> None:
    site.write(name, "# Invented for tests.\n" + yaml.safe_dump(record, sort_keys=False))


@pytest.fixture(scope="module")
def ashdale(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("who-to-call") / "ashdale"
    shutil.copytree(REPOSITORY / "tests" / "sites" / "valid" / "small", root)
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    site = Site(root)
    partnership = yaml.safe_load((root / "content" / "partnership.yml").read_text("utf-8"))
    written(site, "content/partnership.yml", {**partnership, "contacts": CONTACTS, "helplines": HELPLINES})
    words = yaml.safe_load((root / "content" / "vocabulary.yml").read_text("utf-8"))
    words["harms"] += HARMS
    words["review_types"].append({"id": "alr", "label": "Alternative Review", "about": ["children", "adults"]})
    words["audiences"].append({"id": "young-readers", "label": "Young readers", "about": ["children"]})
    written(site, "content/vocabulary.yml", words)
    for identity, (fields, _) in CASES.items():
        case: dict[str, object] = {
            "name": identity.capitalize().replace("-", " "),
            "summary": "This person needed help, and it came late.",
            # The adult's review is alone in its quarter, with its bulletin.
            "published": "2023-02" if identity == "adult" else "2022-02",
            "learning": ["Ask again."],
            "harms": ["harm"],
            **fields,
            "briefings": [topic for topic, (_, _, cases) in TOPICS.items() if identity in cases],
            "sources": ["Invented for tests"],
        }
        written(site, f"content/cases/{identity}/case.yml", case)
        lessons: dict[str, object] = {"title": case["name"], "series": "lessons-learned", "case": identity}
        written(site, f"briefings/{identity}-lessons/briefing.yml", lessons)
    for identity, (fields, _, _) in TOPICS.items():
        sections = [{"heading": f"Part {number}", "body": "Ask again."} for number in range(1, 8)]
        topic: dict[str, object] = {
            "title": f"Topic {identity}",
            "series": "seven-minute",
            "sections": sections,
            "harms": ["harm"],
        }
        written(site, f"briefings/{identity}/briefing.yml", {**topic, **fields})
    site.write("content/pages/bulletins/_frame.md", "---\ntemplate: frame.html\n---\n")
    bulletin: dict[str, object] = {"title": "Ask again", "welcome": "Please read the new review."}
    written(site, "content/bulletins/2023-q1.yml", bulletin)
    slots = "<!-- library:contacts about=adults -->\n\n<!-- library:helplines about=adults -->\n"
    site.write("content/pages/call.md", f"---\ntitle: Who to call\nabout: adults\n---\n\n# Who to call\n\n{slots}")
    site.write("content/pages/about/contact.md", "---\ntitle: Contact\n---\n\n# Contact\n\n<!-- library:contacts -->\n")
    site.build("--without", "search")
    return site


def text_of(path: Path) -> str:
    pages = " ".join(page.extract_text() for page in PdfReader(path).pages)
    return re.sub(r"\s+", " ", pages)


def numbers_in(text: str) -> set[str]:
    return {each for each in (CHILD, ADULT, NIGHT) if each in text}


def expected_helplines(numbers: set[str]) -> set[str]:
    lines = {CHILD_LINE} if CHILD in numbers else set()
    return lines | ({ADULT_LINE} if ADULT in numbers else set()) | {ANY_LINE}


def helplines_in(text: str) -> set[str]:
    return {each for each in (CHILD_LINE, ADULT_LINE, ANY_LINE) if each in text}


@pytest.mark.parametrize("identity", CASES)
def test_a_sheet_and_a_poster_have_the_numbers_for_the_people_of_the_case(ashdale: Site, identity: str) -> None:
    numbers = CASES[identity][1]
    for kind in ("sheets", "posters"):
        text = text_of(ashdale.output / "documents" / kind / f"{identity}-lessons.pdf")
        # Where there is room for four, the first for children and the first for adults are among them.
        assert numbers_in(text) == numbers, kind
        assert EMERGENCY in text
        assert helplines_in(text) == expected_helplines(numbers), kind
        assert ("Adult care (adults)" in text) is (numbers == BOTH)
        assert ("Front Door (children)" in text) is (numbers == BOTH)


@pytest.mark.parametrize("identity", TOPICS)
def test_the_sheet_of_a_topic_has_the_numbers_for_the_people_of_its_reviews(ashdale: Site, identity: str) -> None:
    text = text_of(ashdale.output / "documents" / "sheets" / f"{identity}.pdf")
    assert numbers_in(text) == TOPICS[identity][1]
    assert EMERGENCY in text
    note = ashdale.main(f"briefings/{identity}").css_first(".lib-content-note")
    assert note is not None and helplines_in(note.text()) == expected_helplines(TOPICS[identity][1])


@pytest.mark.parametrize("identity", CASES)
def test_the_note_of_a_page_has_the_helplines_for_the_people_of_the_case(ashdale: Site, identity: str) -> None:
    for address in (f"reviews/{identity}", f"briefings/{identity}-lessons"):
        note = ashdale.main(address).css_first(".lib-content-note")
        assert note is not None
        assert helplines_in(note.text()) == expected_helplines(CASES[identity][1]), address


def foot_of(site: Site, address: str) -> str:
    foot = site.page(address).css_first(".lib-worried")
    assert foot is not None and EMERGENCY in foot.text(), address
    return foot.text()


@pytest.mark.parametrize("identity", CASES)
def test_the_foot_of_a_page_has_the_numbers_for_the_people_of_the_page(ashdale: Site, identity: str) -> None:
    numbers = CASES[identity][1]
    for address in (f"reviews/{identity}", f"briefings/{identity}-lessons"):
        foot = foot_of(ashdale, address)
        assert numbers_in(foot) == numbers and helplines_in(foot) == expected_helplines(numbers), address
        assert ("All numbers" in foot) is (numbers != BOTH), address


def test_the_foot_of_a_list_has_the_numbers_for_all_its_records(ashdale: Site) -> None:
    pages = {"reviews/type/sar": BOTH, "reviews/type/cspr": CHILDREN, "reviews/about/adults": ADULTS, "reviews": BOTH}
    for address, numbers in pages.items():
        assert numbers_in(foot_of(ashdale, address)) == numbers, address


def test_the_foot_of_a_hand_written_page_has_the_numbers_that_its_first_lines_ask_for(ashdale: Site) -> None:
    assert numbers_in(foot_of(ashdale, "call")) == ADULTS


def test_helplines_for_only_one_kind_of_people_come_first() -> None:
    lines = [
        Contact(id="all", label="All", phone="01632 960001"),
        Contact(id="child", label="Child", phone="01632 960002", about=(About.CHILDREN,)),
    ]
    assert [each.id for each in helplines_for(lines, (About.CHILDREN,))] == ["child", "all"]
    assert [each.id for each in helplines_for(lines, (About.ADULTS,))] == ["all"]
    assert [each.id for each in helplines_for(lines, ())] == ["all", "child"]


def test_a_bulletin_has_the_helplines_for_its_hard_subjects_and_the_numbers_for_its_people(
    ashdale: Site, tmp_path: Path
) -> None:
    made = ashdale.library("bulletin", "2023-q1", "--out", str(tmp_path), "--today", TODAY)
    assert made.status == 0, made.text
    forms = [path.read_text("utf-8") for path in tmp_path.rglob("*") if path.suffix in (".html", ".txt")]
    assert len(forms) == 2
    note = ashdale.main("bulletins/2023-q1").css_first(".lib-content-note")
    assert note is not None
    for text in (*forms, note.text()):
        assert helplines_in(text) == {ADULT_LINE, ANY_LINE}
    assert all(numbers_in(text) == ADULTS for text in (*forms, foot_of(ashdale, "bulletins/2023-q1")))


def test_a_hand_written_page_can_ask_for_the_numbers_of_one_kind(ashdale: Site) -> None:
    text = ashdale.main("call").text()
    assert numbers_in(text) == ADULTS and EMERGENCY in text
    assert helplines_in(text) == {ADULT_LINE, ANY_LINE}


def test_warwickshire_gives_the_number_for_adults_next_to_a_review_about_an_adult(warwickshire: Site) -> None:
    def note(address: str) -> str:
        found = warwickshire.main(address).css_first(".lib-content-note")
        assert found is not None
        return found.text()

    assert (
        "116 123" in note("reviews/cj") and "Childline" not in note("reviews/cj") and "NSPCC" not in note("reviews/cj")
    )
    assert "Childline" in note("reviews/grace")
    james = text_of(warwickshire.output / "documents" / "posters" / "james-lessons-learned.pdf")
    assert "01926 414144" in james and "01926 412080" not in james
    foot = warwickshire.page("reviews/cj").css_first(".lib-worried")
    assert foot is not None and "01926 412080" in foot.text() and "01926 414144" not in foot.text()


def test_a_short_list_keeps_999_and_the_first_number_for_each() -> None:
    contacts = [
        *(Contact(id=f"child-{n}", label="Child", phone=f"01632 96000{n}", about=(About.CHILDREN,)) for n in range(5)),
        Contact(id="adult", label="Adult", phone="01632 960009", about=(About.ADULTS,)),
        Contact(id="emergency", label="Emergency", phone="999", about=(About.CHILDREN,)),
    ]
    assert [each.id for each in contacts_for(contacts, (), 4)] == ["child-0", "child-1", "adult", "emergency"]
    assert [each.id for each in contacts_for(contacts, (About.ADULTS,), 4)] == ["adult", "emergency"]
