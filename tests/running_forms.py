"""Runs `library edit` as a process."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import expect

from tests.conftest import REPOSITORY, TODAY


@contextmanager
def running_forms(root: Path, state: Path, today: str = TODAY) -> Iterator[str]:
    """Runs the forms of a site until the block ends. The value is the address with the key.

    `state` is the folder for what the forms keep. The process has to end as it should.
    """
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "generator", "edit", "--root", str(root)),
            *("--port", "0", "--no-browser", "--today", today),
        ],
        stdout=subprocess.PIPE,
        text=True,
        cwd=REPOSITORY,
        env={**os.environ, "XDG_STATE_HOME": str(state), "GIT_CONFIG_GLOBAL": os.devnull},
    )
    assert process.stdout is not None
    address = next((found[0] for line in process.stdout if (found := re.search(r"http://\S+key=\S+", line))), None)
    assert address is not None, "library edit has ended without an address"
    # A save and a plan check all records, and a new PDF is inspected: on a busy machine that takes longer than a click.
    expect.set_options(timeout=60_000)
    try:
        yield address
    finally:
        expect.set_options(timeout=5_000)
        process.send_signal(signal.SIGINT)
        process.communicate()
    assert process.returncode == 0
