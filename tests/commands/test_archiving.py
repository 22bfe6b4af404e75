"""Records that were published and are archived, withdrawn or changed: no published address is lost."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Final

import pytest
import yaml

from tests import pdfs, server_redirects
from tests.conftest import TODAY, copy_full, files_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Site

CASE: Final = "content/cases/ash/case.yml"
LESSONS: Final = "briefings/ash-lessons/briefing.yml"
BRIEFING: Final = "briefings/late-calls/briefing.yml"
NOTICE: Final = "content/notices/rota.yml"
LEDGER: Final = "content/published-urls.yml"
REDIRECTS: Final = "content/redirects.yml"

RECORDS: Final = {
    CASE: """\
# Invented for tests.
name: Ash
type: adult-review
published: 2024-02-01
summary: Ash, 68, was seen by three services.
story: Ash was seen once a week.
learning: [Ask again.]
themes: [knocking-twice]
documents:
  - kind: full-report
    file: report.pdf
    updates:
      - {date: 2024-03-12, text: A date was corrected., earlier: first.pdf}
  - {kind: plain-summary, file: summary.pdf}
sources: [Invented for tests]
""",
    LESSONS: """\
# Invented for tests.
title: Ash
series: lessons-learned
case: ash
published: 2024-02-01
""",
    BRIEFING: """\
# Invented for tests.
title: Late calls
series: seven-minute
published: 2024-02-01
summary: What to do when somebody calls late.
sections:
  - {heading: Background, body: Somebody calls late.}
documents:
  - {kind: sheet, file: sheet.pdf}
""",
    NOTICE: """\
# Invented for tests.
title: Rota day
kind: gathering
date: 2025-01-02
summary: A day on rotas.
starts: 2025-10-09
documents:
  - {kind: blank-form, file: rota.pdf}
""",
}
FILES: Final = (
    "content/cases/ash/report.pdf",
    "content/cases/ash/first.pdf",
    "content/cases/ash/summary.pdf",
    "briefings/late-calls/sheet.pdf",
    "content/notices/rota.pdf",
)
PAGES: Final = {CASE: "reviews/ash/", LESSONS: "briefings/ash-lessons/", BRIEFING: "briefings/late-calls/"}
PAGES_AND_NOTICE: Final = {**PAGES, NOTICE: "news/rota/"}
OWN_FILES: Final = {
    CASE: {
        "documents/ash-full-report.pdf",
        "documents/ash-plain-summary.pdf",
        "documents/versions/ash-full-report-until-2024-03-12.pdf",
    },
    LESSONS: {"documents/sheets/ash-lessons.pdf", "documents/posters/ash-lessons.pdf"},
    BRIEFING: {"documents/late-calls-sheet.pdf", "documents/sheets/late-calls.pdf"},
    NOTICE: {"documents/rota-blank-form.pdf", "news/rota/event.ics"},
}
STATES: Final = {
    "archived": "status: archived\nstatus_since: 2026-04-30\nstatus_reason: It was public for two years.\n",
    "withdrawn": "status: withdrawn\nstatus_since: 2026-04-30\nstatus_reason: A figure in it was wrong.\n",
}


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with a record of each kind, built, and its list of published addresses."""
    site = copy_full(tmp_path_factory.mktemp("archiving") / "full")
    for name, text in RECORDS.items():
        site.write(name, text)
    for name in FILES:
        (site.root / name).write_bytes(pdfs.good())
    site.build()
    done = site.library("publish-addresses", "--today", TODAY)
    assert done.status == 0, done.text
    for name in ("content", "briefings"):
        shutil.copytree(site.root / name, site.root / "kept" / name)
    return site


@pytest.fixture
def site(published: Site) -> Iterator[Site]:
    """The same, with its sources restored after each test."""
    yield published
    for name in ("content", "briefings"):
        shutil.rmtree(published.root / name)
        shutil.copytree(published.root / "kept" / name, published.root / name)


def published_addresses(site: Site) -> set[str]:
    return {each["address"] for each in yaml.safe_load((site.root / LEDGER).read_text("utf-8"))["published"]}


def leads_to(site: Site, old: str) -> set[str | None]:
    """Where each kind of server sends a reader of an address; None where it sends nobody."""
    readers = (server_redirects.read(site.output, name) for name in server_redirects.READERS)
    return {where("any.example", f"/{old}") for where in readers}


def assert_no_address_is_lost(site: Site) -> None:
    """Build, check and `publish-addresses` find nothing, and every published address answers or is redirected."""
    before = published_addresses(site)
    for told in (
        site.build().text,
        site.library("check", "--today", TODAY).text,
        site.library("publish-addresses", "--today", TODAY).text,
    ):
        assert "A5" not in told, told
    assert before <= published_addresses(site)
    for address in published_addresses(site):
        if not _answers(site, address):
            (page,) = leads_to(site, address)
            assert page is not None, address
            assert _answers(site, page.lstrip("/")), page


