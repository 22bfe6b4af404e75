"""A whole build with only what Windows has: no POSIX modules, and no signal 0, which ends a process there."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Final

from tests.conftest import REPOSITORY, TODAY, files_of

if TYPE_CHECKING:
    from tests.conftest import Site

AS_ON_WINDOWS: Final = """
import os, signal, sys
sys.modules.update(dict.fromkeys(("fcntl", "resource", "grp", "pwd", "termios")))
for module, names in {
    os: ("fork", "fchown", "fchmod", "chown", "getuid", "geteuid", "mkfifo", "O_NOFOLLOW", "killpg"),
    signal: ("setitimer", "alarm", "SIGALRM", "SIGHUP", "SIGUSR1"),
}.items():
    for name in names:
        vars(module).pop(name, None)
end = os.kill
def kill(process, number):
    assert number != 0, "ends the process on Windows"
    end(process, number)
os.kill = kill
from generator.system import atomic_write, file_replacement
atomic_write.IS_WINDOWS = file_replacement.IS_WINDOWS = True
from generator.cli import run
run()
"""


def test_a_build_and_a_check_need_nothing_that_windows_does_not_have(full: Site) -> None:
    full.build()
    expected = files_of(full.output)
    page = full.output / "index.html"
    page.write_bytes(b"")
    for command in ("build", "check"):
        done = subprocess.run(
            [sys.executable, "-c", AS_ON_WINDOWS, command, "--today", TODAY],
            cwd=full.root,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        assert done.returncode == full.library(command, "--today", TODAY).status, done.stdout
    assert files_of(full.output) == expected
