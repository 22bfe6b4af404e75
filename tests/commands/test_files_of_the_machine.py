"""No file gets onto the site that is not part of it: links, special files, hidden files, files of an unknown kind."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from generator.model.asset_kinds import is_published
from tests.conftest import REPOSITORY, Site, files_of
from tests.unit.diagnostics.conftest import lay

SECRET: Final = "token-of-quillfeather"
CASE: Final = "content/cases/rowan/case.yml"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """The small site with a secret in its .git and another one next to the site."""
    root = lay(tmp_path / "site")
    (root / ".git").mkdir()
    for place in (root / ".git" / "config", tmp_path / "outside.txt"):
        place.write_text(f'[remote "origin"]\n  url = https://{SECRET}@example.org\n')
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.txt").write_text(SECRET)
    (tmp_path / "elsewhere" / "secret.md").write_text(f"# {SECRET}\n")
    return Site(root)


def move_out(site: Site, name: str) -> None:
    """Moves a file or folder of the site next to the site, and leaves a link to it."""
    target = site.root.parent / "moved"
    (site.root / name).rename(target)
    (site.root / name).symlink_to(target)


def move_inside(site: Site, name: str) -> None:
    """Moves a folder of the site to another place of the site, and leaves a link to it."""
    target = site.root / "kept"
    (site.root / name).rename(target)
    (site.root / name).symlink_to(target)


def link(name: str, target: str) -> Callable[[Site], object]:
    def make(site: Site) -> None:
        (site.root / name).parent.mkdir(exist_ok=True)
        (site.root / name).symlink_to(target)

    return make


REFUSED: Final[dict[str, tuple[Callable[[Site], object], str, str]]] = {
    "a page's file": (link("content/pages/a.txt", "../../.git/config"), "S016", "content/pages/a.txt"),
    "a whole path": (link("content/pages/a.txt", "/etc/hostname"), "S016", "content/pages/a.txt"),
    "a page": (link("content/pages/a.md", "../../../elsewhere/secret.md"), "S016", "content/pages/a.md"),
    "a folder": (link("content/pages/more", "../../../elsewhere"), "S016", "content/pages/more"),
    "the whole disk": (link("content/pages/disk", "/"), "S016", "content/pages/disk"),
    "the folder itself": (link("content/pages/again", "."), "S016", "content/pages/again"),
    "the folder above": (link("content/pages/up", ".."), "S016", "content/pages/up"),
    "a hidden folder": (link("content/pages/.more", "../../../elsewhere"), "S016", "content/pages/.more"),
    "another record's document": (link("content/pages/a.txt", f"../../{CASE}"), "S016", "content/pages/a.txt"),
    "a device": (link("content/pages/a.txt", "/dev/zero"), "S016", "content/pages/a.txt"),
    "a link to itself": (link("content/pages/a.txt", "a.txt"), "S005", "content/pages/a.txt"),
    "a link to nothing": (link("content/pages/a.txt", "nowhere"), "S005", "content/pages/a.txt"),
    "a pipe": (lambda site: os.mkfifo(site.root / "content/pages/a.txt"), "S005", "content/pages/a.txt"),
    "a notice": (link("content/notices/a.yml", "../../.git/config"), "S016", "content/notices/a.yml"),
    "a redirect": (link("content/redirects.yml", "../.git/config"), "S016", "content/redirects.yml"),
    "a bulletin": (link("content/bulletins/2026-q1.yml", "../../.git/config"), "S016", "content/bulletins/2026-q1.yml"),
    "a page's own file": (link("content/pages/a.txt", "about/contact.md"), "S016", "content/pages/a.txt"),
    "a page in another place": (link("content/pages/a.md", "about/contact.md"), "S016", "content/pages/a.md"),
    "another record": (link("content/notices/a.yml", "../partnership.yml"), "S016", "content/notices/a.yml"),
    "another case's folder": (link("content/cases/again", "rowan"), "S016", "content/cases/again"),
    "pages in another folder": (lambda site: move_inside(site, "content/pages"), "S016", "content/pages"),
    "content in another folder": (lambda site: move_inside(site, "content"), "S016", "content"),
    "notices in another folder": (lambda site: move_inside(site, "content/notices"), "S016", "content/notices"),
    "a case": (lambda site: move_out(site, CASE), "S016", CASE),
    "a case's folder": (lambda site: move_out(site, "content/cases/rowan"), "S016", "content/cases/rowan"),
    "a briefing's folder": (lambda site: move_out(site, "briefings/checking-in"), "S016", "briefings/checking-in"),
    "all notices": (lambda site: move_out(site, "content/notices"), "S016", "content/notices"),
    "the partnership": (lambda site: move_out(site, "content/partnership.yml"), "S016", "content/partnership.yml"),
    "all pages": (lambda site: move_out(site, "content/pages"), "S016", "content/pages"),
    "all content": (lambda site: move_out(site, "content"), "S016", "content"),
    "all briefings": (lambda site: move_out(site, "briefings"), "S016", "briefings"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_part_of_the_site_stops_the_build(name: str, site: Site) -> None:
    spoil, code, place = REFUSED[name]
    spoil(site)
    for command in ("check", "build"):
        told = site.library(command, "--today", "2026-11-22")
        assert told.status != 0
        assert f"error[{code}]: {place} " in told.text
        assert f"--> {place}\n" in told.text
        assert SECRET not in told.text
    assert not site.output.exists()


def test_a_theme_that_is_a_link_is_refused_and_so_is_a_link_in_it(site: Site) -> None:
    site.change("mkdocs.yml", f"custom_dir: {REPOSITORY / 'overrides'}", "custom_dir: theme")
    (site.root / "theme").symlink_to(REPOSITORY / "overrides")
    assert "error[S016]: theme is a link" in site.library("build").text
    (site.root / "theme").unlink()
    (site.root / "theme/assets").mkdir(parents=True)
    (site.root / "theme/assets/a.txt").symlink_to("../../.git/config")
    assert "error[S016]: theme/assets/a.txt is a link that leads out of theme" in site.library("build").text
    assert not site.output.exists()


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("/etc", "outside the site"),
        ("..", "contains the whole site"),
        (".", "contains the whole site"),
        ("../elsewhere", "outside the site"),
        (".git", "a hidden folder"),
        ("content", "that contains records"),
        ("content/cases", "that contains records"),
        ("content/cases/rowan", "that contains records"),
    ],
)
def test_a_folder_of_pages_that_holds_more_than_pages_is_refused(site: Site, folder: str, said: str) -> None:
    site.change("mkdocs.yml", "docs_dir: content/pages", f"docs_dir: {folder}")
    told = site.library("build")
    assert "error[S017]: docs_dir names" in told.text
    assert said in told.text
    assert "--> mkdocs.yml:4:11" in told.text
    assert not site.output.exists()


def test_a_theme_that_holds_the_site_is_refused(site: Site) -> None:
    theme = f"custom_dir: {REPOSITORY / 'overrides'}"
    for folder in (".", "..", "content", "briefings", "content/pages"):
        site.change("mkdocs.yml", theme, f"custom_dir: {folder}")
        theme = f"custom_dir: {folder}"
        assert "error[S017]: custom_dir names" in site.library("build").text
    assert not site.output.exists()


def test_pages_may_be_anywhere_in_the_site(site: Site) -> None:
    (site.root / "content/pages").rename(site.root / "docs")
    (site.root / "docs/plan.txt").write_text("Invented.")
    site.change("mkdocs.yml", "docs_dir: content/pages", f"docs_dir: {site.root}/docs")
    assert "nothing to fix" in site.build("--today", "2026-11-22").text
    assert (site.output / "plan.txt").read_text() == "Invented."


LEFT_OUT: Final = (
    "notes.yml", "a.yaml", "a.txt~", "index.md~", "a.md.orig", "a.bak", "a.tmp", "#a.txt#", ".a.txt.swp", "~$plan.docx",
    ".env", ".env.txt", ".git/config", ".git/a.txt", ".htaccess", ".htpasswd", "id_rsa", "a.pem", "a.key", "a.sqlite",
    "a.py", "a.php", "a.zip", "a.eml", "a.msg", "a.pst", "a.exe", "a.sh", "INDEX.MD", "a", "Thumbs.db", ".DS_Store",
    "._a.jpg", "desktop.ini", ".~lock.plan.odt#", "a.txt:Zone.Identifier", "_headers", "_redirects", "a.ost", "a.bat",
    "about/notes.yml", "about/.secret/a.txt", "about/.well-known/a.txt", "about/CNAME",
)  # fmt: skip
PUBLISHED: Final = (
    "CNAME", "robots.txt", ".nojekyll", ".well-known/security.txt", ".well-known/apple-app-site-association",
    "favicon.ico", "a.css", "a.js", "a.woff2", "a.png", "A.JPG", "a.svg", "a.ics", "a.vtt", "a.csv", "a.json", "a.xml",
    "google123.html", "a.webmanifest", "a.mp3", "about/a.txt", "about/a b.txt", "fonts/LICENSE", "humans.txt",
)  # fmt: skip


def plant(site: Site, names: tuple[str, ...]) -> None:
    for name in names:
        path = site.root / "content/pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SECRET)


def test_only_known_kinds_of_files_are_published_and_the_others_are_reported(site: Site) -> None:
    plant(site, LEFT_OUT)
    told = site.build("--today", "2026-11-22", "--all").text
    for name in LEFT_OUT:
        top = next(
            (each for each in (".git", "about/.secret", "about/.well-known") if name.startswith(f"{each}/")), name
        )
        assert f"content/pages/{top} is left out of the site\n" in told
        if name not in ("_headers", "_redirects", ".htaccess"):
            assert not (site.output / name).exists()
    assert not [name for name, data in files_of(site.output).items() if SECRET.encode() in data]


def test_what_an_editor_needs_is_published_without_a_word(site: Site) -> None:
    plant(site, PUBLISHED)
    told = site.build("--today", "2026-11-22").text
    assert "nothing to fix" in told
    for name in PUBLISHED:
        assert SECRET in (site.output / name).read_text(), name
    checked = site.library("check", "--today", "2026-11-22").text
    for name in ("CNAME", "robots.txt", ".nojekyll", ".well-known/security.txt", "favicon.ico", "humans.txt"):
        assert f"content/pages/{name}\n" not in checked


def test_placeholders_of_git_are_no_news(site: Site) -> None:
    plant(site, (".gitkeep", "about/.gitignore"))
    assert "nothing to fix" in site.build("--today", "2026-11-22").text


def test_a_page_of_another_ending_stops_the_build(site: Site) -> None:
    for ending in ("markdown", "mdown", "mkdn", "mkd"):
        path = site.root / f"content/pages/about/a.{ending}"
        path.write_text(f"# {SECRET}\n")
        told = site.library("build")
        assert f"error[S018]: content/pages/about/a.{ending} would become a page that is not checked" in told.text
        path.unlink()
    assert not site.output.exists()


def test_files_left_behind_in_the_theme_are_left_out(site: Site) -> None:
    theme = site.root / "theme"
    for path in (REPOSITORY / "overrides").rglob("*"):
        if path.is_file():
            target = theme / path.relative_to(REPOSITORY / "overrides")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    site.change("mkdocs.yml", f"custom_dir: {REPOSITORY / 'overrides'}", "custom_dir: theme")
    for name in ("library.css.orig", "notes.yml", "a.bak", ".env"):
        (theme / "assets" / name).write_text(SECRET)
    told = site.build("--today", "2026-11-22", "--all").text
    for name in ("library.css.orig", "notes.yml", "a.bak", ".env"):
        assert f": the file theme/assets/{name} is left out of the site" in told
        assert not (site.output / "assets" / name).exists()


def test_plain_mkdocs_build_refuses_and_leaves_out_the_same(site: Site) -> None:
    hook = f"hooks: [{REPOSITORY / 'generator' / 'mkdocs_hook.py'}]\n"
    site.write("mkdocs.yml", (site.root / "mkdocs.yml").read_text(encoding="utf-8") + hook)
    plant(site, ("notes.yml", "a.txt~"))
    plant(site, (".well-known/security.txt",))
    assert site.run("mkdocs", "build", "-q").status == 0
    assert (site.output / ".well-known/security.txt").is_file()
    assert not (site.output / "notes.yml").exists()
    assert not (site.output / "a.txt~").exists()
    (site.root / "content/pages/a.txt").symlink_to("../../.git/config")
    told = site.run("mkdocs", "build", "-q")
    assert told.status == 1
    assert "error[S016]: content/pages/a.txt" in told.text
    assert not (site.output / "a.txt").exists()


def test_a_document_of_a_record_is_no_record_and_no_hidden_file(site: Site) -> None:
    for name in ("case.yml", ".secret.txt", ".private/report.txt"):
        (site.root / "content/cases/rowan/.private").mkdir(exist_ok=True)
        (site.root / "content/cases/rowan/.private/report.txt").write_text(SECRET)
        (site.root / "content/cases/rowan/.secret.txt").write_text(SECRET)
        before = (site.root / CASE).read_text(encoding="utf-8")
        site.change(CASE, "availability: on-request", f"file: {name}")
        assert f'error[D402]: "{name}" is not allowed' in site.library("build").text
        site.write(CASE, before)
    assert not site.output.exists()


_AS_NOBODY: Final = """
import os, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from generator.read import find_project, find_published
# What Python loads late must be loaded before the rights are given up: nobody else can read where it is installed.
find_published(find_project(Path(sys.argv[2])).value)
os.setgid(65534); os.setuid(65534)
project = find_project(Path(sys.argv[2])).value
for each in find_published(project).diagnostics:
    print(each.code, each.message)
"""


def test_a_file_or_folder_without_permission_is_reported(site: Site) -> None:
    file, folder = site.root / "content/pages/a.txt", site.root / "content/pages/closed"
    file.write_text("Invented.")
    folder.mkdir()
    for path in (file, folder):
        path.chmod(0)
    for path in (site.root, *site.root.parents):
        if path.is_relative_to("/tmp") and path != Path("/tmp"):
            path.chmod(0o755)
    asked = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, str(REPOSITORY), str(site.root)], capture_output=True, text=True, check=True
    )
    folder.chmod(0o755)
    assert "S005 content/pages/a.txt cannot be read: Permission denied" in asked.stdout
    assert "S005 content/pages/closed cannot be read: Permission denied" in asked.stdout


@pytest.mark.parametrize("name", LEFT_OUT)
def test_a_name_says_that_a_file_is_left_out(name: str) -> None:
    assert not is_published(name)
