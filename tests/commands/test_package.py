"""The wheel contains everything: a site outside the checkout is built by it with each engine."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final
from zipfile import ZipFile

import pytest

from tests.installed import Installed, make_wheel

REPOSITORY: Final = Path(__file__).parents[2]
SMALL: Final = REPOSITORY / "tests" / "sites" / "valid" / "small"
TODAY: Final = ("--today", "2026-11-22")
SITE_FOLDER: Final = (REPOSITORY / "docs" / "site-folder.md").read_text(encoding="utf-8")
SETTINGS: Final = (
    SITE_FOLDER.partition("```yaml\n")[2]
    .partition("```")[0]
    .replace("  - Search: search/index.md", "  - News: news/index.md")
)
"""The whole mkdocs.yml of a site outside the checkout. The small sample site has news and no search."""


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """The small sample site without its own theme."""
    root = tmp_path / "ashdale"
    shutil.copytree(SMALL, root, ignore=shutil.ignore_patterns("mkdocs.yml", "README.md"))
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return root


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def packaged_files() -> set[str]:
    """The path in the package of every file of the generator, the theme and the documentation in the checkout."""
    theme = {f"generator/theme/{name}" for name in files_in(REPOSITORY / "overrides")}
    docs = {f"generator/docs/{name}" for name in files_in(REPOSITORY / "docs")}
    code = {f"generator/{name}" for name in files_in(REPOSITORY / "generator")}
    return {name for name in code | theme | docs if "__pycache__" not in name}


def names_in(wheel: Path) -> set[str]:
    return {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}


def test_the_wheel_contains_every_file_of_the_generator_the_theme_and_the_documentation(wheel: Path) -> None:
    assert names_in(wheel) == packaged_files()


def test_a_wheel_built_from_a_source_distribution_contains_the_same(wheel: Path, sources: Path, tmp_path: Path) -> None:
    script = "import sys; from setuptools import build_meta; build_meta.build_sdist(sys.argv[1])"
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=sources, capture_output=True, check=True)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path / "unpacked", filter="data")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    assert names_in(make_wheel(unpacked, tmp_path / "wheel")) == names_in(wheel)


def test_the_command_and_the_module_run_from_the_wheel(installed: Installed, tmp_path: Path) -> None:
    told = installed.run(tmp_path, "library", "--version")
    assert re.fullmatch(r"library, version \d[\w.]*\n", told)
    assert installed.run(tmp_path, "python", "-m", "generator", "--version") == told
    place = installed.run(tmp_path, "python", "-c", "import generator; print(generator.__file__)").strip()
    assert Path(place).is_relative_to(installed.packages)


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs", "zensical"])
def test_a_site_without_a_theme_of_its_own_is_built_by_each_engine(
    installed: Installed, outside: Path, engine: str
) -> None:
    installed.run(outside, "library", "build", "--engine", engine, *TODAY)
    written = files_in(outside / "site")
    assert re.search(rb'<link rel="icon" href="(\./)?assets/favicon\.svg"', written["index.html"])
    assert {"assets/favicon.svg", "assets/library.css", "assets/library.js", "reviews/rowan/index.html"} <= {*written}
    assert b"lib-brand" in written["reviews/rowan/index.html"]


def test_plain_mkdocs_and_properdocs_build_the_same_site(installed: Installed, outside: Path) -> None:
    installed.run(outside, "library", "build")
    ours = files_in(outside / "site")
    for engine in ("mkdocs", "properdocs"):
        shutil.rmtree(outside / "site")
        installed.run(outside, "python", "-m", engine, "build", "--quiet", "--config-file", "mkdocs.yml")
        assert files_in(outside / "site") == ours, engine


CHANGES: Final = {
    "partials/footer.html": "<footer>An invented footer of Ashdale.</footer>\n",
    "assets/library/tokens.css": "@layer tokens { :root { --ashdale: 1 } }\n",
    "assets/share.js": "// Ashdale\n",
    "assets/favicon.svg": '<svg xmlns="http://www.w3.org/2000/svg"><title>Ashdale</title></svg>\n',
    "assets/fonts/ashdale.woff2": "wOF2",
}


@pytest.mark.parametrize(
    "command",
    [
        ("library", "build"),
        ("library", "build", "--engine", "properdocs"),
        ("library", "build", "--engine", "zensical"),
        ("python", "-m", "mkdocs", "build", "--quiet"),
    ],
    ids=lambda command: command[-1],
)
def test_each_file_of_the_sites_own_folder_replaces_one_of_the_theme(
    installed: Installed, outside: Path, command: tuple[str, ...]
) -> None:
    for name, text in CHANGES.items():
        path = outside / "overrides" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    change_settings(outside)
    installed.run(outside, *command)
    written = files_in(outside / "site")
    assert b"An invented footer of Ashdale." in written["reviews/rowan/index.html"]
    assert b"lib-brand" in written["reviews/rowan/index.html"]
    assert b"--ashdale" in written["assets/library.css"]
    assert b".lib-brand" in written["assets/library.css"]
    for name in ("assets/share.js", "assets/favicon.svg", "assets/fonts/ashdale.woff2"):
        assert written[name].decode() == CHANGES[name]
    assert written["assets/settings.js"] == (REPOSITORY / "overrides" / "assets" / "settings.js").read_bytes()


def change_settings(root: Path) -> None:
    settings = SETTINGS.replace("  name: material\n", "  name: material\n  custom_dir: overrides\n")
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")


@pytest.fixture
def with_update(installed: Installed) -> Iterator[Callable[[str, str], None]]:
    """Changes a file of the installed theme, as a newer version of the package does."""
    kept: dict[Path, bytes] = {}

    def change(name: str, more: str) -> None:
        path = installed.packages / "generator" / "theme" / name
        kept.setdefault(path, path.read_bytes())
        path.unlink()
        path.write_bytes(kept[path] + more.encode())

    yield change
    for path, data in kept.items():
        path.write_bytes(data)


def test_an_update_of_the_theme_reaches_the_site(
    installed: Installed, outside: Path, with_update: Callable[[str, str], None]
) -> None:
    installed.run(outside, "library", "build", *TODAY)
    with_update("partials/footer.html", "<!-- a newer footer -->")
    with_update("assets/library/tokens.css", "@layer tokens { :root { --newer: 1 } }")
    with_update("assets/dom.js", "// newer\n")
    installed.run(outside, "library", "build", *TODAY)
    written = files_in(outside / "site")
    assert b"a newer footer" in written["reviews/rowan/index.html"]
    assert b"--newer" in written["assets/library.css"]
    assert written["assets/dom.js"].endswith(b"// newer\n")


def test_a_broken_link_in_the_installed_theme_is_reported_at_its_template(
    installed: Installed, outside: Path, with_update: Callable[[str, str], None]
) -> None:
    with_update("partials/footer.html", '<a href="/never-there/">Gone</a>\n')
    installed.run(outside, "library", "build", *TODAY)
    with pytest.raises(AssertionError, match=r"--> generator/theme/partials/footer\.html:\d+:\d+"):
        installed.run(outside, "library", "check", *TODAY)
