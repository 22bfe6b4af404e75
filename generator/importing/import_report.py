"""The report of an import: what was made, what is missing, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.importing.comparison import Comparison, Verdict
from generator.importing.escaped_markdown import report_text, table_row
from generator.importing.found import Unplaced
from generator.importing.proposals import ImportPlan

_MOST = 60


def counts(plan: ImportPlan) -> str:
    """Return one line: how many records are new, exist, are unsure, and how much was not placed."""
    new_cases = sum(not each.exists for each in plan.cases)
    new_briefings = sum(not each.exists for each in plan.briefings)
    existing = len(plan.cases) + len(plan.briefings) - new_cases - new_briefings
    return (
        f"{_number(new_cases, 'new review')}, {_number(new_briefings, 'new briefing')},"
        f" {existing} already in the library, {len(plan.doubts)} to check, {len(plan.unplaced)} not placed"
    )


def missing(plan: ImportPlan) -> dict[str, list[str]]:
    """Return what the pages do not say, by what it is: the names of the records."""
    new = [each for each in plan.cases if not each.exists]
    briefings = [each for each in plan.briefings if not each.exists]
    no_address = [
        each.found.name for each in new if not any(plan.address_of(document) for document in each.found.documents)
    ]
    return {
        "Date of publication": [
            each.found.name for each in new if each.found.published is None and not each.found.state
        ],
        "Type of review": [each.found.name for each in new if not each.found.types],
        "Documents": [each.found.name for each in new if not each.found.documents],
        "Address of a document": no_address,
        "Summary": [each.found.name for each in new] + [each.title for each in briefings if not each.case],
    }


def as_markdown(plan: ImportPlan, compared: Iterable[Comparison], sources: Iterable[str], is_written: bool) -> str:
    """Return the report as a Markdown page."""
    compared = tuple(compared)
    lines = ["# Import report", "", f"Read: {report_text(', '.join(sources))}. {counts(plan)}.", ""]
    lines += ["## What was made" if is_written else "## What would be made", ""]
    lines += ["| Record | Name | Type or series | Published | Documents |", "|---|---|---|---|---|"]
    for case in plan.cases:
        found = case.found
        published = found.published.iso if found.published else (found.state.state if found.state else "not known")
        kinds = ", ".join(each.kind for each in found.documents) or "none"
        file = f"{case.file} (exists, unchanged)" if case.exists else case.file
        lines.append(
            table_row(file, found.name, ", ".join(found.types) or found.unknown_type or "not known", published, kinds)
        )
    for briefing in plan.briefings:
        file = f"{briefing.file} (exists, unchanged)" if briefing.exists else briefing.file
        lines.append(
            table_row(file, briefing.title, briefing.series, "", ", ".join({m.kind for m in briefing.mentions}))
        )
    lines += ["", "## What to check", ""]
    lines += [
        report_text(
            f'- {file}, {doubt.about}: "{doubt.printed}" ({doubt.place}) was read as "{doubt.proposal}": {doubt.why}'
        )
        for file, doubt in plan.doubts
    ] or ["Nothing."]
    lines += ["", "## What could not be placed", "", *(_listed(plan.unplaced) or ["Nothing."])]
    if plan.prose:
        lines += ["", "Text that names no review and was not used:", "", *_listed(plan.prose)]
    lines += ["", "## What is missing", "", "The pages do not say this, so it was left out.", ""]
    lines += [
        report_text(f"- {what}: {len(names)} ({', '.join(names[:12])}{' and more' if len(names) > 12 else ''})")
        for what, names in missing(plan).items()
        if names
    ] or ["Nothing."]
    lines += ["", "## Compared with the records that exist", "", *(comparison_table(compared) or ["Nothing."])]
    lines += ["", "## Next", "", *(f"{n}. {step}" for n, step in enumerate(next_steps(plan, is_written), 1)), ""]
    return "\n".join(lines)


def comparison_table(compared: tuple[Comparison, ...]) -> list[str]:
    """Return a table of what differs, below a line that counts what is equal."""
    if not compared:
        return []
    equal = sum(each.verdict is Verdict.EQUAL for each in compared)
    rows = [
        table_row(each.file, each.field, each.page, each.record, each.verdict, each.advice)
        for each in compared
        if each.verdict is not Verdict.EQUAL
    ]
    head = ["| Record | Field | Page | Record says | Result | Who is right |", "|---|---|---|---|---|---|"]
    return [f"{equal} of {len(compared)} facts are equal.", "", *(head + rows if rows else [])]


def next_steps(plan: ImportPlan, is_written: bool) -> list[str]:
    """Return what to do next, in order."""
    steps = [] if is_written else ["Run the command again without --dry-run to write the drafts."]
    if plan.doubts and not is_written:
        steps.append("Add --review to answer one question for each thing that is not certain.")
    if is_written:
        steps.append(
            'Open each draft. The notes that begin with "Check" or "Not understood" say what to compare with the page.'
            " Or run library edit, and open Import: it asks about one after the other."
        )
        steps.append("Fetch the documents that have an address: library import-documents")
        steps.append("Write the summaries, and put the other documents next to their records.")
        steps.append('Delete the line "status: draft" in each record that is ready, then run: library check')
    return steps


def as_json_values(plan: ImportPlan, compared: Iterable[Comparison], is_written: bool) -> dict[str, Any]:
    """Return the plan for programs: `{"version": 1, ...}`. Later versions only add fields."""
    return {
        "version": 1,
        "written": is_written,
        "cases": [
            {
                "file": each.file,
                "exists": each.exists,
                "name": each.found.name,
                "type": list(each.found.types),
                "published": each.found.published.iso if each.found.published else None,
                "state": each.found.state.state if each.found.state else None,
                "documents": [
                    {
                        "kind": document.kind,
                        "label": document.printed,
                        "address": plan.address_of(document) or document.address,
                        "state": document.state.state if document.state else None,
                        "shared": bool(document.shared_with),
                    }
                    for document in each.found.documents
                ],
                "briefings": list(each.briefings),
            }
            for each in plan.cases
        ],
        "briefings": [
            {
                "file": each.file,
                "exists": each.exists,
                "title": each.title,
                "series": each.series,
                "case": each.case or None,
                "labels": list(dict.fromkeys(mention.printed for mention in each.mentions)),
                "address": next(filter(None, (plan.address_of(mention) for mention in each.mentions)), ""),
                "themes": list(each.themes),
            }
            for each in plan.briefings
        ],
        "to_check": [
            {"file": file, "about": doubt.about, "printed": doubt.printed, "proposal": doubt.proposal, "why": doubt.why}
            for file, doubt in plan.doubts
        ],
        "not_placed": [
            {"text": each.text, "address": each.address, "place": str(each.place), "why": each.why}
            for each in (*plan.unplaced, *plan.prose)
        ],
        "compared": [
            {"file": each.file, "field": each.field, "page": each.page, "record": each.record, "result": each.verdict}
            for each in compared
        ],
    }


def _listed(unplaced: tuple[Unplaced, ...]) -> list[str]:
    lines = [
        f"- {report_text(each.text[:160])}{_address(each)} ({report_text(str(each.place))}): {report_text(each.why)}"
        for each in unplaced[:_MOST]
    ]
    return [*lines, f"- and {len(unplaced) - _MOST} more"] if len(unplaced) > _MOST else lines


def _address(unplaced: Unplaced) -> str:
    return f" <{report_text(unplaced.address[:200])}>" if unplaced.address else ""


def _number(count: int, what: str) -> str:
    return f"{count} {what}{'' if count == 1 else 's'}"
