"""Series of briefings are data: a board with other series than the other sample sites, wherever they are named."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Final

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.conftest import REPOSITORY, Site, Told, files_of

SMALL: Final = REPOSITORY / "tests" / "sites" / "valid" / "small"
SERIES: Final = """briefing_series:
  - id: five-minute
    label: 5-minute briefing
    plural: 5-minute briefings
    abbreviation: 5MB
    for: [topics]
    parts: [{heading: Why}, {heading: Signs}, {heading: Law}, {heading: Practice}, {heading: More}]
    minutes: 5
    sheet: true
  - id: learning
    label: learning briefing
    plural: learning briefings
    for: [case]
    parts: [{heading: What happened}, {heading: What must change}, {heading: Next steps}]
    sheet: true
  - id: digest
    label: digest
    plural: digests
    for: [topics, case]
    most_parts: 2
    poster: true
"""
ASKING: Final = """# An invented briefing.
title: Asking Again
series: five-minute
published: 2022-10
sections:
  - {heading: Why, body: People answer the second question.}
  - {heading: Signs, body: A short answer.}
questions: [Whom would you ask again?]
themes: [early-help]
"""
LEARNING: Final = """# An invented briefing.
title: Rowan
series: learning
case: rowan
published: 2022-11
sections:
  - {heading: What happened, body: Rowan was often hungry.}
  - {heading: What must change, body: Write it down.}
"""
DIGEST: Final = """# An invented briefing.
title: Rowan
series: digest
case: rowan
published: 2022-11
sections:
  - {heading: In one line, body: Hunger is a sign.}