def _answers(site: Site, address: str) -> bool:
    path = site.output / address
    return path.is_file() or (path / "index.html").is_file()


def site_bytes(site: Site) -> dict[str, bytes]:
    return {name: data for name, data in files_of(site.output).items() if not name.startswith("search/index/")}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("record", RECORDS)
def test_a_record_is_archived_or_withdrawn_and_comes_back(site: Site, record: str, state: str) -> None:
    site.build()
    before = site_bytes(site)
    assert OWN_FILES[record] <= before.keys() & published_addresses(site)
    site.write(record, RECORDS[record] + STATES[state])
    if record == CASE and state == "withdrawn":
        site.write(LESSONS, RECORDS[LESSONS] + STATES[state])
    assert_no_address_is_lost(site)
    page = PAGES_AND_NOTICE[record]
    gone = OWN_FILES[record] - files_of(site.output).keys()
    # An archived event keeps its calendar file: a reader's calendar may still ask for it.
    assert gone == OWN_FILES[record] - ({"news/rota/event.ics"} if state == "archived" else set())
    for address in gone:
        assert leads_to(site, address) == {f"/{page}"}
    said = " ".join(site.main(page).text().split())
    assert f"{state.capitalize()}, 30 April 2026." in said
    assert STATES[state].splitlines()[2].removeprefix("status_reason: ") in said
    if state == "archived":
        assert "are no longer on this website. How to ask for a document" in said
    moved = (site.output / "data" / "moved.csv").read_text("utf-8-sig")
    assert all(f"/{address}," in moved for address in gone)
    for name in (record, LESSONS):
        site.write(name, RECORDS[name])
    assert_no_address_is_lost(site)
    assert site_bytes(site) == before


def test_library_withdraw_needs_no_redirect_either(site: Site) -> None:
    done = site.library("withdraw", "ash", "--reason", "The family asked for it.", "--today", TODAY)
    assert done.status == 0, done.text
    assert_no_address_is_lost(site)
    assert leads_to(site, "documents/ash-full-report.pdf") == {"/reviews/ash/"}
    assert leads_to(site, "documents/posters/ash-lessons.pdf") == {"/briefings/ash-lessons/"}


