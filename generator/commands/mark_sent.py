"""Records in a bulletin's file that the bulletin was sent."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from generator.commands.build import validate_and_link
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.record_rewrite import RewriteRefusal, rewrite_record
from generator.commands.unfinished_texts import with_unfinished_as_errors
from generator.editing import mark_sent
from generator.model import Bulletin, BulletinStatus, Located, PartialDate, PublishedBulletin
from generator.system import replace_sources

_WHY_NOT: Final = {
    RewriteRefusal.UNUSUAL: "is written in a way that cannot be added to; write each field on a line",
    RewriteRefusal.CHANGED: "has changed in the meantime; run the command again",
}


@dataclass(frozen=True, slots=True)
class MarkSentResult:
    """The result of marking a bulletin as sent."""

    result: CommandResult
    file: str = ""
    """The file that was written, as a path from the site's root. Empty if nothing was written."""

    items: int = 0
    refused: str | None = None
    """Why nothing was written, in words for an editor. None if it was written, or if the records have errors."""


def mark_bulletin_sent(options: BuildOptions, quarter: str, on: date) -> MarkSentResult:
    """Write into a bulletin's record the day it was sent, and its items with their text.

    Nothing is written if the records have errors, if the bulletin is not public or has already been sent, if the day is
    not possible, if one of its texts is unfinished (B954), or if the new file does not parse to the intended record.
    """
    result = validate_and_link(replace(options, drafts=False))
    if result.library is None or result.records is None:
        return MarkSentResult(result)
    located = next((bulletin for bulletin in result.records.bulletins if bulletin.record.id == quarter), None)
    refused = _refused(located, quarter, on, options.today)
    if located is None or refused is not None:
        return MarkSentResult(result, refused=refused)
    published = next(bulletin for bulletin in result.library.bulletins if bulletin.record.id == quarter)
    found = with_unfinished_as_errors(result.diagnostics, published, located, result.records)
    if any(each.code == "B954" for each in found):
        return MarkSentResult(replace(result, diagnostics=found))
    return _write(options.root, result, located, published, on)


def _refused(located: Located[Bulletin] | None, quarter: str, on: date, today: date) -> str | None:
    if located is None:
        return f"there is no bulletin {quarter}; start one with: library new bulletin {quarter}"
    bulletin, file = located.record, located.raw.file
    if bulletin.status is BulletinStatus.SENT:
        sent = bulletin.sent.label if bulletin.sent is not None else "a day"
        return f"{file} was sent on {sent}; it never changes again"
    if bulletin.status is BulletinStatus.DRAFT:
        return (
            f'{file} is a draft: take the line "status: draft" out and build the site, so that its links lead somewhere'
        )
    if bulletin.quarter is not None and on < bulletin.quarter.first_day:
        return f"{on.isoformat()} is before {bulletin.quarter.label}"
    return f"{on.isoformat()} is still to come" if on > today else None


def _write(
    root: Path, result: CommandResult, located: Located[Bulletin], published: PublishedBulletin, on: date
) -> MarkSentResult:
    bulletin, raw = located.record, located.raw
    items = published.items
    if not items:
        return MarkSentResult(result, refused=f"{raw.file} has no items: there is nothing to send")
    text = mark_sent(raw, items, on)
    wanted = bulletin.model_copy(
        update={"status": BulletinStatus.SENT, "sent": PartialDate.parse(on.isoformat()), "items": items}
    )
    data = rewrite_record(root, raw, text, wanted)
    if isinstance(data, RewriteRefusal):
        return MarkSentResult(result, refused=f"{raw.file} {_WHY_NOT[data]}")
    replace_sources({root / raw.file: data})
    return MarkSentResult(result, raw.file, len(items))
