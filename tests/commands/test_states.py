"""What may not be published is in no byte of the site, whatever its state and wherever it is written."""

from __future__ import annotations

import gzip
import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from generator.model import Briefing, Case, Notice, Publication
from generator.model.recommendation import Finding, Progress, Recommendation
from generator.model.workflow import Workflow
from tests import files_with_more, pdfs
from tests.canary_records import filled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Site

CANARY = "zzcanary"
"""Small letters alone, so that it can stand in ids, file names and addresses too."""

DEEP = {"agreed": f"{CANARY} one", "people": [{"name": f"{CANARY} two", "notes": [[f"{CANARY} three"]]}]}

STEPS = filled(Workflow, f"{CANARY} one")

STATES: dict[str, dict[str, Any]] = {
    "draft": {"status": "draft"},
    "scheduled": {"status": "scheduled", "publish_on": "2026-05-02 09:30"},
}
ACCEPTED = [{"rule": "P628", "text": f"{CANARY} one", "reason": f"{CANARY} two", "date": "2026-11-25"}]


NOT_OF_BULLETINS = ("unsent bulletin", "unsent words", "minutes that nobody reads", "sent once and gone")
"""Words of the sample's bulletins: of a draft, of sources, of what was sent and is withdrawn."""


def record(kind: str, state: str) -> dict[str, Any]:
    """A record of a kind with a canary in every field that holds words, and its own type of file."""
    words = f"{CANARY} {kind} {state}"
    accepted = {"rule": "untagged-pdf", "reason": words, "decided": "2025"}
    document = {
        "kind": "full-report",
        "file": f"{CANARY}-{kind}-{state}.pdf",
        "published": "2025",
        "language": "pl",
        "accepted": [accepted],
    }
    fields: dict[str, Any] = {
        "id": f"{CANARY}-{kind}-{state}",
        "name": words,
        "subtitle": words,
        "publication": None,
        "expected": None,
        "after": None,
        "commissioned": "2024-02",
        "concluded": "2025-01",
        "title": words,
        "summary": words,
        "story": words,
        "summary_source": words,
        "written_by": "library-retelling",
        "retold": "2025",
        "body": words,
        "learning": [words],
        "practice": [words],
        "community": [words],
        "reviewer": words,
        "also_known_as": [words],
        "findings": [filled(Finding, words) | {"theme": None}],
        "recommendations": [recommendation(words)],
        "language": "pl",
        "direction": "ltr",
        "questions": [words],
        "sections": [{"heading": words, "body": words}],
        "place": words,
        "links": [{"label": words, "url": f"https://{CANARY}.example/"}],
        "documents": [
            document,
            {"kind": "board-reply", "availability": "withheld", "reason": words},
            {"kind": "sheet", "url": f"https://{CANARY}.example/sheet.pdf"},
        ],
        "pictures": [{"file": f"{CANARY}.jpg", "alt": words, "caption": words}],
        "corrections": [{"date": "2026-03", "text": words}],
        "status_reason": words,
        "status_since": "2026-01",
        "sources": [words],
        "workflow": STEPS if kind == "case" else DEEP,
        "people": [words],
        "accepted_findings": ACCEPTED,
        "themes": ["handing-over"],
        "harms": ["cuckooing"],
        "audience": ["frontline-staff"],
        "about": ["adults"],
        "content_note": [words],
        "briefings": ["knocking-twice"],
        "type": "near-miss",
        "series": "seven-minute",
        "case": None,
        "kind": "handy-tool",
        "published": "2025-02-03",
        "revised": "2025-02-04",
        "date": "2025-02-03",
        "starts": "2025-02-03",
        "ends": "2025-02-04",
        "changes": [{"date": "2025-02-03", "text": words}],
        "cancelled": {"date": "2025-02-03", "text": words},
        "publish_on": None,
        "status": None,
    } | STATES.get(state, {"status": state})
    shapes: dict[str, type[Publication]] = {"case": Case, "briefing": Briefing, "notice": Notice}
    shape = shapes[kind]
    assert fields.keys() >= shape.model_fields.keys(), "a field of the model is not watched"
    return {name: value for name, value in fields.items() if name in shape.model_fields and value is not None}


def recommendation(words: str) -> dict[str, Any]:
    """A recommendation with a canary in every text, and ids that the vocabulary has."""
    entry = filled(Progress, words) | {"status": "being-done", "superseded_by": None, "notes": f"{CANARY} one"}
    entry["evidence"] = [{"label": words, "url": f"https://{CANARY}.example/audit"}]
    known = {"id": "r1", "to": "whole-moot", "theme": None, "harm": None, "finding": None}
    return filled(Recommendation, words) | known | {"progress": [entry]}


