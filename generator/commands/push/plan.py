"""Plans what is sent to the shared repository, in words, before anything is sent. Nothing is written or contacted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Final

from generator.commands.build import validate_and_link
from generator.commands.changes.changed_site import LoadedSite, State, address_faults, load_site
from generator.commands.changes.reader_changes import reader_changes
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.private_terms_gate import with_private_terms_check
from generator.commands.push.branch import Branch, find_branch
from generator.commands.push.combination import form_of_file
from generator.commands.push.outcome import PushOutcome, PushState
from generator.commands.push.site_files import SiteFiles, find_site_files
from generator.commands.push.site_versions import site_at
from generator.commands.push.text_changes import look_changes, text_changes
from generator.commands.record_edit import find_private_terms
from generator.commands.record_values import values_of
from generator.diagnostics import Diagnostic, Location, Severity, rule
from generator.model import Status
from generator.model.london_time import LondonTime
from generator.system import GitProgram, find_refused_repository, has_git, repository_of

_CANNOT_TELL: Final = "There are errors, so what changes for readers cannot be listed."
_MOST_MOMENTS: Final = 5
"""How many moments of scheduled publication are looked at. Each of them needs all records again."""

_ALL_NEW: Final = "The whole site is new."
_NOTHING: Final = "Nothing changes for readers."
_IN_PROGRESS: Final = {
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "MERGE_HEAD": "merge",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
}


@dataclass(frozen=True, slots=True)
class PushPlan:
    """What publishing would send."""

    outcome: PushOutcome
    """The state before it: ready, nothing to publish, errors, or why it is not possible here."""

    for_readers: tuple[str, ...] = ()
    """What changes for readers, one sentence each."""

    files: tuple[str, ...] = ()
    """The files that differ from the last publication."""

    left_out: tuple[str, ...] = ()
    """New files that no record names. They are not sent."""

    waiting: tuple[str, ...] = ()
    """The sentences of the commits that are not sent yet."""

    to_commit: tuple[str, ...] = ()
    """The files that are in no commit yet. Without them, no sentence is needed."""

    loaded: LoadedSite | None = None
    git: GitProgram | None = None
    """None if git cannot be used here."""

    branch: Branch | None = None

    to_look_at: tuple[Diagnostic, ...] = ()
    """The warnings on the records that are sent. They do not prevent it."""

    @property
    def can_push(self) -> bool:
        """Return True if there is something to send, and nothing that prevents it."""
        return self.outcome.state is PushState.READY


def plan_push(options: BuildOptions) -> PushPlan:
    """Return what publishing would do now."""
    loaded = load_site(options)
    if isinstance(loaded, CommandResult):
        return PushPlan(PushOutcome(PushState.ERRORS, findings=loaded.diagnostics))
    problem = find_problem(loaded.project.root)
    if problem is not None:
        return PushPlan(problem, loaded=loaded)
    git = GitProgram(loaded.project.root)
    found = find_branch(git)
    if isinstance(found, PushOutcome):
        files = find_site_files(loaded, git, None)
        return PushPlan(replace(found, files=files.uncommitted), files=files.uncommitted, loaded=loaded, git=git)
    published = _last_published(git, found)
    files = find_site_files(loaded, git, published)
    waiting = found.not_sent(git)
    if not files.uncommitted and not waiting:
        state = PushOutcome(PushState.NOTHING)
        return PushPlan(state, left_out=files.left_out, loaded=loaded, git=git, branch=found)
    words, findings = _describe(options, loaded, git, published, files)
    errors = tuple(each for each in findings if each.severity is Severity.ERROR)
    outcome = PushOutcome(PushState.ERRORS if errors else PushState.READY, findings=errors)
    return PushPlan(
        outcome,
        words,
        files.differing,
        files.left_out,
        waiting,
        files.uncommitted,
        loaded,
        git,
        found,
        tuple(_warnings_on(files.differing, findings)),
    )


def _warnings_on(names: tuple[str, ...], findings: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """Yield the warnings on files that are sent, and on each record whose document or other file is sent."""
    folders = {PurePosixPath(name).parent.as_posix() for name in names}
    for each in findings:
        if each.severity is Severity.WARNING and each.location is not None:
            file = each.location.file
            form = form_of_file(file)
            has_own_folder = form is not None and "{id}/" in form.file
            if file in names or (has_own_folder and PurePosixPath(file).parent.as_posix() in folders):
                yield each


def find_problem(root: Path) -> PushOutcome | None:
    """Return why git cannot be used in a folder; None if it can."""
    top = repository_of(root)
    if top is None:
        return PushOutcome(PushState.NO_REPOSITORY, str(root), _all_files())
    if not has_git():
        return PushOutcome(PushState.NO_GIT, files=_all_files())
    if find_refused_repository(root) is not None:
        return PushOutcome(PushState.NOT_READABLE, str(top), _all_files())
    git = GitProgram(root)
    for name, step in _IN_PROGRESS.items():
        if git.git_path(name).exists():
            return PushOutcome(PushState.UNFINISHED, step)
    lock = git.git_path("index.lock")
    return PushOutcome(PushState.LOCKED, str(lock)) if lock.exists() else None


def _all_files() -> tuple[str, ...]:
    """Return where the files of a site are: without git, nobody knows which of them have changed."""
    return ("content", "briefings", "mkdocs.yml")


def _last_published(git: GitProgram, branch: Branch) -> str | None:
    """Return the newest commit that this computer has in common with the shared repository."""
    if branch.published is None or branch.head is None:
        return branch.published
    return git.run("merge-base", branch.published, branch.head).text or None


def _describe(
    options: BuildOptions, loaded: LoadedSite, git: GitProgram, published: str | None, files: SiteFiles
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Return the changes for readers in words, and the findings of the checks."""
    earlier = site_at(loaded, git, published, files.differing)
    if not any(raw.kind == "partnership" for raw in earlier.site.value.records):
        return (_ALL_NEW,), _check(options, loaded, files)
    before, after = earlier.state(), loaded.state()
    words = (*reader_changes(before, after, {}), *text_changes(before, after), *look_changes(files.differing))
    words = (*words, *_later_changes(earlier, loaded, before, after))
    lost = address_faults(before, after, loaded.project.site_url, options.today)
    if not words:
        cannot_tell = before.library is None or after.library is None
        words = (_CANNOT_TELL if cannot_tell else _NOTHING,)
    checked = _check(options, loaded, files)
    markers = _conflict_markers(loaded.project.root, files.uncommitted)
    return words, (*checked, *markers, *lost)


