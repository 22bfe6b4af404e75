"""Finds the files of the pages and of the theme: which are published, and what is wrong with the others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar, Final

from generator.diagnostics import Diagnostic, Location, Severity, rule
from generator.model import asset_kinds
from generator.read.file_names import name_from
from generator.read.project import CONFIGURATION, Project
from generator.read.safe_links import link_refused, stays_inside

_MOST_FILES: Final = {"docs_dir": 50_000, "custom_dir": 2_000}
"""The number of files and folders above which a setting probably names the wrong folder. The largest libraries have
some hundreds of hand-written pages, and Material for MkDocs without its icons has about 200 files."""


@dataclass(slots=True)
class PublishedFolders:
    """The files that were found. Every path is absolute."""

    pages: list[Path] = field(default_factory=list)
    """The Markdown pages, sorted."""

    assets: list[Path] = field(default_factory=list)
    """The files in the folders of the pages and the theme that are copied unchanged."""

    diagnostics: list[Diagnostic] = field(default_factory=list)


def find_published(project: Project) -> PublishedFolders:
    """Walk the folders of the pages and of the site's changes to the theme, following no link.

    The theme that is installed with the generator needs no check.

    Reports S005 for an entry that is not a file or cannot be read, S016 for a link, S018 for each
    file that is left out of the site, and only S096 for a folder with too many files, of which none is used.
    """
    result = PublishedFolders()
    walked = [_Pages(project, project.pages).walk()]
    walked += [_Theme(project, folder).walk() for folder in project.theme if folder != project.package_theme]
    for each in walked:
        result.pages += each.pages
        result.assets += each.assets
        result.diagnostics += each.diagnostics
    return result


class _TooManyFilesError(Exception):
    """A folder has more files than any site needs."""


class _Folder:
    """One of the two folders, and the rules that both share."""

    setting: ClassVar[str]
    """The setting in mkdocs.yml that names the folder."""

    expected: ClassVar[str]
    """The usual name of the folder."""

    def __init__(self, project: Project, folder: Path) -> None:
        self._root = project.root
        self._folder = folder
        self._real = folder.resolve()
        self._place = project.setting_places.get(self.setting) or Location(CONFIGURATION)
        self._result = PublishedFolders()
        self._count = 0

    def walk(self) -> PublishedFolders:
        """Return every file of the folder. Only S096 if it has too many."""
        try:
            if self._folder.is_dir():
                self._walk(self._folder)
        except _TooManyFilesError:
            most = _MOST_FILES[self.setting]
            message = f"{self.setting} names {self._name(self._folder)}, which has more than {most:,} files and folders"
            hint = f"write the name of the right folder, such as {self.expected}; or move other files out of this one"
            return PublishedFolders(diagnostics=[rule("S096").diagnostic(message, self._place, hint)])
        return self._result

    def _walk(self, folder: Path) -> None:
        try:
            entries = sorted(os.scandir(folder), key=lambda each: each.name)
        except OSError as error:
            self._report_unreadable(folder, error.strerror or "it cannot be opened")
            return
        for entry in entries:
            self._count += 1
            if self._count > _MOST_FILES[self.setting]:
                raise _TooManyFilesError
            self._sort(entry)

    def _sort(self, entry: os.DirEntry[str]) -> None:
        path = Path(entry.path)
        name = path.relative_to(self._folder).as_posix()
        if entry.is_symlink():
            self._refuse_link(path)
        elif entry.is_dir(follow_symlinks=False):
            if self._is_hidden(name):
                self._leave_out(path, name)
            else:
                self._walk(path)
        elif entry.is_file(follow_symlinks=False):
            self._sort_file(path, name)
        else:
            self._report_unreadable(path, "it is not a file")

    def _refuse_link(self, path: Path) -> None:
        # os.path answers False where a link cannot be followed; Path raises an error for some of them.
        if os.path.isdir(path):  # noqa: PTH112
            why = "leads to a folder, whose files would all be published"
            self._result.diagnostics.append(link_refused(self._name(path), why))
        elif not os.path.exists(path):  # noqa: PTH110
            self._report_unreadable(path, "it is not a file, or a link that leads nowhere")
        elif not stays_inside(path, (self._real,)):
            why = f"leads out of {self._name(self._folder)}"
            self._result.diagnostics.append(link_refused(self._name(path), why))
        else:
            self._result.diagnostics.append(link_refused(self._name(path), "leads to another file"))

    def _sort_file(self, path: Path, name: str) -> None:
        if asset_kinds.is_published(name):
            if os.access(path, os.R_OK):
                self._result.assets.append(path)
            else:
                self._report_unreadable(path, "Permission denied")
        elif not self._is_wanted(name):
            self._leave_out(path, name)

    def _is_wanted(self, name: str) -> bool:
        """Return True for a file that this folder may publish."""
        return asset_kinds.is_published(name)

    def _is_hidden(self, name: str) -> bool:
        return name.rpartition("/")[2].startswith(".")

    def _leave_out(self, path: Path, name: str) -> None:
        if not asset_kinds.is_placeholder(name):
            self._result.diagnostics.append(_report_left_out(self._name(path), path.is_dir()))

    def _report_unreadable(self, path: Path, why: str) -> None:
        name = self._name(path)
        hint = "try to open the file on this computer; if that fails, ask the person who manages the computer"
        self._result.diagnostics.append(rule("S005").diagnostic(f"{name} cannot be read: {why}", Location(name), hint))

    def _name(self, path: Path) -> str:
        return name_from(self._root, path)


class _Pages(_Folder):
    """The folder of the hand-written pages."""

    setting = "docs_dir"
    expected = "content/pages"

    def _sort_file(self, path: Path, name: str) -> None:
        if asset_kinds.is_page(name) and not self._is_hidden(name):
            self._result.pages.append(path)
        elif asset_kinds.is_page_for_the_engine_only(name):
            hint = f"rename it to {Path(name).stem}.md"
            message = f"{self._name(path)} would become a page that is not checked"
            diagnostic = rule("S018").diagnostic(message, Location(self._name(path)), hint)
            self._result.diagnostics.append(replace(diagnostic, severity=Severity.ERROR))
        else:
            super()._sort_file(path, name)

    def _is_wanted(self, name: str) -> bool:
        return asset_kinds.is_page(name) or asset_kinds.is_published(name)

    def _is_hidden(self, name: str) -> bool:
        return super()._is_hidden(name) and not asset_kinds.is_published_at_the_root(name)


class _Theme(_Folder):
    """The folder of the theme's overrides. Its templates do not become files of the site."""

    setting = "custom_dir"
    expected = "overrides"

    def _is_wanted(self, name: str) -> bool:
        lower = name.lower()
        is_for_developers = lower.endswith((".py", ".pyc", ".md")) or "readme" in lower
        return asset_kinds.is_published(name) or is_for_developers or lower == "mkdocs_theme.yml"


