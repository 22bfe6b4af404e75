"""`library bulletin`: what it writes, what stops it, and that nothing unpublished gets out by e-mail."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.bulletins import QUARTER, lay_bulletin
from tests.conftest import TODAY, Site, Told, copy_full, files_of

if TYPE_CHECKING:
    from pathlib import Path

BULLETIN = f"content/bulletins/{QUARTER}.yml"


@pytest.fixture
def laid(tmp_path: Path) -> Site:
    return lay_bulletin(copy_full(tmp_path / "full"))


def bulletin(site: Site, *more: str, quarter: str = QUARTER) -> Told:
    return site.library("bulletin", quarter, "--out", str(site.root.parent / "out"), "--today", TODAY, *more)


def out(site: Site) -> dict[str, bytes]:
    folder = site.root.parent / "out"
    return files_of(folder) if folder.is_dir() else {}


def test_it_writes_three_files_with_their_sizes_and_the_next_step(laid: Site) -> None:
    told = bulletin(laid)
    assert told.status == 0
    files = out(laid)
    assert set(files) == {f"{QUARTER}.html", f"{QUARTER}.txt", f"{QUARTER}.eml"}
    for name, data in files.items():
        assert f"{name} ({-(-len(data) // 1024)} KB)" in told.text
    assert "send it to yourself first" in told.text
    assert not laid.output.exists(), "no site is built for it"
    assert bulletin(laid).status == 0
    assert out(laid) == files


def test_an_error_in_any_record_stops_it(laid: Site) -> None:
    laid.change("content/cases/wren/case.yml", "harms: [cuckooing", "harms: [cukooing")
    told = bulletin(laid)
    assert told.status == 1
    assert "error[V303]" in told.text
    assert out(laid) == {}


def test_a_folder_that_cannot_be_written_is_told(laid: Site) -> None:
    (laid.root.parent / "out").write_text("a file")
    told = laid.library("bulletin", QUARTER, "--out", str(laid.root.parent / "out" / "in it"), "--today", TODAY)
    assert told.status == 2
    assert "cannot be written: " in told.text and "nothing was written" in told.text


def test_a_draft_is_made_of_what_is_public_and_only_when_asked_for(laid: Site) -> None:
    laid.change(BULLETIN, "sources:", "status: draft\nsources:")
    laid.change("content/notices/door-day.yml", "kind:", "status: draft\nkind:")
    told = bulletin(laid)
    assert (told.status, "add --drafts" in told.text, out(laid)) == (1, True, {})
    assert bulletin(laid, "--drafts").status == 0
    for name, data in out(laid).items():
        assert b"DRAFT" in data or b"not published yet" in data, name
        assert b"Door day" not in data, name


def test_nothing_that_is_not_public_is_in_any_byte_of_it(laid: Site) -> None:
    hidden = "title: Zzcanary\nkind: gathering\ndate: 2025-02-02\nstarts: 2025-05-01\nsummary: Zzcanary.\n"
    laid.write("content/notices/zz-draft.yml", f"# Invented, zzcanary.\nstatus: draft\n{hidden}")
    laid.write("content/notices/zz-waits.yml", f"status: scheduled\npublish_on: 2026-05-02\n{hidden}")
    secret = "\nworkflow: {note: zzcanary}\n# zzcanary\n"
    for name in ("content/notices/door-day.yml", "content/notices/night-walk.yml"):
        laid.write(name, (laid.root / name).read_text("utf-8") + f"sources: [zzcanary]{secret}")
    laid.change("content/cases/teasel/case.yml", "summary: ", "summary: Zzcanary ")
    laid.change(BULLETIN, "sources: [invented]", "left_out: []\nsources: [zzcanary]  # zzcanary")
    assert bulletin(laid).status == 0
    for name, data in out(laid).items():
        assert b"zzcanary" not in data.replace(b"=\r\n", b"").lower(), name


def test_another_partnerships_bulletin_is_its_own(laid: Site) -> None:
    assert bulletin(laid).status == 0
    for data in out(laid).values():
        assert b"warwickshire" not in data.lower()


def test_an_e_mail_that_holds_a_private_term_is_not_written(laid: Site) -> None:
    terms = laid.root.parent / "terms.txt"
    terms.write_text("Quillfeather\n", encoding="utf-8")
    told = bulletin(laid, "--private-terms", str(terms))
    assert told.status == 0
    assert "1 private term looked for in 3 files" in told.text
    shutil.rmtree(laid.root.parent / "out")
    laid.change(f"content/bulletins/{QUARTER}.yml", "welcome: |\n", "welcome: |\n  Quill\u00adfeather wrote to us.\n")
    told = bulletin(laid, "--private-terms", str(terms))
    assert told.status == 1
    assert "error[G101]" in told.text
    assert "feather" not in told.text
    assert out(laid) == {}
