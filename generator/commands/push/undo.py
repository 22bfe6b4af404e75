"""Takes back the last change that this person has published, by a new commit. What was undone stays in the history."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from generator.commands.changes.changed_site import LoadedSite, address_faults, has_new_errors, load_site
from generator.commands.changes.reader_changes import reader_changes
from generator.commands.options import BuildOptions, CommandResult
from generator.commands.push.branch import Branch, find_branch, outcome_of, shortened
from generator.commands.push.combination import CombinationError, commit_tree, tree_with_change
from generator.commands.push.outcome import PushOutcome, PushState
from generator.commands.push.plan import find_problem
from generator.commands.push.send import ATTEMPTS, deliver, findings_with
from generator.commands.push.site_files import find_site_files
from generator.commands.push.site_versions import site_at
from generator.commands.push.text_changes import look_changes, text_changes
from generator.diagnostics import Severity
from generator.system import GitProgram

_LOOKED_AT: Final = 200
"""How many commits are looked through for the last one of this person."""

_UNDO: Final = re.compile(r"^This reverts commit ([0-9a-f]{40,64})\.$", re.MULTILINE)
_TITLE: Final = re.compile(r'^(?:Undo|Bring back) "(.*)"$')


@dataclass(frozen=True, slots=True)
class UndoPlan:
    """What Undo would do."""

    outcome: PushOutcome
    """`ready`, or why it is not possible."""

    sentence: str = ""
    """The change that is taken back, in the words of the person who made it."""

    day: str = ""
    """The day of the change, as in `2026-12-14`."""

    brings_back: bool = False
    """True if the last change was an undo itself: what it took back is brought back."""

    for_readers: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    commit: str = ""
    tree: str = ""
    git: GitProgram | None = None
    branch: Branch | None = None

    @property
    def can_undo(self) -> bool:
        """Return True if there is a change to take back, and nothing that prevents it."""
        return self.outcome.state is PushState.READY


def plan_undo(options: BuildOptions) -> UndoPlan:
    """Return what Undo would do now, as far as this computer knows what is published. Nothing is contacted."""
    loaded = load_site(options)
    if isinstance(loaded, CommandResult):
        return UndoPlan(PushOutcome(PushState.ERRORS, findings=loaded.diagnostics))
    problem = find_problem(loaded.project.root)
    if problem is not None:
        return UndoPlan(problem)
    git = GitProgram(loaded.project.root)
    branch = find_branch(git)
    if isinstance(branch, PushOutcome):
        return UndoPlan(branch)
    return _plan(options, loaded, git, branch)


def undo_push(options: BuildOptions, expected: str = "") -> PushOutcome:
    """Take back the last published change. `expected` is the commit that was shown; another one is not taken back."""
    for _ in range(ATTEMPTS):
        outcome = _attempt(options, expected)
        if outcome.state is not PushState.BUSY:
            break
    return outcome


def _attempt(options: BuildOptions, expected: str) -> PushOutcome:
    plan = plan_undo(options)
    if plan.git is None or plan.branch is None:
        return plan.outcome
    git = plan.git
    fetched = git.run("fetch", "-q", "--no-recurse-submodules", "--end-of-options", plan.branch.remote)
    if not fetched.ok:
        return outcome_of(fetched)
    plan = plan_undo(options)
    if not plan.can_undo or plan.branch is None or plan.branch.published is None:
        return plan.outcome
    if expected and plan.commit != expected:
        return _cannot("Something else has been published since this page was shown. Look at the page again.")
    verb = "Bring back" if plan.brings_back else "Undo"
    message = f'{verb} "{plan.sentence}"\n\nThis reverts commit {plan.commit}.\n'
    try:
        commit = commit_tree(git, plan.tree, plan.branch.published, message)
    except CombinationError as error:
        state = PushState.NO_NAME if "who you are" in str(error) else PushState.FAILED
        return PushOutcome(state, shortened(str(error)))
    return deliver(options, git, plan.branch, commit, PushOutcome(PushState.UNDONE, sentence=plan.sentence))


def _plan(options: BuildOptions, loaded: LoadedSite, git: GitProgram, branch: Branch) -> UndoPlan:
    if branch.published is None:
        return UndoPlan(_cannot("Nothing was published from here yet."), git=git, branch=branch)
    found = _last_change(git, branch.published)
    if found is None:
        return UndoPlan(_cannot("You have not published anything yet."), git=git, branch=branch)
    commit, day, subject, body, files = found
    title = _TITLE.match(subject)
    brings_back = _UNDO.search(body) is not None and subject.startswith("Undo ")
    sentence = title[1] if title is not None else subject
    plan = UndoPlan(
        PushOutcome(PushState.READY), sentence, day, brings_back, files=files, commit=commit, git=git, branch=branch
    )
    refusal, tree = _refusal(loaded, git, branch, plan)
    if refusal is not None or tree is None:
        return replace(plan, outcome=refusal or _cannot("Git cannot take it back."))
    return _described(options, loaded, git, replace(plan, tree=tree))


def _last_change(git: GitProgram, published: str) -> tuple[str, str, str, str, tuple[str, ...]] | None:
    """Return the last published commit of this person that changes the site: its day, subject, text and files."""
    address = git.run("config", "user.email").text
    fields = "--format=%H%x00%ae%x00%P%x00%as%x00%s%x00%b%x01"
    log = git.run("log", f"-{_LOOKED_AT}", "--first-parent", fields, published)
    for entry in log.text.split("\x01"):
        parts = entry.strip("\n").split("\0")
        if len(parts) != 6 or parts[1] != address or len(parts[2].split()) != 1:
            continue
        commit, _, parent, day, subject, body = parts
        names = git.run("diff-tree", "-r", "-z", "--no-commit-id", "--name-only", "--no-renames", parent, commit).names
        site = tuple(name.removeprefix(git.prefix) for name in names if _is_of_site(git, name))
        if site and len(site) == len(names):
            return commit, day, subject, body, site
    return None


def _is_of_site(git: GitProgram, name: str) -> bool:
    inside = name.removeprefix(git.prefix)
    return name.startswith(git.prefix) and inside.startswith(("content/", "briefings/", "mkdocs.yml", "overrides/"))


def _refusal(
    loaded: LoadedSite, git: GitProgram, branch: Branch, plan: UndoPlan
) -> tuple[PushOutcome | None, str | None]:
    """Return why a change cannot be taken back, or the files as they are without it."""
    assert branch.published is not None
    if branch.not_sent(git):
        return _cannot("You have changes that are not sent yet. Publish them first."), None
    later = git.run("log", "--format=%an", f"{plan.commit}..{branch.published}", "--", *_literally(git, plan.files))
    names = list(dict.fromkeys(later.text.splitlines()))
    if names:
        who = " and ".join(names[:2])
        return _cannot(f'{who} has changed the same records after "{plan.sentence}".'), None
    files = find_site_files(loaded, git, branch.published)
    if set(files.uncommitted) & set(plan.files):
        return _cannot("You have saved changes in the same records that are not published. Publish them first."), None
    tree = tree_with_change(git, plan.commit, f"{plan.commit}^", branch.published)
    if tree is None:
        return _cannot(f'Someone has changed the same records after "{plan.sentence}".'), None
    return None, tree


def _described(options: BuildOptions, loaded: LoadedSite, git: GitProgram, plan: UndoPlan) -> UndoPlan:
    """Return the plan with the changes for readers; errors that it would cause refuse it."""
    then = site_at(loaded, git, plan.tree, plan.files)
    before, after = loaded.state(), then.state()
    found = findings_with(loaded, git, plan.tree, [git.prefix + name for name in plan.files])
    found = (*found, *address_faults(before, after, loaded.project.site_url, options.today))
    if has_new_errors(found):
        errors = tuple(each for each in found if each.severity is Severity.ERROR)
        outcome = replace(_cannot(f'Without "{plan.sentence}" the site would have errors.'), findings=errors)
        return replace(plan, outcome=outcome)
    words = (*reader_changes(before, after, {}), *text_changes(before, after), *look_changes(plan.files))
    return replace(plan, for_readers=words or ("Nothing changes for readers.",))


def _literally(git: GitProgram, files: tuple[str, ...]) -> list[str]:
    return [f":(literal){git.prefix}{name}" for name in files]


def _cannot(reason: str) -> PushOutcome:
    return PushOutcome(PushState.CANNOT_UNDO, reason)