"""
NOTHING_OF_OTHERS: Final = re.compile(rb"7-minute|7MB|seven|lessons learned|lessons-learned", re.IGNORECASE)
TWO_MORE: Final = "sections:\n  - {heading: A, body: B.}\n  - {heading: C, body: D.}"
TODAY: Final = ("--today", "2026-11-22")


def board(root: Path) -> Site:
    """The small site with the series and the briefings of another board."""
    shutil.copytree(SMALL, root)
    site = Site(root)
    site.change("mkdocs.yml", "custom_dir: overrides", f"custom_dir: {REPOSITORY / 'overrides'}")
    words = (root / "content/vocabulary.yml").read_text(encoding="utf-8")
    site.write("content/vocabulary.yml", words[: words.index("briefing_series:")] + SERIES)
    shutil.rmtree(root / "briefings")
    site.write("briefings/asking-again/briefing.yml", ASKING)
    site.write("briefings/rowan-learning/briefing.yml", LEARNING)
    site.write("briefings/rowan-digest/briefing.yml", DIGEST)
    record = (root / "content/cases/rowan/case.yml").read_text(encoding="utf-8")
    site.write("content/cases/rowan/case.yml", record.replace("checking-in", "asking-again"))
    site.change("content/notices/new-tool.yml", "briefing:checking-in", "briefing:asking-again")
    slots = ("briefing-finder", "for-audience audience=professionals", "counts", "briefing-list series=learning")
    written = "\n\n".join(f"<!-- library:{slot} -->" for slot in slots)
    head = "---\ntitle: Briefings\ndescription: All briefings.\nsection: briefings\n---\n\n# Briefings\n\n"
    site.write("content/pages/briefings/index.md", head + written + "\n")
    for section in ("bulletins", "years"):
        shutil.copytree(
            REPOSITORY / "tests/sites/valid/full/content/pages" / section,
            root / "content/pages" / section,
            dirs_exist_ok=True,
        )
    site.change("content/pages/bulletins/index.md", "<!-- library:sign-up -->", "")
    site.write(
        "content/bulletins/2022-q4.yml",
        "# Invented.\ntitle: Winter\nwelcome: What winter brought.\npinned: [case:rowan]\n",
    )
    site.change("content/cases/rowan/case.yml", "published: 2022-09", "published: 2022-11")
    site.write(
        "content/years/2022-23.yml",
        "# Invented.\nstated:\n  source: An invented report\n  reviews: [rowan]\n  lessons: [rowan]\n"
        "  briefings: [asking-again, rowan-digest]\n",
    )
    return site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = board(tmp_path_factory.mktemp("board") / "site")
    site.build(*TODAY)
    return site


def text_of(site: Site, address: str) -> str:
    return " ".join(site.main(address).text(separator=" ").split())


def test_not_one_byte_of_the_site_names_the_series_of_another_partnership(built: Site) -> None:
    found = [
        (name, match[0])
        for name, content in files_of(built.output).items()
        if not name.startswith("search/index/pagefind") and (match := NOTHING_OF_OTHERS.search(content))
    ]
    assert found == []


def test_a_case_shows_its_own_briefings_in_the_order_of_the_series_and_those_that_it_lists(built: Site) -> None:
    shown = text_of(built, "reviews/rowan")
    first, second = "Read the learning briefing for Rowan", "Read the digest for Rowan"
    assert (
        shown.index(first) < shown.index(second) < shown.index("5-minute briefings linked to this review: Asking Again")
    )


def test_a_briefing_of_a_case_shows_its_own_text_and_names_its_series(built: Site) -> None:
    shown = text_of(built, "briefings/rowan-learning")
    assert shown.startswith("Learning briefing Rowan")
    assert "Rowan was often hungry." in shown
    assert "What services learned from Rowan's review" in shown
    assert "for practitioners" not in shown


def test_lists_filters_and_counts_are_made_of_the_series(built: Site) -> None:
    shown = text_of(built, "briefings")
    for words in ("1 5-minute briefing", "1 learning briefing", "1 digest"):
        assert words in shown
    assert text_of(built, "briefings/series/learning").startswith("Briefings Learning briefings")
    labels = built.main("briefings").text(separator=" ")
    assert "5-minute briefings" in labels and "Digests" in labels


def test_open_data_has_all_briefings_of_a_case(built: Site) -> None:
    review = built.data("data/reviews.json")["reviews"][0]
    assert review["case_briefings"] == ["rowan-learning", "rowan-digest"]
    assert (review["lessons_learned"], review["briefings"]) == ("rowan-learning", ["asking-again"])
    labels = {each["series"]: each["series_label"] for each in built.data("data/briefings.json")["briefings"]}
    assert labels == {"five-minute": "5-minute briefing", "learning": "learning briefing", "digest": "digest"}


def test_a_series_says_which_papers_its_briefings_have(built: Site) -> None:
    papers = {name for name in files_of(built.output / "documents") if name.endswith(".pdf")}
    assert papers == {"sheets/asking-again.pdf", "sheets/rowan-learning.pdf", "posters/rowan-digest.pdf"}


def test_a_bulletin_says_how_long_a_briefing_takes_and_what_to_read_first(built: Site) -> None:
    shown = text_of(built, "bulletins/2022-q4")
    assert "Start with Rowan: learning briefing Read here , then Rowan: digest Read here" in shown
    assert "Then read this in a team meeting. It takes five minutes:" in shown


def test_nothing_says_how_long_it_takes_if_the_series_does_not(tmp_path: Path) -> None:
    site = board(tmp_path / "site")
    site.change("content/vocabulary.yml", "    minutes: 5\n", "")
    site.build(*TODAY)
    assert "Then read this in a team meeting: Asking Again" in text_of(site, "bulletins/2022-q4")
    head = site.page("briefings/asking-again").css_first("meta[name=description]")
    assert head is not None and (head.attributes["content"] or "").startswith(
        "Asking Again: a short briefing for teams"
    )


def test_the_email_of_a_bulletin_names_the_series(built: Site) -> None:
    told = built.library("bulletin", "2022-q4", "--out", str(built.root / "mail"), *TODAY)
    assert told.status == 0, told.text
    mail = b"".join(files_of(built.root / "mail").values())
    assert b"5-minute briefings:" in mail
    assert not NOTHING_OF_OTHERS.search(mail)


def test_the_chapter_of_a_year_counts_each_series(built: Site) -> None:
    shown = text_of(built, "years/2022-23")
    assert "1 review, 1 learning briefing, 1 new digest and 1 new 5-minute briefing." in shown
    assert shown.index("Learning briefings") < shown.index("5-minute briefings")
    assert "not in this library" not in shown


@pytest.mark.parametrize(
    ("series", "options", "written"),
    [
        ("learning", ("--case", "rowan"), ["case: rowan", "What must change"]),
        ("five-minute", (), ["#   - heading: Signs"]),
        ("digest", (), ["At most 2 parts.", "# case: grace"]),
    ],
)
def test_a_new_briefing_has_the_parts_of_its_series(
    tmp_path: Path, series: str, options: tuple[str, ...], written: list[str]
) -> None:
    site = board(tmp_path / "site")
    told = new(site, "--title", "Ash", "--series", series, *options)
    assert told.status == 0, told.text
    record = (site.root / "briefings/ash/briefing.yml").read_text(encoding="utf-8")
    assert all(words in record for words in (f"series: {series}", *written)), record
    assert not NOTHING_OF_OTHERS.search(record.encode())


def new(site: Site, *options: str) -> Told:
    """Runs `library new briefing`, without questions."""
    result = CliRunner().invoke(main, ["new", "briefing", "--root", str(site.root), "--no-input", *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Told(result.exit_code, result.output)


def test_a_new_briefing_on_a_topic_names_no_case(tmp_path: Path) -> None:
    site = board(tmp_path / "site")
    told = new(site, "--title", "Ash", "--series", "five-minute", "--case", "rowan")
    assert told.status == 2 and "a 5-minute briefing has no case field" in told.text
    told = new(site, "--title", "Ash", "--series", "fiveminute")
    assert told.status == 2 and 'did you mean "five-minute"?' in told.text


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        ("briefings/rowan-learning/briefing.yml", "case: rowan\n", "", ["V308"]),
        ("briefings/asking-again/briefing.yml", "published", "case: rowan\npublished", ["V310", "V310"]),
        ("briefings/rowan-digest/briefing.yml", "sections:", TWO_MORE, ["R207"]),
        ("briefings/rowan-learning/briefing.yml", "heading: What happened", "heading: The facts", ["V328"]),
        ("briefings/rowan-learning/briefing.yml", "series: learning", "series: Learning Briefing", ["R205"]),
        ("briefings/rowan-digest/briefing.yml", "series: digest", "series: learning", ["R206", "R220", "V328"]),
        ("content/vocabulary.yml", "for: [case]", "for: []", ["V327"]),
        ("content/vocabulary.yml", "    most_parts: 2\n", "", ["V327"]),
        ("content/vocabulary.yml", "{heading: Next steps}", "{heading: Next steps, from_case: practice}", ["V327"]),
        ("content/vocabulary.yml", "{heading: Next steps}", "{heading: What happened}", ["V327"]),
        ("content/vocabulary.yml", "for: [topics]", "for: [topic]", ["R207"]),
        ("content/vocabulary.yml", "most_parts: 2", "most_part: 2", ["R201"]),
    ],
)  # fmt: skip
def test_a_wrong_series_or_briefing_is_reported(
    tmp_path: Path, file: str, old: str, new: str, found: list[str]
) -> None:
    site = board(tmp_path / "site")
    site.change(file, old, new)
    told = site.library("check", "--format", "json", *TODAY)
    codes = [each["code"] for each in json.loads(told.text)["diagnostics"]]
    assert sorted(code for code in codes if code not in ("V309", "B963")) == found