def _report_left_out(name: str, is_folder: bool) -> Diagnostic:
    what = "folder" if is_folder else "file"
    if asset_kinds.is_of_the_computer(name):
        hint = "you do not have to do anything; you can delete it"
        diagnostic = rule("S018").diagnostic(f"the {what} {name} is left out of the site", Location(name), hint)
        return replace(diagnostic, severity=Severity.NOTE)
    return rule("S018").diagnostic(f"the {what} {name} is left out of the site", Location(name), _hint_for(name))


def _hint_for(name: str) -> str:
    base = name.rpartition("/")[2]
    lower = base.lower()
    if base.startswith("."):
        return "hidden files and folders are never published: move it out of this folder, or delete it"
    if lower in ("_headers", "_redirects"):
        return 'remove it: "library build" writes this file itself'
    if lower.endswith((".yml", ".yaml")):
        return "records are in content/cases, briefings, content/notices, content/bulletins and content/years: move it"
    if lower.endswith(".md"):
        return f"rename it to {base[:-3].lower()}.md if it is a page"
    if lower.endswith(("~", ".bak", ".orig", ".rej", ".tmp", ".swp", "#")) or base.startswith(("~$", "#")):
        return "it looks like a backup copy from an editor: delete it"
    return "files of this kind are not published: move it out of this folder, or save it as PDF, picture or text"


def hidden_assets(project: Project) -> Iterator[tuple[str, Path]]:
    """Yield the published files in hidden folders or with hidden names, each with its address.

    The engine omits these files.
    """
    for path in find_published(project).assets:
        if path.is_relative_to(project.pages):
            name = path.relative_to(project.pages).as_posix()
            if name.startswith("."):
                yield name, path
