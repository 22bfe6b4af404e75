"""That a bulletin was sent, written into its record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from generator.author import as_sent, sent_item
from generator.machine import replace_sources
from generator.model import Bulletin, BulletinStatus, Located, PartialDate, PublishedBulletin
from generator.outgoing.unfinished import with_unfinished_as_errors
from generator.pipeline import inspect
from generator.request import Request, Result
from generator.rewriting import Unwritten, rewritten

_WHY_NOT: Final = {
    Unwritten.UNUSUAL: "is written in a way that cannot be added to; write each field on a line",
    Unwritten.CHANGED: "has changed in the meantime; run the command again",
}


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of writing down that a bulletin was sent."""

    result: Result
    file: str = ""
    """What was written, from the site's root; empty when nothing was."""

    items: int = 0
    refused: str | None = None
    """Why nothing was written, in an editor's words; None when it was, or when the records have errors."""


def write_down_sent(request: Request, quarter: str, on: date) -> Sent:
    """Writes into a bulletin's record that it was sent on a day, and with what items and words.

    Nothing is written where records have errors, where the bulletin is not public or has been sent, where the day
    cannot be, where a text of it is not finished (B954), and where the file does not read back as it should.
    """
    result = inspect(replace(request, drafts=False))
    if result.library is None or result.records is None:
        return Sent(result)
    located = next((each for each in result.records.bulletins if each.record.id == quarter), None)
    refused = _refused(located, quarter, on, request.today)
    if located is None or refused is not None:
        return Sent(result, refused=refused)
    published = next(each for each in result.library.bulletins if each.record.id == quarter)
    found = with_unfinished_as_errors(result.diagnostics, published, located, result.records)
    if any(each.code == "B954" for each in found):
        return Sent(replace(result, diagnostics=found))
    return _write(request.root, result, located, published, on)


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


def _write(root: Path, result: Result, located: Located[Bulletin], published: PublishedBulletin, on: date) -> Sent:
    bulletin, raw = located.record, located.raw
    items = tuple(sent_item(each) for each in published.items)
    if not items:
        return Sent(result, refused=f"{raw.file} has no items: there is nothing to send")
    text = as_sent(raw, items, on)
    wanted = bulletin.model_copy(
        update={"status": BulletinStatus.SENT, "sent": PartialDate.parse(on.isoformat()), "items": items}
    )
    data = rewritten(root, raw, text, wanted)
    if isinstance(data, Unwritten):
        return Sent(result, refused=f"{raw.file} {_WHY_NOT[data]}")
    replace_sources({root / raw.file: data})
    return Sent(result, raw.file, len(items))
