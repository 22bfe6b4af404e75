"""Runs git commands that change a repository or contact another computer. They never ask anything."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.system.git import repository_of

_SECONDS: Final = 120
_KEPT_VARIABLES: Final = frozenset({"GIT_SSH", "GIT_SSH_COMMAND", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"})
"""The variables of git that say how this person reaches other computers. Others could name another repository."""

_SETTINGS: Final = ("core.fsmonitor=", "core.quotePath=off", "gc.auto=0", "advice.detachedHead=false")


@dataclass(frozen=True, slots=True)
class GitAnswer:
    """What git answered."""

    status: int
    """The exit status. -1 if git could not be started, or took too long."""

    output: bytes = b""
    error: str = ""
    """What git wrote on the error stream, in English."""

    @property
    def ok(self) -> bool:
        """Return True if git did what it was asked for."""
        return self.status == 0

    @property
    def text(self) -> str:
        """Return the output as text, without the last line end."""
        return self.output.decode("utf-8", "surrogateescape").rstrip("\n")

    @property
    def names(self) -> list[str]:
        """Return the output of a command with `-z` as a list."""
        return [name for name in self.output.decode("utf-8", "surrogateescape").split("\0") if name]


def has_git() -> bool:
    """Return True if git is installed."""
    return shutil.which("git") is not None


class GitProgram:
    """Git, in the repository that a folder is in. All paths are relative to the top folder of the repository."""

    def __init__(self, folder: Path) -> None:
        top = repository_of(folder)
        assert top is not None, "asked for a repository that does not exist"
        self.top = top
        inside = folder.resolve().relative_to(top).as_posix()
        self.prefix = "" if inside == "." else f"{inside}/"
        """The path of the folder in the repository, with a slash at its end. Empty if it is the top folder."""

    def run(
        self,
        *arguments: str,
        given: bytes = b"",
        index: Path | None = None,
        more: Sequence[tuple[str, str]] = (),
        seconds: int = _SECONDS,
    ) -> GitAnswer:
        """Run a command. `index` is used in place of the repository's own index; `more` are more variables.

        Git cannot ask for a password, open an editor or wait for a key. A command that takes too long is ended.
        """
        program = shutil.which("git")
        if program is None:
            return GitAnswer(-1, error="git is not installed")
        options = [part for setting in _SETTINGS for part in ("-c", setting)]
        with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as error:
            asked.write(given)
            asked.seek(0)
            try:
                process = subprocess.Popen(
                    (program, "--no-pager", *options, *arguments),
                    cwd=self.top,
                    env=self._environment(index, more),
                    stdin=asked,
                    stdout=out,
                    stderr=error,
                    start_new_session=True,
                )
            except OSError as fault:
                return GitAnswer(-1, error=str(fault))
            try:
                status = process.wait(seconds)
            except subprocess.TimeoutExpired:
                _end(process)
                return GitAnswer(-1, error="timed out")
            except BaseException:
                _end(process)
                raise
            out.seek(0)
            error.seek(0)
            return GitAnswer(status, out.read(), error.read().decode("utf-8", "replace").strip())

    def run_with_paths(self, *arguments: str, paths: Iterable[str]) -> GitAnswer:
        """Run a command for some paths, which are taken as they are written."""
        given = "\0".join(paths).encode("utf-8", "surrogateescape")
        command = ("--literal-pathspecs", *arguments, "--pathspec-from-file=-", "--pathspec-file-nul")
        return self.run(*command, given=given)

    def content(self, commit: str, path: str) -> bytes | None:
        """Return the content of a file in a commit; None if it does not have the file."""
        answer = self.run("cat-file", "blob", f"{commit}:{path}")
        return answer.output if answer.ok else None

    def git_path(self, name: str) -> Path:
        """Return the place of one of git's own files."""
        return self.top / self.run("rev-parse", "--git-path", name).text

    def commit_of(self, name: str) -> str | None:
        """Return the commit that a branch or another name stands for; None if there is none."""
        answer = self.run("rev-parse", "-q", "--verify", "--end-of-options", f"{name}^{{commit}}")
        return answer.text if answer.ok else None

    def _environment(self, index: Path | None, more: Sequence[tuple[str, str]]) -> dict[str, str]:
        inherited = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k in _KEPT_VARIABLES}
        environment = inherited | {"GIT_TERMINAL_PROMPT": "0", "GIT_EDITOR": "true", "LC_ALL": "C", **dict(more)}
        if index is not None:
            environment["GIT_INDEX_FILE"] = str(index)
        return environment


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a command and those that it has started."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGTERM)
        else:
            process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(10)
        return
    process.kill()
    process.wait()
