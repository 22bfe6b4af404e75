"""Turns edits of a site's files into a planned change, with its effect for readers and the findings it causes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.commands.changes.change_action import ChangeAction
from generator.commands.changes.changed_site import (
    LoadedSite,
    SiteEdits,
    State,
    address_faults,
    encoded,
    has_new_errors,
    load_site,
    new_diagnostics,
)
from generator.commands.changes.planned_change import FileChange, PlannedChange
from generator.commands.changes.reader_changes import reader_changes
from generator.commands.options import BuildOptions, CommandResult
from generator.diagnostics import Diagnostic, Location, Severity, did_you_mean, rule
from generator.model import Briefing, Case, Located, Notice, Records

AnyLocated = Located[Case] | Located[Briefing] | Located[Notice]


def open_record(options: BuildOptions, title: str, name: str) -> tuple[LoadedSite, Records, AnyLocated] | PlannedChange:
    """Return the site, its records and the one with a name; or a change that cannot be made, with the reason."""
    loaded = load_site(options)
    if isinstance(loaded, CommandResult):
        return PlannedChange(title, loaded)
    records = loaded.state().records
    located = find_record(records, name)
    if isinstance(located, Diagnostic):
        return refused(title, records, located)
    return loaded, records, located


def find_record(records: Records, name: str, code: str = "W940") -> AnyLocated | Diagnostic:
    """Return the record with a name, the id of a case or `briefing:early-help`; or a diagnostic with the code."""
    wanted = name if ":" in name else f"case:{name}"
    found = next((each for each in records.cases_briefings_notices if each.record.ref == wanted), None)
    if found is not None:
        return found
    kind, _, identity = wanted.partition(":")
    location = Location({"briefing": "briefings", "notice": "content/notices"}.get(kind, "content/cases"))
    if identity in records.known_ids.get(kind, ()):
        return rule(code).diagnostic(f'the record of "{name}" has errors', location, "run: library check")
    known = [each.record.ref for each in records.cases_briefings_notices]
    if ":" not in name:
        known = [ref.removeprefix("case:") for ref in known if ref.startswith("case:")]
        other = next((kind for kind in ("briefing", "notice") if name in records.known_ids.get(kind, ())), None)
        if other is not None:
            return rule(code).diagnostic(f'there is no case "{name}"', location, f'write "{other}:{name}"')
    hint = did_you_mean(name, known) or 'write the id of a case, or another record as in "briefing:early-help"'
    return rule(code).diagnostic(f'there is no "{name}"', location, hint)


def refused(title: str, records: Records, refusal: Diagnostic) -> PlannedChange:
    """Return a change that cannot be made."""
    return PlannedChange(title, CommandResult((), records=records), refusal=refusal)


def by_hand(located_file: str, lines: tuple[str, ...]) -> Diagnostic:
    """Return W940 for a file that no program can change safely, with the lines to write."""
    message = f"{located_file} has a format that this command cannot change"
    return rule("W940").diagnostic(message, Location(located_file), f"write this yourself: {'; '.join(lines)}")


def plan_change(
    loaded: LoadedSite,
    title: str,
    edits: SiteEdits,
    action: ChangeAction,
    *,
    moment: date | None = None,
    when: str = "",
    renamed: Mapping[str, str] | None = None,
    to_do: tuple[str, ...] = (),
) -> PlannedChange:
    """Return the change that writes some edits.

    `moment` is when readers will see it, if that is later, and `when` the same in words. A change that would cause an
    error, now or at that moment, is refused (W940).
    """
    before, after = loaded.state(), loaded.state(edits)
    found = _found(loaded, before, after, loaded.options.today)
    words = reader_changes(before, after, renamed or {})
    if moment is not None:
        then_before, then_after = loaded.state(today=moment), loaded.state(edits, moment)
        later = _found(loaded, then_before, then_after, moment)
        found += tuple(each for each in later if each.message not in {known.message for known in found})
        then = reader_changes(then_before, then_after, renamed or {})
        words = (*(words or ("Nothing changes today",)), *(f"{when}: {_lower(each)}" for each in then))
    if not words:
        cannot_tell = before.library is None or after.library is None
        words = (
            "The records have errors, so what readers will see cannot be listed: run library check"
            if cannot_tell
            else "Nothing changes for readers",
        )
    change = PlannedChange(
        title,
        CommandResult(before.diagnostics, project=loaded.project, records=before.records, library=before.library),
        words,
        _files(loaded, edits),
        to_do,
        tuple(each for each in found if each.severity is not Severity.NOTE),
        action=action,
    )
    return _refused_by_errors(change) if has_new_errors(found) else change


def _found(loaded: LoadedSite, before: State, after: State, today: date) -> tuple[Diagnostic, ...]:
    at_addresses = address_faults(before, after, loaded.project.site_url, today)
    return (*new_diagnostics(before, after), *at_addresses)


def _refused_by_errors(change: PlannedChange) -> PlannedChange:
    errors = [each for each in change.findings if each.severity is Severity.ERROR]
    first = errors[0]
    more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
    message = f"{change.title} would cause an error: {first.message}{more}"
    refusal = rule("W940").diagnostic(message, first.location, first.hint)
    return PlannedChange(change.title, change.result, change.for_readers, (), change.to_do, change.findings, refusal)


def _files(loaded: LoadedSite, edits: SiteEdits) -> tuple[FileChange, ...]:
    root = loaded.project.root
    after: dict[str, bytes | None] = {}
    for file, text in edits.texts.items():
        after[edits.moved.get(file, file)] = encoded(root, file, text)[1]
    for old, new in edits.moved.items():
        after.setdefault(new, (root / old).read_bytes())
        after.setdefault(old, None)
    for file in edits.removed:
        after.setdefault(file, None)
    after |= {file: source.read_bytes() for file, source in edits.added.items()}
    changes = []
    for file, data in sorted(after.items()):
        path = root / file
        before = path.read_bytes() if path.is_file() else None
        if before != data:
            changes.append(FileChange(file, before, data))
    return tuple(changes)


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:] if sentence[:1].isalpha() and not sentence.startswith('"') else sentence
