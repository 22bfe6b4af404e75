"""Reads case data kept outside the repository: each file has `workflow` keys of one case, which override its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from generator.diagnostics import Diagnostic, Location, WithDiagnostics, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import RawRecord, Source
from generator.model.raw_record import PRIVATE_FIELD
from generator.read.private_values import hide_private_values
from generator.read.text_file import read_text
from generator.read.yaml_loader import load
from generator.system import GitState, git_state, repository_of

_KIND: Final = "case"


def merge_private_workflow(
    records: tuple[RawRecord, ...], folder: Path | None, root: Path, published: Iterable[Path] = ()
) -> WithDiagnostics[tuple[RawRecord, ...]]:
    """Return the records with the `workflow` of a private folder; unchanged if there is no folder.

    `published` are the folders whose files are published: a private folder inside one of them is refused, as W922.

    The folder is read each time and never cached. Yields W920 for a file without a case, W921 for a folder that cannot
    be read, W922 for a folder that the site's own repository tracks or may track, and the problems of its files without
    their text.
    """
    if folder is None:
        return WithDiagnostics(records)
    refused = _check_published(folder, published) or _check_folder(folder, root)
    if refused is not None:
        return WithDiagnostics(records, (refused,))
    findings: list[Diagnostic] = []
    cases = {_identity(record): record for record in records if record.kind == _KIND}
    merged: dict[RawRecord, RawRecord] = {}
    for path in _files(folder) or ():
        if path.name.startswith(".") or path.suffix not in (".yml", ".yaml"):
            continue
        read = _read(path)
        findings += read.diagnostics
        case = cases.get(path.stem)
        if path.suffix == ".yaml" or case is None:
            findings.append(_no_case_found(path, cases))
        elif read.value is not None:
            merged[case] = _merge(case, read.value)
    return WithDiagnostics(tuple(merged.get(record, record) for record in records), tuple(findings))


def _merge(case: RawRecord, private: RawRecord) -> RawRecord:
    public = case.values.get(PRIVATE_FIELD)
    # A workflow of the wrong type is left as it is, because shape validation reports it.
    workflow = {**(public or {}), **private.values} if public is None or isinstance(public, dict) else public
    return replace(case, values={**case.values, PRIVATE_FIELD: workflow}, private=private)


def _read(path: Path) -> WithDiagnostics[RawRecord | None]:
    name = path.as_posix()
    text = read_text(path, name)
    if text.value is None:
        return WithDiagnostics(None, hide_private_values(text.diagnostics, Source(name, ""), all_findings=True))
    source = Source(name, text.value)
    loaded = load(source)
    findings = hide_private_values(loaded.diagnostics, source, all_findings=True)
    # Diagnostics that point into this source show no line of the file.
    without_lines = Source(name, "")
    return WithDiagnostics(
        RawRecord(PRIVATE_FIELD, path.stem, without_lines, *loaded.value) if loaded.value else None, findings
    )


def _identity(raw: RawRecord) -> str:
    identity = raw.values.get("id")
    return identity if isinstance(identity, str) else raw.id


def _no_case_found(path: Path, known: Iterable[str]) -> Diagnostic:
    if path.suffix == ".yaml" and path.stem in known:
        hint = f"rename it to {path.stem}.yml"
    else:
        hint = did_you_mean(path.stem, known) or f"use the id of its case as the name; {one_of(known)}"
    return rule("W920").diagnostic(
        f'"{path.name}" in the private folder does not belong to a case', Location(path.as_posix()), hint
    )


def _files(folder: Path) -> list[Path] | None:
    """Return the files of the folder, sorted by name. None if the folder does not exist or cannot be opened."""
    try:
        return sorted(folder.iterdir(), key=lambda each: each.name)
    except OSError:
        return None


def _check_published(folder: Path, published: Iterable[Path]) -> Diagnostic | None:
    """Return why a folder is refused that is inside a published one, or None."""
    real = folder.resolve()
    if not any(real.is_relative_to(each.resolve()) for each in published):
        return None
    hint = "move it out of the site's folder, and delete what was published from it"
    message = "the private folder is inside a folder whose files are published"
    return rule("W922").diagnostic(message, Location(folder.as_posix()), hint)


def _check_folder(folder: Path, root: Path) -> Diagnostic | None:
    """Return why a folder is refused, or None if it is accepted."""
    place = Location(folder.as_posix())
    if _files(folder) is None:
        hint = "give the path to the folder with --private or LIBRARY_PRIVATE; leave both out to work without it"
        return rule("W921").diagnostic("the private folder does not exist, or cannot be opened", place, hint)
    top = repository_of(root)
    if top is None or not folder.resolve().is_relative_to(top):
        return None
    state = git_state(folder)
    if state is GitState.UNTRACKED:
        return None
    if state is GitState.UNKNOWN:
        hint = (
            "move it out of the repository; or let git read the repository, if you know its owner: "
            "git config --global --add safe.directory PATH, with the path of the repository"
        )
        message = "the private folder is in a repository, and git cannot be asked whether it tracks the folder"
        return rule("W922").diagnostic(message, place, hint)
    hint = (
        "move it out of the repository, and ask the person who manages the repository to remove it from the history too"
    )
    return rule("W922").diagnostic("the private folder is tracked by the repository of the site", place, hint)
