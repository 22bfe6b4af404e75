"""Runs git queries."""

from __future__ import annotations

import os
import shutil
import subprocess
from enum import StrEnum
from pathlib import Path
from typing import Final

_SECONDS: Final = 10
_SETTINGS: Final = ("core.fsmonitor=", f"core.hooksPath={os.devnull}", "protocol.allow=never")
_QUIET: Final = ("--no-pager", *(part for setting in _SETTINGS for part in ("-c", setting)))
"""Options that stop git from starting programs named in the folder's settings and from contacting other hosts."""


class GitState(StrEnum):
    """What git says of a file or a folder."""

    TRACKED = "tracked"
    UNTRACKED = "untracked"
    """In a repository that does not track it, or in no repository."""

    UNKNOWN = "unknown"
    """In a repository that git refuses to read, as one of another user, or git is not installed or did not answer."""


def repository_of(folder: Path) -> Path | None:
    """Return the top folder of the repository that a folder is in, also one that git refuses to read; None if none."""
    real = folder.resolve()
    return next((parent for parent in (real, *real.parents) if os.path.lexists(parent / ".git")), None)


def git_state(path: Path) -> GitState:
    """Return whether git tracks a file, or a file in a folder."""
    folder = path if path.is_dir() else path.parent
    if repository_of(folder) is None:
        return GitState.UNTRACKED
    listed = run_git(folder, "ls-files", "-z", "--", "." if path.is_dir() else path.name)
    if listed is None:
        return GitState.UNKNOWN
    return GitState.TRACKED if listed else GitState.UNTRACKED


def is_committed(file: Path) -> bool:
    """Return True if the last commit has a file as it is now. False if git cannot say."""
    if git_state(file) is not GitState.TRACKED:
        return False
    return run_git(file.parent, "diff", "--quiet", "HEAD", "--", file.name) is not None


def run_git(root: Path, *arguments: str) -> str | None:
    """Return the output of git; None if there is no output, git is not installed, or it takes too long."""
    program = shutil.which("git")
    if program is None:
        return None
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            (program, *_QUIET, *arguments),
            cwd=root,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None


def find_refused_repository(folder: Path) -> Path | None:
    """Return the top of the repository that a folder is in if git cannot be asked about it; None if it can.

    Git refuses the repository of another user, as in a container that mounts a folder. None without a repository.
    """
    top = repository_of(folder)
    return top if top is not None and run_git(top, "rev-parse", "--git-dir") is None else None
