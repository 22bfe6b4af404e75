"""A page that may hurt a reader begins with a note: what the page speaks about, and who to call."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions
from generator.model import Briefing, Case, Library, Notice, address_of
from generator.model.content_warnings import sensitive_topics, text_of
from generator.model.facets import case_of_lessons
from generator.model.mentions import mentions
from tests.conftest import TODAY

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Site

NOTE = "lib-content-note"


def library_of(site: Site, today: date) -> Library:
    library = validate_and_link(BuildOptions(site.root, today)).library
    assert library is not None
    return library


def records_of(library: Library) -> list[Case | Briefing | Notice]:
    return [*library.cases, *library.briefings, *library.notices]


def note_on(site: Site, address: str) -> str:
    """The text of a page's note; empty if it has none."""
    found = site.main(address).css_first(f".{NOTE}")
    return " ".join(found.text().split()) if found is not None else ""


def test_every_page_about_a_hard_subject_and_no_other_begins_with_a_note(warwickshire: Site) -> None:
    library = library_of(warwickshire, date(2026, 11, 25))
    hard = 0
    for record in records_of(library):
        html = (warwickshire.output / address_of(record, library.vocabulary) / "index.html").read_text("utf-8")
        subjects = sensitive_topics(record, library)
        assert (NOTE in html) is bool(subjects), record.ref
        if not subjects:
            continue
        hard += 1
        note = html.index(NOTE)
        places = [
            html.find(mark) for mark in ('class="lib-lede', 'id="story"', 'class="lib-sections"', 'id="documents"')
        ]
        assert all(note < place for place in places if place >= 0), record.ref
        said = html[note : html.index("</aside>", note)]
        assert all(subject in said for subject in subjects), record.ref
        assert 'href="#lib-worried">Get support</a>' in said and "116 123" in said
        assert said.count("<p") == 2
    assert hard >= 5


def test_a_note_names_what_the_record_says_and_nothing_that_a_briefing_is_about(warwickshire: Site) -> None:
    assert "mentions serious injuries to a young child." in note_on(warwickshire, "reviews/charlie")
    assert "mentions a death, drugs and exploitation." in note_on(warwickshire, "reviews/cj")
    assert (
        "mentions suicide, neglect, emotional abuse, domestic abuse, alcohol and drug misuse in the family and"
        in note_on(warwickshire, "reviews/grace")
    )
    lessons = note_on(warwickshire, "briefings/james-lessons-learned")
    assert lessons.partition(".")[0] == note_on(warwickshire, "reviews/james").partition(".")[0]
    # These briefings have no lessons on this site, and their pages do not repeat the story.
    for identity in ("charlie", "cj", "grace"):
        assert note_on(warwickshire, f"briefings/{identity}-lessons-learned") == ""
    for identity in ("charlie", "anna", "simon", "exploitation"):
        said = note_on(warwickshire, f"reviews/{identity}").lower()
        assert "neglect" not in said and "suicide" not in said and "exploitation" not in said
        assert "real people" not in warwickshire.main(f"reviews/{identity}").text()


def test_pages_without_a_story_and_lists_have_no_note(warwickshire: Site) -> None:
    for address in ("reviews/anna", "reviews/simon", "reviews/exploitation", "briefings/anna-lessons-learned"):
        assert note_on(warwickshire, address) == ""
    # Nothing but a sentence about the topic and a link.
    for address in ("briefings/suicide-awareness", "briefings/child-neglect", "news/first-thematic-review"):
        assert note_on(warwickshire, address) == ""
    for folder in ("themes", "reviews/types", "briefings/for"):
        for page in (warwickshire.output / folder).rglob("index.html"):
            html = page.read_text("utf-8")
            assert NOTE not in html and 'id="helplines"' not in html, page


def test_no_page_with_a_note_is_nearly_empty(warwickshire: Site) -> None:
    noted = [path for path in warwickshire.output.rglob("index.html") if NOTE in path.read_text("utf-8")]
    assert 5 < len(noted) < 20
    for page in noted:
        main = warwickshire.main(page.parent.relative_to(warwickshire.output).as_posix())
        for part in main.css(f".{NOTE}, .lib-panel, .lib-backlinks, #cite, .lib-cite, [data-pagefind-ignore]"):
            part.decompose()
        assert len(main.text().split()) >= 25, page


