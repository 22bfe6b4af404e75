"""Arguments in, text and exit status out; nothing else."""

import os
import sys
from contextlib import suppress
from typing import NoReturn

# pydantic would look through every installed package for plugins at each start; this command has none.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from generator.cli.main import main

__all__ = ["main", "run"]


def run() -> NoReturn:
    """The command as a process of its own. It ends at once: taking thousands of records apart first helps nobody."""
    status: int | str | None = 1
    try:
        main()
    except SystemExit as end:
        status = end.code
    with suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status if isinstance(status, int) else int(bool(status)))