CHANGES: Final = {
    "a document is on request": (
        CASE, "{kind: plain-summary, file: summary.pdf}", "{kind: plain-summary, availability: on-request}",
        "documents/ash-plain-summary.pdf", "/reviews/ash/",
    ),
    "a document is withdrawn": (
        CASE, "{kind: plain-summary, file: summary.pdf}",
        "{kind: plain-summary, availability: withdrawn, reason: A figure was wrong.}",
        "documents/ash-plain-summary.pdf", "/reviews/ash/",
    ),
    "a document is on another site": (
        CASE, "{kind: plain-summary, file: summary.pdf}",
        '{kind: plain-summary, url: "https://www.tarnshire.example/ash.pdf"}',
        "documents/ash-plain-summary.pdf", "/reviews/ash/",
    ),
    "a document has another format": (
        CASE, "{kind: plain-summary, file: summary.pdf}", "{kind: plain-summary, file: summary.csv}",
        "documents/ash-plain-summary.pdf", "/reviews/ash/",
    ),
    "an earlier version is not offered": (
        CASE, ", earlier: first.pdf", "",
        "documents/versions/ash-full-report-until-2024-03-12.pdf", "/reviews/ash/",
    ),
    "a case loses its lessons": (
        CASE, "story: Ash was seen once a week.\nlearning: [Ask again.]\n", "",
        "documents/posters/ash-lessons.pdf", "/briefings/ash-lessons/",
    ),
    "a briefing loses its sections": (
        BRIEFING, "sections:\n  - {heading: Background, body: Somebody calls late.}\n", "",
        "documents/sheets/late-calls.pdf", "/briefings/late-calls/",
    ),
    "a briefing has another series": (
        LESSONS, "series: lessons-learned\ncase: ash\n", "series: seven-minute\n",
        "documents/posters/ash-lessons.pdf", "/briefings/ash-lessons/",
    ),
    "an event has no day": (
        NOTICE, "starts: 2025-10-09\n", "",
        "news/rota/event.ics", "/news/rota/",
    ),
    "a notice moves to the resources": (
        NOTICE, "kind: gathering\n", "kind: handy-tool\n",
        "news/rota/", "/resources/rota/",
    ),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_record_no_longer_offers_leads_to_its_page(site: Site, change: str) -> None:
    record, old, new, address, page = CHANGES[change]
    (site.root / "content/cases/ash/summary.csv").write_text("invented")
    site.change(record, old, new)
    assert_no_address_is_lost(site)
    assert leads_to(site, address) == {page}


def test_a_site_without_sheets_sends_their_readers_to_the_briefing(site: Site) -> None:
    site.build("--without", "sheets")
    assert not (site.output / "documents" / "sheets").exists()
    assert leads_to(site, "documents/sheets/late-calls.pdf") == {"/briefings/late-calls/"}
    assert "A5" not in site.library("check", "--today", TODAY).text
    site.build()
    assert leads_to(site, "documents/sheets/late-calls.pdf") == {None}


def test_a_redirect_to_a_document_leads_to_the_page_at_once_when_its_record_is_archived(site: Site) -> None:
    site.write(
        REDIRECTS,
        "# Invented for tests.\nredirects:\n  - {old: documents/ash.pdf, new: documents/ash-full-report.pdf}\n",
    )
    site.build()
    assert leads_to(site, "documents/ash.pdf") == {"/documents/ash-full-report.pdf"}
    site.write(CASE, RECORDS[CASE] + STATES["archived"])
    assert_no_address_is_lost(site)
    assert leads_to(site, "documents/ash.pdf") == {"/reviews/ash/"}


def test_lists_stay_when_the_last_record_in_them_is_withdrawn(site: Site) -> None:
    lists = {
        published_address
        for published_address in published_addresses(site)
        if re.match(r"(?:themes|reviews|briefings|for)/", published_address)
    }
    for record, text in RECORDS.items():
        site.write(record, text + STATES["withdrawn"])
    assert_no_address_is_lost(site)
    for each in lists - set(PAGES_AND_NOTICE.values()):
        assert (site.output / each).exists(), each
    assert (site.output / "events.ics").is_file()


HINTS: Final = {
    "a document was removed": (CASE, "  - {kind: plain-summary, file: summary.pdf}\n", ""),
    "a document is withheld": (
        CASE, "{kind: plain-summary, file: summary.pdf}",
        "{kind: plain-summary, availability: withheld, reason: It names a witness.}",
    ),
    "the kind of a document was changed": (CASE, "{kind: plain-summary, file:", "{kind: board-reply, file:"),
    "every document was removed": (NOTICE, "documents:\n  - {kind: blank-form, file: rota.pdf}\n", ""),
    "a briefing is a draft again": (BRIEFING, "series: seven", "status: draft\nseries: seven"),
    "a notice is scheduled again": (NOTICE, "kind: gath", "status: scheduled\npublish_on: 2027-01-01\nkind: gath"),
}  # fmt: skip


@pytest.mark.parametrize("change", HINTS)
def test_what_the_hint_says_can_be_typed_and_works(site: Site, change: str) -> None:
    site.change(*HINTS[change])
    told = site.library("build", "--today", TODAY)
    assert told.status == 1
    assert "A502" in told.text
    for hint in dict.fromkeys(re.findall(r"error\[A502\].*?  = hint: (.*?)\n", told.text, re.DOTALL)):
        follow(site, hint)
    assert_no_address_is_lost(site)


def follow(site: Site, hint: str) -> None:
    """Does what a hint says, as an editor would."""
    if "content/redirects.yml" in hint:
        entry = re.search(r"- \{old: .*\}$", hint)
        assert entry, hint
        site.write(REDIRECTS, f"# Invented for tests.\nredirects:\n  {entry[0]}\n")
        return
    file = re.search(r"in (\S+?\.yml)", hint)
    assert file, hint
    text = (site.root / file[1]).read_text("utf-8")
    replaced = re.search(r'in place of "(.*?)".* write: (.*)$', hint)
    if replaced:
        assert replaced[1] in text, hint
        text = text.replace(replaced[1], replaced[2])
        if 'remove "publish_on"' in hint:
            text = re.sub(r"^publish_on:.*\n", "", text, flags=re.MULTILINE)
    else:
        entry = re.search(r"write: (- \{kind: .*\})$", hint)
        assert entry, hint
        if 'add "documents:"' in hint:
            text += "documents:\n"
        text = text.replace("documents:\n", f"documents:\n  {entry[1]}\n")
    site.write(file[1], text)


def test_a_file_that_was_lost_from_a_built_site_is_still_reported(site: Site) -> None:
    site.build()
    (site.output / "documents" / "ash-full-report.pdf").unlink()
    told = site.library("check", "--today", TODAY)
    assert '"/documents/ash-full-report.pdf" was published and is gone' in told.text
    site.build()


def test_the_list_of_things_to_do_names_an_archived_record_without_its_day(site: Site, tmp_path: Path) -> None:
    site.write(CASE, RECORDS[CASE] + "status: archived\n")
    told = site.library("list", "--today", TODAY).text
    assert "Archived records that do not say since when" in told
    assert 'add "status_since"' in told
    site.write(CASE, RECORDS[CASE] + STATES["archived"])
    listed = site.library("list", "--today", TODAY).text.partition("do not say since when")[2]
    assert CASE not in listed.split("\n\n")[0]