@pytest.mark.parametrize("kind", ["case", "seven-minute", "notice"])
def test_a_record_names_the_subjects_itself(full: Site, kind: str) -> None:
    file, address, line = {
        "case": ("content/cases/wren/case.yml", "reviews/wren", "harms: [cuckooing, cold-home]"),
        "seven-minute": ("briefings/knocking-twice/briefing.yml", "briefings/knocking-twice", "series: seven-minute"),
        "notice": ("content/notices/autumn-moot.yml", "news/autumn-moot", "title: "),
    }[kind]
    old = line if kind != "notice" else (full.root / file).read_text("utf-8").partition("\n")[2].partition("\n")[0]
    full.change(file, old, f"{old}\ncontent_note: [a death, drugs, the NHS]")
    full.build("--without", "search", "--without", "sheets")
    assert note_on(full, address).startswith("This page mentions a death, drugs and the NHS.")


def test_a_theme_counts_only_for_a_briefing_whose_own_text_mentions_it(full: Site) -> None:
    full.change("content/vocabulary.yml", "    label: Handing over\n", "    label: Handing over\n    helpline: true\n")
    briefing = "briefings/names-in-the-notes/briefing.yml"
    themes = next(line for line in (full.root / briefing).read_text("utf-8").splitlines() if line.startswith("themes:"))
    full.change(briefing, themes, "themes: [handing-over]")
    full.build("--without", "search", "--without", "sheets")
    assert note_on(full, "briefings/names-in-the-notes") == ""
    linked = "See [Handing over](briefing:knocking-twice)."
    full.change(briefing, "Background, for names in notes: an invented text.", linked)
    full.build("--without", "search", "--without", "sheets")
    assert note_on(full, "briefings/names-in-the-notes") == ""
    full.change(briefing, linked, "Nobody handed over the notes when the shift ended.")
    full.build("--without", "search", "--without", "sheets")
    assert note_on(full, "briefings/names-in-the-notes").startswith("This page mentions handing over.")
    assert note_on(full, "reviews/rowan-and-robin") == ""
    assert note_on(full, "briefings/rowan-and-robin-lessons") == ""
    assert note_on(full, "themes/handing-over") == ""


def test_an_acronym_keeps_its_capitals(full: Site) -> None:
    full.change("content/vocabulary.yml", "    label: Cuckooing\n", "    label: FGM and the like\n")
    full.change("content/vocabulary.yml", "    label: Frontline staff\n", "    label: NHS staff\n")
    full.build("--without", "search", "--without", "sheets")
    assert "mentions FGM and the like and cold home." in note_on(full, "reviews/wren")
    assert ": for NHS staff</title>" in (full.output / "for/frontline-staff/feed.xml").read_text("utf-8")


def test_an_email_names_every_subject_and_suicide_first(full: Site, tmp_path: Path) -> None:
    full.change(
        "content/vocabulary.yml",
        "harms:\n",
        "harms:\n  - {id: suicide, label: Suicide, helpline: true, named_first: true}\n",
    )
    full.change("content/cases/wren/case.yml", "harms:", "content_note: [fire, debts, fraud, cold, suicide]\nharms:")
    full.write(
        "content/bulletins/2025-q1.yml",
        "# Invented for tests.\ntitle: Whose door next?\nwelcome: Please read Wren's review.\n",
    )
    made = full.library("bulletin", "2025-q1", "--out", str(tmp_path / "mail"), "--today", TODAY)
    assert made.status == 0, made.text
    forms = [path.read_text("utf-8") for path in (tmp_path / "mail").rglob("*") if path.suffix in (".html", ".txt")]
    assert len(forms) == 2
    for text in forms:
        said = " ".join(text.split()).partition("ome pages listed here mention ")[2].partition(".")[0]
        assert said.startswith("suicide, ")
        assert all(subject in said for subject in ("fire", "debts", "fraud", "cold", "cuckooing"))
        assert "other harm" not in text


def test_suicide_comes_first(warwickshire: Site) -> None:
    assert note_on(warwickshire, "reviews/james").startswith("This page mentions suicide, self-harm, a stabbing,")
    assert note_on(warwickshire, "years/2022-23").startswith("Some pages listed here mention suicide,")
    assert note_on(warwickshire, "bulletins/2022-q2").startswith("Some pages listed here mention suicide,")


