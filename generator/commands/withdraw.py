"""Withdraws a record in an emergency: it leaves everything that is built, and only a notice stays at its address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.commands.build import validate_and_link
from generator.commands.known_copies import KnownCopy, find_known_copies
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.record_rewrite import RewriteRefusal, rewrite_record
from generator.diagnostics import Diagnostic, Severity, did_you_mean
from generator.editing import can_be_written, mark_withdrawn, status_lines
from generator.model import Briefing, Case, Located, Notice, PartialDate, Records, Status
from generator.system import replace_sources

_Record = Located[Case] | Located[Briefing] | Located[Notice]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The result of a withdrawal."""

    result: CommandResult
    files: tuple[str, ...] = ()
    """The files written, or to be written, from the site's root. Empty if the record was already withdrawn."""

    traces: tuple[KnownCopy, ...] = ()
    """Other places where the content has been."""

    refused: str | None = None
    """Why nothing was written, in words for an editor."""

    blocking_diagnostics: tuple[Diagnostic, ...] = ()
    """Current errors and warnings of the records. A publication that checks the records stops at each of them."""


def withdraw(options: BuildOptions, name: str, reason: str, on: date, dry_run: bool = False) -> Withdrawal:
    """Write into a record that it is withdrawn, since when and why. For a case, also into its lessons learned briefing.

    `name` is a case's id, or a name such as `briefing:early-help` or `notice:new-tool`. Other faults of the records do
    not stop it. Nothing is written if the record is not public, if the day or the reason is not possible, or if one of
    the files would not parse to the intended record. A dry run returns an identical result and writes nothing.
    """
    # Data from the private folder is not part of the file that is written.
    result = validate_and_link(replace(options, drafts=False, private=None))
    if result.records is None or result.project is None:
        return Withdrawal(result)
    found = _found(result.records, name)
    if found is None:
        return Withdrawal(result, refused=_unknown(result.records, name))
    refused = _refused(found, reason, on, options.today)
    if refused is not None:
        return Withdrawal(result, refused=refused)
    told = (found, *_linked_briefings(found, result.records, options.today))
    known = validate_and_link(options).records if options.private is not None else result.records
    names = [each.record.ref for each in told]
    where = find_known_copies(known or result.records, names, result.project.site_url)
    texts: dict[str, bytes] = {}
    for each in told:
        if each.record.is_withdrawn:
            continue
        data = _withdrawn(options.root, each, reason, on)
        if isinstance(data, RewriteRefusal):
            return Withdrawal(result, traces=where, refused=_by_hand(each, reason, on))
        texts[each.raw.file] = data
    if dry_run:
        return Withdrawal(result, tuple(texts), where)
    replace_sources({options.root / file: data for file, data in texts.items()})
    return Withdrawal(result, tuple(texts), where, blocking_diagnostics=_stopping(options) if texts else ())


def _stopping(options: BuildOptions) -> tuple[Diagnostic, ...]:
    return tuple(
        diagnostic for diagnostic in validate_and_link(options).diagnostics if diagnostic.severity is not Severity.NOTE
    )


def _found(records: Records, name: str) -> _Record | None:
    wanted = name if ":" in name else f"case:{name}"
    return next((record for record in records.cases_briefings_notices if record.record.ref == wanted), None)


def _unknown(records: Records, name: str) -> str:
    kind = name.partition(":")[0] if ":" in name else "case"
    known = [record.record.ref for record in records.cases_briefings_notices]
    if ":" not in name:
        known = [each.removeprefix("case:") for each in known if each.startswith("case:")]
    hint = did_you_mean(name, known) or 'a case is named by its id, others as in "briefing:early-help"'
    has_faults = name.partition(":")[2] in records.known_ids.get(kind, ()) or name in records.known_ids.get("case", ())
    return f'the record of "{name}" has faults: run library check' if has_faults else f'there is no "{name}"; {hint}'


def _refused(found: _Record, reason: str, on: date, today: date) -> str | None:
    record, file = found.record, found.raw.file
    if not record.is_public(today):
        return f'{file} is not public: write "status: draft", or leave it so, and nothing of it will be'
    if not reason.strip():
        return "a reason is needed, in words that the public may read"
    if not can_be_written(reason):
        return "the reason holds a control character; type it again"
    return f"{on.isoformat()} is still to come" if on > today else None


def _linked_briefings(found: _Record, records: Records, today: date) -> tuple[_Record, ...]:
    """Return the lessons learned briefing of a case, because its text is the case's."""
    if not isinstance(found.record, Case):
        return ()
    return tuple(
        briefing
        for briefing in records.briefings
        if briefing.record.case == found.record.id and briefing.record.is_public(today)
    )


def _withdrawn(root: Path, located: _Record, reason: str, on: date) -> bytes | RewriteRefusal:
    text = mark_withdrawn(located.raw, reason.strip(), on)
    wanted = located.record.model_copy(
        update={
            "status": Status.WITHDRAWN,
            "status_since": PartialDate.parse(on.isoformat()),
            "status_reason": reason.strip(),
            "publish_on": None,
        }
    )
    return rewrite_record(root, located.raw, text, wanted)


def _by_hand(located: _Record, reason: str, on: date) -> str:
    lines = "; ".join(status_lines(reason, on))
    return f"{located.raw.file} cannot be changed by a program: nothing is written. Write these lines yourself: {lines}"
