"""The diagnostics about an output folder, in words for an editor."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.diagnostics import Diagnostic, Location, rule
from generator.model.addresses import HEADERS_FOR_NGINX
from generator.publish.header_files import WRITTEN
from generator.publish.inventory import digest_on_disk, file_digest
from generator.publish.output_folder import OutputFolder, parents_of
from generator.publish.site_files import SiteFile


@dataclass(frozen=True, slots=True)
class Place:
    """The output folder of a site, and the folders related to it."""

    output: Path
    """The output folder, with symbolic links resolved."""

    root: Path
    """The project's folder. Diagnostics name files relative to it."""

    cache: Path
    sources: tuple[Path, ...] = ()
    """The inputs of the site. None of them may be in the output folder, nor the output folder in one of them."""

    def shown(self, path: Path) -> str:
        """Return the path relative to the project's folder; the whole path for a file outside of it."""
        return (path.relative_to(self.root) if path.is_relative_to(self.root) else path).as_posix()


def unfit_place(place: Place) -> Diagnostic | None:
    """Return S004 for an output folder that overlaps with the sources or is not a folder; None for any other."""
    output = place.output
    made_from = [source.resolve() for source in place.sources]
    if any(source.is_relative_to(output) or output.is_relative_to(source) for source in made_from):
        fault, hint = (
            f"{output} would mix the site with its source files",
            "choose a separate folder for the site, such as site",
        )
    elif output.exists() and not output.is_dir():
        fault, hint = f"{output} is not a folder", "choose an empty folder, or a new one"
    else:
        return None
    return rule("S004").diagnostic(fault, hint=hint)


def foreign_folder(place: Place, folder: OutputFolder) -> Diagnostic | None:
    """Return S004 for a folder that is not empty and that no build has written; None for any other."""
    if folder.is_empty or folder.is_from_a_build:
        return None
    hint = "choose an empty folder, or a new one"
    if _looks_like_a_site(place.output):
        hint = f'if all of it comes from an earlier "library build", type: rm -r {_quote_for_shell(place, "")}'
    return rule("S004").diagnostic(f"{place.output} contains files that this library did not write", hint=hint)


def files_in_the_way(place: Place, folder: OutputFolder, planned: Mapping[str, SiteFile]) -> list[Diagnostic]:
    """Return S009 for each foreign file where the site needs a file or a folder, unless it has the same content."""
    needed = {parent for name in planned for parent in parents_of(name)}
    diagnostics: list[Diagnostic] = []
    for name in sorted(folder.foreign):
        shown = place.shown(place.output / name)
        if name in planned:
            fault = f"{shown} is not from a build, and the site needs this address"
            is_in_the_way = not _is_same(place.output, planned[name])
        elif name in needed:
            fault, is_in_the_way = f"{shown} is not from a build, and the site needs a folder there", True
        else:
            parent = next((ancestor for ancestor in parents_of(name) if ancestor in planned), None)
            above = place.shown(place.output / parent) if parent is not None else ""
            fault = f"{shown} is not from a build, and the site needs a file in place of {above}"
            is_in_the_way = parent is not None
        if is_in_the_way:
            hint = f"move it to another folder, or delete it: rm {_quote_for_shell(place, name)}; then build again"
            diagnostics.append(rule("S009").diagnostic(fault, Location(shown), hint))
    return diagnostics


def foreign_files(place: Place, folder: OutputFolder, planned: Iterable[str] = ()) -> list[Diagnostic]:
    """Return S010 for each file or folder that no build wrote; none if no build has written to the output folder."""
    if not folder.is_from_a_build:
        return []
    diagnostics = []
    for name in folder.foreign_places(frozenset(planned)):
        shown = place.shown(place.output / name)
        command = "rm -r" if name.endswith("/") else "rm"
        hint = (
            f"move it out of this folder, or delete it: {command} {_quote_for_shell(place, name)}; "
            "if it belongs to the site, put it into content/pages"
        )
        fault = f"{shown} is not from a build, and would be published with the site"
        diagnostics.append(rule("S010").diagnostic(fault, Location(shown), hint))
    return diagnostics


def changed_files(place: Place, kept: Mapping[str, Path]) -> list[Diagnostic]:
    """Return S011 for each file that was changed after a build wrote it.

    `kept` maps it to the copy of the changed version.
    """
    diagnostics = []
    for name, path in kept.items():
        shown = place.shown(place.output / name)
        fault = f"{shown} was changed after a build wrote it, and this build has replaced it"
        hint = f"change the record or page that it is made from; your version is {place.shown(path)}"
        diagnostics.append(rule("S011").diagnostic(fault, Location(shown), hint))
    return diagnostics


def _is_same(output: Path, file: SiteFile) -> bool:
    path = output / file.name
    return (
        path.is_file()
        and not path.is_symlink()
        and digest_on_disk(output, file.name) == file_digest(file.name, file.make())
    )


def _quote_for_shell(place: Place, name: str) -> str:
    """Return the path of a file for a shell command."""
    return shlex.quote(place.shown(place.output / name))


def _looks_like_a_site(output: Path) -> bool:
    """Return True for a folder that contains a file that only a build writes."""
    try:
        return (output / HEADERS_FOR_NGINX).read_text(encoding="utf-8").startswith(WRITTEN)
    except (OSError, ValueError):
        return False
