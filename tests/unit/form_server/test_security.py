"""Only the browser of the person who started `library edit` gets an answer, and only files of the site change."""

import re
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.system import private_folder
from tests.unit.form_server.conftest import CASE, Officer


@pytest.mark.parametrize("path", ["/_edit/", "/_edit/case/heron", "/_edit/assets/edit.js", "/", "/reviews/heron/"])
def test_nothing_is_shown_without_the_key(officer: Officer, path: str) -> None:
    for headers in ({}, {"Cookie": f"{officer.server.cookie.name}=guessed"}, {"Cookie": '"; ='}):
        assert officer.ask("GET", path, b"", headers).status == 403
    assert officer.ask("GET", "/_edit/?key=guessed", b"", {}).status == 403


def test_the_key_moves_from_the_address_into_a_cookie_that_scripts_and_other_sites_cannot_use(officer: Officer) -> None:
    reply = officer.ask("GET", f"/_edit/?key={officer.server.key}", b"", {})
    assert (reply.status, reply.headers["Location"]) == (303, "/_edit/")
    cookie = reply.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize("host", ["attacker.example", "attacker.example:{port}", "127.0.0.1:1", "[::1]:{port}"])
def test_a_name_of_another_site_that_leads_to_this_machine_gets_nothing(officer: Officer, host: str) -> None:
    host = host.format(port=officer.server.port)
    assert officer.get("/_edit/case/heron", Host=host).status == 403
    form = officer.open("case/heron").set("name", "Changed")
    assert officer.post(form, Host=host).status == 403


@pytest.mark.parametrize("origin", ["", "null", "https://attacker.example", "http://127.0.0.1:1"])
def test_a_form_of_another_site_changes_nothing(officer: Officer, origin: str) -> None:
    before = officer.read(CASE)
    assert officer.post(officer.open("case/heron").set("name", "Changed"), Origin=origin).status == 403
    assert officer.read(CASE) == before


def test_a_form_without_the_token_of_this_server_changes_nothing(officer: Officer) -> None:
    before = officer.read(CASE)
    form = officer.open("case/heron").set("name", "Changed")
    assert officer.post(form.set("token", "guessed")).status == 403
    assert officer.post(form.set("token")).status == 403
    assert officer.read(CASE) == before


def test_a_link_from_another_site_opens_no_form(officer: Officer) -> None:
    assert officer.get("/_edit/case/heron", **{"Sec-Fetch-Site": "cross-site"}).status == 403


@pytest.mark.parametrize(
    "path",
    [
        "case/../../../../etc/passwd",
        "case/..%2f..%2f..%2fmkdocs",
        "case/heron%00",
        "case/%2e%2e",
        "assets/../edit_server.py",
        "assets/..%2fpages.py",
        "vocabulary/partnership",
        "unknown/heron",
        "case/",
    ],
)
def test_no_address_leads_out_of_the_records(officer: Officer, path: str) -> None:
    reply = officer.get(f"/_edit/{path}")
    assert reply.status == 404
    assert "root:" not in reply.body


def test_pages_have_a_strict_policy_and_are_not_kept(officer: Officer) -> None:
    headers = officer.get("/_edit/").headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    body = officer.get("/_edit/case/heron").body
    assert "style=" not in body
    assert "<script>" not in body


def test_what_is_typed_is_kept_where_no_other_user_can_read_it(officer: Officer, state: Path) -> None:
    officer.post(officer.open("case/heron").set("summary", "Half a sen"), "draft")
    made = [path for path in state.rglob("*") if state in path.parents and "reviews-library" in str(path)]
    assert any("Half a sen" in path.read_text(encoding="utf-8") for path in made if path.is_file())
    for path in made:
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    assert "Half a sen" not in "".join(
        path.read_text(encoding="utf-8", errors="replace") for path in officer.root.rglob("*") if path.is_file()
    )


def test_a_folder_that_another_user_could_have_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "state").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PermissionError):
        private_folder(tmp_path / "state")


def with_document(officer: Officer, name: str, data: bytes) -> tuple[str, list[str]]:
    form = officer.open("case/heron")
    number = sum(given == "documents.#" for given, _ in form.fields)
    form.set("documents.#", *map(str, range(number + 1)))
    form.set(f"documents.{number}.kind", "full-report").set(f"documents.{number}.id", "easy-read")
    form.set(f"documents.{number}.title", "Easy read")
    form.files.append((f"file:documents.{number}.file", name, data))
    reply = officer.post(form)
    return reply.body, sorted(path.name for path in (officer.root / "content/cases/heron").iterdir())


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("report.pdf", b"MZ\x90\x00 a program", "is not what its name says"),
        ("report.exe", b"MZ", "cannot be used"),
        ("case.yml", b"name: Changed\n", "cannot be used"),
        ("report.pdf", b"", "is empty"),
        ("page.html", b"<script>", "cannot be used"),
    ],
)
def test_a_file_that_is_not_what_its_name_says_is_refused(officer: Officer, name: str, data: bytes, said: str) -> None:
    before = sorted(path.name for path in (officer.root / "content/cases/heron").iterdir())
    body, after = with_document(officer, name, data)
    assert said in body
    assert after == before


def test_a_file_gets_a_safe_name_in_the_folder_of_its_record(officer: Officer) -> None:
    pdf = (officer.root / "content/notices/visit-ledger.pdf").read_bytes()
    body, after = with_document(officer, "..\\..\\content/Ein Bericht (final) 李.PDF", pdf)
    assert "Saved." in body, re.findall(r'class="(?:finding error|notice bad)".*?</p>', body, re.DOTALL)
    assert "ein-bericht-final.pdf" in after
    assert not list(officer.root.parent.glob("*.pdf"))


def test_a_post_that_is_too_large_is_not_read(officer: Officer) -> None:
    headers = {"Cookie": officer.cookie, "Origin": officer.origin, "Content-Length": "900000000"}
    assert officer.ask("POST", "/_edit/case/heron", b"", headers).status == 413


def test_two_servers_on_one_machine_do_not_take_each_others_cookie(start: Callable[[], Officer]) -> None:
    one, other = start(), start()
    assert one.server.cookie.name != other.server.cookie.name
    assert other.ask("GET", "/_edit/", b"", {"Cookie": one.cookie}).status == 403
