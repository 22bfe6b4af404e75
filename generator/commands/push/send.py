"""Sends the changes of a site to the shared repository. What was saved stays saved, whatever happens on the way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from generator.commands.changes.changed_site import LoadedSite, has_new_errors, load_site, new_diagnostics
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.push.branch import Branch, find_branch, outcome_of, shortened
from generator.commands.push.combination import CombinationError, Decisions, combine
from generator.commands.push.full_check import find_build_errors
from generator.commands.push.outcome import PushOutcome, PushState
from generator.commands.push.plan import PushPlan, plan_push
from generator.commands.push.site_versions import site_at
from generator.diagnostics import Diagnostic, Severity
from generator.editing import can_be_written, slugify
from generator.system import GitAnswer, GitProgram

ATTEMPTS: Final = 3
_KEPT: Final = "refs/library/kept/"
"""Where commits are kept that were combined with those of colleagues, so that no text is lost."""

_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Answers:
    """Which texts to keep where two people have changed the same field."""

    decided: Decisions
    seen: str
    """`PushOutcome.seen` of the questions. If there is something newer since, they are asked again."""


def push(options: BuildOptions, sentence: str, answers: Answers | None = None, with_build: bool = False) -> PushOutcome:
    """Publish all changes of the site: check, commit, combine with those of colleagues, send.

    With `with_build`, the whole site is built first and every link is checked: an error stops it before the commit.
    """
    plan = plan_push(options)
    if plan.git is None or plan.branch is None or plan.loaded is None:
        return plan.outcome
    if plan.outcome.state is PushState.ERRORS:
        return plan.outcome
    said = " ".join(sentence.split())
    if plan.to_commit and (not said or len(said) > _LONGEST or not can_be_written(said)):
        return PushOutcome(PushState.NO_SENTENCE)
    if with_build and plan.can_push:
        errors = find_build_errors(options)
        if errors:
            return PushOutcome(PushState.ERRORS, findings=errors)
    if plan.to_commit:
        failed = _commit(plan.git, plan, said)
        if failed is not None:
            return failed
    return _send(options, plan.git, said or ", ".join(reversed(plan.waiting)), answers)


def _commit(git: GitProgram, plan: PushPlan, sentence: str) -> PushOutcome | None:
    """Commit the files of the site, and no others; return why it failed, or None."""
    paths = [git.prefix + name for name in plan.to_commit]
    body = "\n".join(f"- {each}" for each in plan.for_readers)
    added = git.run_with_paths("add", "-A", paths=paths)
    if added.ok:
        message = ("--cleanup=whitespace", "-m", sentence, "-m", body)
        made = git.run_with_paths("commit", "-q", "--only", *message, paths=paths)
        if made.ok:
            return None
        # The index is as before, so that a later commit of someone else does not take these files with it.
        git.run_with_paths("reset", "-q", paths=paths)
        added = made
    return _outcome_of_commit(added)


def _outcome_of_commit(answer: GitAnswer) -> PushOutcome:
    said = answer.error.lower()
    if "tell me who you are" in said or "empty ident" in said or "no email was given" in said:
        return PushOutcome(PushState.NO_NAME)
    if "index.lock" in said or ".lock': file exists" in said:
        return PushOutcome(PushState.LOCKED, shortened(answer.error))
    if answer.status == 1:
        return PushOutcome(PushState.REFUSED_HERE, shortened(answer.error or answer.text))
    return PushOutcome(PushState.FAILED, shortened(answer.error))


def _send(options: BuildOptions, git: GitProgram, sentence: str, answers: Answers | None) -> PushOutcome:
    for _ in range(ATTEMPTS):
        outcome = _attempt(options, git, sentence, answers)
        if outcome.state is not PushState.BUSY:
            return outcome
    return replace(outcome, is_kept=True)


def _attempt(options: BuildOptions, git: GitProgram, sentence: str, answers: Answers | None) -> PushOutcome:
    branch = find_branch(git)
    if isinstance(branch, PushOutcome):
        return branch
    waiting = bool(branch.not_sent(git))
    fetched = git.run("fetch", "-q", "--no-recurse-submodules", "--end-of-options", branch.remote)
    if not fetched.ok:
        return outcome_of(fetched, is_kept=waiting)
    branch = replace(branch, published=git.commit_of(branch.tracking))
    if branch.head is None:
        return PushOutcome(PushState.NOTHING) if branch.published is None else move_to(git, branch, branch.published)
    waiting = bool(branch.not_sent(git))
    onto = branch.published or branch.head
    seen = f"{onto} {branch.head}"
    decided = answers.decided if answers is not None and answers.seen == seen else {}
    try:
        combined = combine(git, onto, branch.head, decided)
    except CombinationError as error:
        return PushOutcome(PushState.FAILED, shortened(str(error)), is_kept=waiting)
    if combined.commit is None:
        return PushOutcome(PushState.QUESTIONS, questions=combined.questions, seen=seen, is_kept=waiting)
    return deliver(options, git, branch, combined.commit, PushOutcome(PushState.PUBLISHED, sentence=sentence))


def deliver(options: BuildOptions, git: GitProgram, branch: Branch, commit: str, done: PushOutcome) -> PushOutcome:
    """Send a commit, then show it in the folder. If it is new to this computer, the site is checked with it first."""
    assert branch.head is not None
    others = _count(git, branch.published, branch.head)
    if commit != branch.head:
        stopped = _check_together(options, git, branch, commit, is_undo=done.state is PushState.UNDONE)
        if stopped is not None:
            return stopped
    if commit == branch.published:
        moved = move_to(git, branch, commit) if commit != branch.head else done
        if moved.state in (PushState.IN_THE_WAY, PushState.FAILED):
            return moved
        is_new = others > 0
        return PushOutcome(PushState.ONLY_THEIRS if is_new else PushState.NOTHING, from_others=others)
    sent = git.run("push", "-q", "--end-of-options", branch.remote, f"{commit}:{branch.target}")
    if not sent.ok:
        failed = outcome_of(sent, is_kept=done.state is PushState.PUBLISHED)
        if failed.state is PushState.PROTECTED and failed.is_kept:
            return _propose(git, branch, commit, failed)
        return failed
    if branch.published is None:
        git.run("branch", "-q", f"--set-upstream-to={branch.tracking}", branch.name)
    if commit != branch.head:
        move_to(git, branch, commit)
    return replace(done, from_others=others, when=_when(options))


def _propose(git: GitProgram, branch: Branch, commit: str, failed: PushOutcome) -> PushOutcome:
    """Send a commit to a separate branch, for others to approve. The name stays the same until it is approved."""
    first = git.run("log", "--reverse", "--format=%h%x00%as%x00%s", f"{branch.published}..{branch.head}", "--").text
    found, day, sentence = (first.splitlines() or ["\0\0"])[0].split("\0")
    name = "-".join(part for part in (day, slugify(sentence)[:40].strip("-"), found) if part)
    target = f"refs/heads/library/{name}"
    # The branch belongs to these commits alone, so an earlier attempt with them may be replaced.
    sent = git.run("push", "-q", "--end-of-options", branch.remote, f"+{commit}:{target}")
    if not sent.ok:
        return failed
    address = re.search(r"https?://[^\s@]+$", sent.error, re.MULTILINE)
    found_address = address[0] if address is not None else ""
    return PushOutcome(PushState.PROPOSED, f"library/{name}", address=found_address, is_kept=True)


def move_to(git: GitProgram, branch: Branch, commit: str) -> PushOutcome:
    """Show a commit in the folder. Changed files are never overwritten; nothing is moved then."""
    if branch.head is not None and not git.run("merge-base", "--is-ancestor", branch.head, commit).ok:
        git.run("update-ref", f"{_KEPT}{branch.head[:12]}", branch.head)
    moved = git.run("reset", "-q", "--keep", commit)
    if moved.ok:
        return PushOutcome(PushState.ONLY_THEIRS)
    return PushOutcome(PushState.FAILED, shortened(moved.error), is_kept=True)


def _check_together(
    options: BuildOptions, git: GitProgram, branch: Branch, commit: str, is_undo: bool
) -> PushOutcome | None:
    """Return why a commit with changes of colleagues cannot be sent or shown here; None if it can."""
    assert branch.head is not None
    differing = git.run("diff", "--name-only", "-z", "--no-renames", branch.head, commit).names
    here = {*git.run("diff", "--name-only", "-z", "--no-renames", branch.head).names}
    here |= {*git.run("ls-files", "-z", "--others", "--", *_literally(differing)).names} if differing else set()
    in_the_way = sorted(here & set(differing))
    if in_the_way:
        return PushOutcome(PushState.IN_THE_WAY, files=tuple(in_the_way[:5]), is_kept=True)
    loaded = load_site(options)
    if isinstance(loaded, CommandResult):
        return PushOutcome(PushState.ERRORS, findings=loaded.diagnostics, is_kept=True)
    found = findings_with(loaded, git, commit, [name for name in differing if name.startswith(git.prefix)])
    if not has_new_errors(found):
        return None
    errors = tuple(each for each in found if each.severity is Severity.ERROR)
    if is_undo:
        return PushOutcome(PushState.CANNOT_UNDO, "Without this change the site would have errors.", findings=errors)
    # The errors are in the changes of both together: they are shown here, to be corrected before anything is sent.
    move_to(git, branch, commit)
    return PushOutcome(PushState.ERRORS, findings=errors, is_kept=True)


def findings_with(loaded: LoadedSite, git: GitProgram, commit: str, differing: list[str]) -> tuple[Diagnostic, ...]:
    """Return the findings that the site has as it is in a commit, and does not have in the folder."""
    then = site_at(loaded, git, commit, [name.removeprefix(git.prefix) for name in differing])
    return new_diagnostics(loaded.state(), then.state())


def _literally(names: list[str]) -> list[str]:
    return [f":(literal){name}" for name in names]


def _count(git: GitProgram, published: str | None, head: str) -> int:
    """Return how many commits of colleagues are new here."""
    if published is None:
        return 0
    return int(git.run("rev-list", "--count", "--no-merges", published, f"^{head}").text or 0)


def _when(options: BuildOptions) -> str:
    loaded = load_site(options)
    return loaded.project.build_note if isinstance(loaded, LoadedSite) else ""


def answers_for(choices: Mapping[str, str], outcome: PushOutcome) -> Answers:
    """Return the answers to the questions of an outcome, by the name of each question; others keep my text."""
    decided = {(each.file, each.path): choices.get(each.name, "mine") for each in outcome.questions}
    return Answers(decided, outcome.seen)
