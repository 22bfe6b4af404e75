"""Addresses last: what was published is written down, what has moved is led on by a page and every server file."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
import yaml

from tests import server_redirects
from tests.conftest import REPOSITORY, TODAY, Site, copy_full

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WHO = ("-c", "user.name=Nobody", "-c", "user.email=nobody@tarnshire.example", "-c", "commit.gpgsign=false")
"""Whoever commits."""

INVENTED = "# Invented.\ntitle: Invented\nkind: newsflash\nsummary: It is invented.\nsources: [Invented for tests]\n"
LEDGER, REDIRECTS = "content/published-urls.yml", "content/redirects.yml"


def git(*arguments: str, site: Site) -> None:
    subprocess.run(("git", *arguments), cwd=site.root, check=True)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The invented partnership's site, built and published on the sample's day, in a git repository.

    Tests only look at it.
    """
    site = copy_full(tmp_path_factory.mktemp("published") / "full")
    site.build()
    told = site.library("publish-addresses", "--today", TODAY)
    assert told.status == 0, told.text
    for arguments in (("init", "-q"), ("add", "content", "briefings"), (*WHO, "commit", "-qm", "Publish")):
        git(*arguments, site=site)
    return site


@pytest.fixture(scope="module")
def copied(published: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A copy of the published site that tests may change and build: `site/` is as the last of them left it."""
    root = tmp_path_factory.mktemp("copied") / "full"
    shutil.copytree(published.root, root)
    return Site(root)


@pytest.fixture
def site(copied: Site) -> Iterator[Site]:
    """The copy, with its sources as they were published, whatever the test before did."""
    yield copied
    for arguments in (("checkout", "-q", "--", "."), ("clean", "-fdq", "content", "briefings")):
        git(*arguments, site=copied)


def entries(site: Site) -> dict[str, dict[str, object]]:
    listed = yaml.safe_load((site.root / LEDGER).read_text(encoding="utf-8"))["published"]
    return {each["address"]: each for each in listed}


def rename(site: Site, old: str, new: str) -> None:
    """Another id for a case, in its folder's name and wherever it is named."""
    (site.root / "content" / "cases" / old).rename(site.root / "content" / "cases" / new)
    for path in (*(site.root / "content").rglob("*.*"), *(site.root / "briefings").rglob("*.yml")):
        if path.suffix in (".yml", ".md") and path.name != "published-urls.yml":
            text = path.read_text(encoding="utf-8")
            text = re.sub(rf"(case:\s?){old}\b(?!-)", rf"\g<1>{new}", text)
            if path.parent.name == "years":
                text = re.sub(rf"(?<=[\[ ]){old}(?=[,\]])", new, text)
            path.write_text(text, encoding="utf-8")


def to_paste(told: str) -> list[str]:
    """The entries that findings offer."""
    return re.findall(r"^  .*hint: .*(- \{old: .*\})$", told, re.MULTILINE)


def paste(site: Site, lines: list[str]) -> None:
    site.write(REDIRECTS, "# Invented for tests.\nredirects:\n" + "".join(f"  {line}\n" for line in lines))


def test_every_address_that_readers_are_given_is_written_down_and_no_other(published: Site) -> None:
    known = entries(published)
    assert known["reviews/wren/"] == {
        "address": "reviews/wren/", "since": known[""]["since"], "record": "case:wren",
    }  # fmt: skip
    assert str(known[""]["since"]) == TODAY
    pages = {path.relative_to(published.output).as_posix() for path in published.output.rglob("index.html")}
    assert {each for each in known if each == "" or each.endswith("/")} == {
        page.removesuffix("index.html") for page in pages
    }
    files = {each for each in known if each and not each.endswith("/")}
    assert all((published.output / file).is_file() for file in files)
    assert {file.split("/")[0] for file in files} == {
        "briefings",
        "bulletins",
        "data",
        "documents",
        "events.ics",
        "feed.xml",
        "for",
        "news",
        "recommendations",
        "reviews",
        "themes",
    }
    assert not any(file.endswith((".webp", ".png", ".js", ".css", ".html")) for file in files)
    pdfs = {path.relative_to(published.output).as_posix() for path in (published.output / "documents").rglob("*.pdf")}
    assert {file for file in files if file.endswith(".pdf")} == pdfs
    # Tansy is a draft, and what is withdrawn keeps its page.
    assert "reviews/tansy/" not in known
    assert known["reviews/teasel/"]["record"] == "case:teasel"


def test_a_documents_version_is_the_hash_of_what_readers_get(published: Site) -> None:
    shown = subprocess.run(
        ("sha256sum", "documents/wren-full-report.pdf"),
        cwd=published.output,
        capture_output=True,
        text=True,
        check=True,
    )
    versions = entries(published)["documents/wren-full-report.pdf"]["versions"]
    assert [version["sha256"] for version in versions] == [shown.stdout.split()[0]]  # type: ignore[attr-defined]


def test_publishing_again_adds_what_is_new_below_and_touches_no_line(site: Site) -> None:
    ledger = site.root / LEDGER
    with ledger.open("a", encoding="utf-8") as file:
        file.write("  # A comment of the editor's.")
    before = ledger.read_text(encoding="utf-8")
    assert "no new addresses" in site.library("publish-addresses", "--today", "2026-05-02").text
    assert ledger.read_text(encoding="utf-8") == before
    site.change("content/notices/autumn-moot.yml", "title: ", "title: New ")
    shutil.copy(site.root / "content/cases/wren/summary.pdf", site.root / "content/cases/wren/Wren FINAL v3.pdf")
    site.write("content/notices/invented.yml", INVENTED)
    told = site.library("publish-addresses", "--today", "2026-05-03")
    assert "1 new address and 1 new version of documents" in told.text
    after = ledger.read_text(encoding="utf-8")
    assert after.startswith(before + "\n")
    added = yaml.safe_load("published:\n" + after.removeprefix(before))["published"]
    assert [each["address"] for each in added] == ["documents/wren-full-report.pdf", "news/invented/"]
    assert {str(each["since"]) for each in added} == {"2026-05-03"}
    assert "no new addresses" in site.library("publish-addresses", "--today", "2026-05-04").text
    assert "A503" not in site.library("check", "--today", TODAY).text
    git("checkout", "-q", "--", "content/cases/wren", site=site)
    told = site.library("publish-addresses", "--today", "2026-05-05")
    assert "0 new addresses and 1 new version of documents" in told.text, "what comes back is a version too"


def test_a_list_that_is_not_there_is_begun(site: Site) -> None:
    (site.root / LEDGER).unlink()
    subprocess.run(("git", "rm", "-q", "--cached", LEDGER), cwd=site.root, check=True)
    assert "content/published-urls.yml is gone" in site.library("publish-addresses", "--today", TODAY).text
    assert not (site.root / LEDGER).exists()
    shutil.move(site.root / ".git", site.root / ".git-away")
    told = site.library("publish-addresses", "--today", TODAY)
    shutil.move(site.root / ".git-away", site.root / ".git")
    subprocess.run(("git", "reset", "-q"), cwd=site.root, check=True)
    assert told.status == 0, told.text
    assert entries(site)["reviews/wren/"]["record"] == "case:wren"


def test_records_with_errors_are_not_written_down(site: Site) -> None:
    before = (site.root / LEDGER).read_bytes()
    site.write("content/notices/invented.yml", INVENTED.replace("newsflash", "newsflahs"))
    told = site.library("publish-addresses", "--today", TODAY)
    assert told.status == 1
    assert "V304" in told.text
    assert (site.root / LEDGER).read_bytes() == before


def test_an_id_that_was_changed_fails_the_build_until_the_redirects_are_pasted(site: Site) -> None:
    rename(site, "wren", "ouzel")
    told = site.library("build", "--all", "--today", "2026-05-02")
    assert told.status == 1
    gone = re.findall(r'"/(\S*)" was published and is gone', told.text)
    recommendations = [f"recommendations/wren/r{number}/" for number in range(1, 6)]
    documents = ["documents/wren-full-report.pdf", "documents/wren-plain-summary.pdf"]
    assert gone == [*documents, *recommendations, "reviews/wren/"]
    lines = to_paste(told.text)
    assert lines[-1] == "- {old: reviews/wren/, new: reviews/ouzel/, since: 2026-05-02}"
    paste(site, [*lines, "- {old: reviews/never-published/, new: reviews/}"])
    assert "A5" not in site.build("--today", "2026-05-02").text
    assert "A5" not in site.library("check", "--today", "2026-05-02").text
    page = site.page("reviews/wren")
    assert page.css_first("meta[http-equiv=refresh]").attributes["content"] == "0; url=../../reviews/ouzel/"  # type: ignore[union-attr]
    assert page.css_first("link[rel=canonical]").attributes["href"].endswith("/reviews/ouzel/")  # type: ignore[union-attr]
    assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"  # type: ignore[union-attr]
    assert page.css("script, style, [style]") == []
    assert "reviews/wren/" not in (site.output / "sitemap.xml").read_text("utf-8")
    assert not (site.output / "documents" / "wren-full-report.pdf").exists()
    for name in server_redirects.READERS:
        where = server_redirects.read(site.output, name)
        assert where("any.example", "/reviews/wren/") == "/reviews/ouzel/"
        assert where("any.example", "/documents/wren-full-report.pdf") == "/documents/ouzel-full-report.pdf"
        assert where("any.example", "/reviews/wren/more/") is None
    told = site.library("publish-addresses", "--today", "2026-05-02")
    assert "8 new addresses and 0 new versions" in told.text, "the old address is not recorded again"


def test_a_withdrawn_record_keeps_its_address_and_needs_no_redirect(site: Site) -> None:
    site.change(
        "content/cases/wren/case.yml",
        "type: adult-review\n",
        "type: adult-review\nstatus: withdrawn\nstatus_since: 2026-05-01\nstatus_reason: Invented.\n",
    )
    for each in (
        "content/pages/reviews/index.md",
        "content/notices/second-visit-rule.yml",
        "briefings/knocking-twice/briefing.yml",
    ):
        site.change(each, "[Wren](case:wren)", "Wren")
    site.change(
        "briefings/wren-lessons/briefing.yml",
        "series: lessons-learned\n",
        "series: lessons-learned\nstatus: withdrawn\nstatus_since: 2026-05-01\nstatus_reason: Invented.\n",
    )
    told = site.library("build", "--today", TODAY)
    gone = re.findall(r'"/(.*)" was published and is gone', told.text)
    assert gone == [], "its own page says why it is gone, and why its documents are"
    assert told.status == 0
    assert site.main("reviews/wren").css_first("h1").text() == "[Withdrawn] Wren"  # type: ignore[union-attr]
    assert not (site.output / "documents" / "wren-full-report.pdf").exists()
    assert "A5" not in site.library("check", "--today", TODAY).text
    (site.output / "reviews" / "wren" / "index.html").unlink()
    assert '"/reviews/wren/" was published and is gone' in site.library("check", "--today", TODAY).text
    site.build()


def test_a_document_that_its_record_calls_withdrawn_needs_no_redirect(site: Site) -> None:
    record = site.root / "content" / "cases" / "wren" / "case.yml"
    text = record.read_text(encoding="utf-8")
    written = next(line for line in text.splitlines() if "plain-summary" in line)
    site.change(
        "content/cases/wren/case.yml", written, "  - {kind: plain-summary, availability: withdrawn, reason: Invented.}"
    )
    assert "A5" not in site.build().text
    assert not (site.output / "documents" / "wren-plain-summary.pdf").exists()
    site.change("content/cases/wren/case.yml", "availability: withdrawn", "availability: withheld")
    assert "wren-plain-summary.pdf" in site.library("build", "--today", TODAY).text


def test_a_line_that_was_taken_out_is_found_by_git_and_only_in_the_check(site: Site) -> None:
    line = next(each for each in (site.root / LEDGER).read_text("utf-8").splitlines() if "reviews/heron/" in each)
    site.change(LEDGER, line + "\n", "")
    assert "A504" not in site.build().text
    told = site.library("check", "--today", TODAY)
    assert told.status == 1
    assert told.text.count("error[A504]") == 1
    assert f"put it back below this one: {line.strip()}" in told.text
    assert "A504" in site.library("publish-addresses", "--today", TODAY).text
    # Committed, it is found against the branch that everybody works on.
    git("branch", "-q", "before", site=site)
    git("update-ref", "refs/remotes/origin/main", "HEAD", site=site)
    git(*WHO, "commit", "-qam", "Take a line out", site=site)
    assert "A504" in site.library("check", "--today", TODAY).text
    git("reset", "-q", "--hard", "before", site=site)
    git("update-ref", "-d", "refs/remotes/origin/main", site=site)
    assert "A504" not in site.library("check", "--today", TODAY).text


def test_nothing_that_the_folders_settings_name_is_started(site: Site, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\ncat\n", encoding="utf-8")
    trap.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "diff.trap.textconv", "diff.external", "core.sshCommand"):
        git("config", name, str(trap), site=site)
    site.write(".gitattributes", "*.yml diff=trap\n")
    subprocess.run(("git", "show", "--textconv", f"HEAD:./{LEDGER}"), cwd=site.root, check=True, capture_output=True)
    (tmp_path / "sprung").unlink()
    subprocess.run(("git", "status"), cwd=site.root, check=True, capture_output=True)
    (tmp_path / "sprung").unlink()
    site.change(LEDGER, "  - {address: reviews/, ", "  - {address: review/, ")
    assert "A504" in site.library("check", "--today", TODAY).text
    assert not (tmp_path / "sprung").exists()
    (site.root / ".gitattributes").unlink()
    for name in ("core.fsmonitor", "core.pager", "diff.trap.textconv", "diff.external", "core.sshCommand"):
        git("config", "--unset", name, site=site)


def test_a_published_sheet_that_is_only_left_out_is_not_gone(site: Site) -> None:
    assert "A502" not in site.build("--without", "sheets", "--without", "search").text


def test_the_sheet_and_the_poster_of_a_story_that_lost_its_lessons_lead_to_the_page(site: Site) -> None:
    case = "content/cases/wren/case.yml"
    text = (site.root / case).read_text("utf-8")
    site.change(case, text[text.index("learning:") : text.index("harms:")], "")
    told = site.build("--without", "search")
    assert "A502" not in told.text
    for folder in ("sheets", "posters"):
        address = f"documents/{folder}/wren-lessons.pdf"
        assert address in entries(site) and not (site.output / address).exists()
        assert f"/{address} /briefings/wren-lessons/ 301" in (site.output / "_redirects").read_text("utf-8")
        where = server_redirects.read(site.output, "nginx-redirects.conf")
        assert where("learning.tarnshire.example", f"/{address}") == "/briefings/wren-lessons/"
    assert "wren-lessons.pdf" not in (site.output / "briefings" / "wren-lessons" / "index.html").read_text("utf-8")


def test_each_address_of_the_old_site_leads_to_a_page(warwickshire: Site) -> None:
    inventory = json.loads((REPOSITORY / "tests" / "commands" / "warwickshire-old-addresses.json").read_text("utf-8"))
    led = {
        each["old"]: each["new"]
        for each in yaml.safe_load((warwickshire.root / REDIRECTS).read_text("utf-8"))["redirects"]
    }
    assert len(inventory) == 21
    assert led.keys() == set(inventory)
    for new in led.values():
        assert (warwickshire.output / new / "index.html").is_file(), new
    moved = (warwickshire.output / "data" / "moved.csv").read_text("utf-8-sig").splitlines()
    assert len(moved) == 22
    root = "https://reviews.safeguardingwarwickshire.example/"
    for name in ("nginx-redirects.conf", "apache-redirects.conf"):
        where = server_redirects.read(warwickshire.output, name)
        for old, new in led.items():
            host, path = re.fullmatch(r"https://([^/]+)(.*)", old).groups()  # type: ignore[union-attr]
            assert where(host, path) == root + new
            assert where("any.example", path) is None
    assert "safeguardingwarwickshire.co.uk" not in (warwickshire.output / "_redirects").read_text("utf-8")


def test_old_and_new_addresses_of_every_sort_are_told_to_servers(site: Site) -> None:
    paste(site, [
        "- {old: reviews/old name/.., new: reviews/}",
    ])  # fmt: skip
    assert "R207" in site.library("check", "--today", TODAY).text
    paste(site, [
        '- {old: "reviews/caf%C3%A9", new: "reviews/wren/#learning"}',
        '- {old: "old.html", new: "https://learning.tarnshire.example/"}',
        '- {old: "https://WWW.old.example/a%20b/%3Dx.pdf", new: reviews/wren/}',
        '- {old: "http://www.old.example/", new: "https://other.example/q?a=$b&c=%24"}',
    ])  # fmt: skip
    site.build()
    assert site.page("reviews/café").css_first("main a").attributes["href"] == "../../reviews/wren/#learning"  # type: ignore[union-attr]
    assert 'url=./"' in (site.output / "old.html").read_text("utf-8")
    for name in server_redirects.READERS:
        where = server_redirects.read(site.output, name)
        assert where("any.example", "/reviews/café/") == "/reviews/wren/#learning"
        assert where("any.example", "/old.html") == "/"
        if name != "_redirects":
            assert where("www.old.example", "/a b/=x.pdf") == "https://learning.tarnshire.example/reviews/wren/"
            assert where("www.old.example", "/") == "https://other.example/q?a=%24b&c=%24"
    rows = (site.output / "data" / "moved.csv").read_text("utf-8-sig").splitlines()
    assert rows[3] == "https://www.old.example/a%20b/=x.pdf,https://learning.tarnshire.example/reviews/wren/"


def test_slides_and_the_file_of_all_sheets_lead_on_when_they_are_gone(full: Site) -> None:
    slides, archive = "briefings/slides/knocking-twice/", "documents/sheets.zip"
    full.write("content/pages/briefings/slides/_frame.md", "---\ntemplate: slides.html\ntitle: Frame\n---\n")
    full.build()
    assert (full.output / slides / "index.html").is_file()
    assert (full.output / archive).is_file()
    entries = "".join(f"  - {{address: {each}, since: {TODAY}}}\n" for each in (slides, archive))
    full.write("content/published-urls.yml", f"# Invented.\npublished:\n{entries}")
    full.build()
    assert len(full.main(slides).css("section.lib-slide")) > 1
    (full.root / "content/pages/briefings/slides/_frame.md").unlink()
    assert "A502" not in full.build("--without", "sheets").text
    assert "../../../briefings/knocking-twice/" in (full.output / slides / "index.html").read_text("utf-8")
    where = server_redirects.read(full.output, "nginx-redirects.conf")
    assert str(where("any.example", f"/{archive}")).endswith("/briefings/")