def test_the_id_of_a_harm_in_a_content_note_is_shown_in_words(full: Site) -> None:
    full.change("content/cases/wren/case.yml", "harms:", "content_note: [a loss, cold-home]\nharms:")
    full.build("--without", "search", "--without", "sheets")
    assert note_on(full, "reviews/wren").startswith("This page mentions a loss and cold home.")


def test_a_notice_has_no_note_from_its_harms(warwickshire: Site) -> None:
    for address in ("resources/operation-encompass", "resources/independent-modern-slavery-advisor"):
        assert warwickshire.main(address).text() and note_on(warwickshire, address) == ""


@pytest.mark.parametrize("name", ["warwickshire", "built"])
def test_no_note_asserts_a_subject_that_its_record_does_not(request: pytest.FixtureRequest, name: str) -> None:
    """Each subject is a harm that the record declares, or its own text mentions it. Links to records do not count."""
    site: Site = request.getfixturevalue(name)
    library = library_of(site, date(2026, 11, 25))
    words = library.vocabulary
    lists = {path.parent for path in site.output.rglob("index.html") if NOTE in path.read_text("utf-8")}
    for record in records_of(library):
        address = address_of(record, words)
        lists.discard(site.output / address)
        case = case_of_lessons(record, library)
        own = [each for each in (record, case) if each is not None]
        text = "\n".join(text_of(each) for each in own)
        harms = {words.harm[harm].in_a_sentence for each in own for harm in each.harms}
        left = note_on(site, address).partition(" Get support")[0].partition(".")[0].removeprefix("This page mentions ")
        for subject in sorted(sensitive_topics(record, library), key=len, reverse=True):
            assert subject in left, (record.ref, subject)
            assert subject in harms or mentions(text, subject), (record.ref, subject)
            left = left.replace(subject, "", 1)
        assert set(left) <= set(" ,and"), (record.ref, left)
    for page in lists:
        address = page.relative_to(site.output).as_posix()
        assert note_on(site, address).startswith("Some pages listed here mention "), address
        linked = {each.attributes.get("href") or "" for each in site.main(address).css("a")}
        shown = [each for each in records_of(library) if any(address_of(each, words) in href for href in linked)]
        known = {subject for each in shown for subject in sensitive_topics(each, library)}
        said = note_on(site, address).partition(".")[0].removeprefix("Some pages listed here mention ")
        for subject in sorted(known, key=len, reverse=True):
            said = said.replace(subject, "", 1)
        assert set(said) <= set(" ,and"), (address, said)


def test_a_story_can_be_passed_over(warwickshire: Site) -> None:
    main = warwickshire.main("reviews/james")
    (skip,) = (each for each in main.css("aside a") if each.text() == "Skip to what we learned")
    assert skip.attributes["href"] == "#learning" and main.css_first("#learning") is not None
    assert "Go straight to" not in warwickshire.main("reviews/grace").text()


def test_the_partnerships_own_pdf_comes_first_and_a_story_without_lessons_has_no_sheet(warwickshire: Site) -> None:
    for address in ("briefings/james-lessons-learned", "reviews/james"):
        labels = [link.text() for link in warwickshire.main(address).css(".lib-documents a")]
        own = next(place for place, label in enumerate(labels) if label.startswith("James: lessons learned briefing"))
        made = [place for place, label in enumerate(labels) if "this library's page: James, lessons learned" in label]
        assert len(made) == 2 and own < min(made)
        assert labels[made[0]].startswith("Print version of") and labels[made[1]].startswith("Poster made from")
    for name in ("charlie", "cj", "grace"):
        for folder in ("sheets", "posters"):
            assert not (warwickshire.output / f"documents/{folder}/{name}-lessons-learned.pdf").exists()
        links = warwickshire.main(f"briefings/{name}-lessons-learned").css("a")
        assert not [link for link in links if "/sheets/" in (link.attributes.get("href") or "")]


def test_programs_are_not_told_that_a_review_is_about_the_subjects_of_its_briefings(warwickshire: Site) -> None:
    scripts = warwickshire.page("reviews/charlie").css('script[type="application/ld+json"]')
    (data,) = (each for each in (json.loads(script.text()) for script in scripts) if each["@type"] == "Report")
    assert data["about"] == [{"@type": "Thing", "name": "Injury"}]
    assert data["keywords"] == ["Supervision of children", "Children and dogs", "Early help"]
