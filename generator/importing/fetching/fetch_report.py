"""The report of a run that fetches documents: as Markdown, and as values for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from generator.importing.escaped_markdown import report_text, table_row
from generator.importing.fetching.outcomes import Outcome, OutcomeState
from generator.importing.fetching.wanted_documents import Drafts


def counts(outcomes: Iterable[Outcome], drafts: Drafts) -> str:
    """Return one line: how many documents were fetched, were there before, would be fetched and could not be."""
    outcomes = tuple(outcomes)
    number = {state: sum(each.state is state for each in outcomes) for state in OutcomeState}
    parts = [f"{number[OutcomeState.FETCHED]} fetched", f"{len(drafts.present)} already there"]
    if number[OutcomeState.WOULD_FETCH]:
        parts.append(f"{number[OutcomeState.WOULD_FETCH]} still to fetch")
    return ", ".join([*parts, f"{number[OutcomeState.FAILED]} could not be fetched"])


def next_steps(outcomes: Iterable[Outcome], again: str = "library import-documents") -> list[str]:
    """Return what to do next, in order. `again` is the command that continues."""
    outcomes = tuple(outcomes)
    steps = []
    if any(each.state is OutcomeState.FAILED for each in outcomes):
        steps.append(
            "For each document that could not be fetched, do what its hint says. It keeps its address, so the record is"
            " complete without it."
        )
    if any(each.state is not OutcomeState.FETCHED for each in outcomes):
        steps.append(f"Run the command again. What has been fetched is not fetched again: {again}")
    if any(each.state is OutcomeState.FETCHED for each in outcomes):
        steps.append("Check the records and the documents: library check")
    hosts = _hosts_with_redirects(outcomes)
    if hosts:
        steps.append(
            f"After the first publication, ask the administrator of {', '.join(hosts)} to redirect the old addresses:"
            " send apache-redirects.conf, nginx-redirects.conf or data/moved.csv, which the build writes."
        )
    if any("?" in old for each in outcomes for old in each.redirects):
        steps.append(
            "Some old addresses differ only after the question mark. The files for Apache and nginx and data/moved.csv"
            " contain them; a host that reads only _redirects cannot tell them apart."
        )
    return steps


def as_markdown(outcomes: Iterable[Outcome], drafts: Drafts) -> str:
    """Return the report as a Markdown page."""
    outcomes = tuple(outcomes)
    fetched = [each for each in outcomes if each.state is OutcomeState.FETCHED]
    lines = ["# Documents of the old site", "", f"{counts(outcomes, drafts)}.", "", "## Fetched", ""]
    if fetched:
        lines += ["| File | Size | Old address |", "|---|---|---|"]
        lines += [table_row(each.file, size_in_words(each.size), each.document.address) for each in fetched]
    else:
        lines.append("Nothing.")
    lines += ["", "## Could not be fetched", ""]
    for each in outcomes:
        if each.state is OutcomeState.FAILED:
            why = each.diagnostics[0]
            hint = f" What to do: {report_text(why.hint)}." if why.hint else ""
            link = f" Open it: <{each.document.url}>" if each.document.url else ""
            lines.append(f"- {report_text(each.document.file)}: {report_text(why.message)} ({why.code}).{hint}{link}")
    lines += _nothing_if_empty(lines)
    lines += ["", "## Still to fetch", ""]
    lines += [
        f"- {report_text(each.document.file)}: {report_text(each.document.address)}"
        for each in outcomes
        if each.state is OutcomeState.WOULD_FETCH
    ]
    lines += _nothing_if_empty(lines)
    lines += ["", "## Already there", "", *(f"- {report_text(each)}" for each in drafts.present)]
    lines += _nothing_if_empty(lines)
    lines += ["", "## Old addresses that now lead to the library", ""]
    moved = dict.fromkeys((old, each.document.page) for each in outcomes for old in each.redirects)
    if moved:
        lines += ["| Old address | Page |", "|---|---|", *(table_row(old, new) for old, new in moved)]
    lines += _nothing_if_empty(lines)
    notes = [note for each in fetched for note in each.diagnostics]
    if notes:
        lines += ["", "## To look at", ""]
        lines += [
            f"- {report_text(each.message)} ({each.code}). {report_text(each.hint or '')}".rstrip() for each in notes
        ]
    lines += ["", "## Next", "", *(f"{n}. {step}" for n, step in enumerate(next_steps(outcomes), 1))]
    lines += _nothing_if_empty(lines)
    return "\n".join([*lines, ""])


def as_json_values(outcomes: Iterable[Outcome], drafts: Drafts) -> dict[str, Any]:
    """Return the outcomes for programs: `{"version": 1, ...}`. Later versions only add fields."""
    return {
        "version": 1,
        "documents": [
            {
                "record": each.document.file,
                "document": each.document.name,
                "address": each.document.address,
                "state": each.state,
                "file": each.file or None,
                "bytes": each.size or None,
                "redirects": [{"old": old, "new": each.document.page} for old in each.redirects],
                "findings": [
                    {"code": found.code, "message": found.message, "hint": found.hint} for found in each.diagnostics
                ],
            }
            for each in outcomes
        ],
        "already_there": list(drafts.present),
    }


def size_in_words(size: int) -> str:
    """Return a size in bytes for readers: `412 KB`, `1.3 MB`."""
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(1, round(size / 1_000))} KB"


def _hosts_with_redirects(outcomes: tuple[Outcome, ...]) -> list[str]:
    return list(dict.fromkeys(urlsplit(old).netloc for each in outcomes for old in each.redirects))


def _nothing_if_empty(lines: list[str]) -> list[str]:
    return ["Nothing."] if lines[-1] == "" else []