def put(site: Site, kind: str, state: str, fields: dict[str, Any]) -> None:
    """Writes a record (JSON is YAML) with a comment, and the file that it names."""
    name = f"{CANARY}-{kind}-{state}"
    folder = {"case": f"content/cases/{name}", "briefing": f"briefings/{name}", "notice": "content/notices"}[kind]
    file = f"{folder}/{name}.yml" if kind == "notice" else f"{folder}/{kind}.yml"
    site.write(file, f"# {CANARY} in a comment\n{json.dumps(fields, indent=1)}\n")
    for document in fields.get("documents", ()):
        if "file" in document:
            (site.root / folder / document["file"]).write_bytes(pdfs.untagged(CANARY))
    for picture in fields.get("pictures", ()):
        (site.root / folder / picture["file"]).write_bytes(files_with_more.photo())


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory, built: Site) -> Site:
    """The sample with canaries in it, built for the minute before the scheduled ones."""
    root = tmp_path_factory.mktemp("watched") / "full"
    shutil.copytree(built.root, root, ignore=shutil.ignore_patterns("site", ".cache"))
    site = type(built)(root)
    for kind in ("case", "briefing", "notice"):
        for state in STATES:
            put(site, kind, state, record(kind, state))
        withdrawn = record(kind, "withdrawn") | {"id": f"gone-{kind}", "status_reason": "Said to the public."}
        put(site, kind, "withdrawn", withdrawn | {"title" if kind != "case" else "name": f"Gone {kind}"})
    for name in (
        "content/cases/sorrel/case.yml",
        "briefings/cold-homes/briefing.yml",
        "content/notices/worry-form.yml",
    ):
        steps = STEPS if name.endswith("case.yml") else DEEP
        secret = (
            f"sources: [{CANARY}]\nworkflow: {json.dumps(steps)}\n"
            f"accepted_findings: {json.dumps(ACCEPTED)}\n# {CANARY}\n"
        )
        text = (site.root / name).read_text("utf-8")
        site.write(name, "\n".join(line for line in text.split("\n") if not line.startswith("sources:")) + secret)
    for name in ("content/vocabulary.yml", "content/partnership.yml"):
        site.write(name, (site.root / name).read_text("utf-8") + f"# {CANARY}\n")
    site.change("content/years/2024-25.yml", "  - invented for the tests", f"  - {CANARY}")
    figures = (
        f"figures: [{{title: {CANARY}, by: {CANARY}, columns: [{CANARY}], rows: [{{label: {CANARY}, values: [1]}}], "
    )
    draft = f"status: draft\nintroduction: {CANARY}\n{figures}source: {CANARY}}}]\n"
    site.write("content/years/2023-24.yml", f"# {CANARY}\n{draft}")
    # What a public record, and lists that readers see, say of those that are not public.
    site.change("content/cases/wren/case.yml", "briefings: [", f"briefings: [{CANARY}-briefing-draft, ")
    site.change("content/cases/heron/case.yml", "briefings: [", f"briefings: [{CANARY}-briefing-scheduled, ")
    lessons = {"title": CANARY, "series": "lessons-learned", "case": f"{CANARY}-case-draft", "status": "draft"}
    put(site, "briefing", "lessons", lessons)
    unsent = f"title: {CANARY}\nstatus: draft\nwelcome: {CANARY}\n"
    site.write("content/bulletins/2023-q3.yml", unsent)
    living = f"title: Winter\nwelcome: What winter brought.\nsources: [{CANARY}]\n"
    site.write("content/bulletins/2025-q4.yml", living)
    site.build("--today", "2026-05-02T09:29")
    return site


def found(folder: Path, word: str = CANARY) -> list[str]:
    """Return the files with a word in their path, their bytes, or what is compressed in them."""
    return [
        name
        for path in folder.rglob("*")
        if word in (name := path.relative_to(folder).as_posix())
        or (path.is_file() and word.encode() in unpacked(path).lower())
    ]


def unpacked(path: Path) -> bytes:
    """Return the bytes of a file, and its content if it is a part of the search index or a PDF."""
    data = path.read_bytes()
    if data.startswith(b"\x1f\x8b"):
        return data + gzip.decompress(data)
    if data.startswith(b"%PDF"):
        return pdfs.decompressed(data) + pdfs.shown(path)
    return data


def test_the_search_for_a_word_opens_the_index_and_pdfs(built: Site) -> None:
    """Without this test, the others would pass if nothing was unpacked."""
    names = found(built.output, "strangers moved in")
    assert any(name.startswith("pagefind/fragment/") or ".pf_fragment" in name for name in names), names
    assert "resources/index.html" not in names
    assert any(name.endswith(".pdf") for name in found(built.output, "knocking twice"))


def test_no_canary_is_in_any_byte_or_name_of_the_site(watched: Site) -> None:
    assert found(watched.output) == []


def test_no_canary_is_in_the_site_of_any_other_day_before_theirs(watched: Site, tmp_path: Path) -> None:
    watched.build("--today", "2025-01-01", "--out", str(tmp_path / "then"))
    assert found(tmp_path / "then") == []


