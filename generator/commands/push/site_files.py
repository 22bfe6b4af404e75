"""Finds the files of a site that have changed, and leaves all other files of the repository alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.commands.changes.changed_site import LoadedSite
from generator.commands.push.combination import form_of_file
from generator.system import GitProgram

RECORD_FOLDERS: Final = ("content/cases/", "content/notices/", "content/bulletins/", "content/years/", "briefings/")
"""The folders of records and of their documents."""

_NEVER: Final = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class SiteFiles:
    """The files that differ from those that were last published, as paths from the root of the site."""

    uncommitted: tuple[str, ...]
    """The files to commit."""

    left_out: tuple[str, ...]
    """New files in the folders of records that no record names. They are not sent."""

    differing: tuple[str, ...]
    """Everything that differs from the last publication: also what is committed and not sent yet."""


def find_site_files(loaded: LoadedSite, git: GitProgram, published: str | None) -> SiteFiles:
    """Compare the files of a site with git.

    `published` is the commit of the last publication; None if there is none.
    """
    folders = _folders(loaded, git)
    status = git.run("--literal-pathspecs", "status", "--porcelain=v1", "-z", "-uall", "--no-renames", "--", *folders)
    entries = {entry[3:].removeprefix(git.prefix): entry[:2] for entry in status.names}
    new = [name for name, state in entries.items() if state == "??"]
    known = {facts.path for facts in loaded.site.value.files.values()} | {raw.file for raw in loaded.site.value.records}
    left_out = [name for name in new if _is_left_out(name, known)]
    unreadable = {name for name in left_out if form_of_file(name) is not None}
    dropped = set(left_out) - unreadable
    uncommitted = tuple(name for name in entries if name not in dropped)
    differing = set(uncommitted)
    if published is not None:
        diff = git.run("--literal-pathspecs", "diff", "--name-only", "-z", "--no-renames", published, "--", *folders)
        differing |= {name.removeprefix(git.prefix) for name in diff.names}
    else:
        listed = git.run("--literal-pathspecs", "ls-files", "-z", "--", *folders)
        differing |= {name.removeprefix(git.prefix) for name in listed.names}
    return SiteFiles(uncommitted, tuple(name for name in left_out if name in dropped), tuple(sorted(differing)))


def _folders(loaded: LoadedSite, git: GitProgram) -> list[str]:
    """Return the sources of the site, as paths from the top of the repository. The generator's own theme is none."""
    project = loaded.project
    sources = [path for path in project.sources if path.resolve().is_relative_to(project.root)]
    if project.overrides is not None and project.overrides.resolve() == project.package_theme.resolve():
        sources = [path for path in sources if path != project.overrides]
    inside = (path.resolve().relative_to(project.root).as_posix() for path in sources)
    return list(dict.fromkeys(f"{git.prefix}{name}" for name in inside))


def _is_left_out(name: str, known: set[str]) -> bool:
    base = name.rpartition("/")[2].lower()
    if base.startswith((".", "~$")) or base in _NEVER or base.endswith((".tmp", ".bak", ".orig", "~")):
        return True
    return name.startswith(RECORD_FOLDERS) and name not in known
