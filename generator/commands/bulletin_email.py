"""Turns a bulletin into an e-mail that any mail system can send."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands.build import link_records, read_records
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.output_files import write_outputs
from generator.commands.private_terms_gate import with_private_term_findings, with_private_terms_check_of
from generator.commands.unfinished_texts import with_unfinished_as_errors
from generator.diagnostics import Diagnostic, Location, WithDiagnostics, did_you_mean, rule
from generator.diagnostics.suggest import one_of
from generator.model import Bulletin, BulletinStatus, Library, Located, PublishedBulletin, Records
from generator.read import Project, find_project
from generator.render.email import LARGEST, BulletinEmail, bulletin_email

if TYPE_CHECKING:
    from generator.private_terms import PrivateTermScanner


@dataclass(frozen=True, slots=True)
class BulletinFiles:
    """The e-mail of a bulletin, and the files it was written to."""

    result: CommandResult
    email: BulletinEmail | None = None
    """None if an error stops it. Nothing is written then."""

    files: tuple[tuple[Path, int], ...] = ()
    """Each file with its size in bytes: HTML, plain text, and the message with both."""


def send_bulletin(options: BuildOptions, quarter: str, folder: Path) -> BulletinFiles:
    """Write a bulletin as an e-mail that any mail system can send. Nothing is sent.

    Any error in the records stops it, as it stops a build. Yields B950 for an e-mail that mail programs would cut off,
    B951 for a draft that was not requested (`request.drafts`), B952 for a bulletin that does not exist, B953 if no
    sender is named, S009 for an existing file that must not be replaced, and B954 for each unfinished text, unless the
    e-mail says that it is a draft. If there is a list of private terms, the e-mail may contain none of them.
    """
    return with_private_terms_check_of(
        options, lambda scanner: _sending(options, quarter, folder, scanner), BulletinFiles
    )


def _sending(options: BuildOptions, quarter: str, folder: Path, scanner: PrivateTermScanner | None) -> BulletinFiles:
    project = find_project(options.root)
    if project.value is None:
        return BulletinFiles(CommandResult(project.diagnostics))
    options.progress("reading the records")
    records = read_records(project.value, options)
    result = CommandResult(records.diagnostics, project=project.value, records=records.value)
    if records.failed:
        return BulletinFiles(result)
    located = next((each for each in records.value.bulletins if each.record.id == quarter), None)
    is_draft = located is not None and located.record.status is BulletinStatus.DRAFT
    if located is None or (is_draft and not options.drafts):
        return BulletinFiles(_with_diagnostics(result, _not_there(quarter, records.value, located)))
    options.progress("making the e-mail")
    bulletin, library = _linked(project.value, options, records, quarter)
    if not is_draft:
        found = with_unfinished_as_errors(result.diagnostics, bulletin, located, records.value)
        result = replace(result, diagnostics=found)
    email = bulletin_email(bulletin, library, is_draft)
    suffixes = {"html": email.html, "txt": email.text, "eml": email.message}
    files = {f"{quarter}.{suffix}": data for suffix, data in suffixes.items()}
    result = _with_diagnostics(result, *_check_email(email, records.value, located))
    result = with_private_term_findings(scanner, ((name, partial(bytes, data)) for name, data in files.items()), result)
    if not result.failed:
        result = _with_diagnostics(result, *write_outputs(folder, files, project.value.cache))
    if result.failed:
        return BulletinFiles(result)
    return BulletinFiles(result, email, tuple((folder / name, len(data)) for name, data in files.items()))


def _linked(
    project: Project, options: BuildOptions, records: WithDiagnostics[Records], quarter: str
) -> tuple[PublishedBulletin, Library]:
    """Return the bulletin, and the library of what is public today.

    A draft bulletin is treated as public. Scheduled records are not, for any reader.
    """
    bulletins = tuple(
        replace(bulletin, record=bulletin.record.model_copy(update={"status": BulletinStatus.PUBLISHED}))
        if bulletin.record.id == quarter and bulletin.record.status is BulletinStatus.DRAFT
        else bulletin
        for bulletin in records.value.bulletins
    )
    with_it = replace(records, value=replace(records.value, bulletins=bulletins))
    library = link_records(project, replace(options, drafts=False), with_it)
    assert library is not None
    return next(bulletin for bulletin in library.bulletins if bulletin.record.id == quarter), library


def _with_diagnostics(result: CommandResult, *found: Diagnostic) -> CommandResult:
    return replace(result, diagnostics=(*result.diagnostics, *found))


def _not_there(quarter: str, records: Records, located: Located[Bulletin] | None) -> Diagnostic:
    if located is not None:
        message, hint = f"the bulletin {quarter} is a draft", "add --drafts to look at it as an e-mail"
        return rule("B951").diagnostic(message, located.raw.location_of("status"), hint)
    known = [bulletin.record.id for bulletin in records.bulletins]
    hint = did_you_mean(quarter, known) or (one_of(known) if known else f"begin with: library new bulletin {quarter}")
    return rule("B952").diagnostic(f'there is no bulletin "{quarter}"', Location("content/bulletins"), hint)


def _check_email(email: BulletinEmail, records: Records, located: Located[Bulletin]) -> Iterator[Diagnostic]:
    over = len(email.html) - LARGEST
    if over > 0:
        message = f"the e-mail is {_kilobytes(over)} too long: Gmail shows only the first {LARGEST // 1024} KB"
        hint = f'shorten "welcome" ({_kilobytes(len(located.record.welcome.encode()))}), or name items under "left_out"'
        yield rule("B950").diagnostic(message, located.raw.location_of("welcome", key=True), hint)
    assert records.partnership is not None
    if records.partnership.record.newsletter is None:
        hint = "add newsletter: {from_name: ..., from_address: name@place.org}, or choose the sender as you send it"
        yield rule("B953").diagnostic("the e-mail names no sender", records.partnership.raw.location_of(), hint)


def _kilobytes(size_bytes: int) -> str:
    """Return the size in kilobytes (KB), rounded up so that it is never less than the actual size."""
    return f"{-(-size_bytes // 1024)} KB"
