"""Records in a bulletin's file that the bulletin was sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from generator.commands.build import validate_and_link
from generator.commands.changes.change_action import ActionKind, ChangeAction
from generator.commands.changes.journal import make_change
from generator.commands.changes.planned_change import FileChange, PlannedChange
from generator.commands.changes.record_text import RecordText
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.record_rewrite import RewriteRefusal, rewrite_record
from generator.commands.unfinished_texts import with_unfinished_as_errors
from generator.diagnostics import Diagnostic, Location, rule
from generator.editing import sent_items
from generator.model import Bulletin, BulletinStatus, Located, PartialDate, PublishedBulletin, Quarter

_WHY_NOT: Final = {
    RewriteRefusal.UNUSUAL: ("has a format that cannot be added to", "write each field on its own line"),
    RewriteRefusal.CHANGED: ("changed while the command ran", "run the command again"),
}


@dataclass(frozen=True, slots=True)
class MarkSentResult:
    """The result of marking a bulletin as sent."""

    result: CommandResult
    file: str = ""
    """The file that was written, as a path from the site's root. Empty if nothing was written."""

    items: int = 0
    files: tuple[FileChange, ...] = ()
    """The file before and after it."""

    refusal: Diagnostic | None = None
    """Why nothing was written (B952 or B955). None if it was written, or if the records have errors."""


def mark_bulletin_sent(options: BuildOptions, quarter: str, on: date, dry_run: bool = False) -> MarkSentResult:
    """Write into a bulletin's record the day it was sent, and its items with their text.

    Nothing is written if the records have errors, or if one of the bulletin's texts is unfinished (B954). Yields B952
    if there is no bulletin, and B955 if it is not public or was sent before, if the day is not possible, or if the new
    file does not parse to the intended record. `library undo` takes it back. A dry run has the same result and writes
    nothing.
    """
    result = validate_and_link(replace(options, drafts=False))
    if result.library is None or result.records is None:
        return MarkSentResult(result)
    located = next((bulletin for bulletin in result.records.bulletins if bulletin.record.id == quarter), None)
    if located is None:
        hint = f"start one with: library new bulletin {quarter}"
        no_bulletin = rule("B952").diagnostic(f"there is no bulletin {quarter}", Location("content/bulletins"), hint)
        return MarkSentResult(result, refusal=no_bulletin)
    refusal = _refusal(located, on, options.today)
    if refusal is not None:
        return MarkSentResult(result, refusal=refusal)
    published = next(bulletin for bulletin in result.library.bulletins if bulletin.record.id == quarter)
    diagnostics = with_unfinished_as_errors(result.diagnostics, published, located, result.records)
    if any(diagnostic.code == "B954" for diagnostic in diagnostics):
        return MarkSentResult(replace(result, diagnostics=diagnostics))
    return _write(options, result, located, published, on, dry_run)


def title_of_sent(quarter: str) -> str:
    """Return what the change is called, with the quarter in words."""
    return f"Record that the bulletin for {_in_words(quarter)} was sent"


def action_of_sent(quarter: str) -> ChangeAction:
    """Return the same as data."""
    return ChangeAction(ActionKind.SENT, f"bulletin:{quarter}", {"quarter": _in_words(quarter)})


def _in_words(quarter: str) -> str:
    parsed = Quarter.parse(quarter)
    return parsed.label if parsed is not None else quarter


def _refusal(located: Located[Bulletin], on: date, today: date) -> Diagnostic | None:
    bulletin, raw = located.record, located.raw
    if bulletin.status is BulletinStatus.SENT:
        day = f" on {bulletin.sent.label}" if bulletin.sent is not None else ""
        message, hint = f"{raw.file} was already sent{day}", "leave it as it is: a sent bulletin never changes"
        return rule("B955").diagnostic(message, raw.location_of("status"), hint)
    if bulletin.status is BulletinStatus.DRAFT:
        hint = 'remove the line "status: draft" and build the site, so that the links in the e-mail work'
        return rule("B955").diagnostic(f"{raw.file} is a draft", raw.location_of("status"), hint)
    if bulletin.quarter is not None and on < bulletin.quarter.first_day:
        message = f"{on.isoformat()} is before {bulletin.quarter.label}"
        return rule("B955").diagnostic(message, raw.location_of(), "give the day on which it was sent: --on 2022-10-03")
    if on > today:
        hint = "record it on the day on which you send it"
        day = PartialDate.parse(on.isoformat()).label
        return rule("B955").diagnostic(f"{day} is in the future", raw.location_of(), hint)
    return None


def _write(
    options: BuildOptions,
    result: CommandResult,
    located: Located[Bulletin],
    published: PublishedBulletin,
    on: date,
    dry_run: bool,
) -> MarkSentResult:
    root, today = options.root, options.today
    bulletin, raw = located.record, located.raw
    items = published.items
    if not items:
        hint = "pin the records that belong in it, or remove them from left_out"
        no_items = rule("B955").diagnostic(f"{raw.file} has no items", raw.location_of(), hint)
        return MarkSentResult(result, refusal=no_items)
    text = RecordText(raw)
    text.set("status", BulletinStatus.SENT.value)
    text.set("sent", on.isoformat())
    wanted = bulletin.model_copy(
        update={"status": BulletinStatus.SENT, "sent": PartialDate.parse(on.isoformat()), "items": items}
    )
    data: bytes | RewriteRefusal = RewriteRefusal.UNUSUAL
    if text.text is not None:
        data = rewrite_record(root, raw, f"{text.text.rstrip()}\n\n{sent_items(items)}", wanted)
    if isinstance(data, RewriteRefusal):
        why, hint = _WHY_NOT[data]
        return MarkSentResult(result, refusal=rule("B955").diagnostic(f"{raw.file} {why}", raw.location_of(), hint))
    files = (FileChange(raw.file, (root / raw.file).read_bytes(), data),)
    if not dry_run:
        title, action = title_of_sent(bulletin.id), action_of_sent(bulletin.id)
        changed = make_change(root, PlannedChange(title, result, files=files, action=action), today)
        if changed is not None:
            return MarkSentResult(result, refusal=changed)
    return MarkSentResult(result, raw.file, len(items), files=files)