def _later_changes(earlier: LoadedSite, loaded: LoadedSite, before: State, after: State) -> Iterator[str]:
    """Yield what changes for readers at the moments for which records are scheduled that differ."""
    today = loaded.options.today
    known = {each.record.ref: each.record for each in before.records.cases_briefings_notices}
    moments = {
        each.record.publish_on.in_words: each.record.publish_on
        for each in after.records.cases_briefings_notices
        if each.record.publish_on is not None
        and known.get(each.record.ref) != each.record
        and not each.record.is_public(today)
        and each.record.status is Status.SCHEDULED
    }
    now = set(reader_changes(before, after, {}))
    for when in sorted(moments.values(), key=lambda each: each.iso)[:_MOST_MOMENTS]:
        then = LondonTime.at(when.moment) if when.moment is not None else when.day.first_day
        words = f"On {when.day.label}" if when.moment is None else f"At {when.in_words}"
        for sentence in reader_changes(earlier.state(today=then), loaded.state(today=then), {}):
            if sentence not in now:
                now.add(sentence)
                yield f"{words}: {sentence[:1].lower()}{sentence[1:]}"


def _check(options: BuildOptions, loaded: LoadedSite, files: SiteFiles) -> tuple[Diagnostic, ...]:
    """Return the findings on all records, and the private terms in the records that are sent."""

    def check(scanner: object) -> CommandResult:
        result = validate_and_link(options)
        if scanner is None:
            return result
        found: list[Diagnostic] = []
        for name in files.differing:
            form, path = form_of_file(name), loaded.project.root / name
            if form is not None and path.is_file():
                text = path.read_bytes().decode("utf-8-sig", "replace").replace("\r\n", "\n")
                found += find_private_terms(scanner, form, name, values_of(text, form.is_page) or {})  # type: ignore[arg-type]
        return replace(result, diagnostics=(*result.diagnostics, *found))

    return with_private_terms_check(options, check).diagnostics


def _conflict_markers(root: Path, names: tuple[str, ...]) -> list[Diagnostic]:
    """Return W980 for each page that has the marks of an unfinished merge. In records, they are errors anyway."""
    found = []
    for name in names:
        path = root / name
        if path.suffix == ".md" and path.is_file():
            lines = path.read_bytes().splitlines()
            marked = [number for number, line in enumerate(lines, 1) if line.startswith((b"<<<<<<< ", b">>>>>>> "))]
            if marked:
                hint = "keep one version, and delete the lines with <<<<<<<, ======= and >>>>>>>"
                found.append(rule("W980").diagnostic("git has left two versions here", Location(name, marked[0]), hint))
    return found