def test_nothing_of_the_sample_that_is_not_public_is_in_the_site(built: Site) -> None:
    for word in (
        "tansy",
        "linnet",
        "quiet hours",
        "quiet-hours",
        "rumour",
        "winter-moot",
        "winter moot",
        *NOT_OF_BULLETINS,
    ):
        assert found(built.output, word) == []


def test_scheduled_records_appear_at_their_minute(watched: Site, tmp_path: Path) -> None:
    watched.build("--today", "2026-05-02T09:30", "--out", str(tmp_path / "day"))
    shown = found(tmp_path / "day", f"{CANARY}-case-scheduled")
    for name in ("reviews/zzcanary-case-scheduled/index.html", "data/reviews.json", "feed.xml", "sitemap.xml"):
        assert name in shown
    assert (tmp_path / "day" / "documents" / "zzcanary-case-scheduled-full-report.pdf").is_file()
    assert (tmp_path / "day" / "briefings" / "zzcanary-briefing-scheduled" / "index.html").is_file()
    assert (tmp_path / "day" / "resources" / "zzcanary-notice-scheduled" / "index.html").is_file()
    assert found(tmp_path / "day", f"{CANARY}-case-draft") == []
    assert found(tmp_path / "day", f"{CANARY} one") == found(tmp_path / "day", f"{CANARY} three") == []


@pytest.fixture(scope="module")
def drafts(watched: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("drafts") / "site"
    watched.build("--drafts", "--out", str(folder))
    yield folder


@pytest.mark.parametrize("state", list(STATES))
@pytest.mark.parametrize(("kind", "shelf"), [("case", "reviews"), ("briefing", "briefings"), ("notice", "resources")])
def test_drafts_are_shown_when_asked_for_marked_and_kept_from_search_engines(
    drafts: Path, kind: str, shelf: str, state: str
) -> None:
    html = (drafts / shelf / f"{CANARY}-{kind}-{state}" / "index.html").read_text("utf-8")
    assert "This page is not public." in html
    assert '<meta name="robots" content="noindex">' in html
    assert f"{CANARY}-{kind}-{state}/" not in (drafts / "sitemap.xml").read_text("utf-8")


def test_a_public_page_is_not_marked_as_a_draft_in_a_preview(drafts: Path) -> None:
    html = (drafts / "reviews" / "wren" / "index.html").read_text("utf-8")
    assert "This page is not public." not in html
    assert "noindex" not in html


@pytest.mark.parametrize("word", [f"{CANARY} one", f"{CANARY} two", f"{CANARY} three", f"{CANARY} in a comment"])
def test_what_is_never_published_is_not_in_a_preview_either(drafts: Path, word: str) -> None:
    assert found(drafts, word) == []


def test_an_archived_record_keeps_its_page_and_offers_no_download(built: Site) -> None:
    for address in ("reviews/bramble", "briefings/lamplight", "resources/paper-pad"):
        main = built.main(address)
        assert "How to ask for a document" in " ".join(main.text().split())
        assert "Archived" in main.text()
        assert [each.attributes["href"] for each in main.css("a") if ".pdf" in (each.attributes["href"] or "")] == []
    assert "Archived, January 2020." in built.main("reviews/bramble").text()
    assert not list((built.output / "documents").glob("bramble*"))
    assert not list((built.output / "documents").glob("lamplight*"))
    case = next(each for each in built.data("data/reviews.json")["reviews"] if each["id"] == "bramble")
    assert case["status"] == "archived"
    assert {each["address"] for each in case["documents"]} == {None}
    assert {each["availability"] for each in case["documents"]} == {"on-request"}


@pytest.mark.parametrize(
    ("address", "name", "reason", "told_by"),
    [
        (
            "reviews/teasel",
            "Teasel",
            "The family asked for it, and the board agreed.",
            ["bulletins/2025-q1/index.html"],
        ),
        ("briefings/old-pathway", "Old pathway", "A new pathway takes its place.", []),
        ("news/wrong-number", "A wrong number", "The number in it was wrong.", []),
    ],
)
def test_a_withdrawn_record_keeps_its_address_and_the_reason_alone(
    built: Site, address: str, name: str, reason: str, told_by: list[str]
) -> None:
    page = built.page(address)
    assert [each.text() for each in page.css("h1")] == [f"[Withdrawn] {name}"]
    assert reason in built.main(address).text()
    assert [each.attributes["content"] for each in page.css("meta[name=robots]")] == ["noindex"]
    identity = address.rpartition("/")[2]
    of_its_year = ["years/2024-25/index.html"] if identity == "teasel" else []
    told = [*told_by, *of_its_year]
    assert sorted(found(built.output, identity)) == sorted([*told, address, f"{address}/index.html"])


def test_nothing_else_of_a_withdrawn_record_is_left(built: Site) -> None:
    for words in ("said no longer", "nothing of this may be read", "nor this.", "uphill", "call the wrong number"):
        assert found(built.output, words) == []
    assert found(built.output, "teasel report") == []
