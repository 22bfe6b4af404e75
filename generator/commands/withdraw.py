"""Withdraws a record in an emergency: it leaves everything that is built, and only a notice stays at its address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.commands.build import validate_and_link
from generator.commands.changes.change_action import ActionKind, ChangeAction
from generator.commands.changes.changed_site import SiteEdits, load_site, new_diagnostics
from generator.commands.changes.journal import is_last_change, make_change
from generator.commands.changes.planned_change import FileChange, PlannedChange
from generator.commands.changes.planning import AnyLocated, find_record
from generator.commands.changes.reader_changes import reader_changes
from generator.commands.changes.record_text import RecordText
from generator.commands.known_copies import KnownCopy, find_known_copies
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.record_rewrite import RewriteRefusal, rewrite_record
from generator.diagnostics import Diagnostic, Severity, rule
from generator.editing import can_be_written, quoted
from generator.model import Briefing, Case, Notice, PartialDate, Records, Status, title_of
from generator.validate import validate_model


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The result of a withdrawal."""

    result: CommandResult
    files: tuple[str, ...] = ()
    """The files written, or to be written, from the site's root. Empty if the record was already withdrawn."""

    traces: tuple[KnownCopy, ...] = ()
    """Other places where the content has been."""

    changes: tuple[FileChange, ...] = ()
    """The same files before and after the withdrawal."""

    can_be_undone: bool = True
    """False if the withdrawal is written and could not be kept in the journal."""

    refusal: Diagnostic | None = None
    """Why nothing was written (R212)."""

    blocking_diagnostics: tuple[Diagnostic, ...] = ()
    """Current errors and warnings of the records. A publication that checks the records stops at each of them."""


def withdraw(options: BuildOptions, name: str, reason: str, on: date, dry_run: bool = False) -> Withdrawal:
    """Write into a record that it is withdrawn, since when and why. For a case, also into its own briefings.

    `name` is a case's id, or a name such as `briefing:early-help` or `notice:new-tool`. Errors in other records do not
    stop it. Yields R212, and writes nothing, if the record is not public, if the day or the reason is not possible, or
    if one of the files would not parse to the intended record. A dry run has the same result and writes nothing.
    """
    # Data from the private folder is not part of the file that is written.
    result = validate_and_link(replace(options, drafts=False, private=None))
    if result.records is None or result.project is None:
        return Withdrawal(result)
    located = find_record(result.records, name, "R212")
    if isinstance(located, Diagnostic):
        return Withdrawal(result, refusal=located)
    refusal = _refusal(located, reason, on, options.today)
    if refusal is not None:
        return Withdrawal(result, refusal=refusal)
    to_withdraw = (located, *_linked_briefings(located, result.records, options.today))
    known = validate_and_link(options).records if options.private is not None else result.records
    names = [withdrawn.record.ref for withdrawn in to_withdraw]
    copies = find_known_copies(known or result.records, names, result.project.site_url)
    texts: dict[str, bytes] = {}
    for withdrawn in to_withdraw:
        if withdrawn.record.is_withdrawn:
            continue
        data = _withdrawn_text(options.root, withdrawn, reason, on, result.records)
        if isinstance(data, RewriteRefusal):
            return Withdrawal(result, traces=copies, refusal=_by_hand(withdrawn, reason, on))
        texts[withdrawn.raw.file] = data
    files = tuple(FileChange(file, (options.root / file).read_bytes(), data) for file, data in texts.items())
    if dry_run:
        return Withdrawal(result, tuple(texts), copies, files)
    if files:
        plan = PlannedChange(_title(located.record), result, files=files, action=_action(located.record))
        changed = make_change(options.root, plan, options.today)
        if changed is not None:
            return Withdrawal(result, traces=copies, refusal=changed)
    blocking = _blocking(options) if texts else ()
    can_be_undone = not files or is_last_change(options.root, files)
    return Withdrawal(result, tuple(texts), copies, files, can_be_undone, blocking_diagnostics=blocking)


