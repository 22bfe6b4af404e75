"""A bulletin made an e-mail, to send by any mail system."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location, Outcome, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.guarded import searched, watched_making
from generator.model import Bulletin, BulletinStatus, Library, Located, PublishedBulletin, Records
from generator.outgoing.unfinished import with_unfinished_as_errors
from generator.outputs import write_outputs
from generator.pipeline import link_records, read_records
from generator.read import Project, find_project
from generator.render.email import LARGEST, BulletinEmail, bulletin_email
from generator.request import Request, Result

if TYPE_CHECKING:
    from generator.guard import Watch


@dataclass(frozen=True, slots=True)
class Sending:
    """A bulletin's e-mail, and where it was written."""

    result: Result
    email: BulletinEmail | None = None
    """None when something stops it: then nothing was written."""

    files: tuple[tuple[Path, int], ...] = ()
    """Each file with its size in bytes: HTML, plain text, and the message with both."""


def send_bulletin(request: Request, quarter: str, folder: Path) -> Sending:
    """Writes a bulletin as an e-mail that any mail system can send. Nothing is sent.

    Any error in the records stops it, as it stops a build. Yields B950 for an e-mail that would be cut, B951 for a
    draft that was not asked for (`request.drafts`), B952 for a bulletin that is not there, B953 where no sender is
    named, S009 for a file in the way, and B954 for each unfinished text, unless the e-mail says that it is a draft. If
    there is a list of private terms, none of them may be in it.
    """
    return watched_making(request, lambda watch: _sending(request, quarter, folder, watch), Sending)


def _sending(request: Request, quarter: str, folder: Path, watch: Watch | None) -> Sending:
    project = find_project(request.root)
    if project.value is None:
        return Sending(Result(project.diagnostics))
    request.progress("reading the records")
    records = read_records(project.value, request)
    result = Result(records.diagnostics, project=project.value, records=records.value)
    if records.failed:
        return Sending(result)
    located = next((each for each in records.value.bulletins if each.record.id == quarter), None)
    is_draft = located is not None and located.record.status is BulletinStatus.DRAFT
    if located is None or (is_draft and not request.drafts):
        return Sending(_with(result, _not_there(quarter, records.value, located)))
    request.progress("making the e-mail")
    bulletin, library = _linked(project.value, request, records, quarter)
    if not is_draft:
        found = with_unfinished_as_errors(result.diagnostics, bulletin, located, records.value)
        result = replace(result, diagnostics=found)
    email = bulletin_email(bulletin, library, is_draft)
    suffixes = {"html": email.html, "txt": email.text, "eml": email.message}
    files = {f"{quarter}.{suffix}": data for suffix, data in suffixes.items()}
    result = _with(result, *_found(email, records.value, located))
    result = searched(watch, ((name, partial(bytes, data)) for name, data in files.items()), result)
    if not result.failed:
        result = _with(result, *write_outputs(folder, files, project.value.cache))
    if result.failed:
        return Sending(result)
    return Sending(result, email, tuple((folder / name, len(data)) for name, data in files.items()))


def _linked(
    project: Project, request: Request, records: Outcome[Records], quarter: str
) -> tuple[PublishedBulletin, Library]:
    """The bulletin among what is public today. A draft is taken for public; records that wait are not, for anyone."""
    bulletins = tuple(
        replace(each, record=each.record.model_copy(update={"status": BulletinStatus.PUBLISHED}))
        if each.record.id == quarter and each.record.status is BulletinStatus.DRAFT
        else each
        for each in records.value.bulletins
    )
    with_it = replace(records, value=replace(records.value, bulletins=bulletins))
    library = link_records(project, replace(request, drafts=False), with_it)
    assert library is not None
    return next(each for each in library.bulletins if each.record.id == quarter), library


def _with(result: Result, *found: Diagnostic) -> Result:
    return replace(result, diagnostics=(*result.diagnostics, *found))


def _not_there(quarter: str, records: Records, located: Located[Bulletin] | None) -> Diagnostic:
    if located is not None:
        message, hint = f"the bulletin {quarter} is a draft", "add --drafts to look at it as an e-mail"
        return rule("B951").found(message, located.raw.at("status"), hint)
    known = [each.record.id for each in records.bulletins]
    hint = did_you_mean(quarter, known) or (one_of(known) if known else f"begin with: library new bulletin {quarter}")
    return rule("B952").found(f'there is no bulletin "{quarter}"', Location("content/bulletins"), hint)


def _found(email: BulletinEmail, records: Records, located: Located[Bulletin]) -> Iterator[Diagnostic]:
    over = len(email.html) - LARGEST
    if over > 0:
        message = f"the e-mail is {_kilobytes(over)} too long: Gmail shows the first {LARGEST // 1024} KB of it alone"
        hint = f'shorten "welcome" ({_kilobytes(len(located.record.welcome.encode()))}), or name items under "left_out"'
        yield rule("B950").found(message, located.raw.at("welcome", key=True), hint)
    assert records.partnership is not None
    if records.partnership.record.newsletter is None:
        hint = "add newsletter: {from_name: ..., from_address: name@place.org}, or choose the sender as you send it"
        yield rule("B953").found("the e-mail names no sender", records.partnership.raw.at(), hint)


def _kilobytes(size_bytes: int) -> str:
    """Rounded up: never less than there is."""
    return f"{-(-size_bytes // 1024)} KB"
