"""The command on a terminal of its own."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[3]


def _on_terminal(stream: str, *arguments: str, **environment: str) -> tuple[int, bytes]:
    ours, theirs = pty.openpty()
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: theirs}
    command = [sys.executable, "-m", "generator", *arguments]
    told = {**os.environ, "PYTHONPATH": str(REPOSITORY), **environment}
    process = subprocess.Popen(command, stdout=streams["stdout"], stderr=streams["stderr"], env=told)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    return process.wait(60), shown


@pytest.fixture
def on_terminal() -> Callable[..., tuple[int, bytes]]:
    """Runs the command with `stdout` or `stderr` on a terminal; gives its status and what the terminal was sent."""
    return _on_terminal