def plan_withdrawal(options: BuildOptions, name: str, reason: str, on: date | None = None) -> PlannedChange:
    """Plan to withdraw a record, and the own briefings of a case. Errors of other records do not stop it.

    `to_do` lists where else the content has been. Yields R212 if the record is not public, if it was withdrawn before,
    or if the day or the reason is not possible.
    """
    title = f"Withdraw {name}"
    loaded = load_site(options)
    if isinstance(loaded, CommandResult):
        return PlannedChange(title, loaded)
    planned = withdraw(options, name, reason, on or options.today, dry_run=True)
    if planned.refusal is not None:
        return PlannedChange(title, planned.result, refusal=planned.refusal)
    edits = SiteEdits()
    for each in planned.changes:
        assert each.after is not None
        edits.texts[each.file] = each.after.decode("utf-8-sig").replace("\r\n", "\n")
    before, after = loaded.state(), loaded.state(edits)
    known = {each.record.ref: each.record for each in before.records.cases_briefings_notices}
    record = known.get(name if ":" in name else f"case:{name}")
    return PlannedChange(
        _title(record) if record is not None else title,
        planned.result,
        reader_changes(before, after, {}) or (f'The address shows only that it was withdrawn, and why: "{reason}"',),
        planned.changes,
        tuple(f"{each.where}: {each.do} {'; '.join(each.details)}".rstrip() for each in planned.traces),
        new_diagnostics(before, after),
        action=_action(record) if record is not None else None,
    )


def _title(record: Case | Briefing | Notice) -> str:
    return f'Withdraw "{title_of(record)}"'


def _action(record: Case | Briefing | Notice) -> ChangeAction:
    return ChangeAction(ActionKind.WITHDRAW, record.ref, {"title": title_of(record)})


def _blocking(options: BuildOptions) -> tuple[Diagnostic, ...]:
    return tuple(
        diagnostic for diagnostic in validate_and_link(options).diagnostics if diagnostic.severity is not Severity.NOTE
    )


def _refusal(located: AnyLocated, reason: str, on: date, today: date) -> Diagnostic | None:
    record, raw = located.record, located.raw
    if not record.is_public(today):
        hint = 'write "status: draft" if it must not be published; it needs no withdrawal'
        return rule("R212").diagnostic(f'"{record.name}" is not public', raw.location_of("status"), hint)
    if not reason.strip():
        return rule("R212").diagnostic("no reason is given", raw.location_of(), "add --reason: the public will read it")
    if not can_be_written(reason):
        return rule("R212").diagnostic("the reason has a control character", raw.location_of(), "type the reason again")
    if on > today:
        hint = "leave --on out: the record is withdrawn today"
        return rule("R212").diagnostic(f"{on.isoformat()} is in the future", raw.location_of(), hint)
    return None


def _linked_briefings(located: AnyLocated, records: Records, today: date) -> tuple[AnyLocated, ...]:
    """Return the briefings that belong to a case, because they show its text or are about it."""
    if not isinstance(located.record, Case):
        return ()
    return tuple(
        briefing
        for briefing in records.briefings
        if briefing.record.case == located.record.id and briefing.record.is_public(today)
    )


def _withdrawn_text(root: Path, located: AnyLocated, reason: str, on: date, records: Records) -> bytes | RewriteRefusal:
    text = RecordText(located.raw)
    text.set("status", Status.WITHDRAWN.value)
    text.set("status_since", on.isoformat(), ("status",))
    text.set("status_reason", reason.strip(), ("status_since",))
    field = "date" if isinstance(located.record, Notice) else "published"
    published = located.record.date if isinstance(located.record, Notice) else located.record.published
    # The day of `publish_on` stays as the date of publication.
    is_dated = published is not None and field not in located.raw.values
    if published is not None and is_dated:
        text.set(field, published.iso, ("status_reason",))
    text.remove("publish_on")
    if text.text is None:
        return RewriteRefusal.UNUSUAL
    vocabulary = records.vocabulary.record if records.vocabulary is not None else None
    # The record as its file says, without the date of publication that validation takes from `publish_on`.
    written = validate_model(located.raw, type(located.record), vocabulary).record
    assert written is not None
    wanted = written.model_copy(
        update={
            "status": Status.WITHDRAWN,
            "status_since": PartialDate.parse(on.isoformat()),
            "status_reason": reason.strip(),
            "publish_on": None,
            **({field: published} if is_dated else {}),
        }
    )
    return rewrite_record(root, located.raw, text.text, wanted, vocabulary)


def _by_hand(located: AnyLocated, reason: str, on: date) -> Diagnostic:
    message = f"{located.raw.file} has a format that this command cannot change"
    lines = f"status: withdrawn; status_since: {on.isoformat()}; status_reason: {quoted(reason)}"
    hint = f"write these lines yourself: {lines}"
    return rule("R212").diagnostic(message, located.raw.location_of(), hint)
