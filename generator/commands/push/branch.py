"""The branch of a repository, and the branch of the shared repository that it is sent to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.commands.push.outcome import PushOutcome, PushState
from generator.system import GitAnswer, GitProgram

_PASSWORD: Final = (
    "authentication failed",
    "could not read username",
    "could not read password",
    "terminal prompts disabled",
    "permission denied (publickey",
    "host key verification failed",
    "access denied",
    "returned error: 401",
    "returned error: 403",
    "permission to",
)
_OFFLINE: Final = (
    "could not resolve",
    "unable to access",
    "could not connect",
    "connection refused",
    "connection timed out",
    "connection reset",
    "network is unreachable",
    "no route to host",
    "does not appear to be a git repository",
    "could not read from remote repository",
    "repository not found",
    "the remote end hung up",
    "timed out",
)
_PROTECTED: Final = ("remote rejected", "protected branch", "pre-receive hook declined", "gh006", "gh013")
_OF_GIT: Final = ("! [", "error: failed to push", "remote: error: hook declined")
"""How lines begin that only say again that it failed."""

_FASTER: Final = (
    "fetch first",
    "non-fast-forward",
    "stale info",
    "cannot lock ref",
    "failed to update ref",
    "incorrect old value",
)


@dataclass(frozen=True, slots=True)
class Branch:
    """The branch that is checked out, and where it is sent to."""

    name: str
    head: str | None
    """The newest commit. None if there is none yet."""

    remote: str
    target: str
    """The branch of the shared repository: `refs/heads/main`."""

    tracking: str
    """What this computer knows of that branch: `refs/remotes/origin/main`."""

    published: str | None
    """The newest commit of that branch, as far as this computer knows. None if it has none."""

    def not_sent(self, git: GitProgram) -> tuple[str, ...]:
        """Return the first lines of the commits that are not sent yet, the newest first."""
        if self.head is None:
            return ()
        known = [f"^{self.published}"] if self.published is not None else []
        return tuple(git.run("log", "--format=%s", self.head, *known, "--").text.splitlines())


def find_branch(git: GitProgram) -> Branch | PushOutcome:
    """Return the branch, or why there is none to send."""
    named = git.run("symbolic-ref", "-q", "HEAD")
    if not named.ok:
        return PushOutcome(PushState.DETACHED)
    name = named.text.removeprefix("refs/heads/")
    remote = git.run("config", f"branch.{name}.remote").text
    target = git.run("config", f"branch.{name}.merge").text
    remotes = git.run("remote").text.split()
    if remote not in remotes:
        remote, target = "origin" if "origin" in remotes else "".join(remotes[:1]), ""
    if not remote:
        return PushOutcome(PushState.NO_REMOTE)
    target = target or f"refs/heads/{name}"
    tracking = f"refs/remotes/{remote}/{target.removeprefix('refs/heads/')}"
    return Branch(name, git.commit_of("HEAD"), remote, target, tracking, git.commit_of(tracking))


def outcome_of(answer: GitAnswer, is_kept: bool = False) -> PushOutcome:
    """Return what a failed fetch or push means."""
    said = f"{answer.text}\n{answer.error}".lower()
    if any(words in said for words in _FASTER):
        state = PushState.BUSY
    elif any(words in said for words in _PROTECTED):
        state = PushState.PROTECTED
    elif any(words in said for words in _PASSWORD):
        state = PushState.PASSWORD
    elif any(words in said for words in _OFFLINE):
        state = PushState.OFFLINE
    else:
        state = PushState.FAILED
    return PushOutcome(state, shortened(answer.error), is_kept=is_kept)


def shortened(error: str) -> str:
    """Return what git or the shared repository said, without the addresses that can have a password, on one line."""
    lines = [line.strip() for line in error.splitlines() if line.strip() and not line.startswith(("hint:", "To "))]
    lines = [line for line in lines if not line.startswith(_OF_GIT)] or lines
    lines = [line.removeprefix("remote:").strip() for line in lines]
    words = " ".join(" ".join(lines).split())
    words = " ".join(_without_password(word) for word in words.split(" "))
    return f"{words[:400]}…" if len(words) > 400 else words or "nothing"


def _without_password(word: str) -> str:
    scheme, separator, rest = word.partition("://")
    if not separator or "@" not in rest:
        return word
    return f"{scheme}://{rest.rpartition('@')[2]}"
